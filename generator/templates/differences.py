"""What a template changes against what stands above it, in words, block by block; and what has changed up there.

It reads no template: `flatten` and `described` do. Formatting of a paragraph beside its style is only told to differ.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from generator.messages import _, mark
from generator.templates.described import Described, described
from generator.templates.flatten import Flat
from generator.templates.record import Record


def differences(own: Flat, base: Flat, *, is_whole: bool) -> Iterator[str]:
    """Lines for people: what each block of the most special template of `own` changes against `base`.

    `is_whole`: the template extends nothing, so every block is its own.
    """
    blocks = list(dict.fromkeys(block.name for block in own.levels[0].blocks()))
    left = [name for name in base.names if name not in blocks]
    copied = [name for name in blocks if name in base.definitions and described(own, name) == described(base, name)]
    for name in blocks:
        if name not in copied:
            yield from _block(name, own, base)
    if copied:
        names = ", ".join(copied)
        told = _(_COPIED_WHOLE) if is_whole else _(_COPIED)
        yield told.format(names=names)
    if is_whole and left:
        yield _("Khối không có trong mẫu này: {names}").format(names=", ".join(left))
    elif left:
        yield _("Giữ như mẫu gốc: {names}").format(names=", ".join(left))


def _block(name: str, own: Flat, base: Flat) -> Iterator[str]:
    if name not in base.definitions:
        yield _("Khối {name}: mẫu gốc không có").format(name=name)
        return
    mine, theirs = described(own, name), described(base, name)
    if mine.lines == theirs.lines:
        yield _("Khối {name}: chữ và kiểu như mẫu gốc; định dạng riêng, bảng hay hình khác").format(name=name)
    else:
        yield _("Khối {name}: thay").format(name=name)
        yield from changed_lines(theirs.lines, mine.lines)
    yield from _beside(theirs, mine)


def _beside(theirs: Described, mine: Described) -> Iterator[str]:
    """What a person overlooks among lines: styles, fields, tables and pictures that come or go."""
    for said, added in ((_added, mine), (_gone, theirs)):
        other = theirs if added is mine else mine
        yield from said(
            (
                (_("kiểu"), sorted(added.styles - other.styles)),
                (_("trường"), sorted(added.fields - other.fields)),
                (_("bảng"), _count(added.tables - other.tables)),
                (_("hình"), _count(added.pictures - other.pictures)),
            )
        )


_COPIED_WHOLE = mark("Chép nguyên, không khác mẫu gốc: {names}")
_COPIED = mark("Chép nguyên, không khác mẫu gốc, xóa cũng được: {names}")
_What = Iterable[tuple[str, list[str]]]


def _added(what: _What) -> Iterator[str]:
    yield from (_("  thêm {what}: {names}").format(what=one, names=", ".join(names)) for one, names in what if names)


def _gone(what: _What) -> Iterator[str]:
    yield from (_("  bỏ {what}: {names}").format(what=one, names=", ".join(names)) for one, names in what if names)


def _count(number: int) -> list[str]:
    return [str(number)] if number > 0 else []


def changed_lines(before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    """Only the lines that went and came, in their order."""
    old, new = list(before), list(after)
    for tag, start, end, first, last in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield from (f"  - {line}" for line in old[start:end])
            yield from (f"  + {line}" for line in new[first:last])


def since_ejected(record: Record, base: Flat) -> Iterator[str]:
    """What became of each block above since it was ejected."""
    yield _("Từ khi lấy ra từ {name}:").format(name=record.template)
    unchanged = []
    for name, lines in sorted(record.blocks.items(), key=lambda one: _order(one[0], base)):
        if name not in base.definitions:
            yield _("Khối {name}: mẫu gốc không còn khối này").format(name=name)
            continue
        now = described(base, name).lines
        if now == lines:
            unchanged.append(name)
        else:
            yield _("Khối {name}: mẫu gốc đã đổi").format(name=name)
            yield from changed_lines(lines, now)
    if unchanged:
        yield _("Mẫu gốc không đổi: {names}").format(names=", ".join(unchanged))


def _order(name: str, base: Flat) -> int:
    """Blocks as they follow each other in a document; a program that saves the file may shuffle its record."""
    return base.names.index(name) if name in base.names else len(base.names)


def lines_of(base: Flat, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What a record keeps of blocks."""
    return {name: described(base, name).lines for name in names if name in base.definitions}
