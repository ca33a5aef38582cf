"""Where a text speaks as a higher level, and where it rightly speaks of one."""

from __future__ import annotations

import pytest

from generator.vietnamese.levels import Rank
from generator.vietnamese.superior_bodies import addressed, bodies
from generator.vietnamese.superiors import Sort, areas

AREAS = [
    ("Tuyên truyền đến các tầng lớp Nhân dân trên địa bàn quận.", "địa bàn quận", Rank.DISTRICT),
    ("Các hoạt động trên địa bàn tỉnh Khánh Hòa bảo đảm tiết kiệm.", "địa bàn tỉnh Khánh Hòa", Rank.PROVINCE),
    ("Phát triển kinh tế - xã hội của tỉnh nhanh, bền vững.", "của tỉnh", Rank.PROVINCE),
    ("Đăng tải trên các website của thành phố.", "của thành phố", Rank.PROVINCE),
    ("Phát động thi đua trong toàn tỉnh.", "toàn tỉnh", Rank.PROVINCE),
    ("Cổ vũ cán bộ, đảng viên và Nhân dân trong tỉnh.", "trong tỉnh", Rank.PROVINCE),
    ("Niềm tự hào của Đảng bộ và Nhân dân huyện.", "Nhân dân huyện", Rank.DISTRICT),
    ("Những đổi mới trên quê hương huyện nhà.", "huyện nhà", Rank.DISTRICT),
    ("Xây dựng Đảng bộ tỉnh trong sạch, vững mạnh.", "Đảng bộ tỉnh", Rank.PROVINCE),
    ("Xây dựng Đảng bộ xã trong sạch, vững mạnh.", "Đảng bộ xã", Rank.COMMUNE),
    ("Treo cờ ở các tuyến đường trên địa bàn xã.", "địa bàn xã", Rank.COMMUNE),
    ("Tình hình an ninh trật tự trên địa bàn đặc khu.", "địa bàn đặc khu", Rank.COMMUNE),
]
NO_AREAS = [
    # directed, cited, told of the higher level
    "Thực hiện theo hướng dẫn của tỉnh.",
    "Thực hiện nghiêm các nghị quyết, chỉ thị của tỉnh về công tác tuyên truyền.",
    "Căn cứ Kế hoạch số 15-KH/TU, ngày 02/01/2025 của Tỉnh ủy về công tác tuyên truyền trên địa bàn tỉnh.",
    "Thực hiện Chương trình số 06-CTr/HU về phát triển văn hóa trong toàn huyện giai đoạn 2021 - 2025.",
    "Đề án “Xây dựng nếp sống văn minh trên địa bàn tỉnh”.",
    "Tuyên truyền Đại hội đại biểu Đảng bộ tỉnh lần thứ XV.",
    "Nghị quyết Đại hội XI Đảng bộ tỉnh.",
    "Kết quả bầu cử Ban Chấp hành Đảng bộ thành phố.",
    "Lịch sử Đảng bộ huyện.",
    "Truyền thống cách mạng của tỉnh.",
    "Góp phần vào sự phát triển của thành phố.",
    # levels one after another are the whole system
    "Các văn bản của Trung ương, của tỉnh và của xã.",
    "Các cơ quan trên địa bàn tỉnh, huyện và xã.",
    "Báo chí của Trung ương và tỉnh.",
    "Nhân dân trong và ngoài tỉnh.",
    # a name that says whose area it is
    "Thành tựu của đất nước, con người Việt Nam, thành phố Cần Thơ và địa phương.",
    "Lịch sử hình thành của quận Cái Răng.",
    # the letters, not the word
    "Các tổ chức chính trị - xã hội của xã hội chủ nghĩa.",
    "Đường tỉnh lộ, hợp tác xã, cấp tỉnh, cán bộ tỉnh táo.",
]


@pytest.mark.parametrize(("text", "words", "rank"), AREAS)
def test_an_area_spoken_of_as_ones_own(text: str, words: str, rank: Rank) -> None:
    assert [(phrase.words, phrase.rank) for phrase in areas(text)] == [(words, rank)]


@pytest.mark.parametrize("text", NO_AREAS)
def test_what_is_rightly_said_of_a_higher_area(text: str) -> None:
    assert [phrase.words for phrase in areas(text)] == []


