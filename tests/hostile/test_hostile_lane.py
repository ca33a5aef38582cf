"""Hostile templates for many units: a lane refuses what the ordinary way refuses, and believes nothing it is told."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Faulty
from generator.pipeline import confined
from generator.pipeline.batch.order import Way
from generator.pipeline.job import Job
from generator.pipeline.lane import Lane
from generator.pipeline.produce import make
from tests.documents import job
from tests.docx_files import docx, p, write
from tests.hostile.bombs import SUMS
from tests.hostile.making import CONTENT, SECONDS, holding
from tests.hostile.payloads import PAYLOADS

BOMBS = ("nested loops", "doubled by tilde", "macros that double")
GREEDY = {
    "a sum of sums": "{% set a = issuer.name ~ '' %}" + "{% set a = a ~ a %}" * 12 + "{{ a | length }}",
    "words for words": "{{ issuer.name" + " | replace('n', 'nnnnnnnnnn')" * 6 + " | length }}",
    "a number of millions of letters": "{{ (letterhead.left ~ '000000') | roman | length }}",
    "an exponent": "{{ ('1e' ~ letterhead.left ~ '99') | grouped | length }}",
}
"""Each is small where it is traced, and would be huge where it is worked out."""


def wanted(folder: Path, template: dict[str, bytes]) -> Job:
    return replace(job(regime="party-hd05"), chain=(("party/plan", write(folder / "lạ.docx", template)),))


@pytest.mark.parametrize("text", [*PAYLOADS.values(), *(SUMS[name] for name in BOMBS)])
def test_a_lane_tells_what_the_ordinary_way_tells(tmp_path: Path, text: str) -> None:
    asked = wanted(tmp_path, holding(text, "document"))
    with pytest.raises(Faulty) as slow:
        make(asked)
    with pytest.raises(Faulty) as fast:
        Lane(asked).make(asked)
    assert fast.value.diagnostics == slow.value.diagnostics


@pytest.mark.parametrize("name", GREEDY)
def test_what_would_grow_is_left_to_the_confined_process(tmp_path: Path, name: str) -> None:
    asked = wanted(tmp_path, docx(p(CONTENT), p(GREEDY[name])))
    lane, started = Lane(asked), time.perf_counter()
    with contextlib.suppress(Faulty):
        assert lane.make(asked).way is Way.ORDINARY
    assert time.perf_counter() - started < SECONDS


TOLD: dict[str, Any] = {
    "nothing": (),
    "no parts": ((), (), ()),
    "another text": ((("filled", "word/document.xml", "<w:document/>"),), (), ()),
    "a filter that looks into folders": ((("filled", "a", "", ("call", "|picture", (("leaf", 0),), ()), ""),), (), ()),
    "an object": ((("filled", "a", "", ("plain", print), ""),), (), ()),
    "a part that is none": ((("ready", "a", 0, 10**9, b"x"),), (), ()),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_the_process_tells_is_proved_before_it_is_used(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = wanted(tmp_path, docx(p(CONTENT), p("{{ issuer.name }}")))
    monkeypatch.setattr(confined, "trace", lambda *_given: TOLD[name])
    made = Lane(asked).make(asked)
    assert (made.way, made.document) == (Way.ORDINARY, make(asked)[0])
