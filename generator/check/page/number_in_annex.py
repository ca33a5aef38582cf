"""Annexes whose pages are not counted anew. Annexes that begin no section are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.page.numbering import opens
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark

_PATH = "page_number.restart_in_annex"


@rule("page/number-in-annex", title=mark("số trang của phụ lục"), enforces=(_PATH,))
def number_in_annex(subject: Subject) -> Iterator[Finding]:
    """What it checks: the pages of every annex that begins a section are counted from 1 (or go on, where the
    profile says so).

    Why: the regulation has the pages of every annex numbered by themselves.
    Example: an annex whose first page is page 7 of the document.
    What to do: in the annex: Page Number → Format → “Start at: 1”.
    """
    constraint = subject.profile.constraint(_PATH)
    for annex in subject.recognised.annexes:
        section = opens(annex, subject)
        if section is None or section.index == 0 or constraint.accepts(section.page_start == 1):
            continue
        yield Finding(
            _("số trang của phụ lục phải đánh riêng từ 1")
            if constraint.default
            else _("số trang của phụ lục phải đánh tiếp"),
            subject.start_of(section),
            path=_PATH,
        )
