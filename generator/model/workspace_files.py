"""The files of a workspace besides its plans: `vanthu.yaml` and `units.yaml`.

They are found and read elsewhere (`workspace`, `sources`).
"""

from __future__ import annotations

import warnings

from generator.model.base import Record
from generator.model.congress import Congress
from generator.model.house import HouseStyle
from generator.model.organization import Group, Organization, Unit
from generator.model.register import RegisterSection, RegisterSettings

with warnings.catch_warnings():
    # Every class has a method `register` from its metaclass, which no record uses; pydantic warns of the likeness.
    warnings.filterwarnings("ignore", 'Field name "register"', UserWarning)

    class OfficeFile(Record):
        """`vanthu.yaml`: the office, its habits, its congress table, its register of numbers."""

        office: Organization
        regime: str = "auto"
        house: HouseStyle = HouseStyle()
        congresses: tuple[Congress, ...] = ()
        register: RegisterSection = RegisterSettings()


class UnitsFile(Record):
    """`units.yaml`: one record a unit, and the groups that plans speak of."""

    units: tuple[Unit, ...] = ()
    groups: tuple[Group, ...] = ()
