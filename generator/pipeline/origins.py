"""Every value of a unit and where it comes from: roster, its own file, a superior's, the office's, or nobody's.

It decides nothing: it follows the layers that documents are made from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.diagnostics import Location
from generator.messages import _
from generator.model.house import HouseStyle
from generator.model.kinds import Kind
from generator.model.organization import Organization, Unit
from generator.pipeline.form import regime_for
from generator.profile.constraint import Constraint, accepted_text
from generator.profile.profile import Profile
from generator.profile.regimes import AUTO, load_regime
from generator.sources.loaded import LoadedWorkspace
from generator.sources.unit_layers import Layers, Settled
from generator.templates.blocks import extends
from generator.templates.flatten import block_names
from generator.templates.package import read_package


@dataclass(frozen=True, slots=True)
class Origin:
    """One value. Without a place it is nobody's: a default where there is a value, else nothing at all."""

    field: str
    value: str
    where: Location | None = None


def origins(settled: Settled, loaded: LoadedWorkspace, layers: Layers) -> Iterator[Origin]:
    """Faulty where a layer has faults or widens. Reads: profiles and templates of the unit and its superiors."""
    yield from _record(settled)
    yield from _recipients(settled)
    yield from _house(settled, loaded, layers)
    regime = regime_for(settled.unit.side, None, layers)
    profile = layers.profile(regime, settled.line)
    yield from _layers(settled, layers)
    yield _regime(profile, settled, loaded, layers)
    yield from _form(profile)
    yield from _rules(profile)
    yield from _templates(settled, layers)


def _record(settled: Settled) -> Iterator[Origin]:
    for field, value in _fields(settled.unit):
        steps = ("contact", "address") if field == "contact" else field.split(".")
        yield Origin(field, value, settled.place(*steps) if value else None)
    for number, one in enumerate(settled.unit.signers):
        said = "name" if one.name else "position" if one.position else "id"
        text = f"{one.name or _('để trống')} ({one.position or '-'})"
        yield Origin(f"signers.{one.id}", text, settled.place("signers", number, said))
    if not settled.unit.signers:
        yield Origin("signers", "")


def _fields(one: Organization) -> Iterator[tuple[str, str]]:
    yield "name", one.name
    yield "side", one.side.value
    yield "level", one.level.value if one.level else ""
    yield "parent", (one.parent if isinstance(one, Unit) else None) or ""
    yield "header.parent", " / ".join(one.header.parent)
    yield "header.name", " / ".join(one.header.name)
    yield "issuing_body", one.issuing_body
    yield "symbol", one.symbol
    yield "place", one.place
    yield "archive", one.archive
    yield "drafting_unit", one.drafting_unit
    yield "contact", "; ".join(filter(None, (text for _name, text in one.contact))) if one.contact else ""
    yield "aliases", "; ".join(one.aliases)


def _recipients(settled: Settled) -> Iterator[Origin]:
    """The unit's own; without them only the archive's line is printed, for the office's are not its own."""
    for kind in Kind:
        field, lines = f"recipients.{kind.value}", settled.unit.recipients.get(kind)
        if lines is None:
            yield Origin(field, _("chỉ dòng lưu"))
        else:
            count = _("{count} dòng").format(count=len(lines))
            yield Origin(field, count, settled.place("recipients", kind.value))


def _house(settled: Settled, loaded: LoadedWorkspace, layers: Layers) -> Iterator[Origin]:
    side, above = settled.unit.side, [*layers.above_first(settled.line)]
    is_offices = side is loaded.office_file.office.side
    house, of_office = layers.house(side, settled.line), loaded.office_file.house
    for field in HouseStyle.model_fields:
        value = getattr(house, field)
        where = next(
            (layer.source.value_at(("house", field)) for layer in reversed(above) if field in layer.house), None
        )
        if where is None and is_offices and getattr(of_office, field) is not None:
            where = loaded.office_source.value_at(("house", field))
        yield Origin(f"house.{field}", _flag(value), where)


def _flag(value: object) -> str:
    if isinstance(value, bool):
        return _("có") if value else _("không")
    return "" if value is None else value.value if isinstance(value, StrEnum) else str(value)


def _layers(settled: Settled, layers: Layers) -> Iterator[Origin]:
    """The folders that the unit has something from, its own first."""
    for unit in settled.line:
        folder = layers.workspace.unit_profile(unit).parent
        what = _("của chính đơn vị") if unit == settled.unit.id else _("của cấp trên {unit}").format(unit=unit)
        yield Origin("layer", what, Location(folder))


def _regime(profile: Profile, settled: Settled, loaded: LoadedWorkspace, layers: Layers) -> Origin:
    regime = profile.layers[0]
    fixing = [layer.form for layer in layers.above_first(settled.line) if layer.form.extends not in (None, AUTO)]
    if fixing:
        return Origin("regime", regime, fixing[-1].extends_place)
    office = loaded.office_file
    where = loaded.office_source.value_at(("regime",)) if loaded.office_source.get(("regime",)) is not None else None
    if office.regime == AUTO or settled.unit.side is not office.office.side:
        regime = _("auto: theo khối và ngày văn bản; hôm nay là {id}").format(id=regime)
    return Origin("regime", regime, where)


def _form(profile: Profile) -> Iterator[Origin]:
    """What a layer has narrowed, with what the regime itself accepts and why."""
    regime = load_regime(profile.layers[0])
    for path in profile.paths():
        constraint = profile.constraint(path)
        if not regime.has(path):
            yield Origin(path, accepted_text(constraint), constraint.source.place)
        elif constraint.source.layer != regime.id:
            yield Origin(path, _narrowed(constraint, regime.constraint(path), regime.id), constraint.source.place)


def _narrowed(inner: Constraint, outer: Constraint, regime: str) -> str:
    text = _("{value}; {regime}: {accepted}").format(
        value=accepted_text(inner), regime=regime, accepted=accepted_text(outer)
    )
    return f"{text} ({outer.source.clause})" if outer.source.clause else text


def _rules(profile: Profile) -> Iterator[Origin]:
    for rule, change in profile.rules.items():
        yield Origin(rule, f"{change.severity}: {change.reason}", change.place)


def _templates(settled: Settled, layers: Layers) -> Iterator[Origin]:
    """Templates of the unit and its superiors: the nearest of a name serves, those above it are what it may extend."""
    for name, file in _nearest(settled, layers).items():
        blocks = ", ".join(block_names(file))
        whole = extends(read_package(file)) is None
        yield Origin(f"{name}.docx", _("cả mẫu") if whole else _("khối: {names}").format(names=blocks), Location(file))


def _nearest(settled: Settled, layers: Layers) -> Mapping[str, Path]:
    found: dict[str, Path] = {}
    for unit in settled.line:
        folder = layers.workspace.unit_templates(unit)
        for file in sorted(folder.rglob("*.docx"), key=Path.as_posix):
            if not file.name.startswith("~$"):
                found.setdefault(file.relative_to(folder).with_suffix("").as_posix(), file)
    return found
