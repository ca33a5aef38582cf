"""`vanthu form`: the units' figures: forms made, filled in for those above, taken back, who has answered.

What each of these does stands in modules of their own beside this one, imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import click

from generator.commands.main import LazyCommands
from generator.messages import _


class _Forms(LazyCommands):
    known: ClassVar[Mapping[str, str]] = {
        "make": "generator.commands.form_make:make",
        "collect": "generator.commands.form_collect:collect",
        "status": "generator.commands.form_status:status",
        "fill": "generator.commands.form_fill:fill",
    }


@click.group(cls=_Forms, help=_("Biểu số liệu của các đơn vị: làm biểu, nhận về, theo dõi, điền biểu của cấp trên."))
def form() -> None:
    pass
