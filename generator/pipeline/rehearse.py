"""Everything that would stand in the way of the documents of a plan, found without making any.

It goes the way of `prepare` and compiles each template, so that what passes here can be rendered.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Faulty
from generator.model.kinds import Kind
from generator.pipeline.ground import Ground, ground_of, settled_unit
from generator.pipeline.prepare import prepare_for
from generator.pipeline.produce import examine
from generator.pipeline.report_figures import with_answers
from generator.pipeline.wanted import kinds_of
from generator.pipeline.wish import Wish
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.sources.unit_layers import Settled


def rehearse(loaded: LoadedWorkspace, plan: LoadedPlan) -> tuple[Diagnostic, ...]:
    """The findings of every kind that the plan has, for the office and for units with a folder of their own.

    Reads: profiles and templates.
    """
    found: list[Diagnostic] = []
    try:
        ground = with_answers(ground_of(loaded, plan), loaded, Wish((Kind.REPORT,)))
        found += _of_issuer(ground.office, ground)
    except Faulty as faulty:
        return faulty.diagnostics
    for unit in sorted(ground.layers.customised):
        if loaded.roster.row(unit) is not None:
            try:
                found += _of_issuer(settled_unit(unit, loaded, ground.layers), ground)
            except Faulty as faulty:
                found += faulty.diagnostics
    return tuple(dict.fromkeys(found))


def _of_issuer(issuer: Settled, ground: Ground) -> Iterator[Diagnostic]:
    for kind in kinds_of(ground.plan):
        try:
            for job in prepare_for(issuer, ground, Wish((kind,), is_rehearsal=True)):
                yield from (*job.warnings, *job.profile.warnings, *examine(job.chain, job.profile))
        except Faulty as faulty:
            yield from faulty.diagnostics
