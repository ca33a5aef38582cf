"""Archives of which most is ready bytes: what differs from one to the next is put between pieces compressed before.

It knows no XML and no template: a part is static bytes and the texts between them.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from markupsafe import escape

from generator.templates.archive import Member, end_of_directory

Leaves: TypeAlias = Sequence[Any]
Text: TypeAlias = Callable[[Leaves, Sequence[bytes]], bytes]
"""A hole's bytes, from a unit's values and from what a tag writes for each of them."""
Steps: TypeAlias = tuple[list[int], list[int], list[int], list[int], int]
"""How a checksum moves past bytes that are known: by each of its four bytes, and what those bytes add."""

LARGEST = 5 * 1024 * 1024
"""Bytes of a part; the ordinary way counts what is larger."""
_LEVEL = 9
_MOST_STORED = 0xFFFF
_SYNC = b"\0\0\xff\xff"
"""What ends a piece that is flushed: the length of a stored block without bytes. A hole's bytes take it over."""
_STORED = struct.Struct("<HH")
_USUAL = 1_000
_HEADS = [_STORED.pack(length, length ^ 0xFFFF) for length in range(_USUAL)]
"""Of stored blocks of the usual lengths."""
_BETWEEN = "\0"
_LONG = 2_000
"""From so many bytes on a checksum is moved past a piece by its table rather than computed anew."""


Joint: TypeAlias = tuple[int, Text | None, bytes, bytes, Steps | None]
"""A hole, and the static piece that follows it up to the next one: the number of the leaf that is printed, or -1 and
what makes the hole's bytes; the piece, the same compressed, and how a checksum moves past it where it is long."""


@dataclass(frozen=True, slots=True)
class Part:
    """A member of which some bytes differ."""

    name: bytes
    before: bytes
    """The piece before the first hole, compressed."""
    checksum: int
    """Of that piece."""
    size: int
    """Of all static pieces."""
    joints: tuple[Joint, ...]

    def joined(self, leaves: Leaves, printed: Sequence[bytes]) -> Member:
        pieces = [self.before]
        add, crc32 = pieces.append, zlib.crc32
        checksum, size = self.checksum, self.size
        for index, made, after, packed, steps in self.joints:
            text = printed[index] if made is None else made(leaves, printed)
            length = len(text)
            size += length
            add(_HEADS[length] if length < _USUAL else _head(text))
            add(text if length <= _MOST_STORED else _in_blocks(text))
            add(packed)
            checksum = crc32(text, checksum)
            if steps is None:
                checksum = crc32(after, checksum)
            else:
                one, two, three, four, own = steps
                checksum = (
                    one[checksum & 255] ^ two[checksum >> 8 & 255] ^ three[checksum >> 16 & 255] ^ four[checksum >> 24]
                ) ^ own
        return Member(self.name, checksum, size, b"".join(pieces))


def printed_leaves(leaves: Sequence[str | int]) -> list[bytes]:
    """What a tag writes for each text and number: all are escaped and encoded at once."""
    texts = [one if type(one) is str else str(one) for one in leaves]
    whole = _BETWEEN.join(texts)
    if "&" in whole or "<" in whole or ">" in whole or '"' in whole or "'" in whole:
        whole = str(escape(whole))
    printed = whole.encode().split(_BETWEEN.encode())
    if len(printed) != len(texts):  # no text should hold what stands between them
        printed = [str(escape(text)).encode() for text in texts]
    return printed


@dataclass(frozen=True, slots=True)
class Package:
    """An archive with its ready members first."""

    ready: bytes
    directory: bytes
    """Of the ready members."""
    count: int
    hashed: Any
    """The SHA-256 of `ready`, to go on with."""
    parts: tuple[Part, ...]
    trials: tuple[Callable[[Leaves], object], ...]
    """What may be a fault for some leaves, and is not printed."""

    def joined(self, leaves: Leaves) -> tuple[bytes, str]:
        """The whole archive, and its SHA-256; OverflowError where a part is too large to be joined unlooked at."""
        for trial in self.trials:
            trial(leaves)
        printed = printed_leaves(leaves)
        pieces: list[bytes] = []
        directory = [self.directory]
        offset = len(self.ready)
        for part in self.parts:
            member = part.joined(leaves, printed)
            if member.size > LARGEST:
                raise OverflowError(part.name)
            local = member.local
            directory.append(member.central(offset))
            pieces.append(local)
            offset += len(local)
        size = sum(map(len, directory))
        end = end_of_directory(self.count + len(self.parts), size, offset)
        rest = b"".join([*pieces, *directory, end])
        digest = self.hashed.copy()
        digest.update(rest)
        return self.ready + rest, digest.hexdigest()


