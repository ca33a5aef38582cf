"""Everything that would stand in the way of the documents of a plan, found without making any.

It goes the way of `prepare` and compiles each template, so that what passes here can be rendered.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Faulty
from generator.pipeline.prepare import Wish, prepare
from generator.pipeline.produce import examine
from generator.pipeline.wanted import kinds_of
from generator.sources.loaded import LoadedPlan, LoadedWorkspace


def rehearse(loaded: LoadedWorkspace, plan: LoadedPlan) -> tuple[Diagnostic, ...]:
    """The findings of every kind that the plan has, for the office and for units with a look of their own.

    Reads: profiles and templates.
    """
    found: list[Diagnostic] = []
    for unit in (None, *_special_units(loaded)):
        for kind in kinds_of(plan):
            try:
                for job in prepare(loaded, plan, Wish((kind,), unit)):
                    found += (*job.warnings, *job.profile.warnings, *examine(job.chain, job.profile))
            except Faulty as faulty:
                found += faulty.diagnostics
    return tuple(dict.fromkeys(found))


def _special_units(loaded: LoadedWorkspace) -> Iterator[str]:
    workspace = loaded.workspace
    for unit in loaded.units_file.units:
        if workspace.unit_profile(unit.id).is_file() or workspace.unit_templates(unit.id).is_dir():
            yield unit.id
