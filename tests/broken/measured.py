"""Looks at one file in a process of its own, under limits: prints its codes and how much memory it took.

Run as a script: file, limit of memory in MiB, limit of processor time in seconds.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from generator.diagnostics import Faulty


def peak_of(status: Path) -> int:
    """The most memory ever used, in MiB; what a process inherits from the one that started it is left out here only."""
    line = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) >> 10


def main(file: Path, memory: int, seconds: int) -> None:
    from generator.docview.opening import open_view

    resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    try:
        codes, opened = [each.code for each in open_view(file).findings], True
    except Faulty as refused:
        codes, opened = [each.code for each in refused.diagnostics], False
    peak = peak_of(Path("/proc/self/status"))
    print(json.dumps({"codes": codes, "opened": opened, "peak": peak}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
