"""What a form lets people type: choices, whole numbers, numbers with a comma; and what it paints when they go wrong.

Only text and what is below zero is refused; a figure that surprises is asked about. Pasting passes all of it by, so
the colours stay, and whoever takes the form back looks at everything again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation

from generator.figures.layout import ABOUT, AMOUNT, APPROXIMATE, CROSS, NOT_APPLICABLE
from generator.model.indicator import Indicator, Plausible
from generator.vietnamese.numerals import grouped

_MOST = 999_999_999_999_999
"""Fifteen digits: a spreadsheet keeps no more."""
_WRONG, _DOUBTFUL = "F4B6B6", "FFD966"

Asked = tuple[int, Indicator]
"""A row and what it asks for."""


def set_rules(sheet: Any, asked: Sequence[Asked]) -> None:
    if not asked:
        return
    first, last = asked[0][0], asked[-1][0]
    _choices(sheet, f"{APPROXIMATE}{first}:{APPROXIMATE}{last}", ABOUT, "Ước lượng", "trên, gần, khoảng")
    _choices(sheet, f"{NOT_APPLICABLE}{first}:{NOT_APPLICABLE}{last}", (CROSS,), "Không có việc này", CROSS)
    alike: dict[tuple[int, Plausible | None], list[int]] = {}
    for row, indicator in asked:
        alike.setdefault((indicator.decimals, indicator.plausible), []).append(row)
    for (decimals, plausible), rows in alike.items():
        _amounts(sheet, rows, decimals, plausible)
        _paint(sheet, rows, decimals, plausible)
    _paint_parts(sheet, asked)


def _choices(sheet: Any, places: str, words: Iterable[str], title: str, shown: str) -> None:
    rule = DataValidation("list", formula1='"' + ",".join(words) + '"', allow_blank=True)
    rule.errorTitle, rule.error = title, f"Chỉ chọn trong danh sách ({shown}) hoặc để trống."
    rule.showErrorMessage = True
    rule.add(places)
    sheet.data_validations.append(rule)


def _amounts(sheet: Any, rows: Sequence[int], decimals: int, plausible: Plausible | None) -> None:
    least, most = _bounds(plausible)
    rule = DataValidation("decimal" if decimals else "whole", operator="between", allow_blank=True)
    rule.formula1, rule.formula2 = _plain(least), _plain(most)
    rule.promptTitle = "Số liệu kỳ này"
    rule.prompt = (
        "Nhập số, dấu phẩy trước phần lẻ. Chưa có số liệu: để trống. Bằng không: nhập 0."
        if decimals
        else "Nhập số nguyên, không kèm chữ. Chưa có số liệu: để trống. Bằng không: nhập 0."
    )
    if plausible is None:
        rule.errorTitle = "Chưa đúng dạng số"
        rule.error = (
            "Chỉ nhập một số không âm, không kèm chữ hay đơn vị tính."
            if decimals
            else "Chỉ nhập một số nguyên không âm, không kèm chữ hay đơn vị tính."
        )
    else:
        rule.errorStyle = "warning"
        rule.errorTitle = "Số liệu khác thường"
        rule.error = f"Thường là {_range(plausible)}, và phải là số. Nếu đúng vậy thì chọn “Yes”, nếu nhầm thì sửa lại."
    rule.showErrorMessage = rule.showInputMessage = True
    for row in rows:
        rule.add(f"{AMOUNT}{row}")
    sheet.data_validations.append(rule)


def _bounds(plausible: Plausible | None) -> tuple[Decimal, Decimal]:
    least = plausible.least if plausible and plausible.least is not None else Decimal(0)
    most = plausible.most if plausible and plausible.most is not None else Decimal(_MOST)
    return least, most


def _range(plausible: Plausible) -> str:
    least, most = plausible.least, plausible.most
    if least is not None and most is not None:
        return f"từ {grouped(least)} đến {grouped(most)}"
    if most is not None:
        return f"không quá {grouped(most)}"
    return f"từ {grouped(least or Decimal(0))} trở lên"


def _paint(sheet: Any, rows: Sequence[int], decimals: int, plausible: Plausible | None) -> None:
    """Red: no figure at all. Yellow: beyond what is usual, or a figure beside `không có việc này`."""
    here = f"{AMOUNT}{rows[0]}"
    broken = f"{here}<0" if decimals else f"OR({here}<0,INT({here})<>{here})"
    doubts = [f'AND({here}<>"",${NOT_APPLICABLE}{rows[0]}<>"")']
    if plausible is not None:
        least, most = map(_plain, _bounds(plausible))
        doubts.append(f"AND(ISNUMBER({here}),OR({here}<{least},{here}>{most}))")
    places = " ".join(f"{AMOUNT}{row}" for row in rows)
    _colour(sheet, places, f'AND({here}<>"",IF(ISNUMBER({here}),{broken},TRUE))', _WRONG)
    for doubt in doubts:
        _colour(sheet, places, doubt, _DOUBTFUL)


def _paint_parts(sheet: Any, asked: Sequence[Asked]) -> None:
    """A part that is more than what it is part of."""
    rows = {indicator.code: row for row, indicator in asked}
    for row, indicator in asked:
        whole = rows.get(indicator.part_of or "")
        if whole is not None:
            here, above = f"{AMOUNT}{row}", f"${AMOUNT}${whole}"
            _colour(sheet, here, f"AND(ISNUMBER({here}),ISNUMBER({above}),{here}>{above})", _DOUBTFUL)


def _colour(sheet: Any, places: str, formula: str, colour: str) -> None:
    fill = PatternFill("solid", bgColor=colour, fgColor=colour)
    sheet.conditional_formatting.add(
        places, Rule("expression", formula=[formula], dxf=DifferentialStyle(fill=fill), stopIfTrue=True)
    )


def _plain(number: Decimal) -> str:
    return format(number, "f")
