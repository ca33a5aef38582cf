"""Party documents as offices type them. Every text is ours or the example workspace's; every mark is set by hand."""

from __future__ import annotations

from tests.foreign.sheet import Sheet

BOLD = {"bold": True}
LEFT = {"align": "left"}
_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"


def _title(sheet: Sheet, kind: str, subject: str, end: str = "-----") -> None:
    sheet.p("kind_title", kind, align="center", bold=True, size=16)
    sheet.p("subject", subject, align="center", bold=True)
    if end:
        sheet.p("subject_end" if set(end) <= {"-"} else None, end, align="center")


def by_spaces() -> Sheet:
    """Both sides of the letterhead in one line, pushed apart with the space bar; the foot too."""
    sheet = Sheet()
    sheet.line(("parent_body", "ĐẢNG BỘ THÀNH PHỐ CẦN THƠ"), " " * 22, ("party_title", _TITLE))
    sheet.line("     ", ("issuer", "QUẬN ỦY CÁI RĂNG"), " " * 30, (None, "_" * 22))
    sheet.line(" " * 16, ("star", "*"))
    sheet.line("      ", ("number", "Số 158-KH/QU"), " " * 24, ("dateline", "Cái Răng, ngày 30 tháng 9 năm 2024"))
    sheet.p(None)
    _title(sheet, "KẾ HOẠCH", "tuyên truyền đại hội đảng bộ các cấp")
    sheet.p("body", "Nhằm tạo sự thống nhất trong Đảng, Ban Thường vụ Quận ủy xây dựng kế hoạch như sau:", first=10)
    sheet.p("heading_roman", "I- MỤC ĐÍCH, YÊU CẦU", bold=True, first=10)
    sheet.p("heading_decimal", "1. Mục đích", bold=True, first=10)
    sheet.many("body", "- Tuyên truyền sâu rộng trong cán bộ, đảng viên.", "- Cổ vũ phong trào thi đua.", first=10)
    sheet.p("heading_decimal", "2. Yêu cầu", bold=True, first=10)
    sheet.p("body", "- Bảo đảm chất lượng, hiệu quả, thực chất.", first=10)
    sheet.p("heading_roman", "II- TỔ CHỨC THỰC HIỆN", bold=True, first=10)
    sheet.p("clause", "1. Các chi, đảng bộ trực thuộc căn cứ kế hoạch này, tổ chức triển khai thực hiện.", first=10)
    sheet.p(None)
    sheet.line(("recipients_label", "Nơi nhận:"), " " * 40, ("authority", "T/M BAN THƯỜNG VỤ"))
    sheet.line(("recipients", "- Thành ủy Cần Thơ (để b/c);"), " " * 36, ("position", "PHÓ BÍ THƯ"))
    sheet.line(("recipients", "- Các chi, đảng bộ trực thuộc Quận ủy;"), size=12)
    sheet.line(("recipients_archive", "- Lưu Văn phòng Quận ủy."), size=12)
    sheet.p(None)
    sheet.line(" " * 60, ("signer_name", "Nguyễn Văn A"))
    return sheet


