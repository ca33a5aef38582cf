"""What a finder says of a stretch: its part, and by what it was known."""

from __future__ import annotations

from dataclasses import dataclass

from generator.recognise.component import By
from generator.recognise.names import Name
from generator.recognise.segments import Segment


@dataclass(frozen=True, slots=True)
class Label:
    """`part` is None for what is explained and no component: a line typed with underscores."""

    segment: Segment
    part: Name | None
    by: By = By.WORDING
