"""A loop or a pool of one engine of the docxtpl family, writing document after document to disk when told.

    python batch_worker.py DISTRIBUTION loop|reused|pool TEMPLATE DATA FOLDER JOBS

A line `50` writes fifty documents and answers with the seconds by the clock and of the processor.
It knows nothing of Vanthu, so that it runs where only the engine is installed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from importlib import metadata
from pathlib import Path
from typing import Any

_kept: list[Any] = []


def write(template: str, context: dict[str, Any], file: str, is_reused: bool) -> None:
    """One document, as the engine's handbook shows it; escaping on, or text after an `&` would be lost."""
    from docxtpl import DocxTemplate

    if is_reused:
        _kept[:] = _kept or [DocxTemplate(template)]
        document = _kept[0]
        document.init_docx()
    else:
        document = DocxTemplate(template)
    document.render(context, autoescape=True)
    document.save(file)


def processor_seconds() -> float:
    """Of this process and of those that it started, while they live too."""
    clock = os.times()
    return clock.user + clock.system + sum(map(_of, _children()))


def _children() -> Iterator[str]:
    for task in Path("/proc/self/task").glob("*/children"):
        yield from task.read_text().split()


def _of(process: str) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    distribution, mode, template, data, folder, jobs = sys.argv[1:]
    contexts = json.loads(Path(data).read_text("utf-8"))
    pool: Executor | None = ProcessPoolExecutor(int(jobs)) if mode == "pool" else None
    print(json.dumps({"version": metadata.version(distribution)}), flush=True)
    made = 0
    for line in sys.stdin:
        work = []
        for number in range(made, made + int(line)):
            work.append((template, contexts[number % len(contexts)], f"{folder}/{number:06}.docx", mode == "reused"))
        made += int(line)
        before, since = processor_seconds(), time.perf_counter()
        if pool is None:
            for one in work:
                write(*one)
        else:
            list(pool.map(write, *zip(*work, strict=True), chunksize=4))
        print(json.dumps([time.perf_counter() - since, processor_seconds() - before]), flush=True)
    if pool is not None:
        pool.shutdown()


if __name__ == "__main__":
    main()
