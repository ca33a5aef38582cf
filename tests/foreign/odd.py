"""Documents that go wrong: old encodings, decomposed letters, two regimes in one, misread scans."""

from __future__ import annotations

import unicodedata

from docx.shared import Mm

from tests.foreign.party import BOLD, LEFT
from tests.foreign.party import by_spaces as plain_plan
from tests.foreign.sheet import Sheet

_CAPITALS = {"font": ".VnTimeH"}


def tcvn3() -> Sheet:
    """A plan in the TCVN3 encoding: capitals are small letters in a font of capitals."""
    sheet = Sheet(font=".VnTime")
    table = sheet.grid(1, 2, 75, 90)
    sheet.cell(
        *(table, 0, 0),
        ("parent_body", "®¶ng bé thµnh phè cÇn th¬", _CAPITALS),
        ("issuer", "quËn uû c¸i r¨ng", {**_CAPITALS, **BOLD}),
        ("star", "*"),
        ("number", "Sè 12-KH/QU"),
    )
    sheet.cell(
        *(table, 0, 1),
        ("party_title", "®¶ng céng s¶n viÖt nam", {**_CAPITALS, **BOLD}),
        ("dateline", "C¸i R¨ng, ngµy 05 th¸ng 8 n¨m 2019"),
    )
    sheet.p("kind_title", "kÕ ho¹ch", align="center", bold=True, font=".VnTimeH")
    sheet.p("subject", "tuyªn truyÒn kû niÖm Ngµy Quèc kh¸nh", align="center", bold=True)
    sheet.p("subject_end", "-----", align="center")
    sheet.p("body", "Ban Th\xadêng vô QuËn uû x©y dùng kÕ ho¹ch tuyªn truyÒn nh\xad sau:".replace("\xadê", "\xad\xea"))
    sheet.p("heading_roman", "I- môc ®Ých, yªu cÇu", bold=True, font=".VnTimeH")
    sheet.p("heading_decimal", "1. Môc ®Ých", bold=True)
    sheet.p("body", "Tuyªn truyÒn s©u réng trong c¸n bé, ®¶ng viªn vµ Nh©n d©n.")
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        *(foot, 0, 0),
        ("recipients_label", "N¬i nhËn:", LEFT),
        ("recipients", "- C¸c chi, ®¶ng bé trùc thuéc;", LEFT),
        ("recipients_archive", "- L\xadu V¨n phßng QuËn uû.", LEFT),
    )
    sheet.cell(
        *(foot, 0, 1),
        ("authority", "T/M ban th\xadêng vô", {**_CAPITALS, **BOLD}),
        ("position", "phã bÝ th\xad", _CAPITALS),
        (None, ""),
        ("signer_name", "NguyÔn V¨n A", BOLD),
    )
    return sheet


def decomposed() -> Sheet:
    """The plan of `by_spaces`, every letter with its marks apart (NFD)."""
    sheet = plain_plan()
    for paragraph in sheet.document.paragraphs:
        for run in paragraph.runs:
            run.text = unicodedata.normalize("NFD", run.text)
    sheet.marks = [(mark, unicodedata.normalize("NFD", text)) for mark, text in sheet.marks]
    return sheet


def state_over_party() -> Sheet:
    """The State's letterhead over a Party number, `TM.` for `T/M`, `Lưu: VT`."""
    sheet = Sheet(size=13)
    table = sheet.grid(1, 2, 70, 95)
    sheet.cell(
        *(table, 0, 0),
        ("parent_body", "ĐẢNG ỦY PHƯỜNG LÊ BÌNH", {}),
        ("issuer", "CHI BỘ TRƯỜNG TIỂU HỌC", BOLD),
        ("number", "Số: 05-KH/CB"),
    )
    sheet.cell(
        *(table, 0, 1),
        ("national_title", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD),
        ("motto", "Độc lập - Tự do - Hạnh phúc", {"bold": True, "underline": True}),
        ("dateline", "Lê Bình, ngày 12 tháng 6 năm 2026"),
    )
    sheet.p("kind_title", "KẾ HOẠCH CÔNG TÁC", align="center", bold=True)
    sheet.p("subject", "6 tháng cuối năm 2026", align="center", bold=True)
    sheet.p("heading_roman", "I/ ĐẶC ĐIỂM TÌNH HÌNH", bold=True)
    sheet.p("heading_decimal", "1/ Thuận lợi", bold=True)
    sheet.p("body", "+ Được sự quan tâm của Đảng ủy phường.")
    sheet.p("heading_roman", "II/ NHIỆM VỤ", bold=True)
    sheet.p("body", "Tiếp tục nâng cao chất lượng sinh hoạt chi bộ.")
    foot = sheet.grid(1, 2, 80, 85)
    sheet.cell(
        *(foot, 0, 0),
        ("recipients_label", "Nơi nhận:", LEFT),
        ("recipients", "- Đảng ủy phường (báo cáo);", LEFT),
        ("recipients_archive", "- Lưu: VT.", LEFT),
    )
    sheet.cell(
        *(foot, 0, 1),
        ("authority", "TM. CHI BỘ", BOLD),
        ("position", "Bí thư"),
        (None, ""),
        ("signer_name", "NGUYỄN VĂN A", BOLD),
    )
    return sheet


