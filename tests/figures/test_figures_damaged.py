"""What came to harm on its way is told at its cell, keeps that cell alone from counting, and nothing is made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.figures.returned import Returned, read_form
from generator.vietnamese.unicode import illegal_characters
from tests.figures.damage import CASES, Damage
from tests.figures.forms import DECIMALS, SOUND, TEXTS, changed, filled, part, sheet, typed


def told(found: Returned) -> list[tuple[str, str]]:
    """What was said but of empty cells, with the cell alone."""
    return sorted((each.code, (each.where.cell or "").rpartition("!")[2]) for each in found.diagnostics)


def read(data: bytes, file: Path) -> Returned:
    file.write_bytes(data)
    return read_form(file, DECIMALS)


def check(case: Damage, found: Returned) -> None:
    assert told(found) == sorted(case.told)
    wanted = {code: given for code, given in {**SOUND, **case.now}.items() if code not in case.lost}
    assert found.figures == wanted
    assert found.texts == {name: words for name, words in {**TEXTS, **case.texts}.items() if words}
    assert not (case.lost and found.is_sound)
    assert found.is_sound is not any(each.severity is Severity.ERROR for each in found.diagnostics)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_form_that_came_to_harm(case: Damage, tmp_path: Path) -> None:
    check(case, read(changed(case.change), tmp_path / "Biểu.xlsx"))


def test_the_forms_are_many_and_of_many_kinds() -> None:
    assert len([case for case in CASES if case.told]) >= 40
    assert len({code for case in CASES for code, _place in case.told}) >= 25


def test_every_lost_figure_has_an_error() -> None:
    assert not [case.name for case in CASES if case.lost and not case.told]


HIDDEN, BOOK, CORE = "xl/worksheets/sheet2.xml", "xl/workbook.xml", "docProps/core.xml"
FORM = "xl/worksheets/sheet1.xml"


def without_hidden(book: object) -> None:
    del book["_vanthu"]  # type: ignore[attr-defined]


def without_titles(book: object) -> None:
    for column in "ABCDEFGHI":
        sheet(book)[f"{column}7"].value = None


WHOLE_FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "no hidden sheet": (lambda: changed(without_hidden), "no-form"),
    "another unit in the hidden sheet": (lambda: part(HIDDEN, "chi-bo-mot", "chi-bo-hai"), "form-edited"),
    "another phase in the hidden sheet": (
        lambda: changed(lambda book: book["_vanthu"].__setitem__("B3", "1")),
        "form-edited",
    ),
    "a later format": (lambda: part(HIDDEN, "vanthu-figures-1", "vanthu-figures-9"), "other-format"),
    "no titles": (lambda: changed(without_titles), "structure-lost"),
    "column of figures deleted": (lambda: changed(lambda book: sheet(book).delete_cols(6)), "structure-lost"),
    "column of names deleted": (lambda: changed(lambda book: sheet(book).delete_cols(2)), "structure-lost"),
    "cut short": (lambda: filled()[:2_000], "damaged"),
    "empty": (lambda: b"", "damaged"),
    "zeros": (lambda: bytes(4_000), "damaged"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "not-xlsx"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "text": (lambda: "Số buổi;12\n".encode(), "not-xlsx"),
    "a web page": (lambda: b"<html><table><tr><td>12", "not-xlsx"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "not-xlsx"),
    "broken XML": (lambda: part(FORM, "<sheetData>", "<sheetData><"), "damaged"),
    "an entity": (
        lambda: part(FORM, "<sheetData>", "<sheetData>&boom;"),
        "damaged",
    ),
    "a document type": (
        lambda: part(HIDDEN, "<worksheet", '<!DOCTYPE w [<!ENTITY a "b">]><worksheet'),
        "damaged",
    ),
    "a million empty cells": (lambda: part(FORM, "<sheetData>", "<sheetData>" + "<row/>" * 450_000), "too-large"),
    "spaces without end": (lambda: part(FORM, "<sheetData>", "<sheetData>" + " " * 40_000_000), "too-large"),
}


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_a_file_that_is_no_answer_says_nothing(name: str, tmp_path: Path) -> None:
    make, code = WHOLE_FILES[name]
    found = read(make(), tmp_path / "Biểu.xlsx")
    assert [each.code for each in found.diagnostics] == [f"returned/{code}"]
    assert not found.unit
    assert not found.figures
    assert not found.texts
    assert found.diagnostics[0].severity is Severity.ERROR
    assert found.diagnostics[0].hint


def test_a_cached_value_of_a_formula_is_taken_and_told(tmp_path: Path) -> None:
    data = part(FORM, "<v>12</v>", "<f>10+2</f><v>12</v>")
    found = read(data, tmp_path / "a.xlsx")
    assert told(found) == [("returned/formula", "F8")]
    assert found.figures == SOUND


def test_a_broken_formula_is_not_taken(tmp_path: Path) -> None:
    data = part(FORM, "<v>12</v>", "<f>#REF!+2</f><v>12</v>")
    data = part(FORM, '<c r="F8"', '<c t="e" r="F8"', data=data)
    found = read(part(FORM, "<v>12</v>", "<v>#REF!</v>", data=data), tmp_path / "a.xlsx")
    assert [code for code, _cell in told(found) if code == "returned/error-value"] == ["returned/error-value"]
    assert "oral_sessions" not in found.figures


def test_places_far_away_cost_nothing(tmp_path: Path) -> None:
    found = read(changed(typed("XFD1048576", 1)), tmp_path / "a.xlsx")
    assert told(found) == []
    assert found.figures == SOUND


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    found = read_form(tmp_path / "không có.xlsx")
    assert [each.code for each in found.diagnostics] == ["returned/unreadable"]


def test_what_it_says_of_itself(tmp_path: Path) -> None:
    found = read(filled(), tmp_path / "a.xlsx")
    assert (found.unit, found.plan, found.phase, found.version) == ("chi-bo-mot", "ke-hoach", 2, 3)
    assert str(found.saved_at) == "2026-01-05 09:30:00+07:00"
    assert found.cells["money"].cell == "Biểu số liệu!F11"
    assert not found.is_blank
    assert found.is_sound


def test_a_blank_form_is_no_answer(tmp_path: Path) -> None:
    found = read(filled(filled={}, texts={}), tmp_path / "a.xlsx")
    assert found.is_blank
    assert told(found) == []


def test_who_filled_it_in(tmp_path: Path) -> None:
    def sign(book: object) -> None:
        page = sheet(book)
        page["C20"], page["C21"] = "  Trần Thị\tMẫu ", 912000000

    found = read(changed(sign), tmp_path / "a.xlsx")
    assert (found.reporter.name, found.reporter.telephone) == ("Trần Thị Mẫu", "912000000")


def test_what_is_told_moves_no_terminal(tmp_path: Path) -> None:
    def change(book: object) -> None:
        page = sheet(book)
        page["F8"], page["H9"], page["F12"] = "_x001B_[31m_x0007_", "_x001B_]0;", 3
        page["B12"] = "_x009B_2J"
        page.title = "Sổ"

    found = read(part(BOOK, "Sổ", "_x001B_c", data=changed(change)), tmp_path / "a.xlsx")
    assert {code for code, _place in told(found)} >= {"returned/text-in-number", "returned/mark", "returned/extra-row"}
    shown = "".join(f"{each.message}{each.hint}{each.where.cell}" for each in found.diagnostics)
    assert not illegal_characters(shown)
