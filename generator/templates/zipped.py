"""The members of a zip file, read under limits: never more of them, or larger, than a DOCX may be.

It knows nothing of Word, and unpacks nothing to disk.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _

MAX_PART = 30 * 1024 * 1024
MAX_PARTS = 500

_ENTRY = b"PK\1\2"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(KeyError, ValueError, OverflowError, NotImplementedError, RuntimeError),
)
"""What `zipfile` raises for files that are none, or damaged ones."""
_OUTSIDE = re.compile(r"[/\\]|[A-Za-z]:|(.*[/\\])?\.\.([/\\]|$)")


def read_parts(data: bytes, file: Path = Path()) -> dict[str, bytes]:
    """The members of a zip file in memory, in their order; a file that is none or over the limits is a `Faulty`."""
    # Counted before they are read: a directory of millions of entries is small, and large once it is objects.
    if data.count(_ENTRY) > 2 * MAX_PARTS:
        raise fault(file, "template/too-large", _("tệp có quá {limit} phần").format(limit=MAX_PARTS))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            for found in _refused(infos, file):
                raise found
            return {info.filename: _inflated(archive, info) for info in infos}
    except _BROKEN as error:
        message = _("không mở được: đây không phải tệp Word (.docx), hoặc tệp đã hỏng")
        raise fault(file, "template/not-a-docx", message) from error


def fault(file: Path, code: str, message: str, part: str | None = None) -> Faulty:
    """A file that cannot be read as it is."""
    hint = _("mở tệp bằng Word, lưu lại dạng .docx rồi thử lại")
    return Faulty([Diagnostic(code, message, Location(file=file, part=part), hint=hint)])


def _refused(infos: list[zipfile.ZipInfo], file: Path) -> Iterator[Faulty]:
    """Why the members are not read at all, by what the directory says of them."""
    if len(infos) > MAX_PARTS:
        yield fault(file, "template/too-large", _("tệp có quá {limit} phần").format(limit=MAX_PARTS))
    names = [info.filename for info in infos]
    # To Word, names that differ only in case or in the slash are one part; which of the two it reads is not told.
    plain = [name.replace("\\", "/").lstrip("/").lower() for name in names]
    for number, name in enumerate(names):
        if plain[number] in plain[:number]:
            yield fault(file, "template/duplicate-part", _("phần này có hai lần trong tệp zip"), name)
    for info in infos:
        if _OUTSIDE.match(info.filename):
            yield fault(file, "template/part-name", _("tên phần này trỏ ra ngoài tệp"), info.filename)
        if info.flag_bits & _ENCRYPTED:
            yield fault(file, "template/not-a-docx", _("phần này bị khóa bằng mật khẩu"), info.filename)
        if info.compress_type not in _METHODS:
            # The others are inflated without a limit, and Word knows none of them.
            yield fault(file, "template/not-a-docx", _("phần này nén theo cách mà Word không đọc"), info.filename)
    if sum(info.file_size for info in infos) > MAX_PART:
        yield fault(file, "template/too-large", _("tệp bung ra lớn hơn {limit} MB").format(limit=MAX_PART >> 20))


def _inflated(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member, never more than its directory says, however much its data would give."""
    with archive.open(info) as member:
        data = member.read(info.file_size)
    if len(data) != info.file_size:
        raise zipfile.BadZipFile(info.filename)
    return data
