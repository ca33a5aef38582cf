"""The form of the markers before headings, points and parts. Their order is other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import is_party
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text, candidates
from generator.recognise.names import Extra
from generator.recognise.pieces import Heading
from generator.vietnamese.numbering import MarkerStyle

_FORMS = (
    ("heading_roman.marker", re.compile(r"(?P<number>[IVXLCDM]+)(?P<sign>\W*)$")),
    ("heading_nested.marker", re.compile(r"(?P<number>(?:\d+\.)+\d+)(?P<sign>\W*)$")),
    ("heading_decimal.marker", re.compile(r"(?P<number>\d+)(?P<sign>\W*)$")),
    ("point.marker", re.compile(r"(?P<number>[^\W\d_]\d*)(?P<sign>\W*)$")),
)
_BULLETS = (MarkerStyle.DASH, MarkerStyle.PLUS, MarkerStyle.NONE)
_LABELLED = {Extra.PART: "part", Extra.SECTION: "section", Extra.ARTICLE: "article"}
_NUMERALS = {"roman": r"[IVXLCDM]+", "arabic": r"\d+", "roman_or_words": r"[IVXLCDM]+|thứ \w+(?: \w+)?"}


@rule(
    "components/heading-marker",
    title=mark("cách đánh số đề mục"),
    enforces=[
        "heading_*.marker",
        "point.marker",
        "article.marker",
        "part.numerals",
        "section.numerals",
        "article.numerals",
        "part.template",
        "section.template",
        "clause.marker",
    ],
)
def heading_marker(subject: Subject) -> Iterator[Finding]:
    """What it checks: Roman or Arabic numerals, letters, and the sign after them, for each level of headings: “I.” in
    the State, “I-” or “I.” in the Party, “1.”, “a)”, “Phần I”, “Mục 1”, “Điều 1.”.

    Why: the regulations say how each level is numbered.
    Example: “I/”, “1)”, “a.”, “Chương 2”, “Mục II”.
    What to do: number the level as expected.
    """
    for heading in subject.recognised.headings:
        path = _broken(subject, heading)
        if path and subject.profile.has(path):
            yield Finding(
                _("cách đánh số “{marker}” không đúng").format(marker=heading.marker),
                heading.component.where,
                expected=_expected(subject, path),
                actual=heading.marker,
                path=path,
            )


def _broken(subject: Subject, heading: Heading) -> str | None:
    part = heading.component.part
    for name, section in _LABELLED.items():
        if part == name:
            return _broken_label(subject, heading, section)
    # Bullets of other shapes are ruled by nobody.
    if heading.style in _BULLETS or not any(each.isalnum() for each in heading.marker):
        return None
    for path, form in _FORMS:
        if match := form.match(heading.marker):
            if not subject.profile.has(path):
                return None
            marker = "{number}" + match["sign"]
            if path.startswith("heading_nested"):
                marker = "{parent}.{number}" + match["sign"]
            constraint = subject.profile.constraint(path)
            return None if constraint.accepts(marker) else path
    if heading.style is MarkerStyle.PARENTHESISED:
        constraint = subject.profile.constraint("heading_nested.marker")
        return None if is_party(subject) or constraint.accepts("({number})") else "heading_nested.marker"
    return "point.marker" if heading.style is None else None


def _broken_label(subject: Subject, heading: Heading, section: str) -> str | None:
    if section == "article":
        return None if re.fullmatch(r"Điều \d+\.", heading.marker.strip()) else "article.marker"
    numerals = _NUMERALS[subject.profile.text(f"{section}.numerals")]
    label = heading.marker.strip() or heading.component.text
    templates = candidates(subject.profile.constraint(f"{section}.template")) or ()
    if not any(re.match(re.escape(str(each).partition("{")[0]), label, re.IGNORECASE) for each in templates):
        return f"{section}.template"
    return None if re.fullmatch(rf"\D+? (?:{numerals})", label, re.IGNORECASE) else f"{section}.numerals"


def _expected(subject: Subject, path: str) -> str:
    constraint = subject.profile.constraint(path)
    shown = accepted_text(constraint)
    for name, example in (
        ("{parent}.", "1."),
        ("{number}", {"heading_roman.marker": "I", "part.template": "I", "point.marker": "a"}.get(path, "1")),
    ):
        shown = shown.replace(name, example)
    return shown
