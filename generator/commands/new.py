"""`vanthu new`: a workspace to begin with, empty with commented files or a whole example.

It knows nothing of what the files say.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shlex
import shutil
import sys
from pathlib import Path

import click

from generator.messages import _


@click.command(help=_("Tạo thư mục làm việc: trống, có chú thích; hoặc một ví dụ trọn vẹn."))
@click.argument("folder", metavar=_("THƯ_MỤC"), type=click.Path(path_type=Path))
@click.option("--example", metavar=_("TÊN"), help=_("Chép một ví dụ trọn vẹn: cai-rang."))
def new(folder: Path, example: str | None) -> None:
    source = _source(example)
    _refuse_what_is_there(folder)
    _copy_whole(source, folder)
    click.echo(_("Đã tạo thư mục làm việc {folder}:").format(folder=folder))
    for path in sorted(source.rglob("*")):
        if path.is_file():
            click.echo(f"  {path.relative_to(source).as_posix()}")
    click.echo(_("Làm tiếp:"))
    for command in _next(folder, example):
        click.echo(f"  {command}")


def _source(example: str | None) -> Path:
    from generator import resources
    from generator.errors import GeneratorError
    from generator.vietnamese.unicode import nearest

    if example is None:
        return resources.data("workspace-template")
    known = sorted(path.name for path in resources.data("examples").iterdir() if path.is_dir())
    if example not in known:
        near = nearest(example, known)
        hint = _("có phải là “{name}”? ").format(name=near) if near else ""
        hint += _("Các ví dụ đang có: {names}").format(names=", ".join(known))
        raise GeneratorError(_("không có ví dụ “{name}”").format(name=example), hint)
    return resources.data("examples", example)


def _refuse_what_is_there(folder: Path) -> None:
    from generator.errors import GeneratorError

    hint = _("chọn một thư mục mới hoặc trống")
    if folder.exists() and not folder.is_dir():
        raise GeneratorError(_("{folder} là một tệp").format(folder=folder), hint)
    if folder.is_dir() and any(folder.iterdir()):
        raise GeneratorError(_("thư mục {folder} đã có nội dung").format(folder=folder), hint)


def _copy_whole(source: Path, folder: Path) -> None:
    """Writes: `folder`, whole or not at all."""
    from generator.errors import GeneratorError
    from generator.workspace import reason

    made = not folder.exists()
    # Beside a folder that is new, inside one that is there and empty (it may be the current one).
    temporary = (folder.absolute().parent if made else folder) / f".vanthu-{secrets.token_hex(8)}.tmp"
    try:
        temporary.parent.mkdir(parents=True, exist_ok=True)
        # copyfile: packaged files may be read-only, a workspace is not.
        shutil.copytree(source, temporary, copy_function=shutil.copyfile)
        if made:
            os.rename(temporary, folder)
        else:
            _move_up(temporary, folder)
    except OSError as error:
        raise GeneratorError(
            _("không tạo được {folder}: {reason}").format(folder=folder, reason=reason(error)),
            _("kiểm tra quyền ghi và chỗ trống, hoặc chọn nơi khác"),
        ) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _move_up(temporary: Path, folder: Path) -> None:
    moved: list[Path] = []
    try:
        for path in sorted(temporary.iterdir()):
            target = folder / path.name
            os.rename(path, target)
            moved.append(target)
    except OSError:
        for target in moved:
            with contextlib.suppress(OSError):
                shutil.rmtree(target) if target.is_dir() else target.unlink()
        raise


def _next(folder: Path, example: str | None) -> list[str]:
    plan = "plans/ke-hoach.yaml"
    # In an environment that is not activated, `vanthu` alone is not found: say what was typed, in full.
    typed = Path(sys.argv[0])
    vanthu = "vanthu" if shutil.which("vanthu") or typed.stem != "vanthu" else shlex.quote(str(typed.absolute()))
    enter = [] if folder.resolve() == Path.cwd() else [f"cd {shlex.quote(str(folder))}"]
    fill = [] if example else [_("(điền vào các chỗ ‹…› trong ba tệp trên)")]
    return [*enter, *fill, f"{vanthu} validate", f"{vanthu} render {plan}"]
