"""An old book looked through: each line as an entry, and all that is doubtful about the book.

Pure: it takes nothing into the register, `bringing` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _
from generator.model.organization import Side
from generator.register import rules
from generator.register.records import Entry, Particulars, Purpose, Series, State
from generator.register.series import Rules, series_of
from generator.register.sheet import Kinds
from generator.register.suspicion import Found, given_twice, lacking, other_bodies, out_of_order, sparse, years
from generator.register.tables import Row

_PARTY = re.compile(r"(?P<number>\d{1,6})\s*-\s*(?P<type>[^\W\d_]+)\s*/\s*(?P<body>\S.*)")
_STATE = re.compile(r"(?P<number>\d{1,6})\s*/\s*(?P<first>[^\s/-]+)\s*-\s*(?P<rest>\S.*)")
_COPY_CODES = ("BS", "SY", "TrS", "SL")
_VOID = re.compile(r"^\s*(?:đã\s+)?(?:hủy|huỷ|bỏ số|không dùng)\b[\s:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whose book it is."""

    id: str
    side: Side
    symbol: str


@dataclass(frozen=True, slots=True)
class Report:
    """What an old book holds: the lines that can be taken over, and all that is doubtful about it."""

    found: tuple[Found, ...]
    twice: tuple[Found, ...]
    """Lines whose number an earlier line has."""
    findings: tuple[Diagnostic, ...]


def survey(rows: Sequence[Row], settings: Rules, issuer: Issuer, kinds: Kinds, at: datetime) -> Report:
    """Every line typed, and the book judged as a whole."""
    findings: list[Diagnostic] = []
    read: list[Found] = []
    bodies: list[tuple[str, Location]] = []
    last: date | None = None
    for row in rows:
        try:
            one, body = _read(row, settings, issuer, kinds, at, last)
        except Faulty as faulty:
            findings += [found.at(row.where) for found in faulty.diagnostics]
            continue
        last = one.entry.particulars.issued_on or last
        read.append(one)
        bodies.append((body, row.where))
        findings += [found.at(row.where) for found in _of_one(one.entry)]
    first: dict[tuple[Series, int], Found] = {}
    twice = []
    for one in read:
        if first.setdefault((one.entry.series, one.entry.number), one) is not one:
            twice.append(one)
    findings += [given_twice(one, first[one.entry.series, one.entry.number]) for one in twice]
    kept = tuple(first.values())
    findings += [*lacking(kept), *sparse(kept), *out_of_order(kept), *years(read)]
    findings += other_bodies(bodies, issuer.symbol)
    return Report(kept, tuple(twice), tuple(findings))


def _read(
    row: Row, settings: Rules, issuer: Issuer, kinds: Kinds, at: datetime, last: date | None
) -> tuple[Found, str]:
    """The line, and whose symbol its number bears."""
    cells = row.cells
    number, code, body = _code(cells, kinds)
    day = _day(cells.get("issued_on", ""))
    kind = _kind(code, cells, kinds)
    told = Particulars(
        code=cells.get("code", "") or _joined(cells),
        subject=_subject(cells, kinds.names.get(kind, "")),
        issued_on=day,
        signer=cells.get("signer", ""),
        recipients=cells.get("recipients", ""),
        drafting_unit=cells.get("drafting_unit", ""),
        archive_holder=cells.get("archive_holder", ""),
        copies=int(cells["copies"]) if cells.get("copies", "").isdecimal() else None,
        transferred_on=_day(cells.get("transferred_on", "")),
        receipt=cells.get("receipt", ""),
        file=cells.get("file", ""),
        note=cells.get("note", ""),
    )
    if (by := day or last) is None:
        raise Faulty([_no_day(number)])
    copy = "1" if code in _COPY_CODES else ""
    series = series_of(settings, Purpose(issuer.id, issuer.side, kind, "", copy=copy), by)
    entry = Entry(series, number, State.ISSUED, None, kind, "", "", "", copy, at, particulars=told)
    return Found(_standing(entry), row.where), body.split("-" if issuer.side is Side.STATE else "/")[0].strip()


