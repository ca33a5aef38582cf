"""What a template's own formatting does to a document that the Profile does not accept: font, size, indents, gaps.

Styles are the Profile's whatever the template says; formatting upon them is not, and is looked at here. It sees the
template only: what data and filters make is `render`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lxml import etree

from generator.diagnostics import Diagnostic, Location, Severity
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.profile.profile import Profile
from generator.profile.schema import NOT_IN_THE_TEXT
from generator.profile.values import Value, written
from generator.templates.package import W
from generator.templates.places import own_text, paragraphs
from generator.templates.shapes import SHAPES

_W = f"{{{W}}}"
ONLY_TAGS = re.compile(r"\s*(?:\{[%#](?:p|tr)\s.*[%#]\}|\{\{p\s.*\}\})?\s*", re.DOTALL)
"""A paragraph of a tag alone, which is not printed, or in whose place something else is."""
_PARTS = {part.style_id: part for part in SHAPES}
_ALIGNED = {"both": "justified", "start": "left", "end": "right", "distribute": "justified"}
_TWIP = 635
_TENTH_OF_MM = 3_600
_NAMES = {
    "size": mark("cỡ chữ"),
    "font": mark("phông chữ"),
    "colour": mark("màu chữ"),
    "bold": mark("chữ đậm"),
    "italic": mark("chữ nghiêng"),
    "underline": mark("gạch chân"),
    "alignment": mark("căn lề"),
    "first_line_indent": mark("thụt dòng đầu"),
    "left_indent": mark("thụt trái"),
    "hanging": mark("thụt treo"),
    "space_before": mark("khoảng cách trên đoạn"),
    "space_after": mark("khoảng cách dưới đoạn"),
    "line_spacing": mark("giãn dòng"),
    "top": mark("lề trên"),
    "bottom": mark("lề dưới"),
    "left": mark("lề trái"),
    "right": mark("lề phải"),
}


class Set(NamedTuple):
    """A property that a template sets by itself, and to what."""

    name: str
    value: Value


def format_findings(document: etree._Element, where: Location, profile: Profile) -> Iterator[Diagnostic]:
    """Every property of the document's own paragraphs, words and pages that the profile does not accept."""
    for paragraph, place in paragraphs(document, where):
        if ONLY_TAGS.fullmatch(own_text(paragraph)):
            continue  # nothing of it is printed, or nothing in its look
        part = _part(paragraph)
        for one in dict.fromkeys((*_paragraph(paragraph), *_words(paragraph))):
            path = _path(part, one.name, profile)
            if path is not None:
                yield from _refused(one, path, place, profile)
    for section in document.iter(f"{_W}sectPr"):
        yield from _margins(section, where, profile)


def _part(paragraph: etree._Element) -> Part | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return _PARTS.get(style.get(f"{_W}val", "")) if style is not None else None


def _path(part: Part | None, name: str, profile: Profile) -> str | None:
    """Where the profile says what a component's property may be: its own, the running text's, the page's."""
    if part is None:
        return "page.font" if name == "font" else None
    owners = [part.value, *(["body"] if SHAPES[part].flow else []), *(["page"] if name in ("font", "colour") else [])]
    return next((path for owner in owners if profile.has(path := f"{owner}.{name}")), None)


def _paragraph(paragraph: etree._Element) -> Iterator[Set]:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return
    for aligned in properties.iterchildren(f"{_W}jc"):
        value = aligned.get(f"{_W}val", "")
        yield Set("alignment", _ALIGNED.get(value, value))
    for indent in properties.iterchildren(f"{_W}ind"):
        yield from _lengths(
            indent,
            {"firstLine": "first_line_indent", "left": "left_indent", "start": "left_indent", "hanging": "hanging"},
        )
    for spacing in properties.iterchildren(f"{_W}spacing"):
        yield from _lengths(spacing, {"before": "space_before", "after": "space_after"})
        line = _integer(spacing.get(f"{_W}line"))
        if line is not None and spacing.get(f"{_W}lineRule") in (None, "auto"):
            yield Set("line_spacing", Decimal(line) / 240)
        elif line is not None:
            yield Set("line_spacing", _length(line))


