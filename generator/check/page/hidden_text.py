"""Words that are in the file and not on paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import everywhere
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark


@rule("page/hidden-text", title=mark("chữ ẩn"), severity=Severity.WARNING)
def hidden_text(subject: Subject) -> Iterator[Finding]:
    """What it checks: no words have the attribute “Hidden”.

    Why: whoever gets the file can show them with one click.
    Example: a remark that was hidden in place of being deleted.
    What to do: show hidden text (Ctrl+Shift+8) and delete it.
    """
    yield from once(
        Finding(_("có chữ ẩn"), paragraph.where, hint=_("bấm Ctrl+Shift+8 để thấy chữ ẩn rồi xóa"))
        for paragraph in everywhere(subject)
        if any(run.hidden.strip() or (run.look.hidden and run.text.strip()) for run in paragraph.runs)
    )
