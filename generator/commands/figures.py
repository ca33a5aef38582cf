"""`vanthu figures`: what the units' answers add up to, what stands behind each figure, and figures corrected.

What each of these does stands in modules of their own beside this one, imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import click

from generator.commands.main import LazyCommands
from generator.messages import _


class _Figures(LazyCommands):
    known: ClassVar[Mapping[str, str]] = {
        "show": "generator.commands.figures_show:show",
        "explain": "generator.commands.figures_explain:explain",
        "correct": "generator.commands.figures_correct:correct",
    }


@click.group(cls=_Figures, help=_("Số liệu các đơn vị đã trả lời: tổng hợp, xem số từ đâu ra, sửa có ghi lý do."))
def figures() -> None:
    pass
