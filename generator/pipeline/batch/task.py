"""What a bench knows of one document before it is made.

It does nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.pipeline.batch.lanes import Station
from generator.pipeline.batch.order import Earlier, Entry, Want
from generator.sources.unit_layers import Settled


class Task(NamedTuple):
    """A document to be made, or found to be there."""

    station: Station
    want: Want
    issuer: Settled
    entry: Entry
    earlier: Earlier
    name: str
    file: str
    key: str
    there: str
    """The hash of the file that has the name now; empty where there is none."""
    is_fresh: bool
    """Nothing of an earlier run lies there."""
