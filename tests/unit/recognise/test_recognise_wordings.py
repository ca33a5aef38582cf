"""Fixed words with slips, names of kinds, marks: what is told by words alone."""

from __future__ import annotations

import pytest

from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.names import Extra, Name
from generator.recognise.plain import plain


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", Part.PARTY_TITLE),
        ("Đảng Cộng sản Việt Nam", Part.PARTY_TITLE),
        ("ĐẢNG CỌNG SẢN VIỆT NAN", Part.PARTY_TITLE),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", Part.NATIONAL_TITLE),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NM", Part.NATIONAL_TITLE),
        ("Độc lập – Tự do – Hạnh phúc", Part.MOTTO),
        ("Độc Lập-Tự Do-Hạnh Phúc", Part.MOTTO),
        ("ĐẢNG BỘ THÀNH PHỐ CẦN THƠ", None),
        ("ĐOÀN TNCS HỒ CHÍ MINH", None),
    ],
)
def test_titles_are_known_with_a_slip_or_two(text: str, part: Name | None) -> None:
    assert wordings.title_of(plain(text)) is part


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KẾ HOẠCH", "plan"),
        ("K Ế  H O Ạ C H", "plan"),
        ("KẾ HỌACH", "plan"),
        ("BÁO CÁO CHÍNH TRỊ", "report"),
        ("QUY ĐỊNH", "regulation_rule"),
        ("QUYẾT ĐỊNH", "decision"),
        ("THÔNG TRI", "circular"),
        ("KẾ HOẠCHHH", None),
        ("NỘI DUNG", None),
    ],
)
def test_a_kind_is_known_by_its_name_at_the_beginning(text: str, kind: str | None) -> None:
    found = wordings.kind_of(plain(text))
    assert (found[0] if found else None) == kind


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("KHẨN", Part.URGENCY),
        ("HỎA TỐC", Part.URGENCY),
        ("- HOẢ TỐC -", Part.URGENCY),
        ("TỐI MẬT", Extra.SECRECY),
        ("LƯU HÀNH NỘI BỘ", Part.CIRCULATION),
        ("SAO Y BẢN CHÍNH", Part.COPY_FORM),
        ("Khẩn trương thực hiện", None),
    ],
)
def test_a_mark_is_all_that_its_line_says(text: str, part: Name | None) -> None:
    assert wordings.mark_of(plain(text)) is part
