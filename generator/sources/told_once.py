"""One finding for one fault: of several that speak of the same words, the one that says most.

It finds nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Location

_NO_TEXT, _FORM = "data/cell-not-text", "data/wrong-form"
_NOBODY = ("data/unknown-unit", "data/unknown-signer", "data/unknown-indicator", "data/unknown-item")


def told_once(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Without what follows from another: what could not be read is not blank, an unknown id is not ill formed."""
    found = [*findings]
    unread = {each.where for each in found if each.code == _NO_TEXT and each.where.cell}
    unknown: dict[Location, str] = {}
    for each in found:
        if each.code in _NOBODY:
            unknown[each.where] = unknown.get(each.where, "") + each.message
    for each in found:
        if each.where in unread and each.code != _NO_TEXT:
            continue
        # A line of a CSV file has many cells: the words must be the same, too.
        if each.code == _FORM and each.actual is not None and f"“{each.actual}”" in unknown.get(each.where, ""):
            continue
        yield each
