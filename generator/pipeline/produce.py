"""One job made: compiled and filled. It never raises for what a user can mend, and writes nothing.

Everything comes from the job.
"""

from __future__ import annotations

import time
from functools import lru_cache
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.pipeline.job import Job, JobResult, Status
from generator.profile.profile import Profile
from generator.render.context import build_context
from generator.render.engine import compile_chain, fill
from generator.templates.compiled import Compiled

Stamped = tuple[tuple[str, Path, int], ...]


def make(job: Job) -> tuple[bytes, Compiled]:
    """The document's bytes; Faulty where template or data cannot give it."""
    compiled = compiled_for(job)
    return fill(compiled, build_context(job.request, job.profile)), compiled


def produce(job: Job) -> JobResult:
    """The document, or the faults that stand in its way."""
    started = time.perf_counter()
    try:
        document, compiled = make(job)
    except Faulty as faulty:
        return JobResult(job.id, Status.FAULTY, job.target, b"", faulty.diagnostics, time.perf_counter() - started)
    seconds = time.perf_counter() - started
    warnings = (*job.profile.warnings, *compiled.warnings)
    return JobResult(job.id, Status.MADE, job.target, document, warnings, seconds)


def compiled_for(job: Job) -> Compiled:
    """The job's template, compiled once for all jobs that share it; Faulty with every fault in it."""
    compiled = _compiled(tuple((name, file, file.stat().st_mtime_ns) for name, file in job.chain), job.profile)
    if not compiled.prints_content:
        message = _("mẫu này không in nội dung văn bản")
        hint = _("mẫu con cần đoạn {%p extends … %} ở đầu; mẫu gốc cần {{p outline | typeset }}")
        raise Faulty([Diagnostic("template/prints-no-content", message, Location(job.chain[0][1]), hint=hint)])
    return compiled


@lru_cache(maxsize=64)
def _compiled(chain: Stamped, profile: Profile) -> Compiled:
    return compile_chain([(name, file) for name, file, _changed in chain], profile)
