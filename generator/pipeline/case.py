"""One document as it was asked for, with its issuer and profile, and where each of its fields stands in the files.

It judges nothing: `allowed` and `signatories` do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Location, Severity
from generator.model.copies import Copy
from generator.model.document import Document
from generator.model.kinds import Kind
from generator.model.organization import Organization, Signer
from generator.model.plan import Plan
from generator.pipeline.ground import Ground
from generator.profile.profile import Profile
from generator.render.frame import TYPE_IDS
from generator.render.request import Request
from generator.sources.unit_layers import Place
from generator.sources.yaml_text import Loc


@dataclass(frozen=True, slots=True)
class Case:
    request: Request
    profile: Profile
    ground: Ground
    place: Place
    """Of the issuer's fields."""

    @property
    def kind(self) -> Kind:
        return self.request.kind

    @property
    def document(self) -> Document:
        return self.request.document

    @property
    def issuer(self) -> Organization:
        return self.request.issuer

    @property
    def is_own(self) -> bool:
        return self.request.is_own

    @property
    def type_id(self) -> str:
        """By which the regime names the kind: `dispatch`, `notice`."""
        return TYPE_IDS[self.kind]

    def at(self, *steps: str | int) -> Location:
        """The place of a field of the document in the plan file; of the file, where it was not read from one."""
        plan = self.ground.plan
        return plan.source.value_at((*self._loc, *steps)) if plan.source else Location(plan.path)

    @property
    def _loc(self) -> Loc:
        return next((loc for loc, each in documents_of(self.ground.plan.plan) if each is self.document), ())

    def at_organization(self, one: Organization, *steps: str | int) -> Location:
        """The place of a field of the issuer, the office, or a unit that copies."""
        if one.id == self.issuer.id:
            return self.place(*steps)
        ground = self.ground
        settled = ground.office if one.id == ground.office.unit.id else ground.copiers[one.id]
        return settled.place(*steps)

    def file_of(self, one: Organization) -> str:
        """Where the organization is declared."""
        ground = self.ground
        is_office = one.id == ground.office.unit.id
        return (ground.layers.workspace.office_file if is_office else ground.roster_file).name

    def copier(self, copy: Copy) -> Organization:
        return self.ground.copier_of(copy, self.issuer)

    def finding(
        self,
        code: str,
        message: str,
        where: Location,
        hint: str,
        *,
        path: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """A finding with the clause of the profile's `path`; else of the same section, where the value has none."""
        return Diagnostic(f"render/{code}", message, where, severity, basis=self._clause(path), hint=hint)

    def _clause(self, path: str) -> str | None:
        section = path.partition(".")[0]
        paths = [path, *(f"{section}.{key}" for key in self.profile.keys(section))]
        found = (self.profile.constraint(each).source.clause for each in paths if self.profile.has(each))
        return next((clause for clause in found if clause), None)


def signer_of_copy(copy: Copy, copier: Organization) -> Signer | None:
    """The one named, else the first of who copies."""
    named = (signer for signer in copier.signers if signer.id == copy.signer)
    return next(named, copier.signers[0] if copier.signers else None)


def documents_of(plan: Plan) -> Iterator[tuple[Loc, Document]]:
    """Every document of a plan file and where it stands there; the plan itself is first."""
    yield (), plan
    single = {
        "guidance": plan.guidance,
        "slogans": plan.slogans,
        "directive": plan.directive,
        "minutes": plan.minutes,
    }
    for name, document in single.items():
        if document is not None:
            yield (name,), document
    for number, report in enumerate(plan.reports):
        yield ("reports", number), report
    for number, dispatch in enumerate(plan.dispatches):
        yield ("dispatches", number), dispatch
