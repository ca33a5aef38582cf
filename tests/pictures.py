"""Picture files for tests, in a few lines: right ones of any size, and what people take for one.

The JPEG has the segments of a picture and no points that a program could show.
"""

from __future__ import annotations

import struct
import zlib

PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int = 4, height: int = 2, *, shade: int = 120, points: bool = True) -> bytes:
    """A grey area; with `points` off it only says how large it is."""
    lines = zlib.compress((b"\0" + bytes([shade]) * width) * height) if points else b"x"
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return PNG_HEAD + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def jpeg(width: int = 4, height: int = 2, *, coding: int = 0xC0, thumbnail: bool = True) -> bytes:
    """The head of a picture of that size, coded points with an escaped FF, and the end."""

    def segment(kind: int, data: bytes) -> bytes:
        return bytes((0xFF, kind)) + struct.pack(">H", len(data) + 2) + data

    inside = b"Exif\0\0" + (jpeg(9, 9, thumbnail=False) if thumbnail else b"")
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
    points = b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + segment(0xE1, inside) + segment(coding, frame) + (scan + points) * 2 + b"\xff\xd9"
