"""Documents of one plan made under the numbers of the register: reserved, told to the book, written, handed over.

In this order, so that a crash at any moment leaves a number that is accounted for. It issues nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty
from generator.errors import GeneratorError
from generator.messages import _
from generator.pipeline import numbering
from generator.pipeline.finish import refuse_changed_by_hand, write_results
from generator.pipeline.job import Job, JobResult
from generator.pipeline.numbering_lines import code_of, day_of, particulars, placed, said_otherwise, sha256_of
from generator.pipeline.prepare import prepare
from generator.pipeline.wish import Wish
from generator.register.database import Register
from generator.register.ledger import Numbered, at
from generator.register.life import record
from generator.register.records import Act, Entry, State
from generator.register.reserving import give_back
from generator.register.runs import hand_over, held_by, is_over, issued_as, new_run, without_document
from generator.register.series import series_of
from generator.register.together import reserve_each
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.vietnamese import clock


@dataclass(frozen=True)
class Item:
    """A document that is to be made, and its line in the book."""

    job: Job
    entry: Entry | None
    before: Entry | None = None
    """The line as it stood before this run."""


@dataclass(frozen=True)
class Counter:
    """Where the documents of one plan get their numbers."""

    register: Register
    loaded: LoadedWorkspace
    plan: LoadedPlan
    act: Act
    run: str
    day: date | None = None
    """Of documents whose day is not in the plan."""

    @property
    def root(self) -> Path:
        return self.loaded.workspace.root

    @property
    def name(self) -> str:
        return numbering.plan_name(self.plan.path, self.root)

    def items(self, wish: Wish, *, reserve: bool) -> tuple[Item, ...]:
        """The documents that were asked for, each with the number that it has, or has `reserve`d now.

        Faulty with all that stands in the way; then no number was taken. Writes: the database.
        """
        with placed(self.register):
            known, found, laid = self._laid()
            jobs = prepare(self.loaded, laid, wish)
            purposes = [numbering.purpose_of_job(job, self.name, wish.copy) for job in jobs]
            originals = [numbering.purpose_of_job(job, self.name, None) for job in jobs]
            held = held_by(self.register, (one.key for one in (*purposes, *originals)))
            wanted = [
                (purpose, day_of(job) or self.day)
                for purpose, job in zip(purposes, jobs, strict=True)
                if reserve or _is_reserved(held.get(purpose.key))
            ]
            typed = {slot.purpose.key: slot.record.number for slot in known if slot.record.number is not None}
            now = reserve_each(self.register, wanted, self.act, run=self.run, expected=typed)
            entries = found | held | {str(entry.key): entry for entry in now}
            jobs = prepare(self.loaded, numbering.laid_in(self.plan, entries, known), wish)
            return tuple(
                Item(self._numbered(job, entries, wish.copy), entries.get(purpose.key), held.get(purpose.key))
                for job, purpose in zip(jobs, purposes, strict=True)
            )

    def laid(self) -> LoadedPlan:
        """The plan with the numbers that its documents have. Faulty where one that is typed is another's."""
        with placed(self.register):
            return self._laid()[2]

    def _laid(self) -> tuple[tuple[numbering.Slot, ...], dict[str, Entry], LoadedPlan]:
        known = tuple(numbering.slots(self.plan.plan, self.name, self.loaded))
        found = held_by(self.register, (slot.purpose.key for slot in known))
        laid = numbering.laid_in(self.plan, found, known)
        self._refuse_taken(slot for slot in known if slot.purpose.key not in found)
        return known, found, laid

    def _numbered(self, job: Job, entries: dict[str, Entry], copy: int | None) -> Job:
        """The numbers of the office's documents stand in the plan already; those of units and their copies do not."""
        own = entries.get(numbering.purpose_of_job(job, self.name, None).key)
        if own is not None and not job.request.is_own:
            job = numbering.with_given(job, own, None)
        copied = entries.get(numbering.purpose_of_job(job, self.name, copy).key) if copy is not None else None
        return numbering.with_given(job, copied, copy) if copied is not None else job

    def _refuse_taken(self, unknown: Iterable[numbering.Slot]) -> None:
        """Numbers that are typed in the plan and that the book has given to others."""
        faults = [found for slot in unknown if slot.record.number is not None for found in self._taken(slot)]
        if faults:
            raise Faulty(faults)

    def _taken(self, slot: numbering.Slot) -> Iterator[Diagnostic]:
        day = getattr(slot.record, "copied_on" if slot.purpose.copy else "issued_on") or clock.today()
        try:
            series = series_of(self.register.rules, slot.purpose, day)
        except Faulty:
            return  # no term is declared: the book gives no numbers of this kind
        place = Numbered(series, int(slot.record.number or 0))
        held = self.register.read(lambda connection: at(connection, place))
        if held is not None:
            told = held.entry
            yield Diagnostic(
                "register/number-taken",
                _("số {number} trong sổ là của văn bản khác: {subject}").format(
                    number=told.number, subject=told.particulars.subject or told.document or told.reason
                ),
                numbering.at(self.plan, *slot.loc, "number"),
                hint=_("bỏ dòng number để lấy số trong sổ"),
            )

    def broken_off(self, items: Sequence[Item]) -> Iterator[str]:
        """What an earlier run that came to no end has left of these documents."""
        for item in items:
            before = item.before
            if before is None or not before.run or is_over(before.run) is False or before.state is not State.RESERVED:
                continue
            path = self.root / before.particulars.file if before.particulars.file else None
            is_there = path is not None and sha256_of(path) == before.particulars.sha256
            told = _("tệp đã ghi đủ") if is_there else _("tệp chưa ghi")
            words = _("lần làm trước dừng giữa chừng sau khi giữ số {code} ({told}); nay làm tiếp với số đó")
            yield words.format(code=code_of(item.job), told=told)

    def give_back(self, why: str) -> None:
        """What this run took and made nothing of. Writes: the database."""
        unused = [str(entry.key) for entry in without_document(self.register, self.run)]
        give_back(self.register, unused, replace(self.act, why=why))

    def write(self, items: Sequence[Item], results: Sequence[JobResult], *, overwrite: bool) -> tuple[Path, ...]:
        """The files, after the book knows of them; the files that were written. Writes: the database, the targets.

        Faulty where an issued document would say something else.
        """
        pairs = [*zip(items, results, strict=True)]
        faults = [found for item, result in pairs if _is_issued(item) for found in self._changed(item, result)]
        if faults:
            raise Faulty(faults)
        pairs = [(item, result) for item, result in pairs if not self._stays(item, result)]
        refuse_issued(self.register, [result.target for _item, result in pairs], self.root)
        if not overwrite:
            refuse_changed_by_hand([result.target for _item, result in pairs])
        open_ones = [(item, result) for item, result in pairs if _is_reserved(item.entry)]
        changes = [
            (str(item.entry.key), particulars(item.job, result.document, result.target, self.root))
            for item, result in open_ones
            if item.entry is not None
        ]
        with placed(self.register):
            record(self.register, changes, self.act)
            files = write_results([result for _item, result in pairs], overwrite=True)
            hand_over(self.register, self.run, self.act)
        return files

    def _changed(self, item: Item, result: JobResult) -> tuple[Diagnostic, ...]:
        entry = item.entry
        assert entry is not None
        code = entry.particulars.code or code_of(item.job)
        return said_otherwise(entry.particulars, result.document, code, result.target, self.root)

    def _stays(self, item: Item, result: JobResult) -> bool:
        """An issued file is not written again, not even with the same words."""
        return _is_issued(item) and item.entry is not None and _is_issued_file(result.target, item.entry)


def refuse_issued(register: Register, targets: Sequence[Path], root: Path) -> None:
    """GeneratorError where one of the files is an issued document as it went out."""
    names = {numbering.name_of_file(target, root): target for target in targets}
    issued = {
        name: entry
        for name, entry in issued_as(register, names).items()
        if sha256_of(names[name]) == entry.particulars.sha256
    }
    if issued:
        told = ", ".join(f"{name} ({entry.particulars.code})" for name, entry in issued.items())
        raise GeneratorError(
            _("tệp là văn bản đã phát hành, không ghi đè: {files}").format(files=told), _("ghi ra chỗ khác bằng -o")
        )


def new_counter(register: Register, loaded: LoadedWorkspace, plan: LoadedPlan, act: Act) -> Counter:
    return Counter(register, loaded, plan, act, new_run("render"))


def _is_reserved(entry: Entry | None) -> bool:
    return entry is not None and entry.state is State.RESERVED


def _is_issued(item: Item) -> bool:
    return item.entry is not None and item.entry.state is State.ISSUED


def _is_issued_file(path: Path, entry: Entry) -> bool:
    return sha256_of(path) == entry.particulars.sha256
