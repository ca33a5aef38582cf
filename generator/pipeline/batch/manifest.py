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
from typing import IO, Any

from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.pipeline.batch import sheet
from generator.pipeline.batch.files import temporary_folder
from generator.pipeline.batch.findings import Told, unpacked
from generator.pipeline.batch.journal import Line
from generator.pipeline.batch.order import Status, Way

CSV, WORKBOOK = "manifest.csv", "manifest.xlsx"
_COLUMNS = (
    (mark("Mã đơn vị"), 38),
    (mark("Tên đơn vị"), 44),
    (mark("Loại văn bản"), 14),
    (mark("Số, ký hiệu"), 18),
    (mark("Tệp"), 52),
    (mark("SHA-256"), 20),
    (mark("Dung lượng (byte)"), 18),
    (mark("Tình trạng"), 30),
    (mark("Cách làm"), 14),
    (mark("Số điều cần xem"), 16),
    (mark("Điều cần xem đầu tiên"), 90),
    (mark("Thời gian (giây)"), 16),
    (mark("Tệp PDF"), 52),
    (mark("LibreOffice"), 14),
)
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
_LIKE_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\0")
"""ASVS 5.0, 1.2.10: what a spreadsheet would run."""
_WORST_FIRST = tuple(severity.value for severity in Severity)
_BLANK = str.maketrans("\r\n\t", "   ", "\0")


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

    def count(self, line: Line) -> None:
        if line.status == Status.GONE:
            self.gone += 1
        if not line.is_of_this_run:
            return
        self.statuses[Status(line.status)] += 1
        self.size += line.size
        self.errors += line.errors
        if line.way and line.status == Status.MADE:
            self.ways[Way(line.way)] += 1
        if line.findings:
            found = _told(line.findings)
            self.codes.update({(told.severity, told.code) for told in found})
            for told in found:
                self.words.setdefault(told.code, told.message)


def write(lines: Iterable[Line], output: Path) -> Totals:
    """Both files, each whole, and what they count. Writes: them."""
    totals = Totals()
    columns = [sheet.Column(_(title), width) for title, width in _COLUMNS]
    with whole(output, CSV) as table, whole(output, WORKBOOK) as book:
        table.write(b"\xef\xbb\xbf")  # without it Excel reads UTF-8 as a Windows page
        sheet.write(book, _("Danh mục"), columns, _rows(lines, csv.writer(_Encoded(table)), totals))
    return totals


def _rows(lines: Iterable[Line], table: Any, totals: Totals) -> Iterator[tuple[sheet.Cell, ...]]:
    """For the workbook; counted and written to the CSV as they go by."""
    table.writerow([_(title) for title, _width in _COLUMNS])
    for line in lines:
        totals.count(line)
        cells = _cells(line)
        table.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in cells])
        yield cells


class _Encoded:
    """Where the CSV writer's texts become bytes."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target

    def write(self, text: str) -> Any:
        return self._target.write(text.encode("utf-8", "replace"))


def _cells(line: Line) -> tuple[sheet.Cell, ...]:
    is_earlier = not line.is_of_this_run and line.status != Status.GONE
    return (
        line.unit,
        line.unit_name,
        _word(_KINDS, line.kind),
        line.number,
        line.file,
        line.sha256,
        line.size if line.file else "",
        _(_EARLIER) if is_earlier else _word(_STATUSES, line.status),
        _word(_WAYS, line.way),
        line.finding_count,
        _first(line.findings) if line.findings else "",
        round(line.seconds, 5) if line.seconds else "",
        line.pdf,
        line.office,
    )


@lru_cache(maxsize=256)
def _translated(text: str) -> str:
    return _(text) if text else ""


def _word(words: Any, name: str) -> str:
    return _translated(words.get(name, name))


@lru_cache(maxsize=1024)
def _told(findings: str) -> tuple[Told, ...]:
    return tuple(unpacked(findings))


def _first(findings: str) -> str:
    told = min(_told(findings), key=lambda each: _WORST_FIRST.index(each.severity))
    return f"{told.code}: {told.message}" + (f" ({told.place})" if told.place else "")


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
