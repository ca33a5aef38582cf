"""One job done: compiled, filled, written whole. It never raises for what a user can mend.

Everything comes from the job; nothing is written but its target.
"""

from __future__ import annotations

import time
from functools import lru_cache
from pathlib import Path

from generator.diagnostics import Faulty
from generator.pipeline.job import Job, JobResult, Status
from generator.profile.profile import Profile
from generator.render.context import build_context
from generator.render.engine import compile_chain, fill
from generator.templates.compiled import Compiled
from generator.workspace import write_whole

Stamped = tuple[tuple[str, Path, int], ...]


def make(job: Job) -> tuple[bytes, Compiled]:
    """The document's bytes; Faulty where template or data cannot give it."""
    compiled = _compiled(tuple((name, file, file.stat().st_mtime_ns) for name, file in job.chain), job.profile)
    return fill(compiled, build_context(job.request, job.profile)), compiled


def produce(job: Job) -> JobResult:
    """Make the document and write it. Writes: `job.target`; a target that cannot be written is a GeneratorError."""
    started = time.perf_counter()
    try:
        document, compiled = make(job)
    except Faulty as faulty:
        return JobResult(job.id, Status.FAULTY, (), faulty.diagnostics, time.perf_counter() - started)
    write_whole(job.target, document)
    return JobResult(job.id, Status.MADE, (job.target,), compiled.warnings, time.perf_counter() - started)


@lru_cache(maxsize=64)
def _compiled(chain: Stamped, profile: Profile) -> Compiled:
    return compile_chain([(name, file) for name, file, _changed in chain], profile)
