"""Where documents are prepared: what those of one kind and of units with the same layers share is settled once.

A unit then costs what differs. Nothing is made here, and nothing written.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.model.document import Document
from generator.model.figures import PhaseFigures
from generator.model.kinds import Kind
from generator.model.organization import Organization, Side
from generator.model.report import Report
from generator.pipeline import allowed, report_figures, signatories
from generator.pipeline.case import Case
from generator.pipeline.figures_of import Counted
from generator.pipeline.form import profile_for, refuse_foreign_signer, refuse_other_side, regime_for
from generator.pipeline.ground import Ground
from generator.pipeline.job import Job
from generator.pipeline.wanted import documents, suffix_of, with_copy
from generator.pipeline.wish import Wish
from generator.profile.regimes import load_regime
from generator.render.figure_text import uses_answers
from generator.render.request import Request
from generator.sources.faults import in_order
from generator.sources.unit_layers import Kept, Line, Place, Settled
from generator.templates.catalog import Catalog

_ANYBODY = "\ue000"
"""Stands for the issuer's name in findings that are kept for other issuers; no name can hold this sign."""


class Desks:
    """The desks of one run, made when a unit is the first to need one."""

    def __init__(self, ground: Ground, wish: Wish) -> None:
        self.ground = ground
        self.wish = wish
        self._desks: Kept[tuple[Desk, ...]] = Kept()

    def of(self, kind: Kind, issuer: Settled) -> tuple[Desk, ...]:
        """One for each document of the kind; Faulty where plan, profile or templates have none for this issuer."""
        refuse_other_side(self.wish.regime, issuer.unit)
        side, line = issuer.unit.side, issuer.line
        return self._desks.get((kind, side, line), lambda: self._make(kind, side, line))

    def _make(self, kind: Kind, side: Side, line: Line) -> tuple[Desk, ...]:
        plan, wish = self.ground.plan, self.wish
        found = with_copy(kind, documents(kind, plan, wish.phase, wish.report), wish.copy, plan)
        desks: list[Desk] = []
        faults: list[Diagnostic] = []
        for document in found:
            try:
                desks.append(Desk(self.ground, wish, kind, document, side, line))
            except Faulty as faulty:
                faults += faulty.diagnostics
        if faults:
            raise Faulty(dict.fromkeys(faults))
        return tuple(desks)


