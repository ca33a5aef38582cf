"""Macros, controls and what a file fetches from outside. Milder things are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import mark


@rule("page/active-content", title=mark("nội dung chủ động"))
def active_content(subject: Subject) -> Iterator[Finding]:
    """What it checks: the file holds no macros or controls, and fetches nothing when it is opened.

    Why: a document is to be read for years, on any computer; what runs or fetches is a danger, and blocked by most.
    Example: a picture that is linked to a folder of the author's computer; a macro of an old letter template.
    What to do: save as .docx without macros; insert the picture itself.
    """
    for each in subject.view.findings:
        if each.severity is Severity.ERROR:
            yield Finding(each.message, each.where, hint=each.hint)
