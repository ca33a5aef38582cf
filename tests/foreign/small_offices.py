"""What cells, schools and small offices type: all in the middle, soft breaks for lines, addressees in a table."""

from __future__ import annotations

from tests.foreign.party import BOLD, LEFT
from tests.foreign.sheet import Sheet

_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"


def soft_breaks() -> Sheet:
    """Lines of cells and of the foot parted by soft breaks; a report in the form of a letter."""
    sheet = Sheet()
    table = sheet.grid(2, 2, 75, 90)
    names = (("parent_body", "ĐẢNG BỘ XÃ NHƠN NGHĨA"), "\n", ("issuer", "CHI BỘ TRƯỜNG THCS"), "\n", ("star", "*"))
    sheet.line(*names, into=table.cell(0, 0), align="center", bold=True)
    sheet.line(("party_title", _PARTY), "\n", (None, "_________"), into=table.cell(0, 1), align="center", bold=True)
    sheet.cell(
        *(table, 1, 0),
        ("number", "Số:        -BC/CB"),
        ("subject_dispatch", "V/v báo cáo kết quả"),
        ("subject_dispatch", "sinh hoạt chi bộ"),
    )
    sheet.cell(table, 1, 1, ("dateline", "Nhơn Nghĩa, ngày ... tháng ... năm 2026"))
    sheet.line(("addressee", "Kính gửi:"), "\t", ("addressee_names", "Đảng ủy xã Nhơn Nghĩa."), align="center")
    sheet.p("body", "Thực hiện chỉ đạo của Đảng ủy xã, Chi bộ báo cáo kết quả như sau:", align="both")
    sheet.p("body", "Trên đây là báo cáo của chi bộ.", align="both")
    gap = "\t\t\t\t"
    sheet.line(
        *(("recipients_label", "Nơi nhận:"), gap, ("authority", "T/M CHI BỘ"), "\n"),
        *(("recipients", "- Như trên;"), gap, ("position", "BÍ THƯ"), "\n", ("recipients_archive", "- Lưu CB.")),
    )
    sheet.p(None)
    sheet.line("\t\t\t\t\t\t\t", ("signer_name", "Nguyễn Văn A"))
    return sheet


def all_in_the_middle() -> Sheet:
    """No sides at all; a subject in capitals; the recipients last, without hyphens."""
    sheet = Sheet()
    middle = {"align": "center", "bold": True}
    sheet.p("party_title", _PARTY, **middle)
    sheet.p(None, "---***---", align="center")
    sheet.p("issuer", "CHI BỘ KHU VỰC 3", **middle)
    sheet.p("number", "Số 04-KH/CB", align="center")
    sheet.p("dateline", "Lê Bình, ngày 02 tháng 3 năm 2024", align="right", italic=True)
    sheet.p("kind_title", "KẾ HOẠCH", **middle)
    sheet.many("subject", "TUYÊN TRUYỀN ĐẠI HỘI CHI BỘ", "NHIỆM KỲ 2025 - 2027", **middle)
    sheet.p("part", "PHẦN THỨ NHẤT", **middle)
    sheet.p("part_title", "ĐẶC ĐIỂM TÌNH HÌNH", **middle)
    sheet.p("heading_decimal", "1 - Thuận lợi:", bold=True)
    sheet.p("body", "Chi bộ đoàn kết, thống nhất.")
    sheet.p("heading_decimal", "2 - Khó khăn:", bold=True)
    sheet.p("body", "Đảng viên ở xa, sinh hoạt phân tán.")
    sheet.p("authority", "T/M CHI BỘ", indent=95, **middle)
    sheet.p("position", "BÍ THƯ", indent=95, align="center")
    sheet.p(None)
    sheet.p("signer_name", "Trần Văn B", indent=95, **middle)
    sheet.p("recipients_label", "Nơi nhận")
    sheet.many("recipients", "Đảng ủy phường", "Đảng viên chi bộ")
    sheet.p("recipients_archive", "Lưu chi bộ")
    return sheet