def english_template() -> Sheet:
    """Word's own headings and lists on Letter paper, a title in the style Title, numbers made by Word."""
    sheet = Sheet(font="Calibri", size=11)
    section = sheet.document.sections[0]
    section.page_width, section.page_height = Mm(215.9), Mm(279.4)
    section.left_margin = section.right_margin = Mm(25.4)
    table = sheet.grid(1, 2, 75, 90)
    sheet.cell(table, 0, 0, ("issuer", "CHI BỘ PHÒNG GIÁO DỤC", BOLD), ("star", "***"), ("number", "Số 7-BC/CB"))
    sheet.cell(
        table, 0, 1, ("party_title", "Đảng Cộng sản Việt Nam", BOLD), ("dateline", "Cái Răng, ngày 30 tháng 6 năm 2025")
    )
    sheet.p("kind_title", "BÁO CÁO", align="center").style = sheet.document.styles["Title"]
    sheet.p("subject", "Sơ kết công tác 6 tháng đầu năm", align="center").style = sheet.document.styles["Subtitle"]
    heading, bullets = sheet.document.styles["Heading 1"], sheet.document.styles["List Bullet"]
    sheet.p("heading_roman", "I. Kết quả").style = heading
    sheet.p("body", "Chi bộ hoàn thành các nhiệm vụ được giao.").style = bullets
    sheet.p(
        "clause", "Kết nạp hai đảng viên mới trong sáu tháng đầu năm, đạt chỉ tiêu được giao."
    ).style = sheet.document.styles["List Number"]
    sheet.p("heading_roman", "II. Phương hướng").style = heading
    sheet.p("body", "Tiếp tục phát huy kết quả đạt được.")
    sheet.p("authority", "T/M CHI BỘ", indent=90, align="center")
    sheet.p("position", "BÍ THƯ", indent=90, align="center")
    sheet.p("signer_name", "Lê Thị C", indent=90, align="center")
    return sheet


def misread() -> Sheet:
    """A dispatch read from a scan: slips in fixed words, stray signs, one line a paragraph."""
    sheet = Sheet()
    sheet.line(("issuer", "QUẬN ỦY CÁI RĂNG"), "            ", ("party_title", "ĐẢNG CỌNG SẢN VIỆT NAN"))
    sheet.line("       ", ("star", "*"), "                        ", (None, "_ _ _ _ _ _"))
    sheet.line(("number", "Sô 45 -CV/QU"), "            ", ("dateline", "Cái Răng, ngay 4 thang 10 nam 2021"))
    sheet.p("subject_dispatch", "v/v chuân bị hội nghị")
    sheet.p("addressee", "Kinh gửi :", align="center")
    sheet.p("addressee_names", "- Các chi bộ trực thuộc;")
    sheet.p("body", "Ban Thường vụ Quận ủy đề nghị các chi bộ chuẩn bị tài liệu hội nghị và gửi về Văn")
    sheet.p("body", "phòng trước ngày 10/10/2021.")
    sheet.line(("recipients_label", "Nơi nhân:"), "                     ", ("authority", "T/M BAN THƯƠNG VỤ"))
    sheet.line(("recipients", "- Như trên;"), "                        ", ("position", "PHÓ BI THƯ"))
    sheet.p("recipients_archive", "- Lưu VPQU.")
    sheet.line("                                                            ", ("signer_name", "Nguyễn Văn A"))
    return sheet


def no_official_document() -> Sheet:
    """A private letter in English: nothing in it is anything."""
    sheet = Sheet(font="Calibri", size=11)
    sheet.many(None, "Dear Sir or Madam,", "Thank you for your letter of 5 May 2024.", "1. Please find the list below.")
    sheet.data(("Item", "Price"), ("Paper", "5"), header="table")
    sheet.marks = [(None, text) for _mark, text in sheet.marks]
    sheet.p(None, "Yours faithfully,", align="right")
    return sheet
