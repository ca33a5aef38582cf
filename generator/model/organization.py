"""Who issues: an office or a unit with its names, symbol, place, signers and usual recipients.

It does not say how a letterhead looks: the profile does.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.base import Identifier, Lines, Optional, Record, Text
from generator.model.kinds import Kind
from generator.vietnamese.slugs import is_device


class Side(StrEnum):
    """Which family of regimes an organization follows."""

    PARTY = "party"
    STATE = "state"


class Level(StrEnum):
    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    GRASSROOTS = "grassroots"
    CELL = "cell"
    CONGRESS = "congress"
    """A congress and its organs: presidium, secretariat, credentials and counting committees."""


class AuthorityForm(StrEnum):
    """How a person signs; the letters that are printed (T/M, TM. …) are the regime's."""

    ON_BEHALF = "on_behalf"
    FOR_SUPERIOR = "for_superior"
    BY_ORDER = "by_order"
    AUTHORISED = "authorised"
    ACTING = "acting"


class Authority(Record):
    """One line above the position: `on_behalf` of `Ban Thường vụ`."""

    form: AuthorityForm
    of: Text


class Signatory(Record):
    """Who signs and how, or the place of a person not yet known: then `name` stays empty and prints blank."""

    name: Optional = ""
    authority: tuple[Authority, ...] = ()
    position: Optional = ""
    """Empty where the regime shows no title under the authority (an uỷ viên signing T/M)."""
    body: Optional = ""
    """The body whose position it is; printed under it in joint documents alone, where two bodies sign."""
    concurrent: Optional = ""
    """The second position of a `kiêm`: that in the steering committee or council that has no seal of its own."""
    other_office: Optional = ""
    """Another office of the signer, printed above the name (State)."""


class Signer(Signatory):
    """One of an organization's signers."""

    id: Identifier


class Recipient(Record):
    """A line under `Nơi nhận`."""

    text: Text
    purpose: Optional = ""
    """Printed in brackets after the text: `để b/c`."""
    covers: tuple[Identifier, ...] = ()
    """The units and groups of the roster that this line stands for."""


class Header(Record):
    """The names in the left corner, in any case: they are printed in capitals.

    A name in lines of its own (`[Đại hội đại biểu, Đảng bộ … lần thứ …]`) keeps them.
    """

    parent: Lines = ()
    name: Lines = Field(min_length=1)


class Contact(Record):
    """How the body is reached; what is left out is not printed."""

    address: Text
    telephone: Optional = ""
    fax: Optional = ""
    email: Optional = ""
    website: Optional = ""


def _no_device(name: str) -> str:
    if is_device(name):
        raise PydanticCustomError("device_name", "{value}", {"value": name})
    return name


FileIdentifier = Annotated[Identifier, AfterValidator(_no_device)]
"""An id that names files and folders, on Windows too."""


class Organization(Record):
    """An office or a unit of its roster."""

    id: FileIdentifier
    name: Text
    """The full name as it is written in texts: `Quận ủy Cái Răng`."""
    side: Side
    level: Level | None = None
    header: Header
    issuing_body: Text
    """Who speaks in its documents: `Ban Thường vụ Quận ủy`, `Ủy ban nhân dân quận`."""
    symbol: Text = Field(max_length=20)
    """The body's code in document numbers: `QU`."""
    place: Text
    archive: Text
    """Where the archive copy stays, as it is printed after `Lưu`: `Văn phòng Quận ủy`; State: `VT, VHTT`."""
    drafting_unit: Optional = ""
    """The code of the unit or field that drafts, in the State's dispatch numbers: `VX` in `Số: 12/UBND-VX`."""
    contact: Contact | None = None
    aliases: tuple[Text, ...] = ()
    signers: tuple[Signer, ...] = ()
    recipients: dict[Kind, tuple[Recipient, ...]] = Field(default_factory=dict)


class Unit(Organization):
    """A unit of the roster: it issues documents of its own, adapted from the office's plan."""

    parent: Identifier | None = None


class Group(Record):
    """A name for several units, as plans use it: `Các chi, đảng bộ trực thuộc Quận ủy`."""

    id: Identifier
    name: Text
    members: tuple[Identifier, ...] | Literal["all"] = "all"
