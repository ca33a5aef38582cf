"""The one typeface of a PDF: Times New Roman where it is installed, else Tinos, and what makes LibreOffice take it.

It installs nothing; `machine` finds.
"""

from __future__ import annotations

import os
from pathlib import Path
from xml.sax.saxutils import escape

from generator import machine
from generator.errors import GeneratorError
from generator.messages import _

WITH_TIMES_METRICS = ("TimesNewRoman", "Tinos")
"""How the names of these typefaces begin in a PDF."""

# Liberation Serif lacks the Vietnamese letters of two marks, and LibreOffice prefers it to Tinos: it must not be seen.
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">{system}</include>
{folders}
  <selectfont><rejectfont><pattern>
    <patelt name="family"><string>Liberation Serif</string></patelt>
  </pattern></rejectfont></selectfont>
  <match target="pattern">
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>{typeface}</string></edit>
  </match>
  <match target="pattern">
    <test name="family"><string>Liberation Serif</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>{typeface}</string></edit>
  </match>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def typeface() -> str:
    """The better of the typefaces that are installed; none is a GeneratorError."""
    found = machine.typefaces()
    if not found:
        raise GeneratorError(
            _("không có phông đủ chữ Việt để làm PDF: cần Times New Roman hoặc Tinos"),
            _("Debian, Ubuntu: sudo apt-get install fonts-croscore; hệ khác: xem “vanthu doctor”"),
        )
    return found[0]


def configuration(name: str, cache: Path) -> str:
    """A file for fontconfig that gives this typeface to what asks for Times New Roman."""
    # LibreOffice gets a home of its own, and would not see what is installed in the person's.
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    own = (Path.home() / ".fonts", Path(data) / "fonts")
    return _CONFIGURATION.format(
        system=escape(os.environ.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"),
        folders="\n".join(f"  <dir>{escape(str(folder))}</dir>" for folder in own),
        typeface=escape(name),
        cache=escape(str(cache)),
    )
