"""The title of the kind: one of the regulation's list. How it looks is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import folded, kind_named, main
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.vietnamese.unicode import nearest, upper


@rule("components/kind-title", title=mark("tên loại văn bản"), enforces=["type_names.*"])
def kind_title(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the title is one of the kinds which the regulation lists, and nothing more; that no official
    letter bears the title CÔNG VĂN.

    Why: the list is closed; what else is issued has no force of its own.
    Example: “KẾ HOẠCH HÀNH ĐỘNG”, “CHƯƠNG TRÌNH HÀNH ĐỘNG”, “CÔNG VĂN”.
    What to do: take the kind of the list that fits, and put the other words into the subject.
    """
    names = [subject.profile.text(f"type_names.{kind}") for kind in subject.profile.keys("type_names")]
    for component in main(subject, Part.KIND_TITLE)[:1]:
        if kind_named(subject, upper(component.text)):
            continue
        title = folded(upper(component.text))
        is_letter = title == "CÔNG VĂN"
        close = next((name for name in names if name and title.startswith(folded(name))), None)
        yield Finding(
            _("công văn không ghi tên loại") if is_letter else _("không có tên loại văn bản này"),
            component.where,
            expected=None if is_letter else close or nearest(title, filter(None, names)),
            actual=component.text,
            path="type_names.dispatch" if is_letter else "type_names.decision",
        )
