"""What a directive, a dispatch and minutes print and in which order.

It does not number by hand: `outline` makes every marker.
"""

from __future__ import annotations

from generator.model.content import Passage
from generator.model.letters import Directive, Dispatch, Minutes
from generator.render.outline import Outline


def write_directive(outline: Outline, directive: Directive) -> None:
    """The situation, the tasks as `1.`, `2.` …, and who sees to them."""
    outline.passages(directive.lead, parent=0)
    outline.passages((Passage.model_construct({"sections"}, sections=directive.tasks),), parent=0)
    outline.passages(directive.closing, parent=0)


def write_dispatch(outline: Outline, dispatch: Dispatch) -> None:
    outline.passages(dispatch.content, parent=0)


def write_minutes(outline: Outline, minutes: Minutes) -> None:
    """What goes before, the sections, and how the meeting ended."""
    outline.passages(minutes.lead, parent=0)
    for number, section in enumerate(minutes.sections, 1):
        outline.section(number, section.title)
        outline.passages(section.lead, parent=0)
        outline.free(section, 0)
        outline.passages(section.closing, parent=0)
    outline.passages(minutes.closing, parent=0)
