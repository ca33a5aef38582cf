"""Indents of components. First lines of running text are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import constrained, paths_of
from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.blocks import Paragraph
from generator.docview.looks import Alignment
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.profile.values import written
from generator.recognise.component import Component

_TOLERANCE = Length.from_mm(0.5)
"""The values behind this rule are nobody's law; half a millimetre is not worth a word."""
_OFF_CENTRE = Length.from_mm(4)
"""An indent of so much moves centred words by half of it, which the eye sees: Word's centred text keeps the indent of
its first line."""
_INDENTED = (Part.ADDRESSEE, Part.ADDRESSEE_NAMES, Part.RECIPIENTS_LABEL)
_KEYS = {"left_indent": mark("thụt trái không đúng"), "hanging": mark("thụt dòng sau không đúng")}


@rule(
    "components/indents",
    title=mark("thụt lề của thành phần"),
    enforces=(*paths_of("left_indent", _INDENTED), *paths_of("hanging", (Part.RECIPIENTS,))),
    severity=Severity.WARNING,
)
def indents(subject: Subject) -> Iterator[Finding]:
    """What it checks: the indents of addressees and recipients, and that centred components are not moved off the
    middle by an indent.

    Why: a centred title that kept the indent of a first line stands half of it too far to the right.
    Example: “KẾ HOẠCH” centred, with a first line of 12,7 mm.
    What to do: Paragraph → Indentation: “none” for centred lines.
    """
    yield from once(_wrong(subject))
    yield from once(_off_centre(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for key, message in _KEYS.items():
        for component, path, constraint in constrained(subject, key):
            for paragraph in _own(component):
                actual = _indent(paragraph, key)
                if not constraint.accepts(actual, tolerance=_TOLERANCE):
                    yield Finding(
                        _(message),
                        component.where,
                        expected=accepted_text(constraint),
                        actual=written(actual),
                        path=path,
                    )


def _off_centre(subject: Subject) -> Iterator[Finding]:
    for component, path, constraint in constrained(subject, "alignment"):
        if not constraint.accepts("center"):
            continue
        for paragraph in _own(component):
            look = paragraph.look
            moved = look.left + max(look.first_line, 0) - look.right
            if look.alignment is Alignment.CENTER and abs(moved) > _OFF_CENTRE:
                hint = _("bỏ thụt đầu dòng và thụt trái")
                yield Finding(_("dòng căn giữa bị lệch vì thụt lề"), component.where, hint=hint, path=path)


def _indent(paragraph: Paragraph, key: str) -> Length:
    look = paragraph.look
    if key == "hanging":
        return Length(max(-look.first_line, 0))
    return Length(look.left + min(look.first_line, 0))


def _own(component: Component) -> tuple[Paragraph, ...]:
    return component.paragraphs if all(span.is_whole for span in component.spans) else ()
