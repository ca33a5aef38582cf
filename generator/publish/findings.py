"""The findings about a PDF and its source: a code, the words, and the way out.

It decides none of them.
"""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _

OF_THE_MACHINE = ("pdf/office-broken", "pdf/not-written", "pdf/not-tried")
"""Codes of faults that no change of the document would mend."""


def not_a_document(file: Path, part: str | None = None, actual: str | None = None) -> Diagnostic:
    message = _("đây không phải văn bản Word thông thường (.docx)")
    hint = _("mở tệp bằng Word, chọn Save As, kiểu “Word Document (*.docx)”")
    return Diagnostic("pdf/not-a-document", message, Location(file, part=part), actual=actual, hint=hint)


def external_link(file: Path, part: str, kind: str) -> Diagnostic:
    message = _("văn bản lấy nội dung từ ngoài tệp ({kind})").format(kind=kind)
    hint = _("trong Word, chép ảnh hoặc nội dung đó vào hẳn văn bản (hoặc bỏ đi) rồi lưu lại")
    return Diagnostic("pdf/external-link", message, Location(file, part=part), hint=hint)


def same_target(file: Path, target: Path) -> Diagnostic:
    message = _("nhiều tệp cùng làm ra một tệp {target}").format(target=target)
    return Diagnostic("pdf/same-target", message, Location(file), hint=_("đổi tên tệp, hoặc làm từng tệp một"))


def not_written(file: Path, message: str, hint: str) -> Diagnostic:
    return Diagnostic("pdf/not-written", message, Location(file), hint=hint)


def old_file_stays(file: Path, target: Path) -> Diagnostic:
    message = _("tệp cũ {target} còn nguyên, không phải là PDF của lần này").format(target=target)
    return Diagnostic("pdf/old-file", message, Location(file), Severity.WARNING)


def not_made(file: Path, said: str) -> Diagnostic:
    message = _("LibreOffice không làm được PDF của tệp này")
    hint = _("mở tệp bằng Word, lưu lại dạng .docx rồi thử lại")
    return Diagnostic("pdf/not-made", message, Location(file), actual=said or None, hint=hint)


def too_slow(file: Path, seconds: float) -> Diagnostic:
    message = _("LibreOffice làm tệp này quá {seconds} giây, đã dừng").format(seconds=f"{seconds:g}")
    hint = _("tăng --timeout nếu văn bản rất dài; nếu không, mở tệp bằng Word và lưu lại")
    return Diagnostic("pdf/timeout", message, Location(file), hint=hint)


def office_broken(file: Path, said: str) -> Diagnostic:
    message = _("LibreOffice trên máy này không làm được PDF nào, kể cả của một trang thử")
    hint = _("kiểm tra chỗ trống của ổ đĩa tạm, chạy “vanthu doctor”, cài lại LibreOffice nếu cần")
    return Diagnostic("pdf/office-broken", message, Location(file), actual=said or None, hint=hint)


def not_tried(file: Path) -> Diagnostic:
    message = _("chưa làm, vì LibreOffice trên máy này không chạy được")
    return Diagnostic("pdf/not-tried", message, Location(file), hint=_("chạy “vanthu doctor”, rồi làm lại"))


def broken_pdf(file: Path, why: str) -> Diagnostic:
    message = _("LibreOffice làm ra một tệp PDF hỏng")
    hint = _("làm lại; nếu vẫn vậy, mở tệp bằng Word và lưu lại")
    return Diagnostic("pdf/broken", message, Location(file), actual=why, hint=hint)


def not_archival(file: Path) -> Diagnostic:
    hint = _("cần LibreOffice 7.4 trở lên")
    return Diagnostic("pdf/not-archival", _("PDF làm ra không phải PDF/A-2b"), Location(file), hint=hint)


def lost_text(file: Path, pieces: list[str], *, is_other: bool) -> Diagnostic:
    severity = Severity.ERROR if is_other else Severity.WARNING
    message = _("PDF không có những chữ này của văn bản")
    shown = "; ".join(f"“{piece}”" for piece in pieces[:3])
    hint = _("so PDF với văn bản; chữ trong khung hoặc ô quá hẹp có thể bị che")
    return Diagnostic("pdf/lost-text", message, Location(file), severity, actual=shown, hint=hint)


def loose_font(file: Path, names: list[str]) -> Diagnostic:
    message = _("PDF không mang theo phông chữ {names}").format(names=", ".join(names))
    hint = _("cài phông cho phép nhúng, xem “vanthu doctor”")
    return Diagnostic("pdf/font-not-embedded", message, Location(file), hint=hint)


def other_typeface(file: Path, name: str, letters: str, *, is_fault: bool) -> Diagnostic:
    severity = Severity.ERROR if is_fault else Severity.WARNING
    message = _("chữ “{letters}” hiện bằng phông {name}, không phải phông của văn bản").format(
        letters=letters, name=name
    )
    hint = _("cài Times New Roman hoặc Tinos, xem “vanthu doctor”")
    if not is_fault:
        hint = _("máy này không có phông mà văn bản dùng; cài phông đó, hoặc dùng Times New Roman")
    return Diagnostic("pdf/other-typeface", message, Location(file), severity, hint=hint)
