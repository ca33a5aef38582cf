"""The sizes of components. That of running text, tables and page numbers is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.look_words import paths_of, wrong_words
from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text
from generator.profile.values import written


@rule("components/size", title=mark("cỡ chữ của thành phần"), enforces=paths_of("size"))
def size(subject: Subject) -> Iterator[Finding]:
    """What it checks: the size of every word of every component; raised numbers of notes are left aside.

    Why: the regulation has a table of sizes, a row for each component.
    Example: the number of a State document in 14 pt, where 13 pt is meant.
    What to do: mark the words and set the size that the finding names.
    """
    yield from once(
        Finding(
            _("cỡ chữ không đúng"),
            wrong.component.where,
            expected=accepted_text(wrong.constraint),
            actual=written(wrong.value),
            path=wrong.path,
        )
        for wrong in wrong_words(subject, "size")
    )
