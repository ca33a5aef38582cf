"""Spaces and tabs that do the work of indents and alignment in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import prose
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_AT_START = re.compile(r"[ \u00a0\u2000-\u200a]+|\t+")
_INSIDE = re.compile(r"(?<!\s)(?<!số)(?<!số:)(?<!ngày)(?<!tháng)(?<!năm)[ \u00a0\u2000-\u200a]{3,}\S", re.IGNORECASE)
"""Two spaces are a slip of the finger, three and more move something to its place; behind “số” or “ngày” they are the
room for what is filled in by hand."""


@rule("page/typed-layout", title=mark("dàn trang bằng dấu cách"), severity=Severity.WARNING)
def typed_layout(subject: Subject) -> Iterator[Finding]:
    """What it checks: paragraphs of the text do not begin with spaces or tabs, and hold no runs of three spaces.

    Why: what is moved with spaces stands elsewhere on the next computer, and in justified text nowhere exactly.
    Example: five spaces in place of the indent of the first line.
    What to do: delete the spaces, and set the indent: Paragraph → Indentation → First line.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for each in prose(subject):
        text = each.paragraph.text
        if _AT_START.match(text):
            hint = _("đặt thụt đầu dòng trong Paragraph")
            yield Finding(_("thụt đầu dòng bằng dấu cách hoặc phím Tab"), each.paragraph.where, hint=hint)
        elif _INSIDE.search(text.strip()):
            yield Finding(_("nhiều dấu cách liền nhau"), each.paragraph.where)
