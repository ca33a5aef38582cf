"""What follows the letterhead: the kind's title with its subject, the addressee, who decides upon which bases.

It ends where the text begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.parts import Part
from generator.recognise import wordings
from generator.recognise.component import By
from generator.recognise.label import Label
from generator.recognise.letterhead import is_kind_title
from generator.recognise.names import Extra
from generator.recognise.segments import Column, Segment

_MOST_LINES = 8
"""Of a subject."""


def title_of(segments: Sequence[Segment]) -> list[Label]:
    """Title, author, subject and the rule under them; nothing where no title begins here."""
    if not segments or not is_kind_title(segments[0]):
        return []
    labels = _title_line(segments[0])
    for segment in segments[1 : 1 + _MOST_LINES]:
        label = _under_title(segment, labels)
        if label is None:
            break
        labels.append(label)
        if label.part in (Part.SUBJECT_END, None):
            break
    return labels


def _title_line(segment: Segment) -> list[Label]:
    """The name of the kind, and the subject where it stands on the same line."""
    named = wordings.kind_of(segment.plain)
    rest = segment.plain[named[1] :].strip(" :.-") if named else ""
    if not rest or named is None or len(rest.split()) <= 2:
        return [Label(segment, Part.KIND_TITLE)]
    return [Label(segment.cut(0, named[1]), Part.KIND_TITLE), Label(segment.cut(named[1]), Part.SUBJECT)]


def _under_title(segment: Segment, before: Sequence[Label]) -> Label | None:
    text = segment.plain
    if is_rule(segment):
        hyphens = set(segment.text.replace(" ", "")) <= set("-–—*o")
        return Label(segment, Part.SUBJECT_END if hyphens else None)
    if wordings.STAR.fullmatch(segment.text):
        return Label(segment, Part.SUBJECT_END, By.POSITION)
    if wordings.REFERENCE.match(text):
        return Label(segment, Part.ANNEX_REFERENCE)
    if _begins_something(segment):
        return None
    last = before[-1]
    if segment.is_upper and last.part is Part.AUTHOR:
        return Label(segment, Part.AUTHOR)
    if segment.is_upper and last.part is Part.KIND_TITLE and wordings.AUTHOR.match(text):
        return Label(segment, Part.AUTHOR)
    if segment.is_upper and last.part is Part.SUBJECT and not last.segment.is_upper:
        return None
    if segment.column is Column.CENTRE:
        worded = last.part is not Part.SUBJECT and wordings.SUBJECT_START.match(text)
        return Label(segment, Part.SUBJECT, By.WORDING if worded else By.POSITION)
    if last.part in (Part.KIND_TITLE, Part.AUTHOR) and (segment.is_bold or _is_line(segment)):
        return Label(segment, Part.SUBJECT, By.POSITION)
    return None


def _begins_something(segment: Segment) -> bool:
    """What cannot be a line of a subject."""
    others = (wordings.BASES, wordings.ADDRESSEE, wordings.PART_LABEL, wordings.SECTION_LABEL, wordings.ARTICLE)
    if any(pattern.match(segment.plain) for pattern in others) or is_enacting(segment):
        return True
    return segment.text[:1].isupper() and wordings.ROMAN.match(segment.plain) is not None


def _is_line(segment: Segment) -> bool:
    """Short, and no sentence: a subject that nobody centred."""
    return len(segment.text) < 120 and wordings.SUBJECT_START.match(segment.plain) is not None


def is_rule(segment: Segment) -> bool:
    return wordings.TYPED_LINE.fullmatch(segment.text) is not None


def is_enacting(segment: Segment) -> bool:
    """`QUYẾT ĐỊNH:`; without the colon, or after the body that decides, where it stands in capitals in the middle."""
    found = wordings.ENACTING.fullmatch(segment.plain)
    if found is not None and segment.text.endswith(":") and (segment.is_upper or segment.is_bold):
        return True
    decides = wordings.DECIDES.fullmatch(segment.plain) is not None
    return decides and segment.is_upper and segment.column is Column.CENTRE


def addressee_of(segments: Sequence[Segment]) -> list[Label]:
    """`Kính gửi:` and whom, where it begins here."""
    found = wordings.ADDRESSEE.match(segments[0].plain) if segments else None
    if found is None:
        return []
    first = segments[0]
    stop = found.end()
    rest = first.text[stop:].strip()
    labels = [Label(first.cut(0, stop) if rest else first, Part.ADDRESSEE)]
    if rest:
        labels.append(Label(first.cut(stop), Part.ADDRESSEE_NAMES))
    if rest and not rest.startswith(("-", "–")) and not rest.endswith((";", ",")):
        return labels
    for segment in segments[1:]:
        if not _is_addressee_name(segment, first):
            break
        labels.append(Label(segment, Part.ADDRESSEE_NAMES, By.POSITION))
    return labels


def _is_addressee_name(segment: Segment, label: Segment) -> bool:
    if label.place.table is not None and segment.place.table == label.place.table:
        return True
    if len(segment.text) > 200 or wordings.BASES.match(segment.plain):
        return False
    if segment.text.startswith(("-", "–", "+", "•")):
        return True
    return segment.column in (Column.CENTRE, Column.RIGHT) and not segment.is_upper


def bases_of(segments: Sequence[Segment]) -> list[Label]:
    """Who decides, the bases, and `QUYẾT ĐỊNH:`; nothing where the text begins at once."""
    labels: list[Label] = []
    for at, segment in enumerate(segments[:40]):
        if wordings.BASES.match(segment.plain) and not segment.text.endswith(":"):
            labels.append(Label(segment, Extra.ENACTING if segment.is_upper else Part.BASES))
        elif is_enacting(segment):
            labels.append(Label(segment, Extra.ENACTING))
            return labels
        elif _is_applied(segment, labels):
            labels.append(Label(segment, Part.BASES))
        elif _decides(segment, segments[at + 1 : at + 4]):
            labels.append(Label(segment, Extra.ENACTING, By.POSITION))
        elif is_rule(segment):
            labels.append(Label(segment, None))
        elif not (labels and segment.text.endswith(";") and labels[-1].part is Part.BASES):
            return labels
        else:
            labels.append(Label(segment, Part.BASES, By.POSITION))
    return labels


def _is_applied(segment: Segment, before: Sequence[Label]) -> bool:
    """`Thực hiện Kế hoạch số …;` is a basis on a line of its own; with another end it begins the text."""
    if not wordings.APPLIED.match(segment.plain):
        return False
    follows = bool(before) and before[-1].part is Part.BASES
    return segment.text.endswith(";") or (follows and segment.text.endswith((".", ",")) and len(segment.text) < 400)


def _decides(segment: Segment, after: Sequence[Segment]) -> bool:
    in_middle = segment.is_upper and segment.column is Column.CENTRE and len(segment.text) < 120
    return in_middle and any(wordings.BASES.match(each.plain) for each in after)