def by_tabs() -> Sheet:
    """A report set with tabs, with a table in the text and two annexes behind it."""
    sheet = Sheet()
    stops = {"tabs": (105,)}
    sheet.line(("parent_body", "ĐẢNG BỘ THÀNH PHỐ CẦN THƠ"), "\t", ("party_title", _TITLE), **stops)
    sheet.line(("issuer", "QUẬN ỦY CÁI RĂNG"), "\t", (None, "---------------------"), **stops)
    sheet.line(("star", "*"), **stops)
    line = ("dateline", "Cái Răng, ngày 02 tháng 01 năm 2025")
    sheet.line(("number", "Số 76 - BC/QU"), "\t", line, **stops)
    _title(sheet, "BÁO CÁO", "kết quả tuyên truyền đại hội đảng bộ các cấp", "***")
    sheet.marks[-1] = ("subject_end", "***")
    sheet.p("heading_roman", "I. KẾT QUẢ", bold=True)
    sheet.p("heading_decimal", "1. Tuyên truyền miệng", bold=True)
    sheet.p("body", "Quận ủy đã tổ chức các hội nghị báo cáo viên; kết quả như bảng dưới đây.", align="both")
    sheet.data(("STT", "Nội dung", "Số lượng"), ("1", "Hội nghị", "12"), ("2", "Bài viết", "140"))
    sheet.p("heading_roman", "II. NHIỆM VỤ THỜI GIAN TỚI", bold=True)
    sheet.p("body", "Tiếp tục thực hiện kế hoạch đã ban hành.", align="both")
    sheet.line(("recipients_label", "Nơi nhận:"), "\t", ("authority", "T/M BAN THƯỜNG VỤ"), **stops)
    sheet.line(("recipients", "- Thành ủy Cần Thơ,"), "\t", ("position", "BÍ THƯ"), **stops)
    sheet.p("recipients_archive", "- Lưu VPQU.")
    sheet.p(None)
    sheet.line("\t", ("signer_name", "Nguyễn Văn A"), **stops)
    sheet.page_break()
    sheet.p("annex_label", "PHỤ LỤC 1", align="center", bold=True)
    sheet.p("annex_title", "SỐ LIỆU TUYÊN TRUYỀN", align="center", bold=True)
    sheet.p(
        "annex_reference", "(Kèm theo Báo cáo số 76-BC/QU, ngày 02/01/2025 của Quận ủy)", align="center", italic=True
    )
    sheet.data(("Đơn vị", "Số hội nghị"), ("Phường A", "4"), ("Phường B", "8"))
    sheet.page_break()
    sheet.p("annex_label", "PHỤ LỤC 2", align="center", bold=True)
    sheet.p("annex_title", "DANH SÁCH BÁO CÁO VIÊN", align="center", bold=True)
    sheet.p("clause", "1. Nguyễn Văn A, báo cáo viên cấp quận.")
    return sheet


def in_text_boxes() -> Sheet:
    """A notice whose letterhead floats in two text boxes."""
    sheet = Sheet()
    sheet.box(
        *(25, 75),
        ("parent_body", "QUẬN ỦY CÁI RĂNG", {}),
        ("issuer", "BAN TUYÊN GIÁO", BOLD),
        ("star", "*", {}),
        ("number", "Số 21-TB/BTGQU", {}),
    )
    sheet.box(
        *(110, 90),
        ("party_title", _TITLE, BOLD),
        ("dateline", "Cái Răng, ngày 15 tháng 7 năm 2024", {"italic": True}),
    )
    sheet.p(None)
    _title(sheet, "THÔNG BÁO", "về lịch sinh hoạt báo cáo viên")
    sheet.p("body", "Ban Tuyên giáo Quận ủy thông báo lịch sinh hoạt báo cáo viên quý III như sau:", align="both")
    sheet.many("clause", "1. Thời gian: 8 giờ, ngày 20/7/2024.", "2. Địa điểm: Hội trường Quận ủy.", align="both")
    table = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        *(table, 0, 0),
        ("recipients_label", "Nơi nhận:", {**LEFT, "underline": True}),
        ("recipients", "- Các báo cáo viên,", LEFT),
        ("recipients_archive", "- Lưu Ban Tuyên giáo.", LEFT),
    )
    sheet.cell(
        *(table, 0, 1),
        ("authority", "K/T TRƯỞNG BAN", BOLD),
        ("position", "PHÓ TRƯỞNG BAN"),
        (None, ""),
        (None, ""),
        ("signer_name", "Trần Văn B", BOLD),
    )
    return sheet


def in_separate_paragraphs() -> Sheet:
    """A directive with left lines and right lines one under another; ỦY and UỶ mixed, long dashes."""
    sheet = Sheet()
    sheet.p("party_title", _TITLE, align="right", bold=True)
    sheet.p("dateline", "Cái Răng, ngày 3 tháng 2 năm 2023", align="right", italic=True)
    sheet.p("parent_body", "ĐẢNG BỘ THÀNH PHỐ CẦN THƠ")
    sheet.p("issuer", "QUẬN UỶ CÁI RĂNG", bold=True)
    sheet.p("star", "*")
    sheet.p("number", "Số: 05–CT/QU")
    _title(sheet, "CHỈ THỊ", "về tăng cường công tác tuyên truyền")
    sheet.p("body", "Thời gian qua, công tác tuyên truyền đã đạt nhiều kết quả. Quận uỷ yêu cầu:", align="both")
    sheet.p("clause", "1- Các cấp uỷ quán triệt sâu sắc chỉ thị này đến từng chi bộ.", align="both")
    sheet.p("point", "a) Xây dựng kế hoạch trong tháng 3.", align="both")
    sheet.p("point", "b) Báo cáo kết quả hằng quý.", align="both")
    sheet.p("clause", "2- Ban Tuyên giáo Quận uỷ theo dõi, đôn đốc việc thực hiện.", align="both")
    sheet.p("authority", "T/M BAN THƯỜNG VỤ", align="right", bold=True)
    sheet.p("position", "BÍ THƯ", align="right")
    sheet.p(None)
    sheet.p("signer_name", "Nguyễn Văn A", align="right", bold=True)
    sheet.p("recipients_label", "Nơi nhận:", underline=True)
    sheet.many("recipients", "- Các chi, đảng bộ trực thuộc,", "- Các đồng chí Quận uỷ viên,", size=12)
    sheet.p("recipients_archive", "- Lưu Văn phòng.", size=12)
    return sheet


