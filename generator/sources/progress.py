"""The progress file of a plan: read, typed, and laid beside what the plan asks for.

It does not know what the plan asks for: whoever does says it (`Asked`). `progress_text` changes the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _
from generator.model.progress import Accomplished, ProgressFile
from generator.sources.faults import diagnose
from generator.sources.roster import Roster, unknown_name
from generator.sources.yaml_text import YamlText, parse, read
from generator.vietnamese.dates import short_date
from generator.vietnamese.unicode import nearest


@dataclass(frozen=True, slots=True)
class Progress:
    """A progress file as it was read; one that is not there yet holds nothing."""

    file: Path
    record: ProgressFile
    source: YamlText | None = None

    def where(self, number: int, *steps: str) -> Location:
        """The place of an entry, from 0, or of one of its fields."""
        return self.source.value_at(("done", number, *steps)) if self.source else Location(self.file)

    @property
    def done(self) -> dict[tuple[str, str], date]:
        """By thing and unit the day on which it was done; of two entries the first."""
        return {(each.due, each.unit): each.on for each in reversed(self.record.done)}


class Asked(Protocol):
    """What a plan asks for, of whom."""

    def ids(self) -> tuple[str, ...]: ...

    def owes(self, due: str, unit: str) -> bool: ...


def load_progress(file: Path) -> Progress:
    """Faulty with every fault of the text and of the types. Reads: `file`, which may be missing."""
    if not file.exists():
        return Progress(file, ProgressFile())
    try:
        return _typed(read(file))
    except Faulty as faulty:
        return _unless_blank(faulty, file)


def parse_progress(content: bytes, file: Path) -> Progress:
    """The same of what is, or is to be, in the file."""
    try:
        return _typed(parse(content, file))
    except Faulty as faulty:
        return _unless_blank(faulty, file)


def check_progress(progress: Progress, asked: Asked, roster: Roster, office: str, today: date) -> Iterator[Diagnostic]:
    """Things that the plan does not ask for, units that nobody has, entries that contradict it or each other."""
    seen: dict[tuple[str, str], int] = {}
    ids = asked.ids()
    for number, each in enumerate(progress.record.done):
        if each.due not in ids:
            yield unknown_due(each.due, ids, progress.where(number, "due"))
        elif each.unit != office and roster.row(each.unit) is None:
            fault = unknown_name(each.unit, (*roster.near(each.unit), office), progress.where(number, "unit"))
            yield replace(fault, message=_("không có đơn vị “{name}”").format(name=each.unit))
        elif not asked.owes(each.due, each.unit):
            yield not_theirs(each.due, each.unit, progress.where(number, "unit"))
        first = seen.setdefault((each.due, each.unit), number)
        if first != number:
            yield _twice(each, progress.where(first).line, progress.where(number, "due"))
        if each.on > today:
            yield _in_the_future(each, progress.where(number, "on"))


def unknown_due(name: str, ids: tuple[str, ...], where: Location) -> Diagnostic:
    near = nearest(name, ids)
    hint = _("có phải là “{name}”?").format(name=near) if near else _("xem các mã bằng “vanthu status”")
    again = next((each for each in ids if each.startswith(f"{name}@")), None)
    if again:
        hint = _("việc này lặp lại: thêm ngày, như {due}").format(due=again)
    message = _("kế hoạch không có việc mang mã “{name}”").format(name=name)
    return Diagnostic("data/unknown-due", message, where, hint=hint)


def not_theirs(due: str, unit: str, where: Location) -> Diagnostic:
    return Diagnostic(
        "data/not-assigned",
        _("kế hoạch không giao việc “{due}” cho đơn vị “{unit}”").format(due=due, unit=unit),
        where,
        Severity.WARNING,
        hint=_("sửa mã việc hoặc mã đơn vị; nếu kế hoạch đã đổi thì bỏ mục này"),
    )


def _twice(each: Accomplished, line: int | None, where: Location) -> Diagnostic:
    return Diagnostic(
        "data/done-twice",
        _("việc “{due}” của đơn vị “{unit}” đã ghi xong ở dòng {line}").format(due=each.due, unit=each.unit, line=line),
        where,
        Severity.WARNING,
        hint=_("giữ một mục; chương trình tính mục đầu"),
    )


def _in_the_future(each: Accomplished, where: Location) -> Diagnostic:
    return Diagnostic(
        "data/done-in-future",
        _("ngày xong {day} còn chưa đến").format(day=short_date(each.on)),
        where,
        Severity.WARNING,
        hint=_("sửa ngày; đến ngày đó việc mới được tính là xong"),
    )


def _typed(source: YamlText) -> Progress:
    try:
        record = ProgressFile.model_validate(source.data)
    except ValidationError as error:
        raise Faulty((*source.faults, *diagnose(error, source, ProgressFile))) from None
    if source.faults:
        raise Faulty(source.faults)
    return Progress(source.file, record, source)


def _unless_blank(faulty: Faulty, file: Path) -> Progress:
    """A file of comments alone has nothing done in it, and nothing wrong."""
    if [each.code for each in faulty.diagnostics] != ["data/empty-file"]:
        raise faulty
    return Progress(file, ProgressFile())
