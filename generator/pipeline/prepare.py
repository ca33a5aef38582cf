"""Which documents a person asked for: kinds, issuer, regime and templates settled before anything is made.

It writes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.pipeline.desk import Desks
from generator.pipeline.ground import Ground, ground_of, settled_unit
from generator.pipeline.job import Job
from generator.pipeline.report_figures import with_answers
from generator.pipeline.wish import Wish
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.sources.unit_layers import Settled

__all__ = ["Wish", "prepare"]


def prepare(loaded: LoadedWorkspace, plan: LoadedPlan, wish: Wish) -> tuple[Job, ...]:
    """A job for every document that was asked for; Faulty with everything that stands in the way."""
    ground = with_answers(ground_of(loaded, plan), loaded, wish)
    return prepare_for(settled_unit(wish.unit, loaded, ground.layers) if wish.unit else ground.office, ground, wish)


def prepare_for(issuer: Settled, ground: Ground, wish: Wish) -> tuple[Job, ...]:
    """The same for an issuer whose layers are known."""
    desks = Desks(ground, wish)
    faults: list[Diagnostic] = []
    jobs: list[Job] = []
    for kind in wish.kinds:
        try:
            for desk in desks.of(kind, issuer):
                try:
                    jobs.append(desk.job(issuer))
                except Faulty as faulty:
                    faults += faulty.diagnostics
        except Faulty as faulty:
            faults += faulty.diagnostics
    faults += _clashes(jobs)
    if faults:
        raise Faulty(dict.fromkeys(faults))
    beside = tuple(found for layer in ground.layers.above_first(issuer.line) for found in layer.findings)
    return tuple(replace(job, warnings=(*beside, *job.warnings)) if beside else job for job in jobs)


def _clashes(jobs: Sequence[Job]) -> Iterator[Diagnostic]:
    """Documents that would overwrite each other: one file was named for many, or two reports are of one phase."""
    for target, count in Counter(job.target for job in jobs).items():
        if count > 1:
            message = _("có {count} văn bản mà chỉ một tên tệp: {file}").format(count=count, file=target)
            hint = _("dùng -o với một thư mục") if len({job.id for job in jobs}) == len(jobs) else None
            yield Diagnostic("render/one-file", message, hint=hint)
