"""Which documents a person asked for: kinds, issuer, regime and templates settled before anything is made.

It writes nothing.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.document import Document
from generator.model.house import HouseStyle
from generator.model.kinds import Kind
from generator.model.organization import Organization
from generator.model.plan import Plan
from generator.model.report import Report
from generator.model.slogans import Carrier
from generator.pipeline.job import Job
from generator.profile.profile import Profile
from generator.profile.regimes import AUTO, choose, load_profile, load_regime
from generator.render.outline_report import Indicator
from generator.render.request import Request
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


def prepare(loaded: LoadedWorkspace, plan: LoadedPlan, wish: Wish) -> tuple[Job, ...]:
    """A job for every document that was asked for; Faulty with everything that stands in the way."""
    issuer = loaded.unit(wish.unit) if wish.unit else loaded.office_file.office
    faults: list[Diagnostic] = []
    jobs: list[Job] = []
    documents = [(kind, document) for kind in wish.kinds for document in _documents(kind, plan, wish, faults)]
    for kind, document in documents:
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


def _documents(kind: Kind, plan: LoadedPlan, wish: Wish, faults: list[Diagnostic]) -> Sequence[Document]:
    """The documents of one kind that the plan file has; reports are one a phase."""
    found: list[Document | None]
    match kind:
        case Kind.PLAN:
            found = [plan.plan]
        case Kind.GUIDANCE:
            found = [plan.plan.guidance]
        case Kind.SLOGANS:
            found = [_notice(plan, faults)] if plan.plan.slogans else [None]
        case Kind.REPORT if wish.phase is not None:
            found = [plan.plan.report_of_phase(wish.phase)]
        case Kind.REPORT:
            found = list(plan.plan.reports) or [None]
    if None in found:
        faults.append(_missing(kind, plan, wish))
    return [document for document in found if document is not None]


def _notice(plan: LoadedPlan, faults: list[Diagnostic]) -> Document | None:
    slogans = plan.plan.slogans
    assert slogans is not None
    if slogans.carrier is Carrier.ANNEX:
        message = _("danh mục khẩu hiệu này là phụ lục của kế hoạch, không phải văn bản riêng")
        hint = _("làm kế hoạch bằng --kind plan, hoặc đặt carrier: notice để làm thông báo")
        faults.append(Diagnostic("render/annex-only", message, Location(plan.path), hint=hint))
        return plan.plan  # already told; not missing
    return slogans


def _missing(kind: Kind, plan: LoadedPlan, wish: Wish) -> Diagnostic:
    names = {Kind.GUIDANCE: "guidance", Kind.SLOGANS: "slogans", Kind.REPORT: "reports"}
    phases = ", ".join(str(report.phase) for report in plan.plan.reports)
    if kind is Kind.REPORT and wish.phase is not None and phases:
        message = _("kế hoạch không có báo cáo đợt {phase}").format(phase=wish.phase)
        return Diagnostic(
            "render/missing-part", message, Location(plan.path), hint=_("đang có đợt: {phases}").format(phases=phases)
        )
    message = _("tệp kế hoạch chưa có phần “{part}”").format(part=names[kind])
    hint = _("thêm phần đó vào tệp, hoặc chọn loại khác bằng --kind")
    return Diagnostic("render/missing-part", message, Location(plan.path), hint=hint)


def _job(
    kind: Kind, document: Document, issuer: Organization, loaded: LoadedWorkspace, plan: LoadedPlan, wish: Wish
) -> Job:
    office = loaded.office_file.office
    profile = _profile(issuer, document, loaded, wish)
    # A plan cited by a unit of the other side keeps its own office's form of number.
    office_profile = profile if issuer.side is office.side else _regime(office, plan.plan, loaded)
    name = "-".join(_name(kind, document, wish))
    workspace = loaded.workspace
    special = [workspace.templates_docx]
    if wish.unit:
        special.insert(0, workspace.unit_templates(wish.unit))
    request = _request(kind, document, issuer, office_profile, loaded, plan.plan, wish)
    _refuse_unknown_authority(request, profile)
    return Job(
        id=name,
        request=request,
        profile=profile,
        chain=tuple(Catalog.of(*special).chain(f"{profile.side}/{kind.value}")),
        target=_target(wish.output or workspace.out, name),
    )


def _refuse_unknown_authority(request: Request, profile: Profile) -> None:
    """A form of signing that the regime does not have: TUQ. is the State's alone."""
    for authority in request.signer.authority:
        path = f"authority_forms.{authority.form.value}"
        if not profile.text(path):
            source = profile.constraint(path).source
            message = _("{regime} không có hình thức ký “{form}” của người ký {signer}").format(
                regime=profile.id, form=authority.form.value, signer=request.signer.id
            )
            hint = _("sửa authority của người ký này; bên Đảng, người được ủy nhiệm ký thừa lệnh (by_order)")
            where = Location(part=_("người ký {signer}").format(signer=request.signer.id))
            raise Faulty([Diagnostic("render/unknown-authority", message, where, basis=source.clause, hint=hint)])


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
    )


def _profile(issuer: Organization, document: Document, loaded: LoadedWorkspace, wish: Wish) -> Profile:
    """The regime that was named, else the unit's own profile, else the regime in force on the document's day."""
    own = loaded.workspace.unit_profile(issuer.id)
    if wish.regime not in (None, AUTO):
        profile = load_regime(wish.regime)
    elif own.is_file():
        profile = load_profile(own, on=_day(document), side=issuer.side.value)
    else:
        profile = _regime(issuer, document, loaded)
    if profile.side != issuer.side.value:
        message = _("{regime} không dùng cho {issuer}: một bên là thể thức của Đảng, một bên của Nhà nước").format(
            regime=profile.id, issuer=issuer.name
        )
        if wish.regime is None:
            where = Location(own if own.is_file() else loaded.workspace.office_file)
            hint = _("ghi regime: auto để chương trình tự chọn")
        else:
            where = Location()
            hint = _("bỏ --regime để chương trình tự chọn, hoặc chọn đơn vị cùng khối bằng --unit")
        raise Faulty([Diagnostic("render/wrong-side", message, where, hint=hint)])
    return profile


def _regime(issuer: Organization, document: Document, loaded: LoadedWorkspace) -> Profile:
    """The regime that the office has fixed for its own side, else the one in force on the document's day."""
    fixed = loaded.office_file.regime
    if fixed != AUTO and issuer.side is loaded.office_file.office.side:
        return load_regime(fixed)
    return load_regime(choose(issuer.side.value, _day(document)))


def _day(document: Document) -> datetime.date:
    return document.issued_on or datetime.date.today()


def _name(kind: Kind, document: Document, wish: Wish) -> Iterator[str]:
    yield kind.value
    if wish.unit:
        yield wish.unit
    if isinstance(document, Report):
        yield f"dot-{document.phase}"


def _target(output: Path, name: str) -> Path:
    return output if output.suffix.lower() == ".docx" else output / f"{name}.docx"
