"""From a file to its picture: the one way into `docview`.

It reads only; what cannot be looked at is a `Faulty` with one clear finding.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from generator.docview.active import Watch
from generator.docview.blocks import Paragraph
from generator.docview.budget import Budget
from generator.docview.cascade import Cascade
from generator.docview.facts import generator_of, read_fonts, read_properties, read_settings
from generator.docview.lists import Lists
from generator.docview.markup import attribute, w
from generator.docview.parts import Parts, open_parts
from generator.docview.sections import read_sections
from generator.docview.story import Shelf, StoryReader
from generator.docview.styles import Styles
from generator.docview.table_styles import TableStyles
from generator.docview.theme import read_theme
from generator.docview.view import Beside, DocView, Note, Section
from generator.docview.words import Story
from generator.messages import _, mark

BODY = mark("thân văn bản")
"""The places in a document, as people call them."""
_BESIDE_WORDS = {Story.HEADER: mark("đầu trang"), Story.FOOTER: mark("chân trang")}
_NOTES = {
    Story.FOOTNOTE: ("footnotes", "footnote", mark("chú thích")),
    Story.ENDNOTE: ("endnotes", "endnote", mark("chú thích cuối")),
    Story.COMMENT: ("comments", "comment", mark("nhận xét")),
}
_CHANGES = tuple(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "numberingChange"),
    )
)


def open_view(file: Path) -> DocView:
    """The picture of a DOCX file; a file that is none, is damaged or over the limits is a `Faulty`."""
    with _uncollected():
        return _Opening(open_parts(file)).view()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for circular garbage: it would go through all that is kept, again and again, and find none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass(slots=True)
class _Opening:
    parts: Parts
    watch: Watch = field(init=False)
    changes: int = 0
    _beside: dict[tuple[str, str, Story], Beside] = field(default_factory=dict)
    _all: list[Paragraph] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.watch = Watch(self.parts)

    def view(self) -> DocView:
        parts = self.parts
        root = parts.main_tree()
        body = root.find(w("body"))
        assert body is not None
        self.watch.look_at_package()
        self._look_at(root, parts.main)
        settings = self._part("settings")
        shelf = self._shelf(settings)
        reader = StoryReader(shelf, Story.BODY, parts.targets(parts.main))
        blocks = reader.read(body, _(BODY))
        sections = self._sections(shelf, reader, len(blocks), body.find(w("sectPr")))
        notes = {story: self._notes(shelf, story) for story in _NOTES}
        facts = self._facts(settings, shelf)
        self.watch.look_at_fields([*self._all, *reader.paragraphs])
        return DocView(
            file=parts.file,
            blocks=blocks,
            paragraphs=tuple(reader.paragraphs),
            tables=tuple(reader.tables),
            sections=sections,
            footnotes=notes[Story.FOOTNOTE],
            endnotes=notes[Story.ENDNOTE],
            comments=notes[Story.COMMENT],
            **facts,
            tracked_changes=self.changes,
            findings=tuple(parts.findings),
        )

    def _sections(
        self, shelf: Shelf, reader: StoryReader, blocks: int, last: etree._Element | None
    ) -> tuple[Section, ...]:
        def beside(story: Story, kind: str, identifier: str) -> Beside | None:
            return self._header(shelf, story, kind, identifier)

        return read_sections(reader.breaks, last, blocks, shelf.theme, beside)

    def _facts(self, settings: etree._Element | None, shelf: Shelf) -> dict[str, Any]:
        """What the file says of itself."""
        core, application = self._package_part("core-properties"), self._package_part("extended-properties")
        return {
            "properties": read_properties(core, application),
            "settings": read_settings(settings),
            "fonts": read_fonts(self.parts.tree(self.parts.linked("fontTable"))),
            "major_font": shelf.theme.font("majorHAnsi") or "",
            "minor_font": shelf.theme.font("minorHAnsi") or "",
            "generator": generator_of(application),
        }

    def _look_at(self, root: etree._Element, part: str) -> None:
        self.watch.look_at_elements(root, part)
        self.changes += sum(1 for _change in root.iter(*_CHANGES))

    def _part(self, kind: str) -> etree._Element | None:
        """A part that the main one points to, looked at."""
        name = self.parts.linked(kind)
        root = self.parts.tree(name)
        if root is not None and name is not None:
            self._look_at(root, name)
        return root

    def _package_part(self, kind: str) -> etree._Element | None:
        links = self.parts.links("").values()
        return self.parts.tree(next((link.target for link in links if link.kind == kind and not link.external), None))

    def _shelf(self, settings: etree._Element | None) -> Shelf:
        parts = self.parts
        theme = read_theme(parts.tree(parts.linked("theme")), settings)
        styles = Styles(parts.tree(parts.linked("styles")), theme)
        lists = Lists(self._part("numbering"), theme, styles.list_styles())
        return Shelf(parts.file, Budget(parts.file), Cascade(styles, lists), lists, TableStyles(styles), theme)

    def _header(self, shelf: Shelf, story: Story, kind: str, identifier: str) -> Beside | None:
        """A header or footer of a section; read once, however many sections show it."""
        link = self.parts.links(self.parts.main).get(identifier)
        name = self.parts.package.find(link.target) if link is not None and not link.external else None
        if name is None:
            return None
        key = (name, kind, story)
        if key not in self._beside:
            root = self.parts.tree(name)
            if root is None:
                return None
            self._look_at(root, name)
            reader = StoryReader(shelf, story, self.parts.targets(name))
            blocks = reader.read(root, _(_BESIDE_WORDS[story]))
            self._all += reader.paragraphs
            self._beside[key] = Beside(story, kind, name, blocks, tuple(reader.paragraphs))
        return self._beside[key]

    def _notes(self, shelf: Shelf, story: Story) -> tuple[Note, ...]:
        kind, tag, words = _NOTES[story]
        name = self.parts.linked(kind)
        root = self._part(kind)
        if root is None or name is None:
            return ()
        found = []
        targets = self.parts.targets(name)
        # The lines that Word draws above notes are notes too, of a type.
        plain = (note for note in root.iterchildren(w(tag)) if attribute(note, "type") in (None, "normal"))
        for number, note in enumerate(plain, start=1):
            reader = StoryReader(shelf, story, targets)
            blocks = reader.read(note, _(words) + _(" số {number}").format(number=number))
            self._all += reader.paragraphs
            author = attribute(note, "author") or ""
            found.append(Note(attribute(note, "id") or "", story, blocks, tuple(reader.paragraphs), author))
        return tuple(found)
