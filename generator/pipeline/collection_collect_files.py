"""What lies in a folder of returned forms: the workbooks that are read, and of everything else why it is not.

It opens no file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.errors import GeneratorError
from generator.messages import _, mark
from generator.workspace import reason

_SUFFIX = ".xlsx"
_SAVE_AS = mark("mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi thu lại")
_UNPACK = mark("giải nén vào thư mục này rồi thu lại")
_MAY_BE_FORMS = {
    **dict.fromkeys((".xls", ".xlsb", ".xlsm", ".xltx", ".ods", ".fods", ".csv", ".tsv", ".numbers", ".et"), _SAVE_AS),
    **dict.fromkeys((".docx", ".doc", ".odt", ".rtf"), mark("chép số sang biểu .xlsx đã gửi cho đơn vị rồi thu lại")),
    **dict.fromkeys((".zip", ".rar", ".7z", ".eml", ".msg"), _UNPACK),
}
_PICTURES = (".pdf", ".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff")
_OF_SYSTEMS = frozenset(("thumbs.db", "desktop.ini", ".ds_store"))


def forms_in(folder: Path) -> tuple[list[Path], list[Diagnostic]]:
    """The workbooks below a folder, or the one file, in the order of their paths; and what else is told.

    GeneratorError where the folder cannot be read.
    """
    if not os.path.lexists(folder):
        message = _("không có thư mục hay tệp {folder}").format(folder=folder)
        raise GeneratorError(message, _("kiểm tra tên thư mục có các biểu gửi về"))
    found: list[Path] = []
    told: list[Diagnostic] = []
    for file in sorted(_files(folder, told)) if folder.is_dir() else [folder]:
        if file.name.lower() in _OF_SYSTEMS or _is_left_over(file):
            continue
        other = _why_not(file)
        if other is None:
            found.append(file)
        else:
            told.append(other)
    if not found and all(each.severity is not Severity.ERROR for each in told):
        told.append(_nothing(folder))
    return found, told


def _nothing(folder: Path) -> Diagnostic:
    message = _("không có tệp .xlsx nào trong thư mục này")
    hint = _("chép biểu các đơn vị gửi về vào đó, hoặc chỉ ra thư mục khác")
    return Diagnostic("returned/no-files", message, Location(folder), hint=hint)


def _is_left_over(file: Path) -> bool:
    """The mark of an open document that is not there: a program that ended badly leaves it."""
    if not file.name.startswith("~$"):
        return False
    return not file.with_name(file.name[2:]).exists()


def _files(folder: Path, told: list[Diagnostic]) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        if error.filename is None or Path(error.filename) == folder:
            message = _("không đọc được thư mục {folder}: {reason}").format(folder=folder, reason=reason(error))
            raise GeneratorError(message, _("kiểm tra tên thư mục và quyền đọc")) from error
        told.append(_unread(Path(error.filename), reason(error)))

    for here, _folders, names in os.walk(folder, onerror=refused):
        yield from (Path(here, name) for name in names)


def _unread(folder: Path, why: str) -> Diagnostic:
    message = _("không đọc được thư mục này: {why}").format(why=why)
    return Diagnostic("returned/unreadable", message, Location(folder), hint=_("kiểm tra quyền đọc rồi thu lại"))


def _why_not(file: Path) -> Diagnostic | None:
    """None for a workbook."""
    name, suffix = file.name.lower(), file.suffix.lower()
    if name.startswith(("~$", ".~lock.")):
        hint = _("đóng tệp ở Excel hoặc LibreOffice rồi thu lại, kẻo thiếu phần chưa lưu")
        return _told(file, "open-elsewhere", _("tệp của biểu này đang mở ở chương trình khác"), hint, Severity.WARNING)
    if suffix in (".tmp", ".part", ".crdownload", ".download") or name.startswith("."):
        message = _("tệp tạm, không được đọc")
        hint = _("nếu là biểu đang tải dở thì đợi tải xong rồi thu lại")
        return _told(file, "temporary", message, hint, Severity.WARNING)
    if not file.is_file():
        return _told(file, "unreadable", _("đây không phải là một tệp thường"), _("chép lại tệp rồi thu lại"))
    if suffix == _SUFFIX:
        return None
    if suffix in _MAY_BE_FORMS:
        message = _("tệp {suffix} chưa được tính: chỉ đọc được .xlsx").format(suffix=suffix)
        return _told(file, "not-xlsx", message, _(_MAY_BE_FORMS[suffix]))
    if suffix in _PICTURES:
        message = _("bản chụp hoặc bản in ({suffix}) không được đọc").format(suffix=suffix)
        hint = _("nếu là biểu số liệu thì xin đơn vị tệp .xlsx")
        return _told(file, "not-xlsx", message, hint, Severity.WARNING)
    return _told(file, "not-xlsx", _("không phải tệp .xlsx, không được đọc"), "", Severity.ADVICE)


def _told(file: Path, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(f"returned/{code}", message, Location(file), severity, hint=hint or None)
