"""In whose stead is signed: a body's or a head's. Whether the signer may is not seen from the document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.authority import COLLECTIVE, HEAD, form_of, signing
from generator.check.components.texts import folded, is_party
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark


@rule(
    "components/authority-whose",
    title=mark("ký thay ai"),
    enforces=[
        "authority_cases.collective",
        "authority_cases.deputy",
        "authority_cases.*committee",
        "authority_cases.authorised",
    ],
    severity=Severity.WARNING,
)
def authority_whose(subject: Subject) -> Iterator[Finding]:
    """What it checks: that TM. (T/M) is followed by a body that decides together and KT. (K/T) by the position of its
    head; and that nobody signs K/T for a Party secretary, for whom a deputy signs T/M.

    Why: a body is spoken for (thay mặt), a head is stood in for (ký thay); a Party committee is a body.
    Example: “K/T BAN THƯỜNG VỤ”, “TM. CHỦ TỊCH”, “K/T BÍ THƯ”.
    What to do: write T/M and the body, or K/T and the position.
    """
    for signature in signing(subject):
        for component in signature.authority:
            form, whose = form_of(component) or ("", "")
            name = folded(whose).upper()
            if form == "on_behalf" and HEAD.match(name):
                message, path = _("thay mặt là thay mặt tập thể, không phải chức vụ"), "collective"
            elif form in ("for_superior", "acting") and COLLECTIVE.match(name):
                message, path = _("ký thay là ký thay người đứng đầu, không phải tập thể"), "deputy"
            elif form == "for_superior" and is_party(subject) and name.startswith("BÍ THƯ"):
                message, path = _("phó bí thư ký T/M, không ký K/T"), "deputy"
            else:
                continue
            path = f"authority_cases.{path}"
            shown = path if subject.profile.has(path) else "authority_cases.party_committee"
            yield Finding(
                message, component.where, expected=subject.profile.text(shown), actual=component.text, path=shown
            )
