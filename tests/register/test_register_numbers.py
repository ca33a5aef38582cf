"""Numbers taken, given back, issued, void and replaced: the same on both databases."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
import sqlalchemy
from sqlalchemy import text

from generator.diagnostics import Faulty
from generator.errors import GeneratorError
from generator.register.book import gaps, history, listing, tallies
from generator.register.explaining import explain
from generator.register.ledger import Numbered
from generator.register.life import amend, issue, record, replace_number, void
from generator.register.records import Purpose, State
from generator.register.reserving import begin, give_back, reserve
from generator.register.schema import entries
from tests.register.books import SETTINGS, TODAY, Books, act, party, state, told

EVE = datetime(2025, 12, 31, 23, 59, 59)


def codes(error: pytest.ExceptionInfo[Faulty]) -> list[str]:
    return [found.code for found in error.value.diagnostics]


def test_the_same_purpose_has_the_same_number(books: Books) -> None:
    with books.open() as register:
        first = reserve(register, [party("a"), party("b")], act())
        again = reserve(register, [party("b"), party("c"), party("a")], act())
    assert [entry.number for entry in (*first, *again)] == [1, 2, 2, 3, 1]


SERIES = {
    "by kind": ([party("a"), party("b", "report"), party("c")], [1, 1, 2]),
    "kinds that share a code": ([party("a", "decision"), party("b", "regulation_rule")], [1, 1]),
    "copies of all forms": ([party("a", "sao_y", copy="1"), party("a", "extract", copy="1"), party("a")], [1, 2, 1]),
    "copies of one document": ([party("a", "true_copy", copy="1"), party("a", "true_copy", copy="2")], [1, 2]),
    "of each unit its own": ([party("a"), Purpose("chi-bo-1", party("a").side, "plan", "a")], [1, 1]),
    "State: secret documents by themselves": ([state("a"), state("b", secret=True), state("c")], [1, 1, 2]),
}  # fmt: skip


@pytest.mark.parametrize(("purposes", "numbers"), SERIES.values(), ids=SERIES)
def test_series(books: Books, purposes: list[Purpose], numbers: list[int]) -> None:
    with books.open() as register:
        assert [entry.number for entry in reserve(register, purposes, act())] == numbers


SPLITS = {
    "each kind by itself": ((), [1, 1, 1]),
    "all together": ("all", [1, 2, 3]),
    "some together": ((("plan", "dispatch"),), [1, 2, 1]),
}


@pytest.mark.parametrize(("together", "numbers"), SPLITS.values(), ids=SPLITS)
def test_the_split_of_a_state_office(books: Books, together: object, numbers: list[int]) -> None:
    wanted = [state("a", "plan"), state("b", "dispatch"), state("c", "report")]
    with books.open(SETTINGS.model_copy(update={"together": together})) as register:
        assert [entry.number for entry in reserve(register, wanted, act())] == numbers


DAYS = {
    "last day of the old term": (date(2025, 8, 14), "2020 - 2025"),
    "the day after the congress closed": (date(2025, 8, 15), "2025 - 2030"),
    "last of the year": (date(2025, 12, 31), "2025 - 2030"),
    "over New Year": (date(2026, 1, 1), "2025 - 2030"),
}


@pytest.mark.parametrize(("day", "period"), DAYS.values(), ids=DAYS)
def test_terms_do_not_end_with_the_year(books: Books, day: date, period: str) -> None:
    with books.open() as register:
        (entry,) = reserve(register, [party("a")], act(), on=day)
    assert entry.series.period == period


def test_a_congress_numbers_all_its_kinds_in_one_series(books: Books) -> None:
    wanted = [party("a", "minutes", congress=True), party("b", "resolution", congress=True)]
    with books.open() as register:
        found = reserve(register, [*wanted, party("c", "minutes")], act(), on=date(2025, 8, 13))
    assert [(entry.number, entry.series.stream) for entry in found] == [
        (1, "congress"),
        (2, "congress"),
        (1, "documents"),
    ]


NOWHERE = {
    "before all terms": (party("a"), date(2020, 8, 14), "register/no-term"),
    "a congress that is over": (party("a", congress=True), date(2025, 8, 15), "register/no-congress"),
}


@pytest.mark.parametrize(("purpose", "day", "code"), NOWHERE.values(), ids=NOWHERE)
def test_a_day_of_no_series_is_told(books: Books, purpose: Purpose, day: date, code: str) -> None:
    with books.open() as register:
        with pytest.raises(Faulty) as error:
            reserve(register, [purpose], act(), on=day)
        assert not listing(register)
    assert codes(error) == [code]


CLOCKS = {
    "a second before midnight in Vietnam": (EVE.replace(tzinfo=timezone(timedelta(hours=7))), "2025"),
    "a second after": (EVE.replace(tzinfo=timezone(timedelta(hours=7))) + timedelta(seconds=2), "2026"),
    "America's evening is Vietnam's morning": (EVE.replace(hour=14, tzinfo=timezone(timedelta(hours=-5))), "2026"),
    "a machine on UTC": (EVE.replace(hour=17, minute=0, second=0, tzinfo=timezone.utc), "2026"),  # noqa: UP017
}


@pytest.mark.parametrize(("at", "year"), CLOCKS.values(), ids=CLOCKS)
def test_the_year_is_vietnams(books: Books, at: datetime, year: str) -> None:
    with books.open() as register:
        (entry,) = reserve(register, [state("a")], act(at=at))
    assert entry.series.period == year
    assert entry.reserved_at.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize("at", [datetime(1970, 1, 1, tzinfo=TODAY.tzinfo), TODAY - timedelta(days=3)])
def test_a_clock_that_has_gone_back_gives_no_number(books: Books, at: datetime) -> None:
    with books.open() as register:
        reserve(register, [state("a")], act())
        with pytest.raises(GeneratorError, match="đồng hồ"):
            reserve(register, [state("b")], act(at=at))
        assert len(listing(register)) == 1


def test_a_number_of_last_year_is_not_this_years(books: Books) -> None:
    with books.open() as register:
        reserve(register, [state("a")], act(), on=date(2025, 12, 30))
        with pytest.raises(Faulty) as error:
            reserve(register, [state("a")], act(), on=date(2026, 1, 2))
    assert codes(error) == ["register/reserved-in-other-period"]


def test_the_tail_that_was_not_used_is_free_again(books: Books) -> None:
    with books.open() as register:
        given = reserve(register, [party(name) for name in "abcd"], act())
        stay = give_back(register, [str(entry.key) for entry in given[2:]], act())
        (new,) = reserve(register, [party("e")], act())
        assert (stay, new.number, gaps(register)[-1].state) == ((), 3, State.RESERVED)


def test_what_has_a_successor_stays_void_with_its_reason(books: Books) -> None:
    with books.open() as register:
        given = reserve(register, [party(name) for name in "abc"], act())
        (stay,) = give_back(register, [str(given[1].key)], act("đơn vị rút"))
        (again,) = reserve(register, [party("b")], act())
        void_one = gaps(register)[1]
    assert (stay.number, again.number, void_one.state) == (2, 4, State.VOID)
    assert "không dùng: đơn vị rút" in void_one.reason


def test_a_number_that_a_file_bears_is_never_free_again(books: Books) -> None:
    with books.open() as register:
        (given,) = reserve(register, [party("a")], act())
        record(register, [(str(given.key), told(file="out/plan.docx", sha256="0" * 64))], act())
        give_back(register, [str(given.key)], act())
        assert reserve(register, [party("b")], act())[0].number == 2


def test_issued_with_all_particulars(books: Books) -> None:
    with books.open() as register:
        (given,) = reserve(register, [party("a")], act())
        what = told(code="01-KH/QU", signer="Trần Hải Long", sha256="ab" * 32, copies=5, recipients="Thành ủy\nLưu")
        issue(register, [(str(given.key), what)], act())
        (entry,) = listing(register)
    assert (entry.state, entry.particulars) == (State.ISSUED, what)


def test_to_issue_the_same_again_changes_nothing(books: Books) -> None:
    with books.open() as register:
        (given,) = reserve(register, [party("a")], act())
        first = issue(register, [(str(given.key), told(sha256="ab" * 32))], act())
        assert issue(register, [(str(given.key), told(sha256="ab" * 32))], act()) == first
        assert [line.action for line in history(register, Numbered(given.series, 1))] == ["reserve", "issue"]


def test_another_text_under_an_issued_number_is_told(books: Books) -> None:
    with books.open() as register:
        (given,) = reserve(register, [party("a")], act())
        issue(register, [(str(given.key), told(sha256="ab" * 32))], act())
        with pytest.raises(Faulty, match="nội dung tệp") as error:
            issue(register, [(str(given.key), told(sha256="cd" * 32))], act())
    assert codes(error) == ["register/already-issued"]


def test_void_needs_a_reason_and_frees_the_purpose(books: Books) -> None:
    with books.open() as register:
        (given,) = reserve(register, [party("a")], act())
        issue(register, [(str(given.key), told())], act())
        with pytest.raises(Faulty) as error:
            void(register, [str(given.key)], act(" "))
        void(register, [str(given.key)], act("ký nhầm"))
        (again,) = reserve(register, [party("a")], act())
        entry = listing(register)[0]
    assert codes(error) == ["register/no-reason"]
    assert (entry.state, entry.reason, again.number) == (State.VOID, "ký nhầm", 2)


def test_replaced_by_another_number(books: Books) -> None:
    with books.open() as register:
        (given,) = reserve(register, [party("a")], act())
        issue(register, [(str(given.key), told())], act())
        new = replace_number(register, str(given.key), party("a"), act("sai trích yếu"))
        old, stored = listing(register)
    assert (old.state, new.number, new.replaces) == (State.VOID, 2, "2025 - 2030/1")
    assert stored == new


def test_amended_after_it_was_issued(books: Books) -> None:
    with books.open() as register:
        (given,) = reserve(register, [party("a")], act())
        issue(register, [(str(given.key), told())], act())
        amend(register, str(given.key), {"receipt": "đã nhận", "transferred_on": date(2026, 11, 24)}, act())
        last = history(register, Numbered(given.series, 1))[-1]
    assert last.detail == {"receipt": ["", "đã nhận"], "transferred_on": [None, "2026-11-24"]}


def test_the_history_says_who_when_and_why(books: Books) -> None:
    with books.open() as register:
        (given,) = reserve(register, [party("a")], act())
        void(register, [str(given.key)], act("thôi ban hành"))
        lines = history(register, Numbered(given.series, 1))
    assert [(line.at, line.who, line.action, line.why) for line in lines] == [
        (TODAY, "văn thư", "reserve", ""),
        (TODAY, "văn thư", "void", "thôi ban hành"),
    ]


_REST = ", ".join(column.name for column in entries.columns if column.name not in ("id", "number", "key"))
_COPIED = (
    f"INSERT INTO register_entries (id, number, {_REST}) SELECT id + 100, {{number}}, {_REST} FROM register_entries"
)
FORBIDDEN = {
    "history changed": "UPDATE register_audit SET who = 'x'",
    "history deleted": "DELETE FROM register_audit",
    "number changed": "UPDATE register_entries SET number = 9 WHERE number = 1",
    "issued number deleted": "DELETE FROM register_entries WHERE state = 'issued'",
    "issued number reserved again": "UPDATE register_entries SET state = 'reserved' WHERE state = 'issued'",
    "void without a reason": "UPDATE register_entries SET state = 'void', key = NULL WHERE state = 'issued'",
    "issued without a day": "UPDATE register_entries SET issued_on = NULL WHERE state = 'issued'",
    "number twice": _COPIED.format(number="number"),
    "number 0": _COPIED.format(number="0"),
    "series deleted": "DELETE FROM register_series",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_database_itself_refuses(books: Books, statement: str) -> None:
    with books.open() as register:
        given = reserve(register, [party("a"), party("b")], act())
        issue(register, [(str(given[0].key), told())], act())
        before = listing(register)
        with pytest.raises(sqlalchemy.exc.DBAPIError):
            register.change(lambda connection: connection.execute(text(statement)))
        assert listing(register) == before


def test_a_series_that_goes_on_from_paper(books: Books) -> None:
    with books.open() as register:
        begin(register, party("a"), 39, act("tiếp theo sổ giấy"))
        assert reserve(register, [party("a")], act())[0].number == 39
        with pytest.raises(Faulty) as error:
            begin(register, party("a"), 50, act("lại"))
        assert [(tally.first_number, tally.last_number) for tally in tallies(register)] == [(39, 39)]
    assert codes(error) == ["register/series-begun"]


def test_only_a_gap_is_explained(books: Books) -> None:
    with books.open() as register:
        given, gone = reserve(register, [party("a"), party("b")], act())
        void(register, [str(gone.key)], act("không ban hành"))
        with pytest.raises(Faulty) as error:
            explain(register, [Numbered(given.series, number) for number in (1, 2, 3)], act("vì thế"))
    assert codes(error) == ["register/no-gap"] * 3


CHANGED = {
    "another split in the middle of the year": (state("a"), {"together": "all"}, "register/split-changed"),
    "a term renamed": (
        party("a"),
        {"terms": tuple(t.model_copy(update={"name": f"khoá {t.name}"}) for t in SETTINGS.terms)},
        "register/period-renamed",
    ),
}


@pytest.mark.parametrize(("purpose", "change", "code"), CHANGED.values(), ids=CHANGED)
def test_settings_that_would_give_numbers_again_are_refused(
    books: Books, purpose: Purpose, change: dict[str, object], code: str
) -> None:
    with books.open() as register:
        reserve(register, [purpose], act())
    with books.open(SETTINGS.model_copy(update=change)) as register, pytest.raises(Faulty) as error:
        reserve(register, [purpose], act())
    assert codes(error) == [code]


MOVED = {"after the first document": (date(2025, 9, 10), False), "before it": (date(2025, 9, 1), True)}


@pytest.mark.parametrize(("closed", "taken"), MOVED.values(), ids=MOVED)
def test_the_first_day_of_a_term_put_right(books: Books, closed: date, taken: bool) -> None:
    terms = (SETTINGS.terms[0], SETTINGS.terms[1].model_copy(update={"day": closed}))
    with books.open() as register:
        (given,) = reserve(register, [party("a")], act(), on=date(2025, 9, 5))
        issue(register, [(str(given.key), told(date(2025, 9, 5)))], act())
    with books.open(SETTINGS.model_copy(update={"terms": terms})) as register:
        if taken:
            assert reserve(register, [party("b")], act())[0].number == 2
        else:
            with pytest.raises(Faulty, match="đã có văn bản trước"):
                reserve(register, [party("b")], act())
