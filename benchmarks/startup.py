"""How long a command takes from nothing: processes, their imports, and the parts of `vanthu render`.

    python benchmarks/startup.py [--rounds 15] [--json FILE] [--markdown]

CPU time is user + system of the child as the kernel counts it; it hardly moves when others use the machine. Where the
system does not tell (Windows), it stands as 0. Every part is measured in a fresh process, so nothing is cached but the
bytecode and the disk.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tables import machine, machine_line, printed

ROOT = Path(__file__).resolve().parent.parent
WORKSPACE = ROOT / "data" / "examples" / "cai-rang"
PLAN = WORKSPACE / "plans" / "ke-hoach.yaml"
IMPORTED = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")
AIMS = {"vanthu --help": "wall < 150", "vanthu render": "CPU < 700"}


@dataclass(frozen=True, slots=True)
class Process:
    command: str
    wall_ms: float
    wall_min_ms: float
    cpu_ms: float
    cpu_min_ms: float


@dataclass(frozen=True, slots=True)
class Share:
    """What one package costs to import, or one part of a command to run."""

    name: str
    ms: float
    count: int = 0


def commands(target: Path) -> dict[str, list[str]]:
    """What a person types, and what Python alone would take."""
    vanthu = [sys.executable, str(ROOT / "cli.py")]
    inside = [*vanthu, "--quiet", "--workspace", str(WORKSPACE)]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import click'": [sys.executable, "-c", "import click"],
        "vanthu --help": [*vanthu, "--help"],
        "vanthu render --help": [*vanthu, "render", "--help"],
        "vanthu validate": [*inside, "validate", str(PLAN)],
        "vanthu render": [*inside, "render", str(PLAN), "-o", str(target)],
    }


def run(command: Sequence[str]) -> tuple[float, float]:
    """Wall and CPU milliseconds of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        process.wait()
        return (time.perf_counter() - started) * 1000, 0.0
    _pid, status, usage = os.wait4(process.pid, 0)
    wall = (time.perf_counter() - started) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return wall, (usage.ru_utime + usage.ru_stime) * 1000


def processes(rounds: int, target: Path) -> list[Process]:
    """All commands, taking turns, after one run that fills the bytecode cache."""
    wanted = commands(target)
    for command in wanted.values():
        run(command)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in wanted}
    for _round in range(rounds):
        for name, command in wanted.items():
            times[name].append(run(command))
    found = []
    for name, pairs in times.items():
        wall, cpu = zip(*pairs, strict=True)
        found.append(Process(name, statistics.median(wall), min(wall), statistics.median(cpu), min(cpu)))
    return found


def imports(target: Path) -> list[Share]:
    """What `vanthu render` imports: milliseconds (with the tracing's own share) and modules of each top package."""
    arguments = commands(target)["vanthu render"][1:]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], capture_output=True, text=True, encoding="utf-8", check=True
    )
    cost: Counter[str] = Counter()
    modules: Counter[str] = Counter()
    for microseconds, module in IMPORTED.findall(done.stderr):
        package = _named(module)
        cost[package] += int(microseconds)
        modules[package] += 1
    return [Share(name, microseconds / 1000, modules[name]) for name, microseconds in cost.most_common()]


def _named(module: str) -> str:
    """The top package; all of the standard library as one."""
    top = module.partition(".")[0]
    return "the standard library" if top in sys.stdlib_module_names or top.startswith("_sysconfig") else top


