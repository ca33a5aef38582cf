"""Where names of bodies and titles break."""

from __future__ import annotations

import pytest

from generator.vietnamese.lines import balanced


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("BAN TỔ CHỨC", 20, ["BAN TỔ CHỨC"]),
        ("ĐẢNG BỘ THÀNH PHỐ TÂN GIANG", 26, ["ĐẢNG BỘ", "THÀNH PHỐ TÂN GIANG"]),
        ("ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH", 26, ["ĐẢNG BỘ", "THÀNH PHỐ HỒ CHÍ MINH"]),
        ("ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", 26, ["ĐẢNG BỘ", "THÀNH PHỐ HẢI PHÒNG"]),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", 26, ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"]),
        ("UỶ BAN NHÂN DÂN THỊ XÃ NGÃ BẢY", 26, ["UỶ BAN NHÂN DÂN", "THỊ XÃ NGÃ BẢY"]),
        ("CHI BỘ PHÒNG VĂN HÓA VÀ THÔNG TIN", 26, ["CHI BỘ PHÒNG VĂN HÓA", "VÀ THÔNG TIN"]),
        ("CHI BỘ PHÒNG VĂN HOÁ VÀ THÔNG TIN", 26, ["CHI BỘ PHÒNG VĂN HOÁ", "VÀ THÔNG TIN"]),
        ("TRUNG TÂM Y TẾ HUYỆN CHÂU THÀNH A", 26, ["TRUNG TÂM Y TẾ", "HUYỆN CHÂU THÀNH A"]),
        ("ỦY BAN NHÂN DÂN PHƯỜNG LÊ BÌNH QUẬN CÁI RĂNG", 26, ["ỦY BAN NHÂN DÂN", "PHƯỜNG LÊ BÌNH", "QUẬN CÁI RĂNG"]),
        ("BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH BỆNH", 24, ["BAN CHỈ ĐẠO PHÒNG,", "CHỐNG DỊCH BỆNH"]),
        ("BAN TỔ CHỨC", 7, ["BAN", "TỔ CHỨC"]),
        ("TỔ CHỨC", 4, ["TỔ", "CHỨC"]),
        ("TỔ CHỨC", 2, ["TỔ CHỨC"]),
        ("một hai ba bốn", 8, ["một hai", "ba bốn"]),
        ("chào mừng Đại hội", 12, ["chào mừng", "Đại hội"]),
        ("", 10, [""]),
    ],
)
def test_a_name_breaks_where_its_sense_does(text: str, room: float, lines: list[str]) -> None:
    assert balanced(text, len, room) == lines


@pytest.mark.parametrize("text", ["tuyên truyền " * 200, "TUYÊN TRUYỀN " * 200])
def test_a_text_of_hundreds_of_words_is_left_to_flow(text: str) -> None:
    assert balanced(text.strip(), len, 80) == [text.strip()]
