"""The properties of words and paragraphs under the names that the profile has for them.

It judges nothing: rules compare what it gives with a constraint.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.docview.blocks import Paragraph
from generator.docview.looks import AUTO, Alignment
from generator.docview.words import Run, RunKind
from generator.messages import _
from generator.profile.constraint import Constraint
from generator.profile.values import Value, written

ONE_LINE = 60
"""A text of so many characters at most stands on one line of 14 pt: how it would be spread is not to be seen."""
_BLACK = "000000"
_NAMES = {Alignment.BOTH: "justified", Alignment.DISTRIBUTE: "distributed"}


def value_of(run: Run, key: str) -> Value:
    """`size`, `bold`, `italic` or `underline` of a run."""
    if key == "size":
        return run.look.size
    return bool(getattr(run.look, key))


def colour_of(run: Run) -> str:
    """As the profile writes it: nobody's colour is black on paper."""
    return _BLACK if run.look.color == AUTO else run.look.color


def readable(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Those of which letters or digits are read: how a comma looks nobody sees. Raised numbers are notes."""
    return tuple(
        run for run in runs if run.kind is RunKind.TEXT and has_letters(run.text) and run.look.vertical is None
    )


def has_letters(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def named(alignment: Alignment) -> str:
    """An alignment in the words of the profile."""
    return _NAMES.get(alignment, alignment.value)


def aligned(alignment: Alignment) -> str:
    """An alignment for people."""
    return _("giãn cách từng chữ") if alignment is Alignment.DISTRIBUTE else written(named(alignment))


def alignment_fits(constraint: Constraint, paragraph: Paragraph) -> bool:
    """Accepted, or not to be told from what is: the last line of justified text is at the left anyway."""
    alignment = paragraph.look.alignment
    if constraint.accepts(named(alignment)):
        return True
    if alignment is Alignment.BOTH:
        return constraint.accepts("left")
    is_short = len(paragraph.text.strip()) <= ONE_LINE and "\n" not in paragraph.text
    return alignment is Alignment.LEFT and is_short and constraint.accepts("justified")
