"""Which units have a folder of their own, and what each unit is, does and shows once its layers lie upon one another.

It makes no document; which regime stands below all layers is decided by `pipeline`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from generator.diagnostics import Faulty, Location
from generator.model.house import HouseStyle
from generator.model.organization import Organization, Side
from generator.model.workspace_files import OfficeFile
from generator.profile.profile import Profile
from generator.profile.regimes import lay, load_regime
from generator.sources.unit_layers_file import UnitLayer, read_unit_layer
from generator.workspace import Workspace

Line = tuple[str, ...]
"""Units with folders of their own whose layers a unit has, the nearest first: mostly none."""
_MOST_KEPT = 256
"""Layers and profiles in memory: a whole country's would not fit."""

T = TypeVar("T")


class Place(Protocol):
    """Where a field of one organization is typed."""

    def __call__(self, *steps: str | int) -> Location: ...


@dataclass(frozen=True, slots=True)
class Settled:
    """A unit as its documents have it, and the layers that made it so."""

    unit: Organization
    line: Line
    place: Place


class Kept(Generic[T]):
    """What was made of a key, or the faults that stood in its way: not made twice, and not more of it than is used."""

    def __init__(self) -> None:
        self._found: dict[object, T | Faulty] = {}

    def get(self, key: object, make: Callable[[], T]) -> T:
        found = self._found.pop(key, None)
        if found is None:
            try:
                found = make()
            except Faulty as faulty:
                found = Faulty(faulty.diagnostics)
            if len(self._found) >= _MOST_KEPT:
                del self._found[next(iter(self._found))]
        self._found[key] = found  # the last one used is the last to go
        if isinstance(found, Faulty):
            raise Faulty(found.diagnostics)
        return found

    def kept(self) -> Iterator[T]:
        """All that was made and is still at hand, without the faults."""
        return (each for each in self._found.values() if not isinstance(each, Faulty))


class Layers:
    """The layers of one workspace, read when they are wanted; built once for a run, in every process that works."""

    def __init__(self, workspace: Workspace, office_file: OfficeFile, customised: frozenset[str] | None = None) -> None:
        """`customised`: the units that have a folder, where that is known already."""
        self.workspace = workspace
        self.office_file = office_file
        self._customised = customised
        self._files: Kept[UnitLayer | str] = Kept()
        self._profiles: Kept[Profile] = Kept()
        self._houses: Kept[HouseStyle] = Kept()
        self._keys: Kept[str] = Kept()

    @cached_property
    def customised(self) -> frozenset[str]:
        """The ids that have a folder. Reads: the names in `units/`."""
        if self._customised is not None:
            return self._customised
        try:
            with os.scandir(self.workspace.root / "units") as entries:
                return frozenset(entry.name for entry in entries if entry.is_dir())
        except OSError:
            return frozenset()

    def line_of(self, unit: Organization, ancestors: Sequence[Organization] = ()) -> Line:
        """The unit's own layer and those of its superiors on its side; the office's own is no one else's."""
        if not self.customised:
            return ()
        office = self.office_file.office.id
        above = (each.id for each in ancestors if each.side is unit.side and each.id != office)
        return tuple(each for each in (unit.id, *above) if each in self.customised)

    def settled(self, unit: Organization, ancestors: Sequence[Organization], place: Place) -> Settled:
        """The unit with what its own file says of it; `place` tells where the roster says a field.

        Faulty with the faults of the file. Reads: the unit's own file.
        """
        line = self.line_of(unit, ancestors)
        own = self.layer(unit.id) if unit.id in line else None
        if own is None or not own.issuer:
            return Settled(unit, line, place)
        return Settled(own.over(unit), line, _PlaceUnder(own, place))

    def layer(self, unit: str) -> UnitLayer | None:
        """What the unit's `profile.yaml` says; None where there is none. Faulty with all its faults. Reads: it."""
        file = self.workspace.unit_profile(unit)
        if unit not in self.customised:
            return None
        found = self._files.get(unit, lambda: read_unit_layer(file, unit) if file.exists() else "")
        return None if isinstance(found, str) else found

    def above_first(self, line: Line) -> Iterator[UnitLayer]:
        """The layers of a line as they lie upon one another, the farthest superior's first."""
        return (layer for unit in reversed(line) if (layer := self.layer(unit)) is not None)

    def profile(self, regime: str, line: Line) -> Profile:
        """The regime as the line narrows it; Faulty with all that widens, or with the faults of a file."""
        if not line:
            return load_regime(regime)
        return self._profiles.get(
            (regime, line), lambda: lay(load_regime(regime), [layer.form for layer in self.above_first(line)])
        )

    def house(self, side: Side, line: Line) -> HouseStyle:
        """Habits are those of a side: an office of the Party has none for a State body."""
        of_office = self.office_file.house if side is self.office_file.office.side else HouseStyle()
        return self._houses.get((side, line), lambda: self._house(of_office, line)) if line else of_office

    def _house(self, house: HouseStyle, line: Line) -> HouseStyle:
        for layer in self.above_first(line):
            house = house.model_copy(update=dict(layer.house))
        return house

    def templates(self, line: Line) -> tuple[Path, ...]:
        """The folders of templates before the packaged one, the most special first."""
        return (*(self.workspace.unit_templates(unit) for unit in line), self.workspace.templates_docx)

    def pictures(self, line: Line) -> tuple[Path, ...]:
        """The only folders that pictures come from, the most special first."""
        own = (self.workspace.pictures(unit)[0] for unit in line)
        return (*own, *self.workspace.pictures())

    def key(self, line: Line) -> str:
        """SHA-256 of every file that the line's documents may be made from; the same wherever the workspace lies.

        Reads: these files, the office's templates and pictures among them.
        """
        return self._keys.get(line, lambda: self._key(line))

    def _key(self, line: Line) -> str:
        parts = [self._keys.get(("folder", unit), partial(self._of_unit, unit)) for unit in line]
        parts.append(self._keys.get("office", self._of_office))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _of_office(self) -> str:
        workspace = self.workspace
        return _digest(workspace.root, _files((workspace.templates_docx, *workspace.pictures())))

    def _of_unit(self, unit: str) -> str:
        workspace = self.workspace
        folders = (workspace.unit_templates(unit), workspace.pictures(unit)[0])
        return _digest(workspace.root, [workspace.unit_profile(unit), *_files(folders)])


@dataclass(frozen=True, slots=True)
class _PlaceUnder:
    """In the unit's own file where that says the field, else in the roster."""

    own: UnitLayer
    roster: Place

    def __call__(self, *steps: str | int) -> Location:
        loc = self.own.says(*steps)
        return self.own.source.value_at(loc) if loc else self.roster(*steps)


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    inside = (file for folder in folders for file in sorted(folder.rglob("*"), key=Path.as_posix))
    return (file for file in inside if not file.name.startswith("~$"))  # Word's lock beside an open document


def _digest(root: Path, files: Sequence[Path] | Iterator[Path]) -> str:
    whole = hashlib.sha256()
    for file in files:
        if file.is_file():
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            whole.update(f"{file.relative_to(root).as_posix()} {content}\n".encode())
    return whole.hexdigest()
