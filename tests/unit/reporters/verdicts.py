"""Verdicts made by hand, for tests of what is shown of them."""

from __future__ import annotations

from pathlib import Path

from generator.check.verdict import Grid, Sheet, Spot, Understood, Verdict, Words
from generator.diagnostics import Diagnostic, Location, Severity
from tests.docx_files import png

FILE = Path("van-ban/ke-hoach.docx")
BODY, CELL = "thân văn bản", "thân văn bản, bảng 1, dòng 1, ô 1"
WHERE = Location(FILE, part=BODY, paragraph=2, excerpt="Một đoạn")
IN_CELL = Location(FILE, part=CELL, paragraph=1, excerpt="QUẬN ỦY CÁI RĂNG")
FINDINGS = (
    Diagnostic("components/missing", "thiếu nơi nhận", Location(FILE), basis="HD05 II.I.9"),
    Diagnostic(
        "page/body-size",
        "cỡ chữ không đúng",
        WHERE,
        Severity.WARNING,
        expected="14–15 pt",
        actual="12 pt",
        hint="chọn cỡ 14",
    ),
    Diagnostic("page/font", "phông chữ không đúng", WHERE, Severity.ADVICE),
    Diagnostic("components/bold", "chữ phải in đậm", IN_CELL),
)
KNOWN = Understood(
    kind="plan",
    kind_name="KẾ HOẠCH",
    side="party",
    regime="party-hd05",
    reason="bộ quy định có hiệu lực ngày 01/06/2026",
    number="Số 05-KH/QU",
    components=(("issuer", IN_CELL),),
    unrecognised=(WHERE,),
)
PIECES = (
    Grid((((Words("QUẬN ỦY CÁI RĂNG", CELL, 1, "center", True),), (Words("", CELL, 2),)),)),
    Words("Mở đầu", BODY, 1),
    Words("Một đoạn\tvà\nmột dòng", BODY, 2, "both", is_italic=True),
)
WHOLE = Verdict(FILE, FINDINGS, KNOWN, ("components/missing", "page/font"), PIECES)
SPOTS = (None, Spot(1, 0.1, 0.2, 0.3, 0.25), Spot(1, 0.1, 0.2, 0.3, 0.25), Spot(1, 0.1, 0.05, 0.4, 0.08))
PRINTED = Verdict(FILE, FINDINGS, KNOWN, sheets=(Sheet(png(1), 1, 1),), spots=SPOTS, page_count=3)
UNREADABLE = Verdict(
    Path("khong.docx"), (Diagnostic("file/missing", "không có tệp này", Location(Path("khong.docx"))),)
)
SOUND = Verdict(Path("dung.docx"), (), KNOWN)