class Desk:
    """One document of the plan for every issuer of a side whose layers are those of the line.

    Faulty where the profile widens, or a template is missing. Reads: profiles and templates.
    """

    def __init__(self, ground: Ground, wish: Wish, kind: Kind, document: Document, side: Side, line: Line) -> None:
        layers, office = ground.layers, ground.office.unit
        self.ground, self.wish = ground, wish
        self.kind, self.document, self.line = kind, document, line
        self.profile = profile_for(side, line, document, layers, wish.regime)
        # A plan cited by a unit of the other side keeps its own office's form of number.
        own_side = side is office.side
        plan = ground.plan.plan
        of_plan = self.profile if own_side else load_regime(regime_for(office.side, plan.issued_on, layers))
        self.office_profile = of_plan
        self.house = layers.house(side, line)
        self.chain = tuple(Catalog.of(*layers.templates(line)).chain(f"{self.profile.side}/{kind.value}"))
        self.pictures = layers.pictures(line)
        self.copy = document.copies[wish.copy - 1] if wish.copy else None
        self._names = _names(kind, document, wish)
        self._output = wish.output or layers.workspace.out
        self._found: Kept[_Pattern] = Kept()

    def name(self, issuer: Organization) -> str:
        """The file's name without its suffix: `report-dot-1`, `guidance-dang-uy-phuong-le-binh`."""
        before, after = self._names
        return f"{before}{after}" if self._is_office(issuer) else f"{before}-{issuer.id}{after}"

    def job(self, issuer: Settled) -> Job:
        """Faulty with everything that stands in the way of this issuer's document."""
        unit = issuer.unit
        if self._is_office(unit):
            refuse_foreign_signer(self.document, unit, self.ground.plan.path)
        found = self.findings(issuer)
        if any(one.severity is Severity.ERROR for one in found):
            raise Faulty(found)
        name = self.name(unit)
        return Job(
            id=name,
            request=self._request(unit),
            profile=self.profile,
            chain=self.chain,
            output=self._output,
            pictures=self.pictures,
            warnings=found,
        )

    def findings(self, issuer: Settled) -> tuple[Diagnostic, ...]:
        """What the regime does not know and the issuer cannot give, in the order of the files."""
        unit = issuer.unit
        pattern = self._found.get(self._looked_at(unit), lambda: self._pattern(unit))
        found = pattern.of(issuer) if pattern.findings else ()
        return (*found, *self._of_answers(issuer)) if self._uses_answers else found

    def _of_answers(self, issuer: Settled) -> tuple[Diagnostic, ...]:
        """Of the office's report once more; of a unit's, that the figures are not its own."""
        case = Case(self._request(issuer.unit), self.profile, self.ground, issuer.place)
        return tuple(report_figures.findings(case, self._counted, is_rehearsal=self.wish.is_rehearsal))

    @cached_property
    def _uses_answers(self) -> bool:
        return isinstance(self.document, Report) and uses_answers(self.document)

    @property
    def _figures(self) -> PhaseFigures | None:
        return self._counted.figures if self._counted and self._uses_answers else None

    @property
    def _counted(self) -> Counted | None:
        return self.ground.counted.get(self.document.phase) if isinstance(self.document, Report) else None

    def _looked_at(self, unit: Organization) -> Hashable:
        """All that `allowed` and `signatories` look at of an issuer, but its name and where it is declared.

        The names of its signers are not: `sources` has judged them.
        """
        signers = tuple(
            (one.id, one.authority, one.position, one.body, one.concurrent, one.other_office) for one in unit.signers
        )
        return (self._is_office(unit), unit.level, unit.contact is None, not unit.drafting_unit, signers)

    def _pattern(self, unit: Organization) -> _Pattern:
        anybody = unit.model_copy(update={"name": _ANYBODY})
        asked = _Asked({})
        case = Case(self._request(anybody), self.profile, self.ground, asked)
        return _Pattern((*allowed.findings(case), *signatories.findings(case)), asked.steps)

    def _request(self, issuer: Organization) -> Request:
        ground, copy = self.ground, self.copy
        return Request(
            kind=self.kind,
            plan=ground.plan.plan,
            document=self.document,
            office=ground.office.unit,
            issuer=issuer,
            house=self.house,
            office_profile=self.office_profile,
            unit_names=ground.names,
            indicators=ground.indicators,
            draft=self.wish.draft,
            copy=copy,
            copier=ground.copier_of(copy, issuer) if copy else None,
            figures=self._figures if self._is_office(issuer) else None,
        )

    def _is_office(self, unit: Organization) -> bool:
        return unit.id == self._office_id

    @cached_property
    def _office_id(self) -> str:
        return self.ground.office.unit.id


@dataclass(frozen=True)
class _Asked:
    """Places of any issuer's fields: each stands for its steps until the issuer is known."""

    steps: dict[Location, tuple[str | int, ...]]

    def __call__(self, *steps: str | int) -> Location:
        place = Location(part=_ANYBODY, line=len(self.steps) + 1)
        self.steps[place] = steps
        return place


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Findings for every issuer that looks alike."""

    findings: tuple[Diagnostic, ...]
    steps: dict[Location, tuple[str | int, ...]]

    def of(self, issuer: Settled) -> tuple[Diagnostic, ...]:
        return in_order(self._filled(each, issuer.unit.name, issuer.place) for each in self.findings)

    def _filled(self, found: Diagnostic, name: str, place: Place) -> Diagnostic:
        steps = self.steps.get(found.where)
        where = found.where if steps is None else place(*steps)
        return replace(found, message=found.message.replace(_ANYBODY, name), where=where)


def _names(kind: Kind, document: Document, wish: Wish) -> tuple[str, str]:
    """What stands before the unit in a file's name, and what after it."""
    after = suffix_of(document)
    if wish.copy:
        after += f"-copy-{wish.copy}"
    return kind.value, after
