"""The order of the components below the text and of an annex's head. That of page 1 is another rule's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component
from generator.recognise.names import Extra, Name

_WORDS: dict[Name, str] = {
    Part.POSITION: mark("chức vụ của người ký"),
    Part.SIGNER_NAME: mark("họ tên người ký"),
    Part.RECIPIENTS: mark("các nơi nhận"),
    Extra.RECIPIENTS_ARCHIVE: mark("dòng lưu"),
    Part.DRAFTER_CODE: mark("ký hiệu người soạn thảo"),
    Part.ANNEX_TITLE: mark("tên phụ lục"),
    Part.ANNEX_REFERENCE: mark("dòng “Kèm theo …”"),
    Part.ANNEX_END: mark("dòng “-----”"),
}


@rule(
    "components/order-of-foot",
    title=mark("thứ tự ở phần cuối và ở phụ lục"),
    enforces=[
        *(f"{part}.below" for part in _WORDS),
        "recipients_label.position",
        "authority.position",
        "annex_*.position",
    ],
)
def order_of_foot(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the position stands below the authority and the name below both, the archive's line at the
    end of the recipients, the recipients left of the signature; of an annex label, title and “(Kèm theo …)” in order.

    Why: the layout of the regulation gives every component a place of its own.
    Example: the name above the position; “Lưu Văn phòng …” as the first of the recipients.
    What to do: move the component that is named.
    """
    for chain in _chains(subject):
        for upper, lower in pairwise(chain):
            label = _WORDS.get(lower.part)
            if label is not None and _place(lower) < _place(upper):
                message = _("{component} đứng sai thứ tự").format(component=_(label))
                yield Finding(message, lower.where, actual=lower.text, path=f"{lower.part}.below")
    label_cell = _cell(subject, subject.recognised.first(Part.RECIPIENTS_LABEL))
    sign = subject.recognised.first(Part.AUTHORITY)
    sign_cell = _cell(subject, sign)
    if (
        sign is not None
        and label_cell
        and sign_cell
        and label_cell[:2] == sign_cell[:2]
        and sign_cell[2] < label_cell[2]
    ):
        yield Finding(_("phần ký phải ở bên phải nơi nhận"), sign.where, path="authority.position")


def _chains(subject: Subject) -> Iterator[Sequence[Component]]:
    recognised = subject.recognised
    for signature in recognised.signatures:
        if signature.concurrent is None and signature.confirmation is None:
            yield _there(*signature.authority[-1:], *signature.position[:1], signature.name)
    for one, other in pairwise(recognised.signatures):
        # A name above its position parts one signature into two.
        if (
            one.role is other.role
            and one.name is not None
            and other.name is None
            and not (one.authority and other.authority)
        ):
            authority, position = one.authority or other.authority, one.position or other.position
            yield _there(*authority[-1:], *position[:1], one.name)
    recipients = recognised.recipients
    if recipients is not None:
        yield _there(recipients.label, *recipients.items[-1:], recipients.archive, recognised.first(Part.DRAFTER_CODE))
    for annex in recognised.annexes:
        yield _there(annex.label, annex.title, annex.reference, annex.end)


def _there(*components: Component | None) -> tuple[Component, ...]:
    return tuple(each for each in components if each is not None)


def _place(component: Component) -> tuple[int, int]:
    return component.first.index, component.spans[0].start


def _cell(subject: Subject, component: Component | None) -> tuple[int, int, int] | None:
    seat = subject.view.cell_of(component.first) if component is not None else None
    return (seat[0].number, seat[1], seat[2]) if seat is not None else None
