"""That a deputy signs K/T (KT.). Whether he may is not seen from the document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.authority import COLLECTIVE, DEPUTY, form_of, signing
from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark


@rule(
    "components/authority-deputy",
    title=mark("chức vụ của người ký thay"),
    enforces=["authority_titles.deputy"],
    severity=Severity.WARNING,
)
def authority_deputy(subject: Subject) -> Iterator[Finding]:
    """What it checks: that below KT. (K/T) the position of a deputy stands.

    Why: only a deputy signs in the head's stead; others sign TL. or TUQ. (T/L).
    Example: “KT. CHỦ TỊCH” above “CHỦ TỊCH” or above no position.
    What to do: write the deputy's position, or another authority.
    """
    for signature in signing(subject):
        forms = [form_of(each) for each in signature.authority]
        if (
            not forms
            or forms[-1] is None
            or forms[-1][0] != "for_superior"
            or COLLECTIVE.match(folded(forms[-1][1]).upper())
        ):
            continue
        position = signature.position[0] if signature.position else None
        if position is None or not DEPUTY.match(folded(position.text).upper()):
            yield Finding(
                _("dưới quyền hạn ký thay phải là chức vụ cấp phó"),
                (position or signature.authority[-1]).where,
                actual=position.text if position else None,
                path="authority_titles.deputy",
            )
