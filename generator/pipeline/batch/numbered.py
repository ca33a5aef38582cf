"""A bench whose documents bear numbers of the register: they lie ready until the register knows of them.

It opens no register: numbers come with the entries, and what the book is to know goes back with the records.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from generator.diagnostics import Faulty
from generator.pipeline.batch import files
from generator.pipeline.batch.bench import Bench
from generator.pipeline.batch.lanes import Station
from generator.pipeline.batch.order import Earlier, Entry, Numbered, Record, Setting, Status, Want
from generator.pipeline.batch.task import Task
from generator.pipeline.job import Job
from generator.pipeline.lane import Made
from generator.pipeline.numbering_lines import code_of, particulars, said_otherwise
from generator.render.request import Given
from generator.sources.roster import Row
from generator.sources.unit_layers import Settled


class NumberedBench(Bench):
    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._root = setting.ground.layers.workspace.root
        self._ready = files.Writer(setting.order.output, is_ready_only=True)
        self._given: Numbered | None = None
        self._last: tuple[Job, Made] | None = None

    def _record(
        self, station: Station, want: Want, issuer: Settled, entry: Entry, earlier: Earlier, *, is_fresh: bool
    ) -> Record:
        self._given = dict(entry.numbers).get(want.name(entry.row.id))
        self._folder = self._order.output
        return super()._record(station, want, issuer, entry, earlier, is_fresh=is_fresh)

    def _key(self, station: Station, row: Row) -> str:
        own = super()._key(station, row)
        if self._given is None:
            return own
        return hashlib.sha256(f"{own} {self._given.number} {self._given.day}".encode()).hexdigest()[:32]

    def _document(self, task: Task) -> tuple[Job, Made]:
        if self._given is None:
            return super()._document(task)
        if self._last is None:
            job = task.station.desk.job(task.issuer)
            job = replace(job, request=replace(job.request, given=Given(self._given.number, self._given.day)))
            self._last = job, task.station.lane(job).make(job)
        return self._last

    def _made(self, task: Task) -> Record:
        self._last = None
        if self._given is None:
            return super()._made(task)
        job, made = self._document(task)
        code = code_of(job)
        if self._given.issued is not None:
            target = self._order.output / task.file
            if found := said_otherwise(self._given.issued, made.document, code, target, self._root):
                raise Faulty(found)
            if task.there == self._given.issued.sha256:
                return self._there(task, Status.UNCHANGED, ())
        record = super()._made(task)._replace(number=code)
        if self._given.issued is not None:
            return record
        told = particulars(job, made.document, self._order.output / task.file, self._root)
        return record._replace(line=(self._given.key, told))

    def _write(self, file: str, document: bytes) -> None:
        if self._given is None:
            super()._write(file, document)
            return
        writer, self._writer = self._writer, self._ready
        try:
            super()._write(file, document)
        finally:
            self._writer = writer
        self._folder = files.ready_folder(self._order.output)
