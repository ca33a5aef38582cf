"""What types of document are called where people read: `Kế hoạch (KH)`, whatever the regimes' ids of them are.

It does not print the book, whose words are its own (`sheet`).
"""

from __future__ import annotations

from functools import cache

from generator.messages import _
from generator.profile.regimes import load_regime, regimes
from generator.register.sheet import Kinds, kinds_of


@cache
def of_all() -> Kinds:
    """What types are called in books of any side: the same whatever regime is in force when a file comes back."""
    return kinds_of(*map(load_regime, regimes()))


def named(kinds: str) -> str:
    """One type, or those that share a series: `Kế hoạch (KH), Báo cáo (BC)`; `*` is all of them."""
    if kinds == "*":
        return _("mọi loại")
    return ", ".join(map(_named, kinds.split("+")))


def _named(kind: str) -> str:
    known = of_all()
    if kind == "copy":
        return _("bản sao")
    name = known.names.get(kind, kind)
    code = next((code for code, types in known.codes.items() if kind in types), "")
    return f"{name} ({code})" if code else name
