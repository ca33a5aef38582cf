"""Calendar files: read back by the library, and looked at as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from generator.reporters.calendar_file import Entry, calendar_file

LONG = "Báo cáo kết quả tuyên truyền; gửi Ban Tuyên giáo, Văn phòng\nvà các “chi bộ” trực thuộc \\ đảng ủy " * 3
ENTRY = Entry("ke-hoach.task-1.1.u1@xa.vanthu", date(2025, 6, 30), "Treo pa nô", LONG, date(2025, 1, 2))
FILE = calendar_file("Hạn việc: Đảng ủy xã", [ENTRY])


def event(content: bytes) -> Any:
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    return found


FIELDS = [
    ("uid", "ke-hoach.task-1.1.u1@xa.vanthu"),
    ("dtstart", date(2025, 6, 30)),
    ("dtend", date(2025, 7, 1)),
    ("summary", "Treo pa nô"),
    ("description", LONG),
    ("dtstamp", datetime(2025, 1, 2, tzinfo=UTC)),
]


@pytest.mark.parametrize(("name", "value"), FIELDS)
def test_what_is_read_back(name: str, value: object) -> None:
    assert event(FILE).decoded(name) == value


def test_it_takes_the_whole_day() -> None:
    assert b"\r\nDTSTART;VALUE=DATE:20250630\r\n" in FILE


def test_it_speaks_up_at_eight_on_the_day_before() -> None:
    (alarm,) = event(FILE).walk("VALARM")
    midnight = datetime(2025, 6, 30)
    assert midnight + alarm.decoded("trigger") == datetime(2025, 6, 29, 8)
    assert alarm["description"] == "Treo pa nô"


def test_what_is_done_reminds_nobody() -> None:
    assert not event(calendar_file("", [replace(ENTRY, remind=False)])).walk("VALARM")


def test_every_line_is_short_and_ends_as_the_standard_wants() -> None:
    lines = FILE.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)


def test_the_order_of_the_entries_does_not_matter() -> None:
    others = [replace(ENTRY, uid=f"{n}", day=ENTRY.day - timedelta(n % 3)) for n in range(6)]
    assert calendar_file("", others) == calendar_file("", others[::-1])


def test_the_last_day_of_the_calendar_is_a_day() -> None:
    assert event(calendar_file("", [replace(ENTRY, day=date.max)])).decoded("dtstart") == date.max


def test_an_empty_calendar_is_one() -> None:
    assert Calendar.from_ical(calendar_file("Hạn việc", [])).walk("VCALENDAR")
