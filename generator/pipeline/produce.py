"""One job made: compiled and filled. It never raises for what a user can mend, and writes nothing.

Everything comes from the job. Templates that did not come with the program are compiled and filled in a process of
their own, under limits: see `confined`.
"""

from __future__ import annotations

import time
from typing import Any, cast

from generator.diagnostics import Diagnostic, Faulty
from generator.pipeline import confined
from generator.pipeline.compiling import Chain, compiled_as_it_is, compiled_for
from generator.pipeline.job import Job, JobResult, Status
from generator.profile.profile import Profile
from generator.render.context import build_context
from generator.render.engine import fill
from generator.templates.compiled import is_packaged


def make(job: Job) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The document's bytes and what to say of its templates; Faulty where template or data cannot give it."""
    if is_packaged(job.chain):
        compiled = compiled_for(job.chain, job.profile)
        return fill(compiled, build_context(job.request, job.profile), job.pictures), compiled.warnings
    confined.start()  # it wakes up while the context is made
    context = cast(dict[str, Any], build_context(job.request, job.profile))
    return confined.fill(job.chain, job.profile, context, job.pictures)


def produce(job: Job) -> JobResult:
    """The document, or the faults that stand in its way."""
    started = time.perf_counter()
    try:
        document, found = make(job)
    except Faulty as faulty:
        return JobResult(job.id, Status.FAULTY, job.target, b"", faulty.diagnostics, time.perf_counter() - started)
    seconds = time.perf_counter() - started
    return JobResult(job.id, Status.MADE, job.target, document, (*job.profile.warnings, *found), seconds)


def examine(chain: Chain, profile: Profile, *, prints_content: bool = True) -> tuple[Diagnostic, ...]:
    """What to say of a chain that can be compiled; Faulty with every fault in it.

    `prints_content`: it is to make a document by itself, and not only for others to extend.
    """
    if not is_packaged(chain):
        return confined.compile_only(chain, profile, prints_content=prints_content)
    return (compiled_for if prints_content else compiled_as_it_is)(chain, profile).warnings
