"""One returned file beside what was asked: whose answer it is, and the record of it where it can be taken.

It knows nothing of other files and of answers that were collected before. It runs in any process.

The record holds its sound cells, and `not_reported` for the others. Whether it is taken, `collection_collect_weigh`
decides, which knows what the sound cells say of one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.figures.returned import Returned, read_form
from generator.figures.returned_faults import broken
from generator.messages import _
from generator.model.answers import AnswerFile, Given, Received
from generator.model.report import NullReason
from generator.pipeline.collection_collect_seal import sealed
from generator.pipeline.collection_collect_whose import contradictions
from generator.sources.answers_text import answer_text
from generator.vietnamese.clock import VIETNAM
from generator.vietnamese.unicode import compose, without_illegal

_EMPTY = Given(null_reason=NullReason.NOT_REPORTED)
_TOLERANCE = timedelta(days=1)
_SHOWN = 8


@dataclass(frozen=True)
class Wanted:
    """What was asked in a phase; it goes to every process once."""

    plan: str
    """The plan file's name without its ending."""
    phase: int
    version: int
    codes: Mapping[str, tuple[str, ...]]
    """By unit, what stands on its form."""
    questions: frozenset[str]
    names: Mapping[str, str]
    """Of the indicators, by code."""
    decimals: Mapping[str, int]
    units: Mapping[str, str]
    """The names of the units that are asked, by id."""
    rows: Mapping[str, tuple[str, str]]
    """Name and unit of count of every indicator, by code."""
    at: datetime
    by: str
    answered_on: date | None = None
    """The day on which all of these came in, where a person says it."""
    is_partly: bool = False

    def listed(self, codes: Sequence[str]) -> str:
        """The names of the first of them."""
        names = "; ".join(self.names.get(code, code) for code in codes[:_SHOWN])
        return names + (_(" và {count} chỉ tiêu nữa").format(count=len(codes) - _SHOWN) if codes[_SHOWN:] else "")


@dataclass(frozen=True)
class Sent:
    """A file, and what can be taken of it: nothing where it is another form, blank, or has errors.

    Thousands of these are held until the last file was read: the answer is packed, and so are its places.
    """

    file: Path
    unit: str
    diagnostics: tuple[Diagnostic, ...]
    content: bytes = b""
    """The answer as it would be kept; empty where it is not to be taken."""
    is_sound: bool = False
    """No cell has an error."""
    digest: str = ""
    saved_at: datetime | None = None
    modified: int = 0
    """Nanoseconds: of files that say the same of themselves the one that lies there last is the later."""
    cells: str = ""
    """A line for each figure and text: its name and where it stands."""
    is_blank: bool = False
    version: int = 0
    absent: tuple[str, ...] = ()
    """Codes that are asked now and that a form of another edition does not have."""

    @property
    def order(self) -> tuple[datetime, int, str]:
        """The later of two is the greater."""
        return self.saved_at or datetime.min.replace(tzinfo=UTC), self.modified, str(self.file)

    def where(self, name: str) -> Location:
        """Of a figure or a text; of something else the file."""
        return Location(self.file, cell=self.places().get(name))

    def places(self) -> dict[str, str]:
        """The cell of each figure and text."""
        return dict(line.split(" ", 1) for line in self.cells.split("\n") if line)


def sent(wanted: Wanted, file: Path) -> Sent:
    """Reads: the file; nothing is raised for it."""
    try:
        return _sent(wanted, file)
    except Exception as error:
        # One odd file among thousands must not take the others' answers with it; it is told as what it is.
        return Sent(file, "", (broken(file, error),))


def _sent(wanted: Wanted, file: Path) -> Sent:
    returned = read_form(file, wanted.decimals)
    others = tuple(_other_form(wanted, returned)) if returned.unit else ()
    if not returned.unit or others:
        return Sent(file, "", others or returned.diagnostics)
    differing = [*contradictions(returned, wanted.units, wanted.rows)]
    if wrong := [each for each in differing if each.severity is Severity.ERROR]:
        return Sent(file, "", tuple(wrong))
    modified = _modified(file)
    returned, told = _dated(returned, modified, wanted.at)
    if returned.is_blank:
        # Nobody has saved a form without a moment: it is there as it was sent out.
        told = [_blank(file)] if returned.saved_at else []
    else:
        told += _beside(wanted, returned)
    diagnostics = (*differing, *returned.diagnostics, *told)
    saved_at = returned.saved_at or datetime.fromtimestamp(modified / 1e9, VIETNAM).replace(microsecond=0)
    return Sent(
        file=file,
        unit=returned.unit,
        diagnostics=diagnostics,
        content=b"" if returned.is_blank else answer_text(_record(wanted, returned, saved_at)).encode(),
        is_sound=returned.is_sound,
        digest=returned.digest,
        saved_at=saved_at,
        modified=modified,
        cells="\n".join(f"{name} {where.cell}" for name, where in returned.cells.items()),
        is_blank=returned.is_blank,
        version=returned.version,
        absent=tuple(_absent(wanted, returned)) if returned.version != wanted.version else (),
    )


