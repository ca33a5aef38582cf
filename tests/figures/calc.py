"""LibreOffice Calc at work on forms: files opened and saved, and a clerk who types into cells, by a macro.

The macro enters each text as the input line does: what looks like a number, a day or a formula becomes one, by the
language of the program. It stands in the user's own macros, which LibreOffice runs without asking.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

FILTER = "Calc MS Excel 2007 XML"
_SECONDS = 240
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE {0}:{1} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}.dtd">\n'
)
_LIBRARY = _HEAD.format("library", "library") + (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false"><library:element library:name="Typing"/>'
    "</library:library>"
)
_MODULE = _HEAD.format("script", "module") + (
    '<script:module xmlns:script="http://openoffice.org/2000/script" '
    'script:name="Typing" script:language="StarBasic">{0}</script:module>'
)
_LANGUAGE = (
    '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
    "<value>{0}</value></prop></item></oor:items>"
)
_SUBS = """
Sub Fill(source, target, places, texts)
  Dim quiet(0) As New com.sun.star.beans.PropertyValue
  quiet(0).Name = "Hidden"
  quiet(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, quiet())
  sheet = doc.Sheets.getByIndex(0)
  For number = LBound(places) To UBound(places)
    sheet.getCellRangeByName(places(number)).FormulaLocal = texts(number)
  Next number
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "{filter}"
  doc.storeToURL(target, saved())
  doc.close(True)
End Sub
"""


def missing() -> str:
    """Why there is no Calc here; empty where there is."""
    program = shutil.which("soffice")
    if program is None:
        return "LibreOffice is not installed (libreoffice-calc-nogui)"
    return "" if Path(program).resolve().with_name("libsclo.so").exists() else "LibreOffice has no Calc"


def saved(files: Sequence[Path], folder: Path, form: str = f"xlsx:{FILTER}") -> list[Path]:
    """The files as Calc saves them, in one run. Writes: `folder`."""
    out = folder / form.partition(":")[0]
    _run(["--convert-to", form, "--outdir", str(out), *map(str, files)], folder)
    return [out / f"{file.stem}.{form.partition(':')[0]}" for file in files]


def typed(file: Path, entries: Mapping[str, str], folder: Path, language: str = "vi") -> Path:
    """The file with texts typed into its cells. Writes: `folder`, where a profile must be already (`saved`)."""
    target = folder / f"typed-{file.name}"
    _teach(folder / "profile" / "user", file, target, entries, language)
    _run(["macro:///Standard.Typing.Main"], folder)
    return target


def _teach(user: Path, file: Path, target: Path, entries: Mapping[str, str], language: str) -> None:
    places = ", ".join(f'"{place}"' for place in entries)
    texts = ", ".join('"' + text.replace('"', '""') + '"' for text in entries.values())
    main = f'Sub Main\n  Fill("{file.as_uri()}", "{target.as_uri()}", Array({places}), Array({texts}))\n'
    main += "  StarDesktop.terminate()\nEnd Sub\n" + _SUBS.replace("{filter}", FILTER)
    own = user / "basic" / "Standard"
    (own / "Typing.xba").write_text(_MODULE.format(escape(main)), encoding="utf-8")
    (own / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    settings = user / "registrymodifications.xcu"
    text = settings.read_text(encoding="utf-8").replace("</oor:items>", _LANGUAGE.format(language))
    settings.write_text(text, encoding="utf-8")


def _run(arguments: Sequence[str], folder: Path) -> None:
    program = shutil.which("soffice")
    assert program is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    process = subprocess.Popen(
        [program, profile, "--headless", "--norestore", "--nologo", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
