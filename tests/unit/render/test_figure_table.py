"""The annex of collected figures: cells, totals, signs and their legend, who is missing, and wide tables in parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from generator.model.content import Table
from generator.model.figures import PhaseFigures, Standing, UnitFigures, Value
from generator.model.report import FigureTable
from generator.render.figure_summary import LEAD, summary_passages
from generator.render.figure_table import answer_passages
from generator.render.figure_typed import SAMPLE_NOTE
from generator.render.runs import runs
from tests.collected import (
    ATTENDEES,
    NOT_APPLICABLE,
    RATE,
    SESSIONS,
    SILENT,
    indicator,
    phase,
    said,
    summed,
    total,
    unit,
)

ROOM = 14_000
TABLE = FigureTable.model_validate({"title": "Số liệu"})
CODE, OTHER = SESSIONS.code, ATTENDEES.code


def said_of(figures: PhaseFigures, table: FigureTable = TABLE, *, is_sample: bool = False) -> list[Any]:
    return [
        each.table or each.text or each.sections for each in answer_passages(table, figures, ROOM, is_sample=is_sample)
    ]


@pytest.mark.parametrize(
    ("values", "cell", "legend"),
    [
        ({CODE: said(1250)}, "1.250", ""),
        ({CODE: said(0)}, "0", ""),
        ({CODE: said("2.5")}, "2,5", ""),
        ({CODE: SILENT}, "", "Ô trống: chưa báo cáo."),
        ({CODE: NOT_APPLICABLE}, "-", "“-”: đơn vị không có việc này."),
        ({}, "x", "“x”: đơn vị không phải báo cáo chỉ tiêu này."),
    ],
)
def test_silence_not_applicable_not_asked_and_zero_are_four_things(
    values: dict[str, Value], cell: str, legend: str
) -> None:
    (table,) = said_of(summed([SESSIONS], [unit("Chi bộ A", values)]))
    assert table.columns == ("STT", "Đơn vị", "Số buổi tuyên truyền miệng")
    assert table.rows == (("1", "Chi bộ A", cell),)
    assert (table.note or "") == legend


def test_of_a_unit_that_has_not_answered_nothing_is_told() -> None:
    table, missing = said_of(summed([SESSIONS], [unit("Chi bộ A", {}, Standing.MISSING)]))
    assert table.rows == (("1", "Chi bộ A", ""),)
    assert missing == "Đơn vị chưa báo cáo (1/1): Chi bộ A."


def test_totals_are_those_that_were_counted() -> None:
    """Weighted per cents and largest figures are not added up again."""
    figures = phase(
        [total(SESSIONS, 7), total(RATE, "97.554"), total(ATTENDEES, None)],
        [unit("A", {CODE: said(3), RATE.code: said(50), OTHER: SILENT})] * 2,
    )
    (table,) = said_of(figures)
    assert table.columns[3] == "Tỷ lệ đảng viên tham gia (%)"
    assert table.total == ("", "Tổng cộng", "7", "97,55", "")


PART, WHOLE = (indicator(str(code)) for code in (RATE.part, RATE.whole))
PAIRS = [
    # part and whole of each unit, the note
    ([(27, 30), (9, 10)], ""),
    ([(27, 30), (None, None)], ""),
    ([(0, 0), (9, 10)], ""),
    ([(27, 30), (None, 20)], "“Tỷ lệ đảng viên tham gia” chỉ tính trên 1 đơn vị có đủ cả hai số liệu."),
    ([(27, 30), (9, 10), (5, None)], "“Tỷ lệ đảng viên tham gia” chỉ tính trên 2 đơn vị có đủ cả hai số liệu."),
]


def of_pairs(pairs: Sequence[tuple[int | None, int | None]]) -> PhaseFigures:
    values = [{PART.code: said(part), WHOLE.code: said(whole), RATE.code: SILENT} for part, whole in pairs]
    units = [unit(f"Chi bộ {number}", each) for number, each in enumerate(values)]
    return phase([total(PART, 27), total(WHOLE, 50), total(RATE, 90)], units)


@pytest.mark.parametrize(("pairs", "note"), PAIRS)
def test_of_how_many_units_a_per_cent_is_made(pairs: list[tuple[int | None, int | None]], note: str) -> None:
    figures = of_pairs(pairs)
    (annex,) = said_of(figures)
    assert (annex.note or "").removeprefix("Ô trống: chưa báo cáo.").strip() == note
    in_the_text = summary_passages([PART.code, WHOLE.code, RATE.code], figures)[1].table
    assert in_the_text
    assert (in_the_text.note or "") == note


def test_a_per_cent_of_nothing_has_no_note() -> None:
    figures = phase([total(RATE, None)], [unit("A", {str(RATE.part): said(3), RATE.code: SILENT})])
    assert said_of(figures)[0].note == "Ô trống: chưa báo cáo."


@pytest.mark.parametrize("count", [2, 16])
def test_asterisks_of_a_name_are_printed_as_they_are(count: int) -> None:
    name = "*Chi bộ* **A**"
    figures = summed([SESSIONS], [unit(name, {CODE: SILENT}, Standing.MISSING)] * count)
    annex, *who = said_of(figures)
    cells = [annex.rows[0][1], *([row[1] for table in who[1:] for row in table.rows] or who)]
    for cell in cells:
        (run,) = runs(cell)
        assert name in run["text"]
        assert (run["bold"], run["italic"]) == (False, False)


@pytest.mark.parametrize(
    ("wanted", "columns"),
    [((), (CODE, OTHER)), ((OTHER,), (OTHER,)), ((OTHER, CODE), (OTHER, CODE))],
)
def test_the_columns_are_those_of_the_form_or_of_the_report(wanted: Sequence[str], columns: Sequence[str]) -> None:
    figures = summed([SESSIONS, ATTENDEES], [unit("A", {CODE: said(1), OTHER: said(2)})])
    table = FigureTable.model_validate({"title": "Số liệu", "indicators": wanted})
    (made,) = said_of(figures, table)
    names = {CODE: SESSIONS.name, OTHER: ATTENDEES.name}
    assert [heading.partition(" (")[0] for heading in made.columns[2:]] == [names[code] for code in columns]


def test_notes_stand_behind_the_legend() -> None:
    table = FigureTable.model_validate({"title": "Số liệu", "note": "Theo quý."})
    (made, _missing) = said_of(summed([SESSIONS], [unit("A", {CODE: SILENT}, Standing.MISSING)]), table, is_sample=True)
    assert made.note == f"Ô trống: chưa báo cáo. Theo quý. {SAMPLE_NOTE}"


def standing(count: int, which: Standing) -> list[UnitFigures]:
    day = date(2025, 6, 9) if which is Standing.LATE else None
    return [unit(f"Chi bộ {n}", {CODE: said(1)}, which, answered_on=day) for n in range(1, count + 1)]


def test_late_units_are_told_with_their_day() -> None:
    late = said_of(summed([SESSIONS], standing(1, Standing.LATE)))[1]
    assert late == "Đơn vị báo cáo sau hạn ngày 06/6/2025 (1/1): Chi bộ 1 (09/6/2025)."


def test_units_that_did_not_count_to_the_last_are_told() -> None:
    figures = summed([SESSIONS], [unit("Chi bộ A", {CODE: said(500, is_approximate=True)})])
    assert said_of(figures)[1] == "Đơn vị có số liệu ước tính (1/1): Chi bộ A."


@pytest.mark.parametrize(("count", "rows"), [(15, 0), (16, 6), (18, 6), (19, 7)])
def test_many_names_stand_in_columns(count: int, rows: int) -> None:
    names = said_of(summed([SESSIONS], standing(count, Standing.MISSING)))[1:]
    if not rows:
        assert len(names) == 1
        assert names[0].count("Chi bộ") == count
        return
    lead, table = names
    assert lead == f"Đơn vị chưa báo cáo ({count}/{count}):"
    assert len(table.rows) == rows
    assert [cell for row in table.rows for cell in row[1::2] if cell] == [f"Chi bộ {n}" for n in range(1, count + 1)]


def test_what_is_too_wide_goes_on_in_further_tables_of_the_same_units() -> None:
    many = [indicator(f"so_{n}", f"Chỉ tiêu thứ {n} có tên rất dài để đầu cột cao", "lượt") for n in range(1, 25)]
    units = [unit(name, {each.code: said(1) for each in many}) for name in ("Chi bộ A", "Chi bộ B")]
    (sections,) = said_of(summed(many, units))
    tables = [item.content[0].table for item in sections]
    assert len(tables) > 1
    assert [heading for table in tables for heading in table.columns[2:]] == [f"{each.name} (lượt)" for each in many]
    assert {row[1] for table in tables for row in table.rows} == {"Chi bộ A", "Chi bộ B"}
    assert {table.total[:2] for table in tables} == {("", "Tổng cộng")}
    widths = [len(table.columns) for table in tables]
    assert max(widths) - min(widths) <= 1
    assert sections[0].title == f"Các chỉ tiêu từ “{many[0].name}” đến “{many[widths[0] - 3].name}”"


def summary(*totals: Any) -> Table | None:
    passages = summary_passages([each.indicator.code for each in totals], phase(totals))
    assert not passages or passages[0].text == LEAD
    return passages[1].table if passages else None


@pytest.mark.parametrize(
    ("parts", "columns", "cells"),
    [
        ({}, ("Kỳ này",), ("12",)),
        ({"previous": 0}, ("Kỳ này", "Kỳ trước"), ("12", "0")),
        ({"cumulative": 1250}, ("Kỳ này", "Lũy kế"), ("12", "1.250")),
        ({"target": 24, "achieved": "50.00"}, ("Kỳ này", "Chỉ tiêu giao", "Đạt (%)"), ("12", "24", "50")),
    ],
)
def test_the_summary_has_the_columns_that_are_known(
    parts: dict[str, Any], columns: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    table = summary(total(SESSIONS, 12, **parts))
    assert table
    assert table.columns == ("STT", "Chỉ tiêu", "Đơn vị tính", *columns)
    assert table.rows == (("1", "Số buổi tuyên truyền miệng", "buổi", *cells),)


def test_what_one_indicator_lacks_is_blank_beside_another() -> None:
    table = summary(total(SESSIONS, 12, previous=10), total(RATE, None))
    assert table
    assert [row[3:] for row in table.rows] == [("12", "10"), ("", "")]


def test_no_summary_without_indicators() -> None:
    assert summary_passages([], phase([total(SESSIONS, 1)])) == ()
