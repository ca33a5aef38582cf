"""What is said of a document besides what its data, template and form have to say."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _


def kept(file: Path) -> Diagnostic:
    message = _("tệp đã được sửa bằng chương trình khác, nên để nguyên")
    hint = _("đổi tên tệp đó rồi chạy lại, hoặc thêm --overwrite để thay")
    return Diagnostic("batch/kept", message, Location(file), Severity.WARNING, hint=hint)


def old(file: Path) -> Diagnostic:
    message = _("tệp có sẵn ở đây là của lượt trước, chưa được làm lại")
    hint = _("đừng gửi tệp này; sửa các lỗi trên rồi chạy lại")
    return Diagnostic("batch/old-file", message, Location(file), Severity.WARNING, hint=hint)


def old_pdf(file: Path) -> Diagnostic:
    message = _("tệp PDF này là của bản trước")
    return Diagnostic("batch/old-pdf", message, Location(file), Severity.WARNING, hint=_("thêm --pdf để làm lại"))


def broken(error: Exception) -> Diagnostic:
    message = _("chương trình bị lỗi khi làm văn bản này")
    hint = _("đây là lỗi của chương trình, không phải của dữ liệu")
    return Diagnostic("batch/broken", message, actual=f"{type(error).__name__}: {error}"[:300], hint=hint)
