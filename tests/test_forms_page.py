"""docs/forms.md is a table of cases: every line is made by every regime, and says what the page promises."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Diagnostic, Faulty
from generator.model.kinds import Kind
from generator.model.organization import Organization
from generator.pipeline.prepare import Wish, prepare
from generator.pipeline.produce import make
from generator.profile.regimes import load_regime
from generator.sources.load import open_plan
from generator.workspace import Workspace
from tests.documents import EXAMPLE, STATE_UNIT

PAGE = Path(__file__).parent.parent / "docs" / "forms.md"
REGIMES = ("party-hd36", "party-hd05", "state-nd30")
DAY = "2026-06-01"
"""When HD05 is in force; the other regimes are named."""
NOT_USED = "–"
REFUSED, TOLD = "từ chối ", "báo "
PLAN = f"""
subject: tuyên truyền đại hội
issued_on: {DAY}
references: [{{kind: Chỉ thị, number: 35-CT/TW, issued_on: 14/6/2024, issuer: Bộ Chính trị, title: về đại hội}}]
sections:
  - {{title: Mục đích, content: [Tuyên truyền sâu rộng.]}}
  - {{title: Thực hiện, content: [Các đơn vị thực hiện.]}}
"""
KINDS = {"dispatches": Kind.DISPATCH, "minutes": Kind.MINUTES, "directive": Kind.DIRECTIVE}
CODE = re.compile(r"[a-z]+/[a-z-]+")
CLAUSE = re.compile(r"(?:HD36|HD05) II\.[\w.]*\w|NĐ30 PL\.I, [\w.]*\w|NĐ30 PL\.III mẫu [\d.]*\d|NĐ30 Điều [\d.]*\d")
SPAN = re.compile(r"`([^`]+)`")


def rows() -> list[tuple[str, str, str]]:
    """What is written, the regime, and what the page promises of it."""
    found = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            written, *promised, _clause = cells
            assert len(promised) == len(REGIMES), line
            found += [(written, regime, cell) for regime, cell in zip(REGIMES, promised, strict=True)]
    return [row for row in found if row[2] != NOT_USED]


@cache
def files() -> tuple[dict[str, Any], dict[str, Any]]:
    """The office and the roster of the example, as typed."""
    office, units = (
        yaml.load((EXAMPLE / name).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        for name in ("vanthu.yaml", "units.yaml")
    )
    return office, units


def write(folder: Path, snippets: dict[str, Any], regime: str) -> Path:
    """The example workspace with the snippets in their places; its State body is the office for the State's regime."""
    office, units = files()
    own = dict(office["office"])
    others = list(units["units"])
    if regime.startswith("state"):
        own = next(dict(unit) for unit in others if unit["id"] == STATE_UNIT)
        others = [unit for unit in others if unit["id"] != STATE_UNIT]
    plan = yaml.load(PLAN, Loader=yaml.CBaseLoader)
    profile = {name: snippets[name] for name in snippets if name == "page"}
    for name, value in snippets.items():
        if name in Organization.model_fields:
            own[name] = value
        elif name not in profile:
            plan[name] = value
    for name, data in (
        ("vanthu.yaml", office | {"office": own}),
        ("units.yaml", units | {"units": others}),
        ("plans/ke-hoach.yaml", plan),
        (f"units/{own['id']}/profile.yaml", profile and profile | {"extends": regime}),
    ):
        if data:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(yaml.dump(data, allow_unicode=True), encoding="utf-8")
    return folder / "plans" / "ke-hoach.yaml"


def outcome(folder: Path, written: str, regime: str) -> tuple[list[Diagnostic], bytes]:
    """What was said, and the document where one was made."""
    pieces = SPAN.findall(written)
    draft = next((int(piece.split()[1]) for piece in pieces if piece.startswith("--draft")), None)
    snippets: dict[str, Any] = {}
    for piece in pieces:
        snippets |= {} if piece.startswith("--") else yaml.load(piece, Loader=yaml.CBaseLoader)
    kind = next((KINDS[name] for name in snippets if name in KINDS), Kind.PLAN)
    named = None if "page" in snippets else regime
    wish = Wish((kind,), regime=named, draft=draft, copy=1 if "copies" in snippets else None)
    try:
        loaded, plan = open_plan(Workspace(folder), write(folder, snippets, regime))
        (job,) = prepare(loaded, plan, wish)
    except Faulty as faulty:
        return list(faulty.diagnostics), b""
    return [*plan.warnings, *job.warnings], make(job)[0]


def paragraphs(document: bytes) -> Iterator[str]:
    """Every paragraph of every part with words."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                for paragraph in re.split(r"</w:p>", archive.read(name).decode()):
                    words = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph))
                    yield words.replace("\u00a0", " ")


@pytest.mark.parametrize(("written", "regime", "promised"), rows())
def test_a_case_is_as_the_page_says(tmp_path: Path, written: str, regime: str, promised: str) -> None:
    said, document = outcome(tmp_path, written, regime)
    spans = SPAN.findall(promised)
    codes = {span for span in spans if CODE.fullmatch(span)}
    assert {one.code for one in said} == codes, said
    assert bool(document) == (not promised.startswith(REFUSED))
    printed = list(paragraphs(document)) if document else []
    missing = [span for span in spans if span not in codes and not any(span in each for each in printed)]
    assert not missing, printed
    assert all(one.hint and (one.where.line or one.where.file) for one in said)
    assert all(one.basis for one in said if one.code.startswith("render/"))


def test_every_clause_is_one_of_the_regimes() -> None:
    known = "; ".join(
        profile.constraint(path).source.clause or ""
        for profile in map(load_regime, REGIMES)
        for path in profile.paths()
    )
    cells = [line.rstrip("| ").rpartition("|")[2] for line in PAGE.read_text(encoding="utf-8").splitlines()]
    named = {clause for cell in cells for clause in CLAUSE.findall(cell)}
    assert len(named) > 20
    assert {clause for clause in named if clause not in known} == set()


def test_no_case_is_empty() -> None:
    promised = [cell for _written, _regime, cell in rows()]
    assert len(promised) > 100
    assert all(SPAN.search(cell) or cell == "lề đối xứng" for cell in promised)


def test_both_sides_of_the_paper(tmp_path: Path) -> None:
    _said, document = outcome(tmp_path, "`page: {duplex: true}`", "party-hd05")
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert b"w:mirrorMargins" in archive.read("word/settings.xml")
