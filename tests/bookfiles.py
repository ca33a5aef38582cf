"""Books of outgoing documents for tests: entries of every sort, and the DOCX that the program makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from generator.model.organization import Side
from generator.pipeline.book import Choice, Lines, Owner, chosen, docx, owner_of
from generator.register import sheet
from generator.register.clock import VIETNAM
from generator.register.records import Entry, Particulars, Series, State, Stream
from generator.sources.load import load_workspace
from generator.workspace import Workspace
from tests.documents import EXAMPLE, STATE_UNIT

AT = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
LONG = "tuyên truyền Đại hội đại biểu Mặt trận Tổ quốc Việt Nam các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XI"
DAYS = {"party-hd36": date(2025, 11, 3), "party-hd05": date(2026, 11, 3), "state-nd30": date(2026, 11, 3)}
"""By regime a day on which it is in force."""


def series(issuer: str, side: Side, kinds: str = "plan", stream: Stream = Stream.DOCUMENTS) -> Series:
    party = side is Side.PARTY
    period, starts = ("2025 - 2030", date(2025, 8, 15)) if party else ("2026", date(2026, 1, 1))
    return Series(issuer, side, stream, kinds, period, starts)


def entry(of: Series, number: int, state: State = State.ISSUED, reason: str = "", **told: object) -> Entry:
    kind = "" if of.kinds == "*" else of.kinds
    return Entry(of, number, state, None, kind, "", "", "", "", AT, reason=reason, particulars=Particulars(**told))  # type: ignore[arg-type]


def every_sort(of: Series, day: date) -> list[Entry]:
    """A long line, one of little, a secret one, a void and a reserved number."""
    code = "{:02d}-KH/QU" if of.side is Side.PARTY else "{:02d}/KH-UBND"
    full = {
        "subject": LONG,
        "issued_on": day,
        "signer": "Trần Hải Long",
        "recipients": "- Thành ủy Cần Thơ (để b/c);\n- Lưu Văn phòng.",
        "archive_holder": "Văn phòng",
        "copies": 25,
        "transferred_on": day,
        "note": "gửi kèm <công văn> & phụ lục",
    }
    return [
        entry(of, 1, code=code.format(1), **full),
        entry(of, 2, code=code.format(2), subject="công tác quý IV", issued_on=day),
        entry(
            of,
            3,
            code=code.format(3),
            **(full | {"subject": "bí mật", "recipients": "- Nơi bí mật.", "note": ""}),
            secrecy="MẬT",
        ),
        entry(of, 4, State.VOID, "ký nhầm", code=code.format(4)),
        entry(of, 5, State.RESERVED),
    ]


def owner(regime: str) -> Owner:
    unit = STATE_UNIT if regime.startswith("state") else None
    found = owner_of(load_workspace(Workspace(EXAMPLE)), unit, DAYS[regime])
    assert found.profile.id == regime
    return found


def lines_of(whose: Owner, day: date, *, several: bool) -> Lines:
    """One series, or two."""
    of = series(whose.unit.id, whose.unit.side)
    entries = every_sort(of, day)
    if several:
        other = replace(of, kinds="report")
        entries += [replace(one, series=other, kind="report") for one in entries[:2]]
    return tuple(entries), {one.series: 1 for one in entries}


def book_docx(regime: str, *, several: bool = False) -> bytes:
    whose = owner(regime)
    lines = chosen(lines_of(whose, DAYS[regime], several=several), Choice())
    return docx(whose, lines, sheet.cover(whose.unit.name, lines[0], 2))[0]
