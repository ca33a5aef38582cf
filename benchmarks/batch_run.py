"""One `vanthu batch` in a process of its own, and what it took: seconds, processor, memory of the parent.

    python benchmarks/batch_run.py fast|ordinary PLAN OUTPUT [options of vanthu batch]

The last line is JSON. `ordinary` makes every document in the way that those go whose template cannot be joined from
pieces, which the command itself has no switch for.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.commands.main import main
from generator.pipeline import lane
from generator.pipeline.batch import run, worker
from generator.pipeline.batch.order import Chunk, Done, Setting
from generator.pipeline.job import Job
from generator.render.issuing import IssuerContext
from generator.render.joining import Found, Plainly
from generator.render.shape import Shape
from generator.templates.expressions import Leaves

_WORK = worker.work
_FOUND = lane.Lane._found


def _not_foreseen(each: lane.Lane, job: Job) -> tuple[IssuerContext, Shape, Leaves, Found | None]:
    """As of a template that does more with a unit's values than print them."""
    own, shape, leaves, _found = _FOUND(each, job)
    return own, shape, leaves, Plainly(None)


def ordinary(setting: Setting, chunk: Chunk) -> Done:
    """A chunk's documents, each filled by itself, in whatever process."""
    with patch.object(lane.Lane, "_found", _not_foreseen):
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
