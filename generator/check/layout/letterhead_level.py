"""What of the letterhead stands on one level."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.lengths import millimetres
from generator.check.layout.tolerances import LEVEL
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component


@rule(
    "layout/letterhead-level",
    title=mark("hai bên phần đầu ngang nhau"),
    enforces=("party_title.position", "national_title.position", "dateline.position"),
    needs_pages=True,
)
def letterhead_level(subject: Subject) -> Iterator[Finding]:
    """What it checks: that both sides of the letterhead begin on one level; in State documents number and date, too.

    Why: the first lines of both sides stand level, and the decree puts the date on the level of the number.
    Example: the number two lines above the date, because the name of the issuer is shorter than the motto.
    What to do: put the two into one row of a table without borders.
    """
    first = subject.recognised.first
    title = first(Part.PARTY_TITLE) or first(Part.NATIONAL_TITLE)
    name = first(Part.PARENT_BODY) or first(Part.ISSUER)
    if title and name:
        message = _("hai bên phần đầu không bắt đầu ngang nhau")
        yield from _levelled(subject, title, name, message, f"{title.part}.position")
    number, day = first(Part.NUMBER), first(Part.DATELINE)
    if subject.profile.side == "state" and number and day:
        message = _("số, ký hiệu và địa danh, ngày tháng không ngang nhau")
        yield from _levelled(subject, day, number, message, "dateline.position")


def _levelled(subject: Subject, one: Component, other: Component, message: str, path: str) -> Iterator[Finding]:
    here, there = subject.printed.lines(one), subject.printed.lines(other)
    if not here or not there or here[0].page is not there[0].page:
        return
    off = abs(here[0].baseline - there[0].baseline)
    if off > LEVEL:
        yield Finding(
            message,
            one.where,
            expected=_("cùng một mức"),
            actual=_("lệch {size}").format(size=millimetres(off)),
            path=path,
        )
