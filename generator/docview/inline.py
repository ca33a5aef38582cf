"""What stands in a paragraph: its words, marks, fields and drawings, as a reader meets them.

It reads one paragraph; what is written in its text boxes is read by whoever gives `boxed`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from generator.docview.cascade import Cascade, Layer
from generator.docview.drawing import Drawing
from generator.docview.field_stack import FieldStack, OpenField
from generator.docview.looks import RunLook
from generator.docview.markup import MATH, MC, XML_SPACE, R, attribute, chosen, value, w, whole
from generator.docview.words import Field, Run, RunKind

_TEXTS = {
    **{w("tab"): (RunKind.TAB, "\t"), w("ptab"): (RunKind.TAB, "\t"), w("cr"): (RunKind.LINE_BREAK, "\n")},
    **{w("noBreakHyphen"): (RunKind.TEXT, "\u2011"), w("softHyphen"): (RunKind.TEXT, "\u00ad")},
}
_BREAKS = {"page": (RunKind.PAGE_BREAK, "\f"), "column": (RunKind.COLUMN_BREAK, "\v")}
_PLAIN_HOLDERS = frozenset(w(name) for name in ("smartTag", "customXml", "dir", "bdo", "sdtContent", "sdt", "rubyBase"))
_NOTES = (w("footnoteReference"), w("endnoteReference"))
_DRAWN = (w("drawing"), w("pict"), w("object"))
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_MATH_HOLDERS, _MATH_TEXT = (f"{{{MATH}}}oMath", f"{{{MATH}}}oMathPara"), f"{{{MATH}}}t"
_RUN, _TEXT, _PROPERTIES, _STYLE = w("r"), w("t"), w("rPr"), w("rStyle")
_LINK, _SIMPLE_FIELD, _BOOKMARK = w("hyperlink"), w("fldSimple"), w("bookmarkStart")
_INSERTED = (w("ins"), w("moveTo"))
_BREAK, _SYMBOL, _FIELD_MARK, _CODE, _RUBY = w("br"), w("sym"), w("fldChar"), w("instrText"), w("ruby")

_MOST_BOOKMARKS = 1_000
"""Of one paragraph; no more are kept."""

Draws = Callable[[etree._Element], tuple[Drawing, ...]]
"""From a `w:drawing`, `w:pict` or `w:object` to what it shows."""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in one paragraph."""

    text: str
    runs: tuple[Run, ...]
    fields: tuple[Field, ...]
    drawings: tuple[Drawing, ...]
    bookmarks: tuple[str, ...]
    notes: tuple[str, ...]


_Key = tuple[RunLook, RunKind, int | None, int | None, str | None, str | None, bool, str]
"""What runs must have in common to be one: look, kind, field, drawing, link, style, inserted, hidden words."""
_Piece = tuple[_Key, list[str]]


