"""Upright and italic words of components. Those of running text are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import paths_of, wrong_words
from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule("components/italic", title=mark("chữ nghiêng của thành phần"), enforces=paths_of("italic"))
def italic(subject: Subject) -> Iterator[Finding]:
    """What it checks: which components are in italics, word by word; in sentences single words may be set off.

    Why: the regulation says of each component whether it is upright or in italics.
    Example: an upright date line; the bases of a Party document in italics, as the State has them.
    What to do: mark the words and press Ctrl+I.
    """
    yield from once(
        Finding(
            _("chữ không được in nghiêng") if wrong.value else _("chữ phải in nghiêng"),
            wrong.component.where,
            path=wrong.path,
        )
        for wrong in wrong_words(subject, "italic")
    )
