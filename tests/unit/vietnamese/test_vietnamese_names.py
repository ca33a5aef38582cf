from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.names import (
    ToneStyle,
    body_name_upper,
    person_name,
    strip_titles,
    title_prefix,
    tone_style,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TRẦN HẢI LONG", "Trần Hải Long"),
        ("trần  hải long ", "Trần Hải Long"),
        ("Trần Hải Long", "Trần Hải Long"),
        ("đặng thị ước", "Đặng Thị Ước"),
        (unicodedata.normalize("NFD", "LÊ ẤN"), "Lê Ấn"),
        ("VLA-ĐI-MIA I-LÍCH LÊ-NIN", "Vla-đi-mia I-lích Lê-nin"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("K’BRỂ", "K’Brể"),
        ("nguyễn văn a", "Nguyễn Văn A"),
        ("", ""),
    ],
)
def test_names_of_people(text: str, name: str) -> None:
    assert person_name(text) == name


@given(st.text(alphabet="aăâbcdđeêghiuưyấậễ ỦĐHN'-"))
def test_a_name_put_right_stays(text: str) -> None:
    assert person_name(person_name(text)) == person_name(text)


@pytest.mark.parametrize(
    ("text", "prefix", "name"),
    [
        ("GS.TS. Nguyễn Văn An", "GS.TS.", "Nguyễn Văn An"),
        ("PGS.TS.Nguyễn Văn An", "PGS.TS.", "Nguyễn Văn An"),
        ("PGS, TS Nguyễn Văn An", "PGS, TS", "Nguyễn Văn An"),
        ("GS-TS Nguyễn Văn An", "GS-TS", "Nguyễn Văn An"),
        ("ThS. Lê Thị Bình", "ThS.", "Lê Thị Bình"),
        ("Th.S Lê Thị Bình", "Th.S", "Lê Thị Bình"),
        ("TS LÊ THỊ BÌNH", "TS", "LÊ THỊ BÌNH"),
        ("BS.CKII Trần Thị Cúc", "BS.CKII", "Trần Thị Cúc"),
        ("BSCK1. Trần Thị Cúc", "BSCK1.", "Trần Thị Cúc"),
        ("Thạc sỹ Lê Thị Bình", "Thạc sỹ", "Lê Thị Bình"),
        ("Phó Giáo sư, Tiến sĩ Nguyễn Văn An", "Phó Giáo sư, Tiến sĩ", "Nguyễn Văn An"),
        ("Đại tá Phạm Văn Dũng", "Đại tá", "Phạm Văn Dũng"),
        ("Thượng úy, ThS. Phạm Văn Dũng", "Thượng úy, ThS.", "Phạm Văn Dũng"),
        ("Trung sĩ Phạm Văn Dũng", "Trung sĩ", "Phạm Văn Dũng"),
        ("Thiếu uý Phạm Văn Dũng", "Thiếu uý", "Phạm Văn Dũng"),
        ("Ông Nguyễn Văn An", "Ông", "Nguyễn Văn An"),
        ("đồng chí Nguyễn Văn An", "đồng chí", "Nguyễn Văn An"),
        ("Đ/c Nguyễn Văn An", "Đ/c", "Nguyễn Văn An"),
        ("NSND Trà Giang", "NSND", "Trà Giang"),
        ("Nguyễn Văn An", "", "Nguyễn Văn An"),
        ("Đại Tân", "", "Đại Tân"),
        ("Bàn Văn Tiến Sĩ", "", "Bàn Văn Tiến Sĩ"),
        ("Ông Ích Khiêm", "", "Ông Ích Khiêm"),
        ("Ksor Phước", "", "Ksor Phước"),
        ("Đại tá", "", "Đại tá"),
        ("", "", ""),
    ],
)
def test_titles_before_a_name(text: str, prefix: str, name: str) -> None:
    assert (title_prefix(text), strip_titles(text)) == (prefix, name)


def test_the_name_of_a_body_in_capitals() -> None:
    assert body_name_upper(" Đảng ủy  phường Ba Đình") == "ĐẢNG ỦY PHƯỜNG BA ĐÌNH"


@pytest.mark.parametrize(
    ("first_vowel", "main_vowel"),
    [
        ("hòa", "hoà"),
        ("ủy", "uỷ"),
        ("khóa", "khoá"),
        ("thủy", "thuỷ"),
        ("khỏe", "khoẻ"),
        ("lòe", "loè"),
        ("túy", "tuý"),
        ("HÒA", "HOÀ"),
        ("Ủy", "Uỷ"),
        ("CỘNG HÒA", "CỘNG HOÀ"),
        ("văn hóa, xã hội", "văn hoá, xã hội"),
        ("nghĩa tòa-án", "nghĩa toà-án"),
    ],
)
def test_both_placements_of_the_tone(first_vowel: str, main_vowel: str) -> None:
    assert tone_style(first_vowel, ToneStyle.MAIN_VOWEL) == main_vowel
    assert tone_style(main_vowel, ToneStyle.FIRST_VOWEL) == first_vowel


@pytest.mark.parametrize("style", ToneStyle)
@pytest.mark.parametrize(
    "word",
    [
        *("quý", "quả", "quỷ", "quỳ", "QUÝ", "của", "mía", "giá", "giúp"),
        *("hoàng", "hoài", "toàn", "huỳnh", "thuyền", "loẹt", "ngoằn"),
        *("thuở", "huệ", "Huế", "khuya", "hoa", "thuy", "uy", ""),
    ],
)
def test_syllables_with_one_placement_stay(word: str, style: ToneStyle) -> None:
    assert tone_style(word, style) == word


@pytest.mark.parametrize("style", ToneStyle)
@given(text=st.text(alphabet="bhkqtuoaeyiúùủũụýỳỷỹỵòóỏõọàáảãạèéẻẽẹHUYỦÝ -2"))
def test_placing_the_tones_twice_is_placing_them_once(text: str, style: ToneStyle) -> None:
    assert tone_style(tone_style(text, style), style) == tone_style(text, style)


@given(text=st.text(alphabet="bhkqtuoaeyiúùủũụýỳỷỹỵòóỏõọàáảãạèéẻẽẹHUYỦÝ -2"))
def test_one_style_leads_to_the_other(text: str) -> None:
    there = tone_style(text, ToneStyle.MAIN_VOWEL)
    assert tone_style(tone_style(there, ToneStyle.FIRST_VOWEL), ToneStyle.MAIN_VOWEL) == there