def drawn_lines() -> Sheet:
    """A dispatch in the old manner, without `về việc`; its rules are drawn."""
    sheet = Sheet()
    table = sheet.grid(1, 2, 75, 90)
    sheet.cell(
        *(table, 0, 0),
        ("parent_body", "QUẬN ỦY CÁI RĂNG"),
        ("issuer", "VĂN PHÒNG", BOLD),
        ("star", "*"),
        ("number", "Số 686-CV/VPQU"),
        ("subject_dispatch", "Chuẩn bị hội nghị trực tuyến", {"italic": True, "size": 12}),
        ("subject_dispatch", "quán triệt nghị quyết", {"italic": True, "size": 12}),
        ("urgency", "HỎA TỐC", {"bold": True}),
    )
    sheet.cell(table, 0, 1, ("party_title", _TITLE, BOLD), ("dateline", "Cái Răng, ngày 11 tháng 01 năm 2022"))
    sheet.drawn_line(table.cell(0, 1).paragraphs[0], 73)
    sheet.p(None)
    sheet.p("addressee", "Kính gửi:", align="center", italic=True)
    sheet.many("addressee_names", "- Các ban xây dựng Đảng,", "- Các chi bộ trực thuộc.", indent=60)
    sheet.p("body", "Văn phòng Quận ủy kính đề nghị các đồng chí chuẩn bị những nội dung sau.", align="both")
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        *(foot, 0, 0),
        ("recipients_label", "Nơi nhận:", LEFT),
        ("recipients", "- Như trên,", LEFT),
        ("recipients_archive", "- Lưu Văn phòng Quận ủy.", LEFT),
        ("drafter_code", "ABC-268", LEFT),
    )
    sheet.cell(*(foot, 0, 1), ("authority", "CHÁNH VĂN PHÒNG", BOLD), (None, ""), ("signer_name", "Lê Thị C", BOLD))
    return sheet


def underlined() -> Sheet:
    """A resolution of a congress; rules made with Word's underline; bases with hyphens."""
    sheet = Sheet()
    table = sheet.grid(2, 2, 75, 90)
    sheet.cell(
        *(table, 0, 0),
        ("issuer", "ĐẠI HỘI ĐẠI BIỂU", BOLD),
        ("issuer", "ĐẢNG BỘ QUẬN CÁI RĂNG LẦN THỨ XII", BOLD),
        ("star", "*"),
    )
    sheet.cell(table, 0, 1, ("party_title", _TITLE, {"bold": True, "underline": True}))
    sheet.cell(table, 1, 0, ("number", "Số 01-NQ/ĐH"))
    sheet.cell(table, 1, 1, ("dateline", "Cái Răng, ngày 20 tháng 8 năm 2020", {"italic": True}))
    sheet.p("kind_title", "NGHỊ QUYẾT", align="center", bold=True)
    sheet.p("author", "CỦA ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ QUẬN", align="center", bold=True)
    sheet.p("subject", "nhiệm kỳ 2020 - 2025", align="center", bold=True, underline=True)
    sheet.p("bases", "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", align="both")
    sheet.p("bases", "- Căn cứ kết quả thảo luận tại đại hội,", align="both")
    sheet.p("enacting", "QUYẾT NGHỊ:", align="center", bold=True)
    sheet.p("article", "Điều 1. Tán thành báo cáo chính trị trình đại hội.", align="both", bold=True)
    sheet.p("article", "Điều 2. Giao Ban Chấp hành khóa mới tổ chức thực hiện.", align="both", bold=True)
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        foot, 0, 0, ("recipients_label", "Nơi nhận:", LEFT), ("recipients", "- Các chi, đảng bộ trực thuộc;", LEFT)
    )
    sheet.cell(foot, 0, 1, ("authority", "T/M ĐOÀN CHỦ TỊCH", BOLD), (None, ""), ("signer_name", "Nguyễn Văn A", BOLD))
    return sheet


