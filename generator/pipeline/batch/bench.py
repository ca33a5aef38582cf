"""One process's bench: a unit's documents made, compared with what is there, written, and told.

It never raises for what a user can mend: that stands in the records. Doing a unit twice does no harm.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.errors import GeneratorError
from generator.messages import _
from generator.model.organization import Organization
from generator.pipeline.batch import files, words
from generator.pipeline.batch.findings import Few, few
from generator.pipeline.batch.lanes import Station, Stations, key_of
from generator.pipeline.batch.order import Checking, Earlier, Entry, Record, Setting, Status, Want
from generator.pipeline.batch.task import Task
from generator.pipeline.finish import is_changed_by_hand, is_torn
from generator.pipeline.job import Job
from generator.pipeline.lane import Made
from generator.sources.roster import Row
from generator.sources.unit_layers import Settled
from generator.workspace import reason

_NEW = Earlier("", "")


class CannotGoOn(Exception):
    """What would meet every other document too."""


class Bench:
    """Made once for a run in every process."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._order = setting.order
        self.stations = Stations(setting)
        self._folder = setting.order.output
        self._output = os.fspath(setting.order.output)
        self._writer = files.Writer(setting.order.output)
        self._above: dict[str, Organization] = {}
        self._few = Few()

    def tell_once(self, setting: Setting) -> None:
        """The same run, now that it is known what all of its documents have in common."""
        self._setting = setting
        self.stations.leave_out(setting.common)

    def records(self, entry: Entry, *, is_fresh: bool = False) -> Iterator[Record]:
        """A unit's documents, written; `is_fresh`: none can be there yet. CannotGoOn where no other could be."""
        row, wants = entry.row, self._setting.wants
        try:
            issuer = self.settled(entry)
            stations = self.stations.of(issuer)
        except Faulty as faulty:
            yield from (self._refused(row, want, faulty.diagnostics) for want in wants)
            return
        earlier = dict(entry.earlier)
        for want, station in zip(wants, stations, strict=True):
            try:
                known = earlier.get(want.name(row.id), _NEW)
                yield self._record(station, want, issuer, entry, known, is_fresh=is_fresh)
            except Faulty as faulty:
                yield self._refused(row, want, faulty.diagnostics, issuer.unit.name)
            except (CannotGoOn, GeneratorError, MemoryError):
                raise
            except Exception as error:
                # One odd unit among a thousand must not take the others with it; it is told as what it is.
                yield self._refused(row, want, [words.broken(error)], issuer.unit.name)

    def _refused(self, row: Row, want: Want, found: Sequence[Diagnostic], unit_name: str = "") -> Record:
        file = self._path(f"{want.name(row.id)}.docx")
        return refused(row, want, [*found, words.old(file)] if file.is_file() else found, unit_name)

    def settled(self, entry: Entry) -> Settled:
        """The unit with its layers; Faulty with the faults of its row or its files."""
        if entry.faults:
            raise Faulty(entry.faults)
        reader = self._setting.reader
        row = entry.row
        above = [self._superior(each) for each in entry.ancestors]
        return self._setting.ground.layers.settled(reader.unit(row), above, partial(reader.where, row))

    def _superior(self, row: Row) -> Organization:
        if row.id not in self._above:
            self._above[row.id] = self._setting.reader.unit(row)
        return self._above[row.id]

    def _record(
        self, station: Station, want: Want, issuer: Settled, entry: Entry, earlier: Earlier, *, is_fresh: bool
    ) -> Record:
        name = want.name(entry.row.id)
        file, key = f"{name}.docx", self._key(station, entry.row)
        there = "" if is_fresh else self._writer.sha256(file)
        task = Task(station, want, issuer, entry, earlier, name, file, key, there, is_fresh)
        if there and there == earlier.sha256 and task.key == earlier.key:
            judged = () if earlier.is_judged else self._judged(task)
            return self._there(task, Status.UNCHANGED, judged)
        if there and there != earlier.sha256 and not self._order.overwrite and self._is_anothers(task.file):
            return self._there(task._replace(key=""), Status.KEPT, (words.kept(self._path(task.file)),))
        return self._made(task)

    def _made(self, task: Task) -> Record:
        started = time.perf_counter()
        station, stations = task.station, self.stations
        job, made = self._document(task)
        is_new = made.sha256 != task.there
        if is_new:
            self._write(task.file, made.document)
        found, count = self._few.of(
            station.findings,
            stations.uncommon(job.warnings),
            stations.uncommon(made.findings),
            station.leftovers(self._folder, task.file, job),
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

    def _key(self, station: Station, row: Row) -> str:
        return key_of(station, row)

    def _document(self, task: Task) -> tuple[Job, Made]:
        job = task.station.desk.job(task.issuer)
        return job, task.station.lane(job).make(job)

    def _there(self, task: Task, status: Status, found: tuple[Diagnostic, ...]) -> Record:
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

    def _pdf(self, task: Task) -> tuple[str, str]:
        """The PDF that an earlier run made of this very document, and its hash; empty where there is none."""
        pdf, told = f"{task.name}.pdf", task.earlier.pdf_sha256
        return (pdf, told) if told and self._writer.sha256(pdf) == told else ("", "")

    def _about_pdf(self, task: Task) -> tuple[Diagnostic, ...]:
        if task.is_fresh:
            return ()
        name = f"{task.name}.pdf"
        # Asked for every document: to make a `Path` takes longer than to ask the system.
        is_left = not self._order.with_pdf and os.path.lexists(f"{self._output}/{name}")
        return (words.old_pdf(self._path(name)),) if is_left else ()

    def _judges(self, entry: Entry) -> bool:
        checking = self._order.checking
        return checking is Checking.ALL or (checking is Checking.SAMPLE and entry.checked)

    def _judged(self, task: Task) -> tuple[Diagnostic, ...]:
        if not self._judges(task.entry):
            return ()
        from generator.check.runner import check_document  # its hundred rules are read where one is judged by them

        return check_document(self._path(task.file), profile=task.station.desk.profile).diagnostics

    def _is_anothers(self, file: str) -> bool:
        path = self._path(file)
        # What is no file at all cannot be replaced by one; writing will say so.
        return path.is_file() and is_changed_by_hand(path) and not is_torn(path)

    def _write(self, file: str, document: bytes) -> None:
        try:
            self._writer.write(file, document)
        except OSError as error:
            path = self._path(file)
            message = _("không ghi được {path}: {reason}").format(path=path, reason=reason(error))
            if error.errno in files.OF_THE_DISK:
                raise CannotGoOn(message) from error
            hint = _("đóng tệp nếu đang mở trong chương trình khác, rồi chạy tiếp bằng --resume")
            if path.is_dir():
                hint = _("dời thư mục đó đi, rồi chạy tiếp bằng --resume")
            raise Faulty([Diagnostic("batch/not-written", message, Location(path), hint=hint)]) from error

    def _path(self, file: str) -> Path:
        return self._folder / file


def refused(
    row: Row, want: Want, found: Sequence[Diagnostic], unit_name: str = "", status: Status = Status.FAULTY
) -> Record:
    """No document, and why."""
    record = Record(row.id, row.number, unit_name, want.kind.value, want.name(row.id), status)
    return record._replace(findings=few(found), finding_count=len(found))
