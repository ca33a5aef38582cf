"""Which documents a person asked for: kinds, issuer, regime and templates settled before anything is made.

It writes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.messages import _
from generator.model.document import Document
from generator.model.house import HouseStyle
from generator.model.kinds import Kind
from generator.model.letters import Dispatch
from generator.model.organization import Organization
from generator.model.plan import Plan
from generator.model.report import Report
from generator.pipeline import allowed, signatories
from generator.pipeline.case import Case, copier_of
from generator.pipeline.form import profile_for, refuse_foreign_signer, regime_for
from generator.pipeline.job import Job
from generator.pipeline.wanted import documents, with_copy
from generator.profile.profile import Profile
from generator.render.outline_report import Indicator
from generator.render.request import Request
from generator.sources.faults import in_order
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.templates.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line says."""

    kinds: tuple[Kind, ...] = (Kind.PLAN,)
    unit: str | None = None
    phase: int | None = None
    regime: str | None = None
    draft: int | None = None
    output: Path | None = None
    """A `.docx` file for one document, or a folder; None is the workspace's `out`."""
    copy: int | None = None
    """The document as the copy of this number in its `copies`, counted from 1."""


def prepare(loaded: LoadedWorkspace, plan: LoadedPlan, wish: Wish) -> tuple[Job, ...]:
    """A job for every document that was asked for; Faulty with everything that stands in the way."""
    issuer = loaded.unit(wish.unit) if wish.unit else loaded.office_file.office
    faults: list[Diagnostic] = []
    jobs: list[Job] = []
    for kind in wish.kinds:
        try:
            found = with_copy(kind, documents(kind, plan, wish.phase), wish.copy, plan)
        except Faulty as faulty:
            faults += faulty.diagnostics
            continue
        for document in found:
            try:
                jobs.append(_job(kind, document, issuer, loaded, plan, wish))
            except Faulty as faulty:
                faults += faulty.diagnostics
    faults += _clashes(jobs)
    if faults:
        raise Faulty(dict.fromkeys(faults))
    return tuple(jobs)


def _clashes(jobs: Sequence[Job]) -> Iterator[Diagnostic]:
    """Documents that would overwrite each other: one file was named for many, or two reports are of one phase."""
    for target, count in Counter(job.target for job in jobs).items():
        if count > 1:
            message = _("có {count} văn bản mà chỉ một tên tệp: {file}").format(count=count, file=target)
            hint = _("dùng -o với một thư mục") if len({job.id for job in jobs}) == len(jobs) else None
            yield Diagnostic("render/one-file", message, hint=hint)


def _job(
    kind: Kind, document: Document, issuer: Organization, loaded: LoadedWorkspace, plan: LoadedPlan, wish: Wish
) -> Job:
    office = loaded.office_file.office
    profile = profile_for(issuer, document, loaded, wish.regime)
    # A plan cited by a unit of the other side keeps its own office's form of number.
    office_profile = profile if issuer.side is office.side else regime_for(office, plan.plan, loaded)
    name = "-".join(_name(kind, document, wish))
    workspace = loaded.workspace
    special = [workspace.unit_templates(issuer.id), workspace.templates_docx]
    if issuer.id == office.id:
        refuse_foreign_signer(document, issuer, plan.path)
    request = _request(kind, document, issuer, office_profile, loaded, plan.plan, wish)
    case = Case(request, profile, loaded, plan)
    found = in_order((*allowed.findings(case), *signatories.findings(case)))
    if any(one.severity is Severity.ERROR for one in found):
        raise Faulty(found)
    return Job(
        id=name,
        request=request,
        profile=profile,
        chain=tuple(Catalog.of(*special).chain(f"{profile.side}/{kind.value}")),
        target=_target(wish.output or workspace.out, name),
        pictures=workspace.pictures(issuer.id),
        warnings=found,
    )


def _request(
    kind: Kind,
    document: Document,
    issuer: Organization,
    office_profile: Profile,
    loaded: LoadedWorkspace,
    plan: Plan,
    wish: Wish,
) -> Request:
    office, house = loaded.office_file.office, loaded.office_file.house
    units = loaded.units_file
    copy = document.copies[wish.copy - 1] if wish.copy else None
    return Request(
        kind=kind,
        plan=plan,
        document=document,
        office=office,
        issuer=issuer,
        # Habits are those of a side: an office of the Party has none for a State body.
        house=house if issuer.side is office.side else HouseStyle(),
        office_profile=office_profile,
        unit_names={each.id: each.name for each in units.units}
        | {group.id: group.name for group in units.groups}
        | {office.id: office.name},
        indicators={
            code: Indicator(each.name, each.unit, each.aggregation.value == "sum")
            for code, each in loaded.indicators.items()
        },
        draft=wish.draft,
        copy=copy,
        copier=copier_of(copy, issuer, loaded) if copy else None,
    )


def _name(kind: Kind, document: Document, wish: Wish) -> Iterator[str]:
    yield kind.value
    if wish.unit:
        yield wish.unit
    if isinstance(document, Report):
        yield f"dot-{document.phase}"
    if isinstance(document, Dispatch) and document.id:
        yield document.id
    if wish.copy:
        yield f"copy-{wish.copy}"


def _target(output: Path, name: str) -> Path:
    return output if output.suffix.lower() == ".docx" else output / f"{name}.docx"
