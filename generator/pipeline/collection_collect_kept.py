"""Of several files of one unit the last one, and that one beside the answer that the workspace keeps already.

It reads and writes nothing. The file that was saved last wins, right or wrong: an earlier one without errors is not
taken in its place, for the unit has said something else since. What a person has typed or corrected gives way to no
file unless that is said (`overwrites`), and to none at all that is not newer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.model.answers import AnswerFile
from generator.pipeline.collection_collect_form import Sent
from generator.pipeline.collection_collect_seal import is_as_collected


class Outcome(StrEnum):
    """What became of a unit's answer in this run."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    """This very file was collected before."""
    OLDER = "older"
    """What is kept was saved later."""
    KEPT = "kept"
    """What is kept was typed or corrected by hand."""
    UNREADABLE = "unreadable"
    """What is kept cannot be read."""
    FAULTY = "faulty"
    BLANK = "blank"


@dataclass(frozen=True)
class Judged:
    """One unit: its last file, what becomes of it, and what has to be told."""

    unit: str
    last: Sent
    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_taken(self) -> bool:
        return self.outcome in (Outcome.NEW, Outcome.REPLACED)

    @property
    def is_weighed(self) -> bool:
        """What it says is taken, or is not for what it says."""
        return self.is_taken or self.outcome is Outcome.FAULTY


def is_same(last: Sent, kept: AnswerFile) -> bool:
    """This very file was collected before."""
    return kept.received is not None and kept.received.digest == last.digest


def last_of_each(files: Iterable[Sent]) -> Iterator[tuple[Sent, tuple[Diagnostic, ...]]]:
    """A unit's last file and what is told of the others; a blank one is last only where all are blank."""
    by_unit: dict[str, list[Sent]] = {}
    for each in files:
        if each.unit:
            by_unit.setdefault(each.unit, []).append(each)
    for _unit, own in sorted(by_unit.items()):
        ordered = sorted(own, key=lambda each: (not each.is_blank, each.order))
        last = ordered[-1]
        yield last, tuple(_beaten(each, last) for each in ordered[:-1] if not each.is_blank)


def _beaten(other: Sent, last: Sent) -> Diagnostic:
    if other.digest == last.digest:
        message = _("cùng nội dung với {file}").format(file=last.file.name)
        return Diagnostic("returned/same-file", message, Location(other.file), Severity.ADVICE)
    message = _("đơn vị “{unit}” có hai tệp; lấy {file} lưu lúc {later}, không lấy tệp này lưu lúc {earlier}")
    message = message.format(
        unit=last.unit, file=last.file.name, later=_shown(last.saved_at), earlier=_shown(other.saved_at)
    )
    hint = _("nếu tệp này mới đúng thì bỏ tệp kia khỏi thư mục rồi thu lại")
    return Diagnostic("returned/two-answers", message, Location(other.file), Severity.WARNING, hint=hint)


def judged(
    last: Sent, kept: AnswerFile | None, place: Path, told: tuple[Diagnostic, ...], *, is_broken: bool, overwrites: bool
) -> Judged:
    """`kept`: what the workspace has of this unit; `is_broken`: its file is there and cannot be read."""
    if last.is_blank:
        return Judged(last.unit, last, Outcome.BLANK, told)
    if kept is not None and is_same(last, kept):
        return Judged(last.unit, last, Outcome.UNCHANGED, told)
    if not last.content:
        return Judged(last.unit, last, Outcome.FAULTY, (*told, *_left(last, kept)))
    if kept is None and not is_broken:
        return Judged(last.unit, last, Outcome.NEW, told)
    if kept is not None and _is_older(last, kept):
        return Judged(last.unit, last, Outcome.OLDER, (*told, _older(last, kept)))
    by_hand = kept is None or not is_as_collected(kept)
    if by_hand and not overwrites:
        outcome = Outcome.UNREADABLE if kept is None else Outcome.KEPT
        return Judged(last.unit, last, outcome, (*told, _guarded(last, kept, place)))
    return Judged(last.unit, last, Outcome.REPLACED, (*told, _replaced(last, kept, by_hand=by_hand)))


def _is_older(last: Sent, kept: AnswerFile) -> bool:
    before = kept.received.saved_at if kept.received else None
    return before is not None and last.saved_at is not None and last.saved_at <= before


def _left(last: Sent, kept: AnswerFile | None) -> Iterator[Diagnostic]:
    if kept is not None:
        message = _("tệp mới hơn của “{unit}” có lỗi nên chưa lấy; số liệu đã thu trước đó vẫn giữ nguyên")
        hint = _("sửa tệp rồi thu lại, hoặc xin đơn vị gửi lại")
        yield Diagnostic(
            "returned/still-before", message.format(unit=last.unit), Location(last.file), Severity.WARNING, hint=hint
        )


def _older(last: Sent, kept: AnswerFile) -> Diagnostic:
    before = kept.received.saved_at if kept.received else None
    message = _("tệp của “{unit}” lưu lúc {earlier}, không mới hơn tệp đã thu ({later}); giữ số liệu đã thu")
    message = message.format(unit=last.unit, earlier=_shown(last.saved_at), later=_shown(before))
    return Diagnostic("returned/older", message, Location(last.file), Severity.ADVICE)


def _guarded(last: Sent, kept: AnswerFile | None, place: Path) -> Diagnostic:
    code = "returned/corrected-by-hand" if kept is not None else "returned/kept-unreadable"
    if kept is None:
        message = _("tệp trả lời đang giữ của “{unit}” không đọc được nên không bị ghi đè")
    elif kept.received is None:
        message = _("số liệu đang giữ của “{unit}” do người nhập vào nên không bị ghi đè")
    else:
        message = _("số liệu đang giữ của “{unit}” đã được sửa bằng tay sau khi thu nên không bị ghi đè")
    hint = _("xem {place}; nếu lấy tệp mới {file} thì thêm --overwrite").format(place=place.name, file=last.file.name)
    return Diagnostic(code, message.format(unit=last.unit), Location(place), hint=hint)


def _replaced(last: Sent, kept: AnswerFile | None, *, by_hand: bool) -> Diagnostic:
    severity = Severity.WARNING if by_hand else Severity.ADVICE
    message = _("thay số liệu đã thu của “{unit}” bằng tệp lưu lúc {later}")
    if by_hand:
        message = _("thay số liệu đã sửa bằng tay của “{unit}” bằng tệp lưu lúc {later}")
    if kept is None:
        message = _("thay tệp trả lời không đọc được của “{unit}” bằng tệp lưu lúc {later}")
    elif kept.corrections:
        message = _("thay số liệu của “{unit}” bằng tệp lưu lúc {later}, bỏ {count} lần sửa")
    count = len(kept.corrections) if kept is not None else 0
    message = message.format(unit=last.unit, later=_shown(last.saved_at), count=count)
    return Diagnostic("returned/replaced", message, Location(last.file), severity)


def _shown(moment: datetime | None) -> str:
    return f"{moment:%H:%M %d/%m/%Y}" if moment else "?"


def by_outcome(judged: Iterable[Judged]) -> Mapping[Outcome, tuple[str, ...]]:
    """The units by what became of their answers."""
    found: dict[Outcome, list[str]] = {}
    for each in judged:
        found.setdefault(each.outcome, []).append(each.unit)
    return {outcome: tuple(units) for outcome, units in found.items()}
