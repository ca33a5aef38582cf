"""Numbers found by how people write them: `158-KH/QU`, `05/KH-UBND`, or the bare number of a kind.

It changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.register.book import Wanted, listing
from generator.register.database import Register
from generator.register.kind_names import named
from generator.register.ledger import Numbered
from generator.register.records import Entry, State
from generator.vietnamese.dates import short_date
from generator.vietnamese.numerals import padded
from generator.vietnamese.unicode import compose
from generator.vietnamese.written_numbers import NUMBER

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the command line says besides the number itself; what is left out does not narrow."""

    types: tuple[str, ...] = ()
    issuer: str | None = None
    period: str | None = None


def is_number(text: str) -> bool:
    """Whether a person names a number, and no plan file."""
    return NUMBER.fullmatch(text.strip()) is not None and Path(text).suffix.lower() not in (".yaml", ".yml")


def found(register: Register, texts: Sequence[str], narrowed: Narrowed) -> tuple[Entry, ...]:
    """The entries; Faulty with all that are not in the book, or of which there are several."""
    entries: list[Entry] = []
    faults: list[Diagnostic] = []
    for text in texts:
        candidates = _live([*_candidates(register, text, narrowed)])
        if len(candidates) == 1:
            entries += candidates
        else:
            faults.append(_several(text, candidates) if candidates else _none(text))
    if faults:
        raise Faulty(faults)
    return tuple(dict.fromkeys(entries))


def place_of(entry: Entry) -> Numbered:
    return Numbered(entry.series, entry.number)


def shown(entry: Entry) -> str:
    """The number as it is called: its code where that is known."""
    return entry.particulars.code or f"{padded(entry.number)} {named(entry.kind or entry.series.kinds)}"


def _candidates(register: Register, text: str, narrowed: Narrowed) -> Iterator[Entry]:
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        message = _("không đọc được số, ký hiệu: “{text}”").format(text=text)
        hint = _("viết như 158-KH/QU (Đảng), 15/KH-UBND (Nhà nước), hoặc số kèm --kind")
        raise Faulty([Diagnostic("register/unreadable-number", message, hint=hint)])
    wanted = Wanted(issuer=narrowed.issuer, period=narrowed.period, number=int(match["number"]))
    for kind in narrowed.types or (None,):
        for entry in listing(register, replace(wanted, kind=kind)):
            if match["symbol"] is None or _same(entry.particulars.code, match["symbol"]):
                yield entry


def _same(code: str, symbol: str) -> bool:
    known = NUMBER.fullmatch(code)
    return known is not None and _squeezed(known["symbol"] or "") == _squeezed(symbol)


def _squeezed(symbol: str) -> str:
    return "".join(compose(symbol).split()).casefold()


def _live(candidates: list[Entry]) -> list[Entry]:
    """A number that is void is meant only where no other is."""
    live = [entry for entry in candidates if entry.state is not State.VOID]
    return live or candidates


def _none(text: str) -> Diagnostic:
    return Diagnostic(
        "register/no-such-number",
        _("sổ không có số “{text}”").format(text=text),
        hint=_("xem sổ bằng “vanthu number list”"),
    )


def _several(text: str, candidates: Sequence[Entry]) -> Diagnostic:
    lines = [f"{shown(one)}, {one.series.issuer}, {one.series.period}, {_day(one)}" for one in candidates]
    more = ["…"] if len(lines) > _MOST_SHOWN else []
    return Diagnostic(
        "register/several-numbers",
        _("sổ có {count} số “{text}”: {lines}").format(
            count=len(candidates), text=text, lines="; ".join([*lines[:_MOST_SHOWN], *more])
        ),
        hint=_("ghi cả ký hiệu, hoặc thêm --kind, --unit, --year, --term để chỉ một số"),
    )


def _day(entry: Entry) -> str:
    return short_date(entry.particulars.issued_on) if entry.particulars.issued_on else _("chưa có ngày")
