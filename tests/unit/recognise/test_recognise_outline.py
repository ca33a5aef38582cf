"""Markers of headings and items, with what they count and how deep they stand."""

from __future__ import annotations

import pytest

from generator.model.parts import Part
from generator.recognise.names import Extra, Name
from generator.recognise.outline import headings_of
from generator.vietnamese.numbering import MarkerStyle
from tests.unit.recognise.made import component

CASES: dict[str, tuple[Name, str, MarkerStyle | None, tuple[int, ...], str]] = {
    "I- MỤC ĐÍCH": (Part.HEADING_ROMAN, "I-", MarkerStyle.ROMAN_DASH, (1,), "MỤC ĐÍCH"),
    "II. KẾT QUẢ": (Part.HEADING_ROMAN, "II.", MarkerStyle.ROMAN_DOT, (2,), "KẾT QUẢ"),
    "II/ NHIỆM VỤ": (Part.HEADING_ROMAN, "II/", None, (), "NHIỆM VỤ"),
    "3. Yêu cầu": (Part.HEADING_DECIMAL, "3.", MarkerStyle.DECIMAL, (3,), "Yêu cầu"),
    "1.2. Trên mạng": (Part.HEADING_NESTED, "1.2.", MarkerStyle.NESTED, (1, 2), "Trên mạng"),
    "1.2 Trên mạng": (Part.HEADING_NESTED, "1.2", None, (1, 2), "Trên mạng"),
    "(4) Đảng viên": (Part.POINT, "(4)", MarkerStyle.PARENTHESISED, (4,), "Đảng viên"),
    "đ) Các việc khác": (Part.POINT, "đ)", MarkerStyle.LETTER, (5,), "Các việc khác"),
    "Điều 12. Hiệu lực": (Extra.ARTICLE, "Điều 12.", None, (12,), "Hiệu lực"),
    "- Một việc": (Part.BODY, "-", MarkerStyle.DASH, (), "Một việc"),
    "– Một việc": (Part.BODY, "–", MarkerStyle.DASH, (), "Một việc"),
    "+ Một việc": (Part.BODY, "+", MarkerStyle.PLUS, (), "Một việc"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES)
def test_a_marker_is_read(text: str, expected: tuple[Name, str, MarkerStyle | None, tuple[int, ...], str]) -> None:
    part, marker, style, numbers, title = expected
    (heading,) = headings_of([component(text, part)])
    assert (heading.marker, heading.style, heading.numbers, heading.title) == (marker, style, numbers, title)


def test_a_level_is_how_deep_a_marker_stands_among_those_around_it() -> None:
    lines = [
        *((Part.HEADING_ROMAN, "I- MỘT"), (Part.HEADING_DECIMAL, "1. Một"), (Part.POINT, "a) Một")),
        *((Part.HEADING_DECIMAL, "2. Hai"), (Part.BODY, "- Một"), (Part.HEADING_ROMAN, "II- HAI")),
    ]
    headings = headings_of([component(text, part) for part, text in lines])
    assert [heading.level for heading in headings] == [0, 1, 2, 1, 2, 0]


def test_an_annex_begins_anew_at_the_top() -> None:
    lines = [(Part.HEADING_ROMAN, "I- MỘT"), (Part.ANNEX_LABEL, "Phụ lục"), (Part.CLAUSE, "1. Một")]
    assert [each.level for each in headings_of([component(text, part) for part, text in lines])] == [0, 0]


def test_plain_paragraphs_have_no_marker() -> None:
    assert not list(headings_of([component("Nhằm tạo sự thống nhất."), component("35-CT/TW là chỉ thị.")]))
