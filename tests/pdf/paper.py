"""A PDF as it lies on the table: words and ink with their places in millimetres from the top left corner.

It judges nothing.
"""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

POINT = 25.4 / 72
DOTS = 300
"""Dots an inch where ink is measured: a hair line is three of them thick."""
_DARK_RUN = re.compile(rb"[\x00-\x7f]{59,}")
"""At least 5 mm of dark dots in one row: no letter has that."""
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class Box:
    """Something on a page; the upper and lower edges of words are those of the font, not of the ink."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    """From 1."""
    width: float
    height: float
    lines: tuple[Box, ...]
    """Runs of words on one height, from top to bottom; side by side columns are runs of their own."""

    def find(self, text: str) -> Box:
        """The only line that has these words; they may be a part of it."""
        found = [line for line in self.lines if text in line.text]
        assert len(found) == 1, f"{text!r} is on page {self.number} {len(found)} times"
        return found[0]

    def has(self, text: str) -> bool:
        return any(text in line.text for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


class Paper:
    """One PDF file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        said = _run("pdftotext", "-bbox-layout", str(self.file), "-").decode()
        # The title is repeated in a header that is not always well-formed; the pages are.
        root = ET.fromstring(said[said.index("<body>") : said.index("</body>") + len("</body>")])
        return tuple(_page(number, node) for number, node in enumerate(root.iter("page"), 1))

    @cached_property
    def fonts(self) -> set[str]:
        rows = _run("pdffonts", str(self.file)).decode().splitlines()[2:]
        return {row.split()[0].partition("+")[2] or row.split()[0] for row in rows}

    def page_with(self, text: str) -> Page:
        """The only page that has these words on one line."""
        found = [page for page in self.pages if page.has(text)]
        assert len(found) == 1, f"{text!r} is on {len(found)} pages"
        return found[0]

    def rules(self, number: int) -> list[Box]:
        """The horizontal lines of a page, from top to bottom."""
        width, dots = self._dots(number, 0, 297)
        found: list[Box] = []
        for run in _DARK_RUN.finditer(dots):
            row, start = divmod(run.start(), width)
            left, right, top = (_mm(each) for each in (start, start + run.end() - run.start(), row))
            last = next((each for each in found if abs(each.left - left) < 0.5 and top - each.bottom < 0.2), None)
            if last is None:
                found.append(Box("", left, top, right, _mm(row + 1)))
            else:
                place = found.index(last)
                found[place] = Box("", min(left, last.left), last.top, max(right, last.right), _mm(row + 1))
        return found

    def ink(self, number: int, top: float, bottom: float) -> Box:
        """What is dark between two heights of a page."""
        width, dots = self._dots(number, top, bottom)
        rows = [
            (place, dots[start : start + width])
            for place, start in enumerate(range(0, len(dots), width))
            if min(dots[start : start + width]) < 128
        ]
        assert rows, f"no ink on page {number} between {top} and {bottom} mm"
        columns = [
            (re.search(rb"[\x00-\x7f]", row), re.search(rb"[\x00-\x7f][\x80-\xff]*$", row)) for _place, row in rows
        ]
        left = min(first.start() for first, _last in columns if first)
        right = max(last.start() for _first, last in columns if last) + 1
        return Box("", _mm(left), top + _mm(rows[0][0]), _mm(right), top + _mm(rows[-1][0] + 1))

    def ink_above(self, number: int, rule: Box) -> float:
        """The lower end of the ink nearest above a rule, between its ends; its own upper edge where they touch."""
        width, dots = self._dots(number, rule.top - 5, rule.top)
        left, right = (round(each / 25.4 * DOTS) for each in (rule.left, rule.right))
        rows = [dots[start + left : start + right] for start in range(0, len(dots), width)]
        dark = [place for place, row in enumerate(rows) if min(row) < 128]
        return rule.top - _mm(len(rows) - dark[-1] - 1) if dark else rule.top - 5

    def _dots(self, number: int, top: float, bottom: float) -> tuple[int, bytes]:
        """The width in dots, and one byte a dot, dark to light, of a strip of a page."""
        command = ["pdftoppm", "-gray", "-r", str(DOTS), "-f", str(number), "-l", str(number)]
        strip = ["-x", "0", "-y", str(round(top / 25.4 * DOTS)), "-H", str(round((bottom - top) / 25.4 * DOTS))]
        image = _run(*command, *strip, "-W", str(round(self.pages[number - 1].width / 25.4 * DOTS)), str(self.file))
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", image)
        assert header, image[:20]
        return int(header[1]), image[header.end() :]


def _page(number: int, node: ET.Element) -> Page:
    lines = [_box(line) for line in node.iter("line")]
    return Page(
        number,
        float(node.get("width", 0)) * POINT,
        float(node.get("height", 0)) * POINT,
        tuple(sorted(_joined(lines), key=lambda line: (round(line.top, 1), line.left))),
    )


def _joined(lines: list[Box]) -> Iterator[Box]:
    """Words far apart in one sentence (a blank to be filled in) come as two lines; they are one."""
    waiting = sorted(lines, key=lambda line: (round(line.top, 1), line.left))
    while waiting:
        first = waiting.pop(0)
        while waiting and abs(waiting[0].top - first.top) < 0.3 and 0 <= waiting[0].left - first.right < 12:
            other = waiting.pop(0)
            first = Box(f"{first.text} {other.text}", first.left, first.top, other.right, other.bottom)
        yield first


def _box(line: ET.Element) -> Box:
    words = list(line.iter("word"))
    left, top, right, bottom = (float(line.get(name, 0)) * POINT for name in ("xMin", "yMin", "xMax", "yMax"))
    return Box(" ".join(word.text or "" for word in words), left, top, right, bottom)


def _mm(dots: int) -> float:
    return dots / DOTS * 25.4


def _run(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout
