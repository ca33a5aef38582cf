"""Documents of many units joined from pieces: by shape and answers the package, in it the unit's own values.

What it gives depends on the unit alone, whatever units came before. Whether it is right is proved by whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, TypeAlias

from generator.diagnostics import Diagnostic
from generator.render.filters import FILTERS
from generator.render.shape import Shape
from generator.render.trace import Traced
from generator.templates.archive import Member
from generator.templates.environment import TemplateEnvironment
from generator.templates.expressions import Expression, Function, Leaves, Reader, printed_text
from generator.templates.pieced import Package, Text, package_of, packed_member, part_of, repacked

MOST_PACKAGES = 500
"""Of one lane. Where there are more, all are forgotten: they are learnt again as they are wanted."""
_REMEMBERED = 500
"""Values of an expression that are kept at hand."""


@dataclass(frozen=True, slots=True)
class Plainly:
    """A way of answering that leads to no package, and why."""

    why: Diagnostic | None


Found: TypeAlias = Package | Plainly


@dataclass(slots=True)
class _Question:
    expression: Expression
    function: Function
    answers: dict[bool, Found | _Question] = field(default_factory=dict)


class Packages:
    """Those of one lane; there are more as units of new shapes come."""

    def __init__(self) -> None:
        self._environment = TemplateEnvironment(FILTERS)
        self._roots: dict[Shape, Found | _Question] = {}
        self._count = 0
        self._pieces: dict[bytes, bytes] = {}
        """So that equal ones are one in memory: packages have nearly everything in common."""

    def find(self, shape: Shape, leaves: Leaves) -> Found | None:
        """What is known of such a unit; None where nothing is. Whatever a question raises."""
        found = self._roots.get(shape)
        while isinstance(found, _Question):
            found = found.answers.get(bool(found.function(leaves)))
        return found

    def learn(self, shape: Shape, leaves: Leaves, found: Traced | Plainly) -> Found:
        """What a trace has told of such a unit; ValueError where it tells nothing sound."""
        if isinstance(found, Plainly):
            self._keep(shape, (), found)
            return found
        parts, questions, trials = found
        reader = Reader(self._environment, len(leaves))
        package = self._package(parts, [reader.function(one) for one in trials], reader)
        self._keep(shape, [(one, reader.function(one), bool(answer)) for one, answer in questions], package)
        return package

    def correct(self, shape: Shape, wrong: Package, right: Plainly) -> None:
        """A package that did not give what the ordinary way gives is used no more."""
        self._roots[shape] = _replaced(self._roots[shape], wrong, right)

    def forget(self, shape: Shape) -> None:
        """What was learnt of a shape could not be proved."""
        self._roots.pop(shape, None)

    def _keep(self, shape: Shape, questions: Sequence[tuple[Expression, Function, bool]], found: Found) -> None:
        if self._count >= MOST_PACKAGES:
            self._roots.clear()
            self._pieces.clear()
            self._count = 0
        self._count += 1
        self._roots[shape] = _grown(self._roots.get(shape), questions, found)

    def _package(self, parts: Sequence[Any], trials: Sequence[Function], reader: Reader) -> Package:
        ready: list[Member] = []
        filled = []
        for part in parts:
            match part:
                case ("ready", str(name), int(checksum), int(size), bytes(data)):
                    ready.append(repacked(Member(name.encode(), checksum, size, data)))
                case ("filled", str(name), str(text)):
                    ready.append(packed_member(name, text.encode()))
                case ("filled", str(name), *pieces):
                    statics = [self._known(str(one).encode()) for one in pieces[::2]]
                    filled.append(part_of(name, statics, [_text(one, reader) for one in pieces[1::2]]))
                case _:
                    raise ValueError("no part")
        return package_of(ready, filled, trials, self._known)

    def _known(self, piece: bytes) -> bytes:
        return self._pieces.setdefault(piece, piece)


def _grown(
    known: Found | _Question | None, questions: Sequence[tuple[Expression, Function, bool]], found: Found
) -> Found | _Question:
    if not questions:
        return found
    (expression, function, answer), *rest = questions
    if not isinstance(known, _Question) or known.expression != expression:
        known = _Question(expression, function)
    known.answers[answer] = _grown(known.answers.get(answer), rest, found)
    return known


def _replaced(known: Found | _Question, old: Package, new: Plainly) -> Found | _Question:
    if isinstance(known, _Question):
        known.answers = {answer: _replaced(one, old, new) for answer, one in known.answers.items()}
        return known
    return new if known is old else known


def _text(expression: Any, reader: Reader) -> int | Text:
    """The number of the leaf that a hole prints, or what makes its bytes."""
    function = reader.function(expression)
    match expression:
        case ("leaf", int(index)):
            return index
    used = sorted(reader.used)
    if used:
        return _remembering(function, itemgetter(*used))
    return lambda leaves, _printed: printed_text(function(leaves)).encode()


def _remembering(function: Function, used: Callable[[Leaves], Any]) -> Text:
    """Units have much in common: what an expression made of the same values is kept for a while."""
    known: dict[Any, bytes] = {}

    def text(leaves: Leaves, _printed: Sequence[bytes]) -> bytes:
        values = used(leaves)
        found = known.get(values)
        if found is None:
            found = printed_text(function(leaves)).encode()
            if len(known) >= _REMEMBERED:
                known.clear()
            known[values] = found
        return found

    return text
