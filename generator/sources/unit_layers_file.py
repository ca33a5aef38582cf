"""One `units/<id>/profile.yaml`: what a unit says of itself, of its habits, and of the form of its documents.

It does not compare the file with what stands above it: `unit_layers` lays one upon another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError, create_model

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.model.base import Record
from generator.model.house import HouseStyle
from generator.model.organization import Header, Organization
from generator.profile.layer import Layer, read_layer
from generator.profile.load import Branch, Leaf, Row, Tree
from generator.sources import checks, identifiers
from generator.sources.faults import diagnose, in_order, real_loc
from generator.sources.heads import check_heads
from generator.sources.yaml_faults import EMPTY
from generator.sources.yaml_text import Loc, YamlText, read

ISSUER, HOUSE = "issuer", "house"
THE_ROSTERS = ("id", "side", "level", "parent")
"""What a unit is and where it hangs: the roster alone says it."""
O = TypeVar("O", bound=Organization)  # noqa: E741 - an organization of either sort


@dataclass(frozen=True, slots=True)
class UnitLayer:
    """A sound file, typed. `findings` are what its author should look at all the same."""

    id: str
    file: Path
    form: Layer
    issuer: Mapping[str, Any]
    """Fields of the unit's record that the file says, typed."""
    house: Mapping[str, Any]
    source: YamlText
    findings: tuple[Diagnostic, ...] = ()

    def over(self, unit: O) -> O:
        """The record with what the file says of the unit itself; lists are replaced, groups of fields laid over."""
        said = dict(self.issuer)
        if "header" in said:
            said["header"] = unit.header.model_copy(update=said["header"])
        if "recipients" in said:
            said["recipients"] = {**unit.recipients, **said["recipients"]}
        return unit.model_copy(update=said) if said else unit

    def says(self, *steps: str | int) -> Loc | None:
        """Where in the file a field of the record stands; None where the file does not say it."""
        loc: Loc = (ISSUER, *steps)
        inside = steps[:2] if steps[:1] in (("header",), ("recipients",)) else steps[:1]
        return loc if inside and self.source.get((ISSUER, *inside)) is not None else None


@cache
def issuer_fields() -> tuple[str, ...]:
    """The fields of a unit's record that its own file may say."""
    return tuple(name for name in Organization.model_fields if name not in THE_ROSTERS)


def read_unit_layer(file: Path, unit: str) -> UnitLayer:
    """The file of the unit with this id; Faulty with all its faults. Reads: `file`."""
    source = _read(file)
    form, faults = read_layer(tree_of(source), {"id": unit}, {ISSUER: issuer_fields(), HOUSE: ()})
    data = _data(source)
    issuer, wrong = _typed(data, ISSUER, _issuer_model())
    house, strange = _typed(data, HOUSE, HouseStyle)
    found = in_order((*source.faults, *faults, *wrong, *strange, *_checks(data)))
    if any(one.severity is Severity.ERROR for one in found):
        raise Faulty(dict.fromkeys(found))
    return UnitLayer(unit, file, form, issuer, house, source, found)


def _read(file: Path) -> YamlText:
    """A file without a value says nothing, which is no fault: all its lines may still be comments."""
    try:
        return read(file)
    except Faulty as faulty:
        if any(each.code != EMPTY for each in faulty.diagnostics):
            raise
        return YamlText(file, {}, {}, {(): (1, 1)})


def unknown_ids(layer: UnitLayer, known: identifiers.Known) -> Iterator[Diagnostic]:
    """Units and groups that the file speaks of and the roster does not have."""
    return identifiers.unknown_ids(_data(layer.source), known)


def tree_of(source: YamlText, loc: Loc = ()) -> Branch:
    """The file as the tree that layers are read from."""
    tree = _tree(source, source.get(loc), loc)
    assert isinstance(tree, Branch)
    return tree


def _tree(source: YamlText, value: Any, loc: Loc) -> Tree:
    place = source.value_at(loc)
    if isinstance(value, dict):
        items = {key: _tree(source, inner, (*loc, key)) for key, inner in value.items()}
        return Branch(items, place, {key: source.key_at((*loc, key)) for key in value})
    if isinstance(value, list):
        return Row(tuple(_tree(source, inner, (*loc, number)) for number, inner in enumerate(value)), place)
    return Leaf("" if value is None else value, value is None, place)


def _data(source: YamlText) -> YamlText:
    """The part of the file that is data; how the issuer's name looks, in the same section, is form."""
    data = {name: source.data[name] for name in (ISSUER, HOUSE) if source.data.get(name) is not None}
    if isinstance(data.get(ISSUER), dict):
        data[ISSUER] = {key: value for key, value in data[ISSUER].items() if key in issuer_fields()}
    else:
        data.pop(ISSUER, None)  # told by the reader of the form
    return replace(source, data=data, faults=())


def _typed(data: YamlText, section: str, model: type[BaseModel]) -> tuple[Mapping[str, Any], tuple[Diagnostic, ...]]:
    """What a section says, field by field, and its faults of type, but those of values that are still to be filled."""
    file = create_model("File", __base__=Record, **{section: (model, ...)})  # type: ignore[call-overload]
    if section not in data.data:
        return {}, ()
    part = replace(data, data={section: data.data[section]})
    try:
        record = file.model_validate(part.data)
    except ValidationError as error:
        locs = (real_loc(detail["loc"], part) for detail in error.errors(include_url=False))
        blank = {part.value_at(loc) for loc in locs if checks.has_placeholder(part.get(loc))}
        return {}, tuple(fault for fault in diagnose(error, part, file) if fault.where not in blank)
    return _said(getattr(record, section)), ()


def _said(record: BaseModel) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in record.model_fields_set}
    return {name: _said(value) if name == "header" else value for name, value in values.items()}


@cache
def _issuer_model() -> type[BaseModel]:
    # `parent` is the roster's of a unit and the letterhead's of its header.
    return _partial(Organization, {"header": _partial(Header, {})}, THE_ROSTERS)


def _partial(
    model: type[BaseModel], instead: Mapping[str, type[BaseModel]], without: Sequence[str] = ()
) -> type[BaseModel]:
    """The same record, of which any field may be left out."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name not in without:
            open_field = copy(field)
            open_field.default, open_field.default_factory = None, None
            fields[name] = (instead.get(name, field.annotation), open_field)
    made: type[BaseModel] = create_model(f"{model.__name__}Layer", __base__=Record, **fields)
    return made


def _checks(data: YamlText) -> Iterator[Diagnostic]:
    """What holds for these fields in the office's own files too."""
    yield from checks.check_texts(data)
    yield from checks.check_people(data)
    yield from check_heads(data)
    yield from identifiers.twice_among_signers(data)
