"""A batch of guidance documents to disk, with manifest and journal, beside other engines and beside mere writing.

    python benchmarks/batch.py [--units 10000] [--rounds 3] [--peer-documents 60] [--without-peers] [--json FILE]
                               [--markdown] [--peers FOLDER] [--folder FOLDER]

Vanthu runs as its command does, a new process and a new folder each time; the others write the same documents from
contexts that are ready, fewer of them, and all take turns. The floor writes the bytes of our documents and no more.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.country import build
from benchmarks.example import texts
from benchmarks.fill import Absent, how_to_install
from benchmarks.peers.templates import jinja_template
from benchmarks.tables import machine, machine_line, printed
from generator.model.kinds import Kind
from generator.pipeline.job import Job
from generator.pipeline.prepare import prepare
from generator.pipeline.produce import make
from generator.pipeline.wish import Wish
from generator.render.context import build_context
from generator.sources.load import open_plan
from generator.workspace import open_workspace

HERE = Path(__file__).resolve().parent
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
FLOOR, BASE = "floor: the same bytes to as many files", "docxtpl, loop"
SAMPLE = 40
"""Units whose contexts the others get, in turn."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one go took."""

    documents: int
    seconds: float
    cpu: float
    parent_cpu: float = 0.0
    parent_peak_mib: float = 0.0


@dataclass(frozen=True, slots=True)
class Contender:
    name: str
    go: Callable[[], Turn]
    version: str = ""
    turns: list[Turn] = field(default_factory=list)

    def each(self, value: Callable[[Turn], float]) -> float:
        return statistics.median(map(value, self.turns))


# Ours, and the floor


def ours(
    plan: Path, home: Path, units: int, way: str, jobs: int, engine: str = "process", options: Sequence[str] = ()
) -> Turn:
    """The command, in a process and a folder of its own; the folder is gone afterwards."""
    output = home / "out"
    asked = ("--jobs", str(jobs), "--engine", engine, "--check", "none", *options)
    command = [sys.executable, str(HERE / "batch_run.py"), way, str(plan), str(output), *asked]
    since = time.perf_counter()
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    seconds = time.perf_counter() - since
    told = json.loads(ran.stdout.splitlines()[-1])
    made = sum(1 for _file in output.glob("*.docx"))
    if told["code"] or made != units:
        raise SystemExit(f"{ran.stdout}\nThe batch ended with {told['code']} and {made} documents of {units}.")
    shutil.rmtree(output)
    cpu = told["parent_cpu"] + told["children_cpu"]
    return Turn(units, seconds, cpu, told["parent_cpu"], told["parent_peak_mib"])


