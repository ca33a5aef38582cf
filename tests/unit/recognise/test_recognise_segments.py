"""Paragraphs cut at the gaps of a layout, and not at the gaps of their words."""

from __future__ import annotations

import pytest

from generator.recognise.segments import Column, Place, split
from tests.unit.recognise.made import paragraph

L, R, F = Column.LEFT, Column.RIGHT, Column.FULL
CASES = {
    "two sides by tabs": ("QUẬN ỦY\t\tĐẢNG CỘNG SẢN", [("QUẬN ỦY", L), ("ĐẢNG CỘNG SẢN", R)]),
    "two sides by spaces": ("QUẬN ỦY          ĐẢNG", [("QUẬN ỦY", L), ("ĐẢNG", R)]),
    "one word gap too wide": ("QUẬN   ỦY", [("QUẬN   ỦY", F)]),
    "room for a number and a day": (
        "Số      -KH/QU          Cái Răng, ngày      tháng 9 năm 2024",
        [("Số      -KH/QU", L), ("Cái Răng, ngày      tháng 9 năm 2024", R)],
    ),
    "a tab behind a marker": ("1.\tMục đích", [("1.\tMục đích", F)]),
    "pushed to the right by spaces": (" " * 60 + "Nguyễn Văn A", [("Nguyễn Văn A", R)]),
    "pushed to the right by tabs": ("\t\t\t\t\tBÍ THƯ", [("BÍ THƯ", R)]),
    "a first line indent by a tab": ("\tThực hiện kế hoạch", [("Thực hiện kế hoạch", F)]),
    "lines of one paragraph": ("QUẬN ỦY\nVĂN PHÒNG", [("QUẬN ỦY", F), ("VĂN PHÒNG", F)]),
    "lines with two sides": ("A B\tC D\nE F\tG H", [("A B", L), ("C D", R), ("E F", L), ("G H", R)]),
    "nothing": (" \t ", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_paragraph_is_cut_where_the_layout_is(text: str, expected: list[tuple[str, Column]]) -> None:
    pieces = split(paragraph(text), Place())
    assert [(piece.text, piece.column) for piece in pieces] == expected
    assert [text[piece.start : piece.stop] for piece in pieces] == [words for words, _column in expected]


def test_a_part_of_a_piece_knows_its_place_in_a_decomposed_paragraph() -> None:
    text = "Ki\u0301nh gu\u031b\u0309i: Ca\u0301c chi bo\u0323\u0302"
    (piece,) = split(paragraph(text), Place())
    name = piece.cut(len("Kính gửi:"))
    assert name.text == "Các chi bộ"
    assert text[name.start : name.stop] == "Ca\u0301c chi bo\u0323\u0302"
