"""LibreOffice for tests: documents become PDFs with the right typeface, and never outlive their time.

Nothing here knows what a page should look like: `tests/pdf` does.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

SECONDS = 240
"""Longer than any chunk of a few dozen documents takes on a slow machine."""
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <selectfont><rejectfont><pattern>
    <patelt name="family"><string>Liberation Serif</string></patelt>
  </pattern></rejectfont></selectfont>
  <match target="pattern">
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Tinos</string></edit>
  </match>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


@cache
def missing() -> str:
    """Why no PDF can be made and measured here; empty where all is there."""
    programs = [each for each in ("soffice", "pdftotext", "pdftoppm", "pdffonts") if not shutil.which(each)]
    if programs:
        return f"not installed: {', '.join(programs)} (libreoffice-writer-nogui, poppler-utils)"
    run = subprocess.run(["fc-list", ":", "family"], capture_output=True, encoding="utf-8", check=False)
    if not any(name in run.stdout for name in ("Tinos", "Times New Roman")):
        return "no typeface with all Vietnamese letters: Tinos (fonts-croscore) or Times New Roman"
    return ""


def convert(documents: Sequence[Path], folder: Path) -> list[Path]:
    """One PDF a document, in the same order, by one run of LibreOffice. Writes: `folder`."""
    home = folder / ".office"
    home.mkdir(parents=True)
    fonts = home / "fonts.conf"
    fonts.write_text(_FONTS.format(cache=home / "fontcache"), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
    # A session of its own: soffice is a script that starts others, and all of them end together.
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
        start_new_session=True,
    )
    try:
        said, _none = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    made = [folder / f"{document.stem}.pdf" for document in documents]
    lost = [each.name for each in made if not each.is_file()]
    assert not lost, f"LibreOffice did not make {', '.join(lost)}: {said[-500:]}"
    return made
