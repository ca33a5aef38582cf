"""`vanthu template diff`: what a template changes against the one above it, in words.

It compares nothing itself: `templates.differences` does.
"""

from __future__ import annotations

import click

from generator.commands.main import Session
from generator.messages import _


@click.command("diff", help=_("Mẫu này đổi gì so với mẫu gốc, và mẫu gốc đã đổi gì từ khi lấy ra."))
@click.argument("name", metavar=_("TÊN hoặc TỆP"))
@click.option("--unit", metavar="ID", help=_("Mẫu của đơn vị này."))
@click.pass_obj
def diff(session: Session, name: str, unit: str | None) -> None:
    from generator.commands.template_eject import full_name
    from generator.pipeline.ejecting import compared
    from generator.pipeline.shelf import shelf_of
    from generator.reporters.text import shown

    shelf = shelf_of(session.workspace, unit)
    found = compared(shelf, full_name(name, shelf))
    click.echo(_("{file} so với {base}").format(file=shown(found.file), base=shown(found.base)))
    for line in found.lines:
        click.echo(line)
