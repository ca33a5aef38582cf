"""The head of page 1: names, title, their rules, and the subject, as plain values with their measures.

Numbers, days and persons are `frame`'s and `signing`'s; it makes no XML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypedDict

from generator.measures import Length
from generator.model.document import JointIssuer
from generator.model.organization import Organization
from generator.profile.profile import Profile
from generator.templates.pages import letterhead_widths
from generator.typeface import measure, text_width, wrap
from generator.vietnamese.lines import balanced
from generator.vietnamese.unicode import upper, upper_first

_ABOUT = re.compile(r"(về việc|v/v|về)\s+", re.IGNORECASE)
"""What a dispatch's subject begins with by itself."""
_LEAST_GAP = Length.from_mm(2)
"""Between the two columns of a letterhead, where the regime has a gap at all."""


class Rule(TypedDict):
    length: int
    """Twips."""
    weight: int
    """Eighths of a point."""
    gap: int
    """Twips between the text above and the line."""


class Title(TypedDict):
    """What is the same above all documents of a profile."""

    title: str
    """ĐẢNG CỘNG SẢN VIỆT NAM, or the national title."""
    motto: str
    star: str


class Names(TypedDict):
    """What the issuer's names and its place make of the head."""

    left: int
    gap: int
    right: int
    """The columns in twips: as wide as the profile says, or as a long place name needs."""
    parent_lines: list[str]
    name_lines: list[str]
    title_rule: Rule
    """Under the Party title, or under the motto."""
    issuer_rule: Rule


class Letterhead(Title, Names):
    """The whole head."""


NO_RULE: Rule = {"length": 0, "weight": 0, "gap": 0}


def letterhead(issuer: Organization, day: str, profile: Profile, partners: Sequence[JointIssuer] = ()) -> Letterhead:
    """The names, the title and their rules, in columns that hold `day`, the line with place and day, unbroken."""
    return {**title(profile), **names(issuer, day, profile, partners)}


def title(profile: Profile) -> Title:
    """What stands at the top right, and the Party's star."""
    party = profile.side == "party"
    return {
        "title": profile.text("party_title.text" if party else "national_title.text"),
        "motto": "" if party else profile.text("motto.text"),
        "star": profile.text("star.text") if party else "",
    }


def names(issuer: Organization, day: str, profile: Profile, partners: Sequence[JointIssuer] = ()) -> Names:
    """The issuer's and its superior's names, and the columns that hold them and `day`.

    Bodies that issue together stand under each other, joined by a dash and without a superior (HD05 II.I.2.1.5).
    """
    parents, own = issuer.header.parent, issuer.header.name
    if partners:
        joined = [" ".join(own), *(partner.name for partner in partners)]
        parents, own = (), (*(f"{name} -" for name in joined[:-1]), joined[-1])
    columns, parent_lines, parents_need, title_rule = _beside(parents, day, profile)
    left, gap, right = columns
    name_lines, names_need = _lines(own, columns, "issuer", profile)
    widest = max(left, parents_need, names_need)
    return {
        "left": widest.twips,
        "gap": Length(gap - (widest - left)).twips,
        "right": right.twips,
        "parent_lines": list(parent_lines),
        "name_lines": list(name_lines) or [""],
        "title_rule": title_rule,
        "issuer_rule": _issuer_rule(name_lines or ("",), widest, profile),
    }


@lru_cache(maxsize=1024)
def _beside(
    parents: tuple[str, ...], day: str, profile: Profile
) -> tuple[tuple[Length, Length, Length], tuple[str, ...], Length, Rule]:
    """What stands around the issuer's own name; units of one superior and place have it in common."""
    columns = _columns(day, profile)
    return columns, *_lines(parents, columns, "parent_body", profile), _title_rule(columns[2], profile)


