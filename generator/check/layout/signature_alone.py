"""Signatures without a line of text on their page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.signed import first_of, lines_of
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.recognise.pieces import SignatureRole


@rule(
    "layout/signature-alone",
    title=mark("khối chữ ký đứng riêng một trang"),
    severity=Severity.WARNING,
    needs_pages=True,
)
def signature_alone(subject: Subject) -> Iterator[Finding]:
    """What it checks: that at least a line of the text stands on the page of the signature.

    Why: a signature on a page of its own can be put behind any text.
    Example: a text that ends with page 2, and on page 3 only recipients and signature.
    What to do: keep the last paragraph with the signature, or win or give away a line or two before it.
    """
    recipients = subject.recognised.recipients
    closing = [recipients.label] if recipients else []
    for signature in subject.recognised.signatures:
        lines = lines_of(subject, signature)
        if not lines or signature.role is SignatureRole.COPY:
            continue
        page = lines[0].page.number
        first = min(component.first.index for component in (*closing, *signature.components) if component is not None)
        before = (spots for index, spots in subject.printed.by_paragraph.items() if index < first)
        if page > 1 and not any(spot.page == page for spots in before for spot in spots):
            yield Finding(
                _("trang {page} chỉ có khối chữ ký, không có dòng nội dung nào").format(page=page),
                first_of(signature).where,
                hint=_("giữ đoạn cuối của nội dung cùng trang với chữ ký"),
            )
            return
