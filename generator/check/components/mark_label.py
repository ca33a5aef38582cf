"""The words of the marks of urgency and circulation. Their looks are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.profile.schema import NOT_IN_THE_TEXT
from generator.recognise.names import Extra
from generator.vietnamese.unicode import nearest, upper


@rule(
    "components/mark-label",
    title=mark("dấu chỉ độ khẩn, phạm vi lưu hành"),
    enforces=["urgency.labels", "urgency.variants", "circulation.labels", "secrecy.labels"],
)
def mark_label(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the mark of urgency is one of the three, and that of circulation one of the regulation's,
    where the list is a closed one.

    Why: the marks are to be used as they stand.
    Example: “RẤT KHẨN”, “HỎA TỐC HẸN GIỜ”.
    What to do: use a mark of the list.
    """
    profile = subject.profile
    for part in (Part.URGENCY, Part.CIRCULATION, Extra.SECRECY):
        path = f"{part}.labels"
        # What the text gives as examples only is no closed list.
        if not profile.has(path) or profile.constraint(path).source.grade in NOT_IN_THE_TEXT:
            continue
        labels = profile.texts(path)
        known = {
            folded(each) for each in (*labels, *(profile.texts("urgency.variants") if part is Part.URGENCY else ()))
        }
        for component in subject.recognised.of(part):
            if folded(upper(component.text)) not in known:
                yield Finding(
                    _("không có dấu “{label}”").format(label=component.text),
                    component.where,
                    expected=nearest(upper(component.text), labels) or accepted_text(profile.constraint(path)),
                    actual=component.text,
                    path=path,
                )
