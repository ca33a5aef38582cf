"""A run from its first file to its manifest: chunks to the engine, records to the journal, word of it to the caller.

It makes no document itself, and prints nothing. What it leaves behind can always be gone on with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from generator.errors import GeneratorError
from generator.messages import _
from generator.pipeline.batch import archive, manifest
from generator.pipeline.batch.chunks import chunks, size_of
from generator.pipeline.batch.engine import Engine
from generator.pipeline.batch.files import empty_temporary, is_bare, own_folder
from generator.pipeline.batch.journal import Journal
from generator.pipeline.batch.journal_file import opened
from generator.pipeline.batch.keeping import Keeper
from generator.pipeline.batch.lock import locked
from generator.pipeline.batch.manifest import Totals
from generator.pipeline.batch.order import Chunk, Done, Status
from generator.pipeline.batch.preflight import Prepared
from generator.pipeline.batch.worker import mourn, work
from generator.workspace import reason

ARCHIVE = "documents.zip"


class Numbers(Protocol):
    """What numbers documents: `numbers.Numbering`, which knows the register."""

    def begin(self) -> None:
        """All that the run needs are reserved, before anything is made."""
        ...

    def attached(self, chunk: Chunk) -> Chunk:
        """With the numbers of its documents."""
        ...

    def place(self, done: Done) -> None:
        """The register knows of what was made, and only then do the files take their places."""
        ...

    def end(self) -> str:
        """Numbers are handed over, those not used given back; what there is to say of it."""
        ...


Told = Callable[[Done], None]
"""Called with every chunk's records as they come."""
Said = Callable[[str], None]
"""Called with what there is to say of the run itself."""


@dataclass(frozen=True, slots=True)
class Outcome:
    totals: Totals
    files: tuple[Path, ...]
    """The manifest in both forms, and the archive where one was wanted."""


def perform(
    prepared: Prepared,
    engine: Engine,
    asked: Mapping[str, Any],
    *,
    jobs: int = 1,
    with_zip: bool = False,
    told: Told = lambda done: None,
    said: Said = lambda text: None,
    numbers: Numbers | None = None,
) -> Outcome:
    """Every document that is missing or old, then the manifest. Writes: the output folder.

    `asked` is kept in the journal, for a run that goes on with this one. GeneratorError where the disk, another run
    or the engine stands in the way; what was done until then is in the journal.
    """
    output = prepared.setting.order.output
    try:
        with _speaking(output):
            own_folder(output).mkdir(parents=True, exist_ok=True)
            with locked(own_folder(output) / "lock"), opened(own_folder(output)) as (journal, note):
                empty_temporary(output)  # not before: another run's are no business of ours
                if note:
                    said(note)
                journal.begin(asked)
                if numbers is not None:
                    numbers.begin()
                _made(prepared, engine, journal, jobs, told, numbers)
                if numbers is not None:
                    said(numbers.end())
                return _finished(prepared, journal, said, with_zip=with_zip)
    finally:
        engine.close()


@contextmanager
def _speaking(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = _("không ghi được vào {path}: {reason}").format(path=error.filename or output, reason=reason(error))
        raise GeneratorError(message, _("kiểm tra đĩa và quyền ghi, rồi chạy tiếp bằng --resume")) from error


def _made(prepared: Prepared, engine: Engine, journal: Journal, jobs: int, told: Told, numbers: Numbers | None) -> None:
    setting = prepared.setting
    size = size_of(prepared.count, jobs, with_pdf=setting.order.with_pdf)
    drawn = chunks(prepared.rows(), prepared.count, size, setting, prepared.roster, journal)
    if is_bare(setting.order.output):
        drawn = (chunk._replace(is_fresh=True) for chunk in drawn)
    if numbers is not None:
        drawn = map(numbers.attached, drawn)
    with Keeper(journal, setting.order.output) as keeper:
        for done in engine.run(setting, drawn, work, mourn):
            if numbers is not None:
                numbers.place(done)
            keeper.take(done.records)
            told(done)
            if done.stop is not None:
                hint = _("{hint}; phần đã làm vẫn còn, chạy tiếp bằng --resume").format(hint=done.stop.hint)
                raise GeneratorError(done.stop.message, hint)


def _finished(prepared: Prepared, journal: Journal, said: Said, *, with_zip: bool) -> Outcome:
    order, roster = prepared.setting.order, prepared.roster
    kinds = {kind.value for kind in order.kinds}
    is_whole = prepared.units is None and order.phase is None

    def is_gone(unit: str, kind: str) -> bool:
        # A run of some units, or of some kinds, says nothing of the others.
        return (is_whole and kind in kinds) or roster.row(unit) is None

    output = order.output
    journal.leave(is_gone, lambda file: (output / file).is_file())
    totals = manifest.write(journal.lines(), output)
    files = [output / manifest.CSV, output / manifest.WORKBOOK]
    if with_zip:
        with manifest.whole(output, ARCHIVE) as target:
            lines = ((line.file, line.pdf) for line in journal.lines() if line.is_of_this_run)
            archive.write(target, output, chain((manifest.CSV, manifest.WORKBOOK), archive.files_of(lines, output)))
        files.append(output / ARCHIVE)
    elif totals.statuses[Status.MADE] and (output / ARCHIVE).is_file():
        said(_("{file} là của lượt trước, chưa có những gì vừa làm; thêm --zip để gộp lại").format(file=ARCHIVE))
    return Outcome(totals, tuple(files))
