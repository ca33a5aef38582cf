"""Every rule there is, by family. A rule that is not named here does not exist; nothing is discovered.

It runs none of them. A family is a package `check/<family>/` whose `__init__` lists its rules as `RULES`.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.check import components, layout, page
from generator.check.rule import Rule

FAMILIES: tuple[tuple[Rule, ...], ...] = (page.RULES, components.RULES, layout.RULES)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family)


def chosen(only: Sequence[str], rules: Sequence[Rule] = RULES) -> tuple[Rule, ...]:
    """The rules of these ids and families, in their order; all of them when nothing is asked for."""
    return tuple(rule for rule in rules if not only or rule.id in only or rule.family in only)


def unknown(only: Sequence[str], rules: Sequence[Rule] = RULES) -> tuple[str, ...]:
    """What was asked for and is neither a rule nor a family."""
    known = {name for rule in rules for name in (rule.id, rule.family)}
    return tuple(name for name in only if name not in known)