def _standing(entry: Entry) -> Entry:
    """Void where the old book says so, or says no day: what has no day has not been issued."""
    told = entry.particulars
    if match := _VOID.match(told.note):
        return replace(entry, state=State.VOID, reason=told.note[match.end() :].strip() or told.note)
    if told.issued_on is None:
        return replace(entry, state=State.VOID, reason=_("sổ cũ không ghi ngày ban hành"))
    return entry


def _code(cells: Mapping[str, str], kinds: Kinds) -> tuple[int, str, str]:
    """Number, type code (empty for a dispatch of the State), body."""
    text = cells.get("code", "") or _joined(cells)
    if match := _PARTY.fullmatch(text):
        return _positive(int(match["number"]), text), match["type"], match["body"]
    if match := _STATE.fullmatch(text):
        known = match["first"] in kinds.codes or match["first"] in _COPY_CODES
        code, body = (match["first"], match["rest"]) if known else ("", match["first"])
        return _positive(int(match["number"]), text), code, body
    message = _("không đọc được số, ký hiệu: “{text}”").format(text=text)
    hint = _("viết như 158-KH/QU (Đảng) hoặc 15/KH-UBND (Nhà nước)")
    raise Faulty([Diagnostic("register/unreadable-number", message, hint=hint)])


def _joined(cells: Mapping[str, str]) -> str:
    number, symbol = cells.get("number", ""), cells.get("symbol", "")
    # `39` and `KH/ĐU` are of the Party, `39` and `KH-UBND` of the State.
    return f"{number}{'-' if '/' in symbol else '/'}{symbol}" if symbol else number


def _positive(number: int, text: str) -> int:
    if number < 1:
        raise Faulty([Diagnostic("register/unreadable-number", _("không có số 0: “{text}”").format(text=text))])
    return number


def _kind(code: str, cells: Mapping[str, str], kinds: Kinds) -> str:
    if not code:
        return "dispatch"
    if code in _COPY_CODES:
        return "copy"
    types = kinds.codes.get(code) or _misspelt(code, kinds)
    if not types:
        message = _("không có loại văn bản nào có ký hiệu “{code}”").format(code=code)
        raise Faulty(
            [Diagnostic("register/unknown-code", message, hint=_("xem các ký hiệu bằng “vanthu regime show”"))]
        )
    said = (cells.get("kind") or cells.get("titled", "")).casefold()
    # One code may stand for two types: what the line is called tells which.
    fitting = [each for each in types if said.startswith(kinds.names.get(each, "\0").casefold())]
    return max(fitting or types[:1], key=lambda each: len(kinds.names.get(each, "")))


def _misspelt(code: str, kinds: Kinds) -> tuple[str, ...]:
    """Types whose code differs in capitals alone: offices write `QĐI` and `CTR`."""
    return next((types for known, types in kinds.codes.items() if known.casefold() == code.casefold()), ())


def _subject(cells: Mapping[str, str], name: str) -> str:
    if "subject" in cells:
        return cells["subject"]
    titled = cells.get("titled", "")
    return titled[len(name) :].strip() if name and titled.casefold().startswith(name.casefold()) else titled


def _day(text: str) -> date | None:
    if not text:
        return None
    day, faults = rules.day(text)
    if faults:
        raise Faulty(faults)
    return day


def _no_day(number: int) -> Diagnostic:
    return Diagnostic(
        "register/no-day",
        _("số {number} không ghi ngày, và không dòng nào ở trên có ngày").format(number=number),
        hint=_("ghi ngày ban hành vào cột “Ngày tháng” của dòng này, rồi nhập lại tệp"),
    )


def _of_one(entry: Entry) -> Iterator[Diagnostic]:
    told = entry.particulars
    if entry.state is State.VOID and not _VOID.match(told.note):
        message = _("số {number} không ghi ngày ban hành: vào sổ là số đã hủy").format(number=entry.number)
        yield Diagnostic(
            "register/no-day",
            message,
            severity=Severity.WARNING,
            hint=_("có ngày thì ghi vào cột “Ngày tháng” của dòng này, rồi nhập lại tệp"),
        )
    if told.issued_on:
        for found in rules.year_in_name(told.file, told.issued_on):
            yield replace(found, severity=Severity.WARNING)
