"""State documents as offices type them. Every text is ours; every mark is set by hand."""

from __future__ import annotations

from tests.foreign.sheet import Sheet

BOLD = {"bold": True}
ITALIC = {"italic": True}
LEFT = {"align": "left"}
_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"


def bordered_table() -> Sheet:
    """A plan whose letterhead stands in a table with all its borders; 4 rows."""
    sheet = Sheet(size=13)
    table = sheet.grid(4, 2, 66, 99, bordered=True)
    sheet.cell(table, 0, 0, ("parent_body", "UBND QUẬN CÁI RĂNG"))
    sheet.cell(table, 0, 1, ("national_title", _STATE, BOLD))
    sheet.cell(table, 1, 0, ("issuer", "PHÒNG VĂN HÓA VÀ THÔNG TIN", BOLD))
    sheet.cell(table, 1, 1, ("motto", _MOTTO, BOLD))
    sheet.cell(table, 2, 0, (None, "________"))
    sheet.cell(table, 2, 1, (None, "_______________"))
    sheet.cell(table, 3, 0, ("number", "Số:      /KH-VHTT"))
    sheet.cell(table, 3, 1, ("dateline", "Cái Răng, ngày      tháng 9 năm 2024", ITALIC))
    sheet.p("kind_title", "KẾ HOẠCH", align="center", bold=True)
    sheet.p("subject", "Tổ chức ngày hội đọc sách năm 2024", align="center", bold=True)
    sheet.p(None, "__________", align="center")
    sheet.p("bases", "Căn cứ Kế hoạch số 15/KH-UBND ngày 02 tháng 8 năm 2024 của Ủy ban nhân dân quận;", italic=True)
    sheet.p("body", "Phòng Văn hóa và Thông tin xây dựng kế hoạch tổ chức ngày hội đọc sách như sau:", align="both")
    sheet.p("heading_roman", "I. MỤC ĐÍCH", bold=True)
    sheet.p("clause", "1. Khuyến khích phong trào đọc sách trong Nhân dân.", align="both")
    sheet.p("heading_roman", "II. KINH PHÍ", bold=True)
    sheet.p("body", "Kinh phí do ngân sách bảo đảm./.", align="both")
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        *(foot, 0, 0),
        ("recipients_label", "Nơi nhận:", {**LEFT, "bold": True, "italic": True}),
        ("recipients", "- UBND quận;", LEFT),
        ("recipients", "- Các phường;", LEFT),
        ("recipients_archive", "- Lưu: VT.", LEFT),
    )
    sheet.cell(foot, 0, 1, ("authority", "TRƯỞNG PHÒNG", BOLD), (None, ""), ("signer_name", "Nguyễn Văn A", BOLD))
    return sheet


def decision() -> Sheet:
    """A decision in articles; letterhead in a borderless table of 2 × 3; a regulation promulgated with it."""
    sheet = Sheet()
    table = sheet.grid(2, 3, 66, 5, 94)
    sheet.cell(table, 0, 0, ("issuer", "ỦY BAN NHÂN DÂN", BOLD), ("issuer", "QUẬN CÁI RĂNG", BOLD), (None, "-------"))
    sheet.cell(table, 0, 2, ("national_title", _STATE, BOLD), ("motto", _MOTTO, BOLD), (None, "-----------"))
    sheet.cell(table, 1, 0, ("number", "Số: 1205/QĐ-UBND"))
    sheet.cell(table, 1, 2, ("dateline", "Cái Răng, ngày 09 tháng 12 năm 2022", ITALIC))
    sheet.p("kind_title", "QUYẾT ĐỊNH", align="center", bold=True)
    sheet.p("subject", "Về việc ban hành Quy chế làm việc của Tổ công tác", align="center", bold=True)
    sheet.p("enacting", "CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN CÁI RĂNG", align="center", bold=True)
    sheet.p("bases", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", align="both", italic=True)
    sheet.p("bases", "Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân quận.", align="both", italic=True)
    sheet.p("enacting", "QUYẾT ĐỊNH:", align="center", bold=True)
    sheet.p("article", "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Tổ công tác.", align="both")
    sheet.p("article", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.", align="both")
    sheet.p("article", "Điều 3. Chánh Văn phòng và các thành viên Tổ công tác thi hành Quyết định này./.", align="both")
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        *(foot, 0, 0),
        ("recipients_label", "Nơi nhận:", {**LEFT, "bold": True, "italic": True}),
        ("recipients", "- Như Điều 3;", LEFT),
        ("recipients_archive", "- Lưu: VT, NC.", LEFT),
    )
    sheet.cell(
        *(foot, 0, 1),
        ("authority", "KT. CHỦ TỊCH", BOLD),
        ("position", "PHÓ CHỦ TỊCH", BOLD),
        (None, ""),
        ("signer_name", "Trần Văn B", BOLD),
    )
    sheet.page_break()
    sheet.p("annex_title", "QUY CHẾ", align="center", bold=True)
    sheet.p("annex_title", "Làm việc của Tổ công tác", align="center", bold=True)
    reference = "(Ban hành kèm theo Quyết định số 1205/QĐ-UBND ngày 09 tháng 12 năm 2022 của Chủ tịch UBND quận)"
    sheet.p("annex_reference", reference, align="center", italic=True)
    sheet.p("part", "Chương I", align="center", bold=True)
    sheet.p("part_title", "QUY ĐỊNH CHUNG", align="center", bold=True)
    sheet.p("article", "Điều 1. Phạm vi điều chỉnh", bold=True)
    sheet.p("clause", "1. Quy chế này quy định nguyên tắc làm việc của Tổ công tác.", align="both")
    sheet.p("point", "a) Làm việc theo chế độ tập thể.", align="both")
    return sheet


def calibri() -> Sheet:
    """A dispatch typed as Word opens, Calibri 13; rules of underscores; soft breaks inside of cells."""
    sheet = Sheet(font="Calibri", size=13)
    table = sheet.grid(1, 2, 66, 99)
    cell = table.cell(0, 0)
    names = sheet.line(
        ("parent_body", "UBND THÀNH PHỐ CẦN THƠ"), "\n", ("issuer", "SỞ NỘI VỤ"), into=cell, align="center"
    )
    names.runs[2].bold = True
    sheet.line("____", into=cell, align="center")
    sheet.line(("number", "Số : 05 / SNV - VP"), into=cell, align="center")
    sheet.line(("subject_dispatch", "V/v rà soát hồ sơ"), into=cell, align="center")
    sheet.cell(
        *(table, 0, 1),
        ("national_title", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD),
        ("motto", "Độc lập – Tự do – Hạnh phúc", BOLD),
        (None, "_______________"),
        ("dateline", "Cần Thơ, ngày 7 tháng 03 năm 2024", ITALIC),
    )
    sheet.line("\t\t\t", ("addressee", "Kính gửi:"), " ", ("addressee_names", "Ủy ban nhân dân quận Cái Răng"))
    sheet.p("body", "Thực hiện Công văn số 12/UBND-NC, Sở Nội vụ đề nghị quý cơ quan rà soát hồ sơ.", first=12.7)
    sheet.p("body", "Trân trọng./.", first=12.7)
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        *(foot, 0, 0),
        ("recipients_label", "Nơi nhận:", LEFT),
        ("recipients", "- Như trên;", LEFT),
        ("recipients_archive", "- Lưu: VT, VP.", LEFT),
    )
    sheet.cell(
        *(foot, 0, 1),
        ("authority", "KT.GIÁM ĐỐC", BOLD),
        ("position", "PHÓ GIÁM ĐỐC", BOLD),
        (None, ""),
        ("signer_name", "ThS. Lê Thị C", BOLD),
    )
    return sheet


