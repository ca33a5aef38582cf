"""Which units a command is for, as people type it: ids after one another, ids in a file, or all.

Whether there are such units, others know.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.messages import _

UNITS = click.option(
    "--units",
    multiple=True,
    metavar="all|ID|@FILE",
    help=_("Đơn vị hoặc nhóm (mặc định: all); lặp lại, ngăn bằng dấu phẩy, hoặc @TỆP có mỗi dòng một mã."),
)


def named_units(given: tuple[str, ...]) -> tuple[str, ...] | None:
    """None is all. Reads: the files that are named with @."""
    names: list[str] = []
    for one in given:
        if not one.startswith("@"):
            names += [name for piece in one.split(",") if (name := piece.strip())]
            continue
        try:
            lines = Path(one[1:]).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(_("không đọc được tệp {name}").format(name=one[1:])) from error
        names += [name for line in lines if (name := line.partition("#")[0].strip())]
    if given and not names:
        raise click.UsageError(_("--units chưa có mã đơn vị nào"))
    if "all" in names and (others := [name for name in names if name != "all"]):
        message = _("--units all là mọi đơn vị, không ghi cùng mã khác: {names}")
        raise click.UsageError(message.format(names=", ".join(others[:6])))
    return None if not names or "all" in names else tuple(dict.fromkeys(names))
