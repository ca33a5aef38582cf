"""What a run of a whole country is made of: the rate at many units, what a cluster carries, PDFs.

    python benchmarks/scale.py [--units 300000] [--beside 10000] [--pdfs 200] [--chunks 400] [--only PART]
                               [--rounds 2] [--json FILE] [--markdown] [--folder FOLDER]

`rate` runs `vanthu batch` at both numbers of units, in turn; `carried` sends chunks with real rows to a local dask
cluster whose work is to answer with real records, so that nothing but the carrying is left; `pdf` adds `--pdf`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.batch import CORES, Turn, ours
from benchmarks.country import build
from benchmarks.tables import machine, machine_line, printed
from generator.model.kinds import Kind
from generator.pipeline.batch.chunks import MOST
from generator.pipeline.batch.engines.cluster import Place
from generator.pipeline.batch.engines.dask import Dask
from generator.pipeline.batch.order import Checking, Chunk, Done, Entry, Order, Record, Setting, Status, Way
from generator.pipeline.batch.preflight import prepared
from generator.sources.load import open_plan
from generator.workspace import open_workspace


def answer(_setting: Setting, chunk: Chunk) -> Done:
    """Records as a worker sends them back, of documents that nobody makes."""
    return Done(chunk.number, tuple(_record(entry) for entry in chunk.entries))


def _record(entry: Entry) -> Record:
    row = entry.row
    name = f"guidance-{row.id}"
    return Record(
        unit=row.id,
        place=row.number,
        unit_name=row.cells[1],
        kind="guidance",
        name=name,
        status=Status.MADE,
        number="     -HD/CB",
        file=f"{name}.docx",
        way=Way.FAST,
        key=f"{row.number:032x}",
        sha256=f"{row.number:064x}",
        size=15_000,
        seconds=0.0002,
    )


def mourn(_setting: Setting, chunk: Chunk) -> Done:
    return Done(chunk.number, ())


def carried(plan: Path, count: int, workers: int) -> Turn:
    """So many chunks to the workers and back; the clock runs from the first one that is back."""
    loaded, opened = open_plan(open_workspace(plan.parents[1]), plan, one_by_one=True)
    ready = prepared(loaded, opened, Order((Kind.GUIDANCE,), plan.parent / "x", checking=Checking.NONE), None)
    rows = iter(list(ready.rows())[:MOST])
    some = tuple(Entry(row) for row in rows)

    def drawn() -> Iterator[Chunk]:
        return (Chunk(number, some) for number in range(count + workers))

    from benchmarks import scale  # under the name by which other processes know it

    engine = Dask(Place(None, None, workers))
    done = engine.run(ready.setting, drawn(), scale.answer, scale.mourn)
    for _first in islice(done, workers):
        pass
    since, cpu = time.perf_counter(), time.process_time()
    chunks = sum(1 for _each in done)
    return Turn(chunks * len(some), time.perf_counter() - since, time.process_time() - cpu)


PARTS = ("rate", "carried", "pdf")


def measure(options: argparse.Namespace, home: Path) -> dict[str, list[Turn]]:
    plans: dict[int, Path] = {}

    def plan_of(units: int) -> Path:
        if units not in plans:
            plans[units] = build(home / f"country-{units}", units)
        return plans[units]

    goes: dict[str, Callable[[], Turn]] = {}
    wanted = options.only or PARTS
    if "rate" in wanted:
        for units in (options.beside, options.units):
            for jobs in dict.fromkeys((1, CORES)):
                goes[f"DOCX, {units} units, --jobs {jobs}"] = lambda units=units, jobs=jobs: ours(  # type: ignore[misc]
                    plan_of(units), home, units, "fast", jobs
                )
    if "carried" in wanted:
        for workers in (1, CORES, 2 * CORES):
            goes[f"carried by dask, {workers} workers"] = lambda workers=workers: carried(  # type: ignore[misc]
                plan_of(options.beside), options.chunks, workers
            )
    if "pdf" in wanted:
        for jobs in dict.fromkeys((1, CORES)):
            goes[f"PDF, {options.pdfs} units, --jobs {jobs}"] = lambda jobs=jobs: ours(  # type: ignore[misc]
                plan_of(options.pdfs), home, options.pdfs, "fast", jobs, options=("--pdf",)
            )
    turns: dict[str, list[Turn]] = {name: [] for name in goes}
    for _round in range(options.rounds):
        for name, go in goes.items():
            turns[name].append(go())
    return turns


def table(turns: dict[str, list[Turn]]) -> list[list[str]]:
    lines = [["", "documents", "seconds", "documents/s", "CPU ms each", "parent's CPU ms each", "parent's peak MiB"]]
    for name, each in turns.items():
        seconds = statistics.median(turn.seconds for turn in each)
        documents = each[0].documents
        cpu, parent = (statistics.median(values) for values in ([t.cpu for t in each], [t.parent_cpu for t in each]))
        peak = statistics.median(turn.parent_peak_mib for turn in each)
        lines.append(
            [
                *(name, f"{documents}", f"{seconds:.1f}", f"{documents / seconds:,.0f}"),
                *(f"{cpu / documents * 1000:.3f}", f"{parent / documents * 1000:.3f}" if parent else ""),
                f"{peak:.0f}" if peak else "",
            ]
        )
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--units", type=int, default=300_000)
    parser.add_argument("--beside", type=int, default=10_000, help="units of the small run that the large is held to")
    parser.add_argument("--pdfs", type=int, default=200, help="units of the runs with PDF")
    parser.add_argument("--chunks", type=int, default=400, help="chunks of 200 rows that the cluster carries")
    parser.add_argument("--only", action="append", choices=PARTS, help="this part alone; may be repeated")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--folder", type=Path, metavar="FOLDER", help="the disk to write to")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="vanthu-scale-") as home:
        turns = measure(options, Path(home))
    print(printed(table(turns), markdown=options.markdown), machine_line(), sep="\n")
    if options.json:
        content = {"machine": machine(), "parts": {name: [asdict(one) for one in each] for name, each in turns.items()}}
        options.json.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
