"""Annexes that begin no section, so that their pages cannot be counted by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.page.numbering import opens
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_PATH = "page_number.restart_in_annex"


@rule(
    "page/annex-within-section",
    title=mark("phụ lục không ngắt phần"),
    enforces=(_PATH,),
    severity=Severity.WARNING,
)
def annex_within_section(subject: Subject) -> Iterator[Finding]:
    """What it checks: every annex begins behind a section break, where its pages are to be counted by themselves.

    Why: Word counts pages by sections; an annex behind a page break goes on with the numbers of the text.
    Example: “Phụ lục 1” behind a plain page break.
    What to do: Layout → Breaks → Next Page before the annex, then “Start at: 1”.
    """
    if subject.profile.constraint(_PATH).accepts(False):
        return
    for annex in subject.recognised.annexes:
        if annex.start and opens(annex, subject) is None:
            where = subject.view.paragraphs[annex.start].where
            hint = _("ngắt phần (Next Page) trước phụ lục rồi đánh số trang từ 1")
            yield Finding(_("phụ lục không bắt đầu một phần (section) riêng"), where, hint=hint, path=_PATH)
