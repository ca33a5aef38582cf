"""Findings that are alike, told once: a document in the wrong font has one fault, not four hundred.

It does not judge; rules wrap what they find in `once`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.check.rule import Finding
from generator.messages import _


def once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Of findings that say the same the first, in reading order, with how many more places there are."""
    alike: dict[Finding, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(replace(finding, where=_NOWHERE), []).append(finding)
    for same in alike.values():
        first, others = same[0], len(same) - 1
        more = _("còn {count} chỗ nữa như vậy").format(count=others) if others else None
        yield replace(first, hint="; ".join(hint for hint in (first.hint, more) if hint) or None)


_NOWHERE = Finding("").where
