"""The line under an annex that says to which document it belongs. Its look is other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.pieces import Annex

_NUMBER = re.compile(r"\bsố\s*:?\s*(?P<number>\d+)\s*(?P<codes>[-/][^\s,;)]+)")
_DATE = re.compile(
    r"\bngày\s+(?P<day>\d{1,2})(?:\s*/\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\s*/\s*|\s+năm\s+)(?P<year>\d{4})"
)


@rule(
    "components/annex-reference",
    title=mark("dòng “Kèm theo …”"),
    enforces=["annex_reference.required", "annex_reference.template"],
)
def annex_reference(subject: Subject) -> Iterator[Finding]:
    """What it checks: that every annex says under its title to which document it belongs, and that kind, number and
    date there are those of the document. Room left for number and date is let pass.

    Why: an annex is often read alone; a line copied from another document leads astray.
    Example: “(Kèm theo Kế hoạch số 12-KH/ĐU …)” below document 15-KH/ĐU.
    What to do: write the line as the document's head has it.
    """
    for annex in subject.recognised.annexes:
        if annex.reference is None:
            top = annex.title or annex.label
            if top is not None and subject.profile.flag("annex_reference.required"):
                message, path = _("phụ lục thiếu dòng “Kèm theo …”"), "annex_reference.required"
                yield Finding(message, top.where, expected=subject.profile.text("annex_reference.template"), path=path)
            continue
        for expected, actual in _differences(subject, annex):
            yield Finding(
                _("dòng “Kèm theo …” khác với phần đầu văn bản"),
                annex.reference.where,
                expected=expected,
                actual=actual,
                path="annex_reference.template",
            )


def _differences(subject: Subject, annex: Annex) -> Iterator[tuple[str, str]]:
    text = annex.reference.text if annex.reference else ""
    number, dateline, title = (getattr(subject.recognised, name) for name in ("number", "dateline", "kind"))
    cited = _NUMBER.search(text)
    if cited and number is not None and number.value is not None:
        own = "".join(f"{sign.strip()}{code}" for sign, code in zip(number.separators, number.codes, strict=False))
        if int(cited["number"]) != number.value or folded(cited["codes"]).upper() != folded(own).upper():
            yield f"{number.digits}{own}", f"{cited['number']}{cited['codes']}"
    dated = _DATE.search(text)
    if (
        dated
        and dateline is not None
        and all(each.isdecimal() for each in (dateline.day, dateline.month, dateline.year))
    ):
        own_day = (int(dateline.day), int(dateline.month), int(dateline.year))
        if tuple(int(dated[name]) for name in ("day", "month", "year")) != own_day:
            yield "/".join(str(each) for each in own_day), dated[0]
    shown = subject.recognised.first(Part.KIND_TITLE)
    named = re.search(r"kèm theo\s+(.+?)\s+số\b", text, re.IGNORECASE)
    if (
        named
        and shown is not None
        and title
        and folded(named[1]).upper() not in (folded(shown.text).upper(), "VĂN BẢN")
    ):
        yield shown.text, named[1]
