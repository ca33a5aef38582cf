"""That the text mentions its annexes. Where it should do so only a reader can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import folded, prose
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part

_MENTION = re.compile(r"phụ lục|kèm theo|đính kèm|biểu mẫu|mẫu biểu", re.IGNORECASE)


@rule(
    "components/annex-mentioned",
    title=mark("nhắc đến phụ lục"),
    enforces=["annex_label.position"],
    severity=Severity.WARNING,
)
def annex_mentioned(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the text of a document with annexes mentions them: “phụ lục”, “kèm theo”, or a title.

    Why: the regulations ask for it: nobody looks for what is not mentioned.
    Example: a plan with “Phụ lục I” behind and no word of it in the text.
    What to do: say in the text where the annex is used.
    """
    annexes = [
        each for each in subject.recognised.annexes if each.label is not None and each.label.part == Part.ANNEX_LABEL
    ]
    if not annexes:
        return
    texts = [each.text for each in prose(subject) if not subject.recognised.is_in_annex(each)]
    titles = [folded(each.title.text).casefold() for each in annexes if each.title is not None]
    if not any(_MENTION.search(text) or any(title in folded(text).casefold() for title in titles) for text in texts):
        label = annexes[0].label
        if label is not None:
            yield Finding(_("nội dung không nhắc đến phụ lục"), label.where, path="annex_label.position")
