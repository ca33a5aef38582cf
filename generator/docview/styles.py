"""The styles of a document: what each sets, which it builds on, and the defaults below all of them.

It lays nothing over anything: `cascade` does. A chain that bites its tail ends where it would begin anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from generator.docview.direct import NUM_ID, Properties, paragraph_properties
from generator.docview.direct_words import run_properties
from generator.docview.markup import attribute, value, w
from generator.docview.theme import Theme

PARAGRAPH, CHARACTER, TABLE, LIST = "paragraph", "character", "table", "numbering"
_LONGEST_CHAIN = 50
"""Of styles built upon styles; Word itself makes no longer ones than a dozen."""


@dataclass(frozen=True, slots=True)
class Style:
    id: str = ""
    name: str = ""
    kind: str = PARAGRAPH
    based_on: str = ""
    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)
    element: etree._Element | None = None
    """For what only tables have."""


class Styles:
    """All styles, each read when it is first asked for."""

    def __init__(self, root: etree._Element | None, theme: Theme) -> None:
        self.theme = theme
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._read: dict[tuple[str, str], Style] = {}
        self._chains: dict[tuple[str, str], tuple[Style, ...]] = {}
        self._defaults: dict[str, str] = {}
        for element in root.iterchildren(w("style")) if root is not None else ():
            kind, identifier = attribute(element, "type") or PARAGRAPH, attribute(element, "styleId") or ""
            self._elements.setdefault((kind, identifier), element)
            if (attribute(element, "default") or "0") in ("1", "true", "on"):
                self._defaults[kind] = identifier
        defaults = root.find(w("docDefaults")) if root is not None else None
        paragraph = defaults.find(f"{w('pPrDefault')}/{w('pPr')}") if defaults is not None else None
        run = defaults.find(f"{w('rPrDefault')}/{w('rPr')}") if defaults is not None else None
        self.paragraph_defaults = paragraph_properties(paragraph, theme)
        self.run_defaults = run_properties(run, theme)

    def paragraph(self, identifier: str | None) -> Style:
        """The style of a paragraph: the default one where it names none, or one that is not there."""
        return self._get(PARAGRAPH, identifier) or self._get(PARAGRAPH, self._defaults.get(PARAGRAPH)) or Style()

    def character(self, identifier: str | None) -> Style | None:
        return self._get(CHARACTER, identifier) or self._get(CHARACTER, self._defaults.get(CHARACTER))

    def table(self, identifier: str | None) -> Style | None:
        return self._get(TABLE, identifier) or self._get(TABLE, self._defaults.get(TABLE))

    def chain(self, style: Style) -> tuple[Style, ...]:
        """What it builds on, from the first to itself."""
        key = (style.kind, style.id)
        found = self._chains.get(key)
        if found is None:
            steps, seen = [style], {style.id}
            while len(steps) < _LONGEST_CHAIN:
                below = self._get(style.kind, steps[-1].based_on)
                if below is None or below.id in seen:
                    break
                steps.append(below)
                seen.add(below.id)
            found = self._chains[key] = tuple(reversed(steps))
        return found

    def list_styles(self) -> dict[str, int]:
        """The lists that list styles stand for, by style id."""
        found = {}
        for kind, identifier in self._elements:
            style = self._get(kind, identifier) if kind == LIST else None
            if style is not None and NUM_ID in style.paragraph:
                found[identifier] = int(style.paragraph[NUM_ID])
        return found

    def _get(self, kind: str, identifier: str | None) -> Style | None:
        key = (kind, identifier or "")
        element = self._elements.get(key)
        if element is None:
            return None
        if key not in self._read:
            self._read[key] = Style(
                id=key[1],
                name=value(element.find(w("name"))) or key[1],
                kind=kind,
                based_on=value(element.find(w("basedOn"))) or "",
                paragraph=paragraph_properties(element.find(w("pPr")), self.theme),
                run=run_properties(element.find(w("rPr")), self.theme),
                element=element,
            )
        return self._read[key]
