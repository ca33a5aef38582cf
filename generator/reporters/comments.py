"""Findings as Word's comments: a copy of a document in which each stands beside the paragraph that it is about.

It judges nothing, writes no file and leaves the original as it is; the comment's parts are `comment_parts`'.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from generator.diagnostics import Diagnostic
from generator.docview.markup import MC, chosen
from generator.docview.opening import open_view
from generator.docview.parts import LIMITS
from generator.docview.view import DocView
from generator.messages import _
from generator.opc.faults import fault
from generator.opc.package import Package, read_package
from generator.reporters.comment_parts import Book, serialised

_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_DATE = (1980, 1, 1, 0, 0, 0)
"""Of every member: the same document and findings give the same bytes."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The paragraph that a comment is tied to, and whether the finding is really about it."""

    element: etree._Element
    is_own: bool


def annotated(file: Path, findings: Sequence[Diagnostic]) -> bytes:
    """The document with a comment for each finding; Faulty when it cannot be read. Reads: the file.

    Word takes no comments in headers, notes and text boxes: those of a text box stand at the paragraph that holds it,
    the others at the first of the body, and say what they are about.
    """
    package = read_package(file, replace(LIMITS, kept=LIMITS.inflated))
    main = _main_part(package)
    root = package.xml(main)
    space = etree.QName(root).namespace or ""
    body = root.find(f"{{{space}}}body")
    elements = list(_paragraphs(body, space)) if body is not None else []
    if body is None or not elements:
        raise fault(file, "no-text", _("tệp không có đoạn văn nào để gắn nhận xét"))
    places = _places(open_view(file), elements, space)
    book = Book(package, main, space)
    for finding in findings:
        anchor = places.get((finding.where.part, finding.where.paragraph)) or Anchor(elements[0], False)
        if _is_boxed(anchor.element, space):
            anchor = Anchor(_outermost(anchor.element, space), False)
        _tie(anchor.element, book.add(finding, is_own=anchor.is_own), space)
    return _zipped(package, {main: serialised(root)} | book.parts())


def _main_part(package: Package) -> str:
    links = package.relationships("").values()
    named = next((link.target for link in links if link.kind == "officeDocument" and not link.external), "")
    return package.find(named) or "word/document.xml"


def _paragraphs(parent: etree._Element, space: str) -> Iterator[etree._Element]:
    """All paragraphs that Word shows, in reading order: of alternatives only the one that is chosen."""
    for child in parent:
        if child.tag == _ALTERNATIVES:
            shown = chosen(child)
            if shown is not None:
                yield from _paragraphs(shown, space)
            continue
        if child.tag == f"{{{space}}}p":
            yield child
        yield from _paragraphs(child, space)


def _places(view: DocView, elements: Sequence[etree._Element], space: str) -> Mapping[object, Anchor]:
    """The element of every place of the body. Where the two lists differ, only what begins alike is taken for one."""
    found: dict[object, Anchor] = {}
    waiting = iter(elements)
    is_even = len(view.paragraphs) == len(elements)
    for paragraph in view.paragraphs:
        if is_even:
            element: etree._Element | None = next(waiting)
        else:
            before = list(waiting)
            at = next((n for n, each in enumerate(before) if _text(each, space) == _squeezed(paragraph.text)), None)
            element = None if at is None else before[at]
            waiting = iter(before if at is None else before[at + 1 :])
        if element is not None:
            where = paragraph.where
            found.setdefault((where.part, where.paragraph), Anchor(element, True))
    return found


def _text(paragraph: etree._Element, space: str) -> str:
    own = (each for each in paragraph.iter(f"{{{space}}}t") if next(each.iterancestors(f"{{{space}}}p")) is paragraph)
    return _squeezed("".join(each.text or "" for each in own))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _is_boxed(paragraph: etree._Element, space: str) -> bool:
    return next(paragraph.iterancestors(f"{{{space}}}p"), None) is not None


def _outermost(paragraph: etree._Element, space: str) -> etree._Element:
    return list(paragraph.iterancestors(f"{{{space}}}p"))[-1]


def _tie(paragraph: etree._Element, identifier: str, space: str) -> None:
    """Around all that stands in the paragraph, and the mark itself at its end."""

    def made(name: str) -> etree._Element:
        element = etree.Element(f"{{{space}}}{name}")
        element.set(f"{{{space}}}id", identifier)
        return element

    properties = paragraph.find(f"{{{space}}}pPr")
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, made("commentRangeStart"))
    run = etree.Element(f"{{{space}}}r")
    run.append(made("commentReference"))
    paragraph.append(made("commentRangeEnd"))
    paragraph.append(run)


def _zipped(package: Package, changed: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in dict.fromkeys((*package.parts, *changed)):
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, changed.get(name, package.parts.get(name, b"")))
    return stream.getvalue()
