"""Lanes: the documents of many units are those of the ordinary way, in whatever order; who goes which way is told."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Faulty
from generator.model.kinds import Kind
from generator.model.organization import Contact, Header, Organization, Recipient, Signer
from generator.pipeline import confined
from generator.pipeline.batch.order import Way
from generator.pipeline.job import Job
from generator.pipeline.lane import Lane
from generator.pipeline.produce import make
from generator.render.context import shared_context
from tests.documents import REGIMES, STATE_UNIT, example, job
from tests.docx_files import docx, p, write
from tests.joining import contents
from tests.pictures import png

KINDS = [(kind, regime) for regime in REGIMES for kind in Kind]
NAMES = (
    "Đảng ủy xã A & B",
    "Chi bộ “<w:p/>” {{ subject }}",
    "Đảng ủy phường " + "Trung An Bình " * 6,
    "X\U000f8e1a0:0",
)


@cache
def first(kind: Kind, regime: str) -> Job:
    return job(kind, regime=regime, unit=STATE_UNIT if regime.startswith("state") else "dang-uy-phuong-le-binh")


def others(like: Job) -> Iterator[Organization]:
    """Units that differ in all that a unit may have, as far as a document shows it."""
    unit = like.request.issuer
    for number, name in enumerate(NAMES):
        yield unit.model_copy(
            update={
                "id": f"u-{number}",
                "name": name,
                "header": Header(parent=("Đảng bộ huyện",) * (number % 3), name=(name,)),
                "issuing_body": name,
                "symbol": f"ĐU&{number}",
                "place": name[: 4 + 9 * number],
                "signers": tuple(Signer(id="a", name=name, position="Bí thư") for _once in range(number % 2)),
                "recipients": dict.fromkeys(
                    Kind, tuple(Recipient(text=f"Nơi {n} <{name[:5]}>") for n in range(number))
                ),
                "contact": Contact(address=name) if number else None,
                "archive": "VT*",
            }
        )


def jobs(like: Job) -> list[Job]:
    """Of the example's own units of that side, of stranger ones, and of the office itself where it is its side."""
    units = [unit for unit in example()[0].units_file.units if unit.side == like.request.issuer.side][:4]
    office = [like.request.office] if like.request.office.side == like.request.issuer.side else []
    issuers = [*units, *others(like), *office]
    return [replace(like, request=replace(like.request, issuer=issuer)) for issuer in issuers]


@pytest.mark.parametrize(("kind", "regime"), KINDS)
def test_every_unit_has_the_document_of_the_ordinary_way(kind: Kind, regime: str) -> None:
    lane, wanted = Lane(first(kind, regime)), jobs(first(kind, regime))
    made = [lane.make(each) for each in wanted]
    assert {each.way for each in made} == {Way.FAST}
    assert lane.unproved == 0
    for each, document in zip(wanted, made, strict=True):
        assert contents(document.document) == contents(make(each)[0])
        assert document.sha256 == hashlib.sha256(document.document).hexdigest()


@pytest.mark.parametrize(("kind", "regime"), [(Kind.PLAN, "party-hd05"), (Kind.GUIDANCE, "state-nd30")])
def test_a_document_does_not_depend_on_those_before_it(kind: Kind, regime: str) -> None:
    wanted = jobs(first(kind, regime))
    alone = [Lane(each).make(each).document for each in wanted]
    for seed in range(3):
        order = random.Random(seed).sample(range(len(wanted)), len(wanted))
        lane = Lane(wanted[order[0]])
        assert {place: lane.make(wanted[place]).document for place in order} == dict(enumerate(alone))


def test_joined_documents_are_hardly_larger() -> None:
    like = first(Kind.GUIDANCE, "party-hd36")
    assert len(Lane(like).make(like).document) < 1.1 * len(make(like)[0])


class Untouchable:
    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"asked for {name}")


@pytest.mark.parametrize(("kind", "regime"), KINDS)
def test_what_units_share_asks_nothing_of_the_issuer(kind: Kind, regime: str) -> None:
    like = first(kind, regime)
    nobody: Any = Untouchable()
    asked = replace(like.request, issuer=nobody)
    assert shared_context(asked, like.profile) == shared_context(like.request, like.profile)


