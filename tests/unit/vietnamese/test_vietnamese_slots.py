"""Places in a running text that nobody filled in, and what only looks like one."""

from __future__ import annotations

import pytest

from generator.vietnamese.slots import slots

EMPTY = [
    "Thực hiện Kế hoạch số      -KH/ĐU của Đảng ủy xã.",
    "Thực hiện Kế hoạch số -KH/ĐU của Đảng ủy xã.",
    "Căn cứ Quyết định số …/QĐ-UBND của Ủy ban nhân dân.",
    "Căn cứ Quyết định số: ...../QĐ-UBND của Ủy ban nhân dân.",
    "Công văn số ___-CV/BTGTU.",
    "Kế hoạch số 12-KH/ĐU, ngày … tháng … năm 2025.",
    "Kế hoạch số 12-KH/ĐU, ngày      tháng 12 năm 2025.",
    "Báo cáo trước ngày tháng 12 năm 2025.",
    "Ban hành ngày     /     /2025.",
    "Đại hội Đảng bộ xã lần thứ …, nhiệm kỳ 2025 - 2030.",
    "Đại hội Đảng bộ xã lần thứ , nhiệm kỳ 2025 - 2030.",
    "Đại hội Đảng bộ xã, nhiệm kỳ 20… - 20….",
]
FILLED = [
    "Thực hiện Kế hoạch số 12-KH/ĐU, ngày 02/12/2024 của Đảng ủy xã.",
    "Căn cứ Nghị định số 30/2020/NĐ-CP.",
    "Một số cơ quan, số lượng, số liệu - kết quả.",
    "Ngày tháng năm sinh của đảng viên.",
    "Ghi rõ số, ký hiệu, ngày, tháng, năm ban hành.",
    "Đại hội Đảng bộ xã lần thứ XII, nhiệm kỳ 2025 - 2030.",
    "Đây là lần thứ hai xã tổ chức.",
    "Cả nhiệm kỳ của cấp ủy.",
    # no-break spaces: the program's blank for a number that comes later
    "Thực hiện Kế hoạch số\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0-KH/QU của Quận ủy.",
]


@pytest.mark.parametrize("text", EMPTY)
def test_a_place_left_empty(text: str) -> None:
    assert [*slots(text)]


@pytest.mark.parametrize("text", FILLED)
def test_nothing_is_missing(text: str) -> None:
    assert [*slots(text)] == []
