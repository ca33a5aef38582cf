"""Templates filled with the example's plan, in one call; and the faults of those that cannot be."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from generator import resources
from generator.diagnostics import Diagnostic, Faulty
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime
from generator.render.context import build_context
from generator.render.engine import compile_chain, fill
from generator.templates.compiled import Compiled
from tests.documents import job

REGIME = "party-hd05"


@cache
def context() -> dict[str, Any]:
    """All that a template may see, of the example's plan; do not change it."""
    return dict(build_context(job(regime=REGIME).request, profile()))


@cache
def profile() -> Profile:
    return load_regime(REGIME)


def packaged(name: str) -> Path:
    return resources.templates() / f"{name}.docx"


def compiled(*files: Path) -> Compiled:
    """A chain of files, from the most special to the base."""
    return compile_chain([(file.stem, file) for file in files], profile())


def filled(*files: Path, **values: Any) -> bytes:
    """A chain compiled and filled; `values` take the place of the example's."""
    return fill(compiled(*files), context() | values)


def faults(*files: Path, **values: Any) -> list[Diagnostic]:
    """What is wrong with a chain, when it is compiled or when it is filled."""
    try:
        filled(*files, **values)
    except Faulty as faulty:
        return list(faulty.diagnostics)
    return []


def fault(*files: Path, **values: Any) -> Diagnostic:
    """The only one."""
    found = faults(*files, **values)
    assert len(found) == 1, found
    return found[0]
