"""Components with a colour of their own. All other words are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import constrained, paths_of
from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.check.words import colour_of, readable
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.recognise.names import Extra

_COLOURED = (
    *(Part.URGENCY, Part.COPY_STAMP, Part.ANNEX_REFERENCE),
    *(Extra.SECRECY, Extra.COPY_SIGNATURE, Extra.ATTACHMENT_SIGNATURE),
)


@rule("components/colour", title=mark("màu của thành phần"), enforces=paths_of("colour", _COLOURED))
def colour(subject: Subject) -> Iterator[Finding]:
    """What it checks: stamps of urgency and the like are red, and what has to be black is black.

    Why: the stamp is red, so that it is seen on the pile.
    Example: “HOẢ TỐC” printed in black.
    What to do: mark the words and choose the colour that the finding names.
    """
    yield from once(
        Finding(
            _("màu chữ không đúng"),
            component.where,
            expected=accepted_text(constraint),
            actual=found,
            path=path,
        )
        for component, path, constraint in constrained(subject, "colour")
        for found in dict.fromkeys(colour_of(run) for run in readable(component.words))
        if not constraint.accepts(found)
    )
