"""One `vanthu batch` in a process of its own, and what it took: seconds, processor, memory of the parent.

    python benchmarks/batch_run.py fast|ordinary PLAN OUTPUT [options of vanthu batch]

The last line is JSON. `ordinary` goes past the fast lane, which the command itself has no switch for.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.commands.main import main
from generator.pipeline import lane, produce
from generator.pipeline.batch import run, worker
from generator.pipeline.batch.order import Chunk, Done, Setting, Way
from generator.pipeline.job import Job

_WORK = worker.work


def _made(_lane: lane.Lane, job: Job) -> lane.Made:
    document, found = produce.make(job)
    return lane.Made(document, hashlib.sha256(document).hexdigest(), Way.ORDINARY, found)


def ordinary(setting: Setting, chunk: Chunk) -> Done:
    """A chunk's documents without the fast lane, in whatever process."""
    with patch.object(lane.Lane, "make", _made):
        return _WORK(setting, chunk)


def _seconds(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def measure(way: str, plan: str, output: str, *options: str) -> dict[str, float]:
    """Runs the command. Writes: the output folder."""
    if way == "ordinary":
        import benchmarks.batch_run as importable  # under the name that other processes know it by

        run.work = worker.work = importable.ordinary  # type: ignore[attr-defined]
    since = time.perf_counter()
    workspace = str(Path(plan).parents[1])
    code = main(["--workspace", workspace, "--quiet", "batch", plan, "--kind", "guidance", "-o", output, *options])
    return {
        "code": code,
        "seconds": time.perf_counter() - since,
        "parent_cpu": _seconds(resource.RUSAGE_SELF),
        "children_cpu": _seconds(resource.RUSAGE_CHILDREN),
        "parent_peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(measure(*sys.argv[1:])))
