"""Verdicts as JSON, for programs: one object with its version, written file by file.

The form is described in docs/check.md; a change of it that a reader would notice raises `VERSION`.
"""

from __future__ import annotations

import json
from typing import Any

from generator import __version__
from generator.check.verdict import Understood, Verdict
from generator.diagnostics import Diagnostic, Location
from generator.reporters.tally import Row, Tally

VERSION = 1


def head(_tally: Tally) -> str:
    return f'{{"version": {VERSION}, "program": "vanthu {__version__}", "files": [\n'


def piece(verdict: Verdict, row: Row, number: int) -> str:
    """One file, in one line, with the comma that parts it from the one before."""
    written = json.dumps(as_data(verdict, row), ensure_ascii=False)
    return f"{',' if number > 1 else ''}{written}\n"


def tail(tally: Tally) -> str:
    summary = {"files": len(tally.rows), "conforming": tally.conforming} | _counts(tally.counts)
    return f'], "summary": {json.dumps(summary)}}}\n'


def as_data(verdict: Verdict, row: Row) -> dict[str, Any]:
    """One file as plain data."""
    return {
        "file": verdict.file.as_posix(),
        "conforms": row.conforms,
        "counts": _counts(row.counts),
        "pages": verdict.page_count,
        "recognised": _recognised(verdict.understood) if verdict.understood else None,
        "rules": list(verdict.ran),
        "findings": [_finding(each, verdict, index) for index, each in enumerate(verdict.diagnostics)],
    }


def _counts(counts: Any) -> dict[str, int]:
    return {str(severity): number for severity, number in counts.items()}


def _recognised(known: Understood) -> dict[str, Any]:
    return {
        "kind": known.kind,
        "kind_name": known.kind_name or None,
        "side": known.side,
        "regime": known.regime,
        "reason": known.reason,
        "number": known.number or None,
        "components": [{"name": name, "place": _place(where)} for name, where in known.components],
        "unrecognised": [_place(where) for where in known.unrecognised],
    }


def _finding(finding: Diagnostic, verdict: Verdict, index: int) -> dict[str, Any]:
    spot = verdict.spot(index)
    return {
        "rule": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "place": _place(finding.where) | {"page": spot.page if spot else None},
        "expected": finding.expected,
        "actual": finding.actual,
        "basis": finding.basis,
        "hint": finding.hint,
    }


def _place(where: Location) -> dict[str, Any]:
    return {"part": where.part, "paragraph": where.paragraph, "excerpt": where.excerpt}
