"""The table of figures: totals, blanks and dashes, units that did not answer."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.report import FigureTable
from generator.render.figure_typed import SAMPLE_NOTE, Indicator, typed_passages

INDICATORS = {"buoi": Indicator("Số buổi", "buổi", True), "ty-le": Indicator("Tỷ lệ", "%", False)}
NAMES = {"mot": "Chi bộ Một", "hai": "Chi bộ Hai"}


def figures(first: list[dict[str, Any]], second: list[dict[str, Any]], **parts: str) -> FigureTable:
    rows = [
        {"unit": unit, "figures": [{"indicator": code} | each for code, each in zip(INDICATORS, row, strict=True)]}
        for unit, row in zip(NAMES, (first, second), strict=True)
    ]
    return FigureTable.model_validate({"title": "Số liệu", "indicators": list(INDICATORS), "rows": rows} | parts)


def said(table: FigureTable, *, is_sample: bool = False) -> list[Any]:
    return [
        each.table or each.text for each in typed_passages(table, INDICATORS, NAMES.__getitem__, is_sample=is_sample)
    ]


VALUE, OTHER = {"value": "1250"}, {"value": "97,5"}
SILENT, NOT_ASKED = {"null_reason": "not_reported"}, {"null_reason": "not_applicable"}


@pytest.mark.parametrize(
    ("first", "second", "cells", "total"),
    [
        ([VALUE, OTHER], [VALUE, OTHER], [["1.250", "97,5"], ["1.250", "97,5"]], ["2.500", ""]),
        ([VALUE, OTHER], [SILENT, SILENT], [["1.250", "97,5"], ["", ""]], ["1.250", ""]),
        ([VALUE, NOT_ASKED], [SILENT, OTHER], [["1.250", "-"], ["", "97,5"]], ["1.250", ""]),
        ([SILENT, OTHER], [NOT_ASKED, OTHER], [["", "97,5"], ["-", "97,5"]], ["", ""]),
        ([{"value": "0"}, OTHER], [NOT_ASKED, OTHER], [["0", "97,5"], ["-", "97,5"]], ["0", ""]),
    ],
)
def test_cells_and_totals(
    first: list[dict[str, Any]], second: list[dict[str, Any]], cells: list[list[str]], total: list[str]
) -> None:
    table = said(figures(first, second))[0]
    assert table.columns == ("STT", "Đơn vị", "Số buổi", "Tỷ lệ (%)")
    assert [list(row) for row in table.rows] == [["1", "Chi bộ Một", *cells[0]], ["2", "Chi bộ Hai", *cells[1]]]
    assert list(table.total) == ["", "Tổng cộng", *total]


@pytest.mark.parametrize(
    ("second", "wanted"),
    [
        ([SILENT, SILENT], ["Đơn vị chưa báo cáo: Chi bộ Hai."]),
        ([SILENT, OTHER], []),
        ([NOT_ASKED, NOT_ASKED], []),
    ],
)
def test_units_that_said_nothing_are_named(second: list[dict[str, Any]], wanted: list[str]) -> None:
    assert said(figures([VALUE, OTHER], second))[1:] == wanted


@pytest.mark.parametrize(
    ("note", "is_sample", "wanted"),
    [
        ("", False, None),
        ("Theo quý.", False, "Theo quý."),
        ("", True, SAMPLE_NOTE),
        ("Theo quý.", True, f"Theo quý. {SAMPLE_NOTE}"),
    ],
)
def test_notes(note: str, is_sample: bool, wanted: str | None) -> None:
    assert said(figures([VALUE, OTHER], [VALUE, OTHER], note=note), is_sample=is_sample)[0].note == wanted


@pytest.mark.parametrize(
    ("name", "unit", "heading"),
    [
        ("Số băng rôn", "băng rôn", "Số băng rôn"),
        ("Số tin, bài đã xử lý", "tin", "Số tin, bài đã xử lý"),
        ("Thông tin đã đăng", "in", "Thông tin đã đăng (in)"),
        ("Số pa nô", "tấm", "Số pa nô (tấm)"),
    ],
)
def test_a_heading_names_the_unit_once(name: str, unit: str, heading: str) -> None:
    indicators = INDICATORS | {"buoi": Indicator(name, unit, True)}
    (passage,) = typed_passages(figures([VALUE, OTHER], [VALUE, OTHER]), indicators, NAMES.__getitem__, is_sample=False)
    assert passage.table
    assert passage.table.columns[2] == heading
