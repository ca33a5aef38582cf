"""The desk of those who put things right: the document as judged, its copy, and the way from one to the other.

It changes nothing by itself but where it is told to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from generator.check.subject import Subject
from generator.diagnostics import Location
from generator.docview.blocks import Paragraph
from generator.docview.markup import w
from generator.docview.opening import open_view
from generator.docview.view import DocView, Section
from generator.fix.change import Change
from generator.fix.copy import Copy
from generator.fix.markup import made, properties_of
from generator.fix.pieces import pieces_of, runs_between, text_of
from generator.profile.profile import Profile

_MARK = "_vanthu_"


@dataclass(frozen=True)
class Desk:
    """One document, looked at once; what is changed meanwhile is seen in the next round."""

    copy: Copy
    subject: Subject
    elements: Mapping[str, etree._Element]
    """The paragraphs of the copy by their marks."""

    @property
    def profile(self) -> Profile:
        return self.subject.profile

    def element(self, paragraph: Paragraph) -> etree._Element | None:
        """The paragraph in the copy; None where it is no longer there."""
        found = next((self.elements[name] for name in paragraph.bookmarks if name in self.elements), None)
        return None if found is None or found.getparent() is None else found

    def properties(self, paragraph: Paragraph) -> etree._Element | None:
        """Its `w:pPr` in the copy, made where there is none."""
        element = self.element(paragraph)
        return None if element is None else properties_of(element)

    def is_understood(self, paragraph: Paragraph) -> bool:
        """Its letters in the copy are those that were judged."""
        element = self.element(paragraph)
        return element is not None and text_of(pieces_of(element)) == paragraph.text

    def runs(self, paragraph: Paragraph, start: int, stop: int) -> Iterator[etree._Element]:
        """The `w:rPr` of each run of these letters; none where the letters cannot be told."""
        element = self.element(paragraph)
        if element is not None and self.is_understood(paragraph):
            yield from (properties_of(run) for run in runs_between(element, start, stop))

    @property
    def sections(self) -> tuple[tuple[Section, etree._Element], ...]:
        """The sections with their `w:sectPr`; none where they do not go together."""
        body = self.copy.body
        found = [
            element
            for element in body.iter(w("sectPr"))
            if element.getparent() is body or _ends_a_paragraph_of(body, element)
        ]
        if len(found) == len(self.subject.view.sections) - 1:
            found.append(etree.SubElement(body, w("sectPr")))
        sections = self.subject.view.sections
        return tuple(zip(sections, found, strict=True)) if len(found) == len(sections) else ()

    def change(self, message: str, path: str | None, before: str, after: str, where: Location | None = None) -> Change:
        """A change under the clause of a path of the profile."""
        has_path = path is not None and self.profile.has(path)
        basis = self.profile.constraint(path).source.clause if path is not None and has_path else None
        return Change(message, before, after, where or Location(self.subject.view.file), basis)


Fixer: TypeAlias = Callable[[Desk], Iterator[Change]]
"""Puts one kind of thing right in the copy, and tells each that it did."""


def laid_out(document: bytes, file: Path) -> tuple[Copy, DocView, Mapping[str, etree._Element]]:
    """A copy of the document, its picture, and the paragraphs of the copy by the marks in that picture.

    Writes and reads `file`; the marks are bookmarks there, and the copy has none of them.
    """
    file.write_bytes(document)
    copy = Copy(file)
    found = [paragraph for story in copy.stories for paragraph in story.iter(w("p"))]
    marks = {f"{_MARK}{number}": paragraph for number, paragraph in enumerate(found)}
    for name, paragraph in marks.items():
        mark = made("bookmarkStart")
        mark.set(w("name"), name)
        paragraph.insert(0, mark)
    file.write_bytes(copy.saved())
    for paragraph in found:
        paragraph.remove(paragraph[0])
    return copy, open_view(file), marks


def moved(where: Location, file: Path) -> Location:
    """The same place in another file."""
    return replace(where, file=file) if where.file is not None else where


def _ends_a_paragraph_of(body: etree._Element, section: etree._Element) -> bool:
    properties = section.getparent()
    paragraph = None if properties is None else properties.getparent()
    if properties is None or properties.tag != w("pPr") or paragraph is None or paragraph.tag != w("p"):
        return False
    inner = frozenset((w("tc"), w("txbxContent")))
    return not any(each.tag in inner for each in paragraph.iterancestors())
