"""The foot of a document: recipients at the left, signatures at the right, and what stands under them.

It labels line by line; which lines make one signature, `signing` says.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.component import By
from generator.recognise.label import Label
from generator.recognise.letterhead import is_dateline
from generator.recognise.names import Extra, Name
from generator.recognise.segments import Column, Segment
from generator.vietnamese.names import strip_titles

_MOST_COLUMNS = 5
"""A table of signatures may have narrow columns between; one of data has more, or many rows."""
_NEAR = ({Column.FULL, Column.LEFT}, {Column.FULL, Column.CENTRE})
_SIGNING = (Part.AUTHORITY, Part.POSITION, Part.CONCURRENT)


def starts_closing(segment: Segment) -> bool:
    """The first line of recipients or of a signature."""
    if len(segment.text) > 90 or segment.place.grid > _MOST_COLUMNS:
        return False
    text = segment.plain
    found = wordings.RECIPIENTS_LABEL.match(text)
    if found and (len(text) - found.end() < 3 or found[0].endswith(":")) and not wordings.COPY_ROW.match(text):
        return True
    if is_authority(segment) or wordings.CONFIRMATION.match(text):
        return True
    return segment.column in (Column.RIGHT, Column.LEFT) and is_position(segment)


def is_authority(segment: Segment) -> bool:
    """`T/M BAN THƯỜNG VỤ`, `TM. ỦY BAN NHÂN DÂN`, however it is pointed and spaced."""
    if not segment.is_upper or len(segment.text) > 90:
        return False
    found = wordings.AUTHORITY.match(segment.plain) or wordings.AUTHORITY_TIGHT.match(segment.plain)
    return found is not None and segment.column is not Column.FULL


def is_position(segment: Segment) -> bool:
    return segment.is_upper and wordings.POSITION.match(segment.plain) is not None and len(segment.text) < 90


def is_person(segment: Segment) -> bool:
    """A name: words with capitals, with or without titles before it."""
    text = " ".join(strip_titles(segment.text).split())
    if not 3 < len(text) < 45 or (segment.is_upper and " " not in text):
        return False
    if wordings.PERSON.fullmatch(text) is None or wordings.BODY_BEGINNING.match(segment.plain):
        return False
    return all(word[:1].isupper() for word in text.split())


def first_closing(segments: Sequence[Segment]) -> int:
    """Where the foot begins: the whole table where it is one; len(segments) where there is none."""
    for at, segment in enumerate(segments):
        if starts_closing(segment):
            table = segment.place.table
            while at and table is not None and segments[at - 1].place.table == table:
                at -= 1
            while at and segments[at - 1].index == segment.index:
                at -= 1
            return at
    return len(segments)


def closing_of(segments: Sequence[Segment]) -> list[Label]:
    """A label for every line of the foot that is understood."""
    labels: list[Label] = []
    for segment in segments:
        labels.extend(_line(segment, labels))
    return labels


def _line(segment: Segment, before: Sequence[Label]) -> list[Label]:
    fixed = _fixed(segment)
    if fixed is not None:
        return fixed
    same = [label for label in before if _beside(label.segment, segment)]
    last = same[-1].part if same else None
    if _in_recipients(segment, last):
        return _recipient(segment)
    person = is_person(segment)
    signing = any(label.part in _SIGNING for label in same)
    if segment.is_upper and not (person and last is Part.POSITION and not is_position(segment)):
        return _signing(segment, last)
    if person and signing:
        return [Label(segment, Part.SIGNER_NAME, By.POSITION)]
    if last in _SIGNING and wordings.POSITION.match(segment.plain) and len(segment.text) < 60:
        # Under his position stands another office of the signer, written as a name is.
        is_other = any(label.part is Part.POSITION for label in same)
        return [Label(segment, Part.SIGNER_NAME if is_other else Part.POSITION)]
    return []


def _beside(one: Segment, other: Segment) -> bool:
    """In the same column of the foot; a plain paragraph begins at the left, and may be of the middle."""
    if one.place.table is not None and one.place.table == other.place.table and one.place.cell and other.place.cell:
        return one.column is other.column
    return one.column is other.column or {one.column, other.column} in _NEAR


def _fixed(segment: Segment) -> list[Label] | None:
    """What the words alone say."""
    text = segment.plain
    if found := wordings.RECIPIENTS_LABEL.match(text):
        rest = segment.text[found.end() :].strip()
        if not rest:
            return [Label(segment, Part.RECIPIENTS_LABEL)]
        if found[0].endswith(":") and not wordings.COPY_ROW.match(text):
            label = Label(segment.cut(0, found.end()), Part.RECIPIENTS_LABEL)
            return [label, *_recipient(segment.cut(found.end()))]
    if wordings.TYPED_LINE.fullmatch(segment.text):
        return [Label(segment, None)]
    if wordings.CONFIRMATION.match(text):
        return [Label(segment, Part.CONFIRMATION)]
    if wordings.CONCURRENT.fullmatch(text.strip("- ")):
        return [Label(segment, Part.CONCURRENT)]
    if is_authority(segment):
        return [Label(segment, Part.AUTHORITY)]
    if wordings.NOT_FOR_MEDIA.match(text):
        return [Label(segment, Part.CIRCULATION_FOOT)]
    if len(wordings.CONTACT.findall(text)) and len(text) > 25:
        return [Label(segment, Part.CONTACT)]
    if wordings.mark_of(text) is Part.CIRCULATION:
        return [Label(segment, Part.CIRCULATION)]
    if is_dateline(segment):
        return [Label(segment, Part.DATELINE)]
    return None


def _in_recipients(segment: Segment, last: Name | None) -> bool:
    listed = (Part.RECIPIENTS_LABEL, Part.RECIPIENTS, Extra.RECIPIENTS_ARCHIVE)
    if last in listed and wordings.DRAFTER_CODE.fullmatch(segment.plain):
        return True
    if segment.column is Column.RIGHT or (segment.is_upper and not segment.text.startswith(("-", "–"))):
        return False
    if last in (Part.RECIPIENTS_LABEL, Part.RECIPIENTS):
        return True
    if last in (Extra.RECIPIENTS_ARCHIVE, Part.DRAFTER_CODE):
        return segment.text.startswith(("-", "–", "+"))
    return bool(wordings.ARCHIVE.match(segment.plain)) and segment.text[:1] in "-–+"


def _recipient(segment: Segment) -> list[Label]:
    text = segment.plain
    if wordings.DRAFTER_CODE.fullmatch(text):
        return [Label(segment, Part.DRAFTER_CODE)]
    if wordings.ARCHIVE.match(text):
        return [Label(segment, Extra.RECIPIENTS_ARCHIVE)]
    return [Label(segment, Part.RECIPIENTS, By.POSITION)]


def _signing(segment: Segment, last: Name | None) -> list[Label]:
    """A line in capitals: the first is in whose right he signs, the next ones are his position."""
    if last in (Part.AUTHORITY, Part.POSITION):
        by = By.WORDING if is_position(segment) else By.POSITION
        return [Label(segment, Part.POSITION, by)]
    if is_position(segment) or last is Part.CONCURRENT:
        return [Label(segment, Part.AUTHORITY)]
    if is_person(segment) and last is Part.SIGNER_NAME:
        return []
    return [Label(segment, Part.AUTHORITY, By.POSITION)] if segment.column is Column.RIGHT else []
