"""Forms that were filled in wrongly or came to harm, each with exactly what has to be told and what must not count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from generator.model.answers import Given
from generator.model.report import NullReason
from tests.figures.forms import (
    Change,
    rows_swapped,
    sheet,
    text,
    together,
    typed,
    with_column_before,
    with_row_before,
    without_row,
)

NOT_APPLICABLE = Given(null_reason=NullReason.NOT_APPLICABLE)
NOT_REPORTED = Given(null_reason=NullReason.NOT_REPORTED)
NOTE = "gồm cả phần xã hội hóa"
"""Beside the money, before and after."""


@dataclass(frozen=True)
class Damage:
    """`told`: codes with the cells where they stand. `lost`: what is not taken. `now`: what is, other than before."""

    name: str
    change: Change
    told: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()
    now: Mapping[str, Given] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    is_kept_by_office: bool = True
    """LibreOffice saves it as it is; some things it mends, or has no room for."""


def one(name: str, change: Change, code: str, place: str = "F8", **more: Any) -> Damage:
    """A cell with an error: that figure alone is not taken."""
    lost = {"F8": "oral_sessions", "F9": "people", "F10": "young", "F11": "money"}
    more.setdefault("lost", (lost[f"F{place[1:]}"],) if place[1:] in ("8", "9", "10", "11") else ())
    return Damage(name, change, ((f"returned/{code}", place),), **more)


def noted(name: str, change: Change, code: str, value: str, place: str = "F8") -> Damage:
    """A cell that is told and taken."""
    name_of = {"F8": "oral_sessions", "F11": "money"}[place]
    now = {name_of: Given(value=Decimal(value), note=NOTE if name_of == "money" else "")}
    return Damage(name, change, ((f"returned/{code}", place),), now=now)


def merged(area: str) -> Change:
    return lambda book: sheet(book).merge_cells(area)


def renamed(book: Any) -> None:
    sheet(book).title = "Sheet1"


def named(book: Any) -> None:
    sheet(book)["B8"].value = "Số buổi tuyên truyền"


def second_row(book: Any) -> None:
    page = sheet(book)
    for column in "BCF":
        page[f"{column}12"].value = page[f"{column}8"].value


def with_sheet(book: Any) -> None:
    book.create_sheet("Giải trình")["A1"].value = "Số buổi tăng thêm 5"


def value_only(place: str, formula: str) -> Change:
    """A formula of which nobody has worked out the value."""
    return typed(place, formula)


LONG = "Đồng chí " * 600
CASES = (
    # Text where a number belongs
    one("words", text("F8", "mười hai"), "text-in-number"),
    one("number and unit", text("F8", "12 buổi"), "text-in-number"),
    one("about", text("F8", "khoảng 50"), "text-in-number"),
    one("a dash for nothing", text("F8", "-"), "text-in-number"),
    one("none in words", text("F8", "không có"), "text-in-number"),
    one("two numbers", text("F8", "5+7"), "text-in-number"),
    one("a range", text("F8", "10-12"), "text-in-number"),
    one("hostile digits", text("F8", "١٢"), "text-in-number"),
    one("endless digits", text("F8", "9" * 5_000), "text-in-number"),
    one("template tag", text("F8", "{{ 7 * 7 }}"), "text-in-number"),
    # Separators
    one("thousands or a fraction, point", text("F8", "1.234"), "ambiguous-number"),
    one("thousands or a fraction, comma", text("F9", "1,234"), "ambiguous-number", "F9"),
    one("English", text("F11", "1,234.5"), "english-number", "F11"),
    one("English decimals", text("F11", "97.55"), "english-number", "F11"),
    one("English millions", text("F9", "1,234,567"), "english-number", "F9"),
    noted("Vietnamese", text("F11", "1.234,5"), "number-as-text", "1234.5", "F11"),
    noted("Vietnamese millions", text("F8", "1.234.567"), "number-as-text", "1234567"),
    noted("spaces between thousands", text("F8", "12 345"), "number-as-text", "12345"),
    noted("digits as text", text("F8", " 0025 "), "number-as-text", "25"),
    noted("decimals as text", text("F11", "97,55"), "number-as-text", "97.55", "F11"),
    # Numbers that are none, or not these
    one("a date", typed("F8", 45_000, "dd/mm/yyyy"), "date"),
    one("a time", typed("F8", 0.5, "h:mm"), "date"),
    one("a per cent", typed("F11", 0.975, "0.00%"), "per-cent", "F11"),
    one("a per cent in words", text("F11", "97,5%"), "per-cent", "F11"),
    one("thousands hidden", typed("F8", 12_000, "#,##0,"), "scaled"),
    one("negative", typed("F8", -5), "negative"),
    one("negative as text", text("F8", "-5"), "negative"),
    one("a fraction of a session", typed("F8", 12.5), "fraction"),
    one("a fraction as text", text("F8", "12,5"), "fraction"),
    one("sixteen digits", typed("F8", 1_234_567_890_123_456), "too-many-digits"),
    one("a number beyond all", typed("F8", 1e300), "too-many-digits"),
    one("true", typed("F8", True), "truth", is_kept_by_office=False),
    noted("more digits than are asked", typed("F11", 97.554321), "rounded", "97.55", "F11"),
    # Formulas
    one("formula without value", value_only("F8", "=SUM(F9:F10)"), "formula-without-value", is_kept_by_office=False),
    one("formula that points nowhere", typed("F8", "#REF!"), "error-value", is_kept_by_office=False),
    # What stands beside
    Damage(
        "number and no such work",
        text("H8", "x"),
        (("returned/value-and-not-applicable", "F8"),),
        ("oral_sessions",),
    ),
    Damage("an odd mark", text("H8", "không"), (("returned/mark", "H8"),), ("oral_sessions",)),
    Damage("an odd word for about", text("G8", "?"), (("returned/approximate-word", "G8"),), ("oral_sessions",)),
    Damage(
        "about nothing",
        together(typed("F8", None), text("G8", "gần")),
        (("returned/approximate-alone", "G8"),),
        now={"oral_sessions": NOT_REPORTED},
    ),
    Damage("a note beyond measure", text("I8", LONG), (("returned/long-text", "I8"),), ("oral_sessions",)),
    Damage("an answer beyond measure", text("A15", LONG), (("returned/long-text", "A15"),), texts={"mo-hinh": ""}),
    # Rows, columns, sheets
    Damage(
        "merged upon the next row",
        merged("F8:F9"),
        (("returned/merged", "F8"), ("returned/merged", "F9")),
        ("oral_sessions", "people"),
    ),
    Damage("merged notes", merged("I8:I9"), (("returned/merged", "I8"), ("returned/merged", "I9"))),
    Damage("a row inserted", with_row_before(9), (("returned/rows-moved", "B10"),)),
    Damage("rows sorted", rows_swapped(8, 9), (("returned/rows-moved", "B9"),)),
    Damage(
        "a row deleted",
        without_row(8),
        (("returned/row-missing", "B8"), ("returned/rows-moved", "B8")),
        ("oral_sessions",),
    ),
    Damage("a name rewritten", named, (("returned/row-missing", "B8"),), ("oral_sessions",)),
    Damage("a row doubled", second_row, (("returned/row-twice", "F12"),), ("oral_sessions",)),
    Damage("a column inserted", with_column_before(6), (("returned/columns-moved", "G7"),)),
    Damage(
        "a row of the unit's own",
        together(text("B12", "Số cuộc khác"), typed("F12", 7)),
        (("returned/extra-row", "F12"),),
    ),
    Damage(
        "a question rewritten", text("A14", "Điều khác"), (("returned/question-missing", "A15"),), texts={"mo-hinh": ""}
    ),
    Damage("the sheet renamed", renamed, (("returned/sheet-renamed", "A1"),)),
    Damage("a sheet more", with_sheet, (("returned/extra-sheet", "A1"),)),
    # Not wrong at all
    Damage("no such work", together(typed("F8", None), text("H8", "X")), now={"oral_sessions": NOT_APPLICABLE}),
    Damage("zero", typed("F8", 0), now={"oral_sessions": Given(value=Decimal(0))}),
    Damage("nothing", typed("F8", None), now={"oral_sessions": NOT_REPORTED}),
    Damage(
        "about",
        together(typed("F8", 50), text("G8", "Khoảng")),
        now={"oral_sessions": Given(value=Decimal(50), approximate=True)},
    ),
    Damage(
        "stored with a tail", typed("F11", 71.799999999999997), now={"money": Given(value=Decimal("71.8"), note=NOTE)}
    ),
    Damage("shown with points", typed("F8", 1_250, "#,##0"), now={"oral_sessions": Given(value=Decimal(1250))}),
)
