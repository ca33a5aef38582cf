"""How long one document takes to fill: Vanthu, its floor, and the engines that others use, with the same data.

    python benchmarks/fill.py [--rounds 30] [--json FILE] [--markdown] [--peers FOLDER]

Every engine starts with its template's bytes in memory and ends with the document's bytes in memory, in a process of
its own (Vanthu and the floor: in this one), and all take turns, so that a busy moment hits everybody. A document whose
text is not ours does not count, and an engine that is not installed is named with the line that installs it.
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
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.example import example_job, paragraph_count, texts
from benchmarks.peers.templates import Braces, jinja_template, tags_inside
from benchmarks.tables import machine, machine_line, printed
from generator import __version__
from generator.render.context import build_context
from generator.render.engine import compile_chain, fill
from generator.templates.archive import member
from generator.templates.compiled import Compiled, Filled

HERE = Path(__file__).resolve().parent / "peers"
WARM_UP, TURN = 3, 5
"""Documents before the clock counts, and documents in each turn."""
OURS, FLOOR = "Vanthu", "floor: render + one deflate"


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table."""

    engine: str
    version: str
    median_ms: float
    min_ms: float
    text: str
    """`same`, or what differs."""


@dataclass(frozen=True, slots=True)
class Absent:
    engine: str
    install: str


class Engine(Protocol):
    name: str
    version: str

    def turn(self, count: int) -> list[float]:
        """Milliseconds of `count` documents."""

    def last(self) -> bytes:
        """The last document, or nothing where there is none to look at."""


class Here:
    """An engine in this process."""

    def __init__(self, name: str, version: str, work: Callable[[], bytes], *, makes_documents: bool) -> None:
        self.name, self.version = name, version
        self._work, self._makes_documents, self._last = work, makes_documents, b""

    def turn(self, count: int) -> list[float]:
        return [self._once() for _turn in range(count)]

    def _once(self) -> float:
        started = time.perf_counter()
        self._last = self._work()
        return (time.perf_counter() - started) * 1000

    def last(self) -> bytes:
        return self._last if self._makes_documents else b""


class Worker:
    """An engine in a process of its own, which fills when told."""

    def __init__(self, name: str, process: subprocess.Popen[str], folder: Path) -> None:
        self.name, self._process = name, process
        self._file = folder / "last.docx"
        self.version: str = self._answer()["version"]

    def turn(self, count: int) -> list[float]:
        return [float(milliseconds) for milliseconds in self._ask(str(count))]

    def last(self) -> bytes:
        self._ask(f"save {self._file}")
        return self._file.read_bytes()

    def _ask(self, line: str) -> Any:
        assert self._process.stdin is not None
        print(line, file=self._process.stdin, flush=True)
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} broke off; its own words stand above.")
        return json.loads(line)


@dataclass(frozen=True, slots=True)
class Peer:
    """An engine that may be installed, the command that starts it, and the line that installs it."""

    name: str
    command: tuple[str, ...]
    is_there: bool
    dialect: str
    install: str


def peers(folder: Path) -> Iterator[Peer]:
    """All engines we compare with, in the order of the table. Reads: `folder`, where they may be installed."""
    script = str(HERE / "docxtpl_worker.py")
    for distribution in ("docxtpl", *_pinned(HERE.parent / "requirements-peers.txt")):
        name, _equals, _version = distribution.partition("==")
        home = _short(folder) / ".venv" / name
        # docxtpl itself is one of our own dependencies.
        python = Path(sys.executable) if name == "docxtpl" else _python(home)
        install = f"python3 -m venv {home} && {_python(home)} -m pip install {distribution}"
        for mode, note in (("fresh", ""), ("reused", ", template re-used")):
            command = (str(python.absolute()), script, name, mode)
            yield Peer(f"{name}{note}", command, python.exists(), "jinja", install)
    node, modules = shutil.which("node"), folder / "node_modules"
    for name, dialect in (("docxtemplater", "braces"), ("easy-template-x", "braces-inside")):
        is_there = node is not None and (modules / name).is_dir()
        install = f"npm install --prefix {_short(folder)} {_npm_line()}" + ("" if node else "  (and Node itself)")
        yield Peer(name, (node or "node", str(HERE / "worker.js"), name), is_there, dialect, install)


def _pinned(requirements: Path) -> list[str]:
    return [line for line in requirements.read_text("utf-8").splitlines() if "==" in line and line[0] != "#"]


