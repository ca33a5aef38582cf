"""How words look, component by component: size, bold, italic, underline and capitals as the profile has them.

It judges by the profile alone, and leaves what may be a heading, a line or an emphasis as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.check.components.look_words import constrained, wrong_words
from generator.check.page.fonts import is_legacy
from generator.check.page.prose import HEADINGS, PROSE, prose
from generator.check.words import has_letters, readable, value_of
from generator.docview.blocks import Paragraph
from generator.docview.words import Run
from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.fix.markup import drop, put
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import Constraint
from generator.profile.values import Value, written
from generator.recognise.component import Component, LineKind, Span
from generator.recognise.names import Extra

_KEYS = {
    "size": mark("cỡ chữ"),
    "bold": mark("chữ đậm"),
    "italic": mark("chữ nghiêng"),
    "underline": mark("gạch chân"),
}
_SWITCHES = {"bold": ("b", "bCs"), "italic": ("i", "iCs")}
_ENDS_A_SENTENCE = tuple(".;:,!?…")
_A_TITLE = 150
_ARTICLE = re.compile(r"\s*\w+\s+\w+\s*[.:]?")
_SETS = ("size_sets.larger", "size_sets.smaller")
_IN_SETS = (Part.NATIONAL_TITLE, Part.MOTTO, Part.DATELINE)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Some words that look otherwise than they should."""

    paragraph: Paragraph
    start: int
    stop: int
    key: str
    before: Value
    after: Value
    path: str


def components(desk: Desk) -> Iterator[Change]:
    """The words of every component of the form."""
    for key in _KEYS:
        for each in wrong_words(desk.subject, key):
            component = each.component
            if component.part in PROSE or (key == "underline" and _is_line(desk, component)):
                continue
            for span in component.spans:
                for run in readable(span.words):
                    start, stop = max(run.start, span.start), min(run.end, span.stop)
                    if value_of(run, key) == each.value and has_letters(span.paragraph.text[start:stop]):
                        after = each.constraint.default
                        wrong = _Wrong(span.paragraph, start, stop, key, each.value, after, each.path)
                        yield from _right(desk, wrong)


def _asked(desk: Desk, path: str) -> Constraint | None:
    """What the profile asks for at a path; None where it asks for nothing."""
    if not desk.profile.has(path) or desk.profile.value(path) is None:
        return None
    return desk.profile.constraint(path)


def _is_line(desk: Desk, component: Component) -> bool:
    """Its underline is the rule below it: without it there would be none."""
    return any(line.of == component.part and line.kind is LineKind.UNDERLINE for line in desk.subject.recognised.lines)


def size_sets(desk: Desk) -> Iterator[Change]:
    """The State's name, its motto and the date line in sizes that go together."""
    if not all(desk.profile.has(path) for path in _SETS):
        return
    found = [desk.subject.recognised.first(part) for part in _IN_SETS]
    there = [component for component in found if component is not None and component.words]
    sizes = tuple(component.words[0].look.size for component in there)
    sets = [tuple(map(Length.parse, desk.profile.texts(path))) for path in _SETS]
    if (
        len(there) < len(_IN_SETS)
        or sizes in sets
        or not all(size in {each[at] for each in sets} for at, size in enumerate(sizes))
    ):
        return
    nearest = max(sets, key=lambda each: sum(one == other for one, other in zip(sizes, each, strict=True)))
    for component, wanted in zip(there, nearest, strict=True):
        for span in component.spans:
            for run in readable(span.words):
                if run.look.size != wanted:
                    start, stop = max(run.start, span.start), min(run.end, span.stop)
                    yield from _right(
                        desk, _Wrong(span.paragraph, start, stop, "size", run.look.size, wanted, _SETS[0])
                    )


def text_sizes(desk: Desk) -> Iterator[Change]:
    """The running text in one size: that which most of it has, where it is accepted."""
    letters: Counter[Length] = Counter()
    constraint = desk.profile.constraint("body.size")
    for each in prose(desk.subject, (Part.BODY,)):
        for run in readable(each.paragraph.runs):
            if constraint.accepts(run.look.size):
                letters[run.look.size] += len(run.text)
    usual = letters.most_common(1)[0][0] if letters else desk.profile.length("body.size")
    for each in prose(desk.subject):
        path = f"{each.part}.size"
        asked = _asked(desk, path)
        if asked is None:
            continue
        for run in readable(each.paragraph.runs):
            is_odd = each.part == Part.BODY and run.look.size != usual
            if is_odd or not asked.accepts(run.look.size):
                after = desk.profile.chosen(path, usual)
                wrong = _Wrong(each.paragraph, run.start, run.end, "size", run.look.size, after, path)
                yield from _right(desk, wrong)


