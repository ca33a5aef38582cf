"""Words on a coloured ground. Their own colour is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import everywhere
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.blocks import Paragraph
from generator.messages import _, mark

_WHITE = frozenset((None, "FFFFFF", "auto", "none", "white"))


@rule("page/marked-text", title=mark("chữ tô nền"), severity=Severity.WARNING)
def marked_text(subject: Subject) -> Iterator[Finding]:
    """What it checks: highlighted words, and words or whole paragraphs with a shade behind them; tables are free.

    Why: a marker's yellow is a note of somebody who worked on the text; on a copy it becomes a grey bar.
    Example: a figure highlighted in yellow because it was still to be confirmed.
    What to do: settle what was marked, then take the highlight away.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for paragraph in everywhere(subject):
        colour = _ground(paragraph)
        if colour is not None:
            yield Finding(_("chữ có tô nền"), paragraph.where, actual=colour, hint=_("bỏ tô nền"))


def _ground(paragraph: Paragraph) -> str | None:
    in_table = paragraph.seat.depth > 0
    for run in paragraph.words:
        grounds = (run.look.highlight, None if in_table else run.look.shading)
        found = next((ground for ground in grounds if ground not in _WHITE), None)
        if found is not None:
            return found
    whole = paragraph.look.shading
    return whole if whole not in _WHITE and paragraph.words and not in_table else None
