"""The book of outgoing documents as a file: whose it is, which lines, on what form; DOCX for paper, XLSX for both.

It writes nothing, and changes no register.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.model.organization import Organization, Side
from generator.pipeline import confined
from generator.pipeline.compiling import Chain, compiled_for
from generator.pipeline.form import regime_for
from generator.pipeline.ground import settled_row
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime, regimes
from generator.register import sheet, workbook
from generator.register.records import Entry, Series, Stream
from generator.render.book import Book, BookLine, BookPart, book_context
from generator.render.engine import fill
from generator.sources.loaded import LoadedWorkspace
from generator.sources.unit_layers import Layers
from generator.templates.catalog import Catalog
from generator.templates.compiled import is_packaged
from generator.vietnamese.unicode import nearest

Lines = tuple[tuple[Entry, ...], dict[Series, int]]
"""Entries in the order of the book, and the first number of each series."""


@dataclass(frozen=True)
class Owner:
    """Whose book it is, and what it is printed by."""

    unit: Organization
    profile: Profile
    chain: Chain
    pictures: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which lines of the register; what is left out does not narrow."""

    issuer: str | None = None
    kinds: tuple[str, ...] = ()
    period: str | None = None
    year: int | None = None
    since: date | None = None
    until: date | None = None
    with_secret: bool = False
    """What secret documents are about stands in the file too."""


def owner_of(loaded: LoadedWorkspace, unit: str | None, today: date) -> Owner:
    """Faulty where there is no such unit, or its profile or templates are. Reads: profiles, templates."""
    layers = Layers(loaded.workspace, loaded.office_file)
    office = loaded.office_file.office
    issuer, line = cast(Organization, office), layers.settled(office, (), lambda *_steps: None_place(loaded)).line
    if unit is not None and unit != office.id:
        found = loaded.unit(unit)
        row = loaded.roster.row(unit)
        assert row is not None
        above = tuple(map(loaded.roster.reader.unit, loaded.roster.ancestors(row)))
        settled = settled_row(row, found, above, layers, loaded)
        issuer, line = settled.unit, settled.line
    profile = layers.profile(regime_for(issuer.side, today, layers), line)
    chain = tuple(Catalog.of(*layers.templates(line)).chain(f"{profile.side}/register-book"))
    return Owner(issuer, profile, chain, layers.pictures(line))
