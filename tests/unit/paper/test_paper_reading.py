"""A PDF becomes words, lines and frames, each with its place in millimetres; a bad file is a fault of the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Faulty
from generator.paper import reading
from generator.paper.page import Page
from generator.paper.reading import UNREADABLE, read_pages
from tests.unit.paper.sheets import A4, MM, line, pdf, rectangle, text

NEAR = 0.05
"""Millimetres: a content stream and the reader both count in parts of points."""


def page(folder: Path, *content: str) -> Page:
    (only,) = read_pages(pdf(folder, "\n".join(content)))
    return only


def sides(box: object) -> tuple[float, ...]:
    return tuple(getattr(box, side) for side in ("left", "top", "right", "bottom"))


def test_a_page_has_its_size(tmp_path: Path) -> None:
    made = page(tmp_path, "")
    assert (made.width, made.height) == pytest.approx((210, 297), abs=NEAR)


def test_a_turned_page_has_its_size(tmp_path: Path) -> None:
    (made,) = read_pages(pdf(tmp_path, "", size=(A4[1], A4[0])))
    assert (made.width, made.height) == pytest.approx((297, 210), abs=NEAR)


def test_places_count_from_the_corner_that_is_seen(tmp_path: Path) -> None:
    crop = f"/CropBox [{10 * MM} 0 {210 * MM} {290 * MM}]"
    (made,) = read_pages(pdf(tmp_path, line(30, 57, 50, 57), box=crop))
    assert (made.width, made.height) == pytest.approx((200, 290), abs=NEAR)
    assert sides(made.strokes[0].box) == pytest.approx((20, 50, 40, 50), abs=NEAR)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("(Hai mot)", ["Hai", "mot"]),
        ("(Hai)", ["Hai"]),
        ("(10-KH/QU)", ["10-KH/QU"]),
        ("(co quan -)", ["co", "quan", "-"]),
        ("()", []),
    ],
)
def test_words_end_at_white_space(tmp_path: Path, shown: str, words: list[str]) -> None:
    assert [word.text for word in page(tmp_path, text(shown, 30, 25)).words] == words


@pytest.mark.parametrize(
    ("pieces", "words"),
    [("[(H) -40 (ai)] TJ", ["Hai"]), ("[(H) 60 (ai)] TJ", ["Hai"]), ("[(Hai) -1500 (mot)] TJ", ["Hai", "mot"])],
)
def test_kerning_does_not_part_letters_and_a_gap_does(tmp_path: Path, pieces: str, words: list[str]) -> None:
    made = page(tmp_path, f"BT /F1 14 Tf 85 700 Td {pieces} ET")
    assert [word.text for word in made.words] == words


def test_a_word_has_its_place_and_its_size(tmp_path: Path) -> None:
    (word,) = page(tmp_path, text("(H)", 30, 25, size=14)).words
    assert word.baseline == pytest.approx(25, abs=NEAR)
    assert word.size == 14
    assert word.box.left == pytest.approx(30, abs=0.3)
    assert word.box.bottom == pytest.approx(25, abs=0.1), "an H stands on its line"
    assert word.box.height == pytest.approx(14 * 0.662 / MM, abs=0.2), "as high as capitals of Times are"


def test_words_come_by_height_then_from_left_to_right(tmp_path: Path) -> None:
    made = page(tmp_path, text("(ba)", 30, 50), text("(hai)", 100, 25), text("(mot)", 30, 25))
    assert [word.text for word in made.words] == ["mot", "hai", "ba"]


def test_words_side_by_side_on_one_height_are_apart(tmp_path: Path) -> None:
    made = page(tmp_path, text("(trai)", 30, 25), text("(phai)", 120, 25))
    assert [round(word.box.left) for word in made.words] == [30, 120]


def test_a_font_that_is_not_carried_is_told(tmp_path: Path) -> None:
    (font,) = page(tmp_path, text("(Hai)", 30, 25)).fonts
    assert (font.name, font.is_embedded) == ("Times-Roman", False)


def test_a_line_has_its_place_and_weight(tmp_path: Path) -> None:
    (stroke,) = page(tmp_path, line(122, 27, 195, 27)).strokes
    assert sides(stroke.box) == pytest.approx((122, 27, 195, 27), abs=NEAR)
    assert (stroke.is_level, round(stroke.weight, 2), stroke.colour) == (True, 0.75, "000000")


def test_a_line_has_its_colour(tmp_path: Path) -> None:
    (stroke,) = page(tmp_path, "1 0 0 RG", line(30, 27, 60, 27)).strokes
    assert stroke.colour == "FF0000"


def test_a_line_is_where_its_matrix_puts_it(tmp_path: Path) -> None:
    (stroke,) = page(tmp_path, f"q 1 0 0 1 {10 * MM} {-20 * MM} cm", line(30, 27, 60, 27), "Q").strokes
    assert sides(stroke.box) == pytest.approx((40, 47, 70, 47), abs=NEAR)


def test_a_flat_filled_rectangle_is_a_line(tmp_path: Path) -> None:
    (stroke,) = page(tmp_path, rectangle(30, 27, 60, 0.4, "f")).strokes
    assert sides(stroke.box) == pytest.approx((30, 27.2, 90, 27.2), abs=NEAR)
    assert stroke.weight == pytest.approx(0.4 * MM, abs=NEAR)


@pytest.mark.parametrize(
    ("drawn", "count"),
    [
        ([line(30, 27, 60, 27), line(30, 27, 60, 27)], 1),
        ([line(30, 27, 60, 27), line(60, 27, 90, 27)], 1),
        ([line(30, 27, 60, 27), line(62, 27, 90, 27)], 2),
        ([line(30, 27, 60, 27), line(30, 29, 60, 29)], 2),
        ([line(30, 27, 31, 27)], 0),
        ([line(30, 27, 60, 40)], 0),
        ([rectangle(30, 27, 60, 10, "f")], 0),
    ],
    ids=["drawn twice", "two that touch", "a gap between", "one below the other", "short", "slanted", "an area"],
)
def test_lines_are_those_that_people_see(tmp_path: Path, drawn: list[str], count: int) -> None:
    assert len(page(tmp_path, *drawn).strokes) == count


@pytest.mark.parametrize(
    "drawn",
    [
        [rectangle(30, 50, 80, 50)],
        [line(30, 50, 110, 50), line(30, 100, 110, 100), line(30, 50, 30, 100), line(110, 50, 110, 100)],
        [
            rectangle(30, 50, 80, 0.4, "f"),
            rectangle(30, 99.8, 80, 0.4, "f"),
            line(30, 50, 30, 100),
            line(110, 50, 110, 100),
        ],
    ],
    ids=["drawn whole", "four lines", "filled and drawn"],
)
def test_a_frame_has_its_size(tmp_path: Path, drawn: list[str]) -> None:
    (frame,) = page(tmp_path, *drawn).frames
    assert (frame.box.width, frame.box.height) == pytest.approx((80, 50), abs=0.3)


def test_three_sides_are_no_frame(tmp_path: Path) -> None:
    assert not page(tmp_path, line(30, 50, 110, 50), line(30, 100, 110, 100), line(30, 50, 30, 100)).frames


def test_pages_are_counted_from_one(tmp_path: Path) -> None:
    assert [made.number for made in read_pages(pdf(tmp_path, "", "", ""))] == [1, 2, 3]


def refused(file: Path) -> str:
    with pytest.raises(Faulty) as caught:
        read_pages(file)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.where.file, bool(diagnostic.hint)) == (file, True)
    return diagnostic.code


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.4\nnothing more"])
def test_what_is_no_pdf_is_a_fault_of_the_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "van-ban.pdf"
    file.write_bytes(content)
    assert refused(file) == UNREADABLE


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert refused(tmp_path / "khong-co.pdf") == UNREADABLE


@pytest.mark.parametrize(("limit", "least"), [("MOST_BYTES", 10), ("MOST_PAGES", 1), ("MOST_LETTERS", 2)])
def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, least: int) -> None:
    monkeypatch.setattr(reading, limit, least)
    assert refused(pdf(tmp_path, text("(Hai)", 30, 25), "")) == UNREADABLE


def test_lines_beyond_the_limit_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PATHS", 1)
    assert len(page(tmp_path, line(30, 27, 60, 27), line(30, 37, 60, 37)).strokes) == 1
