"""Signatures that are cut in two by the end of a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.signed import first_of, lines_of
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark


@rule("layout/signature-split", title=mark("khối chữ ký bị tách trang"), severity=Severity.WARNING, needs_pages=True)
def signature_split(subject: Subject) -> Iterator[Finding]:
    """What it checks: that authority, position and name of a signer are on one page.

    Why: a name that stands alone on the next page can be put under anything.
    Example: T/M BAN THƯỜNG VỤ at the foot of page 2, the name at the top of page 3.
    What to do: mark the paragraphs of the signature “Keep with next”, or forbid the row of its table to break.
    """
    for signature in subject.recognised.signatures:
        lines = lines_of(subject, signature)
        pages = sorted({line.page.number for line in lines})
        if len(pages) > 1:
            said = ", ".join(str(page) for page in pages)
            yield Finding(
                _("khối chữ ký nằm trên nhiều trang"),
                first_of(signature).where,
                actual=_("trang {pages}").format(pages=said),
            )
