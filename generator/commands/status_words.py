"""The words in which a thing, its day and those that owe it are shown, in the table and in the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.messages import _

if TYPE_CHECKING:
    from datetime import date

    from generator.pipeline.deadlines import Due
    from generator.pipeline.status import Line
    from generator.sources.loaded import LoadedWorkspace

SHORT = 60
SHORT_NAME = 40


def what(due: Due) -> str:
    from generator.pipeline.deadlines import What

    text = due.text.replace("**", "")
    if due.what is What.PHASE:
        return _("Hết đợt {number}: {title}").format(number=due.phase, title=text)
    return _("Báo cáo: {text}").format(text=text) if due.what is What.REPORT else text


def shortened(text: str, most: int = SHORT) -> str:
    """At the end of a word."""
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0].rstrip(" ,;:") + " …"


def name_of(who_owes: str, loaded: LoadedWorkspace) -> str:
    office = loaded.office_file.office
    return office.name if who_owes in ("", office.id) else loaded.name_of(who_owes)


def who(line: Line, loaded: LoadedWorkspace, most: int | None = None) -> str:
    """`Phòng Văn hóa`; `Các chi bộ (9 đơn vị, 3 đã xong)`. `most`: how long the name may be."""
    name = name_of(line.due.who, loaded)
    name = name if most is None else shortened(name, most)
    if loaded.roster.group(line.due.who) is None:
        return name
    if not line.done:
        return _("{name} ({count} đơn vị)").format(name=name, count=line.count)
    return _("{name} ({count} đơn vị, {done} đã xong)").format(name=name, count=line.count, done=len(line.done))


def with_weekday(day: date) -> str:
    """`thứ Sáu 13/06/2025`: both, since people plan by the one and file by the other."""
    from generator.vietnamese.dates import weekday_name

    return f"{weekday_name(day)} {day:%d/%m/%Y}"


def left(day: date | None, today: date) -> str:
    """`trễ 3 ngày`, `hôm nay`, `còn 12 ngày`."""
    if day is None:
        return ""
    days = (day - today).days
    if days < 0:
        return _("trễ {days} ngày").format(days=-days)
    near = (_("hôm nay"), _("ngày mai"))
    return near[days] if days < len(near) else _("còn {days} ngày").format(days=days)


def finished(on: date, day: date | None) -> str:
    """`xong 12/06/2025`, with how late it was."""
    text = _("xong {day}").format(day=f"{on:%d/%m/%Y}")
    if day is not None and on > day:
        text += _(", trễ {days} ngày").format(days=(on - day).days)
    return text
