"""How long returned forms take from a folder into the workspace, and how much memory: seconds, processor, peaks.

    python benchmarks/figures.py [--units 300 3000] [--folder FOLDER] [--markdown]

Each run is `vanthu form collect` in a process of its own, once into an empty workspace and once again, when nothing is
to be written; what is read is as many forms as the program makes, filled in. Before that the forms are written.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
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
"""
_FIRST_FORM = re.compile(r"(?<=^forms:\n)  - phase: 1\n.*?(?=^  - phase: 2$)", re.MULTILINE | re.DOTALL)
_SAVED = datetime(2025, 6, 2, 9, tzinfo=VIETNAM)
AIM = 60


def workspace(folder: Path, count: int) -> Path:
    """The plan of a workspace whose every unit is asked. Writes: the folder, a new one."""
    plan = build(folder, count)
    loaded, _plan = open_plan(open_workspace(folder), plan)
    units = ", ".join(row.id for row in loaded.roster.rows())
    text = plan.read_text(encoding="utf-8")
    plan.write_text(_FIRST_FORM.sub(lambda _match: FORM.format(units=units), text, count=1), encoding="utf-8")
    return plan


def returned(plan: Path, folder: Path) -> tuple[int, float]:
    """A form of every unit, filled in; how many, and the seconds that it took. Writes: the folder."""
    loaded, opened = open_plan(open_workspace(plan.parents[1]), plan)
    form = opened.plan.forms[0]
    wanted = wanted_of(loaded, opened, form, Options(at=_SAVED, by=""))
    chance = random.Random(7)
    folder.mkdir()
    since = time.perf_counter()
    for number, (unit, codes) in enumerate(wanted.codes.items()):
        asked = UnitAsk(
            *(plan.stem, form.phase, form.version, form.title, loaded.office_file.office.name, unit, unit),
            *(form.period_from, form.period_to, form.due, form.contact),
            rows=tuple(AskRow(loaded.indicators[code], Decimal(12), Decimal(40)) for code in codes),
            questions=form.questions,
            filled=_filled(codes, chance),
            texts={"mo-hinh": "Tổ tự quản tuyên truyền ở từng ngõ; loa tay mỗi tối thứ Bảy."},
        )
        (folder / f"Biểu số liệu ({number}).xlsx").write_bytes(make_form(asked, _SAVED))
    return len(wanted.codes), time.perf_counter() - since


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


def collected(plan: Path, folder: Path) -> dict[str, float]:
    """One `vanthu form collect` in a process of its own. Writes: the answers in the workspace."""
    run = subprocess.run(
        [sys.executable, __file__, "--collect", str(plan), str(folder)], capture_output=True, check=False, text=True
    )
    if run.returncode:
        raise SystemExit(run.stderr or run.stdout)
    found: dict[str, float] = json.loads(run.stdout.strip().splitlines()[-1])
    return found


def measure(plan: str, folder: str) -> dict[str, float]:
    import resource

    from generator.commands.main import main as vanthu

    def peak(who: int) -> float:
        return resource.getrusage(who).ru_maxrss / 1024

    def used(who: int) -> float:
        return resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime

    since = time.perf_counter()
    where = str(Path(plan).parents[1])
    vanthu(["--workspace", where, "--quiet", "form", "collect", folder, plan, "--phase", str(PHASE), "--by", "đo"])
    return {
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
    parser.add_argument("--collect", nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.collect:
        print("\n" + json.dumps(measure(*chosen.collect)))
        return
    lines = [("", "forms", "seconds", "processor s", "ms a form", "parent MiB", "largest process MiB", "aim")]
    for count in chosen.units:
        with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
            plan = workspace(Path(name, "work"), count)
            folder = Path(name, "returned")
            forms, seconds = returned(plan, folder)
            lines.append(("make", str(forms), f"{seconds:.1f}", "", f"{seconds / forms * 1000:.1f}", "", "", ""))
            for title in ("collect", "collect again"):
                lines.append(_line(title, forms, collected(plan, folder)))
            answers = list((plan.parents[1] / "figures" / plan.stem / f"dot-{PHASE}").glob("*.yaml"))
            if len(answers) != forms:
                raise SystemExit(f"{forms} forms, {len(answers)} answers")
    print(f"{machine_line()}, affinity {len(os.sched_getaffinity(0))}\n")
    print(printed(lines, markdown=chosen.markdown))


def _line(title: str, forms: int, found: dict[str, float]) -> tuple[str, ...]:
    aim = f"< {AIM} s of 3000"
    parts = (found["seconds"], found["cpu"], found["seconds"] / forms * 1000, found["parent"], found["worker"])
    return (title, str(forms), *(f"{part:.1f}" for part in parts), aim)


if __name__ == "__main__":
    main()
