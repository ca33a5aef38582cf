"""Many documents that differ in their unit alone: what is the same in all of them is made once.

It is `produce.make` made quick: the same parts, byte for byte, or the ordinary way where a template does more with a
unit's values than can be foreseen. A document depends on its own unit alone, never on those before it.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from typing import Any, cast

from generator.diagnostics import Diagnostic, Faulty
from generator.pipeline import confined
from generator.pipeline.batch.order import Way
from generator.pipeline.compiling import compiled_for
from generator.pipeline.job import Job
from generator.render.context import SharedContext, shared_context
from generator.render.engine import fill
from generator.render.issuing import IssuerContext, issuer_context
from generator.render.joining import Found, Packages, Plainly
from generator.render.shape import Shape, flattened
from generator.render.trace import Traced, traced, why_not
from generator.render.whole import laid_over
from generator.templates.compiled import Compiled, is_packaged
from generator.templates.expressions import Leaves
from generator.templates.pieced import Package


@dataclass(frozen=True, slots=True)
class Made:
    """A document, and how it came about."""

    document: bytes
    sha256: str
    way: Way
    findings: tuple[Diagnostic, ...]
    """What there is to say of its templates, the same for all of a lane."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How a document would come about."""

    way: Way
    why: Diagnostic | None
    """What keeps it from the fast way, with its place in the template."""


class Lane:
    """All documents of one kind, document, chain of templates, profile and habits; only the unit differs.

    For one thread at a time.
    """

    def __init__(self, job: Job, *, is_fast: bool = True) -> None:
        """`is_fast`: whether documents may be joined at all; without, what units share is still made once."""
        self._job = job
        self._is_fast = is_fast
        self._is_packaged = is_packaged(job.chain)
        self._packages = Packages()
        self._shared: SharedContext | None = None
        self._compiled: Compiled | None = None
        """Templates that came with the program; those of others are compiled and filled elsewhere."""
        self._findings: tuple[Diagnostic, ...] = ()
        self._fault: Faulty | None = None
        """That of templates which no unit can use; looked for once."""
        self.unproved = 0
        """Packages that did not give what the ordinary way gave: a fault of ours, and never of a document."""

    def make(self, job: Job) -> Made:
        """The document of a job that differs from the first in its unit alone; Faulty as `produce.make` is."""
        own, shape, leaves, found = self._found(job)
        if found is None:
            found = self._learnt(job, own, shape, leaves)
        if isinstance(found, Package):
            try:
                document, digest = found.joined(leaves)
            except Exception:  # a filter that cannot take this value: the ordinary way tells where
                return self._ordinary(job, own)
            return Made(document, digest, Way.FAST, self._findings)
        return self._ordinary(job, own)

    def foresee(self, job: Job) -> Foreseen:
        """Which way a document would go; Faulty where its templates cannot be used at all."""
        own, shape, leaves, found = self._found(job)
        if found is None:
            found = self._learnt(job, own, shape, leaves)
        if isinstance(found, Package):
            return Foreseen(Way.FAST, None)
        return Foreseen(Way.ORDINARY, found.why if found else None)

    def _found(self, job: Job) -> tuple[IssuerContext, Shape, Leaves, Found | None]:
        if self._shared is None:
            self._begin()
        shared = cast(SharedContext, self._shared)
        own = issuer_context(job.request, job.profile, len(shared["annexes"]))
        shape, leaves = flattened(cast(dict[str, Any], own))
        if not self._is_fast:
            return own, shape, leaves, Plainly(None)
        try:
            return own, shape, leaves, self._packages.find(shape, leaves)
        except Exception:  # a question that this value cannot answer
            return own, shape, leaves, Plainly(None)

    def _begin(self) -> None:
        """What all units have in common; templates that cannot be used are told for every unit, and tried once."""
        if self._fault is not None:
            raise self._fault
        try:
            if self._is_packaged:
                self._compiled = compiled_for(self._job.chain, self._job.profile)
                self._findings = self._compiled.warnings
            else:
                self._findings = confined.compile_only(self._job.chain, self._job.profile, prints_content=True)
        except Faulty as fault:
            self._fault = fault
            raise
        self._shared = shared_context(self._job.request, self._job.profile)

    def _ordinary(self, job: Job, own: IssuerContext) -> Made:
        context = laid_over(self._shared, own)
        if self._compiled is not None:
            document, findings = fill(self._compiled, context, job.pictures), self._findings
        else:
            document, findings = confined.fill(job.chain, job.profile, context, job.pictures)
        return Made(document, hashlib.sha256(document).hexdigest(), Way.ORDINARY, findings)

    def _learnt(self, job: Job, own: IssuerContext, shape: Shape, leaves: Leaves) -> Found:
        """A unit unlike those before: its template is traced, and what comes of it proved on the unit itself."""
        told = self._traced(job, own)
        try:
            found = self._packages.learn(shape, leaves, told)
            document = found.joined(leaves)[0] if isinstance(found, Package) else b""
        except Exception:
            return self._packages.learn(shape, leaves, Plainly(None))
        if isinstance(found, Plainly):
            return found
        try:
            wanted = self._ordinary(job, own).document
        except Exception:
            self._packages.forget(shape)
            raise
        if _contents(document) == _contents(wanted):
            return found
        self.unproved += 1
        self._packages.correct(shape, found, Plainly(None))
        return Plainly(None)

    def _traced(self, job: Job, own: IssuerContext) -> Traced | Plainly:
        shared, mine = cast(dict[str, Any], self._shared), cast(dict[str, Any], own)
        if self._compiled is None:
            try:
                told = confined.trace(job.chain, job.profile, shared, mine, job.pictures)
            except Faulty:  # what is too slow or too large to be traced may still be filled, and else is told then
                return Plainly(None)
            return Plainly(told) if isinstance(told, Diagnostic) else told
        try:
            return traced(self._compiled, shared, mine, job.pictures)
        except Exception:
            return Plainly(why_not(self._compiled, shared, mine, job.pictures))


def _contents(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