BODIES = [
    ("1. Ban Tuyên giáo Quận ủy chủ động nắm tình hình.", "Ban Tuyên giáo Quận ủy", Rank.DISTRICT),
    ("- Ủy ban MTTQ Việt Nam tỉnh vận động Nhân dân.", "Ủy ban MTTQ Việt Nam tỉnh", Rank.PROVINCE),
    ("a) Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh tổ chức hội thi.", "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh", 5),
    ("Ban Thường vụ Tỉnh ủy yêu cầu các địa phương thực hiện.", "Ban Thường vụ Tỉnh ủy", Rank.PROVINCE),
    ("Ban Thường vụ Tỉnh uỷ yêu cầu các địa phương thực hiện.", "Ban Thường vụ Tỉnh uỷ", Rank.PROVINCE),
    ("Thực hiện Chỉ thị trên, Ban Thường vụ Quận ủy yêu cầu các đơn vị:", "Ban Thường vụ Quận ủy", Rank.DISTRICT),
    ("Để kịp thời, Tỉnh ủy ban hành kế hoạch tuyên truyền như sau:", "Tỉnh ủy", Rank.PROVINCE),
    ("Giao Ban Tổ chức Tỉnh ủy theo dõi.", "Ban Tổ chức Tỉnh ủy", Rank.PROVINCE),
    ("Đề nghị Hội Nông dân huyện phối hợp tuyên truyền.", "Hội Nông dân huyện", Rank.DISTRICT),
    ("Sở Văn hóa, Thể thao và Du lịch chủ trì.", "Sở Văn hóa, Thể thao và Du lịch", Rank.PROVINCE),
    ("Các sở, ban, ngành tiếp tục triển khai.", "Các sở, ban, ngành", Rank.PROVINCE),
    ("Ủy ban nhân dân tỉnh chỉ đạo các sở.", "Ủy ban nhân dân tỉnh", Rank.PROVINCE),
    ("UBND xã Công Hải tổ chức treo cờ.", "UBND xã Công Hải", Rank.COMMUNE),
    ("Đảng ủy phường Hưng Phú yêu cầu các chi bộ.", "Đảng ủy phường Hưng Phú", Rank.COMMUNE),
    ("Đảng ủy yêu cầu đảng viên gương mẫu.", "Đảng ủy", Rank.GRASSROOTS),
    ("Các chi, đảng bộ trực thuộc Quận ủy căn cứ hướng dẫn.", "Các chi, đảng bộ trực thuộc Quận ủy", Rank.DISTRICT),
    ("Việc một xong. Ban Tuyên giáo Quận ủy tổng hợp.", "Ban Tuyên giáo Quận ủy", Rank.DISTRICT),
]
NO_BODIES = [
    "Báo cáo về Thường trực Quận ủy.",
    "Phối hợp với Ủy ban MTTQ Việt Nam tỉnh vận động Nhân dân.",
    "Kế hoạch số 158-KH/QU, ngày 30/9/2024 của Ban Thường vụ Quận ủy yêu cầu các đơn vị.",
    "Ngày 25/11/2024, Ban Thường vụ Quận ủy ban hành Kế hoạch số 12-KH/QU.",
    "Quận ủy đã ban hành kế hoạch.",
    "Thành ủy sẽ kiểm tra vào quý IV.",
    "Trên cơ sở các nội dung đã được Quận ủy chỉ đạo, các đơn vị thực hiện.",
    "Theo chỉ đạo của Tỉnh ủy, các chi bộ tổ chức học tập.",
    "Đề nghị Tỉnh ủy xem xét, hỗ trợ kinh phí.",
    "Hội thi do Ban Tuyên giáo Tỉnh ủy tổ chức.",
    "Ban Thường vụ Quận ủy là cơ quan lãnh đạo.",
    "Các cơ quan, đơn vị tuyên truyền trên địa bàn quận tổ chức treo cờ.",
]
PEERS = [
    ("1. Các đảng ủy phường tổ chức triển khai.", "Các đảng ủy phường", Rank.COMMUNE),
    ("Ủy ban nhân dân các xã, phường thực hiện.", "Ủy ban nhân dân các xã, phường", Rank.COMMUNE),
    ("Các huyện ủy, thị ủy, thành ủy chỉ đạo cơ sở.", "Các huyện ủy, thị ủy, thành ủy", Rank.DISTRICT),
    ("Các chi bộ cơ quan, đơn vị tổ chức học tập.", "Các chi bộ cơ quan, đơn vị", Rank.CELL),
    ("Yêu cầu các chi bộ thực hiện nghiêm.", "các chi bộ", Rank.CELL),
]


@pytest.mark.parametrize(("text", "words", "rank"), BODIES)
def test_a_body_that_acts_or_is_told_what_to_do(text: str, words: str, rank: Rank) -> None:
    assert [(phrase.words, phrase.rank, phrase.sort) for phrase in bodies(text)] == [(words, rank, Sort.BODY)]


@pytest.mark.parametrize(("text", "words", "rank"), PEERS)
def test_all_bodies_of_a_level_told_what_to_do(text: str, words: str, rank: Rank) -> None:
    assert [(phrase.words, phrase.rank, phrase.sort) for phrase in bodies(text)] == [(words, rank, Sort.PEERS)]


@pytest.mark.parametrize("text", NO_BODIES)
def test_what_is_rightly_said_of_a_higher_body(text: str) -> None:
    assert [phrase.words for phrase in bodies(text)] == []


def test_two_bodies_that_share_a_task() -> None:
    text = "Ban Tuyên giáo Quận ủy, Phòng Văn hóa và Thông tin quận phối hợp kiểm tra."
    assert [each.words for each in bodies(text)] == ["Ban Tuyên giáo Quận ủy", "Phòng Văn hóa và Thông tin quận"]


def test_a_heading_that_is_a_body_alone_names_whose_tasks_follow() -> None:
    text = "2. Ban Tuyên giáo Tỉnh ủy"
    assert [each.words for each in bodies(text, is_heading=True)] == ["Ban Tuyên giáo Tỉnh ủy"]
    assert not [*bodies(text)]


def test_in_a_report_a_body_with_a_colon_is_asked_and_not_told() -> None:
    text = "Ban Tuyên giáo Tỉnh ủy: tổ chức thêm lớp bồi dưỡng."
    assert not [*bodies(text, is_report=True)]
    assert [each.words for each in bodies(text)] == ["Ban Tuyên giáo Tỉnh ủy"]


def test_peers_that_a_letter_addresses() -> None:
    assert [each.words for each in addressed("- Các đảng ủy phường,")] == ["Các đảng ủy phường"]
    assert not [*addressed("- Thường trực Quận ủy;")]
