"""Write docs/coverage.md: every value of every regime with the rules that enforce it, or why none can.

Reads: data/regimes. Writes: docs/coverage.md. Run it after every change of a regime or of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.check.registry import RULES
from generator.check.unenforced import why_unenforced
from generator.profile import load_regime, regimes

FILE = Path(__file__).resolve().parent.parent / "docs" / "coverage.md"
_HEAD = ("Value", "Regimes", "Rules, or why none")


def main() -> None:
    FILE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The whole page; the same regimes and rules give the same text."""
    return "\n".join(_lines(enforced())) + "\n"


def enforced() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For each regime, each of its paths with the ids of the rules that enforce it."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for regime in regimes():
        profile = load_regime(regime)
        by_path: dict[str, list[str]] = {path: [] for path in profile.paths()}
        for rule in RULES:
            for path in rule.paths(profile):
                by_path[path].append(rule.id)
        found[regime] = {path: tuple(ids) for path, ids in by_path.items()}
    return found


def _lines(found: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Iterator[str]:
    yield "# What the rules cover"
    yield ""
    yield "Every value of the regimes in `data/regimes/`, with the rules that hold documents against it. Made by"
    yield "`scripts/coverage_page.py`; values without a rule have their reason in `generator/check/unenforced.py`."
    yield ""
    yield from _row(("Regime", "Values", "Enforced by a rule", "With a reason"), head=True)
    for regime, by_path in found.items():
        covered = sum(bool(ids) for ids in by_path.values())
        yield from _row((f"`{regime}`", str(len(by_path)), str(covered), str(len(by_path) - covered)))
    paths = dict.fromkeys(path for by_path in found.values() for path in by_path)
    for section in dict.fromkeys(path.partition(".")[0] for path in paths):
        yield ""
        yield f"## {section}"
        yield ""
        yield from _row(_HEAD, head=True)
        for path in paths:
            if path.partition(".")[0] == section:
                yield from _row((f"`{path.partition('.')[2]}`", _having(path, found), _said(path, found)))


def _having(path: str, found: Mapping[str, Mapping[str, tuple[str, ...]]]) -> str:
    having = [regime for regime, by_path in found.items() if path in by_path]
    return "all" if len(having) == len(found) else ", ".join(having)


def _said(path: str, found: Mapping[str, Mapping[str, tuple[str, ...]]]) -> str:
    ids = dict.fromkeys(rule for by_path in found.values() for rule in by_path.get(path, ()))
    return ", ".join(f"`{each}`" for each in ids) if ids else f"— {why_unenforced(path) or '?'}"


def _row(cells: tuple[str, ...], *, head: bool = False) -> Iterator[str]:
    yield f"| {' | '.join(cells)} |"
    if head:
        yield f"|{' --- |' * len(cells)}"


if __name__ == "__main__":
    main()
