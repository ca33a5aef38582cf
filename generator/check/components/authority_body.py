"""Which name of the body stands behind T/M in the Party. Whether that body decided is not seen from the document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.authority import BODIES, form_of, signing
from generator.check.components.texts import folded, is_party
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_WHOLE_COMMITTEE = "BAN CHẤP HÀNH"


@rule(
    "components/authority-body",
    title=mark("tên tập thể sau T/M"),
    enforces=[f"authority_cases.{case}" for case in BODIES],
    severity=Severity.WARNING,
)
def authority_body(subject: Subject) -> Iterator[Finding]:
    """What it checks: that behind T/M the bare name of the body stands, as in the guidance: BAN THƯỜNG VỤ, ĐẢNG UỶ, CHI
    BỘ …, without the name of the unit; and ĐẢNG UỶ (TỈNH UỶ …) where the whole committee is meant.

    Why: the unit is named at the top; the guidance gives the forms one by one.
    Example: “T/M BAN THƯỜNG VỤ ĐẢNG UỶ”, “T/M BAN CHẤP HÀNH”.
    What to do: write T/M BAN THƯỜNG VỤ; T/M ĐẢNG UỶ.
    """
    if not is_party(subject):
        return
    forms = {
        path: folded(subject.profile.text(path))
        for case in BODIES
        if subject.profile.has(path := f"authority_cases.{case}")
    }
    for signature in signing(subject):
        for component in signature.authority:
            form, whose = form_of(component) or ("", "")
            name = folded(f"T/M {whose}").upper()
            if form != "on_behalf" or name in forms.values():
                continue
            longer = next((path for path, known in forms.items() if name.startswith(f"{known} ")), None)
            if longer is None and folded(whose).upper().startswith(_WHOLE_COMMITTEE):
                longer = "authority_cases.party_committee"
            if longer is not None:
                expected = subject.profile.text(longer)
                message = _("tên tập thể sau T/M viết sai")
                yield Finding(message, component.where, expected=expected, actual=component.text, path=longer)
