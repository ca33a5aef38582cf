"""Components in capitals, and those that are not. Capitals within sentences are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import LOOKED_AT, constrained
from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component
from generator.vietnamese.unicode import compose

_OF_WORDING = frozenset((Part.NUMBER, Part.SIGNER_NAME, Part.COPY_NUMBER))
"""Part of their wording, and judged with it."""
_A_CODE = 5
"""Letters. So short a text in capitals is an abbreviation as likely as not."""


@rule(
    "components/capitals",
    title=mark("chữ in hoa của thành phần"),
    enforces=tuple(f"{name}.case" for name in LOOKED_AT if name not in _OF_WORDING),
)
def capitals(subject: Subject) -> Iterator[Finding]:
    """What it checks: components that the regulation has in capitals hold no small letter as printed, and those in
    sentence case are not in capitals from end to end.

    Why: the regulation's table says of each component “in hoa” or “in thường”.
    Example: the body that issues as “Quận ủy Cái Răng”; a subject in capitals.
    What to do: mark the words and press Shift+F3 until they are as the finding says.
    """
    if subject.recognised.encoding is None:  # of an old encoding no letter is what its code says
        yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for component, path, constraint in constrained(subject, "case"):
        if component.part in _OF_WORDING:
            continue
        text = printed(component)
        if not constraint.accepts("sentence") and not constraint.accepts("as_written"):
            if any(letter.islower() for letter in text):
                yield Finding(_("thành phần này phải viết hoa"), component.where, actual=component.text, path=path)
        elif not constraint.accepts("upper") and not constraint.accepts("as_written"):
            letters = [letter for letter in text if letter.isalpha()]
            if len(letters) > _A_CODE and "".join(letters).isupper():
                yield Finding(_("thành phần này phải viết thường"), component.where, actual=component.text, path=path)


def printed(component: Component) -> str:
    """Its text with what Word prints as capitals in capitals; small capitals stay small letters."""
    pieces: list[str] = []
    for span in component.spans:
        for run in span.words:
            text = span.paragraph.text[max(run.start, span.start) : min(run.end, span.stop)]
            pieces.append(text.upper() if run.look.caps else text)
    return compose(" ".join(pieces))
