"""The indicators that an office may count: those of the program, the office's own `indicators.yaml` laid over them.

It knows no figures and no plans: `identifiers` says whether a code that a plan names is in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Faulty
from generator.model.indicator import Catalogue, Indicator
from generator.sources.catalogue_checks import check_catalogue
from generator.sources.faults import diagnose, in_order
from generator.sources.yaml_text import YamlText, read
from generator.workspace import Workspace

FILE = "indicators.yaml"


@dataclass(frozen=True, slots=True)
class OwnCatalogue:
    """The catalogue of one office; `faults` are those of its own file."""

    indicators: Mapping[str, Indicator]
    faults: tuple[Diagnostic, ...] = ()


def catalogue_file(workspace: Workspace) -> Path:
    return workspace.root / FILE


def lay_over(packaged: Mapping[str, Indicator], workspace: Workspace) -> OwnCatalogue:
    """The packaged indicators, each replaced by the office's of the same code, and those it has added.

    Reads: the office's `indicators.yaml`, which may be missing. It raises only where that cannot be read at all.
    """
    file = catalogue_file(workspace)
    if not file.exists():
        return OwnCatalogue(packaged)
    try:
        source = read(file)
    except Faulty as faulty:
        return OwnCatalogue(packaged, faulty.diagnostics)
    merged = {**packaged, **{each.code: each for each in _entries(source)}}
    faults = [*source.faults, *_types(source), *check_catalogue(source, merged)]
    return OwnCatalogue(merged, in_order(faults))


def _types(source: YamlText) -> Iterator[Diagnostic]:
    try:
        Catalogue.model_validate(source.data)
    except ValidationError as error:
        yield from diagnose(error, source, Catalogue)


def _entries(source: YamlText) -> Iterator[Indicator]:
    """Of one that has faults the code alone: plans that name it are not told of a second fault."""
    for entry in _listed(source):
        try:
            yield Indicator.model_validate(entry)
        except ValidationError:
            code = entry.get("code")
            if isinstance(code, str) and code:
                yield Indicator.model_construct(code=code, name=code, unit=code)


def _listed(source: YamlText) -> list[dict[str, Any]]:
    listed = source.get(("indicators",))
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
