"""Comments that were left in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark


@rule("page/comments", title=mark("nhận xét còn sót"), severity=Severity.WARNING)
def comments(subject: Subject) -> Iterator[Finding]:
    """What it checks: the file has no comments.

    Why: they are printed in the margin, and are not for those who get the document.
    Example: “Xem lại số liệu” beside a table.
    What to do: Review → Delete All Comments.
    """
    found = subject.view.comments
    if found:
        excerpt = found[0].text[:60]
        message = _("còn {count} nhận xét trong tệp").format(count=len(found))
        yield Finding(message, actual=excerpt, hint=_("vào Review → Delete All Comments"))
