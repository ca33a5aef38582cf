"""How a document must look, as data: constraints with a default, their clauses and their layers.

It does not know what a document says, and neither writes nor checks one.
"""

from __future__ import annotations

from generator.profile.constraint import Between, Constraint, Exactly, Matching, OneOf, Source, Value, Widened
from generator.profile.profile import Profile, RuleChange
from generator.profile.regimes import choose, load_profile, load_regime, regimes

__all__ = [
    "Between",
    "Constraint",
    "Exactly",
    "Matching",
    "OneOf",
    "Profile",
    "RuleChange",
    "Source",
    "Value",
    "Widened",
    "choose",
    "load_profile",
    "load_regime",
    "regimes",
]
