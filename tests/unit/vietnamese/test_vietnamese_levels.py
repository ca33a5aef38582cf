"""The levels that names tell."""

from __future__ import annotations

import pytest

from generator.vietnamese.levels import Rank, area_of, is_agency, rank_in, rank_of, words_of

RANKS = [
    ("tỉnh", Rank.PROVINCE, "tỉnh"),
    ("Tỉnh ủy", Rank.PROVINCE, "tỉnh"),
    ("Thành uỷ", Rank.PROVINCE, "thành phố"),
    ("Quận ủy", Rank.DISTRICT, "quận"),
    ("thị xã", Rank.DISTRICT, "thị xã"),
    ("Đảng ủy phường", Rank.COMMUNE, "phường"),
    ("Đảng ủy thị trấn", Rank.COMMUNE, "thị trấn"),
    ("đặc khu", Rank.COMMUNE, "đặc khu"),
    ("Đảng ủy", Rank.GRASSROOTS, ""),
]
NAMES = [
    ("Đảng ủy xã Công Hải", Rank.COMMUNE),
    ("Chi bộ Văn phòng Quận ủy", Rank.CELL),
    ("Chi bộ thôn 3 xã Công Hải", Rank.CELL),
    ("Ủy ban nhân dân thành phố Cần Thơ", Rank.PROVINCE),
    ("Phòng Văn hóa và Thông tin quận", Rank.DISTRICT),
    ("Hợp tác xã Hòa Bình", None),
    ("Hội Khoa học xã hội", None),
]


@pytest.mark.parametrize(("words", "rank", "area"), RANKS)
def test_the_level_of_a_word(words: str, rank: Rank, area: str) -> None:
    assert (rank_of(words), area_of(words)) == (rank, area)


@pytest.mark.parametrize(("name", "rank"), NAMES)
def test_what_a_name_tells(name: str, rank: Rank | None) -> None:
    assert rank_in(name) == rank


def test_by_which_words_a_name_means_an_area() -> None:
    assert words_of("thành phố") == ("thành phố", "thành ủy", "thành uỷ")
    assert words_of("phường") == ("phường",)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Chi bộ Văn phòng Quận ủy", True),
        ("Chi bộ Trường Trung học cơ sở", True),
        ("Chi bộ thôn 3", False),
        ("Đảng ủy phường Hưng Phú", False),
        ("Ủy ban nhân dân quận Cái Răng", False),
    ],
)
def test_who_works_for_an_area_without_being_its_authority(name: str, expected: bool) -> None:
    assert is_agency(name) is expected
