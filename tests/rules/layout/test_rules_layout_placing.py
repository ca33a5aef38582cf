"""A text is found among printed words in the order of reading, and what is not there is not found."""

from __future__ import annotations

import pytest

from generator.check.placing import Finder, Place, letters
from generator.paper.page import Box, Page, Word

TOP: Place = (1, 0.0)
_LETTER = 2.5


def words(text: str, left: float, baseline: float, size: float = 14) -> list[Word]:
    """Words of one line, each letter as wide as any other."""
    made = []
    for word in text.split():
        width = len(word) * _LETTER
        made.append(Word(word, Box(left, baseline - 4, left + width, baseline), baseline, "Tinos", size))
        left += width + 1
    return made


def pages(*lines: tuple[int, str, float, float]) -> list[Page]:
    """Upright pages of lines: the page, the text, where it begins, and its height."""
    made = []
    for number in range(1, max(page for page, *_rest in lines) + 1):
        found = [word for page, text, left, at in lines if page == number for word in words(text, left, at)]
        ordered = tuple(sorted(found, key=lambda word: (word.baseline, word.box.left)))
        made.append(Page(number, 210, 297, ordered, (), (), ()))
    return made


HEAD = (
    (1, "ĐẢNG BỘ THÀNH PHỐ", 40, 24),
    (1, "ĐẢNG CỘNG SẢN", 130, 24.3),
    (1, "QUẬN ỦY CÁI RĂNG", 40, 30),
    (1, "VIỆT NAM", 130, 30),
)
TEXT = (
    (1, "Các chi bộ trực thuộc tổ chức thực hiện", 40, 50),
    (1, "kế hoạch này. Các chi", 30, 57),
    (1, "Các chi đoàn cùng thực hiện", 40, 250),
    (1, "và báo cáo", 30, 257),
    (2, "2", 110, 12),
    (2, "kết quả hằng tháng.", 30, 24),
)


@pytest.mark.parametrize(
    ("text", "bound", "where"),
    [
        ("ĐẢNG BỘ THÀNH PHỐ", TOP, [(1, 40)]),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", TOP, [(1, 130), (1, 130)]),
        ("Đảng Cộng sản Việt Nam", TOP, [(1, 130), (1, 130)]),
        ("Các chi bộ trực thuộc tổ chức thực hiện kế hoạch này.", (1, 31.0), [(1, 40), (1, 30)]),
        ("Các chi đoàn cùng thực hiện và báo cáo kết quả hằng tháng.", TOP, [(1, 40), (1, 30), (2, 30)]),
        ("Các chi", (1, 51.0), [(1, 40)]),
        ("Các chi bộ trực thuộc tổ chức thực hiện kết quả", TOP, []),
        ("chi bộ thực hiện", TOP, []),
        ("Không có", TOP, []),
    ],
)
def test_where_a_text_is_found(text: str, bound: Place, where: list[tuple[int, float]]) -> None:
    found = Finder(pages(*HEAD, *TEXT)).find(text, bound)
    begins = [spot for at, spot in enumerate(found) if not at or spot.place != found[at - 1].place]
    assert [(spot.page, spot.word.box.left) for spot in begins] == where
    assert "".join(letters(spot.word.text) for spot in found) == (letters(text) if where else "")


def test_a_text_after_an_automatic_number_is_found() -> None:
    found = Finder(pages((1, "1. Mục đích", 40, 30))).find("Mục đích", TOP)
    assert [spot.word.text for spot in found] == ["Mục", "đích"]


def test_a_number_in_a_cell_is_not_put_together_of_a_row_and_the_next_page() -> None:
    """`5`, the first of its line, and the `2` at the head of page 2 are not the `52` in the same row."""
    row = [(1, "5", 30, 240), (1, "Ba Láng", 40, 240), (1, "52", 120, 240)]
    found = Finder(pages(*row, (2, "2", 110, 12))).find("52", (1, 231.0))
    assert [(spot.page, spot.word.box.left) for spot in found] == [(1, 120)]


def test_the_mark_of_a_note_is_jumped_over() -> None:
    (page,) = pages((1, "theo quy định", 30, 50))
    (mark,) = words("1", page.words[-1].box.right, 48.5, size=8)
    (rest,) = words("này", mark.box.right + 1, 50)
    with_mark = Page(1, 210, 297, (*page.words, mark, rest), (), (), ())
    assert len(Finder([with_mark]).find("theo quy định này", TOP)) == 4


def test_the_same_few_words_over_and_over_come_to_an_end() -> None:
    lines = [(1, "a a a a a a a a", 30, 20.0 + 3 * row) for row in range(60)]
    assert Finder(pages(*lines)).find("a " * 300 + "b", TOP) == ()


@pytest.mark.parametrize(
    ("typed", "compared"),
    [("Hạn  NỘP", "hạnnộp"), ("Ha\u0323n", "hạn"), ("a\u00adb\u200b", "ab"), ("\t\n\u00a0", "")],
)
def test_only_letters_and_signs_are_compared(typed: str, compared: str) -> None:
    assert letters(typed) == compared
