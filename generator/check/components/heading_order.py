"""That the numbers of headings and points follow each other. The form of the markers is other rules'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.names import Extra
from generator.recognise.pieces import Heading
from generator.vietnamese.numbering import MarkerStyle, letter

_RANKS: dict[str, int] = {Extra.PART: 0, Extra.SECTION: 1, Extra.ARTICLE: 2}
_STYLES = {
    MarkerStyle.ROMAN_DASH: 3,
    MarkerStyle.ROMAN_DOT: 3,
    MarkerStyle.DECIMAL: 4,
    MarkerStyle.NESTED: 5,
    MarkerStyle.PARENTHESISED: 7,
    MarkerStyle.LETTER: 6,
}
_NESTED_LEVELS = 10
_EXTRACT = "trích sao"
"""Of an extract only parts are there."""


@dataclass(slots=True)
class _Counting:
    """Goes through the headings of the text or of one annex, and knows the last number on each rank."""

    subject: Subject
    last: dict[int, int] = field(default_factory=dict)
    at: int = -1

    def judged(self, heading: Heading) -> Iterator[Finding]:
        rank = _rank(heading)
        if rank is None or not heading.numbers:
            return
        number, before = heading.numbers[-1], self.last.get(rank)
        # What stands deeper begins anew below it; articles go on.
        self.last = {each: at for each, at in self.last.items() if each <= rank or each == _RANKS[Extra.ARTICLE]}
        self.last[rank] = number
        wanted = 1 if before is None else before + 1
        may_restart = before is not None and rank not in _RANKS.values() and self._text_before(heading)
        self.at = heading.component.paragraphs[-1].index
        if number != wanted and not (number == 1 and may_restart):
            yield Finding(
                _("số thứ tự lặp lại") if number == before else _("số thứ tự không liền mạch"),
                heading.component.where,
                expected=_shown(heading, wanted),
                actual=heading.marker,
                path="point.numerals" if heading.style is MarkerStyle.LETTER else "clause.numerals",
            )

    def _text_before(self, heading: Heading) -> bool:
        between = self.subject.view.paragraphs[self.at + 1 : heading.component.first.index]
        return any(
            part.part == Part.BODY for each in between if each.text.strip() for part in self.subject.recognised.at(each)
        )


@rule(
    "components/heading-order",
    title=mark("thứ tự đề mục"),
    enforces=[
        "part.numerals",
        "section.numerals",
        "article.numerals",
        "clause.numerals",
        "heading_*.numerals",
        "point.numerals",
    ],
)
def heading_order(subject: Subject) -> Iterator[Finding]:
    """What it checks: that headings, articles, clauses and points count from 1 or a) without a gap and without a number
    twice. Points may begin anew after a paragraph of text; articles go on through the whole document.

    Why: a missing number looks like a lost paragraph, and a number twice cannot be cited.
    Example: “I-”, “II-”, “IV-”; “a)”, “b)”, “b)”.
    What to do: number anew, or see what is lost.
    """
    recognised = subject.recognised
    if any(_EXTRACT in folded(each.text).casefold() for each in recognised.of(Part.COPY_FORM)):
        return
    counting, annex = _Counting(subject), None
    for heading in recognised.headings:
        index = heading.component.first.index
        here = next((each for each in recognised.annexes if each.start <= index < each.stop), None)
        if here is not annex:
            counting, annex = _Counting(subject), here
        yield from counting.judged(heading)


def _rank(heading: Heading) -> int | None:
    for part, rank in _RANKS.items():
        if heading.component.part == part:
            return rank
    if heading.style is None or heading.style not in _STYLES:
        return None
    if heading.style is MarkerStyle.NESTED:
        return _STYLES[heading.style] * _NESTED_LEVELS + len(heading.numbers)
    return _STYLES[heading.style] * _NESTED_LEVELS


def _shown(heading: Heading, wanted: int) -> str:
    if heading.style is MarkerStyle.LETTER:
        return f"{letter(wanted)})"
    return ".".join(str(each) for each in (*heading.numbers[:-1], wanted))
