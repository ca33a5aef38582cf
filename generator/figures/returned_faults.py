"""Why a file is no form that can be read, said to a clerk who has a folder of them; with what to do about it.

It opens nothing: what the parts of a package are worth, `opc` knows, and tells it of Word files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.figures.layout import FORM_SHEET
from generator.messages import _, mark
from generator.vietnamese.unicode import without_illegal

_SAVE_AS = mark("mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi thu lại")
_ASK_AGAIN = mark("xin đơn vị gửi lại tệp; tệp này chưa được tính")
_UNLOCK = mark("mở bằng Excel, bỏ mật khẩu ở File > Info > Protect Workbook, lưu lại rồi thu lại")
_FEWER = mark("xóa ảnh, các dòng và trang thừa, lưu lại rồi thu lại; ảnh minh chứng thì gửi riêng")
_TO_FORM = mark("chép số sang biểu đã gửi cho đơn vị rồi thu lại")
_KNOWN = {
    "empty": ("damaged", mark("tệp trống, không có gì bên trong"), _ASK_AGAIN),
    "cut-short": ("damaged", mark("tệp bị cắt cụt: thiếu phần cuối"), _ASK_AGAIN),
    "damaged": ("damaged", mark("tệp đã hỏng"), _ASK_AGAIN),
    "broken-xml": ("damaged", mark("tệp đã hỏng"), _ASK_AGAIN),
    "password": ("password", mark("tệp bị khóa bằng mật khẩu"), _UNLOCK),
    "spreadsheet": ("not-xlsx", mark("đây là tệp Excel kiểu cũ (.xls), dù tên là .xlsx"), _SAVE_AS),
    "text": ("not-xlsx", mark("đây là tệp chữ (như .csv), dù tên là .xlsx"), _SAVE_AS),
    "html": ("not-xlsx", mark("đây là trang web (HTML), dù tên là .xlsx"), _SAVE_AS),
    "too-large": ("too-large", mark("tệp quá lớn đối với một biểu số liệu"), _FEWER),
    "too-many-elements": ("too-large", mark("tệp quá lớn đối với một biểu số liệu"), _FEWER),
    "too-many-parts": ("too-large", mark("tệp quá lớn đối với một biểu số liệu"), _FEWER),
    "bomb": ("too-large", mark("tệp nén quá chặt, bung ra quá lớn"), _ASK_AGAIN),
}
_OTHER = ("not-xlsx", mark("tệp không phải là bảng tính .xlsx, dù tên là .xlsx"), _SAVE_AS)
_UNSOUND = ("damaged", mark("tệp không đúng cấu trúc của một bảng tính"), _SAVE_AS)
_OF_PACKAGES = ("duplicate-part", "part-name", "compression", "document-type", "encoding", "too-deep")


def no_workbook(fault: Faulty, file: Path) -> Diagnostic:
    """The first fault of a package, in the words of this trade."""
    known = fault.diagnostics[0].code.removeprefix("file/")
    code, message, hint = _KNOWN.get(known, _UNSOUND if known in _OF_PACKAGES else _OTHER)
    return Diagnostic(f"returned/{code}", _(message), Location(file), hint=_(hint))


def unreadable(file: Path, why: str) -> Diagnostic:
    message = _("không đọc được tệp này: {why}").format(why=why)
    hint = _("đóng tệp ở chương trình khác, xem lại quyền đọc; tệp này chưa được tính")
    return Diagnostic("returned/unreadable", message, Location(file), hint=hint)


def too_large(file: Path, limit: int) -> Diagnostic:
    message = _("tệp lớn hơn {limit} MB").format(limit=limit >> 20)
    return Diagnostic("returned/too-large", message, Location(file), hint=_(_FEWER))


def broken(file: Path, error: BaseException) -> Diagnostic:
    """Something that nobody foresaw, told as what it is."""
    actual = f"{type(error).__name__}: {error}"[:300]
    message = _("chương trình không đọc được tệp này")
    return Diagnostic("returned/damaged", message, Location(file), actual=actual, hint=_(_SAVE_AS))


def no_form(file: Path) -> Diagnostic:
    """Somebody else's workbook, or the visible sheet alone, copied into a new one."""
    message = _("không thấy trang ẩn của biểu: đây không phải biểu đã gửi, hoặc số đã được chép sang tệp khác")
    return Diagnostic("returned/no-form", message, Location(file), hint=_(_TO_FORM))


def other_format(file: Path, sheet: str) -> Diagnostic:
    message = _("biểu do một bản Vanthu khác làm ra, cấu trúc khác")
    hint = _("dùng bản Vanthu đã làm ra biểu này, hoặc gửi lại biểu cho đơn vị")
    return Diagnostic("returned/other-format", message, Location(file, cell=f"{sheet}!B1"), hint=hint)


def edited(file: Path, sheet: str) -> Diagnostic:
    message = _("trang ẩn của biểu đã bị sửa, nên không biết chắc biểu của đơn vị nào, đợt nào")
    return Diagnostic("returned/form-edited", message, Location(file, cell=f"{sheet}!A1"), hint=_(_TO_FORM))


def no_sheet(file: Path) -> Diagnostic:
    message = _("không thấy trang “{sheet}” với các tiêu đề cột của biểu").format(sheet=FORM_SHEET)
    return Diagnostic("returned/structure-lost", message, Location(file), hint=_(_TO_FORM))


def renamed(file: Path, sheet: str) -> Diagnostic:
    message = _("trang “{sheet}” đã bị đổi tên; vẫn đọc theo tiêu đề cột").format(sheet=FORM_SHEET)
    return Diagnostic(
        "returned/sheet-renamed", message, Location(file, cell=f"{without_illegal(sheet)}!A1"), Severity.WARNING
    )


def beside_sheets(file: Path, parts: Iterable[str]) -> Iterator[Diagnostic]:
    """What a workbook has that is neither read nor run, and that no form of ours has."""
    names = [name.casefold() for name in parts]
    if any(name.endswith("vbaproject.bin") for name in names):
        message = _("tệp có macro; macro không được đọc, không được chạy")
        hint = _("biểu gửi đi không có macro: hỏi lại đơn vị, đừng bật macro khi mở tệp này")
        yield Diagnostic("returned/macros", message, Location(file), Severity.WARNING, hint=hint)
    if any(name.startswith("xl/externallinks/") for name in names):
        message = _("tệp nối sang tệp khác; tệp ấy không được đọc, lấy số đang ghi trong ô")
        hint = _("hỏi lại đơn vị nếu số lấy từ tệp khác chưa phải số cuối cùng")
        yield Diagnostic("returned/external-links", message, Location(file), Severity.WARNING, hint=hint)


def more_sheets(file: Path, names: list[str]) -> Diagnostic:
    message = _("tệp có thêm trang không được đọc: {names}").format(names=without_illegal(", ".join(names[:6])))
    hint = _("số liệu chỉ lấy ở trang “{sheet}”").format(sheet=FORM_SHEET)
    where = Location(file, cell=f"{without_illegal(names[0])}!A1")
    return Diagnostic("returned/extra-sheet", message, where, Severity.WARNING, hint=hint)
