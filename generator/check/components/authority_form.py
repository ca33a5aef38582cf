"""How the authority to sign is written. Who may sign what cannot be seen from the document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.authority import OTHER_SIDE, form_of, signing
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule(
    "components/authority-form",
    title=mark("cách ghi quyền hạn ký"),
    enforces=["authority_forms.*", "authority.separator"],
)
def authority_form(subject: Subject) -> Iterator[Finding]:
    """What it checks: T/M, K/T, T/L in the Party and TM., KT., TL., TUQ. in the State, letter by letter, with one space
    behind; and that nobody signs by TUQ in the Party. The forms of the other side are left to that on mixed regimes.

    Why: the regulations give the forms as they are to be written.
    Example: “TM UỶ BAN NHÂN DÂN”, “T/M. BAN THƯỜNG VỤ”, “T/MBAN THƯỜNG VỤ”.
    What to do: write the form that is expected.
    """
    for signature in signing(subject):
        for component in signature.authority:
            meant = form_of(component)
            if meant is None or OTHER_SIDE[subject.profile.side].match(component.text):
                continue
            form, whose = meant
            path = f"authority_forms.{form}"
            literal = subject.profile.text(path)
            expected = f"{literal}{subject.profile.text('authority.separator')}{whose}" if literal else None
            if component.text != expected:
                yield Finding(
                    _("quyền hạn ký viết sai") if expected else _("văn bản của Đảng không ký TUQ"),
                    component.where,
                    expected=expected,
                    actual=component.text,
                    path=path,
                )
