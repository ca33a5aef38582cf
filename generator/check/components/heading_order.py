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


@dataclass
class _Counter:
    """The last number on each rank, and where."""

    last: dict[int, int] = field(default_factory=dict)
    at: int = -1
    path: tuple[int, ...] = ()


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
    if any(_EXTRACT in folded(each.text).casefold() for each in subject.recognised.of(Part.COPY_FORM)):
        return
    counter, annex = _Counter(), None
    for heading in subject.recognised.headings:
        here = next(
            (each for each in subject.recognised.annexes if each.start <= heading.component.first.index < each.stop),
            None,
        )
        if here is not annex:
            counter, annex = _Counter(), here
        rank = _rank(heading)
        if rank is None or not heading.numbers:
            continue
        yield from _judged(subject, heading, counter, rank)
        counter.at = heading.component.paragraphs[-1].index


def _rank(heading: Heading) -> int | None:
    for part, rank in _RANKS.items():
        if heading.component.part == part:
            return rank
    if heading.style is None or heading.style not in _STYLES:
        return None
    if heading.style is MarkerStyle.NESTED:
        return _STYLES[heading.style] * _NESTED_LEVELS + len(heading.numbers)
    return _STYLES[heading.style] * _NESTED_LEVELS


def _judged(subject: Subject, heading: Heading, counter: _Counter, rank: int) -> Iterator[Finding]:
    number, before = heading.numbers[-1], counter.last.get(rank)
    for other in [each for each in counter.last if each > rank and each != _RANKS[Extra.ARTICLE]]:
        del counter.last[other]
    counter.last[rank] = number
    wanted = 1 if before is None else before + 1
    may_restart = before is not None and rank not in _RANKS.values() and _text_between(subject, counter.at, heading)
    if number == wanted or (number == 1 and may_restart):
        return
    is_twice = number == before
    yield Finding(
        _("số thứ tự lặp lại") if is_twice else _("số thứ tự không liền mạch"),
        heading.component.where,
        expected=_shown(heading, wanted),
        actual=heading.marker,
        path="point.numerals" if heading.style is MarkerStyle.LETTER else "clause.numerals",
    )


def _shown(heading: Heading, wanted: int) -> str:
    if heading.style is MarkerStyle.LETTER:
        return f"{letter(wanted)})"
    return ".".join(str(each) for each in (*heading.numbers[:-1], wanted))


def _text_between(subject: Subject, last: int, heading: Heading) -> bool:
    between = subject.view.paragraphs[last + 1 : heading.component.first.index]
    return any(
        each.text.strip() and any(part.part == Part.BODY for part in subject.recognised.at(each)) for each in between
    )
