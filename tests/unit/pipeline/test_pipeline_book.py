"""The book as a file: which lines stand in it, what it says of secret documents, and a DOCX that Word takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.diagnostics import Faulty
from generator.model.organization import Side
from generator.pipeline import book
from generator.pipeline.book import Choice, chosen, types_called
from generator.profile.regimes import load_regime
from generator.register import sheet
from generator.register.kind_names import of_all
from generator.register.records import Series, State, Stream
from tests.bookfiles import DAYS, book_docx, entry, every_sort, lines_of, owner, series
from tests.documents import REGIMES
from tests.docx_files import p, write
from tests.ooxml import audit, own

PARTY = series("quan-uy", Side.PARTY)
REPORTS = replace(PARTY, kinds="report")
COPIES = replace(PARTY, kinds="*", stream=Stream.COPIES)
EARLIER = replace(PARTY, period="2020 - 2025", starts=date(2020, 8, 15))
UNIT = replace(PARTY, issuer="dang-uy-phuong")
STATE = series("ubnd", Side.STATE)
LAST_YEAR = replace(STATE, period="2025", starts=date(2025, 1, 1))
SECRET = replace(STATE, stream=Stream.SECRET)
HELD = (
    entry(EARLIER, 1, issued_on=date(2025, 3, 1)),
    entry(PARTY, 1, issued_on=date(2025, 12, 30)),
    entry(PARTY, 2, State.VOID),
    entry(PARTY, 3, issued_on=date(2026, 1, 5)),
    entry(REPORTS, 1, issued_on=date(2026, 2, 1)),
    entry(COPIES, 1, issued_on=date(2026, 2, 2)),
    entry(UNIT, 1, issued_on=date(2026, 2, 3)),
    entry(LAST_YEAR, 7, State.RESERVED),
    entry(STATE, 1, issued_on=date(2026, 2, 4)),
    entry(SECRET, 1, issued_on=date(2026, 2, 4)),
)
CHOICES: dict[str, tuple[Choice, list[tuple[Series, int]]]] = {
    "one issuer": (Choice(issuer="dang-uy-phuong"), [(UNIT, 1)]),
    "one type": (Choice(issuer="quan-uy", kinds=("report",)), [(REPORTS, 1)]),
    "copies": (Choice(kinds=("copy",)), [(COPIES, 1)]),
    "one term": (Choice(period="2020 - 2025"), [(EARLIER, 1)]),
    "a year of the Party, its void numbers where they stand": (
        Choice(issuer="quan-uy", year=2025),
        [(EARLIER, 1), (PARTY, 1), (PARTY, 2)],
    ),
    "a year of the State is the number's": (Choice(issuer="ubnd", year=2025), [(LAST_YEAR, 7)]),
    "from a day": (Choice(issuer="quan-uy", since=date(2026, 2, 1)), [(REPORTS, 1), (COPIES, 1)]),
    "to a day": (Choice(issuer="quan-uy", until=date(2025, 12, 30)), [(EARLIER, 1), (PARTY, 1), (PARTY, 2)]),
    "secret series by itself": (Choice(issuer="ubnd"), [(LAST_YEAR, 7), (STATE, 1)]),
    "secret series too": (Choice(issuer="ubnd", with_secret=True), [(LAST_YEAR, 7), (STATE, 1), (SECRET, 1)]),
}


@pytest.mark.parametrize(("choice", "expected"), CHOICES.values(), ids=CHOICES)
def test_which_lines_stand_in_the_book(choice: Choice, expected: list[tuple[Series, int]]) -> None:
    entries, firsts = chosen((HELD, {one.series: 1 for one in HELD}), choice)
    assert [(one.series, one.number) for one in entries] == expected
    assert set(firsts) == {of for of, _number in expected}


def test_a_series_without_numbers_goes_along_with_the_whole_book() -> None:
    lines = ((), {PARTY: 36})
    assert chosen(lines, Choice(issuer="quan-uy")) == lines
    assert chosen(lines, Choice(year=2026)) == ((), {})


def test_what_a_secret_document_is_about_stands_only_where_it_is_wanted() -> None:
    held = (tuple(every_sort(PARTY, date(2026, 2, 1))), {PARTY: 1})
    open_book, whole = chosen(held, Choice())[0], chosen(held, Choice(with_secret=True))[0]
    told = open_book[2].particulars
    assert (told.subject, told.recipients, told.code) == (sheet.SECRET_SUBJECT, "", "03-KH/QU")
    assert whole == held[0]
    assert [one for one in open_book if one != open_book[2]] == [one for one in whole if one != whole[2]]


@pytest.mark.parametrize(
    ("word", "regime", "types"),
    [
        ("KH", "party-hd05", ("plan",)),
        ("kế hoạch", "party-hd05", ("plan",)),
        ("plan", "state-nd30", ("plan",)),
        ("QĐ", "party-hd05", ("decision", "regulation_rule")),
        ("QĐi", "party-hd05", ("regulation_rule",)),
        ("công văn", "state-nd30", ("dispatch",)),
        ("BS", "party-hd05", ("copy",)),
    ],
)
def test_types_as_people_call_them(word: str, regime: str, types: tuple[str, ...]) -> None:
    assert types_called(word, load_regime(regime)) == types


def test_a_type_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(Faulty) as error:
        types_called("kế hoach", load_regime("party-hd05"))
    (found,) = error.value.diagnostics
    assert (found.code, found.hint) == ("register/unknown-kind", "có phải là “Kế hoạch”?")


COVERS = {
    "one series": ((PARTY,), ("Nhiệm kỳ: 2025 - 2030", "Từ số 01 đến số 05")),
    "several": ((PARTY, REPORTS), ("Nhiệm kỳ: 2025 - 2030", "")),
    "two terms": ((EARLIER, PARTY), ("Nhiệm kỳ: 2020 - 2025; Nhiệm kỳ: 2025 - 2030", "")),
    "a year": ((STATE,), ("Năm: 2026", "Từ số 01 đến số 05")),
    "a congress": (
        (replace(PARTY, stream=Stream.CONGRESS, kinds="*", period="lần thứ XIII"),),
        ("Đại hội lần thứ XIII", "Từ số 01 đến số 05"),
    ),
}


@pytest.mark.parametrize(("of", "expected"), COVERS.values(), ids=COVERS)
def test_the_cover(of: tuple[Series, ...], expected: tuple[str, str]) -> None:
    cover = sheet.cover("Quận ủy", [one for each in of for one in every_sort(each, date(2026, 2, 1))])
    assert (cover.period, cover.numbers) == expected
    assert (cover.days, cover.volume) == ("Từ ngày 01/02/2026 đến ngày 01/02/2026", "Quyển số: ……")


@pytest.mark.parametrize(
    ("of", "heading"),
    [
        (PARTY, "Kế hoạch - nhiệm kỳ 2025 - 2030, từ số 01 đến số 05"),
        (COPIES, "Bản sao - nhiệm kỳ 2025 - 2030, từ số 01 đến số 05"),
        (replace(STATE, kinds="plan+report"), "Kế hoạch, Báo cáo - năm 2026, từ số 01 đến số 05"),
        (replace(STATE, kinds="*"), "Các loại văn bản - năm 2026, từ số 01 đến số 05"),
        (SECRET, "Kế hoạch (mật) - năm 2026, từ số 01 đến số 05"),
    ],
)
def test_what_stands_above_a_series(of: Series, heading: str) -> None:
    assert sheet.heading(of, every_sort(of, date(2026, 2, 1)), of_all()) == heading


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("regime", REGIMES)
def test_nothing_against_the_printed_book(regime: str, several: bool) -> None:
    data = book_docx(regime, several=several)
    assert own.faults(data) == []
    assert audit.faults(data) == []
    assert data == book_docx(regime, several=several)


def test_a_book_without_lines_is_a_book() -> None:
    whose = owner("party-hd05")
    data, found = book.docx(whose, ((), {}), sheet.cover(whose.unit.name, ()))
    assert (own.faults(data), found) == ([], ())


def test_an_office_has_a_book_of_its_own(tmp_path: Path) -> None:
    """Another's template is filled apart from the program, with the same names to use."""
    whose = owner("party-hd05")
    loop = p("{%p for part in book.parts %}") + p("{{ part.lines | length }} số") + p("{%p endfor %}")
    file = write(tmp_path / "party" / "register-book.docx", p("{{ book.title }}") + loop)
    own_book = replace(whose, chain=(("party/register-book", file),))
    lines = chosen(lines_of(whose, DAYS["party-hd05"], several=False), Choice())
    data, _found = book.docx(own_book, lines, sheet.cover(whose.unit.name, lines[0]))
    assert own.faults(data) == []
