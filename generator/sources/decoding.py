"""The bytes of a file as text: what is no text at all, which encoding, which characters no document can hold."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from itertools import islice
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _, mark
from generator.vietnamese import unicode

_MOST_CHARACTERS = 20
# YAML takes these for line ends; nobody types them on purpose.
_LINE_ENDS = re.compile("[\u2028\u2029]")
_ZIP = b"PK\x03\x04"
# How a file begins, what else is in it, what it is.
_KINDS = (
    (_ZIP, b"word/", mark("đây là tệp Word (.docx), không phải tệp chữ YAML")),
    (_ZIP, b"xl/", mark("đây là tệp Excel (.xlsx), không phải tệp chữ YAML")),
    (_ZIP, b"content.xml", mark("đây là tệp LibreOffice, không phải tệp chữ YAML")),
    (_ZIP, b"", mark("đây là tệp nén ZIP, không phải tệp chữ YAML")),
    (b"%PDF-", b"", mark("đây là tệp PDF, không phải tệp chữ YAML")),
    (b"\xd0\xcf\x11\xe0", b"", mark("đây là tệp Word hoặc Excel kiểu cũ (.doc, .xls), không phải tệp chữ YAML")),
    (b"{\\rtf", b"", mark("đây là tệp RTF, không phải tệp chữ YAML")),
)
# Letters that only Vietnamese writes.
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ăĂđĐơƠưƯ]")


def refuse_other_kinds(content: bytes, file: Path) -> None:
    """Faulty where the beginning shows another kind of file."""
    for start, inside, message in _KINDS:
        if content.startswith(start) and inside in content:
            hint = _(
                "chép nội dung vào một tệp .yaml như plans/ke-hoach.yaml của “vanthu new THƯ_MỤC”, mở bằng Notepad"
            )
            raise Faulty([Diagnostic("data/not-text", _(message), Location(file), hint=hint)])


def clean_text(content: bytes, file: Path) -> tuple[str, list[Diagnostic]]:
    """The text, and a fault for each character that no document can hold; a space stands in its place.

    What is not UTF-8 is Faulty.
    """
    if _is_utf16(content):
        raise Faulty([_not_utf8(_("tệp lưu bằng bảng mã UTF-16"), Location(file, 1, 1))])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The place is counted in the bytes without the mark that utf-8-sig has taken off.
        before = error.object[: error.start].decode("utf-8", errors="replace").removeprefix("\ufeff")
        message = _("byte {byte} không phải là chữ UTF-8").format(byte=f"0x{error.object[error.start]:02X}")
        if _is_windows_1258(content):
            message = _("tệp có lẽ lưu bằng bảng mã Windows-1258 (ANSI), không phải UTF-8")
        raise Faulty([_not_utf8(message, _location(before, len(before), file))]) from None
    wrong = {c.index: c.escape for c in unicode.illegal_characters(text, _MOST_CHARACTERS)}
    ends = islice(_LINE_ENDS.finditer(text), _MOST_CHARACTERS)
    wrong |= {match.start(): f"U+{ord(match[0]):04X}" for match in ends}
    if not wrong:
        return text, []
    cleaned = _LINE_ENDS.sub(" ", unicode.without_illegal(text))
    first = sorted(wrong.items())[:_MOST_CHARACTERS]
    return cleaned, [_illegal(escape, _location(cleaned, index, file)) for index, escape in first]


def _is_utf16(content: bytes) -> bool:
    """By its mark, or by an empty half in nearly every one of the first characters."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return True
    start = content[:64]
    return len(start) >= 8 and max(start[::2].count(0), start[1::2].count(0)) > len(start) // 4


def _is_windows_1258(content: bytes) -> bool:
    try:
        text = unicode.compose(content.decode("cp1258"))
    except UnicodeDecodeError:
        return False
    return len(_VIETNAMESE.findall(text)) >= 3


def _illegal(escape: str, where: Location) -> Diagnostic:
    return Diagnostic(
        "data/illegal-character",
        _("ký tự {codepoint} không đứng được trong văn bản").format(codepoint=escape),
        where,
        hint=_("xóa ký tự này (thường không nhìn thấy, do dán từ nơi khác), hoặc gõ lại chỗ đó"),
    )


def _not_utf8(message: str, where: Location) -> Diagnostic:
    hint = _(
        "lưu lại tệp bằng bảng mã UTF-8 (Notepad: Lưu thành… → Mã hóa: UTF-8); chữ TCVN3, VNI phải chuyển mã trước"
    )
    return Diagnostic("data/not-utf8", message, where, hint=hint)


def _location(text: str, index: int, file: Path) -> Location:
    lines = re.split(r"\r\n|\n|\r", text[:index])
    return Location(file, len(lines), len(lines[-1]) + 1)
