"""`vanthu batch --dry-run`: what a run would do, told.

It writes nothing, and works nothing out: `pipeline.batch.rehearsal` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.commands.main import DONE, FINDINGS
from generator.messages import _

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.pipeline.batch.preflight import Prepared

_MOST_TOLD = 20


def tell(prepared: Prepared) -> int:
    from generator.pipeline.batch.order import Way
    from generator.pipeline.batch.rehearsal import rehearse
    from generator.reporters.text import print_diagnostics, shown

    count = 0

    def told(unit: str, found: Diagnostic) -> None:
        nonlocal count
        count += 1
        if count <= _MOST_TOLD:
            print_diagnostics([found])

    rehearsed = rehearse(prepared, told)
    if count > _MOST_TOLD:
        click.echo(_("… và {count} điều nữa").format(count=count - _MOST_TOLD))
    words = {
        Way.FAST: _("ghép nhanh"),
        Way.ORDINARY: _("điền từng tệp"),
        None: _("không làm được vì có lỗi"),
    }
    for (kind, way), number in sorted(rehearsed.counts.items(), key=lambda item: (item[0][0], -item[1])):
        click.echo(_("{kind}: {count} văn bản, {way}").format(kind=kind, count=number, way=words[way]))
    for reason, number in rehearsed.reasons.most_common(_MOST_TOLD):
        click.echo(_("{count} văn bản phải điền từng tệp:").format(count=number))
        print_diagnostics([reason])
    names = ", ".join(rehearsed.names) + (", …" if prepared.documents > len(rehearsed.names) else "")
    folder = shown(prepared.setting.order.output)
    click.echo(_("Sẽ ghi vào {folder}: {names}").format(folder=folder, names=names))
    return FINDINGS if any(way is None for _kind, way in rehearsed.counts) else DONE
