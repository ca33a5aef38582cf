"""Units whose form came and was not taken for its errors, kept beside the answers of the phase: they are not silent.

It is a record for the view of who has answered, and no answer: without it nothing is lost but that word.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

REJECTED = ".rejected.json"
"""In the folder of the answers; what begins with a dot is no answer."""


def rejected_in(folder: Path) -> dict[str, date]:
    """By unit the day of its form; nothing where there is no record, or none that can be read. Reads: it."""
    try:
        said = json.loads((folder / REJECTED).read_text(encoding="utf-8"))
        return {str(unit): date.fromisoformat(day) for unit, day in said.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def with_rejected(folder: Path, new: Mapping[str, date], settled: Collection[str]) -> dict[Path, bytes]:
    """The record as a file to be written, where it changes: with `new`, without those that are `settled`."""
    before = rejected_in(folder)
    after = {unit: day for unit, day in {**before, **new}.items() if unit not in settled}
    if after == before:
        return {}
    lines = {unit: day.isoformat() for unit, day in sorted(after.items())}
    return {folder / REJECTED: (json.dumps(lines, indent=1) + "\n").encode()}
