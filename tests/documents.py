"""Documents of the example workspace for tests: as they are, or with parts of the plan replaced.

It goes the way of `vanthu render`, without the command line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from generator.model.content import Passage
from generator.model.kinds import Kind
from generator.model.letters import Minutes
from generator.model.plan import Plan, PlanSection
from generator.model.report import Report
from generator.pipeline.job import Job
from generator.pipeline.prepare import Wish, prepare
from generator.pipeline.produce import make
from generator.sources.load import open_plan
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.sources.yaml_text import read
from generator.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parent.parent / "data" / "examples" / "cai-rang"
PLAN = EXAMPLE / "plans" / "ke-hoach.yaml"
STATE_UNIT = "ubnd-quan-cai-rang"
REGIMES = ("party-hd36", "party-hd05", "state-nd30")


MINUTES = Minutes.model_validate(
    {
        "subject": "họp Ban Tổ chức đại hội",
        "issued_on": "2024-11-25",
        "lead": ["Cuộc họp bắt đầu lúc 8 giờ."],
        "sections": [{"title": "Nội dung", "content": [{"sections": ["Việc thứ nhất.", "Việc thứ hai."]}]}],
        "closing": ["Cuộc họp kết thúc lúc 10 giờ cùng ngày."],
        "recipients": [{"text": "Như thành phần họp"}],
    }
)
"""The example has none: it is a plan, and minutes are of a meeting."""


@cache
def typed_report() -> Report:
    """A report whose figures stand in its own file, so that any body may issue it; the example's use answers."""
    return Report.model_validate(read(Path(__file__).parent / "data" / "report.yaml").data)


@cache
def as_it_is() -> tuple[LoadedWorkspace, LoadedPlan]:
    """The whole workspace and its plan."""
    return open_plan(Workspace(EXAMPLE), PLAN)


@cache
def example() -> tuple[LoadedWorkspace, LoadedPlan]:
    """The same with one report, which any body may issue."""
    loaded, plan = as_it_is()
    return loaded, replace(plan, plan=plan.plan.model_copy(update={"reports": (typed_report(),)}))


def job(
    kind: Kind | str = Kind.PLAN,
    *,
    regime: str | None = None,
    unit: str | None = None,
    draft: int | None = None,
    plan: Plan | None = None,
    loaded: LoadedWorkspace | None = None,
) -> Job:
    """What is to be made; a State regime without a unit is that of the example's State body."""
    workspace, read = example()
    if Kind(kind) is Kind.MINUTES and plan is None:
        plan = plan_with(minutes=MINUTES)
    if regime and regime.startswith("state") and unit is None:
        unit = STATE_UNIT
    wish = Wish((Kind(kind),), unit, None, regime, draft, Path("nowhere"))
    (made,) = prepare(loaded or workspace, LoadedPlan(read.path, plan or read.plan), wish)
    return made


def document(kind: Kind | str = Kind.PLAN, **wanted: Any) -> bytes:
    """The bytes of one DOCX; the arguments are those of `job`."""
    return make(job(kind, **wanted))[0]


def plan_with(**parts: Any) -> Plan:
    """The example's plan with fields replaced, unchecked."""
    return example()[1].plan.model_copy(update=parts)


def plan_of(passages: Sequence[object], **parts: Any) -> Plan:
    """A plan whose whole body is one section of free content."""
    content = tuple(Passage.model_validate(each) for each in passages)
    return plan_with(sections=(PlanSection(title="Nội dung", content=content),), **parts)
