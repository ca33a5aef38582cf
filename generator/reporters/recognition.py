"""As what a document was recognised, in lines for a person: kind, regime and why, components, what nothing explains.

It recognises nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.verdict import Understood, Verdict
from generator.messages import _
from generator.reporters.names import component, side
from generator.reporters.text import place, shown

_MOST = 20
"""Paragraphs without a name that are listed; a document of another sort has hundreds."""


def heading(understood: Understood) -> str:
    """Kind, side and regime in one line."""
    # A dispatch prints no name of its kind, so the regimes have none.
    name = _("công văn") if understood.kind == "dispatch" else understood.kind_name.lower()
    kind = name or understood.kind or _("chưa rõ loại")
    regime = understood.regime or _("chưa rõ quy định")
    return _("{kind}, khối {side}, soát theo {regime}").format(kind=kind, side=side(understood.side), regime=regime)


def lines(verdict: Verdict) -> Iterator[str]:
    """What `-v` adds for a file."""
    known = verdict.understood
    if known is None:
        return
    yield f"{shown(verdict.file)}: {heading(known)}"
    if known.reason:
        yield _("    Vì: {reason}").format(reason=known.reason)
    if known.components:
        names = ", ".join(dict.fromkeys(component(name) for name, _where in known.components))
        yield _("    Thành phần: {names}").format(names=names)
    if known.unrecognised:
        yield _("    Chưa rõ là gì: {count} đoạn").format(count=len(known.unrecognised))
        yield from (f"      {place(where)}" for where in known.unrecognised[:_MOST])
    if verdict.page_count is not None:
        yield _("    Số trang: {count}").format(count=verdict.page_count)
    yield _("    Đã soát: {count} quy tắc").format(count=len(verdict.ran))
