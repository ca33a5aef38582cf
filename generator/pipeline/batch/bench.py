"""One process's bench: a unit's documents made, compared with what is there, written, and told.

It never raises for what a user can mend: that stands in the records. Doing a unit twice does no harm.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.check.runner import check_document
from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.errors import GeneratorError
from generator.messages import _
from generator.model.organization import Organization
from generator.pipeline.batch import files
from generator.pipeline.batch.findings import Few, few
from generator.pipeline.batch.lanes import Station, Stations, key_of
from generator.pipeline.batch.order import Checking, Earlier, Entry, Record, Setting, Status, Want
from generator.pipeline.finish import is_changed_by_hand
from generator.sources.roster import Row
from generator.sources.unit_layers import Settled
from generator.workspace import reason

_NEW = Earlier("", "")


class CannotGoOn(Exception):
    """What would meet every other document too."""


class _Task(NamedTuple):
    """A document to be made, or found to be there."""

    station: Station
    want: Want
    issuer: Settled
    entry: Entry
    earlier: Earlier
    name: str
    file: str
    key: str
    there: str
    """The hash of the file that has the name now; empty where there is none."""


class Bench:
    """Made once for a run in every process."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._order = setting.order
        self._stations = Stations(setting)
        self._writer = files.Writer(setting.order.output)
        self._above: dict[str, Organization] = {}
        self._few = Few()

    def records(self, entry: Entry) -> Iterator[Record]:
        """A unit's documents, written. CannotGoOn where no other could be."""
        row, wants = entry.row, self._setting.wants
        try:
            issuer = self.settled(entry)
            stations = self._stations.of(issuer)
        except Faulty as faulty:
            yield from (self._refused(row, want, faulty.diagnostics) for want in wants)
            return
        earlier = dict(entry.earlier)
        for want, station in zip(wants, stations, strict=True):
            try:
                yield self._record(station, want, issuer, entry, earlier.get(want.name(row.id), _NEW))
            except Faulty as faulty:
                yield self._refused(row, want, faulty.diagnostics, issuer.unit.name)
            except (CannotGoOn, GeneratorError, MemoryError):
                raise
            except Exception as error:
                # One odd unit among a thousand must not take the others with it; it is told as what it is.
                yield self._refused(row, want, [_broken(error)], issuer.unit.name)

    def _refused(self, row: Row, want: Want, found: Sequence[Diagnostic], unit_name: str = "") -> Record:
        file = self._path(f"{want.name(row.id)}.docx")
        return refused(row, want, [*found, _old(file)] if file.is_file() else found, unit_name)

    def settled(self, entry: Entry) -> Settled:
        """The unit with its layers; Faulty with the faults of its row or its files."""
        reader = self._setting.reader
        row = entry.row
        above = [self._superior(each) for each in entry.ancestors]
        return self._setting.ground.layers.settled(reader.unit(row), above, partial(reader.where, row))

    def _superior(self, row: Row) -> Organization:
        if row.id not in self._above:
            self._above[row.id] = self._setting.reader.unit(row)
        return self._above[row.id]

    def _record(self, station: Station, want: Want, issuer: Settled, entry: Entry, earlier: Earlier) -> Record:
        name = want.name(entry.row.id)
        there = self._writer.sha256(f"{name}.docx")
        task = _Task(station, want, issuer, entry, earlier, name, f"{name}.docx", key_of(station, entry.row), there)
        if there and there == earlier.sha256 and task.key == earlier.key:
            judged = () if earlier.is_judged else self._judged(task)
            return self._there(task, Status.UNCHANGED, judged)
        if there and there != earlier.sha256 and not self._order.overwrite and self._is_anothers(task.file):
            return self._there(task._replace(key=""), Status.KEPT, (_kept(self._path(task.file)),))
        return self._made(task)

    def _made(self, task: _Task) -> Record:
        started = time.perf_counter()
        station, stations = task.station, self._stations
        job = station.desk.job(task.issuer)
        made = station.lane(job).make(job)
        is_new = made.sha256 != task.there
        if is_new:
            self._write(task.file, made.document)
        found, count = self._few.of(
            station.findings,
            stations.uncommon(job.warnings),
            stations.uncommon(made.findings),
            station.leftovers(self._order.output, task.file, job),
            self._judged(task),
        )
        pdf, pdf_sha256 = ("", "") if is_new else self._pdf(task)
        return Record(
            unit=task.entry.row.id,
            place=task.entry.row.number,
            unit_name=task.issuer.unit.name,
            kind=task.want.kind.value,
            name=task.name,
            status=Status.MADE,
            number=station.number(job),
            file=task.file,
            way=made.way,
            key=task.key,
            sha256=made.sha256,
            size=len(made.document),
            seconds=time.perf_counter() - started,
            findings=found,
            finding_count=count,
            is_judged=self._judges(task.entry),
            pdf=pdf,
            pdf_sha256=pdf_sha256,
            pdf_findings=self._about_pdf(task) if is_new else None,
        )

    def _there(self, task: _Task, status: Status, found: tuple[Diagnostic, ...]) -> Record:
        """Of a file that stays as it is."""
        row = task.entry.row
        kept, count = self._few.of(found)
        pdf, pdf_sha256 = self._pdf(task) if status is Status.UNCHANGED else ("", "")
        return Record(
            unit=row.id,
            place=row.number,
            unit_name=task.issuer.unit.name,
            kind=task.want.kind.value,
            name=task.name,
            status=status,
            file=task.file,
            key=task.key,
            sha256=task.there,
            size=self._path(task.file).stat().st_size if status is Status.KEPT else 0,
            findings=kept,
            finding_count=count,
            is_judged=self._judges(task.entry) and status is Status.UNCHANGED,
            pdf=pdf,
            pdf_sha256=pdf_sha256,
        )

    def _pdf(self, task: _Task) -> tuple[str, str]:
        """The PDF that an earlier run made of this very document, and its hash; empty where there is none."""
        pdf, told = f"{task.name}.pdf", task.earlier.pdf_sha256
        return (pdf, told) if told and self._writer.sha256(pdf) == told else ("", "")

    def _about_pdf(self, task: _Task) -> tuple[Diagnostic, ...]:
        pdf = self._path(f"{task.name}.pdf")
        return (_old_pdf(pdf),) if not self._order.with_pdf and os.path.lexists(pdf) else ()

    def _judges(self, entry: Entry) -> bool:
        checking = self._order.checking
        return checking is Checking.ALL or (checking is Checking.SAMPLE and entry.checked)

    def _judged(self, task: _Task) -> tuple[Diagnostic, ...]:
        if not self._judges(task.entry):
            return ()
        return check_document(self._path(task.file), profile=task.station.desk.profile).diagnostics

    def _is_anothers(self, file: str) -> bool:
        path = self._path(file)
        # What is no file at all cannot be replaced by one; writing will say so.
        return path.is_file() and is_changed_by_hand(path)

    def _write(self, file: str, document: bytes) -> None:
        try:
            self._writer.write(file, document)
        except OSError as error:
            path = self._path(file)
            message = _("không ghi được {path}: {reason}").format(path=path, reason=reason(error))
            if error.errno in files.OF_THE_DISK:
                raise CannotGoOn(message) from error
            hint = _("đóng tệp nếu đang mở trong chương trình khác, rồi chạy tiếp bằng --resume")
            raise Faulty([Diagnostic("batch/not-written", message, Location(path), hint=hint)]) from error

    def _path(self, file: str) -> Path:
        return self._order.output / file


