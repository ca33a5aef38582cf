"""The end of a document as printed: recipients level with the signature, and a signature that is whole and not alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.lengths import millimetres
from generator.check.layout.tolerances import LEVEL
from generator.check.printed import PrintedLine
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.recognise.component import Component
from generator.recognise.pieces import Signature, SignatureRole


@rule(
    "layout/closing-level",
    title=mark("nơi nhận ngang quyền hạn ký"),
    enforces=("signature.level_with_recipients",),
    needs_pages=True,
)
def closing_level(subject: Subject) -> Iterator[Finding]:
    """What it checks: that “Nơi nhận:” stands on the level of the first line of the signature.

    Why: the diagrams of the regulations put the two boxes side by side.
    Example: “Nơi nhận:” below the signer's name, for both were typed one after the other.
    What to do: put both into one row of a table of two columns without borders.
    """
    recipients = subject.recognised.recipients
    label = recipients.label if recipients else None
    signers = [each for each in subject.recognised.signatures if each.role is SignatureRole.SIGNER]
    lines = subject.printed.lines(label) if label else ()
    tops = [line for each in signers for line in _lines(subject, each)[:1]]
    if label is None or not lines or not tops or len(signers) > 1:
        return  # of joint documents, and of minutes, the diagrams say nothing
    off = abs(lines[0].baseline - tops[0].baseline)
    if lines[0].page is not tops[0].page or off > LEVEL:
        yield Finding(
            _("“Nơi nhận” không ngang với quyền hạn, chức vụ người ký"),
            label.where,
            expected=_("cùng một mức"),
            actual=_("lệch {size}").format(size=millimetres(off)) if lines[0].page is tops[0].page else _("khác trang"),
            path="signature.level_with_recipients",
        )


@rule("layout/signature-split", title=mark("khối chữ ký bị tách trang"), severity=Severity.WARNING, needs_pages=True)
def signature_split(subject: Subject) -> Iterator[Finding]:
    """What it checks: that authority, position and name of a signer are on one page.

    Why: a name that stands alone on the next page can be put under anything.
    Example: T/M BAN THƯỜNG VỤ at the foot of page 2, the name at the top of page 3.
    What to do: mark the paragraphs of the signature “Keep with next”, or forbid the row of its table to break.
    """
    for signature in subject.recognised.signatures:
        lines = _lines(subject, signature)
        pages = sorted({line.page.number for line in lines})
        if len(pages) > 1:
            said = ", ".join(str(page) for page in pages)
            yield Finding(_("khối chữ ký nằm trên nhiều trang"), _first(signature).where, actual=_("trang {pages}").format(pages=said))


@rule("layout/signature-alone", title=mark("khối chữ ký đứng riêng một trang"), severity=Severity.WARNING, needs_pages=True)
def signature_alone(subject: Subject) -> Iterator[Finding]:
    """What it checks: that at least a line of the text stands on the page of the signature.

    Why: a signature on a page of its own can be put behind any text.
    Example: a text that ends with page 2, and on page 3 only recipients and signature.
    What to do: keep the last paragraph with the signature, or win or give away a line or two before it.
    """
    recipients = subject.recognised.recipients
    closing = [recipients.label] if recipients else []
    for signature in subject.recognised.signatures:
        lines = _lines(subject, signature)
        if not lines or signature.role is SignatureRole.COPY:
            continue
        page = lines[0].page.number
        first = min(component.first.index for component in (*closing, *signature.components) if component is not None)
        before = (spots for index, spots in subject.printed.by_paragraph.items() if index < first)
        if page > 1 and not any(spot.page == page for spots in before for spot in spots):
            yield Finding(
                _("trang {page} chỉ có khối chữ ký, không có dòng nội dung nào").format(page=page),
                _first(signature).where,
                hint=_("giữ đoạn cuối của nội dung cùng trang với chữ ký"),
            )
            return


def _lines(subject: Subject, signature: Signature) -> list[PrintedLine]:
    """The lines of a signature from top to bottom."""
    lines = [line for component in signature.components for line in subject.printed.lines(component)]
    return sorted(lines, key=lambda line: (line.page.number, line.baseline))


def _first(signature: Signature) -> Component:
    return min(signature.components, key=lambda component: component.first.index)
