"""Diagnostics as lines of text: `file:place: severity code message`, then the clause and the way out.

It decides nothing: neither what is a fault nor the exit code.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _, mark
from generator.vietnamese.unicode import printable

SEVERITIES = {
    Severity.ERROR: mark("lỗi"),
    Severity.WARNING: mark("cảnh báo"),
    Severity.ADVICE: mark("góp ý"),
}


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Write each diagnostic to standard output, in the order given."""
    for diagnostic in diagnostics:
        sys.stdout.write("\n".join(map(printable, lines(diagnostic))) + "\n")


def lines(diagnostic: Diagnostic) -> Iterator[str]:
    """The lines of one diagnostic."""
    yield f"{place(diagnostic.where)}: {_(SEVERITIES[diagnostic.severity])} {diagnostic.code} {diagnostic.message}"
    if diagnostic.actual is not None:
        yield _("    Đang là: {actual}").format(actual=diagnostic.actual)
    if diagnostic.expected is not None:
        yield _("    Cần là: {expected}").format(expected=diagnostic.expected)
    if diagnostic.basis is not None:
        yield _("    Căn cứ: {basis}").format(basis=diagnostic.basis)
    if diagnostic.hint is not None:
        yield _("    Gợi ý: {hint}").format(hint=diagnostic.hint)


def place(where: Location) -> str:
    """`plans/ke-hoach.yaml:12:5`, or a cell, or a part and paragraph of a DOCX."""
    pieces = [shown(where.file)] if where.file else []
    pieces += [str(number) for number in (where.line, where.column) if number is not None]
    pieces += [where.cell] if where.cell else []
    inside = [where.part] if where.part else []
    if where.paragraph is not None:
        inside.append(_("đoạn {number}").format(number=where.paragraph))
    if where.excerpt:
        inside.append(f"“{where.excerpt}”")
    if inside:
        pieces.append(" " + ", ".join(inside))
    return ":".join(pieces).lstrip() or "-"


def shown(file: Path) -> str:
    """The path as a person would type it from here, on one line; of a link its own name."""
    try:
        # `Path.resolve` fails on a link that leads to itself.
        found = Path(os.path.realpath(file.parent), file.name).relative_to(Path.cwd())
    except (ValueError, OSError):
        found = file
    return printable(str(found))
