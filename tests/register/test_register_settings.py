"""The section `register` of `vanthu.yaml`: what it may say, and what in it would let numbers be given twice."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, Faulty
from generator.model.register import CongressSpan, RegisterSettings, Term, TermStart
from generator.register.opening import open_register
from generator.sources.load import load_workspace
from generator.workspace import Workspace
from tests.register.books import OFFICE

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "data" / "examples" / "cai-rang"
WRITTEN = {
    "left out": ("", RegisterSettings()),
    "an address": ("register: so/so.sqlite", RegisterSettings(address="so/so.sqlite")),
    "terms": (
        "register:\n  terms:\n    - {name: 2025 - 2030, start: appointment, day: 01/7/2025}",
        RegisterSettings(terms=(Term(name="2025 - 2030", start=TermStart.APPOINTMENT, day=date(2025, 7, 1)),)),
    ),
    "a split": ("register:\n  together: [[plan, dispatch]]", RegisterSettings(together=(("plan", "dispatch"),))),
    "all together": ("register:\n  together: all", RegisterSettings(together="all")),
}


def loaded(tmp_path: Path, section: str) -> RegisterSettings:
    shutil.copytree(EXAMPLE, tmp_path / "office")
    file = tmp_path / "office" / "vanthu.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{section}\n", encoding="utf-8")
    settings: RegisterSettings = load_workspace(Workspace(tmp_path / "office")).office_file.register
    return settings


@pytest.mark.parametrize(("section", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_the_section_as_it_is_written(tmp_path: Path, section: str, expected: RegisterSettings) -> None:
    assert loaded(tmp_path, section) == expected


WRONG = {
    "no such day": "register:\n  terms:\n    - {name: a, start: congress, day: 31/6/2025}",
    "no such start": "register:\n  terms:\n    - {name: a, start: election, day: 30/6/2025}",
    "no such field": "register:\n  adress: so.sqlite",
}


@pytest.mark.parametrize("section", WRONG.values(), ids=WRONG)
def test_a_fault_has_its_place(tmp_path: Path, section: str) -> None:
    with pytest.raises(Faulty) as error:
        loaded(tmp_path, section)
    (found,) = error.value.diagnostics
    assert found.where.line is not None


def term(name: str, day: date, start: TermStart = TermStart.APPOINTMENT, issuer: str | None = None) -> Term:
    return Term(name=name, start=start, day=day, issuer=issuer)


FIRST_DAYS = {TermStart.CONGRESS: 15, TermStart.FIRST_MEETING: 14, TermStart.APPOINTMENT: 14}


@pytest.mark.parametrize(("start", "day"), FIRST_DAYS.items(), ids=FIRST_DAYS)
def test_the_first_day_of_a_term(start: TermStart, day: int) -> None:
    assert term("a", date(2025, 8, 14), start).first_day == date(2025, 8, day)


DAY = date(2025, 8, 14)
SPAN = CongressSpan(name="XIII", opens=DAY, closes=DAY)
CONTRADICTIONS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "none": ({"terms": (term("a", DAY), term("b", DAY, issuer="chi-bo-1"))}, []),
    "two terms of one name": ({"terms": (term("a", DAY), term("a", date(2030, 8, 14)))}, ["register/term-twice"]),
    "two terms of one day": ({"terms": (term("a", DAY), term("b", DAY))}, ["register/term-twice"]),
    "a congress backwards": (
        {"congresses": (CongressSpan(name="XIII", opens=DAY, closes=date(2025, 8, 13)),)},
        ["register/congress-backwards"],
    ),
    "two congresses at once": (
        {"congresses": (SPAN, SPAN.model_copy(update={"name": "XIV"}))},
        ["register/congress-twice"],
    ),
    "a kind in two series": ({"together": (("plan", "report"), ("plan",))}, ["register/kind-in-two-series"]),
}


@pytest.mark.parametrize(("settings", "codes"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_settings_that_contradict_themselves(tmp_path: Path, settings: dict[str, Any], codes: list[str]) -> None:
    found: tuple[Diagnostic, ...] = ()
    try:
        open_register(tmp_path, RegisterSettings(**settings), OFFICE).close()
    except Faulty as faulty:
        found = faulty.diagnostics
    assert [one.code for one in found] == codes