def _short(folder: Path) -> Path:
    """As a person in the current folder would type it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _python(environment: Path) -> Path:
    return environment / "Scripts" / "python.exe" if os.name == "nt" else environment / "bin" / "python"


def _npm_line() -> str:
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    return " ".join(f"{name}@{version}" for name, version in wanted.items())


def floor(compiled: Compiled, context: Mapping[str, Any]) -> bytes:
    """What our way cannot go below: the render of the changed parts, and one compression of them."""
    rendered = "".join(part.template.render(context) for part in compiled.members if isinstance(part, Filled))
    return member("floor", rendered.encode()).data


def compare(rounds: int, folder: Path) -> tuple[list[Measured], list[Absent]]:
    """Every engine's times and whether its text is ours. Starts and ends the engines' processes."""
    job = example_job()
    compiled, context = compile_chain(job.chain, job.profile), build_context(job.request, job.profile)
    ours = fill(compiled, context)
    engines: list[Engine] = [
        Here(OURS, __version__, lambda: fill(compiled, context), makes_documents=True),
        Here(FLOOR, "", lambda: floor(compiled, context), makes_documents=False),
    ]
    absent = []
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        files = _write_work(home, jinja_template(job.chain, ours, context), context)
        for peer in peers(folder):
            if peer.is_there:
                engines.append(stack.enter_context(_started(peer, files[peer.dialect], home, folder)))
            else:
                absent.append(Absent(peer.name, peer.install))
        return _take_turns(engines, rounds, ours), absent


def _write_work(home: Path, template: bytes, context: Mapping[str, Any]) -> dict[str, tuple[Path, Path]]:
    """Template and data in every dialect, as files that the workers read before the clock runs."""
    braces = Braces(context)
    translated = braces.translate(template)
    made = {
        "jinja": (template, context),
        "braces": (translated, braces.data),
        "braces-inside": (tags_inside(translated), braces.data),
    }
    files = {}
    for dialect, (docx, data) in made.items():
        files[dialect] = (home / f"{dialect}.docx", home / f"{dialect}.json")
        files[dialect][0].write_bytes(docx)
        files[dialect][1].write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return files


@contextmanager
def _started(peer: Peer, files: tuple[Path, Path], home: Path, folder: Path) -> Iterator[Worker]:
    command = [*peer.command, *map(str, files)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", cwd=folder) as process:
        yield Worker(peer.name, process, home)  # leaving closes its input, and that ends it


def _take_turns(engines: Sequence[Engine], rounds: int, ours: bytes) -> list[Measured]:
    times: dict[str, list[float]] = {engine.name: [] for engine in engines}
    for engine in engines:
        engine.turn(WARM_UP)
    for number in range(rounds):
        first = number % len(engines)
        for engine in (*engines[first:], *engines[:first]):
            engine.turn(1)  # the caches are somebody else's
            times[engine.name] += engine.turn(TURN)
    return [
        Measured(one.name, one.version, statistics.median(times[one.name]), min(times[one.name]), _compare(one, ours))
        for one in engines
    ]


def _compare(engine: Engine, ours: bytes) -> str:
    document = engine.last()
    if not document:
        return ""
    mine, theirs = texts(ours), texts(document)
    if mine != theirs:
        pairs = zip(mine, theirs, strict=False)
        where = next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(mine), len(theirs)))
        return f"DIFFERS from paragraph {where + 1}: {theirs[where : where + 1]}"
    more = paragraph_count(document) - paragraph_count(ours)
    return "same" if not more else f"same; {more:+} empty paragraphs"


def table(measured: Sequence[Measured], absent: Sequence[Absent]) -> list[list[str]]:
    """The lines to print, the heading first."""
    ours = next(one.median_ms for one in measured if one.engine == OURS)
    lowest = next(one.median_ms for one in measured if one.engine == FLOOR)
    lines = [["engine", "version", "median ms", "min ms", "× Vanthu", "× floor", "text"]]
    for one in measured:
        ratios = [f"{one.median_ms / base:.2f}" for base in (ours, lowest)]
        lines.append([one.engine, one.version, f"{one.median_ms:.2f}", f"{one.min_ms:.2f}", *ratios, one.text])
    return lines + [[one.engine, "absent", "", "", "", "", ""] for one in absent]


def how_to_install(absent: Sequence[Absent]) -> str:
    """The lines that install what is absent, each once."""
    return "".join(f"\nabsent until: {line}" for line in dict.fromkeys(one.install for one in absent))


def main() -> int:
    """1 where an engine's text is not ours."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=30, help=f"turns of {TURN} documents for each engine")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--peers", type=Path, default=HERE, metavar="FOLDER", help="where the other engines are")
    options = parser.parse_args()
    measured, absent = compare(options.rounds, options.peers)
    print(printed(table(measured, absent), markdown=options.markdown), how_to_install(absent), machine_line(), sep="\n")
    if options.json:
        content = {
            "machine": machine(),
            "rounds": options.rounds,
            "turn": TURN,
            "engines": [asdict(one) for one in measured],
            "absent": [asdict(one) for one in absent],
        }
        options.json.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return int(any(one.text.startswith("DIFFERS") for one in measured))


if __name__ == "__main__":
    sys.exit(main())
