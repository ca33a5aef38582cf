"""What this machine has: libraries and their bounds, LibreOffice, typefaces, programs, folders to write in.

It finds and measures; it neither words what it found nor decides what is needed: `commands.doctor` does.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

DISTRIBUTION = "vanthu"
SERIFS = ("Times New Roman", "Tinos")
"""Typefaces with the metrics of Times New Roman and all Vietnamese letters, the better first."""

_OFFICE_NAMES = ("soffice", "libreoffice", "soffice.com")
_OFFICE_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_FONT_FOLDERS = ("/System/Library/Fonts/Supplemental", "/Library/Fonts", "~/Library/Fonts", "~/.fonts")
_FONT_FILES = {
    "times.ttf": "Times New Roman",
    "times new roman.ttf": "Times New Roman",
    "tinos-regular.ttf": "Tinos",
}
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)\s*\(?([^;)]*)")
_BOUND = re.compile(r"(>=|<=|==|<|>)\s*([0-9][\w.]*)")
_VERSION = re.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True, slots=True)
class Bounded:
    """Something with a version, and the bounds that version must keep to: `>=3.1.6,<4`."""

    name: str
    version: str | None
    """None: not installed."""
    bounds: str

    @property
    def fits(self) -> bool:
        return self.version is not None and within(self.version, self.bounds)


def within(version: str, bounds: str) -> bool:
    """Does the version keep to every bound? Pre-release marks are not looked at."""
    return all(_holds(_numbers(version), sign, _numbers(bound)) for sign, bound in _BOUND.findall(bounds))


def _holds(version: tuple[int, ...], sign: str, bound: tuple[int, ...]) -> bool:
    size = max(len(version), len(bound))
    one, other = (numbers + (0,) * (size - len(numbers)) for numbers in (version, bound))
    answers = {">=": one >= other, "<=": one <= other, "==": one == other, "<": one < other, ">": one > other}
    return answers[sign]


def _numbers(version: str) -> tuple[int, ...]:
    release = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(number) for number in release[0].split(".")) if release else ()


def python() -> Bounded:
    """The interpreter that runs this."""
    return Bounded("Python", ".".join(map(str, sys.version_info[:3])), _declared()[0])


def libraries() -> list[Bounded]:
    """The libraries that the program declares, with the versions installed here."""
    found = []
    for requirement in _declared()[1]:
        match = _REQUIREMENT.match(requirement)
        if match and ";" not in requirement:
            found.append(Bounded(match[1], _installed(match[1]), match[2].strip()))
    return found


@cache
def _declared() -> tuple[str, tuple[str, ...]]:
    """Bounds of Python, and requirements: as installed, or as a checkout declares them that is not."""
    try:
        about = metadata.metadata(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        text = (Path(__file__).resolve().parent.parent / "pyproject.toml").read_text(encoding="utf-8")
        project = tomllib.loads(text)["project"]
        return project["requires-python"], tuple(project["dependencies"])
    return about["Requires-Python"], tuple(about.get_all("Requires-Dist") or ())


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def xml_parser() -> Bounded:
    """libxml2, which stops entity bombs by itself from 2.11 on."""
    try:
        from lxml import etree
    except ImportError:
        return Bounded("libxml2", None, ">=2.11")
    return Bounded("libxml2", ".".join(map(str, etree.LIBXML_VERSION)), ">=2.11")


def office() -> Path | None:
    """LibreOffice's program, from PATH or from where installers put it."""
    for name in _OFFICE_NAMES:
        if found := shutil.which(name):
            return Path(found)
    roots = [os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432")]
    windows = [rf"{root}\LibreOffice*\program\soffice.com" for root in roots if root]
    return next((path for pattern in (*windows, *_OFFICE_PLACES) for path in _matching(pattern)), None)


def _matching(pattern: str) -> Iterator[Path]:
    anchor = Path(Path(pattern).anchor)
    with contextlib.suppress(OSError):
        yield from sorted(anchor.glob(str(Path(pattern).relative_to(anchor))), reverse=True)


def office_version(soffice: Path, *, seconds: float = 20) -> str | None:
    """What LibreOffice says its version is; None when it does not answer in time."""
    # A user installation of its own: the person's may be open, locked or broken.
    with tempfile.TemporaryDirectory(prefix="vanthu-", ignore_cleanup_errors=True) as folder:
        own = f"-env:UserInstallation={Path(folder).resolve().as_uri()}"
        said = answer([str(soffice), "--version", own], seconds=seconds)
    match = _VERSION.search(said or "")
    return match[0] if match else None


def answer(command: Sequence[str], *, seconds: float) -> str | None:
    """What the command prints; None when it cannot start, fails, or takes longer (then it is ended whole)."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
    except OSError:
        return None
    with process:
        try:
            said, _errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return None
    return said if process.returncode == 0 else None


def _end(process: subprocess.Popen[str]) -> None:
    # `soffice` is a wrapper: ending it alone leaves soffice.bin behind, and that holds the pipe open.
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def typefaces() -> list[str]:
    """Those of `SERIFS` that are installed with the Vietnamese letters of two marks."""
    if shutil.which("fc-list"):
        # fontconfig counts a font as Vietnamese only when it has every letter of the language.
        listed = answer(["fc-list", ":lang=vi", "family"], seconds=20) or ""
        families = {name.strip() for line in listed.splitlines() for name in line.split(",")}
    else:
        families = {_FONT_FILES[file] for folder in _font_folders() for file in _fonts_in(folder)}
    return [name for name in SERIFS if name in families]


def _font_folders() -> Iterator[Path]:
    if windows := os.environ.get("WINDIR"):
        yield Path(windows, "Fonts")
    if local := os.environ.get("LOCALAPPDATA"):
        yield Path(local, "Microsoft", "Windows", "Fonts")
    yield from (Path(folder).expanduser() for folder in _FONT_FOLDERS)


def _fonts_in(folder: Path) -> list[str]:
    try:
        return [entry.name.lower() for entry in folder.iterdir() if entry.name.lower() in _FONT_FILES]
    except OSError:
        return []


def program(name: str) -> Path | None:
    """Another program, from PATH."""
    found = shutil.which(name)
    return Path(found) if found else None


def writable(folder: Path) -> bool:
    """Can a file be made there? Writes: one, and removes it."""
    # Asking for permissions is not enough: on Windows and on network drives only a try tells.
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