def minutes() -> Sheet:
    """Minutes of a cell: two signatures side by side, no recipients."""
    sheet = Sheet()
    table = sheet.grid(1, 2, 75, 90)
    sheet.cell(
        *(table, 0, 0),
        ("parent_body", "ĐẢNG BỘ PHƯỜNG LÊ BÌNH"),
        ("issuer", "CHI BỘ KHU VỰC 1", BOLD),
        ("star", "*"),
        ("number", "Số 03-BB/CB"),
    )
    sheet.cell(table, 0, 1, ("party_title", _TITLE, BOLD), ("dateline", "Lê Bình, ngày 05 tháng 6 năm 2026"))
    sheet.p("kind_title", "BIÊN BẢN", align="center", bold=True)
    sheet.p("subject", "Sinh hoạt chi bộ tháng 6", align="center", bold=True)
    sheet.p("body", "Hôm nay, vào lúc 8 giờ ngày 05/6/2026, chi bộ tiến hành sinh hoạt.", align="both")
    sheet.p("heading_roman", "I. Thành phần:", bold=True)
    sheet.p("body", "- Chủ trì: đồng chí Nguyễn Văn A, Bí thư Chi bộ.")
    sheet.p("body", "- Thư ký: đồng chí Trần Văn B.")
    sheet.p("heading_roman", "II. Nội dung:", bold=True)
    sheet.p("body", "Cuộc họp kết thúc lúc 10 giờ cùng ngày.", align="both")
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(foot, 0, 0, ("authority", "NGƯỜI GHI BIÊN BẢN", BOLD), (None, ""), ("signer_name", "Trần Văn B", BOLD))
    sheet.cell(foot, 0, 1, ("authority", "CHỦ TRÌ HỘI NGHỊ", BOLD), (None, ""), ("signer_name", "Nguyễn Văn A", BOLD))
    return sheet


def copied() -> Sheet:
    """A plan with the stamp of a copy under it."""
    sheet = Sheet()
    table = sheet.grid(1, 2, 75, 90)
    sheet.cell(
        *(table, 0, 0),
        ("parent_body", "ĐẢNG BỘ THÀNH PHỐ CẦN THƠ"),
        ("issuer", "ĐẢNG ỦY PHƯỜNG CÁI RĂNG", BOLD),
        ("star", "*"),
        ("number", "Số 12-KH/ĐU"),
    )
    sheet.cell(table, 0, 1, ("party_title", _TITLE, BOLD), ("dateline", "Cái Răng, ngày 01 tháng 6 năm 2026"))
    _title(sheet, "KẾ HOẠCH", "kiểm tra, giám sát năm 2026")
    sheet.p("body", "Đảng ủy phường xây dựng kế hoạch kiểm tra, giám sát năm 2026.", align="both")
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(*(foot, 0, 0), ("recipients_label", "Nơi nhận:", LEFT), ("recipients_archive", "- Lưu Văn phòng.", LEFT))
    sheet.cell(
        *(foot, 0, 1),
        ("authority", "T/M BAN THƯỜNG VỤ", BOLD),
        ("position", "BÍ THƯ"),
        (None, ""),
        ("signer_name", "Nguyễn Văn A", BOLD),
    )
    sheet.p(None)
    stamp = sheet.grid(1, 2, 80, 85, bordered=True)
    sheet.cell(
        *(stamp, 0, 0),
        ("copy_stamp", "BẢN SAO VĂN BẢN", BOLD),
        ("copy_form", "Cơ quan, tổ chức sao: Đảng ủy phường", LEFT),
        ("copy_form", "Số, ký hiệu bản sao: 05-BS/ĐU", LEFT),
        ("copy_form", "Hình thức sao: sao y", LEFT),
        ("copy_form", "Nơi nhận bản sao: Các chi bộ", LEFT),
    )
    sheet.cell(
        *(stamp, 0, 1),
        ("copy_position", "T/L BAN THƯỜNG VỤ", BOLD),
        ("position", "CHÁNH VĂN PHÒNG"),
        (None, ""),
        ("signer_name", "Trần Văn B", BOLD),
    )
    return sheet