# Templates of others


def custom(folder: Path, *body: str, header: str = "") -> Job:
    """The example's guidance under a template of its own."""
    like = first(Kind.GUIDANCE, "party-hd36")
    beside = {"header1": p(header)} if header else {}
    parts = docx("".join(map(p, (*body, "{{p outline | typeset }}"))), beside=beside, title="{{ properties.author }}")
    file = write(folder / "guidance.docx", parts)
    return replace(like, chain=(("party/guidance", file),), pictures=(folder,))


FAST = {
    "printed": ("{{ issuer.name }}, {{ dateline }}", "{{ number }}"),
    "pure filters": ("{{ issuer.name | upper }} {{ issuer.name | body_name }} {{ recipients.lines | join('; ') }}",),
    "conditions": ("{% if issuer.symbol == 'ĐU&1' %}một{% elif 'xã' in issuer.name %}xã{% else %}khác{% endif %}",),
    "loops": ("{%p for line in recipients.lines %}", "{{ loop.index }}. {{ line }}", "{%p endfor %}"),
    "captured": ("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(issuer.name) }}{{ m(issuer.name) | trim }}",),
    "named": ("{% set who %}{{ issuer.body }}!{% endset %}{% if who %}{{ who }}{% endif %}{{ who ~ issuer.place }}",),
    "pieces": ("{{ issuer.place[:3] ~ '…' }} {{ letterhead.left + 1 }} {{ issuer.name | length }}",),
    "a picture": ("{{r 'logo.png' | picture(width=30) }}{{ issuer.name }}",),
    "run": ("{{r issuer.name | formatted }}",),
}
ORDINARY = {
    "letter by letter": ("{% for letter in issuer.name %}{{ letter }}-{% endfor %}",),
    "a picture of the unit's": ("{{r (issuer.symbol ~ '.png') | picture(width=30) }}",),
    "a key": ("{{ {'ĐU': 'Đảng ủy'}[issuer.symbol] | default('khác') }}",),
}


@pytest.mark.parametrize("case", FAST)
def test_a_template_of_others_that_prints_and_chooses_goes_the_fast_way(tmp_path: Path, case: str) -> None:
    (tmp_path / "logo.png").write_bytes(png(4, 2))
    like = custom(tmp_path, *FAST[case], header="{{ issuer.name }}")
    lane, wanted = Lane(like), jobs(like)[2:]
    for each in wanted:
        made = lane.make(each)
        assert (made.way, lane.unproved) == (Way.FAST, 0), lane.foresee(each).why
        assert contents(made.document) == contents(make(each)[0])


@pytest.mark.parametrize("case", ORDINARY)
def test_a_template_that_does_more_goes_the_ordinary_way_and_tells_where(tmp_path: Path, case: str) -> None:
    like = custom(tmp_path, "Đoạn một", *ORDINARY[case])
    (tmp_path / f"{like.request.issuer.symbol}.png").write_bytes(png(4, 2))
    foreseen = Lane(like).foresee(like)
    assert foreseen.way is Way.ORDINARY
    assert foreseen.why is not None
    assert foreseen.why.where.paragraph == 2


def test_a_value_that_a_filter_cannot_take_is_told_as_ever(tmp_path: Path) -> None:
    like = custom(tmp_path, "{{ issuer.symbol | int | roman }} {{ issuer.place | long_date }}")
    lane = Lane(like)
    with pytest.raises(Faulty) as fast:
        lane.make(like)
    with pytest.raises(Faulty) as slow:
        make(like)
    assert fast.value.diagnostics == slow.value.diagnostics


def test_a_broken_template_is_told_for_every_unit_and_tried_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    like = custom(tmp_path, "{{ khong_co }}")
    lane = Lane(like)
    with pytest.raises(Faulty) as first_time:
        lane.make(like)
    monkeypatch.setattr(confined, "compile_only", None)
    with pytest.raises(Faulty) as again:
        lane.make(like)
    assert first_time.value.diagnostics == again.value.diagnostics
