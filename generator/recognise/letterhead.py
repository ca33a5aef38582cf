"""The top of a document: both sides of the letterhead with the marks under the number.

It ends where the kind's title, the addressee or the text begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.component import By
from generator.recognise.label import Label
from generator.recognise.names import Extra, Name
from generator.recognise.segments import Column, Segment

_WINDOW = 60
"""So many pieces at the top may belong to a letterhead."""
_REACH = 12
_ANCHORS = (Part.PARTY_TITLE, Part.NATIONAL_TITLE, Part.MOTTO, Part.NUMBER, Part.DATELINE, Part.STAR)


def letterhead_of(segments: Sequence[Segment]) -> tuple[list[Label], int]:
    """The labels of the letterhead, and how many pieces it takes; none where there is no letterhead."""
    window = segments[:_WINDOW]
    fixed = [_fixed(segment) for segment in window]
    anchors = [at for at, part in enumerate(fixed) if part in _ANCHORS]
    if not anchors:
        return _bare_marks(window), _leading_marks(window)
    stop = _title_at(window, fixed, anchors[0])
    anchors = _near(at for at in anchors if at < stop)
    if not anchors:
        return [], 0
    if stop == len(window):
        stop = _after_last(window, fixed, anchors[-1])
    return list(_labels(window[:stop], fixed[:stop])), stop


def _near(anchors: Iterable[int]) -> list[int]:
    """Those that stand together: a date far below belongs to a signature."""
    near: list[int] = []
    for at in anchors:
        if near and at - near[-1] > _REACH:
            break
        near.append(at)
    return near


def _fixed(segment: Segment) -> Name | None:
    """What the words alone say."""
    text = segment.plain
    if len(text) > 110 or not text:
        return None
    if (title := wordings.title_of(text)) is not None:
        return title
    if wordings.STAR.fullmatch(segment.text) and not set(segment.text) <= set("o -"):
        return Part.STAR
    if is_number(segment):
        return Part.NUMBER
    if is_dateline(segment):
        return Part.DATELINE
    if (mark := wordings.mark_of(text)) is not None and mark is not Part.COPY_FORM:
        return mark
    return Part.DRAFT if wordings.DRAFT.fullmatch(text) else None


def is_number(segment: Segment) -> bool:
    text = segment.plain
    if len(text) > 70:
        return False
    if wordings.BARE_NUMBER.fullmatch(text):
        return segment.column in (Column.LEFT, Column.CENTRE)
    found = wordings.NUMBER.fullmatch(text)
    if found is None or not any(map(str.isalpha, found["rest"])):
        return False
    return bool(found["word"]) or (bool(found["digits"].strip()) and segment.column is Column.LEFT)


def is_dateline(segment: Segment) -> bool:
    begins = segment.text[:1].isupper() or segment.plain.startswith(("ngay", ",", "."))
    if len(segment.plain) > 110 or not begins:
        return False
    found = wordings.DATELINE.fullmatch(segment.plain) or wordings.SHORT_DATELINE.fullmatch(segment.plain)
    return found is not None and len(found["place"]) <= 50 and " so " not in found["place"]


def _title_at(window: Sequence[Segment], fixed: Sequence[Name | None], first: int) -> int:
    for at, segment in enumerate(window):
        if fixed[at] is not None:
            continue
        if at > first and wordings.ADDRESSEE.match(segment.plain):
            return at
        if at > first and is_kind_title(segment):
            return at
    return len(window)


def is_kind_title(segment: Segment) -> bool:
    """A line of its own in the middle that begins with the name of a kind of document."""
    in_middle = segment.column in (Column.CENTRE, Column.FULL)
    looks = segment.is_upper or (segment.is_bold and segment.column is Column.CENTRE)
    if not in_middle or not looks or segment.text.endswith(":"):
        return False
    return wordings.kind_of(segment.plain) is not None


def _after_last(window: Sequence[Segment], fixed: Sequence[Name | None], last: int) -> int:
    """Where neither title nor addressee follows: the end of the table, or of what still stands at the sides."""
    table = window[last].place.table
    stop = last + 1
    while stop < len(window):
        segment = window[stop]
        in_table = table is not None and segment.place.table == table
        at_side = segment.column in (Column.LEFT, Column.RIGHT) and table is None and len(segment.text) < 90
        if not (in_table or at_side or fixed[stop] is not None):
            break
        stop += 1
    return stop


def _labels(head: Sequence[Segment], fixed: Sequence[Name | None]) -> Iterator[Label]:
    left = [at for at, part in enumerate(fixed) if part is None and _may_be_left(head[at])]
    numbers = [at for at, part in enumerate(fixed) if part is Part.NUMBER]
    above = numbers[0] if numbers else len(head)
    names = [at for at in left if at < above and not _is_typed_line(head[at])]
    if not numbers:
        names = [at for at in names if head[at].is_upper]
    issuers = _issuers([head[at] for at in names])
    below = [at for at in left if at > above and not _is_typed_line(head[at])]
    subjects = _dispatch_subject(head, below)
    for at, segment in enumerate(head):
        known = fixed[at]
        if known is not None:
            yield Label(segment, known)
        elif at in names:
            yield Label(segment, issuers[names.index(at)], By.POSITION)
        elif at in subjects:
            worded = wordings.DISPATCH_SUBJECT.match(segment.plain)
            yield Label(segment, Part.SUBJECT_DISPATCH, By.WORDING if worded else By.POSITION)
        elif _is_typed_line(segment):
            yield Label(segment, None)


def _may_be_left(segment: Segment) -> bool:
    if segment.column is Column.RIGHT:
        return False
    if segment.column is Column.LEFT:
        return True
    return segment.is_upper or bool(wordings.DISPATCH_SUBJECT.match(segment.plain))


def _is_typed_line(segment: Segment) -> bool:
    return wordings.TYPED_LINE.fullmatch(segment.text) is not None


def _dispatch_subject(head: Sequence[Segment], below: Sequence[int]) -> list[int]:
    worded = [at for at in below if wordings.DISPATCH_SUBJECT.match(head[at].plain)]
    if worded:
        return [at for at in below if at >= worded[0]]
    return [at for at in below if head[at].column is Column.LEFT and not head[at].is_upper]


def _issuers(lines: Sequence[Segment]) -> list[Name]:
    """Parent or issuer, line by line: the bold lines at the end are the issuer's, else the last name that begins."""
    count = len(lines)
    if not count:
        return []
    first = _first_of_issuer(lines)
    return [Part.PARENT_BODY if at < first else Part.ISSUER for at in range(count)]


