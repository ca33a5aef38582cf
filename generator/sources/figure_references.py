"""Figures that a report takes from the units' answers: whether its phase asks for them, wherever they are named.

It works on the data as typed and reads no answer; whether somebody has answered, `pipeline` finds when it is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.model.figure_reference import FIELDS, UNITS, Aspect, Reference, Stray, references, strays
from generator.model.indicator import Aggregation, Indicator
from generator.sources.identifiers import ends_with
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese.unicode import nearest

_MOST_SERIES = 4
_LISTS = (("figures", "indicators", int), ("figures", "summary", int), ("figures", "chart", "indicators", int))


@dataclass(frozen=True)
class _Form:
    """What one report may speak of."""

    source: YamlText
    catalogue: Mapping[str, Indicator]
    phase: str
    asked: tuple[str, ...]
    """Empty: the phase has no form."""


def check_figure_references(source: YamlText, catalogue: Mapping[str, Indicator]) -> Iterator[Diagnostic]:
    reports = source.get(("reports",))
    for number, report in enumerate(reports if isinstance(reports, list) else ()):
        if isinstance(report, dict):
            phase = str(report.get("phase", "")).strip()
            form = _Form(source, catalogue, phase, _asked(source, phase, catalogue))
            yield from _of_texts(("reports", number), form)
            table = report.get("figures")
            if isinstance(table, dict):
                yield from _of_table(("reports", number, "figures"), table, form)


def _asked(source: YamlText, phase: str, catalogue: Mapping[str, Indicator]) -> tuple[str, ...]:
    """The codes of the form of a phase, and what its per cents are made of."""
    forms = source.get(("forms",))
    for number, form in enumerate(forms if isinstance(forms, list) else ()):
        if isinstance(form, dict) and str(form.get("phase", "")).strip().lstrip("0") == phase.lstrip("0"):
            typed = source.texts(("forms", number, "asks"))
            codes = [text.strip() for loc, text in typed if ends_with(loc, ("indicators", int))]
            made_of = [
                base
                for code in codes
                if code in catalogue
                for base in (catalogue[code].part, catalogue[code].whole)
                if base
            ]
            return tuple(dict.fromkeys((*codes, *made_of)))
    return ()


def _of_texts(at: Loc, form: _Form) -> Iterator[Diagnostic]:
    for loc, text in form.source.texts(at):
        for reference in references(text):
            fault = _misplaced(loc, reference) if loc[len(at)] not in FIELDS else _fault(reference, form)
            if fault:
                code, message, hint = fault
                yield Diagnostic(code, message, form.source.value_at(loc), actual=str(reference), hint=hint)
        for stray in strays(text):
            yield _left_over(stray, form, form.source.value_at(loc))


def _left_over(stray: Stray, form: _Form, where: Location) -> Diagnostic:
    """What would be printed as it was typed; only a warning where no figure can be meant."""
    message = _("{typed}: ngoặc nhọn chỉ để ghi số liệu, mà đây không phải một mã").format(typed=stray.text)
    hint = _("số liệu là một mã viết liền trong một cặp ngoặc nhọn; cần dấu ngoặc thì dùng ngoặc tròn")
    tries = (stray.inside, *stray.inside.split()[:1])
    meant = next((found for each in tries if (found := _meant(*each.partition(".")[::2], form))), None)
    if meant:
        like = _("có phải là “{name}”?").format(name=meant)
        hint = f"{like} {hint}"
    severity = Severity.ERROR if stray.is_attempt and form.asked else Severity.WARNING
    return Diagnostic("data/stray-brace", message, where, severity, actual=stray.text, hint=hint)


def _misplaced(loc: Loc, reference: Reference) -> tuple[str, str, str]:
    message = _("{reference}: số liệu không đặt được ở trường {field}").format(reference=reference, field=loc[2])
    return "data/misplaced-figure", message, _("đặt số liệu trong phần lời của báo cáo")


def _fault(reference: Reference, form: _Form) -> tuple[str, str, str] | None:
    if not form.asked:
        message = _("{reference}: đợt {phase} không có biểu số liệu").format(reference=reference, phase=form.phase)
        return "data/no-form", message, _("thêm biểu của đợt vào forms; dấu ngoặc thật thì dùng ngoặc tròn")
    if not reference.is_of_units and reference.name not in form.asked:
        return _not_asked(reference.name, str(reference), form, _meant(reference.name, reference.aspect, form))
    if reference.aspect in reference.aspects:
        return _of_per_cent(reference, form)
    known = [str(Reference(reference.name, aspect)) for aspect in reference.aspects if aspect]
    message = _("{reference}: không có “{aspect}” của số liệu này").format(reference=reference, aspect=reference.aspect)
    if reference.is_of_units and not reference.aspect:
        message = _("{reference}: thiếu phần sau dấu chấm").format(reference=reference)
    hint = _("các phần có thể ghi: {names}").format(names=", ".join(known))
    meant = _meant(reference.name, reference.aspect, form) if reference.aspect else None
    if meant:
        like = _("có phải là “{name}”?").format(name=meant)
        hint = f"{like} {hint}" if reference.is_of_units else like
    return "data/unknown-figure", message, hint


def _of_per_cent(reference: Reference, form: _Form) -> tuple[str, str, str] | None:
    """Per cents of a per cent: 90% of a target of 95% would read "đạt 94,74%", which is no rate of anything."""
    indicator = form.catalogue.get(reference.name)
    if reference.aspect != Aspect.ACHIEVED or indicator is None or indicator.aggregation is not Aggregation.PERCENT:
        return None
    message = _("{reference}: chỉ tiêu này đã là tỷ lệ phần trăm, không tính đạt bao nhiêu phần trăm nữa")
    own, target = Reference(reference.name, ""), Reference(reference.name, Aspect.TARGET)
    hint = _("ghi hai số cạnh nhau: “đạt {own}, chỉ tiêu giao {target}”").format(own=own, target=target)
    return "data/achieved-of-per-cent", message.format(reference=reference), hint


def _not_asked(code: str, shown: str, form: _Form, meant: str | None) -> tuple[str, str, str]:
    if code in form.catalogue:
        message = _("{reference}: biểu của đợt {phase} không hỏi chỉ tiêu này").format(
            reference=shown, phase=form.phase
        )
        return "data/figure-not-asked", message, _("thêm mã này vào asks của biểu, hoặc bỏ chỗ này")
    hint = _("có phải là “{name}”?").format(name=meant) if meant else ""
    message = _("{reference}: không có chỉ tiêu này").format(reference=shown)
    return "data/unknown-figure", message, hint or _("biểu của đợt hỏi: {names}").format(names=", ".join(form.asked))


def _meant(name: str, aspect: str, form: _Form) -> str | None:
    """The whole reference that was most likely meant, as it is typed."""
    near = nearest(name, (*form.asked, UNITS))
    if near is None:
        return None
    aspects = Reference(near, "").aspects
    what = aspect if aspect in aspects else nearest(aspect, filter(None, aspects))
    return None if what is None else str(Reference(near, what))


def _of_table(at: Loc, table: dict[str, Any], form: _Form) -> Iterator[Diagnostic]:
    source = form.source
    if table.get("rows"):
        for name in (each for each in ("summary", "chart") if table.get(each)):
            message = _("{field} lấy số từ biểu, không dùng cùng số gõ tay (rows)").format(field=name)
            hint = _("bỏ rows để dùng số đơn vị đã trả lời, hoặc bỏ {field}").format(field=name)
            yield Diagnostic("data/typed-and-collected", message, source.key_at((*at, name)), hint=hint)
        return
    if not form.asked:
        message = _("bảng số liệu không có rows, mà đợt {phase} không có biểu số liệu").format(phase=form.phase)
        hint = _("thêm biểu của đợt vào forms, hoặc ghi số của từng đơn vị vào rows")
        yield Diagnostic("data/no-form", message, source.value_at(at), hint=hint)
        return
    for loc, code in source.texts(at):
        # What the catalogue lacks is told with the ids.
        listed = any(ends_with(loc, pattern) for pattern in _LISTS)
        if listed and code not in form.asked and (code in form.catalogue or ends_with(loc, _LISTS[1])):
            fault, message, hint = _not_asked(code, code, form, nearest(code, form.asked))
            yield Diagnostic(fault, message, source.value_at(loc), hint=hint)
    chart = table.get("chart")
    if isinstance(chart, dict) and isinstance(chart.get("indicators"), list):
        yield from _chart((*at, "chart"), chart, chart["indicators"], form)


def _chart(at: Loc, chart: dict[str, Any], codes: Sequence[object], form: _Form) -> Iterator[Diagnostic]:
    """Bars that stand side by side on one axis."""
    source = form.source
    by_unit = chart.get("by") in (None, "unit")
    if by_unit and chart.get("previous") == "true" and len(codes) > 1:
        message = _("so với đợt trước theo đơn vị thì biểu đồ chỉ vẽ một chỉ tiêu")
        hint = _("để một mã trong indicators, hoặc đặt by: indicator")
        yield Diagnostic("data/chart-too-full", message, source.value_at((*at, "previous")), hint=hint)
    elif by_unit and len(codes) > _MOST_SERIES:
        message = _("biểu đồ theo đơn vị vẽ không quá {count} chỉ tiêu").format(count=_MOST_SERIES)
        hint = _("bớt mã trong indicators, hoặc đặt by: indicator")
        yield Diagnostic("data/chart-too-full", message, source.value_at((*at, "indicators")), hint=hint)
    counted_in = dict.fromkeys(form.catalogue[code].unit for code in map(str, codes) if code in form.catalogue)
    if len(counted_in) > 1:
        message = _("các chỉ tiêu trong biểu đồ khác đơn vị tính: {units}").format(units=", ".join(counted_in))
        hint = _("thanh dài ngắn trên một trục chỉ so được khi cùng đơn vị tính")
        where = source.value_at((*at, "indicators"))
        yield Diagnostic("data/chart-of-unlike", message, where, Severity.WARNING, hint=hint)
