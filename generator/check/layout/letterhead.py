"""The letterhead as printed: what stands on one level, on one line, and apart."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.lengths import millimetres
from generator.check.layout.tolerances import GAP, LEVEL
from generator.check.printed import SAME_LINE, PrintedLine
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.component import Component
from generator.recognise.names import Name

_LEFT = (Part.PARENT_BODY, Part.ISSUER, Part.STAR, Part.NUMBER, Part.SUBJECT_DISPATCH)
_RIGHT = (Part.PARTY_TITLE, Part.NATIONAL_TITLE, Part.MOTTO, Part.DATELINE)
_ONE_LINE = {
    Part.NATIONAL_TITLE: mark("Quốc hiệu"),
    Part.MOTTO: mark("Tiêu ngữ"),
    Part.PARTY_TITLE: mark("Tiêu đề"),
    Part.NUMBER: mark("số và ký hiệu"),
    Part.DATELINE: mark("địa danh và ngày tháng năm"),
}


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
    title = next((found for part in (Part.PARTY_TITLE, Part.NATIONAL_TITLE) if (found := _of(subject, part))), None)
    name = _of(subject, Part.PARENT_BODY) or _of(subject, Part.ISSUER)
    if title and name:
        message = _("hai bên phần đầu không bắt đầu ngang nhau")
        yield from _levelled(subject, title, name, message, f"{title.part}.position")
    number, day = _of(subject, Part.NUMBER), _of(subject, Part.DATELINE)
    if subject.profile.side == "state" and number and day:
        message = _("số, ký hiệu và địa danh, ngày tháng không ngang nhau")
        yield from _levelled(subject, day, number, message, "dateline.position")


@rule(
    "layout/one-line",
    title=mark("phần đầu nằm trên một dòng"),
    enforces=tuple(f"{part}.position" for part in _ONE_LINE),
    severity=Severity.WARNING,
    needs_pages=True,
)
def one_line(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the titles, the number and the date are not broken over two lines of print.

    Why: each is one line in the regulations; broken, the line drawn below fits it no more.
    Example: NAM of the national title alone on a second line, for the column is 2 mm too narrow.
    What to do: widen the column (its padding included), or take the smaller size that the regulation allows.
    """
    for part, label in _ONE_LINE.items():
        component = _of(subject, part)
        lines = subject.printed.lines(component) if component else ()
        if component is not None and len(lines) > 1:
            yield Finding(
                _("{component} bị xuống dòng").format(component=_(label)),
                component.where,
                expected=_("một dòng"),
                actual=" / ".join(line.text for line in lines),
                path=f"{part}.position",
            )


@rule("layout/columns", title=mark("hai cột phần đầu"), severity=Severity.WARNING, needs_pages=True)
def columns(subject: Subject) -> Iterator[Finding]:
    """What it checks: that words of the two sides of the letterhead do not run into each other.

    Why: they are read as one line then.
    Example: a long name of a body set with spaces beside the title.
    What to do: put the two sides into a table of two columns; break the long name into two lines.
    """
    left = [(component, line) for component in _all(subject, _LEFT) for line in subject.printed.lines(component)]
    right = [line for component in _all(subject, _RIGHT) for line in subject.printed.lines(component)]
    for component, line in left:
        if any(_touch(line, other) for other in right):
            yield Finding(_("hai cột của phần đầu dính vào nhau"), component.where, actual=line.text)
            return


def _of(subject: Subject, part: Name) -> Component | None:
    return subject.recognised.first(part)


def _all(subject: Subject, parts: tuple[Part, ...]) -> Iterator[Component]:
    return (component for part in parts if (component := _of(subject, part)) is not None)


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


def _touch(left: PrintedLine, right: PrintedLine) -> bool:
    is_level = left.page is right.page and abs(left.baseline - right.baseline) < SAME_LINE
    return is_level and left.box.right + GAP > right.box.left
