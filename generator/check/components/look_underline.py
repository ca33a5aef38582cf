"""Underlined words of components. Those of running text are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import paths_of, wrong_words
from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule("components/underline", title=mark("gạch chân của thành phần"), enforces=paths_of("underline"))
def underline(subject: Subject) -> Iterator[Finding]:
    """What it checks: which components are underlined; in sentences single words may be set off.

    Why: only “Nơi nhận” of a Party document is underlined. A line under a title is drawn, for an underline is no line.
    Example: “Độc lập - Tự do - Hạnh phúc” underlined; “Nơi nhận:” of a Party document without its underline.
    What to do: mark the words and press Ctrl+U; draw the line under a title as a line.
    """
    yield from once(
        Finding(
            _("chữ không được gạch chân") if wrong.value else _("chữ phải gạch chân"),
            wrong.component.where,
            path=wrong.path,
        )
        for wrong in wrong_words(subject, "underline")
    )
