"""`vanthu doctor`: what this machine has and lacks, and how to get it.

It does not look for anything itself: `machine` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.messages import CATALOGUES, LANGUAGES, _

if TYPE_CHECKING:
    from generator.commands.main import Session
    from generator.machine import Bounded

DONE, LACKING = 0, 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked for. `remedy` is how to get it, a line a system."""

    name: str
    found: bool
    needed: bool
    detail: str = ""
    purpose: str = ""
    remedy: tuple[str, ...] = ()


@click.command(help=_("Xem máy này có gì, thiếu gì, và cách cài đặt."))
@click.pass_obj
def doctor(session: Session) -> int:
    findings = [*_needed(session.workspace), *_optional()]
    for needed, title in ((True, _("Cần để làm văn bản:")), (False, _("Không bắt buộc:"))):
        shown = [one for one in findings if one.needed is needed and not (one.found and session.quiet)]
        if shown:
            click.echo(title)
            click.echo("\n".join(line for finding in shown for line in _lines(finding)))
    lacking = [finding.name for finding in findings if finding.needed and not finding.found]
    if lacking:
        click.echo(_("Chưa làm được văn bản; còn thiếu: {names}.").format(names=", ".join(lacking)))
    elif not session.quiet:
        click.echo(_("Đủ để làm văn bản."))
    return LACKING if lacking else DONE


def _lines(finding: Finding) -> Iterator[str]:
    state = _("có sẵn") if finding.found else _("THIẾU")
    detail = f": {finding.detail}" if finding.detail else ""
    yield f"  {state:<7} {finding.name}{detail}"
    if not finding.found:
        if finding.purpose:
            yield f"          {finding.purpose}"
        yield from (f"          {line}" for line in finding.remedy)


def _needed(workspace: Path | None) -> Iterator[Finding]:
    from generator import machine, resources

    yield _bounded(machine.python(), _("Cài Python mới hơn: https://www.python.org/downloads/"))
    for library in machine.libraries():
        yield _bounded(library, f'python -m pip install "{library.name}{library.bounds}"')
    yield _packaged(_("quy định thể thức"), resources.data("regimes"), "*.yaml")
    yield _packaged(_("mẫu văn bản"), resources.templates(), "**/*.docx")
    # The source speaks Vietnamese, click does not: each other language has a catalogue of ours or of click's.
    catalogues = [file for language in LANGUAGES for file in (CATALOGUES / language).rglob("*.mo")]
    yield Finding(
        _("thông báo tiếng Việt và tiếng Anh"),
        len(catalogues) >= len(LANGUAGES),
        needed=True,
        remedy=(_reinstall(),),
    )
    yield _folder(workspace)


def _bounded(thing: Bounded, remedy: str) -> Finding:
    version = thing.version or _("chưa cài")
    detail = _("{version} (cần {bounds})").format(version=version, bounds=thing.bounds)
    return Finding(thing.name, thing.fits, needed=True, detail=detail, remedy=(remedy,))


def _packaged(name: str, folder: Path, pattern: str) -> Finding:
    return Finding(name, any(folder.glob(pattern)), needed=True, detail=str(folder), remedy=(_reinstall(),))


def _reinstall() -> str:
    return _("Cài lại Vanthu từ nơi đã lấy về (thư mục mã nguồn hoặc tệp .whl).")


def _folder(named: Path | None) -> Finding:
    from generator import machine
    from generator.workspace import find

    found = named or find(Path.cwd())
    if found is None:
        name = _("quyền ghi vào thư mục hiện tại (chưa có thư mục làm việc: vanthu new)")
    else:
        name = _("quyền ghi vào thư mục làm việc")
    remedy = _("Chọn thư mục khác, hoặc xin quyền ghi vào thư mục này.")
    folder = found or Path.cwd()
    return Finding(name, machine.writable(folder), needed=True, detail=str(folder), remedy=(remedy,))


def _optional() -> Iterator[Finding]:
    from generator import machine

    yield _office()
    yield _typefaces(machine.typefaces())
    tool = machine.program("pdftoppm")
    yield Finding(
        "pdftoppm (poppler)",
        tool is not None,
        needed=False,
        detail=str(tool or ""),
        purpose=_("Cần để xem trang PDF thành hình."),
        remedy=(
            "Debian, Ubuntu: sudo apt-get install poppler-utils",
            "Windows: winget install oschwartz10612.Poppler",
            "macOS: brew install poppler",
        ),
    )
    parser = machine.xml_parser()
    yield Finding(
        parser.name,
        parser.fits,
        needed=False,
        detail=_("{version} (nên {bounds})").format(version=parser.version or "-", bounds=parser.bounds),
        purpose=_("Bản cũ không tự chặn được tệp mẫu cố ý làm treo máy."),
        remedy=('python -m pip install --force-reinstall --only-binary lxml "lxml>=6"',),
    )


def _office() -> Finding:
    from generator import machine

    soffice = machine.office()
    version = machine.office_version(soffice) if soffice else None
    if soffice and version is None:
        detail = _("{path} không trả lời").format(path=soffice)
    else:
        detail = f"{version}, {soffice}" if soffice else ""
    return Finding(
        "LibreOffice",
        version is not None,
        needed=False,
        detail=detail,
        purpose=_("Cần để xuất PDF."),
        remedy=(
            "Debian, Ubuntu: sudo apt-get install libreoffice-writer-nogui",
            "Windows: winget install TheDocumentFoundation.LibreOffice",
            "macOS: brew install --cask libreoffice",
        ),
    )


def _typefaces(found: Iterable[str]) -> Finding:
    names = ", ".join(found)
    return Finding(
        _("phông Times New Roman hoặc Tinos đủ chữ Việt"),
        bool(names),
        needed=False,
        detail=names,
        purpose=_("Cần để PDF hiện đúng chữ Việt; tệp DOCX mở trên máy khác không cần."),
        remedy=(
            "Debian, Ubuntu: sudo apt-get install fonts-croscore",
            _("Windows: Times New Roman có sẵn; nếu mất, khôi phục ở Settings > Personalization > Fonts."),
            "macOS: brew install --cask font-tinos",
        ),
    )
