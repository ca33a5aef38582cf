"""Bold and regular words of components. Those of running text are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import paths_of, wrong_words
from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule("components/bold", title=mark("chữ đậm của thành phần"), enforces=paths_of("bold"))
def bold(subject: Subject) -> Iterator[Finding]:
    """What it checks: which components are bold, word by word; in sentences single words may be set off.

    Why: the regulation says of each component whether it is bold: the body that issues is, the one above it is not.
    Example: the position of a Party signer in bold.
    What to do: mark the words and press Ctrl+B.
    """
    yield from once(
        Finding(
            _("chữ không được in đậm") if wrong.value else _("chữ phải in đậm"),
            wrong.component.where,
            path=wrong.path,
        )
        for wrong in wrong_words(subject, "bold")
    )
