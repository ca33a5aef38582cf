"""A PDF file read into pages, by PDFium; within limits, for the file may be anybody's.

It judges nothing. What stands in forms inside a page (which LibreOffice and Word do not make) is not looked into.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.paper.letters import Letter, words_of
from generator.paper.page import Box, Font, Page
from generator.paper.strokes import Path, Point, frames_of, strokes_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

UNREADABLE = "paper/unreadable"
MOST_BYTES = 256 << 20
MOST_PAGES = 2_000
MOST_LETTERS = 50_000
"""On one page: a page full of the smallest print has ten thousand."""
MOST_PATHS = 20_000
"""On one page; of more, the rest is not read."""
_POINT = 25.4 / 72
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_NAME = 256
_MOVE, _LINE = 2, 0
_MOST_POINTS = 1_000


def read_pages(pdf: File) -> tuple[Page, ...]:
    """Every page of a PDF. Faulty where it is none, is locked, or is larger than anything that this program makes."""
    import pypdfium2

    try:
        if (size := pdf.stat().st_size) > MOST_BYTES:
            raise _fault(pdf, f"{size >> 20} MB > {MOST_BYTES >> 20} MB")
        with pypdfium2.PdfDocument(pdf) as document:
            if len(document) > MOST_PAGES:
                raise _fault(pdf, f"{len(document)} > {MOST_PAGES}")
            return tuple(_pages(document, pdf))
    except (OSError, pypdfium2.PdfiumError) as error:
        raise _fault(pdf, str(error)) from error


def _fault(pdf: File, why: str) -> Faulty:
    message = _("không đọc được tệp PDF")
    return Faulty([Diagnostic(UNREADABLE, message, Location(pdf), actual=why, hint=_("xuất lại tệp PDF rồi soát lại"))])


def _pages(document: PdfDocument, pdf: File) -> Iterator[Page]:
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        try:
            yield _page(index + 1, page, text, pdf)
        finally:
            text.close()
            page.close()


def _page(number: int, page: PdfPage, text: PdfTextPage, pdf: File) -> Page:
    if (count := text.count_chars()) > MOST_LETTERS:
        raise _fault(pdf, f"{count} > {MOST_LETTERS}")
    sheet = _Sheet(page)
    fonts: dict[int, Font] = {}
    letters = [letter for at in range(count) if (letter := sheet.letter(text, at, fonts)) is not None]
    paths, pictures = sheet.drawn()
    strokes = strokes_of(paths)
    return Page(
        number,
        sheet.width,
        sheet.height,
        words_of(letters),
        strokes,
        frames_of(strokes),
        tuple(dict.fromkeys(fonts.values())),
        pictures,
    )


class _Sheet:
    """A page while it is read: its points become millimetres from the top left corner."""

    def __init__(self, page: PdfPage) -> None:
        from pypdfium2 import raw

        self.raw: Any = raw
        self.page = page
        self.left, bottom, right, self.top = page.get_cropbox()
        self.width, self.height = (right - self.left) * _POINT, (self.top - bottom) * _POINT

    def point(self, x: float, y: float) -> Point:
        return (x - self.left) * _POINT, (self.top - y) * _POINT

    def letter(self, text: PdfTextPage, at: int, fonts: dict[int, Font]) -> Letter | None:
        code = self.raw.FPDFText_GetUnicode(text.raw, at)
        held = self.raw.FPDFText_GetTextObject(text.raw, at)
        if not held:
            return Letter(" ", Box(0, 0, 0, 0), 0, 0, 0, "", 0)  # white space that the library has thought of
        x, y = ctypes.c_double(), ctypes.c_double()
        self.raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
        left, bottom, right, top = text.get_charbox(at)
        (left, top), (right, bottom) = self.point(left, top), self.point(right, bottom)
        start, _bottom, stop, _top = text.get_charbox(at, loose=True)
        return Letter(
            chr(code),
            Box(left, top, right, bottom),
            self.point(start, 0)[0],
            self.point(stop, 0)[0],
            self.point(0, y.value)[1],
            self._font(held, chr(code), fonts),
            round(self.raw.FPDFText_GetFontSize(text.raw, at), 2),
        )

    def _font(self, held: Any, letter: str, fonts: dict[int, Font]) -> str:
        handle = self.raw.FPDFTextObj_GetFont(held)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in fonts:
            if not letter.strip():
                return ""  # of a typeface that sets nothing but spaces nobody sees anything
            buffer = ctypes.create_string_buffer(_NAME)
            self.raw.FPDFFont_GetBaseFontName(handle, buffer, _NAME)
            name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
            fonts[key] = Font(name, self.raw.FPDFFont_GetIsEmbedded(handle) == 1)
        return fonts[key].name

    def drawn(self) -> tuple[list[Path], int]:
        """The paths, and how many pictures there are."""
        paths: list[Path] = []
        pictures = 0
        for each in self.page.get_objects(max_depth=1):
            if each.type == self.raw.FPDF_PAGEOBJ_IMAGE:
                pictures += 1
            elif each.type == self.raw.FPDF_PAGEOBJ_PATH and len(paths) < MOST_PATHS:
                paths.append(self._path(each))
        return paths, pictures

    def _path(self, each: Any) -> Path:
        fill, stroke, weight = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
        self.raw.FPDFPath_GetDrawMode(each.raw, fill, stroke)
        self.raw.FPDFPageObj_GetStrokeWidth(each.raw, weight)
        matrix = each.get_matrix()
        pieces: list[list[Point]] = []
        for number in range(min(self.raw.FPDFPath_CountSegments(each.raw), _MOST_POINTS)):
            segment = self.raw.FPDFPath_GetPathSegment(each.raw, number)
            kind = self.raw.FPDFPathSegment_GetType(segment)
            x, y = ctypes.c_float(), ctypes.c_float()
            self.raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = self.point(*matrix.on_point(x.value, y.value))
            if kind == _MOVE or not pieces:
                pieces.append([point])
            elif kind == _LINE:
                pieces[-1].append(point)
            else:  # a curve: what follows it begins anew
                pieces.append([point])
            if self.raw.FPDFPathSegment_GetClose(segment):
                pieces[-1].append(pieces[-1][0])
        return Path(
            tuple(tuple(piece) for piece in pieces if len(piece) > 1),
            bool(stroke.value),
            bool(fill.value),
            weight.value,
            self._colour(each, self.raw.FPDFPageObj_GetStrokeColor),
            self._colour(each, self.raw.FPDFPageObj_GetFillColor),
        )

    def _colour(self, each: Any, ask: Any) -> str:
        red, green, blue, alpha = (ctypes.c_uint() for _part in range(4))
        ask(each.raw, red, green, blue, alpha)
        return f"{red.value:02X}{green.value:02X}{blue.value:02X}"
