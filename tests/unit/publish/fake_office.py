"""A LibreOffice for tests that goes wrong on request, documents that ask it to, and what it leaves behind."""

from __future__ import annotations

import ast
import os
import sys
from pathlib import Path

from tests.docx_files import docx, paragraphs, zipped

VERSION = "24.8.1.2"
SCRIPT = Path(__file__).with_name("soffice_script.py")
TEXT = ("Số 05-KH/QU", "KẾ HOẠCH", "tuyên truyền đại hội đảng bộ các cấp", "Nơi nhận: lưu Văn phòng")


def install(folder: Path, *, breaks: str = "") -> Path:
    """Writes: a program in the folder. `breaks` is a fault of the program, whatever it is given."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable} -IS\n{SCRIPT.read_text(encoding='utf-8')}", encoding="utf-8")
    program.chmod(0o755)
    (folder / "breaks.txt").write_text(breaks, encoding="utf-8")
    return program


def asked(folder: Path) -> list[tuple[list[str], dict[str, str]]]:
    """The arguments and the surroundings of every run so far."""
    file = folder / "asked.txt"
    return [ast.literal_eval(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def paper(file: Path, fault: str = "", *, text: tuple[str, ...] = TEXT) -> Path:
    """Writes: a sound DOCX, which asks for a fault of LibreOffice."""
    wish = (f"[[{fault}]]",) if fault else ()
    file.write_bytes(zipped(docx(paragraphs(f"Đơn vị {file.stem[:20]}", *wish, *text))))
    return file


def processes_of(folder: Path) -> list[str]:
    """The command lines of all living processes that name the folder; none where the system has no /proc."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if os.fsencode(folder) in command and entry.name != str(os.getpid()):
            found.append(command.decode(errors="replace"))
    return found
