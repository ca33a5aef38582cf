"""`vanthu fix`: the format of DOCX files put right in copies, every change told, and what is left for a person.

It changes and judges nothing itself: `fix` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.check_options import documents_of
from generator.commands.main import DONE, FINDINGS, Session
from generator.messages import _

if TYPE_CHECKING:
    from generator.diagnostics import Severity
    from generator.fix.change import Change, Fixed

AUTO = "auto"


@click.command(
    help=_("Sửa thể thức của văn bản Word (.docx) trong một bản sao: chỉ sửa cách trình bày, không sửa lời văn.")
)
@click.argument("files", metavar=_("TỆP..."), nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help=_("Tệp .docx để ghi; nhiều tệp thì là một thư mục.")
)
@click.option("--regime", default=AUTO, metavar="ID", help=_("Bộ quy định (mặc định auto: theo khối và ngày văn bản)."))
@click.option("--dry-run", is_flag=True, help=_("Chỉ kể những gì sẽ sửa, không ghi tệp nào."))
@click.option("--overwrite", is_flag=True, help=_("Thay tệp đã có ở chỗ ghi."))
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "advice")),
    default="error",
    help=_("Mã thoát là 1 khi còn từ mức này trở lên."),
)
@click.pass_obj
def fix(
    session: Session,
    files: tuple[Path, ...],
    output: Path | None,
    regime: str,
    dry_run: bool,
    overwrite: bool,
    fail_on: str,
) -> int:
    from generator.diagnostics import Severity
    from generator.profile.regimes import load_regime

    documents = documents_of(files)
    targets = {} if dry_run else _targets(documents, output)
    wanted = None if regime == AUTO else load_regime(regime).id
    order = list(Severity)
    worst = order.index(Severity(fail_on))
    is_left = False
    for file in documents:
        found = _fixed(session, file, targets.get(file), wanted, overwrite)
        is_left = is_left or any(order.index(severity) <= worst for severity in found)
    return FINDINGS if is_left else DONE


def _targets(documents: Sequence[Path], output: Path | None) -> dict[Path, Path]:
    """Where the copy of each file goes: never over a file that is read."""
    if output is None:
        raise click.UsageError(_("cần -o TỆP.docx để ghi bản đã sửa, hoặc --dry-run để xem trước"))
    is_file = output.suffix.lower() == ".docx" and not output.is_dir()
    if is_file and len(documents) > 1:
        raise click.UsageError(_("-o {name} chỉ dùng với một tệp; nhiều tệp cần một thư mục").format(name=output))
    targets = {file: output if is_file else output / file.name for file in documents}
    read = {file.resolve() for file in documents}
    for target in targets.values():
        if target.resolve() in read:
            raise click.UsageError(_("không ghi đè lên tệp gốc {name}; chọn chỗ khác").format(name=target))
    if len(set(targets.values())) < len(targets):
        raise click.UsageError(_("có hai tệp cùng tên; sửa từng tệp với -o riêng"))
    return targets


def _fixed(session: Session, file: Path, target: Path | None, regime: str | None, overwrite: bool) -> list[Severity]:
    """Put one file right, and say all there is to say of it; the severities of what is left. Writes: the target."""
    from generator.diagnostics import Faulty
    from generator.fix.repairing import fix as put_right
    from generator.reporters.text import print_diagnostics, shown
    from generator.workspace import write_all_whole

    try:
        done = put_right(file, regime)
    except Faulty as faulty:
        print_diagnostics(faulty.diagnostics)
        return [each.severity for each in faulty.diagnostics]
    if target is not None:
        _refuse_to_replace(target, done.document, overwrite)
        write_all_whole({target: done.document})
    if not session.quiet:
        _tell(done)
    print_diagnostics(done.findings)
    if not session.quiet:
        click.echo(
            _("{file}: sửa {changes} chỗ, còn {left} điều phải xem").format(
                file=shown(file), changes=len(done.changes), left=len(done.findings)
            )
        )
        if target is not None:
            click.echo(_("Đã ghi {file}").format(file=shown(target)))
    return [each.severity for each in done.findings]


def _refuse_to_replace(target: Path, document: bytes, overwrite: bool) -> None:
    """GeneratorError where another file stands: somebody may have worked on it."""
    from generator.errors import GeneratorError

    if overwrite or not target.is_file() or target.read_bytes() == document:
        return
    raise GeneratorError(
        _("đã có tệp khác ở {name}").format(name=target), _("ghi ra chỗ khác, hoặc thêm --overwrite để thay tệp đó")
    )


def _tell(done: Fixed) -> None:
    """Each change once, with how many more there are like it."""
    from generator.reporters.text import place

    alike: dict[tuple[str, str, str, str | None], list[Change]] = {}
    for change in done.changes:
        alike.setdefault((change.message, change.before, change.after, change.basis), []).append(change)
    for (message, before, after, basis), changes in alike.items():
        line = _("{place}: đã sửa {what}: {before} → {after}")
        text = line.format(place=place(changes[0].where), what=message, before=before, after=after)
        if len(changes) > 1:
            text += _("; còn {count} chỗ nữa như vậy").format(count=len(changes) - 1)
        click.echo(text)
        if basis:
            click.echo(_("    Căn cứ: {basis}").format(basis=basis))
