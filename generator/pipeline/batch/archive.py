"""One archive of many files, as Windows Explorer opens it: members as they are, names in UTF-8, of any number and size.

The standard library's writer keeps every member in memory; this one keeps the list of them on the disk.
"""

from __future__ import annotations

import os
import struct
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import IO

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_UTF8 = 0x800
_DAY = (1 << 5) | 1  # 1 January 1980, the first that ZIP knows: the same archive whenever it is made
_LARGE, _MANY = 0xFFFFFFFF, 0xFFFF
_NEEDS, _NEEDS_64 = 20, 45


def write(target: IO[bytes], folder: Path, names: Iterable[str]) -> int:
    """The folder's files of these names, stored; how many. OSError where one cannot be read. Writes: the target."""
    at = count = 0
    with tempfile.TemporaryFile(dir=os.path.dirname(target.name)) as directory:
        for name in names:
            data = (folder / name).read_bytes()
            crc, path = zlib.crc32(data), name.encode()
            head = _LOCAL.pack(b"PK\3\4", _NEEDS, _UTF8, 0, 0, _DAY, crc, len(data), len(data), len(path), 0)
            target.write(head + path)
            target.write(data)
            directory.write(_entry(path, crc, len(data), at))
            at += len(head) + len(path) + len(data)
            count += 1
        size = directory.tell()
        directory.seek(0)
        while piece := directory.read(1 << 20):
            target.write(piece)
        target.write(_end(count, size, at))
    return count


def _entry(path: bytes, crc: int, size: int, at: int) -> bytes:
    """A line of the central directory."""
    is_far = _is_far(at)
    extra = struct.pack("<2HQ", 1, 8, at) if is_far else b""
    needs = _NEEDS_64 if is_far else _NEEDS
    return (
        _CENTRAL.pack(
            b"PK\1\2",
            *(needs, 0, needs, 0),
            *(_UTF8, 0, 0, _DAY),
            crc,
            *(size, size),
            *(len(path), len(extra), 0, 0, 0),
            *(0, _LARGE if is_far else at),
        )
        + path
        + extra
    )


def _is_far(at: int) -> bool:
    """Beyond what four bytes can tell."""
    return at >= _LARGE


def _end(count: int, size: int, at: int) -> bytes:
    end = b""
    if count >= _MANY or at + size >= _LARGE:
        record = _END64.pack(b"PK\6\6", 44, _NEEDS_64, _NEEDS_64, 0, 0, count, count, size, at)
        end = record + _LOCATOR.pack(b"PK\6\7", 0, at + size, 1)
    short = min(count, _MANY)
    return end + _END.pack(b"PK\5\6", 0, 0, short, short, min(size, _LARGE), min(at, _LARGE), 0)


def files_of(lines: Iterable[tuple[str, str]], output: Path) -> Iterable[str]:
    """Of documents and their PDFs those that are there."""
    for file, pdf in lines:
        for name in (file, pdf):
            if name and os.path.isfile(output / name):
                yield name
