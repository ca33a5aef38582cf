"""The files of a workspace besides its plans: `vanthu.yaml` and `units.yaml`.

They are found and read elsewhere (`workspace`, `sources`).
"""

from __future__ import annotations

from generator.model.base import Record
from generator.model.congress import Congress
from generator.model.house import HouseStyle
from generator.model.organization import Group, Organization, Unit


class OfficeFile(Record):
    """`vanthu.yaml`: the office, its habits, its congress table."""

    office: Organization
    regime: str = "auto"
    house: HouseStyle = HouseStyle()
    congresses: tuple[Congress, ...] = ()


class UnitsFile(Record):
    """`units.yaml`: one record a unit, and the groups that plans speak of."""

    units: tuple[Unit, ...] = ()
    groups: tuple[Group, ...] = ()