def _columns(day: str, profile: Profile) -> tuple[Length, Length, Length]:
    left, gap, right = letterhead_widths(profile)
    needed = text_width(day, profile.length("dateline.size"), italic=True) + Length.from_mm(1)
    missing = max(needed - right, 0)
    from_gap = min(missing, max(gap - _LEAST_GAP, 0))
    from_left = min(missing - from_gap, left // 3)
    return Length(left - from_left), Length(gap - from_gap), Length(right + from_gap + from_left)


@lru_cache(maxsize=1024)
def _lines(
    typed: tuple[str, ...], columns: tuple[Length, Length, Length], part: str, profile: Profile
) -> tuple[tuple[str, ...], Length]:
    """The lines of a name in the left column, and the width that they need.

    A name may have what the gap can spare; the column is widened only as far as its lines need. What was typed as
    lines of its own stays so, and each is broken where it is too long.
    """
    left, gap, _right = columns
    room = Length(left + max(gap - _LEAST_GAP, 0))
    width_of = measure(profile.length(f"{part}.size"), part == "issuer", False)
    lines = tuple([line for each in typed for line in balanced(upper(each), width_of, room)])
    return lines, min(max(map(width_of, lines), default=Length(0)), room)


@lru_cache(maxsize=1024)
def _title_rule(right: Length, profile: Profile) -> Rule:
    part = "party_title" if profile.side == "party" else "motto"
    line, size = profile.text(f"{part}.text"), profile.length(f"{part}.size")
    return rule_under(line, f"{part}_rule", size=size, bold=True, width=right, profile=profile)


def _issuer_rule(lines: Sequence[str], left: Length, profile: Profile) -> Rule:
    if profile.side == "party":
        return NO_RULE
    size = profile.length("issuer.size")
    widest = max(lines, key=lambda text: text_width(text, size, bold=True))
    return rule_under(widest, "issuer_rule", size=size, bold=True, width=left, profile=profile)


def rule_under(text: str, rule: str, *, size: Length, bold: bool, width: Length, profile: Profile) -> Rule:
    """A line under a text: the regime's share of its width, or of the room where the text wraps."""
    ratio = float(profile.number(f"{rule}.ratio"))
    length = Length(ratio * min(text_width(text, size, bold=bold), width))
    gap = profile.length(f"{rule}.gap") if profile.has(f"{rule}.gap") else Length(0)
    return {"length": length.twips, "weight": round(profile.length(f"{rule}.weight").pt * 8), "gap": gap.twips}


def subject(text: str, profile: Profile) -> tuple[int, Rule]:
    """How far to indent the subject on both sides so that its lines come out even, and the rule under it (State)."""
    room = Length(profile.length("page.width") - profile.length("page.left") - profile.length("page.right"))
    size, bold = profile.length("subject.size"), profile.flag("subject.bold")
    lines = balanced(text, lambda words: text_width(words, size, bold=bold), room)
    needed = Length(max(text_width(line, size, bold=bold) for line in lines) + Length.from_mm(1))
    indent = 0
    # Only where Word, which fills line after line, will break at the same places.
    if len(lines) > 1 and needed < room and wrap(text, size, needed, bold=bold) == lines:
        indent = (room.twips - needed.twips) // 2
    under: Rule = {"length": 0, "weight": 0, "gap": 0}
    if profile.has("subject_rule.ratio"):
        printed = lines if indent else wrap(text, size, room, bold=bold)
        # A line longer than the words right above it would look torn off.
        last = printed[-1] if printed else ""
        under = rule_under(last, "subject_rule", size=size, bold=bold, width=room, profile=profile)
    return indent, under


def dispatch_subject(text: str, profile: Profile) -> str:
    """A dispatch's subject under its number: `về việc …` (Party), `V/v …` (State)."""
    prefix = profile.text("subject_dispatch.prefix")
    begins = _ABOUT.match(text)
    words = f"{prefix}{text[begins.end() if begins else 0 :]}" if prefix else text
    is_sentence = profile.text("subject_dispatch.start") == "sentence"
    return upper_first(words) if is_sentence else words
