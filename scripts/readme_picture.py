"""Draw docs/images/data-and-page.png: some lines of the example's plan file beside the first page made from it.

Run by hand after the look of a plan changes; it needs LibreOffice, poppler-utils, ImageMagick and the Tinos font.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
LINES = 47
FONT = "/usr/share/fonts/truetype/croscore/Cousine-Regular.ttf"
NO_BREAK_SPACE = chr(0xA0)
"""An empty label is an error, and its leading spaces are dropped."""
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><pattern><patelt name="family"><string>Liberation Serif</string></patelt></pattern></rejectfont>
</selectfont><match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="prepend" binding="strong"><string>Tinos</string></edit></match></fontconfig>"""


def main() -> int:
    plan = ROOT / "data/examples/cai-rang/plans/ke-hoach.yaml"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fonts.conf").write_text(FONTS)
        lines = plan.read_text(encoding="utf-8").splitlines()
        lines = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
        first = next(number for number, line in enumerate(lines) if line.startswith("subject:"))
        # ImageMagick reads escapes in a label, and takes no label as long as the whole text.
        escaped = [line[:96].replace("\\", "\\\\").replace("%", "%%") for line in lines[first : first + LINES]]
        labels = [f"label:{line.replace(' ', NO_BREAK_SPACE)}" for line in escaped]
        vanthu = [sys.executable, str(ROOT / "cli.py"), "--workspace", str(plan.parent.parent)]
        subprocess.run([*vanthu, "render", str(plan), "-o", str(folder)], check=True)
        convert = ["soffice", "--headless", f"-env:UserInstallation={folder.as_uri()}/lo", "--convert-to", "pdf"]
        environment = {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "PATH": "/usr/bin:/bin", "HOME": name}
        subprocess.run([*convert, "--outdir", name, str(folder / "plan.docx")], check=True, env=environment)
        page, data = folder / "page", folder / "data.png"
        subprocess.run(["pdftoppm", "-r", "75", "-png", "-singlefile", str(folder / "plan.pdf"), str(page)], check=True)
        label = ["-font", FONT, "-pointsize", "13", "-background", "#f6f8fa", "-fill", "#24292f"]
        subprocess.run(
            ["convert", *label, *labels, "-append", "-bordercolor", "#f6f8fa", "-border", "16", data], check=True
        )
        framed = [str(data), "(", f"{page}.png", "-bordercolor", "#8c959f", "-border", "1", ")"]
        target = ROOT / "docs/images/data-and-page.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                "convert",
                "-background",
                "white",
                *framed,
                "-gravity",
                "north",
                "+append",
                "+dither",
                "-colors",
                "32",
                target,
            ],
            check=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
