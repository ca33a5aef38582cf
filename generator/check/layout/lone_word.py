"""Titles of which one word has fallen to a line of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part

_TITLES = (Part.KIND_TITLE, Part.SUBJECT, Part.ANNEX_TITLE)


@rule("layout/lone-word", title=mark("một chữ rơi xuống dòng"), severity=Severity.ADVICE, needs_pages=True)
def lone_word(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the last line of a title or subject is not one word alone.

    Why: a title is read in pieces; they break where the meaning does.
    Example: a subject whose last line is “hàng”, of “Cửa hàng”.
    What to do: break the line earlier (Shift+Enter), so that the lines are of about one length.
    """
    for component in subject.recognised.of(*_TITLES):
        lines = subject.printed.lines(component)
        if len(lines) > 1 and len(lines[-1].words) == 1:
            yield Finding(
                _("dòng cuối của tên văn bản chỉ có một chữ"),
                component.where,
                actual=lines[-1].text,
                hint=_("ngắt dòng sớm hơn để các dòng cân nhau"),
            )