def _first_of_issuer(lines: Sequence[Segment]) -> int:
    count = len(lines)
    bold = [segment.is_bold for segment in lines]
    if any(bold) and not all(bold):
        last_light = max((at for at in range(count) if not bold[at]), default=-1)
        if last_light < count - 1:
            return last_light + 1
    joint = any(segment.text.endswith(("-", "–")) for segment in lines[:-1])
    if joint or count == 1:
        return 0
    if all(bold) and lines[0].plain.startswith("dai hoi") and "lan thu" in lines[-1].plain:
        return 0
    begins = [at for at in range(1, count) if wordings.BODY_BEGINNING.match(lines[at].plain)]
    if lines[0].plain.startswith("dai hoi") and begins and lines[begins[0]].plain.startswith("dang bo"):
        begins = begins[1:]
    return begins[-1] if begins else 0


def _bare_marks(window: Sequence[Segment]) -> list[Label]:
    return [Label(segment, part) for segment in window[: _leading_marks(window)] if (part := _fixed(segment))]


def _leading_marks(window: Sequence[Segment]) -> int:
    marks = 0
    while marks < len(window) and _fixed(window[marks]) in (Part.URGENCY, Extra.SECRECY, Part.CIRCULATION, Part.DRAFT):
        marks += 1
    return marks
