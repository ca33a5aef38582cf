"""How styles, lists, tables and defaults work together: from what each place sets to how a paragraph really looks.

It reads styles once and keeps every look that it worked out; it does not read text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from lxml import etree

from generator.docview.direct import (
    BORDER,
    LEVEL,
    LINE,
    LINE_RULE,
    MOST_TABS,
    NUM_ID,
    SIDES,
    TABS,
    Properties,
    paragraph_properties,
)
from generator.docview.direct_words import SIZE_CS, TOGGLES, run_properties
from generator.docview.lists import Level, Lists
from generator.docview.looks import NO_BORDERS, Borders, LineRule, ParagraphLook, RunLook
from generator.docview.markup import Key, key_of, value, w
from generator.docview.styles import Style, Styles

_NOT_LOOKS = frozenset((NUM_ID, LEVEL, LINE, LINE_RULE, TABS, *(BORDER + side for side in SIDES)))
_LINE_FIELDS = frozenset(("line_rule", "line_multiple", "line_height"))
_ONE_LINE = 240


@dataclass(frozen=True, slots=True)
class Layer:
    """What a table's style sets for one cell; equal keys, equal properties."""

    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)
    key: Key = ()


NO_LAYER = Layer()


@dataclass(frozen=True, slots=True)
class Dressed:
    """A paragraph's properties worked out."""

    look: ParagraphLook
    mark: RunLook
    style: Style
    direct: frozenset[str]
    list_id: int | None = None
    list_level: int = 0
    level: Level | None = None
    number: RunLook | None = None
    """Look of its automatic number."""


class Cascade:
    """The one place that knows what wins over what."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles, self._lists = styles, lists
        self._paragraphs: dict[tuple[Key, Key], Dressed] = {}
        self._style_paragraphs: dict[tuple[str, bool], Properties] = {}
        self._runs: dict[tuple[str, Key, Key], RunLook] = {}
        self._style_runs: dict[tuple[str, str, Key], Properties] = {}

    def paragraph(self, element: etree._Element | None, layer: Layer = NO_LAYER) -> Dressed:
        """A `w:pPr`, or none, in a cell whose table's style sets `layer`."""
        key = (key_of(element) if element is not None else (), layer.key)
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = self._dress(element, layer)
        return found

    def run(self, style: str, element: etree._Element | None, layer: Layer = NO_LAYER) -> RunLook:
        """A `w:rPr`, or none, in a paragraph of this style."""
        key = (style, key_of(element) if element is not None else (), layer.key)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = run_look(self._words(style, element, layer))
        return found

    # Paragraphs

    def _dress(self, element: etree._Element | None, layer: Layer) -> Dressed:
        direct = paragraph_properties(element, self._styles.theme)
        named = value(element.find(w("pStyle"))) if element is not None else None
        style = self._styles.paragraph(named)
        list_id, place = self._list_of(style, direct)
        level = self._lists.level(list_id, place)
        is_direct = NUM_ID in direct or LEVEL in direct
        properties = merged(
            (
                self._styles.paragraph_defaults,
                layer.paragraph,
                self._of_style(style, with_lists=not is_direct),
                level.paragraph if is_direct and level is not None else {},
                direct,
            )
        )
        marked = element.find(w("rPr")) if element is not None else None
        number = None
        if level is not None:
            number = run_look(self._words(style.id, marked, layer) | level.run)
        return Dressed(
            look=paragraph_look(properties),
            mark=self.run(style.id, marked, layer),
            style=style,
            direct=_names(direct),
            list_id=list_id if level is not None else None,
            list_level=place,
            level=level,
            number=number,
        )

    def _list_of(self, style: Style, direct: Properties) -> tuple[int | None, int]:
        """List and level: the paragraph's own word, else its style's; a list may also name the style of a level."""
        if NUM_ID in direct:
            return direct[NUM_ID], direct.get(LEVEL, 0)
        styled = self._of_style(style, with_lists=False)
        list_id = styled.get(NUM_ID)
        if LEVEL in direct:
            return list_id, direct[LEVEL]
        return list_id, self._level_of(list_id, self._styles.chain(style), styled)

    def _level_of(self, list_id: int | None, chain: tuple[Style, ...], styled: Properties) -> int:
        for style in reversed(chain):
            place = self._lists.level_of_style(list_id, style.id)
            if place is not None:
                return place
        return int(styled.get(LEVEL, 0))

    def _of_style(self, style: Style, *, with_lists: bool) -> Properties:
        """What a style and those below it set. A list's indents stand just below the style that names the list."""
        key = (style.id, with_lists)
        if key not in self._style_paragraphs:
            found: Properties = {}
            chain = self._styles.chain(style)
            for count, each in enumerate(chain, start=1):
                if with_lists and NUM_ID in each.paragraph:
                    list_id = each.paragraph[NUM_ID]
                    place = self._level_of(list_id, chain[:count], merged((found, each.paragraph)))
                    level = self._lists.level(list_id, place)
                    found = merged((found, level.paragraph if level is not None else {}))
                found = merged((found, each.paragraph))
            self._style_paragraphs[key] = found
        return self._style_paragraphs[key]

    # Words

    def _words(self, paragraph_style: str, element: etree._Element | None, layer: Layer) -> Properties:
        direct = run_properties(element, self._styles.theme)
        named = value(element.find(w("rStyle"))) if element is not None else None
        style = self._styles.character(named)
        key = (paragraph_style, style.id if style is not None else "", layer.key)
        if key not in self._style_runs:
            chain = self._styles.chain(self._styles.paragraph(paragraph_style))
            own = merged(each.run for each in chain)
            character = merged(each.run for each in self._styles.chain(style)) if style is not None else {}
            self._style_runs[key] = styled_words(self._styles.run_defaults, (layer.run, own, character))
        return self._style_runs[key] | direct


