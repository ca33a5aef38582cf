"""A CSV file as records that can be read again from any of their places; encoding and separator are found by looking.

It knows no column and holds no record.
"""

from __future__ import annotations

import codecs
import csv
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.errors import GeneratorError
from generator.messages import _
from generator.sources.decoding import clean_text
from generator.workspace import reason

_SEPARATORS = ",;\t"
_BLOCK = 1 << 20
_OTHER_KINDS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")
_NAMED = re.compile(rb"sep=(.)\r?\n", re.IGNORECASE)
# A formula in the eyes of a spreadsheet; an apostrophe before it makes it text, here and there.
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_LONGEST_CELL = 1_000_000
LOOKED_THROUGH = 10
"""Records in which the titles are looked for: people put a heading above a table."""
csv.field_size_limit(_LONGEST_CELL)


class Record(NamedTuple):
    place: int
    """In bytes from the beginning of the file."""
    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class CsvText:
    """A file that was looked at: how it is read, and where its first record begins."""

    file: Path
    separator: str
    begin: int
    first_line: int
    stamp: tuple[int, int]
    """Size and time: records are read again only from the file that was looked at."""

    def records(self, place: int | None = None, line: int | None = None) -> Iterator[Record]:
        """From a record on, or all, but blank ones; Faulty where the quotation marks do not agree."""
        with _opened(self.file) as stream:
            self._refuse_another(stream)
            stream.seek(self.begin if place is None else place)
            lines = _Lines(stream, stream.tell(), line or self.first_line)
            found = csv.reader(lines, delimiter=self.separator, strict=True)
            while True:
                record = Record(lines.place, lines.line, [])
                try:
                    cells = next(found, None)
                except csv.Error as error:
                    raise Faulty([_broken(str(error), Location(self.file, record.line))]) from None
                if cells is None:
                    return
                whole = "".join(cells)
                if whole and not whole.isspace():
                    yield Record(record.place, record.line, _unguarded(cells) if "'" in whole else cells)

    def rows(self, place: int, line: int) -> Iterator[tuple[int, list[str]]]:
        """The line and the cells of each record from one on; places are not counted, which takes half the time."""
        with _opened(self.file) as stream:
            self._refuse_another(stream)
            stream.seek(place)
            found = csv.reader(TextIOWrapper(stream, "utf-8", newline=""), delimiter=self.separator, strict=True)
            before = 0
            for cells in found:
                whole = "".join(cells)
                if whole and not whole.isspace():
                    yield line + before, _unguarded(cells) if "'" in whole else cells
                before = found.line_num

    def _refuse_another(self, stream: BinaryIO) -> None:
        if _stamp(stream) != self.stamp:
            message = _("{file} đã bị sửa trong lúc chạy").format(file=self.file)
            raise GeneratorError(message, _("chạy lại lệnh"))


class _Lines:
    """The lines of a file, counted in bytes and in lines."""

    def __init__(self, stream: BinaryIO, place: int, line: int) -> None:
        self.stream, self.place, self.line = stream, place, line

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self.stream.readline()
        if not line:
            raise StopIteration
        self.place += len(line)
        self.line += 1
        return line.decode("utf-8")


def guarded(cell: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{cell}" if _GUARDED.match(f"'{cell}") else cell


def _unguarded(cells: list[str]) -> list[str]:
    return [cell[1:] if _GUARDED.match(cell) else cell for cell in cells]


def open_csv(file: Path, known: Callable[[Sequence[str]], int], shown: Path | None = None) -> CsvText:
    """Look at a file; `known` says how many titles of a record it knows, so that the separator is found.

    Faulty where it is no text in UTF-8. Reads: `file`, whole, once.
    """
    with _opened(file) as stream:
        stamp, begin, first_line = _stamp(stream), 0, 1
        head = stream.read(_BLOCK)
        if head.startswith(_OTHER_KINDS):
            raise Faulty([_no_csv(Location(file))])
        _refuse_other_encodings(stream, head, file)
        if head.startswith(codecs.BOM_UTF8):
            begin = len(codecs.BOM_UTF8)
        if match := _NAMED.match(head, begin):
            named = CsvText(file, match[1].decode("latin-1"), match.end(), 2, stamp)
            return named if named.separator in _SEPARATORS else CsvText(file, ",", begin, first_line, stamp)
    found = [CsvText(file, separator, begin, first_line, stamp) for separator in _SEPARATORS]
    return max(found, key=lambda each: max(map(known, _first(each)), default=0))


def _first(text: CsvText) -> Iterator[Sequence[str]]:
    try:
        yield from (record.cells for record in islice(text.records(), LOOKED_THROUGH))
    except Faulty:
        return


def _refuse_other_encodings(stream: BinaryIO, head: bytes, file: Path) -> None:
    """In blocks: a large file is not held. What is wrong is told as for YAML, with its place."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    sound = not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" not in head[:64]
    try:
        block = head
        while block and sound:
            decoder.decode(block)
            block = stream.read(_BLOCK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        sound = False
    if not sound:
        stream.seek(0)
        try:
            clean_text(stream.read(), file)
        except Faulty as faulty:
            hint = _(
                "trong Excel: Lưu thành… → CSV UTF-8 (phân cách bằng dấu phẩy); chữ TCVN3, VNI phải chuyển mã trước"
            )
            raise Faulty(replace(each, hint=hint) for each in faulty.diagnostics) from None


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise GeneratorError(
            _("không đọc được {file}: {reason}").format(file=file, reason=reason(error)),
            _("kiểm tra tên tệp và quyền đọc"),
        ) from error


def _stamp(stream: BinaryIO) -> tuple[int, int]:
    status = os.fstat(stream.fileno())
    return status.st_size, status.st_mtime_ns


def _no_csv(where: Location) -> Diagnostic:
    return Diagnostic(
        "data/not-text",
        _("đây là tệp Excel, Word hoặc tệp nén, không phải tệp CSV"),
        where,
        hint=_("đổi tên thành units.xlsx nếu là Excel; hoặc trong Excel: Lưu thành… → CSV UTF-8"),
    )


def _broken(problem: str, where: Location) -> Diagnostic:
    message = _("dòng CSV này có dấu ngoặc kép hoặc chỗ xuống dòng không khớp")
    hint = _('ô có dấu ngoặc kép phải nằm trong ngoặc kép, dấu bên trong viết đôi: "…""…"; hoặc lưu lại từ Excel')
    if "field larger" in problem:
        message = _("một ô dài quá {most} ký tự; có lẽ thiếu dấu ngoặc kép đóng").format(most=_LONGEST_CELL)
    return Diagnostic("data/csv-syntax", message, where, hint=hint)