def package_of(
    ready: Sequence[Member],
    parts: Sequence[Part],
    trials: Sequence[Callable[[Leaves], object]],
    kept: Callable[[bytes], bytes],
) -> Package:
    """`kept` gives the equal bytes of another package, where there are such."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for one in ready:
        directory.append(one.central(offset))
        pieces.append(one.local)
        offset += len(pieces[-1])
    data = kept(b"".join(pieces))
    return Package(data, kept(b"".join(directory)), len(ready), hashlib.sha256(data), tuple(parts), tuple(trials))


def part_of(name: str, statics: Sequence[bytes], holes: Sequence[int | Text]) -> Part:
    """A part of static pieces and the holes between them, leaves by their numbers: one piece more than holes."""
    joints: list[Joint] = []
    near: list[int | Text | bytes] = []
    last, kept = len(holes), len(statics[0])
    for place, hole in enumerate(holes, 1):
        static = statics[place]
        near.append(hole)
        packed = packed_piece(static, is_last=place == last)
        if place < last and len(packed) + _STORED.size >= len(static):
            near.append(static)  # to leave the stored block and come back costs more than these few bytes
            continue
        steps = steps_past(static) if len(static) >= _LONG else None
        index, text = (hole, None) if isinstance(hole, int) and len(near) == 1 else (-1, _together(near))
        joints.append((index, text, static, packed, steps))
        kept += len(static)
        near = []
    before = packed_piece(statics[0], is_last=not holes)
    return Part(name.encode(), before, zlib.crc32(statics[0]), kept, tuple(joints))


def _together(near: Sequence[int | Text | bytes]) -> Text:
    """A hole, or holes with few bytes between them as one."""
    texts = [_leaf(one) if isinstance(one, int) else _static(one) if isinstance(one, bytes) else one for one in near]
    if len(texts) == 1:
        return texts[0]
    return lambda leaves, printed: b"".join([text(leaves, printed) for text in texts])


def _leaf(index: int) -> Text:
    return lambda _leaves, printed: printed[index]


def _static(piece: bytes) -> Text:
    return lambda _leaves, _printed: piece


def _head(text: bytes) -> bytes:
    """Of the first stored block; the piece before has begun it."""
    length = min(len(text), _MOST_STORED)
    return _STORED.pack(length, length ^ 0xFFFF)


def _in_blocks(text: bytes) -> bytes:
    """More bytes than one stored block holds, but for the head of the first."""
    blocks = [text[start : start + _MOST_STORED] for start in range(0, len(text), _MOST_STORED)]
    return blocks[0] + b"".join(b"\0" + _head(one) + one for one in blocks[1:])


@lru_cache(maxsize=512)
def packed_piece(static: bytes, *, is_last: bool) -> bytes:
    """A static piece compressed so that it can stand between any others; all but the last leave a stored block open."""
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    data = squeeze.compress(static)
    if is_last:
        return data + squeeze.flush()
    return (data + squeeze.flush(zlib.Z_FULL_FLUSH)).removesuffix(_SYNC)


def packed_member(name: str, content: bytes) -> Member:
    """A member without holes, compressed once for many documents."""
    return Member(name.encode(), zlib.crc32(content), len(content), packed_piece(content, is_last=True))


def repacked(member: Member) -> Member:
    """A ready member compressed with more patience, where that makes it smaller; ValueError where it is not sound."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflate.decompress(member.data, member.size + 1)
    except zlib.error as error:
        raise ValueError(member.name) from error
    if len(content) != member.size or zlib.crc32(content) != member.checksum:
        raise ValueError(member.name)
    packed = packed_member(member.name.decode(), content)
    return packed if len(packed.data) < len(member.data) else member


def steps_past(piece: bytes) -> Steps:
    """A checksum is linear in the one before: what each of its bits becomes tells what all of them become."""
    one, two, three, four = _tables(len(piece))
    return one, two, three, four, zlib.crc32(piece)


@lru_cache(maxsize=64)
def _tables(length: int) -> tuple[list[int], list[int], list[int], list[int]]:
    blank = bytes(length)
    nothing = zlib.crc32(blank, 0)
    bits = [zlib.crc32(blank, 1 << bit) ^ nothing for bit in range(32)]
    tables: list[list[int]] = []
    for first in (0, 8, 16, 24):
        table = [0]
        for bit in bits[first : first + 8]:
            table += [known ^ bit for known in table]
        tables.append(table)
    one, two, three, four = tables
    return one, two, three, four
