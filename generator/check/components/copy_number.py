"""The number of a copy. Whether it is the next one only the register knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component

_NUMBER = re.compile(r"(?P<word>Số)(?P<colon>\s*:)?\s*(?P<number>\d*)\s*[-/]\s*(?P<rest>\S.*)$")
_NUMBER_ROW = "Số, ký hiệu bản sao"


@rule(
    "components/copy-number", title=mark("số, ký hiệu bản sao"), enforces=["copy_number.codes", "copy_number.template"]
)
def copy_number(subject: Subject) -> Iterator[Finding]:
    """What it checks: the code in the number of the copy: BS in the Party; SY, TrS or SL in the State, as its form is.

    Why: copies are numbered in a series of their own, known by the code.
    Example: “Số 05-SY/ĐU”.
    What to do: write the code as expected.
    """
    codes = subject.profile.texts("copy_number.codes")
    template = subject.profile.text("copy_number.template")
    for component in subject.recognised.of(Part.COPY_NUMBER, Part.COPY_FORM):
        text = _value(component, _NUMBER_ROW) if component.part == Part.COPY_FORM else component.text
        match = _NUMBER.search(text or "")
        if match is None:
            continue
        code = re.split(r"[-/]", match["rest"])[0].strip()
        has_colon = bool(match["colon"])
        number = match["number"]
        if (
            code not in codes
            or has_colon is not (":" in template)
            or (number.isdecimal() and number != f"{int(number):02d}")
        ):
            yield Finding(
                _("số, ký hiệu bản sao viết sai"),
                component.where,
                expected=_("{template}, ký hiệu {codes}").format(template=template, codes=", ".join(codes)),
                actual=text,
                path="copy_number.codes",
            )


def _value(component: Component, row: str) -> str | None:
    label, colon, value = component.text.partition(":")
    return value.strip() if colon and folded(label).casefold() == folded(row).casefold() else None
