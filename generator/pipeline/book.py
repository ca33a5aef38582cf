"""The book of outgoing documents as a file: whose it is, which lines, on what form; DOCX for paper, XLSX for both.

It writes nothing, and changes no register.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.organization import Organization, Side
from generator.pipeline import confined
from generator.pipeline.compiling import Chain, compiled_for
from generator.pipeline.form import regime_for
from generator.pipeline.ground import settled_unit
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime, regimes
from generator.register import sheet, workbook
from generator.register.kind_names import of_all
from generator.register.records import Entry, Series, Stream
from generator.render.book import Book, BookLine, book_context
from generator.render.engine import fill
from generator.sources.loaded import LoadedWorkspace
from generator.sources.unit_layers import Layers
from generator.templates.catalog import Catalog
from generator.templates.compiled import is_packaged
from generator.vietnamese import written_numbers
from generator.vietnamese.unicode import nearest

Lines = tuple[tuple[Entry, ...], dict[Series, int]]
"""Entries in the order of the book, and the first number of each series."""
COPY = "copy"


@dataclass(frozen=True)
class Owner:
    """Whose book it is, and what it is printed by."""

    unit: Organization
    profile: Profile
    chain: Chain
    pictures: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which lines of the register; what is left out does not narrow."""

    issuer: str | None = None
    kinds: tuple[str, ...] = ()
    period: str | None = None
    year: int | None = None
    since: date | None = None
    until: date | None = None
    with_secret: bool = False
    """What secret documents are about stands in the file too."""

    @property
    def is_by_line(self) -> bool:
        """Whether it may leave out some lines of a series and take others."""
        return any((self.kinds, self.year, self.since, self.until))


def owner_of(loaded: LoadedWorkspace, unit: str | None, today: date) -> Owner:
    """Faulty where there is no such unit, or its profile or templates have faults. Reads: them."""
    layers = Layers(loaded.workspace, loaded.office_file)
    office = loaded.office_file.office
    if unit is None or unit == office.id:
        settled = layers.settled(office, (), lambda *_steps: Location(loaded.workspace.office_file))
    else:
        settled = settled_unit(unit, loaded, layers)
    issuer, line = settled.unit, settled.line
    profile = layers.profile(regime_for(issuer.side, today, layers), line)
    chain = tuple(Catalog.of(*layers.templates(line)).chain(f"{profile.side}/register-book"))
    return Owner(issuer, profile, chain, layers.pictures(line))


def kinds_of_side(profile: Profile) -> sheet.Kinds:
    """The types of its side, with the codes that only other regimes of the side have."""
    others = (one for one in map(load_regime, regimes()) if one.side == profile.side)
    return sheet.kinds_of(profile, *others)


def types_called(word: str, profile: Profile) -> tuple[str, ...]:
    """The types that a person means: by their code (`KH`), their name, or as the regimes name them (`plan`)."""
    kinds = kinds_of_side(profile)
    called = {code.casefold(): types for code, types in kinds.codes.items()}
    called |= {name.casefold(): (each,) for each, name in kinds.names.items()} | {e: (e,) for e in kinds.names}
    called |= dict.fromkeys(("bs", "sy", "trs", "sl", COPY, written_numbers.COPY), (COPY,))
    if found := called.get(word.strip().casefold()):
        return found
    near = nearest(word, [*kinds.codes, *kinds.names.values()])
    hint = _("có phải là “{near}”?").format(near=near) if near else _("ghi ký hiệu như KH, hoặc tên loại")
    raise Faulty(
        [Diagnostic("register/unknown-kind", _("không có loại văn bản “{kind}”").format(kind=word), hint=hint)]
    )


def chosen(lines: Lines, choice: Choice) -> Lines:
    """The lines that were asked for; of secret documents only what may stand in an open book."""
    entries, firsts = lines
    days: dict[Series, date] = {}
    kept = []
    for entry in entries:
        # A number without a day is of the day of the number before it.
        day = entry.particulars.issued_on or days.get(entry.series) or entry.reserved_at.date()
        days[entry.series] = day
        if _is_wanted(entry.series, choice) and _fits(entry, day, choice):
            kept.append(entry if choice.with_secret else sheet.discreet(entry))
    with_lines = {entry.series for entry in kept}
    series = {
        one: first
        for one, first in firsts.items()
        if one in with_lines or (_is_wanted(one, choice) and not choice.is_by_line)
    }
    return tuple(kept), series


def _is_wanted(series: Series, choice: Choice) -> bool:
    if series.stream is Stream.SECRET and not choice.with_secret:
        return False  # NĐ30 Điều 15: they have a series of their own, and so a book of their own
    return choice.issuer in (None, series.issuer) and choice.period in (None, series.period)


def _fits(entry: Entry, day: date, choice: Choice) -> bool:
    kind = COPY if entry.series.stream is Stream.COPIES else entry.kind
    year = int(entry.series.period) if entry.series.side is Side.STATE else day.year
    return (
        (not choice.kinds or kind in choice.kinds or (not kind and entry.series.kinds in choice.kinds))
        and choice.year in (None, year)
        and (choice.since is None or day >= choice.since)
        and (choice.until is None or day <= choice.until)
    )


def xlsx(lines: Lines, cover: sheet.Cover) -> bytes:
    return workbook.written(*lines, of_all(), cover)


def docx(owner: Owner, lines: Lines, cover: sheet.Cover) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The book, and what to say of its templates; Faulty where they cannot give it."""
    context = cast(dict[str, Any], book_context(_book(lines[0], cover), owner.unit, owner.profile))
    if not is_packaged(owner.chain):
        return confined.fill(owner.chain, owner.profile, context, owner.pictures)
    compiled = compiled_for(owner.chain, owner.profile)
    return fill(compiled, context, owner.pictures), compiled.warnings


def _book(entries: Sequence[Entry], cover: sheet.Cover) -> Book:
    kinds, parts = of_all(), sheet.parts(entries)
    return {
        "title": sheet.TITLE,
        "period": cover.period,
        "days": cover.days,
        "numbers": cover.numbers,
        "volume": cover.volume,
        "parts": [
            {
                "heading": sheet.heading(series, some, kinds) if len(parts) > 1 else "",
                "lines": [_line(entry, kinds) for entry in some],
            }
            for series, some in parts
        ],
    }


def _line(entry: Entry, kinds: sheet.Kinds) -> BookLine:
    told = sheet.line(entry, kinds)
    recipients = [text.strip() for text in told[4].splitlines() if text.strip()]
    code, day, title, signer, _recipients, holder, copies, transferred, receipt, note = (
        " ".join(text.split()) for text in told
    )
    return {
        "code": code,
        "day": day,
        "title": title,
        "signer": signer,
        "recipients": recipients or [""],
        "holder": holder,
        "copies": copies,
        "transferred": transferred,
        "receipt": receipt,
        "note": note,
    }
