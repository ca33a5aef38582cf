"""Things of the State in a document of the Party, and the reverse. What is wrong within one regime is other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.archives import PARTY_ARCHIVE, STATE_ARCHIVE, archive_words
from generator.check.components.authority import OTHER_SIDE
from generator.check.components.texts import is_party, main
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part

_PATHS = {
    Part.NUMBER: "number_format.template",
    Part.AUTHORITY: "authority_forms.on_behalf",
    Part.RECIPIENTS: "recipients_archive.template",
    Part.SUBJECT_DISPATCH: "subject_dispatch.prefix",
    Part.PARTY_TITLE: "national_title.text",
    Part.NATIONAL_TITLE: "party_title.text",
    Part.MOTTO: "party_title.text",
    Part.STAR: "issuer_rule.line",
    Part.SUBJECT_END: "subject_rule.line",
}
_ONLY_STATE = {Part.NATIONAL_TITLE: mark("Quốc hiệu"), Part.MOTTO: mark("Tiêu ngữ")}
_ONLY_PARTY = {
    Part.PARTY_TITLE: mark("tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”"),
    Part.STAR: mark("dấu sao"),
    Part.SUBJECT_END: mark("dòng “-----” dưới trích yếu"),
}
_SHORT = re.compile(r"v\s*/\s*v\b", re.IGNORECASE)


@rule("components/mixed-regimes", title=mark("lẫn thể thức của Đảng và của Nhà nước"), enforces=tuple(_PATHS.values()))
def mixed_regimes(subject: Subject) -> Iterator[Finding]:
    """What it checks: that a Party document has nothing that only the State has (Quốc hiệu, “Số:” or 05/KH-…, TM.,
    “Lưu: VT”, “V/v”), and a State document nothing that only the Party has (its title, the star, “-----”, 05-KH/…,
    T/M, “Lưu Văn phòng …”).

    Why: each side has its own regulation, and a document is of one side. Half of either is of none.
    Example: “T/M UỶ BAN NHÂN DÂN”; “- Lưu: VT.” in a Party document.
    What to do: write the thing as the document's own side does.
    """
    other = _("của Nhà nước") if is_party(subject) else _("của Đảng")
    for part, label in (_ONLY_STATE if is_party(subject) else _ONLY_PARTY).items():
        for component in main(subject, part)[:1]:
            message = _("{thing} là thể thức {side}").format(thing=_(label), side=other)
            yield Finding(message, component.where, actual=component.text, path=_PATHS[part])
    number = subject.recognised.number
    if number is not None and (_is_of_other_side(subject) or (is_party(subject) and number.has_colon)):
        message = _("cách ghi số, ký hiệu là thể thức {side}").format(side=other)
        path = _PATHS[Part.NUMBER]
        expected = subject.profile.text(path)
        yield Finding(message, number.component.where, expected=expected, actual=number.component.text, path=path)
    yield from _typed(subject, other)


def _is_of_other_side(subject: Subject) -> bool:
    number = subject.recognised.number
    return number is not None and number.side is not None and number.side != subject.profile.side


def _typed(subject: Subject, other: str) -> Iterator[Finding]:
    form = OTHER_SIDE[subject.profile.side]
    for component in subject.recognised.of(Part.AUTHORITY):
        if form.match(component.text):
            message = _("quyền hạn ký “{form}” là thể thức {side}").format(form=component.text.split()[0], side=other)
            yield Finding(message, component.where, actual=component.text, path=_PATHS[Part.AUTHORITY])
    recipients = subject.recognised.recipients
    archive = STATE_ARCHIVE if is_party(subject) else PARTY_ARCHIVE
    if recipients is not None and recipients.archive is not None:
        line = recipients.archive
        if archive.match(archive_words(line.text)):
            message = _("dòng lưu này là thể thức {side}").format(side=other)
            path = _PATHS[Part.RECIPIENTS]
            yield Finding(message, line.where, expected=subject.profile.text(path), actual=line.text, path=path)
    subject_line = subject.recognised.first(Part.SUBJECT_DISPATCH)
    if is_party(subject) and subject_line is not None and _SHORT.match(subject_line.text):
        message = _("“V/v” là thể thức {side}").format(side=other)
        yield Finding(message, subject_line.where, actual=subject_line.text[:30], path=_PATHS[Part.SUBJECT_DISPATCH])
