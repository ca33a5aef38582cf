"""Where the counting of pages begins, and begins anew. Annexes are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.page.numbering import opens
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_PATH = "page_number.start"


@rule("page/number-start", title=mark("số trang bắt đầu"), enforces=(_PATH,))
def number_start(subject: Subject) -> Iterator[Finding]:
    """What it checks: pages are counted from 1, and through to the end of the main text.

    Why: numbers begin with 1; only annexes count their own pages.
    Example: a table on a landscape page in the middle of a plan, behind which the pages count from 1 again.
    What to do: Page Number → Format → “Continue from previous section”; in the first section “Start at: 1”.
    """
    constraint = subject.profile.constraint(_PATH)
    first, *others = subject.view.sections
    if first.page_start is not None and not constraint.accepts(first.page_start):
        yield Finding(
            _("số trang không bắt đầu từ 1"),
            subject.start_of(first),
            expected=accepted_text(constraint),
            actual=str(first.page_start),
            path=_PATH,
        )
    annexes = {section.index for annex in subject.recognised.annexes if (section := opens(annex, subject))}
    for section in others:
        if section.page_start is not None and section.index not in annexes:
            hint = _("chọn “Continue from previous section”")
            yield Finding(_("số trang đánh lại giữa văn bản"), subject.start_of(section), hint=hint, path=_PATH)
