"""The forms of a plan: one a phase, whose indicators, units and targets agree with each other.

Whether a unit or an indicator exists, `identifiers` says; whether the day is a working day, `deadlines`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.sources.identifiers import Known
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese import dates


@dataclass(frozen=True)
class _Form:
    """One form as it is typed."""

    loc: Loc
    source: YamlText
    known: Known

    def texts(self, *steps: str | int) -> list[tuple[Loc, str]]:
        """The entries of a list of texts."""
        loc = (*self.loc, *steps)
        found = self.source.get(loc)
        entries = enumerate(found) if isinstance(found, list) else ()
        return [((*loc, number), each.strip()) for number, each in entries if isinstance(each, str)]

    def records(self, name: str) -> list[tuple[Loc, dict[str, Any]]]:
        found = self.source.get((*self.loc, name))
        entries = enumerate(found) if isinstance(found, list) else ()
        return [((*self.loc, name, number), each) for number, each in entries if isinstance(each, dict)]

    def members(self, name: str) -> set[str] | None:
        """The units behind a name; None where the roster was not read or does not have it."""
        roster = self.known.units
        if roster is None or name not in roster:
            return None
        return {row.id for row in roster.members(name)}

    @cached_property
    def units(self) -> set[str] | None:
        """All units of the form; None where one of its names is unknown, and nothing can be said."""
        found: set[str] = set()
        for _loc, name in self.texts("units"):
            members = self.members(name)
            if members is None:
                return None
            found |= members
        return found

    @cached_property
    def asked(self) -> dict[str, set[str] | None]:
        """By code, with the parts and wholes of per cents, the units that are asked; None where nothing can be said."""
        found: dict[str, set[str] | None] = {}
        for loc, ask in self.records("asks"):
            units = self._units_of(loc) if ask.get("units") else self.units
            for _loc, code in self.texts(*loc[2:], "indicators"):
                indicator = self.known.indicators.get(code)
                made_of = (indicator.part, indicator.whole) if indicator else ()
                for each in (code, *(base for base in made_of if base)):
                    before = found.get(each, set())
                    found[each] = None if units is None or before is None else before | units
        return found

    def _units_of(self, ask: Loc) -> set[str] | None:
        each = [self.members(name) for _loc, name in self.texts(*ask[2:], "units")]
        return None if None in each else set[str]().union(*(members for members in each if members))


def check_forms(source: YamlText, known: Known) -> Iterator[Diagnostic]:
    """Every finding about `forms`, as far as the rest of the file could be read."""
    forms = source.get(("forms",))
    first: dict[str, Loc] = {}
    for number, entry in enumerate(forms if isinstance(forms, list) else ()):
        if not isinstance(entry, dict):
            continue
        form = _Form(("forms", number), source, known)
        yield from _phase_twice(form, first)
        yield from _due(form)
        yield from _twice(form.texts("units"), source, _("đơn vị “{name}” đã có trong biểu ở dòng {line}"))
        yield from _asks(form)
        yield from _targets(form)


def _phase_twice(form: _Form, first: dict[str, Loc]) -> Iterator[Diagnostic]:
    loc = (*form.loc, "phase")
    phase = form.source.get(loc)
    if not isinstance(phase, str):
        return
    key = phase.strip().lstrip("0")
    if key in first:
        message = _("đợt {phase} đã có biểu số liệu ở dòng {line}")
        said = message.format(phase=key, line=form.source.value_at(first[key]).line)
        hint = _("gộp hai biểu làm một: mỗi mục của asks có thể hỏi những đơn vị khác nhau")
        yield Diagnostic("data/duplicate-form", said, form.source.value_at(loc), hint=hint)
    first.setdefault(key, loc)


def _due(form: _Form) -> Iterator[Diagnostic]:
    """A deadline before the period has ended: then the figures are not those of the period."""
    days = []
    for name in ("due", "period_to"):
        typed = form.source.get((*form.loc, name))
        try:
            days.append(dates.parse_date(typed) if isinstance(typed, str) else None)
        except ValueError:
            days.append(None)
    due, end = days
    if due and end and due < end:
        yield Diagnostic(
            "data/due-before-period-ends",
            _("hạn gửi {due} trước khi kỳ báo cáo kết thúc, {end}").format(
                due=dates.short_date(due), end=dates.short_date(end)
            ),
            form.source.value_at((*form.loc, "due")),
            Severity.WARNING,
            hint=_("lùi hạn gửi, hoặc chốt số liệu sớm hơn bằng period_to"),
        )


def _twice(entries: list[tuple[Loc, str]], source: YamlText, message: str) -> Iterator[Diagnostic]:
    first: dict[str, Loc] = {}
    for loc, name in entries:
        if name in first:
            said = message.format(name=name, line=source.value_at(first[name]).line)
            yield Diagnostic(
                "data/asked-twice", said, source.value_at(loc), Severity.WARNING, hint=_("bỏ một trong hai")
            )
        first.setdefault(name, loc)


def _asks(form: _Form) -> Iterator[Diagnostic]:
    """A code twice of the same units; units that the form does not go to."""
    first: dict[tuple[str, str], Loc] = {}
    for loc, _ask in form.records("asks"):
        units = form.texts(*loc[2:], "units")
        yield from _twice(units, form.source, _("đơn vị “{name}” đã có trong mục này ở dòng {line}"))
        names = [name for _loc, name in units] or [""]
        for at, code in form.texts(*loc[2:], "indicators"):
            before = next((first[code, name] for name in ("", *names) if (code, name) in first), None)
            if before:
                message = _("chỉ tiêu “{name}” đã hỏi những đơn vị này ở dòng {line}")
                said = message.format(name=code, line=form.source.value_at(before).line)
                where = form.source.value_at(at)
                yield Diagnostic("data/asked-twice", said, where, Severity.WARNING, hint=_("bỏ một trong hai"))
            first.update({(code, name): at for name in names if (code, name) not in first})
        yield from _outside(form, units)


def _outside(form: _Form, units: list[tuple[Loc, str]]) -> Iterator[Diagnostic]:
    for loc, name in units:
        members = form.members(name)
        if form.units is None or members is None or members <= form.units:
            continue
        outside = sorted(members - form.units)
        shown = ", ".join(outside[:6]) + (", …" if outside[6:] else "")
        is_nobody = not members & form.units
        yield Diagnostic(
            "data/unit-not-in-form",
            _("biểu này không gửi cho: {units}").format(units=shown),
            form.source.value_at(loc),
            Severity.ERROR if is_nobody else Severity.WARNING,
            hint=_("thêm vào units của biểu, hoặc bỏ ở đây"),
        )


def _targets(form: _Form) -> Iterator[Diagnostic]:
    asked, source = form.asked, form.source
    first: dict[tuple[str, str], Loc] = {}
    for loc, target in form.records("targets"):
        code, unit = str(target.get("indicator") or "").strip(), str(target.get("unit") or "").strip()
        if code in form.known.indicators and code not in asked:
            message = _("biểu không hỏi chỉ tiêu “{name}” nên không so được với chỉ tiêu giao").format(name=code)
            hint = _("thêm mã này vào asks, hoặc bỏ chỉ tiêu giao")
            yield Diagnostic("data/target-not-asked", message, source.value_at((*loc, "indicator")), hint=hint)
        if _is_zero(target.get("value")):
            message = _("chỉ tiêu giao bằng 0 nên không tính được đạt bao nhiêu phần trăm")
            hint = _("ghi số được giao; không giao chỉ tiêu thì bỏ mục này")
            yield Diagnostic("data/target-zero", message, source.value_at((*loc, "value")), Severity.WARNING, hint=hint)
        members = form.members(unit) if unit else None
        if members is not None and form.units is not None and not members & form.units:
            message = _("biểu này không gửi cho đơn vị “{name}”").format(name=unit)
            hint = _("thêm đơn vị vào units của biểu, hoặc bỏ chỉ tiêu giao")
            yield Diagnostic("data/target-not-asked", message, source.value_at((*loc, "unit")), hint=hint)
        elif members and form.units and (units := asked.get(code)) and units & form.units and not members & units:
            # An ask that goes to nobody of the form is told itself.
            message = _("biểu không hỏi đơn vị “{unit}” chỉ tiêu “{name}”").format(unit=unit, name=code)
            hint = _("thêm đơn vị vào mục asks có chỉ tiêu này, hoặc bỏ chỉ tiêu giao")
            yield Diagnostic("data/target-not-asked", message, source.value_at((*loc, "unit")), hint=hint)
        if (code, unit) in first:
            message = _("chỉ tiêu giao này đã có ở dòng {line}")
            said = message.format(line=source.value_at(first[code, unit]).line)
            yield Diagnostic("data/duplicate-target", said, source.value_at(loc), hint=_("bỏ một trong hai"))
        first.setdefault((code, unit), loc)


def _is_zero(typed: object) -> bool:
    return isinstance(typed, str) and typed.strip("0 ,.") == "" and "0" in typed
