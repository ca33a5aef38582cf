"""Things of a plan marked as done, or as not done after all, in its progress file.

What stands in the file and how its text is changed is known to `sources`; nothing is shown here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.errors import GeneratorError
from generator.messages import _
from generator.model.progress import Accomplished
from generator.pipeline.deadlines import Due
from generator.pipeline.status import Owing
from generator.pipeline.turn import turn
from generator.sources.progress import not_theirs, parse_progress, unknown_due
from generator.sources.progress_text import with_entries, without_entries
from generator.vietnamese.dates import short_date
from generator.workspace import reason, write_all_whole

_TRIES = 5
Change = Callable[[bytes | None], bytes]


@dataclass(frozen=True)
class Asked:
    """What a plan asks for, of whom, by the ids of its things."""

    file: Path
    """The plan's."""
    found: tuple[Due, ...]
    owing: Owing

    def ids(self) -> tuple[str, ...]:
        return tuple(self._whos)

    def owes(self, due: str, unit: str) -> bool:
        return any(self.owing.owes(who, unit) for who in self._whos.get(due, ()))

    def whos(self, due: str) -> tuple[str, ...]:
        """The units and groups that owe it; Faulty with the nearest id where the plan has no such thing."""
        if due not in self._whos:
            raise Faulty([unknown_due(due, self.ids(), Location(self.file))])
        return tuple(self._whos[due])

    @cached_property
    def _whos(self) -> dict[str, dict[str, None]]:
        whos: dict[str, dict[str, None]] = {}
        for each in self.found:
            whos.setdefault(each.id, {})[each.who] = None
        return whos


def only_unit(asked: Asked, due: str) -> str | None:
    """The unit that alone owes it; None where there are several. Faulty where the plan has no such thing."""
    whos = asked.whos(due)
    if len(whos) > 1 or asked.owing.is_group(whos[0]):
        return None
    return whos[0] or asked.owing.office


def mark_done(file: Path, asked: Asked, due: str, units: Sequence[str], on: date, note: str) -> None:
    """Faulty where the plan asks it of others; GeneratorError where it is done already. Reads, writes: `file`."""
    asked.whos(due)
    faults = [_refused(due, unit, asked.file) for unit in units if not asked.owes(due, unit)]
    if faults:
        raise Faulty(faults)
    new = [Accomplished(due=due, unit=unit, on=on, note=note) for unit in units]

    def added(content: bytes | None) -> bytes:
        before = parse_progress(content, file).done if content is not None else {}
        for unit in units:
            if (due, unit) in before:
                raise _done_already(due, unit, before[due, unit])
        return with_entries(content, file, new)

    replace_whole(file, added)


def mark_undone(file: Path, due: str, units: Collection[str]) -> tuple[str, ...]:
    """The units whose entries were taken out: those named, or the only one. Reads, writes: `file`."""
    gone: list[str] = []

    def without(content: bytes | None) -> bytes:
        entries = parse_progress(content, file).record.done if content is not None else ()
        found = [n for n, each in enumerate(entries) if each.due == due and (not units or each.unit in units)]
        gone[:] = dict.fromkeys(entries[number].unit for number in found)
        if not found or content is None:
            message = _("{file} không ghi việc “{due}” là xong").format(file=file.name, due=due)
            raise GeneratorError(message, _("xem các mã bằng “vanthu status”"))
        if not units and len(gone) > 1:
            message = _("việc “{due}” ghi xong ở {count} đơn vị").format(due=due, count=len(gone))
            raise GeneratorError(message, _("thêm --unit MÃ: {units}").format(units=named(gone)))
        return without_entries(content, file, found)

    replace_whole(file, without)
    return tuple(gone)


def replace_whole(file: Path, change: Change) -> None:
    """Write what `change` makes of the content, which is None where there is no file, and let no other of our own do
    so meanwhile; made again of what another program has saved. Reads, writes: `file`."""
    if not file.parent.exists():
        change(None)  # what is refused makes no folder
    with turn(file.parent):
        for _try in range(_TRIES):
            before = _content(file)
            after = change(before)
            if _content(file) == before:
                write_all_whole({file: after})
                return
    raise GeneratorError(
        _("{file} đang bị chương trình khác ghi liên tục").format(file=file.name), _("đợi rồi làm lại")
    )


def named(units: Iterable[str], most: int = 12) -> str:
    """The first of them, in a line."""
    shown = [*units]
    return ", ".join(shown[:most]) + (", …" if len(shown) > most else "")


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = _("không đọc được {file}: {reason}").format(file=file, reason=reason(error))
        raise GeneratorError(message, _("kiểm tra tên tệp và quyền đọc")) from error


def _refused(due: str, unit: str, file: Path) -> Diagnostic:
    found = not_theirs(due, unit, Location(file))
    return Diagnostic(
        found.code, found.message, found.where, hint=_("xem việc của đơn vị bằng “vanthu status --unit MÃ”")
    )


def _done_already(due: str, unit: str, on: date) -> GeneratorError:
    message = _("việc “{due}” của đơn vị “{unit}” đã ghi xong ngày {day}")
    return GeneratorError(
        message.format(due=due, unit=unit, day=short_date(on)),
        _("ghi lại thì bỏ trước bằng --undo {due}").format(due=due),
    )
