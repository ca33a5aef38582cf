"""What a plan prints and in which order: its typed parts as outline blocks.

It does not number by hand: `outline` makes every marker.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.model.plan import Assignment, Channel, Deadline, DeadlineKind, Phase, Plan, PlanSection, Task
from generator.render.details import with_details
from generator.render.outline import Outline
from generator.vietnamese.dates import parse_date, short_date
from generator.vietnamese.unicode import upper_first

PURPOSES, REQUIREMENTS, TARGETS, BUDGET = "Mục đích", "Yêu cầu", "Chỉ tiêu", "Kinh phí"
"""The usual titles of sub-sections whose own is left out."""

UnitName = Callable[[str], str]


def write_plan(outline: Outline, plan: Plan, unit_name: UnitName) -> None:
    """Every section of a plan, its phases counted through; `unit_name` gives the printed name behind an id."""
    phases_before = 0
    for number, section in enumerate(plan.sections, 1):
        outline.section(number, section.title)
        outline.passages(section.lead, parent=0)
        _write_parts(outline, section, phases_before, unit_name)
        outline.passages(section.closing, parent=0)
        phases_before += len(section.phases)


def _write_parts(outline: Outline, section: PlanSection, phases_before: int, unit_name: UnitName) -> None:
    count = 0
    for titled, usual in ((section.purposes, PURPOSES), (section.requirements, REQUIREMENTS)):
        if titled is not None:
            count += 1
            outline.titled(count, titled, usual)
    if section.targets:
        count += 1
        outline.heading(count, TARGETS)
        for target in section.targets:
            outline.paragraph(f"- {target.text}")
    for place, phase in enumerate(section.phases, 1):
        count += 1
        _write_phase(outline, count, phases_before + place, phase)
    if section.cross_phase_content:
        outline.paragraph(section.cross_phase_content)
    for channel in section.channels:
        count += 1
        _write_channel(outline, count, channel)
    count = outline.free(section, count)
    if section.budget is not None:
        count += 1
        outline.titled(count, section.budget, BUDGET)
    for assignment in section.assignments:
        count += 1
        _write_assignment(outline, count, assignment, unit_name)
    if section.reporting is not None:
        outline.paragraph(section.reporting.text)


def _write_phase(outline: Outline, number: int, ordinal: int, phase: Phase) -> None:
    lead_in = f", {phase.lead_in}" if phase.lead_in else ""
    outline.heading(number, f"Đợt {ordinal}: {phase.title}{lead_in}")
    outline.numbered(phase.items)
    for subgroup in phase.subgroups:
        outline.paragraph(subgroup.lead)
        outline.numbered(subgroup.items)


def _write_channel(outline: Outline, number: int, channel: Channel) -> None:
    outline.heading(number, channel.title)
    outline.passages(channel.content, parent=number)
    for note in channel.notes:
        outline.paragraph(note)


def _write_assignment(outline: Outline, number: int, assignment: Assignment, unit_name: UnitName) -> None:
    outline.clause(number, f"{upper_first(unit_name(assignment.unit))} {assignment.lead}")
    for task in assignment.tasks:
        outline.paragraph(f"- {_task(task, unit_name)}")


def _task(task: Task, unit_name: UnitName) -> str:
    """The task's words, and after them in brackets until when, with what result, together with whom."""
    details = []
    if task.deadline is not None:
        details.append(deadline(task.deadline))
    if task.output is not None:
        details.append(f"sản phẩm: {task.output}")
    if task.cooperating_units:
        details.append("phối hợp: " + ", ".join(unit_name(unit) for unit in task.cooperating_units))
    return with_details(task.text, details)


def deadline(limit: Deadline) -> str:
    """`trước ngày 01/10/2025`; recurring days and events are printed as they were typed."""
    if limit.kind is DeadlineKind.DATE:
        return f"trước ngày {short_date(parse_date(limit.value))}"
    return limit.value
