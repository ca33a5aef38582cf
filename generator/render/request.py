"""What is asked for: one document of one kind, by one issuer, from one plan.

It holds data only; `context` turns it into what a template may see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.copies import Copy
from generator.model.document import Confirmation, Document, JointIssuer
from generator.model.figures import PhaseFigures
from generator.model.house import HouseStyle
from generator.model.kinds import Kind
from generator.model.organization import Organization, Recipient, Signer
from generator.model.plan import Plan
from generator.profile.profile import Profile
from generator.render.figure_typed import Indicator


@dataclass(frozen=True, slots=True)
class Given:
    """The number that the register has for a document, and its day where that is known."""

    number: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Request:
    kind: Kind
    plan: Plan
    document: Document
    """The plan itself, or the guidance, slogan list or report that hangs on it."""
    office: Organization
    """Whose plan it is."""
    issuer: Organization
    """The office, or one of its units."""
    house: HouseStyle
    """The habits that apply to the issuer."""
    office_profile: Profile
    """By which the plan itself is numbered, whoever cites it."""
    unit_names: Mapping[str, str]
    indicators: Mapping[str, Indicator]
    draft: int | None = None
    copy: Copy | None = None
    """The document is made as this copy of itself."""
    copier: Organization | None = None
    """Who copies; None is the issuer."""
    figures: PhaseFigures | None = None
    """What the units have answered for the phase of a report; None where it uses none of it."""
    given: Given | None = None
    """What a unit's document is numbered; the office's own stands in the plan."""

    @property
    def is_own(self) -> bool:
        """The office issues its own document: number, day and recipients are the plan's."""
        return self.issuer.id == self.office.id

    def document_of(self, kind: Kind) -> Document:
        """The plan's document of a kind: this one, or another that it cites. LookupError where the plan has none."""
        if kind is self.kind:
            return self.document
        plan = self.plan
        found: dict[Kind, Document | None] = {
            Kind.PLAN: plan,
            Kind.GUIDANCE: plan.guidance,
            Kind.SLOGANS: plan.slogans,
            Kind.REPORT: plan.reports[-1] if plan.reports else None,
            Kind.DIRECTIVE: plan.directive,
            Kind.MINUTES: plan.minutes,
        }
        document = found.get(kind)
        if document is None:
            raise LookupError(kind)
        return document

    @property
    def joint_issuers(self) -> tuple[JointIssuer, ...]:
        """The bodies that issue with the office; a unit issues alone."""
        return self.document.joint_issuers if self.is_own else ()

    @property
    def confirmation(self) -> Confirmation | None:
        return self.document.confirmation if self.is_own else None

    @property
    def author(self) -> str:
        return self.document.author if self.is_own else ""

    @property
    def signer(self) -> Signer:
        """Who signs: the one named, else the issuer's first; a blank one where it has none."""
        wanted = self.document.signer if self.is_own else None
        signers = self.issuer.signers
        found = next((signer for signer in signers if signer.id == wanted), None)
        return found or (signers[0] if signers else Signer(id="none"))

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """The document's own, else the issuer's usual ones of this kind."""
        usual = self.issuer.recipients.get(self.kind, ())
        own = self.document.recipients if self.is_own else None
        return usual if own is None else own

    def unit_name(self, identifier: str) -> str:
        return self.unit_names.get(identifier, identifier)
