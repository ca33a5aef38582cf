"""Colours of words, what is behind them, and effects: black on white, as plain as they are read.

What is struck through stays so: somebody meant to take it out, and has not done it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.check.page.prose import everywhere
from generator.check.words import colour_of, readable
from generator.docview.blocks import Paragraph
from generator.docview.looks import AUTO
from generator.docview.words import Run
from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.fix.markup import put
from generator.messages import _, mark

_WHITE = frozenset((None, "FFFFFF", "auto", "none", "white"))
_EFFECTS = {
    "outline": mark("chữ rỗng"),
    "shadow": mark("chữ có bóng"),
    "emboss": mark("chữ nổi"),
    "imprint": mark("chữ chìm"),
}
_NOTHING = {"themeFill": None, "themeFillTint": None, "themeFillShade": None, "themeColor": None}


def colours(desk: Desk) -> Iterator[Change]:
    """The colour that the profile has for the place, or nobody's, which is black on paper and white on dark cells."""
    for paragraph in everywhere(desk.subject):
        path = _path(desk, paragraph)
        constraint = desk.profile.constraint(path)
        for run in readable(paragraph.runs):
            if constraint.default is None or constraint.accepts(colour_of(run)):
                continue
            wanted = str(constraint.default)
            found = list(desk.runs(paragraph, run.start, run.end))
            for properties in found:
                colour = AUTO if wanted == "000000" else wanted
                put(properties, "color", val=colour, themeColor=None, themeTint=None, themeShade=None)
            if found:
                yield desk.change(_("màu chữ"), path, colour_of(run), wanted, paragraph.where)


def _path(desk: Desk, paragraph: Paragraph) -> str:
    """Where the profile has the colour of what stands in a paragraph: the part's own, or that of the page."""
    for component in desk.subject.recognised.at(paragraph):
        path = f"{component.part}.colour"
        if desk.profile.has(path):
            return path
    return "page.colour"


def marks(desk: Desk) -> Iterator[Change]:
    """Highlights, and shades behind words and paragraphs; those of tables stay."""
    for paragraph in everywhere(desk.subject):
        in_table = paragraph.seat.depth > 0
        for run in paragraph.words:
            grounds = {"highlight": run.look.highlight, "shd": None if in_table else run.look.shading}
            for name, ground in grounds.items():
                if ground not in _WHITE:
                    yield from _cleared(desk, paragraph, run, name, str(ground))
        whole = paragraph.look.shading
        properties = desk.properties(paragraph) if whole not in _WHITE and paragraph.words and not in_table else None
        if properties is not None:
            _unshade(properties)
            yield desk.change(_("tô nền"), None, str(whole), _("không tô nền"), paragraph.where)


def _cleared(desk: Desk, paragraph: Paragraph, run: Run, name: str, ground: str) -> Iterator[Change]:
    found = list(desk.runs(paragraph, run.start, run.end))
    for properties in found:
        if name == "shd":
            _unshade(properties)
        else:
            put(properties, name, val="none")
    if found:
        yield desk.change(_("tô nền"), None, ground, _("không tô nền"), paragraph.where)


def _unshade(properties: etree._Element) -> None:
    put(properties, "shd", val="clear", color="auto", fill="auto", **_NOTHING)


def effects(desk: Desk) -> Iterator[Change]:
    """Outlines, shadows and the like."""
    for paragraph in everywhere(desk.subject):
        for run in readable(paragraph.runs):
            for name, label in _EFFECTS.items():
                found = list(desk.runs(paragraph, run.start, run.end)) if getattr(run.look, name) else []
                for properties in found:
                    put(properties, name, val=0)
                if found:
                    yield desk.change(_("hiệu ứng chữ"), None, _(label), _("không có"), paragraph.where)
