"""Paragraphs, components and small documents for tests of what is recognised.

It knows nothing of how that is done.
"""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Location
from generator.docview.blocks import Paragraph
from generator.docview.looks import PLAIN, ParagraphLook
from generator.docview.opening import open_view
from generator.docview.words import Run, Seat
from generator.model.parts import Part
from generator.recognise.component import By, Component, Span
from generator.recognise.names import Name
from generator.recognise.recognised import Recognised
from generator.recognise.recognising import recognise
from tests.foreign.sheet import Sheet


def paragraph(text: str, index: int = 0, style_id: str = "") -> Paragraph:
    runs = (Run(text, PLAIN, 0),)
    return Paragraph(index, text, runs, ParagraphLook(), PLAIN, Location(paragraph=index + 1), Seat(), style_id)


def component(text: str, part: Name = Part.BODY, index: int = 0) -> Component:
    return Component(part, (Span(paragraph(text, index), 0, len(text)),), By.WORDING)


def recognised(sheet: Sheet, folder: Path) -> Recognised:
    file = folder / "document.docx"
    file.write_bytes(sheet.bytes())
    return recognise(open_view(file))