def addressees_in_a_table() -> Sheet:
    """A dispatch of two bodies with names of two lines; its annexes labelled in two ways."""
    sheet = Sheet()
    table = sheet.grid(1, 2, 66, 99)
    sheet.cell(
        *(table, 0, 0),
        ("parent_body", "ỦY BAN NHÂN DÂN"),
        ("parent_body", "THÀNH PHỐ CẦN THƠ"),
        ("issuer", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", BOLD),
        (None, ""),
        ("number", "Số: 123/SGDĐT-VP"),
        ("subject_dispatch", "V/v báo cáo"),
    )
    date = ("dateline", "Cần Thơ, ngày 05 tháng 01 năm 2026")
    sheet.cell(table, 0, 1, ("national_title", _STATE, BOLD), ("motto", _MOTTO, BOLD), (None, ""), date)
    names = sheet.grid(1, 2, 50, 115)
    sheet.cell(names, 0, 0, ("addressee", "Kính gửi:", LEFT))
    schools = ("addressee_names", "- Các trường trung học;", LEFT)
    sheet.cell(names, 0, 1, schools, ("addressee_names", "- Các phòng thuộc Sở.", LEFT))
    sheet.p("body", "Sở Giáo dục và Đào tạo đề nghị các đơn vị báo cáo./.", align="both")
    foot = sheet.grid(2, 2, 80, 85)
    sheet.cell(foot, 0, 0, ("recipients_label", "Nơi nhận:", LEFT))
    sheet.cell(foot, 0, 1, ("authority", "KT. GIÁM ĐỐC", BOLD), ("position", "PHÓ GIÁM ĐỐC", BOLD))
    sheet.cell(foot, 1, 0, ("recipients", "- Như trên;", LEFT), ("recipients_archive", "- Lưu: VT, VP.", LEFT))
    sheet.cell(foot, 1, 1, (None, ""), ("signer_name", "Lê Thị C", BOLD))
    sheet.page_break()
    sheet.p("annex_label", "Phụ lục số 01", align="right", bold=True)
    sheet.p("annex_title", "BIỂU TỔNG HỢP", align="center", bold=True)
    reference = "(Đính kèm Công văn số 123/SGDĐT-VP ngày 05/01/2026)"
    sheet.p("annex_reference", reference, align="center", italic=True)
    sheet.data(("STT", "Trường"), ("1", "A"))
    sheet.page_break()
    sheet.p("annex_label", "PHỤ LỤC II: DANH SÁCH TRƯỜNG", align="center", bold=True)
    sheet.p("body", "Danh sách gồm các trường sau.")
    return sheet


def tempting_sentences() -> Sheet:
    """Sentences of the text that begin like a component; a stamp of the office instead of a signature."""
    sheet = Sheet()
    table = sheet.grid(1, 2, 66, 99)
    sheet.cell(
        *(table, 0, 0),
        ("parent_body", "HUYỆN ỦY PHONG ĐIỀN", BOLD),
        ("issuer", "VĂN PHÒNG HUYỆN ỦY", BOLD),
        ("star", "***"),
        ("number", "Số: 15 -TB/VPHU"),
    )
    date = ("dateline", "Phong Điền, ngày 28 tháng 12 năm 2023")
    sheet.cell(table, 0, 1, ("party_title", _PARTY, BOLD), (None, "----------------------"), date)
    sheet.p("kind_title", "THÔNG BÁO", align="center", bold=True)
    sheet.p("subject", "Kết luận của đồng chí Bí thư Huyện ủy tại hội nghị", align="center", bold=True)
    sheet.p(None, "_______________", align="center")
    sheet.p("body", "Ngày 25/12/2023, đồng chí Bí thư Huyện ủy chủ trì hội nghị.", align="both")
    sheet.p("heading_roman", "I. ĐÁNH GIÁ CHUNG", bold=True)
    sheet.p("heading_decimal", "1. Kết quả", bold=True)
    sheet.p("heading_nested", "1.1. Về tuyên truyền", bold=True, italic=True)
    sheet.p("body", "• Đã tổ chức 12 hội nghị.")
    sheet.p("point", "a) Hội nghị cấp huyện: 02 cuộc;")
    sheet.many(
        "body",
        "Điều 5 của Quy chế nêu rõ trách nhiệm.",
        "Căn cứ tình hình thực tế, các đơn vị chủ động.",
        "KẾ HOẠCH NÀY được thực hiện từ năm 2024.",
        "Phụ lục kèm theo thông báo này là một phần của thông báo.",
        "Số 35-CT/TW là chỉ thị của Bộ Chính trị.",
    )
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        *(foot, 0, 0),
        ("recipients_label", "Nơi nhận:", LEFT),
        ("recipients", "- Thường trực Huyện ủy (b/c),", LEFT),
        ("recipients", "Ban Tuyên giáo,", LEFT),
        ("recipients_archive", "- Lưu: VT", LEFT),
    )
    sheet.cell(
        *(foot, 0, 1),
        ("authority", "T/L BAN THƯỜNG VỤ", BOLD),
        ("position", "CHÁNH VĂN PHÒNG"),
        (None, "(đã ký)"),
        ("signer_name", "Nguyễn Văn A", BOLD),
    )
    return sheet


def contract() -> Sheet:
    """A contract: no date at the top, articles with colons, two parties that sign."""
    sheet = Sheet()
    table = sheet.grid(1, 2, 66, 99)
    sheet.cell(table, 0, 0, ("issuer", "CÔNG TY CP MÔI TRƯỜNG", BOLD), ("number", "Số: 02/2024/HĐ-MT"))
    sheet.cell(table, 0, 1, ("national_title", _STATE, BOLD), ("motto", _MOTTO, BOLD))
    sheet.p("kind_title", "HỢP ĐỒNG", align="center", bold=True)
    sheet.p("subject", "Thu gom rác thải", align="center", bold=True)
    sheet.many("bases", "- Căn cứ Bộ luật Dân sự năm 2015;", "- Theo nhu cầu của hai bên;", italic=True)
    sheet.p("body", "Hôm nay, tại Cần Thơ, chúng tôi gồm:")
    sheet.p("article", "ĐIỀU 1: NỘI DUNG", bold=True)
    sheet.p("clause", "1.1 Bên A giao bên B thu gom rác.")
    sheet.p("article", "Điều 2 : Giá trị", bold=True)
    foot = sheet.grid(1, 2, 80, 85)
    first = ("authority", "ĐẠI DIỆN BÊN A", BOLD)
    sheet.cell(foot, 0, 0, first, ("position", "Giám đốc"), ("signer_name", "Nguyễn Văn A", BOLD))
    sheet.cell(foot, 0, 1, ("authority", "ĐẠI DIỆN BÊN B", BOLD), ("signer_name", "Trần Văn B", BOLD))
    return sheet
