"""A component where it stands: the stretches of paragraphs that it is made of, and the lines drawn under it.

It holds values only, frozen; the finders make them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.diagnostics import Location
from generator.docview.blocks import Paragraph
from generator.docview.drawing import Drawing
from generator.docview.looks import Border
from generator.docview.words import Run
from generator.measures import Length
from generator.recognise.names import Name
from generator.vietnamese.unicode import compose, fold_whitespace


class By(StrEnum):
    """What a component was known by, from the surest to the least sure."""

    STYLE = "style"
    """One of our own paragraph styles."""
    WORDING = "wording"
    POSITION = "position"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a paragraph: of a letterhead made with tabs or spaces, one paragraph holds two components."""

    paragraph: Paragraph
    start: int
    stop: int
    """Offsets into `paragraph.text`."""

    @property
    def text(self) -> str:
        """As typed."""
        return self.paragraph.text[self.start : self.stop]

    @property
    def is_whole(self) -> bool:
        """Nothing else is written in its paragraph: its alignment and indents are the component's own."""
        text = self.paragraph.text
        return not text[: self.start].strip() and not text[self.stop :].strip()

    @property
    def words(self) -> tuple[Run, ...]:
        """The runs with something to read of which at least one letter lies in the span."""
        return tuple(
            run
            for run in self.paragraph.runs
            if self.paragraph.text[max(run.start, self.start) : min(run.end, self.stop)].strip()
        )


@dataclass(frozen=True, slots=True)
class Component:
    """A component; its lines are one span each (a long name of a body, a title of two lines)."""

    part: Name
    spans: tuple[Span, ...]
    """At least one, in reading order."""
    by: By

    @property
    def typed(self) -> str:
        """As typed, a span a line."""
        return "\n".join(span.text for span in self.spans)

    @property
    def text(self) -> str:
        """Composed, white space folded, spans joined with a space: what is compared with a known wording."""
        return fold_whitespace(compose(self.typed))

    @property
    def where(self) -> Location:
        """The place of its first span, with its own words as the excerpt."""
        first = self.spans[0]
        if first.is_whole:
            return first.paragraph.where
        return replace(first.paragraph.where, excerpt=fold_whitespace(first.text)[:60])

    @property
    def first(self) -> Paragraph:
        """The paragraph where it begins."""
        return self.spans[0].paragraph

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(span.paragraph for span in self.spans)

    @property
    def words(self) -> tuple[Run, ...]:
        """Every run with something to read: those whose look matters."""
        return tuple(run for span in self.spans for run in span.words)


class LineKind(StrEnum):
    """How a rule on the page was made."""

    BORDER = "border of a paragraph"
    DRAWING = "drawing"
    CHARACTERS = "characters"
    """Typed: underscores, hyphens, dashes."""
    UNDERLINE = "underline"
    """The words themselves, or spaces, are underlined."""
    TABLE = "border of a table"


@dataclass(frozen=True, slots=True)
class Line:
    """A rule that belongs under (of contact lines and copies: above) a component."""

    kind: LineKind
    of: Name
    """What it belongs to: PARTY_TITLE, MOTTO, ISSUER, SUBJECT, CONTACT, COPY_STAMP or COPY_FORM …"""
    paragraph: Paragraph
    """Where it is drawn, typed or anchored."""
    length: Length | None = None
    """None where only a page shows it (typed characters, underlined words)."""
    weight: Length | None = None
    drawing: Drawing | None = None
    border: Border | None = None

    @property
    def where(self) -> Location:
        return self.paragraph.where
