"""What is form in the letters themselves: composed letters, zeros before numbers and days, signs in fixed lines.

No word is changed, added or taken away; text in an encoding from before Unicode is not touched at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from generator.check.page.fonts import is_legacy
from generator.check.page.prose import everywhere
from generator.docview.blocks import Paragraph
from generator.docview.markup import XML_SPACE
from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.fix.markup import local
from generator.fix.pieces import pieces_of, rewrite
from generator.messages import _
from generator.model.parts import Part
from generator.recognise.component import Component
from generator.vietnamese.dates import day_number, month_number
from generator.vietnamese.unicode import compose

_NUMBER = re.compile(
    r"(?P<word>S\w{1,2})(?P<colon>[ \u00a0]*:)?(?P<room>[ \u00a0]*)(?P<digits>\d{1,6})(?=[ \u00a0]*[-–—‐‑/])",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[ \u00a0]*([-–—‐‑/])[ \u00a0]*(?=[^\W\d_])")
_DAY = re.compile(r"(ng[aà]y[ \u00a0]+)(\d{1,2})(?=[ \u00a0]+th[aá]ng)", re.IGNORECASE)
_MONTH = re.compile(r"(th[aá]ng[ \u00a0]+)(\d{1,2})(?=[ \u00a0]+n[aă]m)", re.IGNORECASE)
_DASH = re.compile(r"[ \u00a0]*[-–—‐‑][ \u00a0]*")
_GAP = re.compile(r"[ \u00a0]{2,}|\u00a0")
_FIXED = {Part.MOTTO: "motto.text", Part.NATIONAL_TITLE: "national_title.text", Part.PARTY_TITLE: "party_title.text"}

_Edit = tuple[int, int, str, str]
"""From and to which letter of a span, what is put there, and the path of the profile."""


def composed(desk: Desk) -> Iterator[Change]:
    """Every letter with its marks as one character, also where they stand in two runs."""
    for paragraph in everywhere(desk.subject):
        element = desk.element(paragraph)
        if compose(paragraph.text) == paragraph.text or element is None or is_old(paragraph):
            continue
        _compose(element)
        yield desk.change(_("chữ tổ hợp"), "page.encoding", _("chữ và dấu rời"), _("Unicode dựng sẵn"), paragraph.where)


def _compose(paragraph: etree._Element) -> None:
    before: etree._Element | None = None
    for piece in pieces_of(paragraph):
        if local(piece.node) != "t":
            before = None
            continue
        text = piece.text
        marks = len(text) - len(text.lstrip("".join(filter(unicodedata.combining, set(text)))))
        if marks and before is not None:
            _write(before, compose((before.text or "") + text[:marks]))
            text = text[marks:]
        _write(piece.node, compose(text))
        before = piece.node if text else before


def _write(node: etree._Element, text: str) -> None:
    if node.text != text:
        node.text = text
        node.set(XML_SPACE, "preserve")


def is_old(paragraph: Paragraph) -> bool:
    """Set in a font of an old encoding: its letters are not what they seem."""
    return any(is_legacy(font) for run in paragraph.words for font in run.fonts)


def number(desk: Desk) -> Iterator[Change]:
    """One zero before numbers below ten, the colon that the side has, no space within the symbol."""
    found = desk.subject.recognised.number
    if found is None or found.component.part is not Part.NUMBER:
        return
    text = found.component.spans[0].text
    edits: list[_Edit] = []
    match = _NUMBER.search(text)
    if match is not None and int(match["digits"]):
        value = int(match["digits"])
        wanted = f"{value:02d}" if value < int(desk.profile.number("number_format.zero_pad_below")) else str(value)
        edits.append((match.start("digits"), match.end("digits"), wanted, "number_format.zero_pad_below"))
    is_own = found.side in (None, desk.profile.side) and found.codes
    if match is not None and is_own:
        wants_colon = desk.profile.text("number_format.template").partition("{")[0].strip().endswith(":")
        start, stop = match.end("word"), match.start("digits")
        if wants_colon != bool(match["colon"]):
            edits.append((start, stop, ": " if wants_colon else " ", "number_format.template"))
    begin = match.end("digits") if match is not None else len(text)
    if is_own:
        signs = (_SIGN.finditer(text, begin)) if match is not None else iter(())
        edits += [(sign.start(), sign.end(), _plain(sign[1]), "number_format.type_separator") for sign in signs]
    yield from _edited(desk, found.component, edits, _("số, ký hiệu"))


def _plain(sign: str) -> str:
    return "/" if sign == "/" else "-"


def dateline(desk: Desk) -> Iterator[Change]:
    """A zero before days below ten and before the months 1 and 2, and before no other."""
    found = desk.subject.recognised.dateline
    if found is None or found.when is None:
        return
    text = found.component.spans[0].text
    edits: list[_Edit] = []
    for pattern, write, path in (
        (_DAY, day_number, "date_format.pad_day_below"),
        (_MONTH, month_number, "date_format.pad_month_below"),
    ):
        match = pattern.search(text)
        if match is not None and int(match[2]):
            edits.append((match.start(2), match.end(2), write(int(match[2])), path))
    yield from _edited(desk, found.component, edits, _("ngày, tháng"))


def fixed_lines(desk: Desk) -> Iterator[Change]:
    """Hyphens and spaces in the lines whose words the regulation fixes."""
    for part, path in _FIXED.items():
        if not desk.profile.has(path):
            continue
        for component in desk.subject.recognised.of(part):
            if len(component.spans) > 1 or not desk.profile.constraint(path).accepts(_straight(component.text)):
                continue
            text = component.spans[0].text
            edits: list[_Edit] = [(each.start(), each.end(), " - ", path) for each in _DASH.finditer(text)]
            taken = [(start, stop) for start, stop, _new, _path in edits]
            edits += [
                (each.start(), each.end(), " ", path)
                for each in _GAP.finditer(text)
                if not any(start < each.end() and each.start() < stop for start, stop in taken)
            ]
            yield from _edited(desk, component, edits, _("dấu và khoảng cách"))


def _straight(text: str) -> str:
    return _DASH.sub(" - ", text)


def _edited(desk: Desk, component: Component, edits: list[_Edit], message: str) -> Iterator[Change]:
    """Write the edits that change something, from the end to the beginning."""
    span = component.spans[0]
    paragraph, element = span.paragraph, desk.element(span.paragraph)
    wanted = [edit for edit in edits if span.text[edit[0] : edit[1]] != edit[2]]
    if not wanted or element is None or is_old(paragraph) or not desk.is_understood(paragraph):
        return
    before, after, path = span.text, span.text, wanted[0][3]
    for start, stop, new, _path in sorted(wanted, reverse=True):
        if rewrite(element, span.start + start, span.start + stop, new):
            after = after[:start] + new + after[stop:]
    if after != before:
        yield desk.change(message, path, before, after, component.where)
