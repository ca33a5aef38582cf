"""That the rules on the page are drawn. How they are made, and how long and thick, are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.ruled import RULED
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.words import Story
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component


@rule("components/line-missing", title=mark("thiếu đường kẻ"), enforces=[f"{part}_rule.line" for part in RULED])
def line_missing(subject: Subject) -> Iterator[Finding]:
    """What it checks: that a line is drawn under the title or the motto, and where the regulation wants it under the
    body, under the subject and above the contact line. A border, a drawing, underlined words and typed signs all count.

    Why: the line is part of the component; only a minor one (of an official letter) has none.
    Example: a State document with nothing under “Độc lập - Tự do - Hạnh phúc”.
    What to do: draw the line that is named.
    """
    recognised = subject.recognised
    for part, label in RULED.items():
        path = f"{part}_rule.line"
        component = recognised.first(part)
        if component is None or not subject.profile.has(path) or recognised.line_of(part) is not None:
            continue
        if component.first.seat.story is not Story.BODY and _drawn_beside(subject, component):
            continue
        if not (part is Part.ISSUER and recognised.line_of(Part.PARENT_BODY, Part.NUMBER)):
            yield Finding(_("thiếu {line}").format(line=_(label)), component.where, path=path)


def _drawn_beside(subject: Subject, component: Component) -> bool:
    """In a footer every line counts: there is nothing else that it could belong to."""
    stories = [beside for section in subject.view.sections for beside in section.footers.values()]
    there = [each for beside in stories if component.first in beside.paragraphs for each in beside.paragraphs]
    return any(each.look.borders.drawn or each.drawings for each in there)
