"""Write docs/regimes/<id>.md from data/regimes/<id>.yaml; run it after every change of a regime.

Reads: data/regimes. Writes: docs/regimes.
"""

from __future__ import annotations

from pathlib import Path

from generator.profile import load_regime, regimes
from generator.profile.pages import page

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "regimes"


def main() -> None:
    for regime in regimes():
        (FOLDER / f"{regime}.md").write_text(page(load_regime(regime)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
