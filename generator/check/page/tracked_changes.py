"""Changes that nobody has accepted or refused."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark


@rule("page/tracked-changes", title=mark("sửa đổi chưa chấp nhận"), severity=Severity.WARNING)
def tracked_changes(subject: Subject) -> Iterator[Finding]:
    """What it checks: no insertion, deletion or change of format is still tracked.

    Why: whoever gets the file reads what was struck out; and which text is the document nobody knows.
    Example: a plan sent out with the corrections of three people.
    What to do: Review → Accept All Changes, then stop tracking.
    """
    count = subject.view.tracked_changes
    if count:
        first = next((each for each in subject.view.paragraphs if any(run.is_inserted for run in each.runs)), None)
        message = _("còn {count} sửa đổi chưa chấp nhận").format(count=count)
        hint = _("vào Review → Accept All Changes")
        yield Finding(message, first.where, hint=hint) if first else Finding(message, hint=hint)
