"""Write data/metrics/times-new-roman.json: the advance widths of Times New Roman.

The numbers are read from Tinos (Apache License 2.0; Debian package fonts-croscore), which was drawn to have
the metrics of Times New Roman and has all Vietnamese letters. Advance widths are facts: no outline is taken.
It does not run with the program: run it by hand, with fontTools installed, when the ranges change.

    python scripts/measure_typeface.py [folder of Tinos-*.ttf]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FONTS = Path("/usr/share/fonts/truetype/croscore")
TARGET = Path(__file__).resolve().parent.parent / "data" / "metrics" / "times-new-roman.json"
UNITS_PER_EM = 2048
FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}
RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x01A0, 0x01A1),  # Ơ ơ
    (0x01AF, 0x01B0),  # Ư ư
    (0x1E00, 0x1EFF),  # Latin Extended Additional: the Vietnamese letters with two marks
    (0x2010, 0x2026),  # dashes, quotation marks, bullet, ellipsis
    (0x20AB, 0x20AB),  # ₫
)


def runs_of(font: Path) -> dict[str, list[int]]:
    """First code point of each unbroken run → the advance widths of the run."""
    ttf = TTFont(font)
    if ttf["head"].unitsPerEm != UNITS_PER_EM:
        raise ValueError(font)
    glyphs, metrics = ttf.getBestCmap(), ttf["hmtx"]
    runs: dict[str, list[int]] = {}
    for low, high in RANGES:
        run: list[int] | None = None
        for codepoint in range(low, high + 1):
            if codepoint not in glyphs:
                run = None
                continue
            if run is None:
                run = runs.setdefault(f"{codepoint:04X}", [])
            run.append(metrics[glyphs[codepoint]][0])
    return runs


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS
    faces = {face: runs_of(folder / f"Tinos-{style}.ttf") for face, style in FACES.items()}
    document = {
        "font": "Times New Roman",
        "measured_on": "Tinos",
        "units_per_em": UNITS_PER_EM,
        "faces": faces,
    }
    lines = json.dumps(document, indent=1).replace("\n    ", " ").replace("\n   ]", "]")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
