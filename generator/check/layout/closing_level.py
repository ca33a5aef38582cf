"""Recipients and signature on one level."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.lengths import millimetres
from generator.check.layout.signed import lines_of
from generator.check.layout.tolerances import LEVEL
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.recognise.pieces import SignatureRole


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
    tops = [line for each in signers for line in lines_of(subject, each)[:1]]
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
