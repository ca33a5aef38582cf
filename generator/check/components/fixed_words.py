"""Small fixed texts of signatures and marks. How they look is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Location
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text, candidates
from generator.recognise.names import Extra, Name
from generator.recognise.pieces import SignatureRole

_WHOLE: tuple[Name, ...] = (Part.CONCURRENT, Part.CIRCULATION_FOOT, Part.ANNEX_END, Extra.RECALL)
_MINUTES = {
    SignatureRole.WRITER: "authority_cases.minutes_writer",
    SignatureRole.CHAIR: "authority_cases.minutes_chair",
}


@rule(
    "components/fixed-words",
    title=mark("lời cố định"),
    enforces=[*(f"{part}.text" for part in _WHOLE), "confirmation.text", *_MINUTES.values()],
)
def fixed_words(subject: Subject) -> Iterator[Finding]:
    """What it checks: “kiêm”, “Xác nhận chữ ký của đồng chí …”, “Không phổ biến trên phương tiện thông tin đại chúng”,
    the line under an annex's head, and the labels of the two who sign minutes, as the regulation has them.

    Why: they are fixed texts.
    Example: “NGƯỜI GHI” under minutes of the Party.
    What to do: write the words as expected.
    """
    profile = subject.profile
    for part in _WHOLE:
        path = f"{part}.text"
        for component in subject.recognised.of(part) if profile.has(path) else ():
            if not any(
                folded(str(each)) == folded(component.text) for each in candidates(profile.constraint(path)) or ()
            ):
                yield _said(subject, component.text, component.where, path)
    for component in subject.recognised.of(Part.CONFIRMATION):
        path = "confirmation.text"
        if profile.has(path) and not folded(component.text).startswith(folded(profile.text(path))):
            yield _said(subject, component.text, component.where, path)
    for signature in subject.recognised.signatures:
        path = _MINUTES.get(signature.role, "")
        for component in signature.authority[:1] if path and profile.has(path) else ():
            if folded(component.text).upper() != folded(profile.text(path)).upper():
                yield _said(subject, component.text, component.where, path)


def _said(subject: Subject, actual: str, where: Location, path: str) -> Finding:
    expected = accepted_text(subject.profile.constraint(path))
    return Finding(_("lời cố định viết sai"), where, expected=expected, actual=actual, path=path)
