"""Ordinals and terms of Party congresses in the texts of a plan, against the office's congress table.

It does not find the mentions: `congress_mentions` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.model.congress import Congress, CongressLevel
from generator.sources.congress_mentions import NATIONAL, Mention, find
from generator.sources.yaml_text import YamlText
from generator.vietnamese.numerals import roman

Pair = tuple[int, int, int]
_TERM = 5


def check_congresses(source: YamlText, table: tuple[Congress, ...]) -> Iterator[Diagnostic]:
    """A pair that the table does not have is an error; a body that it does not have is advice, once."""
    bodies = [name for congress in table for name in (congress.body, *congress.aliases)]
    unlisted: set[str] = set()
    for loc, text in source.texts():
        for mention in find(text, bodies):
            where = source.value_at(loc)
            entries = [congress for congress in table if _is_of(congress, mention.body)]
            if entries:
                yield from _judge(mention, entries, where)
            elif table and mention.body.casefold() not in unlisted:
                unlisted.add(mention.body.casefold())
                yield _unlisted(mention, where)
            elif not table:
                yield _empty_table(where)
                return


def _is_of(congress: Congress, body: str) -> bool:
    if congress.level is CongressLevel.NATIONAL or body == NATIONAL:
        return congress.level is CongressLevel.NATIONAL and body == NATIONAL
    return body.casefold() in (name.casefold() for name in (congress.body, *congress.aliases))


def _judge(mention: Mention, entries: list[Congress], where: Location) -> Iterator[Diagnostic]:
    pairs = _pairs(entries)
    if mention.ordinal is not None and _is_true(mention, pairs):
        return
    first = min(pairs)
    past = mention.ordinal is not None and mention.ordinal < first[0] and _fits_the_past(mention, first)
    if past and mention.committee:
        # Sessions of earlier Central Committees are cited all the time, and no table lists them.
        return
    near = _nearest(mention, pairs)
    fault = Diagnostic(
        "data/congress-ordinal",
        _("kỳ đại hội của {body} không khớp bảng kỳ đại hội").format(body=_name(mention.body)),
        where,
        expected=_(" hoặc ").join(_written(pair, mention) for pair in near),
        actual=mention.words,
        hint=_("sửa thành “{pair}”; nếu câu đúng thì thêm kỳ đó vào congresses trong vanthu.yaml").format(
            pair=_written(near[0], mention)
        ),
    )
    yield replace(fault, severity=Severity.WARNING) if past else fault


def _pairs(entries: list[Congress]) -> set[Pair]:
    """The listed congresses and the one before each, whose term ends where the listed one begins."""
    listed = {(c.ordinal, c.term_from, c.term_to) for c in entries}
    ordinals = {ordinal for ordinal, _start, _end in listed}
    before = {
        (ordinal - 1, start - _TERM, start)
        for ordinal, start, _end in listed
        if ordinal > 1 and ordinal - 1 not in ordinals
    }
    return listed | before


def _is_true(mention: Mention, pairs: set[Pair]) -> bool:
    if mention.term is None:
        return mention.ordinal in {ordinal for ordinal, _start, _end in pairs}
    return (mention.ordinal, *mention.term) in pairs


def _fits_the_past(mention: Mention, first: Pair) -> bool:
    """Whether an ordinal before all that are listed may be right: its term, where given, lies as far back."""
    if mention.term is None or mention.ordinal is None:
        return True
    back = (first[0] - mention.ordinal) * _TERM
    return abs(mention.term[0] - (first[1] - back)) <= 1


def _nearest(mention: Mention, pairs: set[Pair]) -> list[Pair]:
    """The true pair with the same term, then the one with the same ordinal; else the one nearest in ordinal."""
    same_term = [pair for pair in pairs if pair[1:] == mention.term]
    same_ordinal = [pair for pair in pairs if pair[0] == mention.ordinal]
    near = same_term + [pair for pair in same_ordinal if pair not in same_term]
    return near or [min(pairs, key=lambda pair: (abs(pair[0] - (mention.ordinal or 0)), -pair[0]))]


def _written(pair: Pair, mention: Mention) -> str:
    """The words of the mention with another ordinal and term."""
    ordinal, *term = pair
    words = re.sub(rf"(?<=\s){re.escape(mention.written)}(?!\w)", roman(ordinal), mention.words, count=1)
    if mention.term is None:
        return words
    return re.sub(r"\d{4}(\s*[-–—]\s*)\d{4}$", rf"{term[0]}\g<1>{term[1]}", words)


def _name(body: str) -> str:
    return _("Đảng (toàn quốc)") if body == NATIONAL else body


def _unlisted(mention: Mention, where: Location) -> Diagnostic:
    body = _name(mention.body)
    return _not_judged(_("bảng kỳ đại hội chưa có {body}, nên không đối chiếu được").format(body=body), where)


def _empty_table(where: Location) -> Diagnostic:
    return _not_judged(_("bảng kỳ đại hội còn trống, nên không đối chiếu được lần thứ và nhiệm kỳ"), where)


def _not_judged(message: str, where: Location) -> Diagnostic:
    hint = _("thêm vào congresses trong vanthu.yaml: level, body, ordinal, term_from, term_to")
    return Diagnostic("data/congress-unlisted", message, where, Severity.ADVICE, hint=hint)
