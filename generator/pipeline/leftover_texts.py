"""The running text of a document that was made, paragraph by paragraph, as far as it is not its issuer's own.

It judges nothing. Letterhead, number, day, signature and recipients come from the unit, and are left out; where a text
names the issuer, the name is taken out, so that the rest holds for every unit of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Location
from generator.docview.blocks import Paragraph
from generator.docview.opening import open_view
from generator.messages import _
from generator.model.kinds import Kind
from generator.model.organization import Organization
from generator.model.parts import Part
from generator.recognise.recognised import Recognised
from generator.recognise.recognising import recognise
from generator.sources.loaded import LoadedPlan
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese.unicode import compose, fold_whitespace

_TEXT = (Part.BODY, Part.CLAUSE, Part.POINT, Part.BASES, Part.TABLE, Part.SUBJECT, Part.SUBJECT_DISPATCH)
_HEADINGS = (Part.HEADING_ROMAN, Part.HEADING_DECIMAL, Part.HEADING_NESTED, Part.ANNEX_TITLE)
_ADDRESSEES = (Part.ADDRESSEE, Part.ADDRESSEE_NAMES)
_ISSUER = "…"
"""Stands for the issuer's own name."""
_PARTS = {
    Kind.GUIDANCE: "guidance",
    Kind.SLOGANS: "slogans",
    Kind.REPORT: "reports",
    Kind.DIRECTIVE: "directive",
    Kind.DISPATCH: "dispatches",
    Kind.MINUTES: "minutes",
}
"""Where in the plan file the documents stand that are not the plan."""
_LONGEST = 20_000
"""Letters of a paragraph that are looked at: ten pages of it are none that a person wrote."""
_SHORTEST = 12
"""Letters of a text of the plan by which a paragraph is known again."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph's words as typed, what it is, and where it stands."""

    words: str
    where: Location
    is_heading: bool = False
    is_addressee: bool = False
    is_in_annex: bool = False
    in_table: bool = False

    @property
    def folded(self) -> str:
        return fold_whitespace(self.words)


def texts_of(file: Path, issuer: Organization) -> tuple[Text, ...]:
    """What a made document says beside its frame. Reads: the file."""
    recognised = recognise(open_view(file))
    own = _own_names(issuer)
    tables = {each.index for table in recognised.tables for each in table.paragraphs}
    sections = _sections(recognised)
    return tuple(
        replace(text, words=own.sub(_ISSUER, text.words)) if own else text
        for paragraph in recognised.view.paragraphs
        if (text := _text(paragraph, recognised, tables, sections)) is not None
    )


def _text(
    paragraph: Paragraph, recognised: Recognised, tables: set[int], sections: Sequence[tuple[int, str]]
) -> Text | None:
    parts = {component.part for component in recognised.at(paragraph)}
    in_table = paragraph.index in tables
    if not paragraph.text.strip() or (parts and parts.isdisjoint((*_TEXT, *_HEADINGS, *_ADDRESSEES)) and not in_table):
        return None
    section = next((words for start, words in reversed(sections) if start <= paragraph.index), "")
    where = replace(paragraph.where, file=None)
    if section:
        where = replace(where, part=f"{where.part}, {section}" if where.part else section)
    return Text(
        compose(paragraph.full_text[:_LONGEST]),
        where,
        is_heading=not parts.isdisjoint((*_HEADINGS, Part.CLAUSE)) and not in_table,
        is_addressee=not parts.isdisjoint(_ADDRESSEES),
        is_in_annex=recognised.is_in_annex(paragraph),
        in_table=in_table,
    )


def _sections(recognised: Recognised) -> list[tuple[int, str]]:
    """Where each numbered section begins, and how a reader calls it: `mục II.1`."""
    found = []
    path: list[tuple[int, str]] = []
    for heading in recognised.headings:
        number = heading.marker.strip(" -–.()/")
        if not number or heading.level > 2:
            continue
        path = [each for each in path if each[0] < heading.level]
        own = number.rpartition(".")[2]
        path.append((heading.level, own))
        found.append((heading.component.first.index, _("mục {number}").format(number=".".join(n for _l, n in path))))
    for annex in recognised.annexes:
        found.append((annex.start, _("phụ lục {number}").format(number=annex.number).strip()))
    return sorted(found)


def _own_names(issuer: Organization) -> re.Pattern[str] | None:
    names = {name for name in (issuer.name, issuer.issuing_body, *issuer.aliases) if len(name.split()) > 1}
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)") if longest else None


class PlanLines:
    """The lines of the plan file from which the paragraphs of one kind of document came; made once for a document."""

    def __init__(self, plan: LoadedPlan, kind: Kind) -> None:
        self._source = plan.source
        part = _PARTS.get(kind)
        self._texts = [] if plan.source is None else [*_longest_first(plan.source, part)]

    def place(self, paragraph: str, where: Location) -> Location:
        """The place in the plan file, with that in the document in words; in the document alone where the plan has
        no such text: then it is the template's."""
        loc = next((loc for text, loc in self._texts if text in paragraph), None)
        if self._source is None or loc is None:
            return where
        line = self._source.value_at(loc)
        return replace(line, part=where.part, paragraph=where.paragraph, excerpt=where.excerpt)


def _longest_first(source: YamlText, part: str | None) -> list[tuple[str, Loc]]:
    """The texts of one part of the plan file; of the plan itself, those in no other document's part."""
    texts = [
        (folded, loc)
        for loc, text in source.texts()
        if (loc[0] == part if part else loc[0] not in _PARTS.values())
        and len(folded := fold_whitespace(text.replace("*", ""))) >= _SHORTEST
    ]
    return sorted(texts, key=lambda each: -len(each[0]))
