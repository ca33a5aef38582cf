"""The manifest of an output folder: what stands in it, document by document, as CSV and as a workbook.

It is made from the journal alone. Nothing of the data becomes a formula in either.
"""

from __future__ import annotations

import csv
import os
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, NamedTuple

from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.pipeline.batch import sheet
from generator.pipeline.batch.files import temporary_folder
from generator.pipeline.batch.findings import Told, unpacked
from generator.pipeline.batch.journal import Line
from generator.pipeline.batch.order import Status, Way

CSV, WORKBOOK = "manifest.csv", "manifest.xlsx"
_COLUMNS = (
    (mark("Mã đơn vị"), 38, False),
    (mark("Tên đơn vị"), 44, False),
    (mark("Loại văn bản"), 14, True),
    (mark("Số, ký hiệu"), 18, True),
    (mark("Tệp"), 52, False),
    (mark("SHA-256"), 20, False),
    (mark("Dung lượng (byte)"), 18, True),
    (mark("Tình trạng"), 30, True),
    (mark("Cách làm"), 14, True),
    (mark("Số điều cần xem"), 16, True),
    (mark("Điều cần xem đầu tiên"), 90, True),
    (mark("Thời gian (giây)"), 16, True),
    (mark("Tệp PDF"), 52, False),
    (mark("LibreOffice"), 14, True),
)
"""Title, width, and whether many lines have the same text there."""
_STATUSES = {
    Status.MADE: mark("đã làm"),
    Status.UNCHANGED: mark("không đổi"),
    Status.KEPT: mark("giữ nguyên, đã sửa tay"),
    Status.FAULTY: mark("có lỗi, không làm được"),
    Status.LOST: mark("tiến trình bị dừng, không làm được"),
    Status.GONE: mark("không còn trong danh sách"),
}
_EARLIER = mark("từ lần chạy trước")
_WAYS = {Way.FAST: mark("ghép nhanh"), Way.ORDINARY: mark("điền từng tệp"), "": ""}
_KINDS = {
    "plan": mark("kế hoạch"),
    "guidance": mark("hướng dẫn"),
    "slogans": mark("khẩu hiệu"),
    "report": mark("báo cáo"),
    "directive": mark("chỉ thị"),
    "dispatch": mark("công văn"),
    "minutes": mark("biên bản"),
}
_LIKE_FORMULAS = frozenset(("=", "+", "-", "@", "\t", "\r", "\0"))
"""ASVS 5.0, 1.2.10: what a spreadsheet would run."""
_WORST_FIRST = tuple(severity.value for severity in Severity)
_BLANK = str.maketrans("\r\n\t", "   ", "\0")


class _Alike(NamedTuple):
    """What many lines have in common: it is counted and put into words once."""

    kind: str
    status: str
    way: str
    findings: str
    errors: int
    is_of_this_run: int


@dataclass
class Totals:
    """What the folder holds, counted while the manifest is written."""

    statuses: Counter[Status] = field(default_factory=Counter)
    """Of the documents of this run."""
    ways: Counter[Way] = field(default_factory=Counter)
    codes: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Documents by severity and code of what was found in them."""
    words: dict[str, str] = field(default_factory=dict)
    """What the first finding of each code says."""
    errors: int = 0
    gone: int = 0
    size: int = 0

    def add(self, alike: _Alike, times: int) -> None:
        """So many documents of which the manifest tells the same."""
        if alike.status == Status.GONE:
            self.gone += times
        if not alike.is_of_this_run:
            return
        self.statuses[Status(alike.status)] += times
        self.errors += alike.errors * times
        if alike.way and alike.status == Status.MADE:
            self.ways[Way(alike.way)] += times
        if alike.findings:
            found = _told(alike.findings)
            self.codes.update(dict.fromkeys({(told.severity, told.code) for told in found}, times))
            for told in found:
                self.words.setdefault(told.code, told.message)


def write(lines: Iterable[Line], output: Path) -> Totals:
    """Both files, each whole, and what they count. Writes: them."""
    totals = Totals()
    columns = [sheet.Column(_(title), width, repeats) for title, width, repeats in _COLUMNS]
    with whole(output, CSV) as table, whole(output, WORKBOOK) as book:
        table.write(b"\xef\xbb\xbf")  # without it Excel reads UTF-8 as a Windows page
        sheet.write(book, _("Danh mục"), columns, _rows(lines, csv.writer(_Encoded(table)), totals))
    return totals


def _rows(lines: Iterable[Line], table: Any, totals: Totals) -> Iterator[tuple[sheet.Cell, ...]]:
    """For the workbook; counted and written to the CSV as they go by."""
    table.writerow([_(title) for title, _width, _repeats in _COLUMNS])
    counts: Counter[_Alike] = Counter()
    for line in lines:
        alike = _Alike(line.kind, line.status, line.way, line.findings, line.errors, line.is_of_this_run)
        counts[alike] += 1
        if line.is_of_this_run:
            totals.size += line.size
        cells = _cells(line, *_words(alike))
        texts = [str(cell) for cell in cells]
        table.writerow(map(_harmless, texts) if _are_odd(texts) else texts)
        yield cells
    for alike, times in counts.items():
        totals.add(alike, times)


class _Encoded:
    """Where the CSV writer's texts become bytes."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target

    def write(self, text: str) -> Any:
        return self._target.write(text.encode("utf-8", "replace"))


def _cells(line: Line, kind: str, status: str, way: str, first: str) -> tuple[sheet.Cell, ...]:
    return (
        line.unit,
        line.unit_name,
        kind,
        line.number,
        line.file,
        line.sha256,
        line.size if line.file else "",
        status,
        way,
        line.finding_count,
        first,
        round(line.seconds, 5) if line.seconds else "",
        line.pdf,
        line.office,
    )


@lru_cache(maxsize=1024)
def _words(alike: _Alike) -> tuple[str, str, str, str]:
    """Kind, status and way as people call them, and the first finding."""
    is_earlier = not alike.is_of_this_run and alike.status != Status.GONE
    return (
        _word(_KINDS, alike.kind),
        _(_EARLIER) if is_earlier else _word(_STATUSES, alike.status),
        _word(_WAYS, alike.way),
        _first(alike.findings) if alike.findings else "",
    )


def _word(words: Any, name: str) -> str:
    text = words.get(name, name)
    return _(text) if text else ""


@lru_cache(maxsize=1024)
def _told(findings: str) -> tuple[Told, ...]:
    return tuple(unpacked(findings))


def _first(findings: str) -> str:
    told = min(_told(findings), key=lambda each: _WORST_FIRST.index(each.severity))
    return f"{told.code}: {told.message}" + (f" ({told.place})" if told.place else "")


def _are_odd(texts: list[str]) -> bool:
    """Whether any of a line's cells is more than harmless; hardly one ever is."""
    return any(text[:1] in _LIKE_FORMULAS for text in texts) or "\0" in "".join(texts)


def _harmless(cell: str) -> str:
    if cell[:1] in _LIKE_FORMULAS:
        return f"'{cell.translate(_BLANK)}"
    return cell.replace("\0", "") if "\0" in cell else cell


@contextmanager
def whole(output: Path, name: str) -> Iterator[IO[bytes]]:
    """A file that gets its name when all of it is on the disk. Writes: it."""
    temporary = temporary_folder(output) / f"{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        os.replace(temporary, output / name)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
