"""How long forms, answers and the report of many units take, and how much memory: seconds, processor, peaks.

    python benchmarks/figures.py [--units 300 3000] [--folder FOLDER] [--markdown]

Each run is a command in a process of its own: `form make`; `form collect`, once into an empty workspace and once again,
when nothing is to be written; `render --kind report`. What is collected are forms as the program makes them, filled in.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.country import build
from benchmarks.tables import machine_line, printed
from generator.figures.workbook import AskRow, UnitAsk, make_form
from generator.model.answers import Given
from generator.model.report import NullReason
from generator.pipeline.collection_collect import Options, wanted_of
from generator.sources.load import open_plan
from generator.vietnamese.clock import VIETNAM
from generator.workspace import open_workspace

PHASE = 1
FORM = """  - phase: 1
    title: Số liệu tuyên truyền đợt 1
    period_from: 2024-11-25
    period_to: 2025-05-31
    due: 2025-06-03
    sample_figures: true
    units: [{units}]
    asks:
      - indicators: [oral_sessions, oral_attendees, conferences, cells_done, cells_total, cells_done_rate,
                     masses_attended, news_items, articles, radio_broadcasts, radio_minutes, web_posts, social_posts,
                     social_reach, banners, slogans_hung, posters, flags_party, flags_national, art_events, film_shows,
                     publications, harmful_handled]
    questions:
      - {{id: mo-hinh, text: "Mô hình hay, cách làm mới"}}
      - {{id: kho-khan, text: "Khó khăn, vướng mắc"}}
    targets:
      - {{indicator: oral_sessions, value: 50000}}
      - {{indicator: social_posts, value: 100000}}
"""
_FIRST_FORM = re.compile(r"(?<=^forms:\n)  - phase: 1\n.*?(?=^  - phase: 2$)", re.MULTILINE | re.DOTALL)
_SAVED = datetime(2025, 6, 2, 9, tzinfo=VIETNAM)
AIMS = {"collect": 60, "report": 5}


def workspace(folder: Path, count: int) -> Path:
    """The plan of a workspace whose every unit is asked. Writes: the folder, a new one."""
    plan = build(folder, count)
    shutil.rmtree(folder / "figures")  # the example's own answers
    loaded, _plan = open_plan(open_workspace(folder), plan)
    units = ", ".join(row.id for row in loaded.roster.rows())
    text = plan.read_text(encoding="utf-8")
    plan.write_text(_FIRST_FORM.sub(lambda _match: FORM.format(units=units), text, count=1), encoding="utf-8")
    return plan


def returned(plan: Path, folder: Path) -> int:
    """A form of every unit, filled in; how many. Writes: the folder."""
    loaded, opened = open_plan(open_workspace(plan.parents[1]), plan)
    form = opened.plan.forms[0]
    wanted = wanted_of(loaded, opened, form, Options(at=_SAVED, by=""))
    chance = random.Random(7)
    folder.mkdir()
    for number, (unit, codes) in enumerate(wanted.codes.items()):
        asked = UnitAsk(
            *(
                plan.stem,
                form.phase,
                form.version,
                form.title,
                loaded.office_file.office.name,
                unit,
                wanted.units[unit],
            ),
            *(form.period_from, form.period_to, form.due, form.contact),
            rows=tuple(AskRow(loaded.indicators[code], Decimal(12), Decimal(40)) for code in codes),
            questions=form.questions,
            filled=_filled(codes, chance),
            texts={"mo-hinh": "Tổ tự quản tuyên truyền ở từng ngõ; loa tay mỗi tối thứ Bảy."},
        )
        (folder / f"Biểu số liệu ({number}).xlsx").write_bytes(make_form(asked, _SAVED))
    return len(wanted.codes)


def _filled(codes: tuple[str, ...], chance: random.Random) -> dict[str, Given]:
    """What nobody doubts: people with the sessions, never more cells done than there are."""
    filled = {code: _given(chance) for code in codes}
    sessions, cells = chance.randint(1, 40), chance.randint(1, 60)
    amounts = {
        "oral_sessions": sessions,
        "oral_attendees": sessions * chance.randint(20, 90),
        "cells_done": chance.randint(0, cells),
        "cells_total": cells,
    }
    return filled | {code: Given(value=Decimal(amount)) for code, amount in amounts.items() if code in filled}


def _given(chance: random.Random) -> Given:
    if chance.random() < 0.05:
        return Given(null_reason=NullReason.NOT_APPLICABLE)
    return Given(value=Decimal(chance.randint(1, 90)))


def ran(plan: Path, *arguments: str) -> dict[str, float]:
    """One command in a process of its own, in the workspace of the plan."""
    run = subprocess.run(
        [sys.executable, __file__, "--run", str(plan.parents[1]), *arguments],
        capture_output=True,
        check=False,
        text=True,
    )
    if run.returncode:
        raise SystemExit(run.stderr or run.stdout)
    found: dict[str, float] = json.loads(run.stdout.strip().splitlines()[-1])
    return found


def measure(workspace: str, *arguments: str) -> dict[str, float]:
    import resource

    from generator.commands.main import main as vanthu

    def peak(who: int) -> float:
        return resource.getrusage(who).ru_maxrss / 1024

    def used(who: int) -> float:
        return resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime

    since = time.perf_counter()
    code = vanthu(["--workspace", workspace, "--quiet", *arguments])
    return {
        "code": code,
        "seconds": time.perf_counter() - since,
        "cpu": used(resource.RUSAGE_SELF) + used(resource.RUSAGE_CHILDREN),
        "parent": peak(resource.RUSAGE_SELF),
        "worker": peak(resource.RUSAGE_CHILDREN),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--units", type=int, nargs="+", default=[300, 3_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--run", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.run:
        print("\n" + json.dumps(measure(*chosen.run)))
        return
    lines = [("", "units", "seconds", "processor s", "ms a unit", "parent MiB", "largest process MiB", "aim")]
    for count in chosen.units:
        with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
            lines += [*_lines(Path(name), count)]
    print(f"{machine_line()}, affinity {len(os.sched_getaffinity(0))}\n")
    print(printed(lines, markdown=chosen.markdown))


def _lines(home: Path, count: int) -> Iterator[tuple[str, ...]]:
    plan, folder = workspace(home / "work", count), home / "returned"
    of_phase = ("--phase", str(PHASE))
    yield _line("make", count, ran(plan, "form", "make", str(plan), *of_phase, "-o", str(home / "sent")))
    forms = returned(plan, folder)
    for title in ("collect", "collect again"):
        found = ran(plan, "form", "collect", str(folder), str(plan), *of_phase, "--by", "đo")
        yield _line(title, forms, found, f"< {AIMS['collect']} s of 3000")
    answers = list((plan.parents[1] / "figures" / plan.stem / f"dot-{PHASE}").glob("*.yaml"))
    if len(answers) != forms:
        raise SystemExit(f"{forms} forms, {len(answers)} answers")
    report = home / "report.docx"
    found = ran(plan, "render", str(plan), "--kind", "report", *of_phase, "-o", str(report))
    if found["code"] or not report.exists():
        raise SystemExit(f"the report was not made: {found}")
    yield _line("report", forms, found, f"< {AIMS['report']} s of 3000")


def _line(title: str, forms: int, found: dict[str, float], aim: str = "") -> tuple[str, ...]:
    parts = (found["seconds"], found["cpu"], found["seconds"] / forms * 1000, found["parent"], found["worker"])
    return (title, str(forms), *(f"{part:.1f}" for part in parts), aim)


if __name__ == "__main__":
    main()
