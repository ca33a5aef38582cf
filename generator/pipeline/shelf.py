"""Whose templates are asked about: the folders in their order, where new ones go, and the form they are made for.

It reads no template.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Faulty
from generator.model.organization import Side
from generator.pipeline.form import regime_for
from generator.pipeline.ground import settled_unit
from generator.profile.profile import Profile
from generator.profile.regimes import choose, load_regime
from generator.sources.load import load_workspace
from generator.sources.unit_layers import Layers, Line
from generator.templates.catalog import Catalog
from generator.workspace import Workspace, find, open_workspace


@dataclass(frozen=True)
class Shelf:
    """The templates of a unit, of an office, or the packaged ones alone."""

    catalog: Catalog
    own: Path | None = None
    """Where the unit's or the office's own templates lie."""
    side: Side | None = None
    layers: Layers | None = None
    line: Line = ()

    def profile(self, side: str) -> Profile:
        """The form of a side: for its own side as the office has chosen it and its units have narrowed it."""
        if self.layers is None:
            return load_regime(choose(side, datetime.date.today()))
        regime = regime_for(Side(side), None, self.layers)
        return self.layers.profile(regime, self.line if self.side is not None and side == self.side.value else ())


def shelf_of(named: Path | None, unit: str | None) -> Shelf:
    """The templates of the workspace that was named or that is here; outside of one, the packaged ones.

    Faulty where the roster does not have the unit. Reads: the workspace's files.
    """
    if named is None and unit is None and find(Path.cwd()) is None:
        return Shelf(Catalog.of())
    workspace = open_workspace(named)
    if unit is None:
        return _of_office(workspace)
    loaded = load_workspace(workspace, unfilled=True)
    layers = Layers(workspace, loaded.office_file)
    settled = settled_unit(unit, loaded, layers)
    catalog = Catalog.of(*layers.templates(settled.line))
    return Shelf(catalog, workspace.unit_templates(unit), settled.unit.side, layers, settled.line)


def _of_office(workspace: Workspace) -> Shelf:
    """Templates can be looked at while the office's data still have faults; then its side is not known."""
    catalog = Catalog.of(workspace.templates_docx)
    try:
        file = load_workspace(workspace, unfilled=True).office_file
    except Faulty:
        return Shelf(catalog, workspace.templates_docx)
    return Shelf(catalog, workspace.templates_docx, file.office.side, Layers(workspace, file))
