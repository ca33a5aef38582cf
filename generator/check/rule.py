"""The shape of a rule and of what it finds. This module is all that a rule imports of the engine.

It runs nothing and knows no rule: `runner` and `registry` do.

A rule is a module `check/<family>/<name_of_the_fault>.py` with one decorated generator function::

    @rule("page/margins", title=mark("lề trang"), enforces=("page.top", "page.bottom"))
    def margins(subject: Subject) -> Iterator[Finding]:
        \"\"\"What it checks: …
        Why: …
        Example: …
        What to do: …
        \"\"\"

It yields a `Finding` for each fault and knows neither its own severity nor how findings are shown.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TypeAlias

from generator.check.subject import Subject
from generator.diagnostics import Location, Severity
from generator.profile.profile import Profile

HEADINGS = ("What it checks:", "Why:", "Example:", "What to do:")
"""The parts of a rule's docstring, in this order, each at the beginning of a line."""

_LOOKS = frozenset(
    (
        *("alignment", "bold", "case", "colour", "framed", "gap", "hanging", "italic", "left_indent", "line", "weight"),
        *("line_rule", "line_spacing", "size", "space_after", "space_before", "underline"),
    )
)
"""The keys of the profile that say how words look, and not what they are."""
_NOWHERE = Location()
_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `message` is Vietnamese through `_()`; texts are for people, not for programs."""

    message: str
    where: Location = _NOWHERE
    expected: str | None = None
    """What should be: usually `accepted_text(constraint)`."""
    actual: str | None = None
    hint: str | None = None
    """What to do, where the message does not say it already."""
    path: str | None = None
    """The path of the profile that is broken: its clause becomes the basis, its grade bounds the severity."""


Check: TypeAlias = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name. Call it as the function that it was: `margins(subject)`."""

    id: str
    """`family/name-of-the-fault`; never renamed, profiles name it."""
    title: str
    """A few Vietnamese words, marked for translation."""
    check: Check
    enforces: tuple[str, ...]
    """The paths of the profile behind it; a part of a path may be `*` (`*.size`, `page.*`), as in shells."""
    severity: Severity
    needs_pages: bool
    """It looks at printed pages, and does not run without them."""

    @property
    def family(self) -> str:
        return self.id.partition("/")[0]

    @property
    def is_of_words(self) -> bool:
        """It reads the words of components, and says nonsense where no letter is what its code says."""
        keys = {path.partition(".")[2] for path in self.enforces}
        return self.family == "components" and not (keys and keys <= _LOOKS)

    @property
    def documentation(self) -> str:
        """Its docstring: what it checks, why, an example, what to do."""
        return inspect.getdoc(self.check) or ""

    def paths(self, profile: Profile) -> tuple[str, ...]:
        """The paths of this profile that it enforces."""
        return matching(self.enforces, profile.paths())

    def applies_to(self, profile: Profile) -> bool:
        """It enforces nothing of a profile (plain language, say), or something that this profile has."""
        return not self.enforces or bool(self.paths(profile))

    def __call__(self, subject: Subject) -> Iterator[Finding]:
        return self.check(subject)


def rule(
    rule_id: str,
    *,
    title: str,
    enforces: Sequence[str] = (),
    severity: Severity = Severity.ERROR,
    needs_pages: bool = False,
) -> Callable[[Check], Rule]:
    """Turn a generator function into a rule.

    `severity` is that of a fault against the text of a regulation. The runner makes it milder where the broken value
    is none of the text's (see `runner.severity_of`), and a profile may change it (`rules:`).
    """

    def named(check: Check) -> Rule:
        return Rule(rule_id, title, check, tuple(enforces), severity, needs_pages)

    return named


@lru_cache(maxsize=1024)
def matching(patterns: tuple[str, ...], paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths that a pattern fits, section with section and key with key: `*.size` fits `body.size`."""
    sections: dict[str, list[str]] = {}
    for path in paths:
        section, _dot, key = path.partition(".")
        sections.setdefault(section, []).append(key)
    found = set()
    for pattern in patterns:
        wide, _dot, narrow = pattern.partition(".")
        for section in _fitting(wide, sections):
            found |= {(section, key) for key in _fitting(narrow, sections[section])}
    return tuple(path for path in paths if path.partition(".")[::2] in found)


def _fitting(pattern: str, names: Collection[str]) -> Iterable[str]:
    if _WILD.isdisjoint(pattern):
        return (pattern,) if pattern in names else ()
    return (name for name in names if fnmatchcase(name, pattern))
