"""Ids and codes that point somewhere: unit, group, signer, indicator, phase, plan item; and ids used twice.

It works on the data as typed, so that these faults are found beside all others, wherever in the file they stand.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import Diagnostic
from generator.messages import _, mark
from generator.model.indicator import Indicator
from generator.model.workspace_files import OfficeFile
from generator.sources import table_faults
from generator.sources.roster import Roster, unknown_name
from generator.sources.table_index import circles
from generator.sources.unit_names import Names, UnitNames
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese.unicode import compose, nearest

Pattern = tuple[str | type[int], ...]


@dataclass(frozen=True)
class Known:
    """What ids may point to; None is what could not be read, and nothing is said of it."""

    office: OfficeFile | None
    units: Roster | None
    indicators: Mapping[str, Indicator]

    @cached_property
    def unit_ids(self) -> Names | None:
        return None if self.units is None else UnitNames(self.units, groups_too=False)

    @cached_property
    def units_and_office(self) -> Names | None:
        if self.units is None or self.office is None:
            return None
        return UnitNames(self.units, groups_too=False, others=(self.office.office.id,))

    @cached_property
    def roster(self) -> Names | None:
        """Units and groups."""
        return None if self.units is None else UnitNames(self.units, groups_too=True)

    @cached_property
    def office_signers(self) -> Names | None:
        return None if self.office is None else dict.fromkeys(signer.id for signer in self.office.office.signers)

    @cached_property
    def signers(self) -> Names | None:
        """Those of the office and of every unit."""
        if self.office_signers is None or self.units is None:
            return None
        own = dict.fromkeys(self.office_signers)
        return own | dict.fromkeys(signer for row in self.units.source for signer in self.units.signer_ids(row))


_ROSTER: tuple[Pattern, ...] = (
    ("assignments", int, "unit"),
    ("cooperating_units", int),
    ("covers", int),
    ("next_tasks", int, "unit"),
    ("lead_unit",),
    ("forms", int, "units", int),
    ("asks", int, "units", int),
)
_UNITS: tuple[Pattern, ...] = (("figures", "rows", int, "unit"), ("members", int), ("targets", int, "unit"))
_INDICATORS: tuple[Pattern, ...] = (("indicator",), ("indicators", int))
_PHASES: tuple[Pattern, ...] = (("reports", int, "phase"), ("forms", int, "phase"), ("phases", int))
_ITEMS: tuple[Pattern, ...] = (("plan_items", int),)


def ends_with(loc: Loc, pattern: Pattern) -> bool:
    """Whether the last steps of `loc` are those of the pattern, where `int` stands for any place in a list."""
    if len(loc) < len(pattern):
        return False
    # From the end, where paths differ first: this is asked for every text of a file.
    for back in range(1, len(pattern) + 1):
        step, wanted = loc[-back], pattern[-back]
        if not isinstance(step, int) if wanted is int else step != wanted:
            return False
    return True


def _any(loc: Loc, patterns: tuple[Pattern, ...]) -> bool:
    return any(ends_with(loc, pattern) for pattern in patterns)


_KEYS_OF_IDS = frozenset(
    ("signer", *(pattern[-2] if pattern[-1] is int else pattern[-1] for pattern in (*_ROSTER, *_UNITS, *_INDICATORS)))
)
"""The fields whose values, or whose items, may be ids."""


def _key(loc: Loc) -> str | int:
    return loc[-2] if len(loc) > 1 and isinstance(loc[-1], int) else loc[-1] if loc else ""


def unknown_ids(source: YamlText, known: Known) -> Iterator[Diagnostic]:
    """Units, groups, signers and indicators that the workspace does not have, in any of its files."""
    for loc, value in source.texts():
        if _key(loc) not in _KEYS_OF_IDS:
            continue  # nearly all texts
        if _any(loc, _ROSTER):
            yield from _unit(value, known.roster, loc, source)
        elif _any(loc, _UNITS):
            yield from _unit(value, known.unit_ids, loc, source)
        elif _any(loc, _INDICATORS):
            yield from _other("indicator", value, dict.fromkeys(known.indicators), loc, source)
        elif ends_with(loc, ("copies", int, "unit")):
            yield from _unit(value, known.units_and_office, loc, source)
        elif loc[-1] == "signer" and not ends_with(loc, ("copies", int, "signer")):
            # Of a large roster not every signer is read for one that the office has.
            is_own = known.office_signers is not None and value.strip() in known.office_signers
            own = known.office_signers if len(loc) == 1 or is_own else known.signers
            yield from _other("signer", value, own, loc, source)


def unknown_in_plan(source: YamlText) -> Iterator[Diagnostic]:
    """Phases and items that the plan itself does not have."""
    phases = sum(isinstance(value, dict) and ends_with(loc, ("phases", int)) for loc, value in source.nodes())
    items = dict.fromkeys(value for loc, value in source.texts() if loc[-1] == "id" and _is_item(loc))
    for loc, value in source.texts():
        if _any(loc, _ITEMS):
            yield from _other("item", value, items, loc, source)
        elif _any(loc, _PHASES) and value.isdecimal() and not 1 <= int(value) <= phases:
            yield Diagnostic(
                "data/unknown-phase",
                _("kế hoạch không có đợt {number}").format(number=value),
                source.value_at(loc),
                hint=_("kế hoạch có {count} đợt, đánh số từ 1").format(count=phases),
            )


def _unit(value: str, known: Names | None, loc: Loc, source: YamlText) -> Iterator[Diagnostic]:
    if known is not None and value.strip() not in known:
        near = itertools.chain(known.roster.near(value), known.others) if isinstance(known, UnitNames) else known
        roster = known.roster.file if isinstance(known, UnitNames) else None
        yield unknown_name(value, (name for name in near if name in known), source.value_at(loc), roster)


_OTHERS: Mapping[str, tuple[str, str, str]] = {
    "indicator": (
        "data/unknown-indicator",
        mark("không có chỉ tiêu “{name}” trong danh mục"),
        mark("xem các mã trong data/indicators.yaml"),
    ),
    "signer": (
        "data/unknown-signer",
        mark("không có người ký “{name}”"),
        mark("mã người ký đứng trong vanthu.yaml, mục signers: {known}"),
    ),
    "item": (
        "data/unknown-item",
        mark("kế hoạch không có nội dung mang mã “{name}”"),
        mark("đặt id cho nội dung đó trong kế hoạch, hoặc bỏ mã này"),
    ),
}


def _other(what: str, value: str, known: Names | None, loc: Loc, source: YamlText) -> Iterator[Diagnostic]:
    if known is None or value.strip() in known:
        return
    code, message, otherwise = _OTHERS[what]
    near = nearest(value, known)
    hint = _("có phải là “{name}”?").format(name=near) if near else _(otherwise).format(known=", ".join(known))
    yield Diagnostic(code, _(message).format(name=value), source.value_at(loc), hint=hint)


def _is_reference(loc: Loc) -> bool:
    return ends_with(loc, ("references", int, "id")) or loc[-2:-1] == ("request_reference",)


def _is_dispatch(loc: Loc) -> bool:
    return ends_with(loc, ("dispatches", int, "id"))


def _is_item(loc: Loc) -> bool:
    return not (_is_reference(loc) or _is_dispatch(loc) or _is_question(loc) or ends_with(loc, ("reports", int, "id")))


def _is_question(loc: Loc) -> bool:
    """Of a form: two phases may ask the same."""
    return ends_with(loc, ("questions", int, "id"))


def twice_in_plan(source: YamlText) -> Iterator[Diagnostic]:
    """Ids of content, of dispatches, and of the references of one document or the questions of one form, used twice."""
    ids = [(loc, value) for loc, value in source.texts() if loc[-1] == "id"]
    yield from _twice([(loc, value) for loc, value in ids if _is_item(loc)], source)
    yield from _twice([(loc, value) for loc, value in ids if _is_dispatch(loc)], source)
    lists = {loc[:-2] for loc, value in ids if ends_with(loc, ("references", int, "id")) or _is_question(loc)}
    for one in sorted(lists, key=str):
        yield from _twice([(loc, value) for loc, value in ids if loc[:-2] == one], source)


def twice_in_roster(source: YamlText, office: str | None) -> Iterator[Diagnostic]:
    """Ids of units and groups, which share one set of names."""
    ids = [(loc, value) for loc, value in source.texts() if loc[-1] == "id"]
    names = [
        (loc, v) for loc, v in ids if ends_with(loc, ("units", int, "id")) or ends_with(loc, ("groups", int, "id"))
    ]
    yield from _twice(names, source)
    for loc, value in names:
        if value == office:
            message = _("mã “{name}” là của cơ quan trong vanthu.yaml").format(name=value)
            yield Diagnostic("data/duplicate-id", message, source.value_at(loc), hint=_("đặt mã khác"))


def twice_among_signers(source: YamlText) -> Iterator[Diagnostic]:
    lists: dict[Loc, list[tuple[Loc, str]]] = {}
    for loc, value in source.texts():
        if ends_with(loc, ("signers", int, "id")):
            lists.setdefault(loc[:-2], []).append((loc, value))
    for ids in lists.values():
        yield from _twice(ids, source)


def _twice(ids: list[tuple[Loc, str]], source: YamlText) -> Iterator[Diagnostic]:
    first: dict[str, Loc] = {}
    for loc, typed in ids:
        # As file systems compare names, not as computers compare texts.
        value = compose(typed).casefold().strip()
        if value in first:
            line = source.value_at(first[value]).line
            yield Diagnostic(
                "data/duplicate-id",
                _("mã “{name}” đã dùng ở dòng {line}").format(name=typed, line=line),
                source.value_at(loc),
                hint=_("đặt mã khác"),
            )
        first.setdefault(value, loc)


def unknown_parents(source: YamlText, known: Known) -> Iterator[Diagnostic]:
    """Parents of units that are neither a unit nor the office, and units that stand above one another."""
    if known.units_and_office is None:
        return
    parents = {loc[1]: value for loc, value in source.texts() if ends_with(loc, ("units", int, "parent"))}
    for number, value in parents.items():
        yield from _unit(value, known.units_and_office, ("units", number, "parent"), source)
    ids = [str(source.get(("units", number, "id"))) for number in range(len(source.get(("units",)) or ()))]
    first = {name: number for number, name in reversed([*enumerate(ids)])}
    for ring in circles([first.get(parents.get(number, ""), -1) for number in range(len(ids))]):
        yield table_faults.circle([ids[each] for each in ring], source.value_at(("units", ring[0], "parent")))
