"""The order of the components on page 1 and the side on which they stand. How they look is other rules'."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component
from generator.recognise.names import Name

_LEFT = (Part.PARENT_BODY, Part.ISSUER, Part.STAR, Part.NUMBER, Part.SUBJECT_DISPATCH, Part.DRAFT, Part.URGENCY)
_RIGHT = (Part.PARTY_TITLE, Part.NATIONAL_TITLE, Part.MOTTO, Part.DATELINE)
_CENTRE = (Part.KIND_TITLE, Part.AUTHOR, Part.SUBJECT, Part.SUBJECT_END, Part.BASES)
_WORDS = {
    Part.PARENT_BODY: mark("tên cơ quan cấp trên"),
    Part.ISSUER: mark("tên cơ quan ban hành"),
    Part.STAR: mark("dấu sao"),
    Part.NUMBER: mark("số và ký hiệu"),
    Part.SUBJECT_DISPATCH: mark("trích yếu của công văn"),
    Part.DRAFT: mark("chữ “Dự thảo”"),
    Part.URGENCY: mark("dấu chỉ độ khẩn"),
    Part.PARTY_TITLE: mark("tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”"),
    Part.NATIONAL_TITLE: mark("Quốc hiệu"),
    Part.MOTTO: mark("Tiêu ngữ"),
    Part.DATELINE: mark("địa danh và ngày, tháng, năm"),
    Part.KIND_TITLE: mark("tên loại văn bản"),
    Part.AUTHOR: mark("tên tác giả"),
    Part.SUBJECT: mark("trích yếu"),
    Part.SUBJECT_END: mark("dòng “-----”"),
    Part.BASES: mark("phần căn cứ"),
}


@rule(
    "components/order",
    title=mark("thứ tự các thành phần"),
    enforces=(
        *(f"{part}.position" for part in (*_LEFT, *_RIGHT, *_CENTRE[:-1])),
        *(f"{part}.below" for part in (*_LEFT[1:], *_RIGHT[2:], *_CENTRE[1:-1])),
        "urgency.below_dispatch",
    ),
)
def order(subject: Subject) -> Iterator[Finding]:
    """What it checks: left the body above its number, right the title above the date, below them the kind above the
    subject; and that the title of the Party or State is right of the body that issues.

    Why: the layout of the regulation gives every component a place of its own, and readers look for it there.
    Example: the number above the name of the body.
    What to do: move the component that is named below the one that it should follow.
    """
    for chain in (_LEFT, _RIGHT, _CENTRE):
        here = _in_head(subject, chain)
        for upper, lower in pairwise(here):
            if _place(lower) < _place(upper) and not _is_open(subject, upper, lower):
                yield Finding(
                    _("{lower} phải đứng dưới {upper}").format(lower=_name(lower), upper=_name(upper)),
                    lower.where,
                    path=_path(subject, lower.part),
                )
    for component in _in_head(subject, (*_LEFT, *_RIGHT)):
        seat = subject.view.cell_of(component.first)
        table = subject.recognised.letterhead_table
        if seat is None or table is None or seat[0].number != table.number or len(table.rows[seat[1]].cells) < 2:
            continue
        is_left = seat[2] == 0
        if is_left is not (component.part in _LEFT):
            message = _("{component} phải ở bên trái") if component.part in _LEFT else _("{component} phải ở bên phải")
            path = f"{component.part}.position"
            yield Finding(message.format(component=_name(component)), component.where, path=path)


def _is_open(subject: Subject, upper: Component, lower: Component) -> bool:
    """HD05 has draft and urgency both under the number, and does not say which comes first; HD36 does."""
    both = {upper.part, lower.part} == {Part.DRAFT, Part.URGENCY}
    return both and subject.profile.has("urgency.below") and subject.profile.text("urgency.below") == Part.NUMBER


def _in_head(subject: Subject, chain: tuple[Part, ...]) -> list[Component]:
    first = {part: subject.recognised.first(part) for part in chain}
    return [each for each in first.values() if each is not None and not subject.recognised.is_in_annex(each.first)]


def _place(component: Component) -> tuple[int, int]:
    return component.first.index, component.spans[0].start


def _name(component: Component) -> str:
    words = next(words for part, words in _WORDS.items() if part == component.part)
    return _(words)


def _path(subject: Subject, part: Name) -> str:
    below = f"{part}.below"
    return below if subject.profile.has(below) else f"{part}.position"