def _lengths(element: etree._Element, names: dict[str, str]) -> Iterator[Set]:
    for attribute, name in names.items():
        twips = _integer(element.get(f"{_W}{attribute}"))
        if twips is not None:
            yield Set(name, _length(twips))


def _words(paragraph: etree._Element) -> Iterator[Set]:
    """Sizes, fonts and colours of any words; weight and slant only where all the words of a paragraph have them."""
    runs = [run for run in paragraph.iter(f"{_W}r") if next(run.iterancestors(f"{_W}p")) is paragraph]
    runs = [run for run in runs if any((piece.text or "").strip() for piece in run.iterchildren(f"{_W}t"))]
    looks = [list(_run(run)) for run in runs]
    for look in looks:
        yield from (one for one in look if one.name in ("size", "font", "colour"))
    for one in looks[0] if looks else ():
        if one.name in ("bold", "italic", "underline") and all(one in look for look in looks):
            yield one


def _run(run: etree._Element) -> Iterator[Set]:
    properties = run.find(f"{_W}rPr")
    for one in properties if properties is not None else ():
        name, value = etree.QName(one).localname, one.get(f"{_W}val")
        if name in ("b", "i"):
            yield Set("bold" if name == "b" else "italic", value not in ("0", "false", "off"))
        elif name == "u":
            yield Set("underline", value not in ("none", None))
        elif name == "sz" and (half := _integer(value)) is not None:
            yield Set("size", Length(half * 6_350))
        elif name == "color" and value not in ("auto", None) and "{" not in str(value):
            yield Set("colour", str(value).upper())
        elif name == "rFonts" and (font := one.get(f"{_W}ascii") or one.get(f"{_W}hAnsi")):
            yield Set("font", font)


def _integer(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else None


def _length(twips: int) -> Length:
    """What a person typed: whole half points, else a tenth of a millimetre where Word's rounding explains the rest."""
    exact = twips * _TWIP
    nearest = round(exact / _TENTH_OF_MM) * _TENTH_OF_MM
    return Length(nearest if twips % 10 and abs(nearest - exact) < _TWIP else exact)


def _refused(one: Set, path: str, place: Location, profile: Profile) -> Iterator[Diagnostic]:
    constraint = profile.constraint(path)
    if isinstance(one.value, Length) != isinstance(constraint.default, Length) and one.name != "line_spacing":
        return
    if constraint.accepts(one.value, tolerance=_TWIP):
        return
    source = constraint.source
    yield Diagnostic(
        "template/format",
        _("{what} đặt riêng ở đây trái thể thức").format(what=_(_NAMES[one.name])),
        place,
        Severity.WARNING if source.grade in NOT_IN_THE_TEXT else Severity.ERROR,
        expected=accepted_text(constraint),
        actual=written(one.value),
        basis=source.clause,
        hint=_("bỏ định dạng riêng (trong Word: chọn đoạn, nhấn Ctrl+Q và Ctrl+Space), để kiểu “VT …” quyết định"),
    )


def _margins(section: etree._Element, where: Location, profile: Profile) -> Iterator[Diagnostic]:
    """The pages of a document are the profile's; those of the template only mislead whoever edits it."""
    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    is_turned = size is not None and size.get(f"{_W}orient") == "landscape"
    if margins is None or is_turned:
        return
    for side in ("top", "bottom", "left", "right"):
        twips = _integer(margins.get(f"{_W}{side}"))
        constraint = profile.constraint(f"page.{side}")
        value = _length(twips or 0)
        if twips is not None and not constraint.accepts(value, tolerance=_TWIP):
            yield Diagnostic(
                "template/page-margins",
                _("{what} của mẫu khác thể thức; văn bản làm ra có lề của thể thức").format(what=_(_NAMES[side])),
                where,
                Severity.ADVICE,
                expected=accepted_text(constraint),
                actual=written(value),
                basis=constraint.source.clause,
                hint=_("đặt lề trong Word cho giống, để chỗ ngắt dòng khi soạn như khi in"),
            )
