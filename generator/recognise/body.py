"""The text: headings, articles, clauses, points, tables, and plain paragraphs.

It says what each paragraph is; which heading stands under which, `outline` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.docview.blocks import Table
from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.beginning import is_enacting, is_rule
from generator.recognise.component import By
from generator.recognise.label import Label
from generator.recognise.names import Extra, Name
from generator.recognise.segments import Column, Segment

DECIMAL = re.compile(r"(\d{1,2})\s*[-./)](?!\d|[a-z]{1,4}/)\s*")
NESTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\s*[-.:/)]?(?!\d)\s*")
PARENTHESISED = re.compile(r"\((\d{1,2}|[ivx]+)\)\s*")
LETTER = re.compile(r"([a-z]\d?)\s*[)./](?!\w)\s*")
_SENTENCE = re.compile(r"[.;:,]$")


def body_of(segments: Sequence[Segment], tables: Mapping[int, Table]) -> Iterator[Label]:
    """A label for every piece; `tables` are those of data by the number of the outermost table."""
    under_article = False
    after: Name | None = None
    for segment in segments:
        table = tables.get(segment.place.table or 0)
        if table is not None:
            part: Name = Extra.TABLE_HEADER if _is_header(segment, table) else Part.TABLE
            yield Label(segment, part, By.POSITION)
            continue
        label = _label(segment, under_article=under_article, after=after)
        under_article = under_article or label.part is Extra.ARTICLE
        after = label.part
        yield label


def _label(segment: Segment, *, under_article: bool, after: Name | None) -> Label:
    if is_rule(segment):
        return Label(segment, None)
    if is_enacting(segment):
        return Label(segment, Extra.ENACTING)
    structural = _structural(segment, after)
    if structural is not None:
        return structural
    marked = _marked(segment)
    if marked is None:
        return Label(segment, Part.BODY, By.POSITION)
    if under_article and marked is Part.HEADING_DECIMAL:
        marked = Part.CLAUSE
    return Label(segment, marked)


def _structural(segment: Segment, after: Name | None) -> Label | None:
    text = segment.plain
    # A sentence may begin with `Điều 5 của Quy định`: an article has a full stop, or nothing else on its line.
    found = wordings.ARTICLE.match(text)
    if found and (found[0].rstrip()[-1:] in ".:" or segment.is_bold or found.end() == len(text)):
        return Label(segment, Extra.ARTICLE)
    if wordings.PART_LABEL.match(text) and (segment.column is Column.CENTRE or segment.is_bold) and len(text) < 90:
        return Label(segment, Extra.PART)
    if wordings.SECTION_LABEL.match(text) and (segment.column is Column.CENTRE or segment.is_bold) and len(text) < 90:
        return Label(segment, Extra.SECTION)
    is_title = segment.column is Column.CENTRE and (segment.is_upper or segment.is_bold)
    titles: dict[Name | None, Name] = {
        Extra.PART: Extra.PART_TITLE,
        Extra.PART_TITLE: Extra.PART_TITLE,
        Extra.SECTION: Extra.SECTION_TITLE,
        Extra.SECTION_TITLE: Extra.SECTION_TITLE,
    }
    if is_title and after in titles and not wordings.ROMAN.match(text):
        return Label(segment, titles[after], By.POSITION)
    return None


def _marked(segment: Segment) -> Name | None:
    """By the marker, typed or automatic; then by the look: a heading is bold, or a short line without an end mark."""
    number = segment.paragraph.number
    text = f"{number.lower()} {segment.plain}" if number else segment.plain
    if wordings.ROMAN.match(text) and (number[:1].isupper() if number else segment.text[:1].isupper()):
        return Part.HEADING_ROMAN
    if NESTED.match(text):
        return Part.HEADING_NESTED if _is_title(segment) or segment.is_italic else Part.CLAUSE
    if DECIMAL.match(text):
        return Part.HEADING_DECIMAL if _is_title(segment) else Part.CLAUSE
    if PARENTHESISED.match(text):
        return Part.POINT
    if LETTER.match(text) and not segment.text[:1].isupper():
        return Part.HEADING_NESTED if segment.is_bold else Part.POINT
    return None


def _is_title(segment: Segment) -> bool:
    if segment.is_bold or segment.is_upper:
        return True
    return len(segment.text) < 90 and _SENTENCE.search(segment.text) is None


def _is_header(segment: Segment, table: Table) -> bool:
    row = segment.paragraph.seat.row
    if row is None or row > len(table.rows) or segment.paragraph.seat.depth > 1:
        return False
    if any(each.is_header for each in table.rows):
        return table.rows[row - 1].is_header
    return row == 1 and segment.is_bold
