"""The numbers of a run: reserved together, sent with the units, told to the register before files take their places.

It runs in the process that leads; no other one opens the register.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Faulty
from generator.messages import _
from generator.model.document import Document
from generator.model.organization import Organization
from generator.pipeline.batch import files
from generator.pipeline.batch.order import Chunk, Done, Entry, Numbered, Status, Want
from generator.pipeline.batch.preflight import Prepared
from generator.pipeline.numbering import plan_name, purpose_of
from generator.pipeline.numbering_lines import placed
from generator.pipeline.wanted import documents
from generator.register.database import Register
from generator.register.life import record
from generator.register.records import Act, Purpose, State
from generator.register.records import Entry as Line
from generator.register.reserving import give_back
from generator.register.runs import hand_over, held_by, new_run, without_document
from generator.register.together import reserve_many
from generator.sources.roster import Row

_NOT_MADE = (Status.FAULTY, Status.LOST, Status.KEPT)


class Numbering:
    """For one run. `reserves`: documents without a number get one; else those that have one keep it."""

    def __init__(self, register: Register, prepared: Prepared, act: Act, *, reserves: bool) -> None:
        setting = prepared.setting
        ground, order = setting.ground, setting.order
        self._register, self._prepared, self._act, self._reserves = register, prepared, act, reserves
        self._run = new_run("batch")
        self._plan = plan_name(ground.plan.path, ground.layers.workspace.root)
        self._reader = setting.reader
        self._output = order.output
        found = [document for kind in order.kinds for document in documents(kind, ground.plan, order.phase)]
        self._wants: list[tuple[Want, Document]] = [*zip(setting.wants, found, strict=True)]
        self._reasons: dict[str, str] = {}
        """Of documents that were not made, by name."""

    def begin(self) -> None:
        files.empty_ready(self._output)
        if self._reserves:
            with placed(self._register):
                reserve_many(self._register, self._wanted, self._act, run=self._run)

    def _wanted(self) -> Iterator[tuple[Purpose, None]]:
        for row in self._prepared.rows():
            for _want, purpose in self._purposes(row):
                yield purpose, None

    def _purposes(self, row: Row) -> Iterator[tuple[Want, Purpose]]:
        try:
            unit: Organization = self._reader.unit(row)
        except Faulty:
            return  # told where its documents would be made
        for want, document in self._wants:
            yield want, purpose_of(want.kind, document, unit, self._plan, is_own=False)

    def attached(self, chunk: Chunk) -> Chunk:
        purposes = [[*self._purposes(entry.row)] for entry in chunk.entries]
        held = held_by(self._register, (one.key for some in purposes for _want, one in some))
        return chunk._replace(
            entries=tuple(
                entry._replace(numbers=tuple(self._numbers(entry, some, held)))
                for entry, some in zip(chunk.entries, purposes, strict=True)
            )
        )

    def _numbers(
        self, entry: Entry, purposes: list[tuple[Want, Purpose]], held: dict[str, Line]
    ) -> Iterator[tuple[str, Numbered]]:
        for want, purpose in purposes:
            line = held.get(purpose.key)
            if line is not None:
                told = line.particulars
                issued = told if line.state is State.ISSUED else None
                yield want.name(entry.row.id), Numbered(purpose.key, line.number, told.issued_on, issued)

    def place(self, done: Done) -> None:
        with placed(self._register):
            record(self._register, [one.line for one in done.records if one.line is not None], self._act)
        for one in done.records:
            if one.file:
                files.take_place(self._output, one.file)
            if one.status in _NOT_MADE and one.findings:
                self._reasons[one.name] = one.findings[0].message

    def end(self) -> str:
        count = hand_over(self._register, self._run, self._act)
        reasons: defaultdict[str, list[str]] = defaultdict(list)
        for line in without_document(self._register, self._run):
            reasons[self._reasons.get(line.document, _("văn bản không làm"))].append(str(line.key))
        for why, keys in reasons.items():
            give_back(self._register, keys, replace(self._act, why=why))
        text = _("{count} văn bản mang số trong sổ, chờ phát hành").format(count=count)
        given_back = sum(map(len, reasons.values()))
        return text + (_("; trả lại {count} số không dùng").format(count=given_back) if given_back else "") + "."
