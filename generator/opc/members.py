"""The members of a zip file, inflated in memory under limits, each checked for what it says of itself.

It knows nothing of Word, and unpacks nothing to disk.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Faulty
from generator.messages import _
from generator.opc.diagnosis import what_is
from generator.opc.faults import fault
from generator.opc.limits import Limits

_ENTRY = b"PK\1\2"
_LOCAL = struct.Struct("<4s22xHH")
_ENCRYPTED, _UTF8 = 0x1, 0x800
_SLICE = 1 << 16
_CHUNK = 1 << 20
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(KeyError, ValueError, OverflowError, NotImplementedError, RuntimeError),
)
"""What `zipfile` raises for files that are none, or damaged ones."""
_OUTSIDE = re.compile(r"[/\\]|[A-Za-z]:|(.*[/\\])?\.\.([/\\]|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Members:
    """What was in a zip file: the parts that were kept, and the size of every one."""

    parts: dict[str, bytes]
    sizes: dict[str, int]


def read_members(data: bytes, file: Path, limits: Limits, keep: Callable[[str], bool]) -> Members:
    """All members, in order; those that `keep` refuses are checked as well, but not held."""
    # Counted before they are read: a directory of millions of entries is small, and large once it is objects.
    if data.count(_ENTRY) > 2 * limits.parts:
        raise _too_many(file, limits)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except _BROKEN as error:
        code, message, hint = what_is(data)
        raise fault(file, code, _(message), hint=_(hint)) from error
    for found in _refused(infos, file, limits):
        raise found
    return _Inflating(data, file, limits).all(infos, keep)


class _Inflating:
    def __init__(self, data: bytes, file: Path, limits: Limits) -> None:
        self._data = memoryview(data)
        self._file, self._limits = file, limits
        self._inflated = 0
        self._kept = 0

    def all(self, infos: list[zipfile.ZipInfo], keep: Callable[[str], bool]) -> Members:
        members = Members({}, {})
        for info in infos:
            name = info.filename.replace("\\", "/")
            kept = bytearray() if keep(name) else None
            members.sizes[name] = self._member(info, kept)
            if kept is not None:
                members.parts[name] = bytes(kept)
        return members

    def _member(self, info: zipfile.ZipInfo, kept: bytearray | None) -> int:
        size = checksum = 0
        try:
            for chunk in self._chunks(info):
                size += len(chunk)
                self._count(info, size, len(chunk), kept is not None)
                checksum = zlib.crc32(chunk, checksum)
                if kept is not None:
                    kept += chunk
        except _BROKEN as error:
            raise self._broken(info) from error
        if size != info.file_size or checksum != info.CRC:
            raise self._broken(info)
        return size

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """What really comes out of a member, whatever its directory says."""
        raw = self._raw(info)
        if info.compress_type == zipfile.ZIP_STORED:
            yield from (bytes(raw[start : start + _CHUNK]) for start in range(0, len(raw), _CHUNK))
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        for start in range(0, len(raw), _SLICE):
            piece: bytes | memoryview = raw[start : start + _SLICE]
            while piece and not inflater.eof:
                yield inflater.decompress(piece, _CHUNK)
                piece = inflater.unconsumed_tail
        yield inflater.flush()
        if not inflater.eof:
            raise EOFError

    def _raw(self, info: zipfile.ZipInfo) -> memoryview:
        start = info.header_offset
        signature, name_length, extra_length = _LOCAL.unpack(self._data[start : start + _LOCAL.size])
        name = bytes(self._data[start + _LOCAL.size : start + _LOCAL.size + name_length])
        begin = start + _LOCAL.size + name_length + extra_length
        raw = self._data[begin : begin + info.compress_size]
        told = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
        if signature != b"PK\3\4" or name != told or len(raw) != info.compress_size:
            raise zipfile.BadZipFile(info.filename)
        return raw

    def _count(self, info: zipfile.ZipInfo, size: int, more: int, is_kept: bool) -> None:
        limits = self._limits
        self._inflated += more
        self._kept += more if is_kept else 0
        if size > limits.ratio_from and size > limits.ratio * max(info.compress_size, 1):
            message = _("phần này nén quá chặt: bung ra gấp hơn {limit} lần").format(limit=limits.ratio)
            raise fault(self._file, "bomb", message, info.filename)
        if size > limits.part:
            message = _("phần này bung ra lớn hơn {limit} MB").format(limit=limits.part >> 20)
            raise fault(self._file, "too-large", message, info.filename)
        for counted, limit in ((self._inflated, limits.inflated), (self._kept, limits.kept)):
            if counted > limit:
                message = _("tệp bung ra lớn hơn {limit} MB").format(limit=limit >> 20)
                raise fault(self._file, "too-large", message)

    def _broken(self, info: zipfile.ZipInfo) -> Faulty:
        hint = _("sao chép hoặc tải lại tệp từ nơi gốc")
        return fault(self._file, "damaged", _("phần này của tệp đã hỏng"), info.filename, hint)


def _too_many(file: Path, limits: Limits) -> Faulty:
    return fault(file, "too-many-parts", _("tệp có quá {limit} phần").format(limit=limits.parts))


def _refused(infos: list[zipfile.ZipInfo], file: Path, limits: Limits) -> Iterator[Faulty]:
    """Why the members are not read at all, by what the directory says of them."""
    if len(infos) > limits.parts:
        yield _too_many(file, limits)
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        # To Word, names that differ only in case or in the slash are one part; which of the two it reads is not told.
        plain = name.replace("\\", "/").casefold()
        if plain in seen:
            yield fault(file, "duplicate-part", _("phần này có hai lần trong tệp"), name)
        seen.add(plain)
        if _OUTSIDE.match(name):
            yield fault(file, "part-name", _("tên phần này trỏ ra ngoài tệp"), name)
        if info.flag_bits & _ENCRYPTED:
            yield fault(file, "password", _("phần này bị khóa bằng mật khẩu"), name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield fault(file, "compression", _("phần này nén theo cách mà Word không đọc"), name)
