"""What can be known before a run writes its first file: names, templates, room, rights.

It makes a document of each sort in memory, and writes nothing.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from generator import machine
from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.errors import GeneratorError
from generator.messages import _, spoken
from generator.pipeline.batch.bench import Bench
from generator.pipeline.batch.files import own_folder
from generator.pipeline.batch.journal_file import FILE
from generator.pipeline.batch.order import Entry, Order, Setting
from generator.pipeline.batch.targets import count_of, wants_of
from generator.pipeline.ground import ground_of
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.sources.roster import Roster, Row

_TRIED = 12
"""Units of which one will be sound, if the templates are."""
_SPARE = 1.2
_PDF_SIZE = 150_000
"""A PDF with its typefaces, as LibreOffice makes it."""


@dataclass(frozen=True)
class Prepared:
    """A run that can begin."""

    setting: Setting
    roster: Roster
    units: tuple[str, ...] | None
    """Units and groups that were named; None is all."""
    count: int
    """Of the units."""
    findings: tuple[Diagnostic, ...]
    """Of what all documents have in common."""
    bench: Bench
    """On which the first of them was tried; the run's own processes may go on with it."""

    def rows(self) -> Iterable[Row]:
        return self.roster.rows(self.units)

    @property
    def documents(self) -> int:
        return self.count * len(self.setting.wants)


def prepared(
    loaded: LoadedWorkspace, plan: LoadedPlan, order: Order, units: Sequence[str] | None, *, with_zip: bool = False
) -> Prepared:
    """Faulty or a GeneratorError with what would stop every document. Reads: the roster, profiles and templates."""
    chosen = tuple(units) if units is not None else None
    wants = wants_of(order, plan)
    roster = loaded.roster
    count = count_of(roster, chosen, wants)
    if not count:
        raise GeneratorError(_("chưa có đơn vị nào để làm văn bản"), _("khai đơn vị trong units.yaml hoặc units.xlsx"))
    _look_at_folder(order.output)
    if order.with_pdf:
        from generator.publish.office import find_office

        find_office()
    setting = Setting(order, ground_of(loaded, plan), roster.reader, wants, spoken())
    bench = Bench(setting)
    size, common = _sampled(bench, roster.rows(chosen), count)
    _look_for_room(order, size * count, count * len(wants), with_zip=with_zip)
    found = tuple(dict.fromkeys(common))
    setting = replace(setting, common=frozenset(found))
    bench.tell_once(setting)
    return Prepared(setting, roster, chosen, count, found, bench)


def _sampled(bench: Bench, rows: Iterable[Row], count: int) -> tuple[int, list[Diagnostic]]:
    """How large a unit's documents are together, and what there is to say of all units' alike.

    Faulty where it is the templates that no unit's document can be made from.
    """
    faults: list[Diagnostic] = []
    tried = 0
    for row in islice(rows, _TRIED):
        tried += 1
        try:
            return _made(bench, row)
        except Faulty as faulty:
            faults += faulty.diagnostics
    errors = [each for each in faults if each.severity is Severity.ERROR]
    if tried == count or all(each.where.file and each.where.file.suffix == ".docx" for each in errors):
        raise Faulty(dict.fromkeys(faults))
    return 0, []


def _made(bench: Bench, row: Row) -> tuple[int, list[Diagnostic]]:
    issuer = bench.settled(Entry(row))
    size, common = 0, []
    for station in bench.stations.of(issuer):
        job = station.desk.job(issuer)
        made = station.lane(job).make(job)
        size += len(made.document)
        plan = station.desk.ground.plan.path
        of_plan = [each for each in job.warnings if each.where.file == plan and issuer.unit.name not in each.message]
        common += [*station.findings, *made.findings, *of_plan]
    return size, common


def _look_at_folder(output: Path) -> None:
    there = _nearest(output)
    if not there.is_dir():
        raise GeneratorError(_("{path} không phải là một thư mục").format(path=there), _("chọn thư mục khác bằng -o"))
    if not machine.writable(there):
        raise GeneratorError(
            _("không ghi được vào thư mục {folder}").format(folder=there),
            _("kiểm tra quyền ghi và chỗ trống, hoặc chọn nơi khác bằng -o"),
        )


def _nearest(path: Path) -> Path:
    """The folder itself, or the one in which it would be made."""
    path = Path(os.path.abspath(path))
    return next(each for each in (path, *path.parents) if os.path.lexists(each))


def _look_for_room(order: Order, size: int, documents: int, *, with_zip: bool) -> None:
    wanted = (size * (2 if with_zip else 1) + (_PDF_SIZE * documents if order.with_pdf else 0)) * _SPARE
    free = shutil.disk_usage(_nearest(order.output)).free
    if wanted - _there(order.output) > free and wanted - _lying(order.output) > free:
        raise GeneratorError(
            _("đĩa không đủ chỗ: cần khoảng {wanted} MB, còn {free} MB").format(
                wanted=int(wanted) // 1_000_000 + 1, free=free // 1_000_000
            ),
            _("dọn bớt đĩa, hoặc chọn nơi khác bằng -o"),
        )


def _lying(output: Path) -> int:
    """The bytes of all files of the folder: a run that was killed left some that no journal tells of."""
    if not own_folder(output).is_dir():
        return 0
    with os.scandir(output) as entries:
        return sum(each.stat(follow_symlinks=False).st_size for each in entries if each.is_file(follow_symlinks=False))


def _there(output: Path) -> int:
    """The bytes of what an earlier run has made already."""
    file = own_folder(output) / FILE
    if not file.is_file():
        return 0
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        try:
            return int(connection.execute("SELECT total(size) FROM documents").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return 0  # whatever is wrong with it is told when it is opened for the run
