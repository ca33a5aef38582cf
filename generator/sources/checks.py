"""What must hold across the files of a workspace and inside a plan, beyond the type of each field.

Every finding has its place in the YAML. Most checks work on the data as typed, so that their findings come with the
faults of type, not after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.model.kinds import Kind
from generator.model.organization import Side
from generator.model.plan import Plan
from generator.model.workspace_files import OfficeFile
from generator.profile.layer import SIDES
from generator.profile.regimes import AUTO, load_regime, regimes
from generator.sources import identifiers
from generator.sources.annexes import check_annexes
from generator.sources.citations import check_citations
from generator.sources.collection_forms import check_forms
from generator.sources.congresses import check_congresses
from generator.sources.copies import check_copies
from generator.sources.deadlines import check_dates
from generator.sources.figure_references import check_figure_references
from generator.sources.figures import check_figures
from generator.sources.heads import check_heads
from generator.sources.identifiers import Known
from generator.sources.letters import check_letters
from generator.sources.limits import check_limits
from generator.sources.parts import check_parts
from generator.sources.reports import check_reports
from generator.sources.roster import Roster
from generator.sources.signers import check_signers
from generator.sources.typed_markers import check_markers
from generator.sources.typed_recipients import check_recipients, check_single_signers
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese import unicode

PLACEHOLDER = "data/placeholder"
_PLACEHOLDER = re.compile("‹[^›]*›")
_ABOUT = re.compile(r"(?:về việc|v/v)\b", re.IGNORECASE)


def check_plan(source: YamlText, known: Known, plan: Plan | None) -> Iterator[Diagnostic]:
    """Everything about a plan file; `plan` is None where it has faults of type."""
    yield from check_texts(source)
    yield from identifiers.unknown_ids(source, known)
    yield from identifiers.unknown_in_plan(source)
    yield from identifiers.twice_in_plan(source)
    yield from check_dates(source)
    yield from check_citations(source)
    yield from check_parts(source)
    yield from check_limits(source)
    yield from check_figures(source, known.indicators)
    yield from check_figure_references(source, known.indicators)
    yield from check_reports(source)
    yield from check_forms(source, known)
    yield from check_annexes(source, known.office.office.side if known.office else None)
    yield from check_signers(source)
    yield from check_heads(source)
    yield from check_letters(source, known)
    yield from check_copies(source, known)
    if known.office is not None:
        yield from check_congresses(source, known.office.congresses)
        yield from _subjects(source, known.office.office.side)
    if plan is not None and known.office is not None and known.units is not None:
        yield from _recipients(plan, source, known.office, known.units)


def check_office(source: YamlText, known: Known) -> Iterator[Diagnostic]:
    """`vanthu.yaml`."""
    yield from check_texts(source)
    yield from identifiers.unknown_ids(source, known)
    yield from identifiers.twice_among_signers(source)
    yield from check_people(source)
    yield from check_heads(source)
    yield from _congresses_twice(source)
    yield from _regime(source)


def check_units(source: YamlText, known: Known) -> Iterator[Diagnostic]:
    """`units.yaml`."""
    yield from check_unit_texts(source, known)
    yield from identifiers.unknown_parents(source, known)
    yield from identifiers.twice_in_roster(source, known.office.office.id if known.office else None)


def check_unit_texts(source: YamlText, known: Known) -> Iterator[Diagnostic]:
    """What each unit says by itself, in whatever form the roster is kept."""
    yield from check_texts(source)
    yield from identifiers.unknown_ids(source, known)
    yield from check_people(source)
    yield from identifiers.twice_among_signers(source)


def check_people(source: YamlText) -> Iterator[Diagnostic]:
    """Signers and recipients, wherever they are typed."""
    yield from check_signers(source)
    yield from check_single_signers(source)
    yield from check_recipients(source)


def has_placeholder(value: object) -> bool:
    return isinstance(value, str) and _PLACEHOLDER.search(value) is not None


def check_texts(source: YamlText) -> Iterator[Diagnostic]:
    """Texts of the empty workspace that nobody has filled in, line breaks inside a line, typed markers."""
    yield from check_markers(source)
    for loc, text in source.texts():
        if match := _PLACEHOLDER.search(text):
            yield Diagnostic(
                PLACEHOLDER,
                _("chỗ này chưa điền: {text}").format(text=match[0]),
                source.value_at(loc),
                hint=_("thay cả ‹…› bằng nội dung thật; không cần thì bỏ cả dòng"),
            )
        if unicode.line_breaks(text.strip()):
            yield Diagnostic(
                "data/line-break",
                _("một đoạn văn không được có chỗ xuống dòng hay phím Tab bên trong"),
                source.value_at(loc),
                hint=_("viết mỗi đoạn thành một mục “- ”; một đoạn viết trên nhiều dòng thì mở bằng “>-”"),
            )


def _subjects(source: YamlText, side: Side) -> Iterator[Diagnostic]:
    for loc, text in source.texts():
        if loc[-1] != "subject":
            continue
        subject, fault = text.strip(), None
        # The words before a dispatch's subject, `V/v` or `về việc`, are the regime's on both sides.
        dispatch = loc[0] == "dispatches"
        if subject.endswith((".", ";", ":", ",")) and not subject.endswith("..."):
            fault = _("trích yếu có dấu “{mark}” ở cuối").format(mark=subject[-1])
        elif dispatch and _ABOUT.match(subject):
            fault = _("trích yếu công văn có “về việc” ở đầu; chương trình tự viết")
        elif side is Side.PARTY and _ABOUT.match(subject):
            fault = _("trích yếu văn bản của Đảng không bắt đầu bằng “về việc”")
        elif side is Side.PARTY and unicode.lower_first(subject) != subject:
            fault = _("trích yếu văn bản của Đảng bắt đầu bằng chữ thường")
        if fault:
            hint = _("viết như “tuyên truyền đại hội đảng bộ các cấp”")
            yield Diagnostic("data/subject-form", fault, source.value_at(loc), Severity.WARNING, hint=hint)


def _recipients(plan: Plan, source: YamlText, office: OfficeFile, units: Roster) -> Iterator[Diagnostic]:
    """Assigned units that no line of `Nơi nhận` stands for."""
    lines = plan.recipients if plan.recipients is not None else office.office.recipients.get(Kind.PLAN, ())
    covered = {name for line in lines for name in line.covers}
    groups = [group for name in covered if (group := units.group(name))]
    everybody = any(group.members == "all" for group in groups)
    covered |= {member for group in groups for member in group.members}
    for loc, name in source.texts():
        assigned = identifiers.ends_with(loc, ("assignments", int, "unit")) and name in units
        # A group is covered by its own name, not by those of all its members.
        if assigned and name not in covered and not (everybody and units.group(name) is None):
            yield Diagnostic(
                "data/recipient-missing",
                _("“{name}” được giao việc nhưng không có trong Nơi nhận").format(name=name),
                source.value_at(loc),
                Severity.WARNING,
                hint=_("thêm mã này vào covers của một dòng trong recipients"),
            )


def _regime(source: YamlText) -> Iterator[Diagnostic]:
    """The regime that the office has fixed: one that there is, and of its own side."""
    regime, side = source.get(("regime",)), source.get(("office", "side"))
    if not isinstance(regime, str) or regime == AUTO:
        return
    fault, hint = None, _("viết auto, hoặc một trong: {ids}").format(ids=", ".join(regimes()))
    if regime not in regimes():
        near = unicode.nearest(regime, regimes())
        fault = _("không có bộ quy định “{id}”").format(id=regime)
        hint = _("có phải là “{name}”?").format(name=near) if near else hint
    elif side in SIDES and load_regime(regime).side != side:
        fault = _("bộ quy định {id} không dùng cho khối {side}").format(id=regime, side=side)
    if fault:
        yield Diagnostic("data/unknown-regime", fault, source.value_at(("regime",)), hint=hint)


def _congresses_twice(source: YamlText) -> Iterator[Diagnostic]:
    """One congress with two terms: then no text could be judged."""
    first: dict[tuple[str, str], Loc] = {}
    for loc, value in source.nodes():
        if isinstance(value, dict) and identifiers.ends_with(loc, ("congresses", int)):
            key = (str(value.get("body", "")).strip().casefold(), str(value.get("ordinal", "")).strip())
            if key in first:
                message = _("kỳ đại hội này đã có ở dòng {line}").format(line=source.value_at(first[key]).line)
                yield Diagnostic("data/duplicate-id", message, source.value_at(loc), hint=_("bỏ một trong hai"))
            first.setdefault(key, loc)
