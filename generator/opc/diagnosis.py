"""What a file is that is no DOCX: told by its first bytes, so that people learn what to do with it.

It opens and converts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.messages import mark

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = mark("mở tệp bằng Word, chọn Save As, kiểu “Word Document (*.docx)”")
_GET_SOURCE = mark("dùng tệp Word (.docx) gốc của văn bản")

Kind = tuple[str, str, str]
"""The end of the code, the message and the hint; the two to be looked up."""

_IN_OLE: tuple[tuple[str, Kind], ...] = (
    (
        "EncryptedPackage",
        (
            "password",
            mark("tệp bị khóa bằng mật khẩu"),
            mark("mở tệp bằng Word, bỏ mật khẩu ở File > Info > Protect Document rồi lưu lại"),
        ),
    ),
    ("WordDocument", ("old-word", mark("đây là tệp Word kiểu cũ (.doc)"), _SAVE_AS)),
    ("Workbook", ("spreadsheet", mark("đây là bảng tính Excel, không phải văn bản Word"), _GET_SOURCE)),
    ("PowerPoint Document", ("presentation", mark("đây là bản trình chiếu, không phải văn bản Word"), _GET_SOURCE)),
)
_OLE_OTHER: Kind = ("old-office", mark("đây là tệp Office kiểu cũ, không phải .docx"), _SAVE_AS)
_BY_START: tuple[tuple[tuple[bytes, ...], Kind], ...] = (
    ((b"{\\rtf",), ("rtf", mark("đây là tệp RTF, không phải .docx"), _SAVE_AS)),
    ((b"%PDF",), ("pdf", mark("đây là tệp PDF, không phải .docx"), _GET_SOURCE)),
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"),
        ("picture", mark("đây là tệp ảnh, không phải văn bản Word"), _GET_SOURCE),
    ),
    (
        (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"),
        ("archive", mark("đây là tệp nén, không phải văn bản Word"), mark("giải nén rồi chọn tệp .docx bên trong")),
    ),
)
_HTML = re.compile(rb"<!doctype\s+html|<html\b|<head\b|<body\b", re.IGNORECASE)
_MIME_HTML = re.compile(rb"(MIME-Version|Content-Type|From):", re.IGNORECASE)
_HTML_KIND: Kind = ("html", mark("đây là trang web (HTML), không phải .docx"), _SAVE_AS)
_XML_KIND: Kind = ("flat-xml", mark("đây là tệp XML, không phải .docx"), _SAVE_AS)
_TEXT: Kind = ("text", mark("đây là tệp văn bản thuần, không phải .docx"), _SAVE_AS)
_CUT: Kind = (
    "cut-short",
    mark("tệp bị cắt cụt: thiếu phần cuối"),
    mark("sao chép hoặc tải lại tệp từ nơi gốc"),
)
_UNKNOWN: Kind = ("not-a-docx", mark("không nhận ra đây là tệp gì, không phải .docx"), _GET_SOURCE)
EMPTY: Kind = ("empty", mark("tệp trống, không có gì bên trong"), mark("sao chép hoặc tải lại tệp từ nơi gốc"))

_BY_PART: tuple[tuple[str, Kind], ...] = (
    ("xl/", ("spreadsheet", mark("đây là bảng tính Excel, không phải văn bản Word"), _GET_SOURCE)),
    ("ppt/", ("presentation", mark("đây là bản trình chiếu, không phải văn bản Word"), _GET_SOURCE)),
    ("content.xml", ("open-document", mark("đây là văn bản OpenDocument (.odt), không phải .docx"), _SAVE_AS)),
    ("visio/", ("other-office", mark("đây là tệp Office khác, không phải văn bản Word"), _GET_SOURCE)),
    (
        "index/document.iwa",
        ("other-office", mark("đây là tệp Office khác, không phải văn bản Word"), _GET_SOURCE),
    ),
)
_ZIP: Kind = (
    "archive",
    mark("đây là tệp nén, không phải văn bản Word"),
    mark("giải nén rồi chọn tệp .docx bên trong"),
)


def what_is(data: bytes) -> Kind:
    """What bytes are that are no zip file."""
    if not data.strip(b"\0"):
        return EMPTY
    if data.startswith(_OLE):
        held = (kind for name, kind in _IN_OLE if name.encode("utf-16-le") in data)
        return next(held, _OLE_OTHER)
    if data.startswith(b"PK\3\4"):
        return _CUT
    for starts, kind in _BY_START:
        if data.lstrip().startswith(starts):
            return kind
    return _of_letters(data[:4096])


def _of_letters(start: bytes) -> Kind:
    """What a text is, by its beginning."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode()
    if _HTML.search(start) or _MIME_HTML.match(start.lstrip()):
        return _HTML_KIND
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<?xml"):
        return _XML_KIND
    control = sum(byte < 9 or 13 < byte < 32 for byte in start)
    return _UNKNOWN if control else _TEXT


def what_holds(names: Collection[str]) -> Kind:
    """What a zip file is that holds no Word document, by the names of its parts."""
    for beginning, kind in _BY_PART:
        if any(name.lower().startswith(beginning) for name in names):
            return kind
    return _ZIP