def lost(file: Path) -> Sent:
    """A file whose process ended, or was ended because it took too long."""
    message = _("đọc tệp này quá lâu hoặc tiến trình đọc bị ngắt giữa chừng")
    hint = _("mở bằng Excel, lưu lại thành tệp mới rồi thu lại; tệp này chưa được tính")
    return Sent(file, "", (Diagnostic("returned/ended", message, Location(file), hint=hint),))


def _modified(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _dated(returned: Returned, modified: int, now: datetime) -> tuple[Returned, list[Diagnostic]]:
    """A clock that runs ahead must not make a file the last one for ever."""
    if returned.saved_at is None or returned.saved_at <= now + _TOLERANCE:
        return returned, []
    message = _("tệp ghi là lưu lúc {moment}, sau bây giờ; tính theo ngày của tệp trong thư mục").format(
        moment=f"{returned.saved_at:%d/%m/%Y %H:%M}"
    )
    found = Diagnostic("returned/saved-in-future", message, Location(returned.file), Severity.WARNING)
    return replace(returned, saved_at=datetime.fromtimestamp(modified / 1e9, VIETNAM).replace(microsecond=0)), [found]


def _other_form(wanted: Wanted, returned: Returned) -> Iterator[Diagnostic]:
    """What was sent to somebody else, or for something else."""
    where = Location(returned.file)
    if returned.plan != wanted.plan:
        message = _("biểu của kế hoạch “{plan}”, không phải “{wanted}”")
        hint = _("thu bằng kế hoạch ấy, hoặc bỏ tệp khỏi thư mục; tệp này chưa được tính")
        message = message.format(plan=without_illegal(returned.plan)[:80], wanted=wanted.plan)
        yield Diagnostic("returned/other-plan", message, where, hint=hint)
    elif returned.phase != wanted.phase:
        message = _("biểu của đợt {phase}, không phải đợt {wanted}")
        hint = _("thu bằng --phase {phase}, hoặc bỏ tệp khỏi thư mục; tệp này chưa được tính")
        message = message.format(phase=returned.phase, wanted=wanted.phase)
        yield Diagnostic("returned/other-phase", message, where, hint=hint.format(phase=returned.phase))
    elif returned.unit not in wanted.codes:
        message = _("đơn vị “{unit}” không có trong biểu của đợt {phase}")
        hint = _("thêm đơn vị vào forms của kế hoạch nếu có hỏi; tệp này chưa được tính")
        message = message.format(unit=without_illegal(returned.unit)[:80], phase=wanted.phase)
        yield Diagnostic("returned/unit-not-asked", message, where, hint=hint)


def _blank(file: Path) -> Diagnostic:
    message, hint = _("biểu gửi về còn trống"), _("hỏi lại đơn vị; đơn vị này tính là chưa báo cáo")
    return Diagnostic("returned/blank", message, Location(file), Severity.WARNING, hint=hint)


def _beside(wanted: Wanted, returned: Returned) -> Iterator[Diagnostic]:
    """The form that came back and the form as it is asked now."""
    file, asked = Location(returned.file), wanted.codes[returned.unit]
    for code in (each for each in returned.figures if each not in asked):
        if returned.figures[code].null_reason is not NullReason.NOT_REPORTED:
            message = _("đơn vị không được hỏi chỉ tiêu “{name}” nên không tính").format(
                name=wanted.names.get(code, code)
            )
            yield Diagnostic("returned/not-asked", message, returned.cells[code], Severity.WARNING)
    absent = [*_absent(wanted, returned)]
    if absent and returned.version == wanted.version:
        message = _("biểu không có {count} chỉ tiêu đang hỏi: {names}").format(
            count=len(absent), names=wanted.listed(absent)
        )
        hint = _("gửi lại biểu mới cho đơn vị; các chỉ tiêu ấy tính là chưa báo cáo")
        yield Diagnostic("returned/indicator-missing", message, file, Severity.WARNING, hint=hint)
    empty = [code for code in asked if returned.figures.get(code, None) == _EMPTY]
    if empty:
        message = _("{count} ô để trống, tính là chưa báo cáo: {names}").format(
            count=len(empty), names=wanted.listed(empty)
        )
        hint = _("bằng không thì ghi 0; không có việc ấy thì chọn x ở cột “Không có việc này”")
        yield Diagnostic("returned/empty", message, returned.cells[empty[0]], Severity.ADVICE, hint=hint)


def _absent(wanted: Wanted, returned: Returned) -> Iterator[str]:
    for code in wanted.codes[returned.unit]:
        if code not in returned.figures and code not in returned.faulty:
            yield code


def _record(wanted: Wanted, returned: Returned, saved_at: datetime) -> AnswerFile:
    record = AnswerFile(
        unit=returned.unit,
        phase=wanted.phase,
        version=returned.version,
        answered_on=wanted.answered_on or saved_at.date(),
        received=Received(
            file=without_illegal(compose(returned.file.name)),
            digest=returned.digest,
            saved_at=saved_at,
            at=wanted.at,
            by=wanted.by,
        ),
        reporter=returned.reporter,
        figures={code: returned.figures.get(code, _EMPTY) for code in wanted.codes[returned.unit]},
        texts={name: text for name, text in returned.texts.items() if name in wanted.questions},
    )
    return sealed(record)
