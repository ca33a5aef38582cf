"""What several rules on components ask of texts: one spelling to compare in, places inside a paragraph, what is prose.

It judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.check.subject import Subject
from generator.diagnostics import Location
from generator.docview.blocks import Paragraph
from generator.messages import _
from generator.model.parts import Part
from generator.recognise.component import Component
from generator.recognise.names import Name
from generator.recognise.pieces import DocumentNumber
from generator.vietnamese.names import ToneStyle, tone_style
from generator.vietnamese.unicode import fold_whitespace

PARTY, STATE = "party", "state"
HEAD: frozenset[Name] = frozenset(
    {
        *(Part.PARTY_TITLE, Part.STAR, Part.NATIONAL_TITLE, Part.MOTTO, Part.PARENT_BODY, Part.ISSUER, Part.NUMBER),
        *(Part.DATELINE, Part.KIND_TITLE, Part.AUTHOR, Part.SUBJECT_END, Part.AUTHORITY, Part.POSITION),
        *(Part.CONCURRENT, Part.SIGNER_NAME, Part.ANNEX_LABEL, Part.ANNEX_TITLE, Part.COPY_STAMP, Part.COPY_FORM),
        *(Part.COPY_ISSUER, Part.COPY_NUMBER, Part.COPY_DATELINE, Part.COPY_POSITION, Part.URGENCY, Part.CIRCULATION),
    }
)
"""Components in forms of their own, whose words are no sentences."""
_AROUND = 20


def is_party(subject: Subject) -> bool:
    """Judged as a document of the Party."""
    return subject.profile.side == PARTY


def folded(text: str) -> str:
    """Composed, white space folded, tone marks in one place: `HOÀ` and `HÒA` are one text."""
    return tone_style(fold_whitespace(text), ToneStyle.FIRST_VOWEL)


def spot(paragraph: Paragraph, start: int, stop: int) -> Location:
    """The place of some words of a paragraph, with the words around them as the excerpt."""
    text = paragraph.text
    excerpt = fold_whitespace(text[max(0, start - _AROUND) : stop + _AROUND])
    return replace(paragraph.where, column=start + 1, excerpt=excerpt)


def prose(subject: Subject) -> Iterator[Paragraph]:
    """The paragraphs of the body, of tables and annexes too, that are written in sentences."""
    for paragraph in subject.view.paragraphs:
        if paragraph.text.strip() and not any(each.part in HEAD for each in subject.recognised.at(paragraph)):
            yield paragraph


def found(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Every place in the prose where the pattern fits."""
    for paragraph in prose(subject):
        for match in pattern.finditer(paragraph.text):
            yield paragraph, match


def is_mid_sentence(text: str, start: int) -> bool:
    """Words of the same sentence stand before this offset."""
    before = text[:start].rstrip(" \t\u00a0“‘\"'(")
    return bool(before) and before[-1] not in ".?!:;\n-–" and not re.fullmatch(r"\W*\S{1,6}[.)]", before)


def is_dispatch(subject: Subject) -> bool:
    """An official letter: known as one, or unknown with the subject of one."""
    recognised = subject.recognised
    if recognised.first(Part.KIND_TITLE) is not None:
        return False
    return recognised.kind == "dispatch" or recognised.first(Part.SUBJECT_DISPATCH) is not None


def is_promulgated(subject: Subject) -> bool:
    """A text that comes with a decision and says so under its title: without number, date and signature of its own."""
    references = subject.recognised.of(Part.ANNEX_REFERENCE)
    return any(not subject.recognised.is_in_annex(each.first) for each in references)


def kind_named(subject: Subject, title: str) -> tuple[str, ...]:
    """The kinds that the regime calls so in print; mostly one."""
    profile = subject.profile
    return tuple(
        kind for kind in profile.keys("type_names") if folded(profile.text(f"type_names.{kind}")) == folded(title)
    )


def main(subject: Subject, *parts: Name) -> tuple[Component, ...]:
    """The components of these parts that belong to no annex."""
    return tuple(each for each in subject.recognised.of(*parts) if not subject.recognised.is_in_annex(each.first))


def type_codes(subject: Subject) -> tuple[str, ...]:
    """The codes of kinds that the regime knows."""
    profile = subject.profile
    return tuple(code for kind in profile.keys("type_codes") if (code := profile.text(f"type_codes.{kind}")))


def decree_annex(clause: str) -> str:
    """Where Decree 30 says it, of what no path of a profile holds."""
    return _("Nghị định 30/2020/NĐ-CP, Phụ lục II, mục {clause}").format(clause=clause)


def codes_of(number: DocumentNumber) -> tuple[str, ...]:
    """The codes behind the number, without the year that may stand among them."""
    return tuple(code for code in number.codes if code != number.year)