def text_styles(desk: Desk) -> Iterator[Change]:
    """Bold, italic and underline of whole paragraphs of text and of headings; a few words set off stay so."""
    for each in prose(desk.subject):
        for key in ("bold", "italic", "underline"):
            path = f"{each.part}.{key}"
            asked, runs = _asked(desk, path), readable(each.paragraph.runs)
            if asked is None or not runs:
                continue
            stop = _reach(each.part in HEADINGS, each.part == Extra.ARTICLE, asked, each.paragraph, runs, key)
            for run in runs:
                if run.start < stop and not asked.accepts(value_of(run, key)):
                    wrong = _Wrong(
                        *(each.paragraph, run.start, min(run.end, stop), key),
                        *(value_of(run, key), asked.default, path),
                    )
                    yield from _right(desk, wrong)


def _reach(
    is_heading: bool, is_article: bool, asked: Constraint, paragraph: Paragraph, runs: tuple[Run, ...], key: str
) -> int:
    """Up to which letter the paragraph is to be changed: 0 where that cannot be told."""
    values = {bool(value_of(run, key)) for run in runs}
    text = paragraph.text.strip()
    if len(values) > 1 or asked.accepts(*values):
        return 0
    is_sentence = text.endswith(_ENDS_A_SENTENCE) or len(text) > _A_TITLE
    if is_article and asked.accepts(True) and is_sentence:
        found = _ARTICLE.match(paragraph.text)
        return found.end() if found else 0
    if is_heading:
        return len(paragraph.text) if asked.accepts(False) or len(text) <= _A_TITLE else 0
    # A short line in bold that is no sentence may be a heading that nobody numbered.
    return len(paragraph.text) if is_sentence or asked.accepts(True) else 0


def capitals(desk: Desk) -> Iterator[Change]:
    """Components in capitals print capitals, others not; how they were typed stays."""
    for component, path, asked in constrained(desk.subject, "case"):
        is_upper = not asked.accepts("sentence") and not asked.accepts("as_written")
        if not is_upper and (asked.accepts("upper") or asked.accepts("as_written")):
            continue
        before, after = (_("in thường"), _("in hoa")) if is_upper else (_("in hoa"), _("in thường"))
        for span in component.spans:
            for run in [run for run in readable(span.words) if _is_cased_wrong(run, span, is_upper)]:
                start, stop = max(run.start, span.start), min(run.end, span.stop)
                yield from _right(desk, _Wrong(span.paragraph, start, stop, "caps", before, after, path))


def _is_cased_wrong(run: Run, span: Span, is_upper: bool) -> bool:
    text = span.paragraph.text[max(run.start, span.start) : min(run.end, span.stop)]
    if any(is_legacy(font) for font in run.fonts) or not any(letter.islower() for letter in text):
        return False
    return run.look.caps is not is_upper


def _right(desk: Desk, wrong: _Wrong) -> Iterator[Change]:
    found = list(desk.runs(wrong.paragraph, wrong.start, wrong.stop))
    for properties in found:
        _set(properties, wrong)
    if found:
        label = _("chữ in hoa") if wrong.key == "caps" else _(_KEYS[wrong.key])
        before, after = (str(each) if wrong.key == "caps" else written(each) for each in (wrong.before, wrong.after))
        yield desk.change(label, wrong.path, before, after, wrong.paragraph.where)


def _set(properties: etree._Element, wrong: _Wrong) -> None:
    if wrong.key == "size" and isinstance(wrong.after, Length):
        put(properties, "sz", val=wrong.after.half_points)
        put(properties, "szCs", val=wrong.after.half_points)
    elif wrong.key == "underline":
        put(properties, "u", val="single" if wrong.after else "none")
    elif wrong.key == "caps":
        put(properties, "caps", val=int(wrong.after == _("in hoa")))
        drop(properties, "smallCaps")
    else:
        for name in _SWITCHES[wrong.key]:
            put(properties, name, val=int(bool(wrong.after)))
