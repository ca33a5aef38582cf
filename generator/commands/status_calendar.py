"""The days of a plan as entries of a calendar: what they are called, and by which name calendars know them again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.commands.status_words import shortened, what, who
from generator.messages import _

if TYPE_CHECKING:
    from generator.commands.status import Look
    from generator.pipeline.status import Line
    from generator.reporters.calendar_file import Entry
    from generator.sources.loaded import LoadedWorkspace


def entries(look: Look, loaded: LoadedWorkspace) -> Iterator[Entry]:
    """One for each thing that has a day; what is done stays in the calendar, and no longer reminds."""
    from generator.reporters.calendar_file import Entry

    days = [line.due.day for line in look.lines if line.due.day]
    for line in look.lines:
        if line.due.day:
            title = f"{shortened(what(line.due))} – {who(line, loaded)}"
            yield Entry(
                _uid(line, look, loaded),
                line.due.day,
                title if line.is_open else _("Đã xong: {title}").format(title=title),
                _text(line, look, loaded),
                look.plan.issued_on or min(days),
                remind=line.is_open,
            )


def _uid(line: Line, look: Look, loaded: LoadedWorkspace) -> str:
    office = loaded.office_file.office.id
    return f"{look.path.stem}.{line.due.id.replace('@', '.')}.{line.due.who or office}@{office}.vanthu"


def _text(line: Line, look: Look, loaded: LoadedWorkspace) -> str:
    words = line.due.words if any(map(str.isalpha, line.due.words)) else ""  # a bare date is the entry's own day
    rows = (
        what(line.due),
        _("Đơn vị: {who}").format(who=who(line, loaded)),
        _("Thời hạn: {words}").format(words=words) if words else "",
        _("Kế hoạch: {subject}").format(subject=look.plan.subject),
        _("Mã việc: {due}").format(due=line.due.id),
    )
    return "\n".join(row for row in rows if row)
