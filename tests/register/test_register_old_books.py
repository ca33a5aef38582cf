"""The mistakes that real books have, in one workbook: each is told with its cell, and with what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.diagnostics import Diagnostic, Severity
from generator.model.organization import Side
from generator.model.register import RegisterSettings, Term, TermStart
from generator.profile.regimes import load_regime
from generator.register import sheet, tables
from generator.register.book import gaps, listing
from generator.register.bringing import take_over
from generator.register.database import Register
from generator.register.opening import open_register
from generator.register.records import State
from generator.register.series import Rules
from generator.register.survey import Issuer, Report, survey
from tests.register.books import TODAY, act

PAGE = "VB đi"
TITLES = ("Số, ký hiệu", "Ngày tháng", "Tên loại và trích yếu", "Người ký", "Nơi nhận", "Ghi chú", "Tên tệp")
TERM = Term(name="2025 - 2030", start=TermStart.APPOINTMENT, day=date(2025, 7, 1))
RULES = Rules(RegisterSettings(terms=(TERM,)), "dang-uy")
KINDS = sheet.kinds_of(load_regime("party-hd05"), load_regime("party-hd36"))

LINES = (
    # line 3 of the sheet is the first
    ("11-KH/ĐU", "20/8/2025", "Kế hoạch học tập nghị quyết"),
    ("12-KH/ĐU", "05/9/2025", "Kế hoạch tuyên truyền Đại hội"),
    ("12-KH/ĐU", "12/9/2025", "Kế hoạch tổ chức Trung thu"),
    ("14-KH/ĐU", "15/9/2025", "Kế hoạch tuyên truyền bầu cử"),
    ("30-KH/ĐU", "04/12/2025", "Kế hoạch kiểm tra"),
    ("31-KH/ĐU", "03/12/2025", "Kế hoạch giám sát"),
    ("39-KH/ĐU", "12/01/2026", "Kế hoạch năm 2026", "", "", "", "ĐU-KH-0039-2025 Kế hoạch.signed.pdf"),
    ("22-CTr/ĐU", "10/10/2025", "Chương trình làm việc"),
    ("24-CTr/ĐU", "20/10/2025", "Chương trình công tác"),
    ("64-CTr/ĐU", "30/10/2025", "Chương trình hành động"),
    ("-/CÔNG VĂN", "05/11/2025", "về việc báo cáo", "", "", "", "ĐU-CV-061-2025.pdf"),
    ("5-QĐI/ĐU", "06/11/2025", "Quy định về chế độ họp"),
    ("6-QĐi/ĐU", "07/11/2035", "Quy định về tiếp dân"),
    ("7-QĐi/ĐU", "08/11/2025", "Quy định về văn thư"),
    ("9-XX/ĐU", "10/11/2025", "văn bản lạ"),
    ("1-TTr/HU", "11/11/2025", "Tờ trình xin kinh phí"),
    ("2-TTr/ĐU", "31/11/2025", "Tờ trình"),
    ("70-TB/ĐU", "10/5/2025", "Thông báo trước nhiệm kỳ"),
    ("71-TB/ĐU", "", "Thông báo không ngày"),
)
TOLD = {
    "a number given twice": ("register/number-twice", 5),
    "a number that lacks": ("register/number-missing", 6),
    "a day before that of the number before": ("register/date-order", 8),
    "a file of another year": ("register/year-in-name", 9),
    "numbers of another series": ("register/series-sparse", 10),
    "a line without a number": ("register/unreadable-number", 13),
    "a year of its own": ("register/year-doubtful", 15),
    "an unknown code": ("register/unknown-code", 17),
    "another body's symbol": ("register/other-symbol", 18),
    "a day that there is not": ("register/no-such-day", 19),
    "a day before all terms": ("register/no-term", 20),
    "a number without a day": ("register/no-day", 21),
}


def workbook_of(path: Path, lines: Sequence[Sequence[str]]) -> Path:
    book = Workbook()
    book.create_sheet("Văn bản đến", 0).append(["Số đến", "Nơi gửi"])
    page = book["Sheet"]
    page.title = PAGE
    page.append(["SỔ VĂN BẢN ĐI NĂM 2025"])
    page.append(TITLES)
    for line in lines:
        page.append(line)
    book.save(path)
    return path


def surveyed(path: Path) -> Report:
    rows = tables.rows(tables.read(path), path)
    return survey(rows, RULES, Issuer("dang-uy", Side.PARTY, "ĐU"), KINDS, TODAY)


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Diagnostic, ...]:
    return surveyed(workbook_of(tmp_path_factory.mktemp("so") / "so.xlsx", LINES)).findings


@pytest.mark.parametrize(("code", "line"), TOLD.values(), ids=TOLD)
def test_every_mistake_is_told_with_its_cell(findings: tuple[Diagnostic, ...], code: str, line: int) -> None:
    assert (code, f"{PAGE}!A{line}") in [(one.code, one.where.cell) for one in findings]


def test_every_finding_says_what_to_do(findings: tuple[Diagnostic, ...]) -> None:
    assert [one for one in findings if not one.hint] == []
    assert {code for code, _line in TOLD.values()} == {one.code for one in findings}


SPARSE = {
    "most numbers lack": ((22, 24, 64), True),
    "as many as lack": ((1, 4, 6), False),
    "a book that begins late": ((101, 102, 103), False),
    "too few lines to tell": ((1, 40), False),
}


@pytest.mark.parametrize(("numbers", "is_told"), SPARSE.values(), ids=SPARSE)
def test_a_series_whose_numbers_are_of_another(tmp_path: Path, numbers: Sequence[int], is_told: bool) -> None:
    lines = [(f"{number}-CTr/ĐU", "10/10/2025", "Chương trình") for number in numbers]
    codes = [one.code for one in surveyed(workbook_of(tmp_path / "so.xlsx", lines)).findings]
    assert ("register/series-sparse" in codes) is is_told


def test_symbols_of_another_body_are_counted_and_told_once(tmp_path: Path) -> None:
    lines = [(f"{number}-KH/HU", "10/10/2025", "Kế hoạch") for number in (1, 2, 3)]
    (found,) = surveyed(workbook_of(tmp_path / "so.xlsx", lines)).findings
    assert (found.code, found.severity, found.where.cell) == ("register/other-symbol", Severity.WARNING, f"{PAGE}!A3")
    assert found.message.startswith("3 số")


def test_a_code_in_other_capitals_is_the_same_code(tmp_path: Path) -> None:
    (one,) = surveyed(workbook_of(tmp_path / "so.xlsx", [("1-QĐI/ĐU", "10/10/2025", "Quy định họp")])).found
    assert (one.entry.kind, one.entry.particulars.subject) == ("regulation_rule", "họp")


def _opened(root: Path) -> Register:
    return open_register(root, RULES.settings, RULES.office)


def test_what_can_be_lived_with_is_taken_over_with_a_reason(tmp_path: Path) -> None:
    lines = LINES[:6]
    report = surveyed(workbook_of(tmp_path / "so.xlsx", lines))
    with _opened(tmp_path) as register:
        take_over(register, report, act("sổ giấy đã vậy"))
        assert [one.number for one in listing(register) if one.state is State.ISSUED] == [11, 12, 14, 30, 31]
        assert {gap.reason for gap in gaps(register)} == {"sổ cũ không có số này"}
