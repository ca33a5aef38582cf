"""Annexes that do not begin a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule(
    "layout/annex-page", title=mark("phụ lục bắt đầu trang mới"), enforces=("annex_label.position",), needs_pages=True
)
def annex_page(subject: Subject) -> Iterator[Finding]:
    """What it checks: that every annex begins on a page of its own.

    Why: an annex is a part of its own, with pages that are counted anew.
    Example: “Phụ lục 1” right below the recipients.
    What to do: put a section break (next page) before it, and start its page numbers at 1.
    """
    for annex in subject.recognised.annexes:
        spots = subject.printed.by_paragraph.get(annex.start)
        if spots and any(index < annex.start for index in subject.printed.paragraphs_on(spots[0].page)):
            paragraph = subject.view.paragraphs[annex.start]
            yield Finding(_("phụ lục không bắt đầu ở trang mới"), paragraph.where, path="annex_label.position")