class Inline:
    """Reads one paragraph and is thrown away."""

    def __init__(
        self,
        cascade: Cascade,
        style: str,
        layer: Layer,
        fields: FieldStack,
        links: Mapping[str, str],
        draws: Draws,
    ) -> None:
        self._cascade, self._style, self._layer = cascade, style, layer
        self._stack, self._links, self._draws = fields, links, draws
        self._pieces: list[_Piece] = []
        self._length = 0
        self._fields: list[Field] = []
        self._ends: list[int | None] = []
        self._drawings: list[Drawing] = []
        self._bookmarks: list[str] = []
        self._notes: list[str] = []
        self._link: str | None = None
        self._is_inserted = False

    def read(self, paragraph: etree._Element) -> Content:
        self._children(paragraph)
        for unfinished in self._stack.unfinished:
            self._keep(unfinished, None)
        self._stack.end_paragraph()
        runs, start = [], 0
        for (look, kind, field, drawing, link, style, is_inserted, hidden), texts in self._pieces:
            text = "".join(texts)
            runs.append(Run(text, look, start, kind, field, drawing, hidden, link, style, is_inserted))
            start += len(text)
        text = "".join([run.text for run in runs])
        fields = tuple(
            replace(each, result=text[each.start : end], is_open=end is None)
            for each, end in zip(self._fields, self._ends, strict=True)
        )
        marks = (tuple(self._drawings), tuple(self._bookmarks), tuple(self._notes))
        return Content(text, tuple(runs), fields, *marks)

    def _children(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag in _PLAIN_HOLDERS:
                self._children(child)
            elif tag == _LINK:
                self._within(child, link=self._target(child))
            elif tag in _INSERTED:
                self._within(child, is_inserted=True)
            elif tag == _SIMPLE_FIELD:
                self._simple_field(child)
            elif tag == _BOOKMARK and len(self._bookmarks) < _MOST_BOOKMARKS:
                self._bookmarks.append(attribute(child, "name") or "")
            elif tag == _ALTERNATIVES:
                shown = chosen(child)
                if shown is not None:
                    self._children(shown)
            elif tag in _MATH_HOLDERS:
                look = self._cascade.run(self._style, None, self._layer)
                self._add("".join(text.text or "" for text in child.iter(_MATH_TEXT)), look, None)

    def _within(self, element: etree._Element, link: str | None = None, is_inserted: bool = False) -> None:
        before = self._link, self._is_inserted
        self._link, self._is_inserted = link or self._link, is_inserted or self._is_inserted
        self._children(element)
        self._link, self._is_inserted = before

    def _target(self, link: etree._Element) -> str | None:
        anchor = attribute(link, "anchor")
        target = self._links.get(link.get(f"{{{R}}}id") or "", "")
        return target + (f"#{anchor}" if anchor else "") or None

    # Runs

    def _run(self, run: etree._Element) -> None:
        properties = run.find(_PROPERTIES)
        look = self._cascade.run(self._style, properties, self._layer)
        style = value(properties.find(_STYLE)) if properties is not None else None
        self._run_children(run, look, style)

    def _run_children(self, run: etree._Element, look: RunLook, style: str | None) -> None:
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                self._add(_text(child), look, style)
            elif tag in _TEXTS:
                self._add(_TEXTS[tag][1], look, style, _TEXTS[tag][0])
            elif tag == _BREAK:
                kind, text = _BREAKS.get(attribute(child, "type") or "", (RunKind.LINE_BREAK, "\n"))
                self._add(text, look, style, kind)
            elif tag == _SYMBOL:
                self._add(_symbol(child), look, style, RunKind.SYMBOL)
            elif tag in _NOTES:
                self._notes.append(attribute(child, "id") or "")
                self._add("", look, style, RunKind.NOTE)
            elif tag in _DRAWN:
                self._draw(child, look, style)
            elif tag == _FIELD_MARK:
                self._field_mark(attribute(child, "fldCharType"))
            elif tag == _CODE:
                self._stack.write(child.text or "")
            elif tag == _RUBY:
                self._children(child)
            elif tag == _ALTERNATIVES:
                shown = chosen(child)
                if shown is not None:
                    self._run_children(shown, look, style)

    def _add(
        self,
        text: str,
        look: RunLook,
        style: str | None,
        kind: RunKind = RunKind.TEXT,
        drawing: int | None = None,
    ) -> None:
        if self._stack.is_code or (not text and kind is RunKind.TEXT):
            return
        hidden, text = (text, "") if look.hidden else ("", text)
        self._length += len(text)
        key = (look, kind, self._stack.index, drawing, self._link, style, self._is_inserted, hidden)
        if kind is RunKind.TEXT and not hidden and self._pieces and self._pieces[-1][0] == key:
            self._pieces[-1][1].append(text)
        else:
            self._pieces.append((key, [text]))

    def _draw(self, element: etree._Element, look: RunLook, style: str | None) -> None:
        # A drawing in a field's code is not shown; its text boxes are not read either.
        if self._stack.is_code:
            return
        for drawing in self._draws(element):
            self._drawings.append(drawing)
            self._add("", look, style, RunKind.DRAWING, len(self._drawings) - 1)

    # Fields

    def _field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            if self._stack.begin(len(self._fields)):
                self._fields.append(Field("", "", self._length))
                self._ends.append(None)
        elif kind == "separate":
            self._keep(self._stack.separate(), self._length)
        elif kind == "end":
            ended = self._stack.end()
            self._keep(ended, None if ended is not None and ended.is_result else self._length)
            if ended is not None and ended.index is not None:
                self._ends[ended.index] = self._length

    def _keep(self, field: OpenField | None, start: int | None) -> None:
        """Its code, and where its result starts."""
        if field is not None and field.index is not None:
            known = self._fields[field.index]
            code = "".join(field.code).strip()
            self._fields[field.index] = replace(known, code=code, start=known.start if start is None else start)

    def _simple_field(self, element: etree._Element) -> None:
        self._field_mark("begin")
        self._stack.write(attribute(element, "instr") or "")
        self._field_mark("separate")
        self._children(element)
        self._field_mark("end")


def _text(element: etree._Element) -> str:
    text = element.text or ""
    if element.get(XML_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.replace("\n", " ") if "\n" in text else text


def _symbol(element: etree._Element) -> str:
    code = attribute(element, "char") or ""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return chr(point) if whole(str(point), 0x20, 0xFFFD) and not 0xD800 <= point <= 0xDFFF else ""
