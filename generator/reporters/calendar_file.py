"""Days as a calendar file (iCalendar, RFC 5545) that phones and mail programs open; the only user of `icalendar`.

It does not know what a plan asks for, and looks at no clock: same days, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

_DAY = timedelta(days=1)
_EIGHT_ON_THE_DAY_BEFORE = timedelta(hours=-16)
"""From the midnight with which the day begins: nobody wants to be told at midnight."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day with something on it."""

    uid: str
    """The same in every file, so that a calendar changes its entry and makes no second one."""
    day: date
    title: str
    text: str
    stamp: date
    """The day from which it is known."""
    remind: bool = True
    """Whether the calendar speaks up on the day before."""


def calendar_file(name: str, entries: Iterable[Entry]) -> bytes:
    """`name` is what the calendar calls itself."""
    calendar = Calendar()
    calendar.add("prodid", "-//Vanthu//vanthu status//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in sorted(entries, key=lambda each: (each.day, each.uid)):
        calendar.add_component(_event(entry))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(entry.stamp, time(), UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", min(entry.day, date.max - _DAY) + _DAY)
    event.add("summary", entry.title)
    event.add("description", entry.text)
    event.add("transp", "TRANSPARENT")
    if entry.remind:
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _EIGHT_ON_THE_DAY_BEFORE)
    alarm.add("description", entry.title)
    return alarm
