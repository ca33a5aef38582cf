"""A report's texts with the figures in the place of the references; which of them have nothing to stand there.

It changes a copy: the report stays as it was typed. How a figure is printed, `figure_values` knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from generator.model.base import Record
from generator.model.figure_reference import FIELDS, REFERENCE, Reference, reference_of, references
from generator.model.figures import PhaseFigures
from generator.model.report import Report
from generator.render.figure_values import PER_CENT, value_of

Steps: TypeAlias = tuple[str | int, ...]

_AND_SIGN = re.compile(rf"{REFERENCE.pattern}(?P<sign>[ \u00a0]?%)?", re.ASCII)
"""A per cent prints its sign itself, and one that was typed behind it all the same is not printed twice."""


def uses_answers(report: Report) -> bool:
    """Whether anything of the report comes from the units' answers to the form of its phase."""
    table = report.figures
    return (table is not None and not table.rows) or any(True for _steps, _one in told_by_reference(report))


def told_by_reference(report: Report) -> Iterator[tuple[Steps, Reference]]:
    """Every reference with the place of its text in the report."""
    for steps, text in _texts(report):
        for reference in references(text):
            yield steps, reference


def with_figures(report: Report, figures: PhaseFigures) -> Report:
    """The report with every figure in its place; what is no reference stays as it was typed."""

    def put(found: re.Match[str]) -> str:
        try:
            value = value_of(reference_of(found), figures)
        except LookupError:
            return found[0]
        if value is None:
            return found[0]
        return value if value.endswith(PER_CENT) else value + (found["sign"] or "")

    def filled(text: str) -> str:
        return _AND_SIGN.sub(put, text) if "{" in text else text

    changed = {name: _mapped(getattr(report, name), filled) for name in FIELDS}
    return report.model_copy(update=changed)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """The same records with their texts changed; what has none is the same object."""
    if isinstance(value, Record):
        changed = {name: new for name, inner in value if (new := _mapped(inner, change)) is not inner}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, tuple):
        entries = [_mapped(inner, change) for inner in value]
        is_same = all(new is old for new, old in zip(entries, value, strict=True))
        return value if is_same else tuple(entries)
    return change(value) if type(value) is str else value


def _texts(report: Report) -> Iterator[tuple[Steps, str]]:
    for name in FIELDS:
        yield from _inside(getattr(report, name), (name,))


def _inside(value: Any, steps: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, Record):
        for name, inner in value:
            yield from _inside(inner, (*steps, name))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _inside(inner, (*steps, number))
    elif type(value) is str:
        yield steps, value
