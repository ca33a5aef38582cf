from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.measures import Length
from generator.typeface import text_width, wrap

BODY = Length.from_pt(14)
LINE = Length.from_mm(165)


# Measured on pages: the widths there are of the ink, and some were set with kerning, hence the tolerance.
@pytest.mark.parametrize(
    ("text", "size", "mm"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, 72.9),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 87.6),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 94.9),
        ("Độc lập - Tự do - Hạnh phúc", 13, 56.0),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.3),
    ],
)
def test_widths_agree_with_pages(text: str, size: float, mm: float) -> None:
    assert text_width(text, Length.from_pt(size), bold=True).mm == pytest.approx(mm, rel=0.01)


# Advance widths of Times New Roman as everyone's font tables give them, in 1/1000 em.
@pytest.mark.parametrize(
    ("bold", "italic", "milli_em"),
    [(False, False, 444), (True, False, 500), (False, True, 500), (True, True, 500)],
)
def test_each_face_has_its_own_widths(bold: bool, italic: bool, milli_em: int) -> None:
    width = text_width("a", Length.from_pt(1000), bold=bold, italic=italic)
    assert width.pt == pytest.approx(milli_em, abs=1)


@pytest.mark.parametrize("marked", ["ấ", "ộ", "ử", "Ể", "đ", "ỵ"])
def test_every_vietnamese_letter_is_in_the_table(marked: str) -> None:
    assert text_width(marked, BODY) < BODY


def test_composed_and_decomposed_letters_are_equally_wide() -> None:
    assert text_width(unicodedata.normalize("NFD", "Ủy"), BODY) == text_width("Ủy", BODY)


def test_an_unknown_character_counts_as_an_em() -> None:
    assert text_width("北", BODY) == BODY


def test_no_text_has_no_width() -> None:
    assert text_width("", BODY) == 0


@given(st.text(alphabet="aăâđêôơưẤ Ộn-", max_size=30), st.text(alphabet="xyẾ .", max_size=30))
def test_two_texts_are_as_wide_as_both(one: str, other: str) -> None:
    apart = text_width(one, BODY) + text_width(other, BODY)
    assert text_width(one + other, BODY) == pytest.approx(apart, abs=1)


@pytest.mark.parametrize(
    ("text", "mm", "lines"),
    [
        ("ĐẢNG ỦY PHƯỜNG BA ĐÌNH", 100, ["ĐẢNG ỦY PHƯỜNG BA ĐÌNH"]),
        ("ĐẢNG ỦY PHƯỜNG BA ĐÌNH", 50, ["ĐẢNG ỦY PHƯỜNG", "BA ĐÌNH"]),
        ("ĐẢNG ỦY", 1, ["ĐẢNG", "ỦY"]),
        ("ĐẢNG\u00a0ỦY", 1, ["ĐẢNG\u00a0ỦY"]),
        ("số 05-KH", 14, ["số 05-", "KH"]),
        ("a - b", 3, ["a", "-", "b"]),
        ("-----", 3, ["-----"]),
        ("  a  ", 30, ["a"]),
        ("   ", 30, []),
        ("", 30, []),
    ],
)
def test_lines(text: str, mm: float, lines: list[str]) -> None:
    assert wrap(text, BODY, Length.from_mm(mm)) == lines


TEXT = st.text(alphabet="aăđ Ưn-.", max_size=200)


@given(TEXT)
def test_no_character_is_lost_at_line_ends(text: str) -> None:
    assert "".join(wrap(text, BODY, Length.from_mm(20))).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.sampled_from(["đảng", "bộ", "các", "cấp", "tiến", "tới"]), max_size=60))
def test_no_line_of_words_is_too_long(words: list[str]) -> None:
    assert all(text_width(line, BODY) <= LINE for line in wrap(" ".join(words), BODY, LINE))
