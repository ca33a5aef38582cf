"""A unit's form: what it says, what may be typed where, and that nothing in it comes alive."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from generator.figures.layout import Structure, digest, literal, structure_of
from generator.figures.workbook import AskRow, UnitAsk, is_untouched, make_form
from generator.model.answers import Given
from generator.model.collection import Question
from generator.vietnamese.clock import VIETNAM
from tests.unit.figures.asked import ASKED, MONEY, PEOPLE, ROWS, SESSIONS, YOUNG, opened, sheet, with_row

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=VIETNAM)


def hidden(asked: UnitAsk = ASKED) -> list[tuple[str, ...]]:
    return [tuple(each for each in row if each) for row in opened(asked)["_vanthu"].iter_rows(values_only=True)]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("A1", "ĐẢNG ỦY XÃ MẪU"),
        ("A2", "SỐ LIỆU TUYÊN TRUYỀN ĐỢT 2"),
        ("A3", "Đợt 2, từ ngày 01/6/2025 đến ngày 31/12/2025"),
        ("A4", "Đơn vị báo cáo: Chi bộ Một"),
        ("A5", "Hạn gửi biểu: thứ Ba, ngày 06/01/2026. Nơi nhận và giải đáp: Văn phòng Đảng ủy, 0292 000 000"),
        ("B8", "Số buổi"),
        ("C8", "buổi"),
        ("A10", "2.1"),
        ("B10", "Trong đó: số thanh niên"),
        ("A11", "3"),
        ("B11", "Kinh phí (tính đến cuối kỳ)"),
        ("A14", "1. Mô hình hay"),
        ("A16", "2. Khó khăn"),
        ("B20", "Họ và tên"),
        ("B21", "Số điện thoại"),
    ],
)
def test_what_a_form_says(place: str, text: str) -> None:
    assert sheet()[place].value == text


def test_without_a_contact_the_deadline_stands_alone() -> None:
    assert sheet(replace(ASKED, contact=""))["A5"].value == "Hạn gửi biểu: thứ Ba, ngày 06/01/2026"


INPUTS = {f"{column}{row}" for row in ROWS.values() for column in "FGHI"} | {"A15", "A17", "C20", "C21"}


def test_only_what_is_asked_may_be_typed_and_all_of_it_is_empty() -> None:
    page = sheet()
    # Of merged cells the first counts.
    covered = {cell for area in page.merged_cells.ranges for row in area.rows for cell in row}
    covered -= {(area.min_row, area.min_col) for area in page.merged_cells.ranges}
    cells = [cell for row in page.iter_rows() for cell in row if (cell.row, cell.column) not in covered]
    assert page.protection.sheet
    assert not page.protection.password
    assert {cell.coordinate for cell in cells if not cell.protection.locked} == INPUTS
    assert {cell.coordinate for cell in cells if not cell.protection.locked and cell.value is not None} == set()
    assert {cell.fill.fgColor.rgb for cell in cells if not cell.protection.locked} == {"00FFF7E0"}


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        (ASKED, {"D": (True, None), "E": (True, None)}),
        (with_row("oral_sessions", previous="12"), {"D": (False, 12), "E": (True, None)}),
        (with_row("oral_sessions", target="0"), {"D": (True, None), "E": (False, 0)}),
        (with_row("oral_sessions", previous="97.5", target="150"), {"D": (False, 97.5), "E": (False, 150)}),
    ],
)
def test_columns_of_what_was_before_and_of_targets_are_seen_where_there_are_some(
    asked: UnitAsk, seen: dict[str, tuple[bool, float | None]]
) -> None:
    page = sheet(asked)
    assert {column: (page.column_dimensions[column].hidden, page[f"{column}8"].value) for column in "DE"} == seen


TYPED: dict[str, Callable[[str], UnitAsk]] = {
    "title": lambda text: replace(ASKED, title=text),
    "office": lambda text: replace(ASKED, office=text),
    "contact": lambda text: replace(ASKED, contact=text),
    "unit": lambda text: replace(ASKED, unit_name=text),
    "indicator": lambda text: replace(
        ASKED,
        rows=(replace(ASKED.rows[0], indicator=SESSIONS.model_copy(update={"name": text, "unit": text})),),
    ),
    "question": lambda text: replace(ASKED, questions=(Question(id="q", text=text),)),
    "note": lambda text: replace(ASKED, filled={"people": Given(value=Decimal(1), note=text)}),
    "answer": lambda text: replace(ASKED, texts={"mo-hinh": text}),
}
NASTY = [
    "=1+1",
    '=HYPERLINK("http://x")',
    "+84",
    "-cmd",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "{=1}",
    "&P",
    "<c><f>1</f></c>",
    "{{ x }}",
]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("text", NASTY)
def test_nothing_typed_becomes_a_formula(typed: str, text: str) -> None:
    book = opened(TYPED[typed](text))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert any(text.upper() in str(cell.value).upper() for cell in cells)
    assert book["Biểu số liệu"].oddFooter.center.text == "Trang &P/&N"


@pytest.mark.parametrize("text", ["_x000D_", "a\nb", "  x", "Số & <số>", "‹…›"])
def test_texts_stay_letter_by_letter(text: str) -> None:
    page = sheet(replace(ASKED, texts={"mo-hinh": text}))
    # This library does not turn the escape back; spreadsheets do.
    assert page["A15"].value == literal(text)


def rules() -> dict[str, Any]:
    found = sheet().data_validations.dataValidation
    return {str(area): rule for rule in found for area in rule.sqref.ranges}


@pytest.mark.parametrize(
    ("places", "kind", "style", "least", "most"),
    [
        (f"F{ROWS['oral_sessions']}", "whole", "stop", "0", "999999999999999"),
        (f"F{ROWS['people']}", "whole", "warning", "5", "2000"),
        (f"F{ROWS['money']}", "decimal", "stop", "0", "999999999999999"),
        ("G8:G11", "list", "stop", '"trên,gần,khoảng"', None),
        ("H8:H11", "list", "stop", '"x"', None),
    ],
)
def test_what_may_be_typed(places: str, kind: str, style: str, least: str, most: str | None) -> None:
    rule = rules()[places]
    assert (rule.type, rule.errorStyle or "stop", rule.formula1, rule.formula2) == (kind, style, least, most)
    assert rule.showErrorMessage
    assert 0 < len(rule.errorTitle) <= 32
    assert 0 < len(rule.error) <= 255
    assert len(rule.prompt or "") <= 255


@pytest.mark.parametrize(
    ("range_", "words"),
    [
        ({"least": 5, "most": 2000}, "từ 5 đến 2.000"),
        ({"most": Decimal("97.5")}, "không quá 97,5"),
        ({"least": 5}, "từ 5 trở lên"),
    ],
)
def test_a_surprising_figure_is_asked_about(range_: dict[str, Any], words: str) -> None:
    indicator = PEOPLE.model_validate({"code": "people", "name": "Người", "unit": "người", "plausible": range_})
    asked = replace(ASKED, rows=(replace(ASKED.rows[0], indicator=indicator),))
    messages = [rule.error for rule in sheet(asked).data_validations.dataValidation]
    assert [words in message for message in messages] == [False, False, True]


def test_colours_tell_what_was_pasted_wrong() -> None:
    found = sheet().conditional_formatting
    formulas = {(str(area.sqref), rule.formula[0]) for area in found for rule in area.rules}
    assert {
        ("F8 F10", 'AND(F8<>"",IF(ISNUMBER(F8),OR(F8<0,INT(F8)<>F8),TRUE))'),
        ("F11", 'AND(F11<>"",IF(ISNUMBER(F11),F11<0,TRUE))'),
        ("F9", "AND(ISNUMBER(F9),OR(F9<5,F9>2000))"),
        ("F9", 'AND(F9<>"",$H9<>"")'),
        ("F10", "AND(ISNUMBER(F10),ISNUMBER($F$9),F10>$F$9)"),
    } <= formulas


def test_paper_is_a4_one_page_wide_and_the_titles_are_on_each() -> None:
    page = sheet()
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.print_title_rows, page.freeze_panes) == ("$7:$7", "A8")
    assert page.print_area == "'Biểu số liệu'!$A$1:$I$21"
    assert {cell.font.name for row in page.iter_rows() for cell in row if cell.value} == {"Times New Roman"}


def test_the_hidden_sheet_says_what_the_form_is() -> None:
    book = opened()
    assert (book["_vanthu"].sheet_state, book.active.title) == ("veryHidden", "Biểu số liệu")
    assert book.security.lockStructure
    assert structure_of(hidden()) == ASKED.pattern.structure("chi-bo-mot")
    assert {line.code: line.row for line in structure_of(hidden()).figures} == ROWS


@pytest.mark.parametrize("line", range(len(list(ASKED.pattern.structure("chi-bo-mot").lines()))))
@pytest.mark.parametrize("change", ["edited", "gone", "twice"])
def test_an_edited_hidden_sheet_is_known(line: int, change: str) -> None:
    lines = hidden()
    lines[line : line + 1] = {
        "edited": [(*lines[line][:-1], f"{lines[line][-1]}0")],
        "gone": [],
        "twice": [lines[line]] * 2,
    }[change]
    with pytest.raises(ValueError, match="hidden sheet"):
        structure_of(lines)


MADE_UP = {
    "phase": ["0", "-3", "9" * 4000, "٣", "1.0"],
    "version": ["-3", "0"],
    "unit": ["../../x", "", "a b"],
    "plan": ["../x"],
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in MADE_UP.items() for value in values])
def test_a_hidden_sheet_that_was_made_up_names_nothing_that_cannot_be(key: str, value: str) -> None:
    told = [(line[0], value) if line[0] == key else line for line in hidden()][:-1]
    with pytest.raises(ValueError, match="hidden sheet"):
        structure_of([*told, ("digest", digest(told))])


def test_every_row_on_the_sheet_is_the_one_that_the_hidden_sheet_says() -> None:
    page, structure = sheet(), structure_of(hidden())
    assert [(page[f"B{line.row}"].value, page[f"C{line.row}"].value) for line in structure.figures] == [
        (line.name, line.unit) for line in structure.figures
    ]
    assert [page[f"A{line.row - 1}"].value for line in structure.texts] == [line.text for line in structure.texts]
    assert page[f"B{structure.reporter_row}"].value == "Họ và tên"


@pytest.mark.parametrize(("rows", "questions"), [(4, 2), (4, 0), (0, 2), (1, 1)])
def test_parts_of_a_form_never_overlap(rows: int, questions: int) -> None:
    structure: Structure = replace(
        ASKED, rows=ASKED.rows[:rows], questions=ASKED.questions[:questions]
    ).pattern.structure("u")
    taken = [line.row for line in structure.figures]
    taken += [row for line in structure.texts for row in (line.row - 1, line.row)]
    taken += [structure.reporter_row - 1, structure.reporter_row, structure.reporter_row + 1]
    assert taken == sorted(set(taken))
    assert taken[0] >= 8


@pytest.mark.parametrize(
    ("given", "cells"),
    [
        (Given(value=Decimal(0)), (0, None, None, None)),
        (Given(value=Decimal("97.55")), (97.55, None, None, None)),
        (Given(value=Decimal(1250), approximate=True, note="chưa đủ"), (1250, "khoảng", None, "chưa đủ")),
        (Given(null_reason="not_applicable"), (None, None, "x", None)),
        (Given(null_reason="not_reported"), (None, None, None, None)),
    ],
)
def test_figures_that_stand_in_it_already(given: Given, cells: tuple[object, ...]) -> None:
    page = sheet(replace(ASKED, filled={"money": given}))
    assert tuple(page[f"{column}{ROWS['money']}"].value for column in "FGHI") == cells


def test_what_one_unit_has_is_not_in_the_next_ones_form() -> None:
    clean = make_form(ASKED)
    filled = replace(ASKED, filled={"people": Given(value=Decimal(7))}, texts={"mo-hinh": "Có"}, unit_name="Khác")
    assert make_form(filled) != clean
    assert make_form(ASKED) == clean


@pytest.mark.parametrize("change", [{"version": 4}, {"unit": "khac"}, {"plan": "khac"}, {"phase": 1}])
def test_another_form_has_another_digest(change: dict[str, Any]) -> None:
    assert hidden(replace(ASKED, **change))[-1] != hidden()[-1]


def _saved_again(data: bytes) -> bytes:
    from openpyxl import load_workbook

    stream = io.BytesIO()
    load_workbook(io.BytesIO(data)).save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (make_form(ASKED), True),
        (_saved_again(make_form(ASKED)), False),
        (make_form(ASKED, NOON), False),
        (b"", False),
        (b"PK\3\4 cut", False),
    ],
)
def test_a_form_that_somebody_saved_is_told_from_one_as_it_was_made(data: bytes, expected: bool) -> None:
    assert is_untouched(data) is expected


def test_when_it_was_filled_in_stands_in_it() -> None:
    from openpyxl import load_workbook

    modified = load_workbook(io.BytesIO(make_form(ASKED, NOON))).properties.modified
    assert modified == datetime(2026, 1, 5, 5, 0)


def test_indicators_below_another_are_set_in() -> None:
    page = sheet(replace(ASKED, rows=tuple(replace(ASKED.rows[0], indicator=each) for each in (PEOPLE, YOUNG, MONEY))))
    assert [page[f"B{row}"].alignment.indent for row in (8, 9, 10)] == [1, 3, 1]


def _breaks(rows: int, questions: int) -> list[int]:
    asked = replace(
        ASKED,
        rows=tuple(AskRow(SESSIONS.model_copy(update={"code": f"c_{number}"})) for number in range(rows)),
        questions=tuple(Question(id=f"q-{number}", text="Hỏi") for number in range(questions)),
    )
    return [each.id for each in sheet(asked).row_breaks.brk]


@pytest.mark.parametrize(
    ("rows", "questions", "breaks"),
    [
        (2, 0, []),
        (2, 1, []),
        (9, 2, [20]),  # before the second question
        (12, 1, [20]),  # before the title of the questions
        (9, 1, [21]),  # before the title of the reporter's lines
        (0, 3, []),
        (60, 0, []),
    ],
)
def test_a_question_and_its_answer_stay_on_one_page(rows: int, questions: int, breaks: list[int]) -> None:
    assert _breaks(rows, questions) == breaks
