"""Deadlines and dates of a plan against its day of issue, the calendar and each other.

It reads dates where they are typed, also inside words: `trước ngày 01/10/2025`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.sources.identifiers import Pattern, ends_with
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese import dates
from generator.vietnamese.public_holidays import holiday_name, is_working_day, next_working_day
from generator.vietnamese.recurrence import UNDERSTOOD, comes_back, recurrence

_REPORTING = ("reporting", "due")
_DEADLINES: tuple[Pattern, ...] = (
    ("deadline", "value"),
    ("procedure_steps", int, "deadline"),
    _REPORTING,
    ("next_tasks", int, "due"),
)
_FORM_DUE = ("forms", int, "due")
_ENDS: tuple[Pattern, ...] = (("hang_to",), ("window_to", "value"))
# The day of the week with the date right behind it: `thứ Sáu, ngày 27/6/2025`.
_WITH_WEEKDAY = re.compile(
    r"(?P<name>thứ\s+(?:hai|ba|tư|năm|sáu|b[ảẩ]y|[2-7])|chủ\s+nhật)[\s,(]+(?:ngày\s+)?"
    r"(?P<date>\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{1,2}-\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_WEEKDAYS = ("hai 2", "ba 3", "tư 4", "năm 5", "sáu 6", "bảy bẩy 7", "nhật")


def check_dates(source: YamlText) -> Iterator[Diagnostic]:
    """Dates that do not exist, come before the issue, fall on a day off, contradict their words, or run backwards."""
    for loc, text in source.texts():
        if any(ends_with(loc, pattern) for pattern in _DEADLINES):
            yield from _deadline(loc, text, source)
        elif any(ends_with(loc, pattern) for pattern in _ENDS) and (day := _day(text)):
            yield from _before_issue(loc, day, source)
            yield from _before_start(loc, day, source)
        elif ends_with(loc, _FORM_DUE) and (day := _day(text)):
            yield from _before_issue(loc, day, source)
            yield from _on_a_day_off(loc, day, source)


def _deadline(loc: Loc, text: str, source: YamlText) -> Iterator[Diagnostic]:
    kind = source.get((*loc[:-1], "kind")) if loc[-1] == "value" else None
    if kind not in (None, "date"):
        if kind == "recurring":
            yield from _without_day(loc, text, source)
        return
    found = (text,) if kind == "date" else dates.written_days(text)
    for written in found:
        day = _day(written)
        if day:
            yield from _before_issue(loc, day, source)
            yield from _on_a_day_off(loc, day, source)
        else:
            yield _impossible(loc, _("“{text}” không phải là ngày").format(text=written), source)
    yield from _other_weekday(loc, text, source)
    if not found and loc[-2:] == _REPORTING and comes_back(text):
        yield from _without_day(loc, text, source)


def _day(text: str) -> datetime.date | None:
    try:
        return dates.parse_date(text)
    except ValueError:
        return None


def _impossible(loc: Loc, message: str, source: YamlText) -> Diagnostic:
    hint = _("viết ngày như 01/10/2025; hằng năm thì kind: recurring, sự kiện thì kind: event")
    return Diagnostic("data/impossible-date", message, source.value_at(loc), hint=hint)


def _issue_day(loc: Loc, source: YamlText) -> datetime.date | None:
    """The day of the document in which `loc` stands; the plan's, where that has none yet."""
    own = loc[:2] if loc[0] == "reports" else loc[:1] if loc[0] in ("guidance", "slogans") else ()
    typed = source.get((*own, "issued_on")) or source.get(("issued_on",))
    return _day(typed) if isinstance(typed, str) else None


def _before_issue(loc: Loc, day: datetime.date, source: YamlText) -> Iterator[Diagnostic]:
    issued = _issue_day(loc, source)
    if issued and day < issued:
        yield Diagnostic(
            "data/deadline-before-issue",
            _("ngày {day} trước ngày ban hành {issued}").format(
                day=dates.short_date(day), issued=dates.short_date(issued)
            ),
            source.value_at(loc),
            hint=_("sửa thời hạn, hoặc issued_on của văn bản"),
        )


def _before_start(loc: Loc, day: datetime.date, source: YamlText) -> Iterator[Diagnostic]:
    """A window that ends before it begins; the ends of a slogan list's hanging are the model's."""
    if loc[-2:] != ("window_to", "value"):
        return
    start = source.get((*loc[:-2], "window_from"))
    begins = _day(start.get("value", "")) if isinstance(start, dict) and start.get("kind") == "date" else None
    if begins and day < begins:
        yield Diagnostic(
            "data/range-backwards",
            _("đợt kết thúc {end} trước khi bắt đầu {start}").format(
                end=dates.short_date(day), start=dates.short_date(begins)
            ),
            source.value_at(loc),
            hint=_("đổi lại window_from và window_to"),
        )


def _on_a_day_off(loc: Loc, day: datetime.date, source: YamlText) -> Iterator[Diagnostic]:
    if is_working_day(day):
        return
    holiday, written = holiday_name(day), dates.short_date(day)
    code, message = "data/deadline-on-weekend", _("thời hạn {day} rơi vào {weekday}")
    if holiday:
        code, message = "data/deadline-on-holiday", _("thời hạn {day} rơi vào ngày nghỉ lễ ({holiday})")
    then = next_working_day(day)
    yield Diagnostic(
        code,
        message.format(day=written, weekday=dates.weekday_name(day), holiday=holiday),
        source.value_at(loc),
        Severity.WARNING,
        hint=_("dời sang {weekday}, {day}, hoặc giữ nếu đúng ý").format(
            weekday=dates.weekday_name(then), day=dates.short_date(then)
        ),
    )


def _other_weekday(loc: Loc, text: str, source: YamlText) -> Iterator[Diagnostic]:
    """`thứ Năm, ngày 27/6/2025`, which is a Friday."""
    for match in _WITH_WEEKDAY.finditer(text):
        day = _day(match["date"])
        if day and match["name"].split()[-1].casefold() not in _WEEKDAYS[day.weekday()].split():
            yield Diagnostic(
                "data/other-weekday",
                _("ngày {day} là {weekday}").format(day=dates.short_date(day), weekday=dates.weekday_name(day)),
                source.value_at(loc),
                Severity.WARNING,
                actual=match[0],
                hint=_("sửa thứ hoặc sửa ngày"),
            )


def _without_day(loc: Loc, text: str, source: YamlText) -> Iterator[Diagnostic]:
    """What comes back on no day that is understood is never due, so nobody is reminded of it."""
    if recurrence(text) is None:
        yield Diagnostic(
            "data/recurring-without-day",
            _("thời hạn lặp lại này không cho biết ngày nào"),
            source.value_at(loc),
            Severity.WARNING,
            actual=text,
            hint=_("viết như: {examples}").format(examples="; ".join(f"“{each}”" for each in UNDERSTOOD)),
        )
