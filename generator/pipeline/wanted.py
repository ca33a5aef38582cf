"""The documents of a kind that a plan file has, or why it has none.

It knows neither issuer nor regime.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.document import Document
from generator.model.kinds import Kind
from generator.model.letters import Dispatch
from generator.model.report import Report
from generator.model.slogans import Carrier
from generator.register.kind_names import named
from generator.render.frame import TYPE_IDS
from generator.sources.loaded import LoadedPlan


def kinds_of(plan: LoadedPlan) -> Iterator[Kind]:
    """The kinds of which the plan file has a document of its own."""
    yield Kind.PLAN
    if plan.plan.guidance is not None:
        yield Kind.GUIDANCE
    if plan.plan.slogans is not None and plan.plan.slogans.carrier is Carrier.NOTICE:
        yield Kind.SLOGANS
    if plan.plan.reports:
        yield Kind.REPORT
    if plan.plan.directive is not None:
        yield Kind.DIRECTIVE
    if plan.plan.dispatches:
        yield Kind.DISPATCH
    if plan.plan.minutes is not None:
        yield Kind.MINUTES


def documents(kind: Kind, plan: LoadedPlan, phase: int | None, report: str | None = None) -> Sequence[Document]:
    """The documents of one kind, at least one; Faulty with none.

    Of reports and dispatches a plan may have several; of the reports only those of `phase`, or with the id `report`.
    """
    found: Sequence[Document | None]
    match kind:
        case Kind.PLAN:
            found = [plan.plan]
        case Kind.GUIDANCE:
            found = [plan.plan.guidance]
        case Kind.SLOGANS:
            found = [plan.plan.slogans]
            if plan.plan.slogans is not None and plan.plan.slogans.carrier is Carrier.ANNEX:
                raise Faulty([_annex_only(plan)])
        case Kind.REPORT:
            found = [each for each in plan.plan.reports if phase in (None, each.phase) and report in (None, each.id)]
        case Kind.DIRECTIVE:
            found = [plan.plan.directive]
        case Kind.DISPATCH:
            found = plan.plan.dispatches
        case Kind.MINUTES:
            found = [plan.plan.minutes]
    there = [document for document in found if document is not None]
    if not there:
        raise Faulty([_missing(kind, plan, phase, report)])
    return there


def suffix_of(document: Document) -> str:
    """What tells a document from others of its kind in one plan, as it stands in names of files: `-dot-1`."""
    if isinstance(document, Report):
        return f"-dot-{document.phase}" + (f"-{document.id}" if document.id else "")
    return f"-{document.id}" if isinstance(document, Dispatch) and document.id else ""


def with_copy(kind: Kind, found: Sequence[Document], number: int | None, plan: LoadedPlan) -> Sequence[Document]:
    """Those that have a copy of this number, or all where no copy is wanted. Faulty with the numbers that there are."""
    having = [document for document in found if number is None or number <= len(document.copies)]
    if having:
        return having
    message = _("văn bản loại {kind} không có bản sao thứ {number}").format(kind=named(TYPE_IDS[kind]), number=number)
    most = max(len(document.copies) for document in found)
    hint = _("thêm một mục vào copies của văn bản đó trong tệp kế hoạch")
    if most:
        hint = _("đang có bản sao: {numbers}").format(numbers=", ".join(map(str, range(1, most + 1))))
    raise Faulty([Diagnostic("render/no-such-copy", message, Location(plan.path), hint=hint)])


def _annex_only(plan: LoadedPlan) -> Diagnostic:
    message = _("danh mục khẩu hiệu này là phụ lục của kế hoạch, không phải văn bản riêng")
    hint = _("làm kế hoạch bằng --kind plan, hoặc đặt carrier: notice để làm thông báo")
    return Diagnostic("render/annex-only", message, Location(plan.path), hint=hint)


def _missing(kind: Kind, plan: LoadedPlan, phase: int | None, report: str | None) -> Diagnostic:
    several = {Kind.REPORT: "reports", Kind.DISPATCH: "dispatches"}
    phases = ", ".join(str(report.phase) for report in plan.plan.reports)
    ids = [each.id or _("(không có mã)") for each in plan.plan.reports if phase in (None, each.phase)]
    if kind is Kind.REPORT and report is not None and ids:
        message = _("không có báo cáo mang mã “{id}”").format(id=report)
        hint = _("các báo cáo đang có: {ids}").format(ids=", ".join(ids))
        return Diagnostic("render/missing-part", message, Location(plan.path), hint=hint)
    if kind is Kind.REPORT and phase is not None and phases:
        message = _("kế hoạch không có báo cáo đợt {phase}").format(phase=phase)
        return Diagnostic(
            "render/missing-part", message, Location(plan.path), hint=_("đang có đợt: {phases}").format(phases=phases)
        )
    message = _("tệp kế hoạch chưa có phần “{part}” để làm {kind}").format(
        part=several.get(kind, kind.value), kind=named(TYPE_IDS[kind])
    )
    hint = _("thêm phần đó vào tệp, hoặc chọn loại khác bằng --kind")
    return Diagnostic("render/missing-part", message, Location(plan.path), hint=hint)
