"""How long a document may be that is looked at: so many paragraphs, cells and drawings, and no more.

It bounds time and memory; `opc` bounds what is parsed at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.messages import _
from generator.opc.faults import fault

MOST = 150_000
"""Some three thousand pages. A cell of a table counts as two: itself and the paragraph in it."""
SECTION, DRAWING = 5, 2
"""What a section and a drawing count for."""


@dataclass(slots=True)
class Budget:
    """What is left for one document."""

    file: Path
    left: int = MOST

    def spend(self, count: int = 1) -> None:
        """Count so many; what is too much is a fault of the file."""
        self.left -= count
        if self.left < 0:
            hint = _("chia văn bản thành nhiều tệp rồi thử lại")
            raise fault(self.file, "too-long", _("văn bản quá dài để kiểm tra"), hint=hint)
