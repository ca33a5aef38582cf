"""The size of the paper. Margins are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.measures import Length
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_TOLERANCE = Length.from_mm(1)


@rule("page/paper", title=mark("khổ giấy"), enforces=("page.width", "page.height"))
def paper(subject: Subject) -> Iterator[Finding]:
    """What it checks: the size of the paper of every section, turned or not.

    Why: official documents are filed together; they are on A4.
    Example: a section on Letter (216 × 279 mm), the first choice of an English Word.
    What to do: Layout → Size → A4, for the whole document.
    """
    for section in subject.view.sections:
        short, long = sorted((section.page_width, section.page_height))
        for path, actual in (("page.width", short), ("page.height", long)):
            constraint = subject.profile.constraint(path)
            if not constraint.accepts(Length(actual), tolerance=_TOLERANCE):
                yield Finding(
                    _("khổ giấy không đúng"),
                    subject.start_of(section),
                    expected=accepted_text(constraint),
                    actual=_("{size} mm").format(size=f"{actual.mm:.0f}"),
                    hint=_("chọn khổ A4 cho cả văn bản"),
                    path=path,
                )
