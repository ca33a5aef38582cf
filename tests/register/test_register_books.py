"""Books that come from elsewhere, and the one that goes out: columns, faults with their cells, nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generator.diagnostics import Faulty
from generator.model.organization import Side
from generator.profile.regimes import load_regime
from generator.register import sheet, tables, workbook
from generator.register.book import gaps, listing
from generator.register.bringing import restore, take_over, whole
from generator.register.database import Register
from generator.register.life import issue, void
from generator.register.records import Particulars, State
from generator.register.reserving import reserve
from generator.register.series import Rules
from generator.register.survey import Issuer, Report, survey
from tests.register.books import OFFICE, SETTINGS, TODAY, Books, act, party, told

PARTY = sheet.kinds_of(load_regime("party-hd05"))
STATE = sheet.kinds_of(load_regime("state-nd30"))
TITLES = "Số, ký hiệu;Ngày tháng;Tên loại và trích yếu;Người ký;Nơi nhận;Số lượng bản;Ghi chú;Tên tệp"
RULES = Rules(SETTINGS, OFFICE)


def surveyed(tmp_path: Path, *lines: str, titles: str = TITLES, side: Side = Side.PARTY) -> Report:
    path = tmp_path / "so.csv"
    path.write_text("\n".join([titles, *lines]), encoding="utf-8")
    rows = tables.rows(tables.read(path), path)
    issuer = Issuer(OFFICE, side, "QU")
    return survey(rows, RULES, issuer, PARTY if side is Side.PARTY else STATE, TODAY)


NUMBERS = {
    "of the Party": (Side.PARTY, "39-KH/QU", 39, "plan", "documents"),
    "with spaces": (Side.PARTY, "39 - KH/QU", 39, "plan", "documents"),
    "padded": (Side.PARTY, "05-BC/QU", 5, "report", "documents"),
    "of the Party, a dispatch": (Side.PARTY, "1452-CV/QU", 1452, "dispatch", "documents"),
    "of the Party, a copy": (Side.PARTY, "24-BS/QU", 24, "copy", "copies"),
    "of the State": (Side.STATE, "115/KH-UBND", 115, "plan", "documents"),
    "of the State, a dispatch": (Side.STATE, "1093/UBND-KGVX", 1093, "dispatch", "documents"),
    "of the State, a copy": (Side.STATE, "7/SY-UBND", 7, "copy", "copies"),
}


@pytest.mark.parametrize(("side", "code", "number", "kind", "stream"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_as_offices_write_them(
    tmp_path: Path, side: Side, code: str, number: int, kind: str, stream: str
) -> None:
    report = surveyed(tmp_path, f"{code};12/01/2026;về việc;;;;;", side=side)
    (found,) = report.found
    assert (found.entry.number, found.entry.kind, found.entry.series.stream) == (number, kind, stream)


NAMED = {"Quyết định về nhân sự": "decision", "Quy định về lề lối": "regulation_rule", "về việc khác": "decision"}


@pytest.mark.parametrize(("subject", "kind"), NAMED.items(), ids=NAMED)
def test_a_code_of_two_kinds_is_told_by_the_name(tmp_path: Path, subject: str, kind: str) -> None:
    (found,) = surveyed(tmp_path, f"3-QĐ/QU;12/01/2026;{subject};;;;;").found
    assert found.entry.kind == kind


FAULTS: dict[str, tuple[Sequence[str], list[tuple[str, int]]]] = {
    "nothing wrong": (("1-KH/QU;5/1/2026;a;;;;;", "2-KH/QU;5/1/2026;b;;;;;"), []),
    "twice": (("1-KH/QU;5/1/2026;a;;;;;", "1-KH/QU;6/1/2026;b;;;;;"), [("register/number-twice", 3)]),
    "not twice: other kinds": (("1-KH/QU;5/1/2026;a;;;;;", "1-BC/QU;6/1/2026;b;;;;;"), []),
    "not twice: other terms": (("1-KH/QU;5/1/2022;a;;;;;", "1-KH/QU;6/1/2026;b;;;;;"), []),
    "a gap": (("6-KH/QU;5/1/2026;a;;;;;", "8-KH/QU;6/1/2026;b;;;;;"), [("register/number-missing", 3)]),
    "a leap": (("6-KH/QU;5/1/2026;a;;;;;", "20261-KH/QU;6/1/2026;b;;;;;"), [("register/number-leap", 3)]),
    "out of order": (("30-KH/QU;4/12/2025;a;;;;;", "31-KH/QU;3/12/2025;b;;;;;"), [("register/date-order", 3)]),
    "year in the name": (("39-KH/QU;12/1/2026;a;;;;;ĐU-KH-0039-2025.pdf",), [("register/year-in-name", 2)]),
    "a year of its own": (
        ("1-KH/QU;5/1/2026;a;;;;;", "2-KH/QU;6/1/2027;b;;;;;", "3-KH/QU;7/1/2026;c;;;;;"),
        [("register/date-order", 4), ("register/year-doubtful", 3)],
    ),
    "no such day": (("1-KH/QU;30/2/2026;a;;;;;",), [("register/no-such-day", 2)]),
    "no number": (("-/CÔNG VĂN;5/1/2026;a;;;;;",), [("register/unreadable-number", 2)]),
    "no such code": (("1-XYZ/QU;5/1/2026;a;;;;;",), [("register/unknown-code", 2)]),
    "no day": (("1-KH/QU;5/1/2026;a;;;;;", "2-KH/QU;;b;;;;;"), [("register/no-day", 3)]),
    "before all terms": (("1-KH/QU;5/1/2019;a;;;;;",), [("register/no-term", 2)]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_is_doubtful_about_an_old_book(
    tmp_path: Path, lines: Sequence[str], expected: list[tuple[str, int]]
) -> None:
    report = surveyed(tmp_path, *lines)
    assert [(found.code, found.where.line) for found in report.findings] == expected


def test_an_old_book_goes_on_in_the_register(file_book: Books, tmp_path: Path) -> None:
    report = surveyed(tmp_path, "36-KH/QU;5/1/2026;a;;;5;;", "38-KH/QU;6/1/2026;b;;;;hủy: ký nhầm;")
    with file_book.open() as register:
        brought = take_over(register, report, act())
        assert [(e.number, e.state) for e in listing(register)] == [(36, "issued"), (37, "void"), (38, "void")]
        assert [gap.reason for gap in gaps(register)] == ["sổ cũ không có số này", "ký nhầm"]
        assert reserve(register, [party("new")], act())[0].number == 39
        assert take_over(register, report, act()).known == 2
    assert len(brought.entries) == 3


def test_numbers_before_those_in_the_register(file_book: Books, tmp_path: Path) -> None:
    with file_book.open() as register:
        take_over(register, surveyed(tmp_path, "36-KH/QU;5/1/2026;a;;;;;"), act())
        take_over(register, surveyed(tmp_path, "34-KH/QU;4/1/2026;b;;;;;"), act())
        assert [(entry.number, entry.state) for entry in listing(register)] == [
            (34, "issued"),
            (35, "void"),
            (36, "issued"),
        ]


def test_a_number_given_twice_is_taken_over_only_with_a_reason(file_book: Books, tmp_path: Path) -> None:
    report = surveyed(tmp_path, "1-KH/QU;5/1/2026;a;;;;;", "1-KH/QU;6/1/2026;b;;;;;")
    with file_book.open() as register:
        with pytest.raises(Faulty):
            take_over(register, report, act())
        assert listing(register) == ()
        take_over(register, report, act("sổ giấy đã vậy"))
        (entry,) = listing(register)
    assert "cấp lần nữa: b" in entry.particulars.note


def test_what_is_in_the_register_is_not_overwritten(file_book: Books, tmp_path: Path) -> None:
    with file_book.open() as register:
        take_over(register, surveyed(tmp_path, "1-KH/QU;5/1/2026;a;;;;;"), act())
        before = whole(register)
        with pytest.raises(Faulty) as error:
            take_over(
                register, surveyed(tmp_path, "1-KH/QU;5/1/2026;b;;;;;", "2-KH/QU;5/1/2026;c;;;;;"), act("cứ nhập")
            )
        assert whole(register) == before
    assert [found.code for found in error.value.diagnostics] == ["register/number-taken"]


def _filled(register: Register) -> None:
    given = reserve(register, [party("a"), party("b"), party("c")], act())
    what = told(code="01-KH/QU", subject="=1+1 về việc", signer="@Long", recipients="- Thành ủy;\n- Lưu VP", copies=3)
    issue(register, [(str(given[0].key), what)], act())
    void(register, [str(given[1].key)], act("ký nhầm"))


def _exported(register: Register, path: Path) -> None:
    entries, firsts = whole(register)
    path.write_bytes(workbook.written(entries, firsts, PARTY, sheet.cover("Quận ủy Cái Răng", entries)))


def test_the_book_has_its_ten_columns(file_book: Books, tmp_path: Path) -> None:
    with file_book.open() as register:
        _filled(register)
        _exported(register, tmp_path / "so.xlsx")
    page = load_workbook(tmp_path / "so.xlsx")[workbook.BOOK]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0] == list(sheet.TITLES)
    assert rows[1] == [f"({number})" for number in range(1, 11)]
    assert rows[2][:7] == [
        "01-KH/QU",
        "23/11/2026",
        "Kế hoạch =1+1 về việc",
        "@Long",
        "- Thành ủy;\n- Lưu VP",
        None,
        "3",
    ]
    assert [row[9] for row in rows[2:]] == [None, "Đã hủy: ký nhầm", "Giữ số, chưa phát hành"]
    assert {cell.data_type for row in page.iter_rows() for cell in row}


def test_the_book_is_set_up_for_paper(file_book: Books, tmp_path: Path) -> None:
    with file_book.open() as register:
        _filled(register)
        _exported(register, tmp_path / "so.xlsx")
    book = load_workbook(tmp_path / "so.xlsx")
    page = book[workbook.BOOK]
    assert [(each.title, each.sheet_state) for each in book.worksheets] == [
        (workbook.COVER, "visible"),
        (workbook.BOOK, "visible"),
        (workbook.DATA, "hidden"),
    ]
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == "$1:$2"
    assert [cell.value for (cell, *_others) in book[workbook.COVER].iter_rows()] == [
        "QUẬN ỦY CÁI RĂNG",
        " ",
        "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
        "Nhiệm kỳ: 2025 - 2030",
        "Từ ngày 23/11/2026 đến ngày 23/11/2026",
        "Từ số 01 đến số 03",
        "Quyển số: ……",
    ]


def test_a_line_changed_by_hand_is_told_with_its_cell(file_book: Books, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    with file_book.open() as register:
        _filled(register)
        _exported(register, path)
    book = load_workbook(path)
    book[workbook.BOOK]["D3"] = "người khác"
    book.save(path)
    sheets = tables.read(path)
    entries, _firsts = workbook.read_back(sheets)
    (found,) = workbook.changed_by_hand(sheets, entries, PARTY, path)
    assert found.where.cell == f"{workbook.BOOK}!A3"


def test_a_book_restored_over_itself_brings_nothing_new(file_book: Books) -> None:
    with file_book.open() as register:
        _filled(register)
        before = whole(register)
        assert restore(register, *before, act()).known == 3
        assert whole(register) == before


def test_an_exported_book_without_its_data_is_an_old_book(file_book: Books, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    with file_book.open() as register:
        _filled(register)
        _exported(register, path)
    book = load_workbook(path)
    del book[workbook.DATA]
    book.save(path)
    sheets = tables.read(path)
    rows = tables.rows(sheets, path)
    assert not workbook.is_ours(sheets)
    assert [row.where.cell for row in rows] == [f"{workbook.BOOK}!A{line}" for line in (3, 4, 5)]


def _text(path: Path) -> None:
    path.write_text("không phải Excel", encoding="utf-8")


def _cut(path: Path) -> None:
    book = Workbook()
    book.save(path)
    path.write_bytes(path.read_bytes()[:-300])


def _untitled(path: Path) -> None:
    book = Workbook()
    book.active.append(["a", "b"])  # type: ignore[union-attr]
    book.save(path)


@pytest.mark.parametrize("spoil", [_text, _cut, _untitled])
def test_a_file_that_is_no_book_is_told(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "so.xlsx"
    spoil(path)
    with pytest.raises(Faulty) as error:
        tables.rows(tables.read(path), path)
    assert [found.code for found in error.value.diagnostics] == ["register/unreadable-table"]


def test_dates_and_numbers_as_excel_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Số", "Ký hiệu", "Ngày tháng", "Loại văn bản", "Trích yếu"])
    page.append([39, "KH/QU", date(2026, 1, 12), "Kế hoạch", "về việc"])
    book.save(path)
    (found,) = survey(tables.rows(tables.read(path), path), RULES, Issuer(OFFICE, Side.PARTY, "QU"), PARTY, TODAY).found
    assert (found.entry.number, found.entry.state) == (39, State.ISSUED)
    assert found.entry.particulars == Particulars(code="39-KH/QU", subject="về việc", issued_on=date(2026, 1, 12))
