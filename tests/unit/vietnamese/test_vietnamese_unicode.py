from __future__ import annotations

import unicodedata
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.vietnamese.unicode import (
    IllegalCharacter,
    compose,
    fold_whitespace,
    folded,
    illegal_characters,
    line_breaks,
    lower_first,
    nearest,
    printable,
    slug,
    upper,
    upper_first,
    without_marks,
    without_unseen,
)

RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


@given(st.text())
def test_composing_twice_is_composing_once(text: str) -> None:
    assert compose(compose(text)) == compose(text)


@pytest.mark.parametrize("text", ["Đảng uỷ", "khẩu hiệu", "Nguyễn Thị Ường"])
def test_decomposed_letters_become_one_code_point_each(text: str) -> None:
    assert compose(unicodedata.normalize("NFD", text)) == text


@pytest.mark.parametrize(
    "codepoint",
    [
        *(0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF),
        *(0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069),
    ],
)
def test_a_character_that_no_document_can_hold_is_found(codepoint: int) -> None:
    assert illegal_characters("ủy" + chr(codepoint)) == (IllegalCharacter(2, codepoint),)


@pytest.mark.parametrize("text", ["Đảng bộ phường 5", "a\tb\r\nc", "“–”…\u00a0₫", "\U0001f600", ""])
def test_ordinary_text_holds_no_illegal_character(text: str) -> None:
    assert illegal_characters(text) == ()


@given(st.text())
def test_a_text_without_illegal_characters_fits_into_xml(text: str) -> None:
    assume(not illegal_characters(text))
    ElementTree.fromstring(f"<t>{escape(text)}</t>")


@pytest.mark.parametrize("codepoint", [0x09, 0x0A, 0x0D, 0x2028, 0x2029])
def test_tabs_and_line_breaks_are_found_apart(codepoint: int) -> None:
    assert line_breaks("a" + chr(codepoint)) == (IllegalCharacter(1, codepoint),)


def test_an_illegal_character_says_its_name() -> None:
    assert IllegalCharacter(0, 0x202E).name == "RIGHT-TO-LEFT OVERRIDE"


def test_an_illegal_character_can_be_printed() -> None:
    assert IllegalCharacter(0, 0x7).escape == "U+0007"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("  a \t b\n", "a b"), ("2025\u00a0-\u00a02030", "2025 - 2030"), ("", ""), (" \n ", "")],
)
def test_white_space_folds_to_one_space(text: str, folded: str) -> None:
    assert fold_whitespace(text) == folded


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Đảng ủy phường Ba Đình", "ĐẢNG ỦY PHƯỜNG BA ĐÌNH"),
        (unicodedata.normalize("NFD", "ước nguyện"), "ƯỚC NGUYỆN"),
        ("ấẩẫậằẳẵặềểễệồổỗộờởỡợừửữự", "ẤẨẪẬẰẲẴẶỀỂỄỆỒỔỖỘỜỞỠỢỪỬỮỰ"),
    ],
)
def test_capitals(text: str, capitals: str) -> None:
    assert upper(text) == capitals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đảng bộ", "Đảng bộ"),
        ("“ứng dụng” công nghệ", "“Ứng dụng” công nghệ"),
        ("05 năm", "05 năm"),
        (unicodedata.normalize("NFD", "ấp 3"), "Ấp 3"),
        ("", ""),
    ],
)
def test_first_letter_becomes_a_capital(text: str, expected: str) -> None:
    assert upper_first(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Về công tác cán bộ", "về công tác cán bộ"),
        ("Ý nghĩa", "ý nghĩa"),
        ("“Ủng hộ", "“ủng hộ"),
        ("UBND phường", "UBND phường"),
        ("XIV của Đảng", "XIV của Đảng"),
        ("", ""),
    ],
)
def test_first_letter_becomes_small(text: str, expected: str) -> None:
    assert lower_first(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Đường lối đổi mới", "Duong loi doi moi"), ("ươ ăâ êô", "uo aa eo"), ("ỦY BAN", "UY BAN")],
)
def test_marks_are_dropped(text: str, expected: str) -> None:
    assert without_marks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chi bộ phòng Văn hóa - Xã hội", "chi-bo-phong-van-hoa-xa-hoi"),
        ("Kế hoạch số 05-KH/ĐU.", "ke-hoach-so-05-kh-du"),
        ("Con", "_con"),
        ("COM1", "_com1"),
        ("..", "khong-ten"),
        ("", "khong-ten"),
        ("北京", "khong-ten"),
    ],
)
def test_file_names(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("một hai ba", 10, "mot-hai-ba"),
        ("một hai ba", 9, "mot-hai"),
        ("một hai ba", 7, "mot-hai"),
        ("nghiêng", 4, "nghi"),
    ],
)
def test_a_long_file_name_is_cut_at_a_word(text: str, limit: int, expected: str) -> None:
    assert slug(text, limit=limit) == expected


@given(st.text())
def test_a_file_name_is_always_safe(text: str) -> None:
    name = slug(text)
    assert name
    assert name.isascii()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    assert name not in RESERVED
    assert len(name) <= 61


@given(st.text())
def test_the_file_name_of_a_file_name_is_itself(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("purpose", "purposes"),
        ("chi_bo_van_hoa", "chi-bo-van-hoa"),
        ("Chi bộ Văn hóa", "chi-bo-van-hoa"),
        ("sloganz", "slogans"),
        ("Đảng uỷ", "đảng ủy"),
        ("zzz", None),
        ("", None),
    ],
)
def test_did_you_mean(word: str, expected: str | None) -> None:
    assert nearest(word, ["slogans", "purposes", "chi-bo-van-hoa", "đảng ủy"]) == expected


def test_the_exact_spelling_wins_among_those_alike_but_for_marks() -> None:
    assert nearest("bình thuỷ", ["binh-thuy", "bình thuỷ", "Bình Thủy"]) == "bình thuỷ"


def test_nothing_known_is_nothing_near() -> None:
    assert nearest("plan", []) is None


PRINTED = {
    "Đảng ủy  phường": "Đảng ủy  phường",
    "a\tb": "a b",
    "a\r\nb\u2028c": "a ⏎ b ⏎ c",
    "\x1b[2J\x07": r"\x1b[2J\x07",
    "\u202e\u200b\ufeff\ue000\x9b": r"\u202e\u200b\ufeff\ue000\x9b",
    "\ud800": r"\ud800",
    "1\u00a0250": "1\u00a0250",
    "\U0001f468\u200d\U0001f469": "\U0001f468\u200d\U0001f469",
}


@pytest.mark.parametrize("text", PRINTED)
def test_what_goes_to_a_terminal_stands_on_one_line_and_moves_nothing(text: str) -> None:
    assert printable(text) == PRINTED[text]


@given(st.text())
def test_nothing_unseen_goes_to_a_terminal(text: str) -> None:
    assert all(sign.isprintable() or sign in "\u200c\u200d" or sign.isspace() for sign in printable(text))
    assert len(printable(text).splitlines()) <= 1


def test_signs_without_width_do_not_reach_a_page() -> None:
    assert without_unseen("a\u200bb\ufeff\u00adc\x07 d\n") == "abc  d\n"


@pytest.mark.parametrize(
    "typed", ["Đảng uỷ  phường", "ĐẢNG UỶ PHƯỜNG ", unicodedata.normalize("NFD", "đảng uỷ phường")]
)
def test_words_that_people_typed_are_compared_without_what_does_not_matter(typed: str) -> None:
    assert folded(typed) == "đảng uỷ phường"
