"""Templates filled for many units twice: each the ordinary way, and joined from pieces as a lane does it.

It takes whatever context it is given; units of a workspace go through `pipeline.lane` itself.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.diagnostics import Faulty
from generator.render.engine import fill
from generator.render.joining import Packages, Plainly
from generator.render.shape import flattened
from generator.render.trace import traced
from generator.render.whole import laid_over
from generator.templates.compiled import Compiled
from generator.templates.pieced import Package


def contents(document: bytes) -> dict[str, bytes]:
    """Every part by its name; the archive's checksums are looked at on the way."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def ordinary(
    compiled: Compiled, shared: Mapping[str, Any], own: Any, pictures: tuple[Path, ...] = ()
) -> dict[str, bytes] | None:
    """What the ordinary way gives; None where it is a fault."""
    try:
        return contents(fill(compiled, laid_over(dict(shared), own), pictures))
    except Faulty:
        return None


def joined(
    packages: Packages, compiled: Compiled, shared: Mapping[str, Any], own: Any, pictures: tuple[Path, ...] = ()
) -> dict[str, bytes] | None:
    """What the fast way gives, unproved; None where it leaves the unit to the ordinary one."""
    shape, leaves = flattened(own)
    try:
        found = packages.find(shape, leaves)
        if found is None:
            found = packages.learn(shape, leaves, _told(compiled, shared, own, pictures))
        return contents(found.joined(leaves)[0]) if isinstance(found, Package) else None
    except Exception:
        return None


def _told(compiled: Compiled, shared: Mapping[str, Any], own: Any, pictures: tuple[Path, ...]) -> Any:
    try:
        return traced(compiled, shared, own, pictures)
    except Exception:
        return Plainly(None)


def unlike(compiled: Compiled, shared: Mapping[str, Any], units: Sequence[Any]) -> tuple[list[Any], int]:
    """The units whose documents the two ways make differently, and how many went the fast way."""
    packages = Packages()
    compiled._proven.append(True)  # whether the template makes XML is not the question here
    fast = [joined(packages, compiled, shared, own) for own in units]
    wrong = [own for own, found in zip(units, fast, strict=True) if found and found != ordinary(compiled, shared, own)]
    return wrong, sum(found is not None for found in fast)