class Stopwatch:
    """Times functions from outside; what a timed function calls that is timed itself does not count for both."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._inner = [0.0]

    def time(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def timed(*arguments: Any, **options: Any) -> Any:
            started = time.perf_counter()
            self._inner.append(0.0)
            try:
                return function(*arguments, **options)
            finally:
                whole = time.perf_counter() - started
                self.spent[name] += (whole - self._inner.pop()) * 1000  # type: ignore[assignment]
                self._inner[-1] += whole

        return timed

    def watch(self, name: str, owner: Any, attribute: str, *, is_lazy: bool = False) -> None:
        """Put the timed function in the place of the other; one that only promises its results gives them at once."""
        function = getattr(owner, attribute)
        setattr(owner, attribute, self.time(name, wraps(function)(_at_once(function)) if is_lazy else function))


def _at_once(function: Callable[..., Iterable[Any]]) -> Callable[..., list[Any]]:
    return lambda *arguments, **options: list(function(*arguments, **options))


def parts_once(target: Path) -> dict[str, float]:
    """`vanthu render` once in this process, cold: milliseconds of each part, in the order of the work."""
    watch = Stopwatch()
    command = watch.time("imports: click and the command line", _import_command_line)()
    watch.time("imports: the rest of render", _import_render)()
    _watch_all(watch)
    arguments = ["--quiet", "--workspace", str(WORKSPACE), "render", str(PLAN), "-o", str(target)]
    code = watch.time("the rest", command)(arguments)
    if code:
        raise SystemExit(code)
    return {name: float(milliseconds) for name, milliseconds in watch.spent.items()}


def _import_command_line() -> Callable[[Sequence[str]], int]:
    from generator.commands.main import main

    return main


def _import_render() -> None:
    """What the command imports inside its function."""
    import docxtpl  # noqa: F401
    import jinja2.sandbox  # noqa: F401

    import generator.commands.render
    import generator.pipeline.finish
    import generator.pipeline.prepare
    import generator.pipeline.produce
    import generator.reporters.text
    import generator.sources.load  # noqa: F401


def _watch_all(watch: Stopwatch) -> None:
    from generator.pipeline import finish, form, produce
    from generator.sources import checks, load
    from generator.templates.catalog import Catalog

    watch.watch("read YAML", load, "read")
    watch.watch("type the data (pydantic)", load, "_read")
    for name in ("check_office", "check_units", "check_plan"):
        watch.watch("checks across the data", checks, name, is_lazy=True)
    watch.watch("load the regime", form, "load_regime")
    watch.watch("choose the regime", form, "choose")
    watch.watch("find the templates", Catalog, "chain")
    watch.watch("compile the template", produce, "compile_chain")
    watch.watch("context", produce, "build_context")
    watch.watch("fill", produce, "fill")
    watch.watch("write the file", finish, "write_all_whole")


def parts(rounds: int) -> list[Share]:
    """The medians of the parts over fresh processes."""
    found: dict[str, list[float]] = {}
    for _round in range(rounds):
        done = subprocess.run(
            [sys.executable, __file__, "--parts-once"], stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True
        )
        for name, milliseconds in json.loads(done.stdout.splitlines()[-1]).items():
            found.setdefault(name, []).append(milliseconds)
    order = [name for name in found if name != "the rest"]
    return [Share(name, statistics.median(found[name])) for name in [*order, "the rest"]]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--markdown", action="store_true", help="print tables as Markdown")
    parser.add_argument("--parts-once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "plan.docx"
        if options.parts_once:
            print(json.dumps(parts_once(target)))
            return 0
        ran, imported, shares = processes(options.rounds, target), imports(target), parts(options.rounds)
    for lines in _tables(ran, imported, shares):
        print(printed(lines, markdown=options.markdown), end="\n\n")
    print(machine_line())
    if options.json:
        content = {
            "machine": machine(),
            "processes": list(map(asdict, ran)),
            "imports": list(map(asdict, imported)),
            "parts": list(map(asdict, shares)),
        }
        options.json.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


def _tables(
    ran: Sequence[Process], imported: Sequence[Share], shares: Sequence[Share]
) -> tuple[list[list[str]], list[list[str]], list[list[str]]]:
    first = [["process", "wall ms", "min", "CPU ms", "min", "aim"]]
    for one in ran:
        figures = (one.wall_ms, one.wall_min_ms, one.cpu_ms, one.cpu_min_ms)
        first.append([one.command, *(f"{figure:.0f}" for figure in figures), AIMS.get(one.command, "")])
    second = [["imported by render", "ms", "modules"]]
    second += [[one.name, f"{one.ms:.1f}", str(one.count)] for one in imported if one.ms >= 1]
    third = [["part of render", "ms"], *([one.name, f"{one.ms:.1f}"] for one in shares)]
    return first, second, third


if __name__ == "__main__":
    sys.exit(main())
