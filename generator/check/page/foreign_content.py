"""Embedded files, templates at other places, and what could not be read. Active content is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import mark


@rule("page/foreign-content", title=mark("nội dung từ nơi khác"), severity=Severity.WARNING)
def foreign_content(subject: Subject) -> Iterator[Finding]:
    """What it checks: the file embeds no other files, hangs on no template elsewhere, refers to nothing that it lacks.

    Why: such parts are lost when the file is sent, converted or filed.
    Example: an Excel table that was pasted as an object.
    What to do: paste tables as tables and pictures as pictures; detach the template.
    """
    for each in subject.view.findings:
        if each.severity is Severity.WARNING:
            yield Finding(each.message, each.where, hint=each.hint)