def floor(documents: Sequence[bytes], home: Path, units: int) -> Turn:
    """Files of the sizes that ours have, one after another, as plainly as Python can."""
    folder = home / "floor"
    folder.mkdir()
    since, before = time.perf_counter(), time.process_time()
    for number, data in enumerate(islice(cycle(documents), units)):
        descriptor = os.open(f"{folder}/{number:06}.docx", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(descriptor, data)
        os.close(descriptor)
    turn = Turn(units, time.perf_counter() - since, time.process_time() - before)
    shutil.rmtree(folder)
    return turn


# The others


def sample(plan: Path) -> list[Job]:
    """The guidance of party cells, which all have the same parts."""
    loaded, opened = open_plan(open_workspace(plan.parents[1]), plan)
    cells = [row.id for row in loaded.roster.rows() if row.id.startswith("chi-bo-") and "-xa-" in row.id]
    wishes = (Wish((Kind.GUIDANCE,), unit=cell) for cell in cells[:: max(1, len(cells) // SAMPLE)][:SAMPLE])
    return [job for wish in wishes for job in prepare(loaded, opened, wish)]


@contextmanager
def peer(command: Sequence[str], documents: int) -> Iterator[tuple[Callable[[], Turn], str]]:
    """What goes for so many documents when called, and the engine's version."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as process:
        sent, told = process.stdin, process.stdout
        assert sent is not None
        assert told is not None

        def answer() -> Any:
            line = told.readline()
            if not line:
                raise SystemExit(f"{command[2]} broke off; its own words stand above.")
            return json.loads(line)

        def go() -> Turn:
            print(documents, file=sent, flush=True)
            seconds, cpu = answer()
            return Turn(documents, seconds, cpu)

        yield go, answer()["version"]


def peers(jobs: Sequence[Job], home: Path, folder: Path, documents: int) -> Iterator[tuple[str, list[str]]]:
    """Name and command of every engine, or no command where it is not installed. Writes: template, data, folders."""
    contexts = [build_context(job.request, job.profile) for job in jobs]
    template, data = home / "template.docx", home / "data.json"
    template.write_bytes(jinja_template(jobs[0].chain, make(jobs[0])[0], contexts[0]))
    data.write_text(json.dumps(contexts, ensure_ascii=False), "utf-8")
    wanted = (
        (BASE, "docxtpl", "loop", 1),
        (f"docxtpl, pool of {CORES} processes", "docxtpl", "pool", CORES),
        ("docxtpl-ng, template re-used", "docxtpl-ng", "reused", 1),
        ("rust-docxtpl, template re-used", "rust-docxtpl", "reused", 1),
    )
    for name, distribution, mode, processes in wanted:
        home_of = folder / ".venv" / distribution / "bin" / "python"
        python = Path(sys.executable) if distribution == "docxtpl" else home_of
        target = home / f"{distribution}-{mode}"
        target.mkdir()
        script = str(HERE / "peers" / "batch_worker.py")
        files = (str(template), str(data), str(target), str(processes))
        yield name, [str(python.absolute()), script, distribution, mode, *files] if python.exists() else []


def differences(jobs: Sequence[Job], target: Path) -> str:
    """Whether the first documents of an engine read as ours do."""
    for number, job in enumerate(jobs[:5]):
        file = target / f"{number:06}.docx"
        mine, theirs = texts(make(job)[0]), texts(file.read_bytes())
        if mine != theirs:
            where = next((n for n, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]), -1)
            return f"DIFFERS in document {number}, paragraph {where}: {theirs[where : where + 1]}"
    return "same"


# The whole


def compare(options: argparse.Namespace, home: Path) -> tuple[list[Contender], list[Absent], dict[str, str]]:
    plan = build(home / "country", options.units)
    jobs, units = sample(plan), options.units
    documents = [make(job)[0] for job in jobs]
    found: list[Contender] = []
    for way in ("fast",) if options.fast_only else ("fast", "ordinary"):
        for count in dict.fromkeys((1, CORES)):
            name = f"Vanthu, {'fast lane' if way == 'fast' else 'ordinary way'}, --jobs {count}"
            found.append(Contender(name, lambda way=way, count=count: ours(plan, home, units, way, count)))  # type: ignore[misc]
    if options.dask:
        name = f"Vanthu, fast lane, dask, --jobs {CORES}"
        found.append(Contender(name, lambda: ours(plan, home, units, "fast", CORES, "dask")))
    found.append(Contender(FLOOR, lambda: floor(documents, home, units)))
    absent, texts_of = [], {}
    with ExitStack() as stack:
        theirs = () if options.without_peers else peers(jobs, home, options.peers, options.peer_documents)
        targets = {}
        for name, command in theirs:
            if not command:
                distribution = name.partition(",")[0]
                install = f"see benchmarks/README.md: {distribution} in {options.peers}/.venv/{distribution}"
                absent.append(Absent(name, install))
                continue
            go, version = stack.enter_context(peer(command, options.peer_documents))
            found.append(Contender(name, go, version))
            targets[name] = Path(command[-2])
            go()  # the first documents pay for imports and caches
        for number in range(options.rounds):
            for one in (*found[number % len(found) :], *found[: number % len(found)]):
                one.turns.append(one.go())
        texts_of = {name: differences(jobs, target) for name, target in targets.items()}
    return found, absent, texts_of


def table(found: Sequence[Contender], said: dict[str, str]) -> list[list[str]]:
    """The lines to print, the heading first."""
    by_name = {one.name: one for one in found}
    base = by_name[BASE].each(cpu_ms) if BASE in by_name else None
    lowest = by_name[FLOOR].each(wall_ms)
    lines = [
        [
            *("engine", "version", "documents", "documents/s", "CPU ms each", "× docxtpl a core", "time × floor"),
            *("parent's CPU", "parent's peak MiB", "text"),
        ]
    ]
    for one in found:
        is_ours = one.name.startswith("Vanthu")
        lines.append(
            [
                *(one.name, one.version, str(one.turns[0].documents), f"{1000 / one.each(wall_ms):,.0f}"),
                f"{one.each(cpu_ms):.3f}",
                f"{base / one.each(cpu_ms):.1f}" if base else "",
                f"{one.each(wall_ms) / lowest:.2f}",
                f"{one.each(lambda turn: turn.parent_cpu / turn.seconds):.0%}" if is_ours else "",
                f"{one.each(lambda turn: turn.parent_peak_mib):.0f}" if is_ours else "",
                said.get(one.name, ""),
            ]
        )
    return lines


def cpu_ms(turn: Turn) -> float:
    return turn.cpu / turn.documents * 1000


def wall_ms(turn: Turn) -> float:
    return turn.seconds / turn.documents * 1000


def main() -> int:
    """1 where an engine's text is not ours."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--units", type=int, default=10_000, help="documents of each of our runs")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peer-documents", type=int, default=60, metavar="N", help="documents of each of their turns")
    parser.add_argument("--without-peers", action="store_true", help="ours and the floor alone")
    parser.add_argument("--fast-only", action="store_true", help="not the ordinary way")
    parser.add_argument("--dask", action="store_true", help="a local dask cluster too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--peers", type=Path, default=HERE / "peers", metavar="FOLDER", help="where the others are")
    parser.add_argument(
        "--folder", type=Path, metavar="FOLDER", help="the disk to write to (default: temporary files')"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="vanthu-benchmark-") as home:
        found, absent, said = compare(options, Path(home))
    print(printed(table(found, said), markdown=options.markdown), how_to_install(absent), machine_line(), sep="\n")
    if options.json:
        content = {
            "machine": machine(),
            "engines": [{"name": one.name, "turns": [asdict(turn) for turn in one.turns]} for one in found],
        }
        options.json.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return int(any(text.startswith("DIFFERS") for text in said.values()))


if __name__ == "__main__":
    sys.exit(main())
