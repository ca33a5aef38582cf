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
from generator.profile.profile import Profile
from generator.render.frame import TYPE_IDS
from generator.render.request import Request
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.sources.yaml_text import Loc


@dataclass(frozen=True, slots=True)
class Case:
    request: Request
    profile: Profile
    loaded: LoadedWorkspace
    plan: LoadedPlan

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
        source = self.plan.source
        return source.value_at((*self._loc, *steps)) if source else Location(self.plan.path)

    @property
    def _loc(self) -> Loc:
        return next((loc for loc, each in documents_of(self.plan.plan) if each is self.document), ())

    def at_organization(self, one: Organization, *steps: str | int) -> Location:
        """The place of a field of the office, or of a unit."""
        workspace, office = self.loaded.workspace, self.loaded.office_file.office
        if one.id == office.id:
            return self.loaded.office_source.value_at(("office", *steps))
        number = next((n for n, unit in enumerate(self.loaded.units_file.units) if unit.id == one.id), 0)
        source = self.loaded.units_source
        return source.value_at(("units", number, *steps)) if source else Location(workspace.units_file)

    def copier(self, copy: Copy) -> Organization:
        return copier_of(copy, self.issuer, self.loaded)

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


def copier_of(copy: Copy, issuer: Organization, loaded: LoadedWorkspace) -> Organization:
    """Who makes a copy; Faulty where no unit has that id."""
    office = loaded.office_file.office
    if copy.unit is None:
        return issuer
    return office if copy.unit == office.id else loaded.unit(copy.unit)


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