def petition() -> Sheet:
    """A petition with an addressee under its title; marks; a block of a copy at the end."""
    sheet = Sheet()
    sheet.p("draft", "DỰ THẢO LẦN 2", align="right", bold=True)
    table = sheet.grid(1, 2, 66, 99)
    sheet.cell(
        *(table, 0, 0),
        ("issuer", "TRƯỜNG TIỂU HỌC LÊ BÌNH", BOLD),
        ("number", "Số: 8/TTr-THLB"),
        ("urgency", "KHẨN", BOLD),
        ("secrecy", "MẬT", BOLD),
    )
    sheet.cell(
        *(table, 0, 1),
        ("national_title", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NM", BOLD),
        ("motto", "Độc Lập-Tự Do-Hạnh Phúc", BOLD),
        ("dateline", "Lê Bình, 15/9/2024", ITALIC),
    )
    sheet.p("kind_title", "TỜ TRÌNH", align="center", bold=True)
    sheet.p("subject", "Về việc sửa chữa phòng học", align="center", bold=True)
    sheet.p("addressee", "Kính gửi:", align="center")
    sheet.many("addressee_names", "- Ủy ban nhân dân quận;", "- Phòng Giáo dục và Đào tạo.", align="center")
    sheet.p("body", "Nhà trường kính trình xem xét việc sửa chữa phòng học như sau:", align="both")
    sheet.p("heading_decimal", "1. Hiện trạng", bold=True)
    sheet.p("clause", "1.1. Phòng học xuống cấp, dột khi mưa lớn.", align="both")
    sheet.p("heading_decimal", "2. Đề nghị", bold=True)
    sheet.p("body", "Kính mong được xem xét./.", align="both")
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        *(foot, 0, 0),
        ("recipients_label", "Nơi nhận :", LEFT),
        ("recipients", "- Như trên;", LEFT),
        ("recipients_archive", "- Lưu: VT", LEFT),
    )
    sheet.cell(foot, 0, 1, ("authority", "HIỆU TRƯỞNG", BOLD), (None, ""), ("signer_name", "Nguyễn Văn A", BOLD))
    copied = sheet.grid(1, 2, 66, 99)
    sheet.cell(
        *(copied, 0, 0),
        ("copy_issuer", "ỦY BAN NHÂN DÂN QUẬN", BOLD),
        ("copy_number", "Số: 15/SY-UBND"),
        ("recipients_label", "Nơi nhận:", LEFT),
        ("copy_recipients", "- Các trường;", LEFT),
        ("copy_recipients", "- Lưu: VT.", LEFT),
    )
    sheet.cell(
        *(copied, 0, 1),
        ("copy_form", "SAO Y", BOLD),
        ("copy_dateline", "Cái Răng, ngày 20 tháng 9 năm 2024", ITALIC),
        ("copy_position", "TL. CHỦ TỊCH", BOLD),
        ("position", "CHÁNH VĂN PHÒNG", BOLD),
        (None, ""),
        ("signer_name", "Trần Văn B", BOLD),
    )
    return sheet
