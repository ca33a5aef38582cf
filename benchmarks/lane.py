"""What a document of one of many units costs in memory: the fast way, the ordinary one, and docxtpl as it comes.

    python benchmarks/lane.py [--rounds 20] [--kind guidance] [--markdown]

All take turns in one process and make documents of the same units from the same template; the times are for making the
bytes from a typed unit, with their SHA-256, in time of the processor. Nothing is read or written. docxtpl gets the
context ready made; ours make it themselves. "alone" is one document as `vanthu render` makes it.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from docxtpl import DocxTemplate

from benchmarks.example import PLAN, WORKSPACE, texts
from benchmarks.peers.templates import jinja_template
from benchmarks.tables import machine_line, printed
from generator.model.kinds import Kind
from generator.pipeline.batch.order import Way
from generator.pipeline.job import Job
from generator.pipeline.lane import Lane
from generator.pipeline.prepare import Wish, prepare
from generator.pipeline.produce import make
from generator.render.context import build_context
from generator.sources.load import open_plan
from generator.workspace import open_workspace

UNITS = 2_000
UNIT = "dang-uy-phuong-le-binh"
TURNS = {"lane": 200, "ordinary": 20, "alone": 10, "docxtpl": 2}
"""Documents of one turn."""


def jobs(kind: Kind) -> list[Job]:
    """One document of as many units, whose names, places and superiors differ. Reads: the example's workspace."""
    loaded, plan = open_plan(open_workspace(WORKSPACE), PLAN)
    (first,) = prepare(loaded, plan, Wish((kind,), UNIT))
    made = []
    for number in range(UNITS):
        name, place = f"Chi bộ khu vực {number}", f"Phường {number % 100 + 1}"
        unit = first.request.issuer
        header = unit.header.model_copy(update={"parent": (f"Đảng bộ {place}",), "name": (name,)})
        update = {"id": f"u-{number}", "name": name, "issuing_body": name, "place": place, "header": header}
        made.append(replace(first, request=replace(first.request, issuer=unit.model_copy(update=update))))
    return made


def engines(some: Sequence[Job]) -> dict[str, Callable[[Job], bytes]]:
    first = some[0]
    lane, plain = Lane(first), Lane(first, is_fast=False)
    context = build_context(first.request, first.profile)
    template = jinja_template(first.chain, make(first)[0], context)

    def fast(job: Job) -> bytes:
        made = lane.make(job)
        if made.way is not Way.FAST:
            raise SystemExit("the packaged template does not go the fast way")
        return made.document

    def docxtpl(_job: Job) -> bytes:
        document, stream = DocxTemplate(io.BytesIO(template)), io.BytesIO()
        document.render(context, autoescape=True)
        document.save(stream)
        return stream.getvalue()

    return {
        "lane": fast,
        "ordinary": lambda job: plain.make(job).document,
        "alone": lambda job: make(job)[0],
        "docxtpl": docxtpl,
    }


def measure(some: Sequence[Job], rounds: int) -> dict[str, list[float]]:
    """Microseconds a document, of each turn."""
    times: dict[str, list[float]] = {name: [] for name in TURNS}
    making = engines(some)
    ours = [texts(make_one(some[0])) for make_one in making.values()]
    if any(one != ours[0] for one in ours):
        raise SystemExit("the engines' texts differ")
    turn = cycle(some)
    for _round in range(rounds):
        for name, make_one in making.items():
            chosen = list(islice(turn, TURNS[name]))
            start = time.process_time()
            for job in chosen:
                make_one(job)
            times[name].append((time.process_time() - start) / len(chosen) * 1e6)
    return times


def table(times: dict[str, list[float]]) -> list[list[str]]:
    base = statistics.median(times["docxtpl"])
    lines = [["way", "median µs", "min µs", "documents/s", "× docxtpl"]]
    for name, each in times.items():
        median = statistics.median(each)
        lines.append([name, f"{median:,.0f}", f"{min(each):,.0f}", f"{1e6 / median:,.0f}", f"{base / median:.1f}"])
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=20, help="turns of each")
    parser.add_argument("--kind", type=Kind, default=Kind.GUIDANCE, help="the kind of document")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    options = parser.parse_args()
    print(printed(table(measure(jobs(options.kind), options.rounds)), markdown=options.markdown))
    print(machine_line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
