"""Where the time of one fill goes, and what another compressor or level would make of it.

python benchmarks/fill_parts.py [--rounds 40] [--json FILE] [--markdown]
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
import statistics
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.example import example_job
from benchmarks.tables import machine, machine_line, printed
from generator.render.context import build_context
from generator.render.engine import compile_chain, fill
from generator.templates.archive import Member, assemble, member
from generator.templates.compiled import Filled

TURN = 5
Work = Callable[[], object]
Squeeze = Callable[[bytes], bytes]
WANTED = {
    "zlib": (1, 3, 4, 5, 6, 9),
    "deflate": (1, 4, 6, 9),
    "zlib_ng.zlib_ng": (2, 3, 4, 6),
    "isal.isal_zlib": (1, 3),
}
"""Levels by module; `deflate` is libdeflate."""
INSTALL = {"deflate": "deflate", "zlib_ng.zlib_ng": "zlib-ng", "isal.isal_zlib": "isal"}


@dataclass(frozen=True, slots=True)
class Timed:
    part: str
    median_ms: float
    min_ms: float


@dataclass(frozen=True, slots=True)
class Squeezed:
    """One compressor at one level, on the parts that change."""

    library: str
    version: str
    level: int
    median_ms: float
    min_ms: float
    file_bytes: int
    """The whole document's size."""


def measure(works: Mapping[str, Work], rounds: int) -> list[Timed]:
    """Median and least milliseconds of each; they take turns of five, after one to warm the caches."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(rounds):
        for name, work in works.items():
            work()
            for _turn in range(TURN):
                started = time.perf_counter()
                work()
                times[name].append((time.perf_counter() - started) * 1000)
    return [Timed(name, statistics.median(one), min(one)) for name, one in times.items()]


def parts(rounds: int) -> tuple[list[Timed], list[Squeezed]]:
    """The parts of a fill, and the compressors on what the fill compresses."""
    job = example_job()
    compiled, context = compile_chain(job.chain, job.profile), build_context(job.request, job.profile)
    filled = [part for part in compiled.members if isinstance(part, Filled)]
    texts = [part.template.render(context) for part in filled]
    contents = [text.encode() for text in texts]
    changed = iter(contents)
    ready = [one if isinstance(one, Member) else member(one.name, next(changed)) for one in compiled.members]
    works: dict[str, Work] = {
        "context (before the fill)": partial(build_context, job.request, job.profile),
        "fill": partial(fill, compiled, context),
        **{f"render {part.name}": partial(part.template.render, context) for part in filled},
        "encode": lambda: [text.encode() for text in texts],
        "crc": lambda: [zlib.crc32(content) for content in contents],
        "crc and deflate": lambda: [member("", content) for content in contents],
        "assemble": partial(assemble, ready),
    }
    same = len(assemble(ready)) - sum(len(member("", content).data) for content in contents)
    return measure(works, rounds), _compressed(contents, same, rounds)


def _compressed(contents: Sequence[bytes], same: int, rounds: int) -> list[Squeezed]:
    """Every compressor at every level; `same` is what the file weighs besides the changed parts."""
    candidates = dict(_compressors())
    timed = measure({str(key): partial(_each, squeeze, contents) for key, squeeze in candidates.items()}, rounds)
    return [
        Squeezed(*key, line.median_ms, line.min_ms, same + sum(map(len, _each(squeeze, contents))))
        for (key, squeeze), line in zip(candidates.items(), timed, strict=True)
    ]


def _compressors() -> Iterator[tuple[tuple[str, str, int], Squeeze]]:
    """Every compressor that is installed, at every level that is wanted."""
    for name, levels in WANTED.items():
        try:
            module = importlib.import_module(name)
        except ImportError:
            print(f"{name} is absent: pip install {INSTALL[name]}", file=sys.stderr)
            continue
        version = importlib.metadata.version(INSTALL[name]) if name in INSTALL else zlib.ZLIB_RUNTIME_VERSION
        squeeze = _libdeflate if name == "deflate" else _zlib
        for level in levels:
            yield (name, version, level), partial(squeeze, module, level)


def _zlib(module: Any, level: int, data: bytes) -> bytes:
    one = module.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    made: bytes = one.compress(data) + one.flush()
    return made


def _libdeflate(module: Any, level: int, data: bytes) -> bytes:
    made: bytes = module.deflate_compress(data, level)
    return made


def _each(squeeze: Squeeze, contents: Sequence[bytes]) -> list[bytes]:
    return [squeeze(content) for content in contents]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=40, help=f"turns of {TURN}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--markdown", action="store_true", help="print tables as Markdown")
    options = parser.parse_args()
    timed, squeezed = parts(options.rounds)
    lines = [["part", "median ms", "min ms"]]
    lines += [[one.part, f"{one.median_ms:.3f}", f"{one.min_ms:.3f}"] for one in timed]
    print(machine_line(), printed(lines, markdown=options.markdown), "", sep="\n")
    head = ["compressor", "version", "level", "median ms", "min ms", "file, bytes"]
    rows = [
        [one.library, one.version, str(one.level), f"{one.median_ms:.3f}", f"{one.min_ms:.3f}", str(one.file_bytes)]
        for one in squeezed
    ]
    print(printed([head, *rows], markdown=options.markdown))
    if options.json:
        content = {"machine": machine(), "parts": list(map(asdict, timed)), "compressors": list(map(asdict, squeezed))}
        options.json.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