def refused(
    row: Row, want: Want, found: Sequence[Diagnostic], unit_name: str = "", status: Status = Status.FAULTY
) -> Record:
    """No document, and why."""
    record = Record(row.id, row.number, unit_name, want.kind.value, want.name(row.id), status)
    return record._replace(findings=few(found), finding_count=len(found))


def _kept(file: Path) -> Diagnostic:
    message = _("tệp đã được sửa bằng chương trình khác, nên để nguyên")
    hint = _("đổi tên tệp đó rồi chạy lại, hoặc thêm --overwrite để thay")
    return Diagnostic("batch/kept", message, Location(file), Severity.WARNING, hint=hint)


def _old(file: Path) -> Diagnostic:
    message = _("tệp có sẵn ở đây là của lượt trước, chưa được làm lại")
    hint = _("đừng gửi tệp này; sửa các lỗi trên rồi chạy lại")
    return Diagnostic("batch/old-file", message, Location(file), Severity.WARNING, hint=hint)


def _old_pdf(file: Path) -> Diagnostic:
    message = _("tệp PDF này là của bản trước")
    return Diagnostic("batch/old-pdf", message, Location(file), Severity.WARNING, hint=_("thêm --pdf để làm lại"))


def _broken(error: Exception) -> Diagnostic:
    message = _("chương trình bị lỗi khi làm văn bản này")
    hint = _("đây là lỗi của chương trình, không phải của dữ liệu")
    return Diagnostic("batch/broken", message, actual=f"{type(error).__name__}: {error}"[:300], hint=hint)
