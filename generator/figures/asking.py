"""Who fills in a form, and which indicators each of them is asked for.

It knows ids alone: the roster tells the members of groups, the catalogue what an indicator is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.collection import CollectionForm
from generator.model.indicator import Aggregation, Indicator

Members = Mapping[str, tuple[str, ...]]
"""The units of every unit and group that a form names; an id that is missing is a unit."""


def named_in(form: CollectionForm) -> tuple[str, ...]:
    """The units and groups that a form speaks of, each once."""
    asked = (unit for ask in form.asks for unit in ask.units)
    return tuple(dict.fromkeys((*form.units, *asked)))


def units_of(form: CollectionForm, members: Members) -> tuple[str, ...]:
    """The units of the form, each once, in the order of the annex."""
    return tuple(dict.fromkeys(_spread(form.units, members)))


def asked_of_all(form: CollectionForm, members: Members) -> dict[str, tuple[str, ...]]:
    """The codes that each unit of the form is asked for, in the order of the annex; some are asked for none."""
    units = units_of(form, members)
    found: dict[str, dict[str, None]] = {unit: {} for unit in units}
    for ask in form.asks:
        for unit in dict.fromkeys(_spread(ask.units, members)) if ask.units else units:
            if unit in found:
                found[unit].update(dict.fromkeys(ask.indicators))
    return {unit: tuple(code for code in form.indicators if code in codes) for unit, codes in found.items()}


def ask_of(form: CollectionForm, members: Members, unit: str) -> tuple[str, ...]:
    """The codes of one unit; for many, `asked_of_all` looks once."""
    return asked_of_all(form, members).get(unit, ())


def to_fill_in(codes: Iterable[str], catalogue: Mapping[str, Indicator]) -> tuple[str, ...]:
    """The codes that stand on a unit's form: of a per cent its part and its whole, since it is computed from them.

    Part of another goes right below that, so that `trong đó` stands where it belongs.
    """
    wanted: dict[str, None] = {}
    for code in codes:
        indicator = catalogue[code]
        if indicator.aggregation is Aggregation.PERCENT:
            wanted.update(dict.fromkeys(each for each in (indicator.part, indicator.whole) if each))
        else:
            wanted[code] = None
    ordered: dict[str, None] = {}
    for code in wanted:
        if not _is_below_another(code, wanted, catalogue):
            _with_parts(code, wanted, catalogue, ordered)
    ordered.update(wanted)  # parts of each other in a circle, which the catalogue's checks refuse
    return tuple(ordered)


def _is_below_another(code: str, wanted: Mapping[str, None], catalogue: Mapping[str, Indicator]) -> bool:
    return (catalogue[code].part_of or "") in wanted


def _with_parts(code: str, wanted: Iterable[str], catalogue: Mapping[str, Indicator], ordered: dict[str, None]) -> None:
    if code in ordered:
        return
    ordered[code] = None
    for part in wanted:
        if catalogue[part].part_of == code:
            _with_parts(part, wanted, catalogue, ordered)


def _spread(names: Iterable[str], members: Members) -> Iterable[str]:
    return (unit for name in names for unit in members.get(name, (name,)))
