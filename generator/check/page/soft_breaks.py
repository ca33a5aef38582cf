"""Lines broken by hand within running text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import prose
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark


@rule("page/soft-breaks", title=mark("ngắt dòng bằng tay"), severity=Severity.WARNING)
def soft_breaks(subject: Subject) -> Iterator[Finding]:
    """What it checks: no line of the text is broken with Shift+Enter.

    Why: the line above such a break is torn apart by justification, and what follows is no paragraph of its own: it
    has neither indent nor gap.
    Example: an enumeration whose items are parted by Shift+Enter.
    What to do: put a paragraph mark (Enter) where a paragraph ends, and nothing where it does not.
    """
    yield from once(
        Finding(_("dòng bị ngắt bằng Shift+Enter"), each.paragraph.where, hint=_("thay bằng Enter, hoặc bỏ đi"))
        for each in prose(subject)
        if "\n" in each.paragraph.text.strip()
    )
