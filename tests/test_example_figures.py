"""The example's figures: forms that came back, what is wrong with some, the answers, and reports made of them."""

from __future__ import annotations

import io
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from docx import Document

from generator.commands.main import main
from generator.figures.returned import Returned, read_form
from generator.model.figures import PhaseFigures, Standing
from generator.model.kinds import Kind
from generator.pipeline.checking import Errand, Wish, judge
from generator.pipeline.figures_of import figures_of
from generator.pipeline.job import Job
from generator.pipeline.produce import make
from scripts import example_forms as script
from tests.documents import EXAMPLE, as_it_is, job

PHASES = (1, 2)
PARTY = ("party-hd36", "party-hd05")


@cache
def counted(phase: int) -> PhaseFigures:
    found = figures_of(*as_it_is(), phase, date(2026, 1, 12))
    assert found.diagnostics == ()
    return found.figures


def report(phase: int, regime: str | None = None) -> Job:
    plan = as_it_is()[1].plan
    wanted = plan.report_of_phase(phase)
    return job(Kind.REPORT, regime=regime, plan=plan.model_copy(update={"reports": (wanted,)}))


def texts(made: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs)


# What came back


def said(data: bytes) -> Returned:
    """What a file says, whoever packed it: another release of a library packs other bytes."""
    return replace(read_form(data), digest="")


def test_the_forms_are_those_that_the_script_fills_in() -> None:
    made = dict(script.returned())
    there = {path.relative_to(EXAMPLE): path.read_bytes() for path in EXAMPLE.glob(f"{script.RETURNED}/**/*.xlsx")}
    assert sorted(map(str, there)) == sorted(map(str, made))
    assert [str(path) for path, data in made.items() if said(there[path]) != said(data)] == []
    assert said((EXAMPLE / script.SUPERIOR).read_bytes()) == said(script.superior())


def test_the_script_gives_the_same_bytes_each_time() -> None:
    assert dict(script.returned()) == dict(script.returned())


def test_the_answers_are_what_collecting_them_gives(tmp_path: Path) -> None:
    copy = tmp_path / "vi-du"
    shutil.copytree(EXAMPLE, copy)
    shutil.rmtree(copy / "figures")
    script.take_in(copy)
    made, kept = (
        {path.relative_to(folder): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}
        for folder in (copy / "figures", EXAMPLE / "figures")
    )
    assert made == kept


FOUND = {
    1: {"returned/two-answers", "returned/negative", "returned/text-in-number", "data/zero-beside-figure"},
    2: {"returned/other-phase", "returned/ambiguous-number", "returned/formula-without-value", "returned/date"},
}


@pytest.mark.parametrize("phase", PHASES)
def test_every_wrong_form_is_told_with_a_fault_of_its_own(
    phase: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "vi-du"
    shutil.copytree(EXAMPLE, copy)
    shutil.rmtree(copy / "figures" / "ke-hoach" / f"dot-{phase}")
    monkeypatch.chdir(copy)
    assert main(["form", "collect", f"bieu-da-nhan/dot-{phase}", "--phase", str(phase)]) == 1
    codes = Counter(re.findall(r" (?:lỗi|cảnh báo) (\S+/\S+) ", capsys.readouterr().out))
    assert set(codes) == FOUND[phase]
    assert set(codes.values()) == {1}


@pytest.mark.parametrize("phase", PHASES)
def test_nobody_who_reported_is_named(phase: int) -> None:
    read = [read_form(file) for file in (EXAMPLE / script.RETURNED / f"dot-{phase}").glob("*.xlsx")]
    assert len(read) >= 20
    assert not [form.file.name for form in read if form.reporter.name or form.reporter.telephone]


# What it adds up to


@pytest.mark.parametrize(
    ("phase", "standings"),
    [
        (1, {Standing.ON_TIME: 14, Standing.LATE: 2, Standing.MISSING: 4, Standing.NOT_APPLICABLE: 1}),
        (2, {Standing.ON_TIME: 13, Standing.LATE: 3, Standing.MISSING: 4, Standing.NOT_APPLICABLE: 1}),
    ],
)
def test_some_are_late_some_missing_one_has_nothing_to_tell(phase: int, standings: dict[Standing, int]) -> None:
    figures = counted(phase)
    assert len(figures.units) >= 20
    assert Counter(unit.standing for unit in figures.units) == standings


def recounted(phase: int) -> Iterator[tuple[str, int]]:
    """From the files alone, without the program."""
    sums: Counter[str] = Counter()
    for file in (EXAMPLE / "figures" / "ke-hoach" / f"dot-{phase}").glob("*.yaml"):
        for code, given in yaml.safe_load(file.read_text(encoding="utf-8"))["figures"].items():
            value = given["value"] if isinstance(given, dict) else given
            sums[code] += value if isinstance(value, int) else 0
    yield from sums.items()


@pytest.mark.parametrize("phase", PHASES)
def test_the_totals_are_the_sums_of_the_files(phase: int) -> None:
    totals = counted(phase).totals
    assert {code: total.amount for code, total in totals.items() if total.indicator.part is None} == dict(
        recounted(phase)
    )


def test_the_shares_are_weighted() -> None:
    sums = dict(recounted(1))
    rate = counted(1).totals["cells_done_rate"].amount
    assert rate is not None
    assert round(sums["cells_done"] * 100 / sums["cells_total"], 2) == float(rate)


def test_the_second_phase_stands_on_the_first() -> None:
    first, second = dict(recounted(1)), dict(recounted(2))
    total = counted(2).totals["oral_sessions"]
    assert (total.previous, total.cumulative) == (
        first["oral_sessions"],
        first["oral_sessions"] + second["oral_sessions"],
    )


# The reports


@pytest.mark.parametrize("regime", PARTY)
@pytest.mark.parametrize("phase", PHASES)
def test_the_reports_have_the_right_form(phase: int, regime: str, tmp_path: Path) -> None:
    made = report(phase, regime)
    file = tmp_path / "made.docx"
    file.write_bytes(make(made)[0])
    assert judge(Errand(file), Wish(profile=made.profile)).diagnostics == ()


@pytest.mark.parametrize("phase", PHASES)
def test_the_words_carry_the_totals_and_no_reference_is_left(phase: int) -> None:
    words = texts(make(report(phase))[0])
    sums = dict(recounted(phase))
    for code, unit in (("oral_sessions", "buổi"), ("social_posts", "bài"), ("radio_broadcasts", "lượt")):
        assert f"{sums[code]:,} {unit}".replace(",", ".") in words
    assert not re.search(r"[{}]", words)


@pytest.mark.parametrize("phase", PHASES)
def test_the_annex_has_a_row_for_every_unit_and_the_totals(phase: int) -> None:
    figures = counted(phase)
    tables = Document(io.BytesIO(make(report(phase))[0])).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    named = [row[1] for row in rows if len(row) > 5]
    assert [name for name in named if name in {unit.name for unit in figures.units}] == [
        unit.name for unit in figures.units
    ]
    (total,) = (row for row in rows if row[1] == "Tổng cộng")
    assert f"{dict(recounted(phase))['oral_attendees']:,}".replace(",", ".") in total
