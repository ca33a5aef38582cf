"""How long one document takes to be judged, and what `vanthu check` needs for many: seconds and memory.

    python benchmarks/check.py [--rounds 20] [--files 100 1000] [--jobs 1 2] [--json FILE] [--markdown]

One document: in this process, once everything has been imported, of about ten pages, without printed pages. Many:
`vanthu check` in a process of its own with copies of the example's plan; memory is the highest that the system saw of
the process itself and of the largest of its workers.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.example import ROOT, example_job
from benchmarks.tables import machine, machine_line, printed
from generator.check.registry import RULES, chosen
from generator.check.runner import run, runnable
from generator.check.subject import Subject
from generator.docview.opening import open_view
from generator.pipeline.checking import Errand, Wish, judge
from generator.pipeline.produce import produce
from generator.profile.regimes import load_regime
from generator.recognise.recognising import recognise
from generator.reporters.json_report import as_data
from generator.reporters.tally import Tally

AIM_MS = 60
_MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, code)
"""
"""Runs a command; the kernel keeps the highest memory of the largest process among it and its children."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the first table."""

    part: str
    median_ms: float
    min_ms: float


@dataclass(frozen=True, slots=True)
class Run:
    """One line of the second."""

    files: int
    jobs: int
    seconds: float
    largest_process_mb: float


def example(folder: Path) -> Path:
    """The plan of the example, some ten pages. Writes: `folder`."""
    file = folder / "plan.docx"
    file.write_bytes(produce(example_job()).document)
    return file


def parts(file: Path, rounds: int) -> list[Part]:
    """The parts of judging one file, and the whole."""
    view = open_view(file)
    recognised = recognise(view)
    subject = Subject(view, recognised, load_regime(recognised.regime or ""))
    rules = runnable(chosen(()), subject)
    verdict = judge(Errand(file), Wish())
    row = Tally().add(verdict)
    work: dict[str, Callable[[], object]] = {
        "read the file": lambda: open_view(file),
        "recognise": lambda: recognise(view),
        f"choose the rules ({len(RULES)} known)": lambda: runnable(chosen(()), subject),
        f"run the rules ({len(rules)})": lambda: run(replace(subject), rules),
        "write JSON": lambda: json.dumps(as_data(verdict, row)),
        "all: `check` of one file": lambda: judge(Errand(file), Wish()),
    }
    return [_measured(name, each, rounds) for name, each in work.items()]


def _measured(name: str, work: Callable[[], object], rounds: int) -> Part:
    work()
    times = []
    for _round in range(rounds):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return Part(name, statistics.median(times), min(times))


def many(file: Path, folder: Path, count: int, jobs: int) -> Run:
    """`vanthu check` of so many copies. Writes: `folder`."""
    copies = folder / f"{count}"
    copies.mkdir(exist_ok=True)
    data = file.read_bytes()
    for number in range(count):
        (copies / f"{number:05}.docx").write_bytes(data)
    command = [sys.executable, str(ROOT / "cli.py"), "-q", "check", str(copies), "--jobs", str(jobs)]
    started = time.perf_counter()
    ran = subprocess.run([sys.executable, "-c", _MEASURED, *command], capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - started
    kilobytes, code = ran.stdout.split()
    if code == "2":
        raise SystemExit(ran.stderr)
    return Run(count, jobs, seconds, int(kilobytes) / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def first_table(found: Sequence[Part]) -> list[list[str]]:
    lines = [["part", "median ms", "min ms"]]
    return lines + [[one.part, f"{one.median_ms:.1f}", f"{one.min_ms:.1f}"] for one in found]


def second_table(found: Sequence[Run]) -> list[list[str]]:
    lines = [["files", "processes", "seconds", "ms a file", "largest process, MB"]]
    return lines + [
        [
            str(one.files),
            str(one.jobs),
            f"{one.seconds:.1f}",
            f"{one.seconds * 1000 / one.files:.0f}",
            f"{one.largest_process_mb:.0f}",
        ]
        for one in found
    ]


def main() -> int:
    """1 where one document takes longer than the aim."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--files", type=int, nargs="*", default=[100, 1000], help="how many files in one run")
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, os.cpu_count() or 1], help="processes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = example(Path(folder))
        one = parts(file, options.rounds)
        runs = [many(file, Path(folder), count, jobs) for count in options.files for jobs in options.jobs]
    tables = (first_table(one), second_table(runs))
    print("\n\n".join(printed(table, markdown=options.markdown) for table in tables), machine_line(), sep="\n")
    if options.json:
        content = {"machine": machine(), "one": [asdict(each) for each in one], "many": [asdict(each) for each in runs]}
        options.json.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return int(one[-1].median_ms > AIM_MS)


if __name__ == "__main__":
    sys.exit(main())
