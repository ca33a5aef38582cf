"""The form of a copy, and the words of its stamp. Its number is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.recognise.component import Component

_FORM_ROW = "Hình thức sao"


@rule("components/copy-form", title=mark("hình thức sao"), enforces=["copy_form.labels", "copy_stamp.text"])
def copy_form(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the form of the copy is one of the regulation's three, and the words on top of the stamp.

    Why: the form says what the copy is worth; “SAO Y BẢN CHÍNH” is no form of today any more.
    Example: “SAO NGUYÊN VĂN”.
    What to do: write the form as in the list.
    """
    profile = subject.profile
    constraint = profile.constraint("copy_form.labels")
    labels = {folded(each).upper() for each in profile.texts("copy_form.labels")}
    for component in subject.recognised.of(Part.COPY_FORM):
        form = _value(component, _FORM_ROW) if profile.has("copy_stamp.rows") else component.text
        if form is not None and folded(form).upper() not in labels:
            message, path = _("không có hình thức sao này"), "copy_form.labels"
            yield Finding(message, component.where, expected=accepted_text(constraint), actual=form, path=path)
    if profile.has("copy_stamp.text"):
        for component in subject.recognised.of(Part.COPY_STAMP):
            constraint = profile.constraint("copy_stamp.text")
            first = component.typed.partition("\n")[0].strip()
            if folded(first).upper() != folded(str(constraint.default)):
                message, path = _("chữ trên dấu bản sao viết sai"), "copy_stamp.text"
                yield Finding(message, component.where, expected=accepted_text(constraint), actual=first, path=path)


def _value(component: Component, row: str) -> str | None:
    label, colon, value = component.text.partition(":")
    return value.strip() if colon and folded(label).casefold() == folded(row).casefold() else None
