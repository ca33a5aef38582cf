"""Capitals of the Party's name. Other names need a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import found, spot
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_PARTY = re.compile(r"(?<!\w)(?:đảng|Đảng) (?:cộng|Cộng) (?:sản|Sản) (?:việt|Việt) (?:nam|Nam)(?!\w)")


@rule("components/capitals-party", title=mark("viết hoa tên Đảng"), severity=Severity.WARNING)
def capitals_party(subject: Subject) -> Iterator[Finding]:
    """What it checks: the name of the Party within sentences: Đảng Cộng sản Việt Nam.

    Why: it is the name of one body; Decree 30, Annex II, IV.1b writes it so, and so do the documents of the Party.
    Example: “Đảng cộng sản Việt Nam”, “đảng Cộng sản Việt Nam”.
    What to do: write Đảng Cộng sản Việt Nam.
    """
    for paragraph, match in found(subject, _PARTY):
        expected = "Đảng Cộng sản Việt Nam"
        if match[0] != expected:
            yield Finding(
                _("tên Đảng viết hoa sai"), spot(paragraph, *match.span()), expected=expected, actual=match[0]
            )
