"""The numbers of annexes. What they are called is no matter here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.vietnamese.numerals import parse_roman, roman


@rule(
    "components/annex-number",
    title=mark("số phụ lục"),
    enforces=["annex_label.numerals", "annex_label.numbered_from", "annex_label.template"],
)
def annex_number(subject: Subject) -> Iterator[Finding]:
    """What it checks: that a single annex has no number, and several are numbered from 1 on, in Arabic numerals in the
    Party and in Roman ones in the State.

    Why: the regulations say from how many on annexes are numbered, and how.
    Example: “Phụ lục 1” as the only one; “Phụ lục 2” in a State document.
    What to do: number the annexes as expected.
    """
    annexes = [each for each in subject.recognised.annexes if each.label is not None]
    least = int(subject.profile.number("annex_label.numbered_from"))
    for index, annex in enumerate(annexes, 1):
        is_roman = subject.profile.text("annex_label.numerals") == "roman"
        wanted = (roman(index) if is_roman else str(index)) if len(annexes) >= least else ""
        expected = subject.profile.text("annex_label.template").format(number=wanted).strip()
        if annex.label is None or (
            annex.number == wanted and folded(annex.label.text).casefold() == folded(expected).casefold()
        ):
            continue
        if annex.number == wanted:
            message, path = _("chữ “Phụ lục” viết sai"), "annex_label.template"
        elif not wanted:
            message, path = _("chỉ có một phụ lục thì không đánh số"), "annex_label.numbered_from"
        elif annex.number and _value(annex.number) == index:
            message, path = _("số phụ lục viết sai"), "annex_label.numerals"
        else:
            message, path = _("phụ lục đánh số sai thứ tự hoặc thiếu số"), "annex_label.numbered_from"
        yield Finding(message, annex.label.where, expected=expected, actual=annex.label.text, path=path)


def _value(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    try:
        return parse_roman(text.upper())
    except ValueError:
        return None
