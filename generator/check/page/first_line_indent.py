"""How far first lines are indented. Indents of other components are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import PROSE, prose
from generator.check.page.sheet import TOLERANCE, millimetres
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.blocks import Paragraph
from generator.docview.looks import Alignment
from generator.measures import Length
from generator.messages import _, mark
from generator.profile.constraint import accepted_text


@rule(
    "page/first-line-indent",
    title=mark("thụt đầu dòng"),
    enforces=tuple(f"{part}.first_line_indent" for part in PROSE),
)
def first_line_indent(subject: Subject) -> Iterator[Finding]:
    """What it checks: where the first line of every paragraph of the text begins, and that the other lines begin at
    the margin. Centred lines, and lines that begin with a tab or spaces, are left aside.

    Why: the regulation gives the indent of first lines, and says nothing of others.
    Example: 0 mm and a blank line between paragraphs, as in letters; lists whose every line is indented.
    What to do: Paragraph → Indentation: left 0, “First line” as the finding says.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for each in prose(subject):
        path, look = f"{each.part}.first_line_indent", each.paragraph.look
        if not subject.profile.has(path) or look.alignment in (Alignment.CENTER, Alignment.RIGHT):
            continue
        if each.paragraph.text[:1].isspace():
            continue
        constraint = subject.profile.constraint(path)
        begins = _begins(each.paragraph)
        if not constraint.accepts(begins, tolerance=TOLERANCE):
            yield Finding(
                _("thụt đầu dòng không đúng"),
                each.paragraph.where,
                expected=accepted_text(constraint),
                actual=millimetres(begins),
                path=path,
            )
        elif abs(look.left) > TOLERANCE:
            yield Finding(
                _("cả đoạn thụt vào, không chỉ dòng đầu"),
                each.paragraph.where,
                expected=millimetres(Length(0)),
                actual=millimetres(look.left),
                path=path,
            )


def _begins(paragraph: Paragraph) -> Length:
    return Length(paragraph.look.left + paragraph.look.first_line)