def merged(layers: Iterable[Properties]) -> Properties:
    """Later layers over earlier ones; tab stops add up."""
    found: Properties = {}
    for layer in layers:
        tabs = found.get(TABS)
        found.update(layer)
        if tabs is not None and TABS in layer:
            stops = tabs | layer[TABS]
            found[TABS] = dict([*stops.items()][-MOST_TABS:]) if len(stops) > MOST_TABS else stops
    return found


def styled_words(defaults: Properties, levels: Iterable[Properties]) -> Properties:
    """What table, paragraph and character style make of words. Each level that sets a toggle turns it over."""
    levels = tuple(levels)
    found = merged((defaults, *levels))
    for name in TOGGLES & found.keys():
        turned = sum(bool(level.get(name)) for level in levels) % 2 == 1
        found[name] = bool(defaults.get(name)) or turned
    return found


def run_look(properties: Properties) -> RunLook:
    """The values for the kind of script that the words are treated as."""
    found = dict(properties)
    size, bold, italic = found.pop(SIZE_CS, None), found.pop("bold_cs", False), found.pop("italic_cs", False)
    if found.get("complex"):
        found |= {"bold": bold, "italic": italic} | ({"size": size} if size is not None else {})
    return RunLook(**found)


def paragraph_look(properties: Properties) -> ParagraphLook:
    """The look of merged properties: spacing of lines, tab stops and borders put together."""
    found = {name: each for name, each in properties.items() if name not in _NOT_LOOKS}
    stops = properties.get(TABS)
    if stops:
        found["tabs"] = tuple(stop for _position, stop in sorted(stops.items()) if stop is not None)
    sides = {side: properties[BORDER + side] for side in SIDES if BORDER + side in properties}
    line, rule = properties.get(LINE), properties.get(LINE_RULE, LineRule.AUTO)
    if line is None:
        rule = LineRule.AUTO
    is_multiple = rule is LineRule.AUTO
    multiple = Decimal(1) if line is None else Decimal(abs(line.twips)) / _ONE_LINE
    return ParagraphLook(
        **found,
        line_rule=rule,
        line_multiple=multiple if is_multiple else None,
        line_height=None if is_multiple else line,
        borders=Borders(**sides) if sides else NO_BORDERS,
    )


def _names(direct: Properties) -> frozenset[str]:
    """The fields of `ParagraphLook` that were set."""
    names = {name for name in direct if name not in _NOT_LOOKS}
    if direct.keys() & {LINE, LINE_RULE}:
        names |= _LINE_FIELDS
    if TABS in direct:
        names.add("tabs")
    if any(name.startswith(BORDER) for name in direct):
        names.add("borders")
    return frozenset(names)
