"""Entries put into the text of a progress file and taken out of it, with all else as people typed it.

It gives the new bytes, read again and found to hold what they should; it writes no file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from generator.diagnostics import Faulty
from generator.errors import GeneratorError
from generator.messages import _
from generator.model.progress import Accomplished, ProgressFile
from generator.sources import decoding
from generator.sources.progress import Progress, parse_progress
from generator.vietnamese.unicode import compose, without_illegal

_BOM = b"\xef\xbb\xbf"
_HEAD = (
    "# Việc đã xong của kế hoạch {plan}: “vanthu status” ghi thêm vào cuối, người cũng sửa được.\n"
    "# due là mã việc (vanthu status), unit là mã đơn vị, on là ngày xong.\n"
    "done:\n"
)
_KEY = re.compile(r"done\s*:\s*(?:\[\s*\]|~|null)?\s*(?P<comment>#.*)?$")


def with_entries(content: bytes | None, file: Path, new: Sequence[Accomplished]) -> bytes:
    """The content with these entries at the end of the list. GeneratorError where that cannot be done without harm."""
    if content is None:
        made = _HEAD.format(plan=file.stem) + "".join(_entry(each, "  ", "\n") for each in new)
        return _sure(made.encode("utf-8"), ProgressFile(done=tuple(new)), file)
    old, lines, ending = _opened(content, file)
    place, indent = _end_of_list(old, lines)
    if place and not lines[place - 1].endswith(("\n", "\r")):
        lines[place - 1] += ending
    lines[place:place] = [_entry(each, indent, ending) for each in new]
    return _closed(content, lines, ProgressFile(done=(*old.record.done, *new)), file)


def without_entries(content: bytes, file: Path, numbers: Collection[int]) -> bytes:
    """The content without the entries of these numbers, from 0; comments before them stay."""
    old, lines, _ending = _opened(content, file)
    for number in sorted(numbers, reverse=True):
        first, after = _lines_of(old, number, lines)
        del lines[first:after]
    kept = tuple(each for number, each in enumerate(old.record.done) if number not in numbers)
    return _closed(content, lines, ProgressFile(done=kept), file)


def plain(note: str) -> str:
    """A note as one line that a file can hold."""
    return " ".join(without_illegal(compose(note)).split())


def _entry(each: Accomplished, indent: str, ending: str) -> str:
    lines = [f"{indent}- due: {each.due}", f"{indent}  unit: {each.unit}", f"{indent}  on: {each.on.isoformat()}"]
    if each.note:
        quoted = each.note.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'{indent}  note: "{quoted}"')
    return "".join(line + ending for line in lines)


def _opened(content: bytes, file: Path) -> tuple[Progress, list[str], str]:
    """What is in it, its lines, and how they end."""
    text, _faults = decoding.clean_text(content, file)
    return parse_progress(content, file), text.splitlines(keepends=True), "\r\n" if "\r\n" in text else "\n"


def _end_of_list(old: Progress, lines: list[str]) -> tuple[int, str]:
    """The line, from 0, before which a new entry stands, and how far in. An empty list is opened."""
    if old.source is None or "done" not in old.source.data:
        if old.source is not None:
            raise _by_hand(old.file)
        ending = "\r\n" if lines and lines[-1].endswith("\r\n") else "\n"
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += ending
        lines.append("done:" + ending)
        return len(lines), "  "
    if not old.record.done:
        key = old.source.keys["done",][0] - 1
        match = _KEY.fullmatch(lines[key].rstrip())
        if not match:
            raise _by_hand(old.file)
        comment = f"  {match['comment']}" if match["comment"] else ""
        lines[key] = f"done:{comment}" + ("\r\n" if lines[key].endswith("\r\n") else "\n")
        return key + 1, "  "
    last = len(old.record.done) - 1
    first, after = _lines_of(old, last, lines)
    return after, re.match(r"\s*", lines[first])[0]  # type: ignore[index]


def _lines_of(old: Progress, number: int, lines: Sequence[str]) -> tuple[int, int]:
    """The first line of an entry and that behind it, from 0; blank lines and comments at its end are not its own."""
    assert old.source is not None
    places = old.source.values
    first = places["done", number][0] - 1
    if not re.match(r"\s*-\s", lines[first]):
        raise _by_hand(old.file)
    top = (place[0] - 1 for loc, place in old.source.keys.items() if len(loc) == 1 and place[0] - 1 > first)
    following = places.get(("done", number + 1))
    after = following[0] - 1 if following else min(top, default=len(lines))
    if after == first:
        raise _by_hand(old.file)
    while after > first + 1 and (not lines[after - 1].strip() or lines[after - 1].lstrip().startswith("#")):
        after -= 1
    return first, after


def _closed(content: bytes, lines: Sequence[str], expected: ProgressFile, file: Path) -> bytes:
    changed = "".join(lines).encode("utf-8")
    return _sure(_BOM + changed if content.startswith(_BOM) else changed, expected, file)


def _sure(changed: bytes, expected: ProgressFile, file: Path) -> bytes:
    """Read again, it must hold what it should, and nothing else."""
    try:
        is_right = parse_progress(changed, file).record == expected
    except Faulty:
        is_right = False
    if not is_right:
        raise _by_hand(file)
    return changed


def _by_hand(file: Path) -> GeneratorError:
    message = _("không tự sửa được {file} mà giữ nguyên chỗ người đã gõ").format(file=file.name)
    return GeneratorError(message, _("sửa tệp bằng tay, mỗi mục mở đầu bằng “- due:” ở một dòng riêng"))
