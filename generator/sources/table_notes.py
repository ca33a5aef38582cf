"""Lines below a table that say something about it: notes, sums, who has made it. They are no rows of it.

It looks at one line; that nothing but such lines follow, the index sees to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.table_text import is_blank
from generator.vietnamese.unicode import without_marks

_BEGIN = re.compile(r"[*\s(]*(?:ghi chu|luu y|chu thich|tong cong|tong so|nguoi lap|nguon)\b", re.IGNORECASE)
_MOST_FILLED = 2
"""Cells of a note: its words, and a figure or a second note beside them."""


def is_note(cells: Sequence[str], identifier: int | None, name: int | None) -> bool:
    """One text in a line that names no unit, or words that no unit's row begins with."""
    if name is None:
        return False
    filled = [number for number, cell in enumerate(cells) if cell and not cell.isspace()]
    if len(filled) > _MOST_FILLED:
        return False  # asked first: it is the answer for nearly every row
    named = cells[name]
    if not is_blank(named) and not _BEGIN.match(without_marks(named)):
        return False
    if filled and _BEGIN.match(without_marks(cells[filled[0]])):
        return True
    if len(filled) == 1 and filled[0] == identifier:
        # No id has a space; one word may be a unit that somebody has begun to type.
        return len(cells[filled[0]].split()) > 1
    return len(filled) <= 1
