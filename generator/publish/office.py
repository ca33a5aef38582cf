"""LibreOffice for one run: where it is, what it is told, and in which surroundings; the faults of a machine without it.

It looks at no document and at no PDF.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator import machine
from generator.errors import GeneratorError
from generator.messages import _
from generator.publish.fonts import configuration, typeface
from generator.publish.process import End, apart, run
from generator.publish.settings import seed
from generator.workspace import reason

_QUIET = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")
_FILTER = "MS Word 2007 XML"
"""Named, so that HTML under the name of a DOCX is not read as HTML, and what it links to not fetched."""
_ARCHIVAL = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
_PLAIN = "pdf:writer_pdf_Export"
_KEPT = (
    *("PATH", "TZ", "SystemRoot", "SystemDrive", "windir", "COMSPEC", "PATHEXT", "NUMBER_OF_PROCESSORS"),
    *("PROCESSOR_ARCHITECTURE", "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "CommonProgramFiles"),
)
"""All that LibreOffice gets to know of the surroundings."""


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice as it is installed."""

    program: Path
    version: str
    typeface: str


def find_office() -> Office:
    """What is installed; a machine that cannot make a PDF is a GeneratorError that says what to install."""
    program = machine.office()
    if program is None:
        raise GeneratorError(
            _("không có LibreOffice để làm PDF"),
            _("Debian, Ubuntu: sudo apt-get install libreoffice-writer-nogui; hệ khác: xem “vanthu doctor”"),
        )
    try:
        version = _version(program)
    except OSError as error:
        raise not_begun(error) from error
    if version is None:
        raise GeneratorError(
            _("LibreOffice ({path}) không trả lời").format(path=program),
            _("cài lại LibreOffice, xem “vanthu doctor”"),
        )
    return Office(program.absolute(), version, typeface())


def not_begun(error: OSError, folder: Path | None = None) -> GeneratorError:
    """LibreOffice cannot be started, or there is no room for what it needs."""
    where = folder or Path(tempfile.gettempdir())
    return GeneratorError(
        _("không chạy được LibreOffice trong thư mục tạm {folder}: {reason}").format(
            folder=where, reason=reason(error)
        ),
        _("kiểm tra chỗ trống và quyền ghi của thư mục tạm, hoặc chỉ nơi khác bằng biến TMPDIR (Windows: TEMP)"),
    )


@cache
def _version(program: Path) -> str | None:
    return machine.office_version(program)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended, and the last that LibreOffice said."""

    end: End
    said: str


def make(
    office: Office, folder: Path, *, archival: bool, seconds: float, is_stopped: Callable[[], bool] = lambda: False
) -> Ran:
    """Give all files of `folder/in` to one LibreOffice. Writes: `folder`, the PDFs in `folder/out`.

    Its exit code is 0 for most failures and is not asked for: what counts is what lies in `folder/out`.
    """
    made, said = folder / "out", folder / "said.txt"
    for name in ("out", "home", "tmp"):
        (folder / name).mkdir()
    seed(folder / "profile")
    (folder / "fonts.conf").write_text(configuration(office.typeface, folder / "fontcache"), encoding="utf-8")
    sources = sorted((folder / "in").iterdir())
    end = run(
        [*apart(), *_command(office.program, folder, sources, archival=archival)],
        folder=folder,
        environment=_environment(folder),
        said=said,
        seconds=seconds,
        finished=lambda: len(os.listdir(made)),
        is_stopped=is_stopped,
    )
    last = said.read_bytes()[-2000:].decode("utf-8", "replace").replace(str(folder), "…").split("\n")
    return Ran(end, " ".join(line.strip() for line in last if line.strip() and "javaldx" not in line)[-300:])


def _command(program: Path, folder: Path, sources: Sequence[Path], *, archival: bool) -> list[str]:
    # A profile of its own: two processes on one lose each other's files, and the person's may be open or locked.
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    export = ["--convert-to", _ARCHIVAL if archival else _PLAIN, "--outdir", str(folder / "out")]
    return [str(program), profile, *_QUIET, f"--infilter={_FILTER}", *export, *map(str, sources)]


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    temporary = str(folder / "tmp")
    own = {"TMPDIR": temporary, "TEMP": temporary, "TMP": temporary, "LC_ALL": "C.UTF-8"}
    if sys.platform != "win32":
        own |= {"HOME": str(folder / "home"), "FONTCONFIG_FILE": str(folder / "fonts.conf"), "SAL_USE_VCLPLUGIN": "svp"}
    return kept | own
