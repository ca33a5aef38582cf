"""What a picture file is, told by its content: a whole PNG or JPEG, how many points it has, and where it ends.

It decodes no picture and reads no file.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from generator.messages import _, mark
from generator.templates.grammar import Refused

MAX_SIDE = 10_000
MAX_POINTS = 40_000_000
"""A page scanned at 600 points an inch has 35 million; whoever opens the document holds four bytes for each."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
"""What ends coded points; FF 00 and the restart marks are part of them."""
_FRAMES, _OTHER_FRAMES = (0xC0, 0xC1, 0xC2), (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
"""The three ways of coding that Word reads, and those that nothing reads."""
_SCAN, _END = 0xDA, 0xD9
_OTHER_KINDS = (
    (0, b"GIF8", mark("ảnh GIF")),
    (0, b"BM", mark("ảnh BMP")),
    (8, b"WEBP", mark("ảnh WebP")),
    (0, b"II*\0", mark("ảnh TIFF")),
    (0, b"MM\0*", mark("ảnh TIFF")),
    (40, b" EMF", mark("ảnh EMF")),
    (0, b"\xd7\xcd\xc6\x9a", mark("ảnh WMF")),
    (4, b"ftyp", mark("ảnh HEIC hay phim")),
    (0, b"%PDF", mark("tệp PDF")),
    (0, b"PK", mark("tệp zip hay tệp văn phòng")),
)
"""What people take for a picture that Word shows everywhere; vector files can hold scripts and links besides."""
_SPACE = b"\xef\xbb\xbf \t\r\n"


class PictureFault(Refused):
    """A picture that cannot be printed, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint

    @property
    def text(self) -> str:
        return str(self)


@dataclass(frozen=True, slots=True)
class Raster:
    data: bytes
    """Up to the picture's own end: what programs leave behind it (cut-off parts, other files) is not published."""
    kind: str
    """`png` or `jpeg`: the end of the content type, and the extension of the part."""
    width: int
    height: int


def read_raster(data: bytes, name: str) -> Raster:
    """The picture that these bytes are; `name` is what messages call it."""
    if data.startswith(_PNG):
        found = _png(data)
    elif data.startswith(_JPEG):
        found = _jpeg(data, name)
    else:
        raise _of_other_kind(data, name)
    if found is None or not (found.width and found.height):
        hint = _("mở ảnh bằng một chương trình ảnh, lưu lại thành tệp mới")
        raise PictureFault(_("ảnh “{name}” bị cụt hoặc hỏng").format(name=name), hint)
    if max(found.width, found.height) > MAX_SIDE or found.width * found.height > MAX_POINTS:
        message = _("ảnh “{name}” quá lớn: {width} × {height} điểm")
        hint = _("thu nhỏ ảnh: mỗi chiều không quá {side} điểm, cả ảnh không quá {points} triệu điểm")
        raise PictureFault(
            message.format(name=name, width=found.width, height=found.height),
            hint.format(side=MAX_SIDE, points=MAX_POINTS // 10**6),
        )
    return found


def _png(data: bytes) -> Raster | None:
    """Chunk by chunk: length, name, content, checksum."""
    width = height = 0
    has_points = False
    place = len(_PNG)
    while place + 12 <= len(data):
        length, name = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        end = place + 12 + length
        if end > len(data) or zlib.crc32(data[place + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            return None
        if place == len(_PNG):
            if (length, name) != (13, b"IHDR"):
                return None
            width, height = int.from_bytes(data[place + 8 : place + 12]), int.from_bytes(data[place + 12 : place + 16])
        has_points |= name == b"IDAT" and length > 0
        place = end
        if name == b"IEND":
            return Raster(data[:end], "png", width, height) if has_points else None
    return None


def _jpeg(data: bytes, name: str) -> Raster | None:
    """Segment by segment: marker, length, content; behind the head of a scan its coded points, up to a marker."""
    width = height = 0
    has_points = False
    place = 2
    while found := _MARKER.match(data, place):
        place, kind = found.end(), found[1][0]
        if kind == _END:
            return Raster(data[:place], "jpeg", width, height) if has_points else None
        length = int.from_bytes(data[place : place + 2])
        if length < 2 or place + length > len(data):
            return None
        if kind in _OTHER_FRAMES:
            raise _of_rare_coding(name)
        if kind in _FRAMES:
            if length < 8 or data[place + 2] != 8:
                raise _of_rare_coding(name)
            height, width = int.from_bytes(data[place + 3 : place + 5]), int.from_bytes(data[place + 5 : place + 7])
        place += length
        if kind == _SCAN:
            has_points = True
            behind = _MARKER.search(data, place)
            place = behind.start() if behind else len(data)
    return None


def _of_rare_coding(name: str) -> PictureFault:
    hint = _("lưu lại ảnh thành PNG hoặc JPEG thường")
    return PictureFault(_("ảnh “{name}” là một loại JPEG mà Word không mở được").format(name=name), hint)


def _of_other_kind(data: bytes, name: str) -> PictureFault:
    hint = _("lưu lại ảnh thành PNG hoặc JPEG (đổi tên tệp thì không đủ), hoặc đặt hình ngay trong mẫu")
    if not data:
        return PictureFault(_("tệp ảnh “{name}” rỗng").format(name=name), hint)
    kind = next((what for at, magic, what in _OTHER_KINDS if data[at : at + len(magic)] == magic), None)
    if kind is None:
        kind = mark("tệp SVG, HTML hay XML") if data.lstrip(_SPACE).startswith(b"<") else mark("tệp không rõ loại")
    message = _("“{name}” là {kind}; chỉ in được ảnh PNG và JPEG")
    return PictureFault(message.format(name=name, kind=_(kind)), hint)
