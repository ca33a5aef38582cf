"""`vanthu number export` and `import`: an old book seen, then taken over; a book written, and brought back."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.commands.main import main
from generator.model.register import RegisterSettings, Term, TermStart
from generator.register import workbook
from generator.register.book import listing
from generator.register.bringing import whole
from generator.register.database import Register
from generator.register.opening import REGISTER_FILE, open_register
from tests.cli.test_status import OFFICE, UNITS

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
TERM = Term.model_validate({"name": "2025 - 2030", "start": TermStart.APPOINTMENT, "day": "2025-07-01"})
SETTINGS = RegisterSettings(terms=(TERM,))
SECTION = "register:\n  terms: [{name: 2025 - 2030, start: appointment, day: 2025-07-01}]\n"
TITLES = "Số, ký hiệu;Ngày tháng;Tên loại và trích yếu;Người ký;Nơi nhận;Ghi chú"
GOOD = ("01-KH/ĐU;05/9/2025;Kế hoạch trồng cây;Trần Hải Long;- Huyện ủy.;", "02-KH/ĐU;09/9/2025;Kế hoạch kiểm tra;;;")
GAP = (*GOOD, "04-KH/ĐU;10/9/2025;Kế hoạch giám sát;;;")
TWICE = (*GOOD, "02-KH/ĐU;10/9/2025;Kế hoạch giám sát;;;")
BROKEN = (*GOOD, "-/CÔNG VĂN;10/9/2025;về việc báo cáo;;;")


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vanthu.yaml").write_text(OFFICE + SECTION, encoding="utf-8")
    (tmp_path / "units.yaml").write_text(UNITS, encoding="utf-8")
    return tmp_path


def csv(lines: Sequence[str]) -> str:
    Path("so-cu.csv").write_text("\n".join([TITLES, *lines]), encoding="utf-8")
    return "so-cu.csv"


def held() -> Register:
    return open_register(Path.cwd(), SETTINGS, "dang-uy-xa")


def numbers() -> list[tuple[int, str]]:
    with held() as register:
        return [(one.number, one.state.value) for one in listing(register)]


IMPORTS = {
    "a sound book": (GOOD, (), DONE, [(1, "issued"), (2, "issued")]),
    "a sound book, only looked at": (GOOD, ("--dry-run",), DONE, None),
    "a gap": (GAP, (), FINDINGS, None),
    "a gap that is known": (
        GAP,
        ("--take", "sổ giấy thiếu số 3"),
        DONE,
        [(1, "issued"), (2, "issued"), (3, "void"), (4, "issued")],
    ),
    "a gap, only looked at": (GAP, ("--dry-run", "--take", "xem"), FINDINGS, None),
    "a number twice": (TWICE, (), FINDINGS, None),
    "a number twice, as the paper has it": (TWICE, ("--take", "đã vậy"), DONE, [(1, "issued"), (2, "issued")]),
    "a line that cannot be read": (BROKEN, ("--take", "cứ nhập"), FINDINGS, None),
}


@pytest.mark.parametrize(("lines", "options", "code", "expected"), IMPORTS.values(), ids=IMPORTS)
def test_an_old_book_is_taken_over_only_when_nothing_is_to_be_told_or_a_person_says_why(
    lines: Sequence[str], options: Sequence[str], code: int, expected: list[tuple[int, str]] | None
) -> None:
    assert main(["number", "import", csv(lines), *options]) == code
    assert Path(REGISTER_FILE).exists() is (expected is not None)
    if expected is not None:
        assert numbers() == expected


def test_what_is_told_of_a_book(capsys: pytest.CaptureFixture[str]) -> None:
    main(["number", "import", csv(GAP)])
    said = "".join(capsys.readouterr())
    assert "so-cu.csv:4" in said
    assert "register/number-missing" in said
    assert "Kế hoạch, 2025 - 2030: 3 số, từ 1 đến 4, thiếu 1." in said
    assert "nhập với --take “lý do”" in said


BEYOND = {
    "a number far beyond the book": ("07-KH/ĐU;10/9/2025;Kế hoạch giám sát;;;", [1, 2], "thiếu số 3–6"),
    "a number that no book reaches": ("9000-KH/ĐU;10/9/2025;Kế hoạch giám sát;;;", [1, 2], "thiếu số 3–8999"),
    "the next one": ("03-KH/ĐU;10/9/2025;Kế hoạch giám sát;;;", [1, 2, 3], ""),
}


@pytest.mark.parametrize(("line", "kept", "told"), BEYOND.values(), ids=BEYOND)
def test_numbers_between_the_book_and_the_file_are_not_made_void_in_silence(
    line: str, kept: list[int], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["number", "import", csv(GOOD)])
    capsys.readouterr()
    assert main(["number", "import", csv([line])]) == (FINDINGS if told else DONE)
    assert told in capsys.readouterr().out
    assert [number for number, _state in numbers()] == kept


def test_the_reason_and_who_stand_in_the_history() -> None:
    main(["number", "import", csv(GAP), "--take", "sổ giấy thiếu", "--by", "chị Ba"])
    with held() as register:
        from sqlalchemy import select

        from generator.register.schema import audit

        lines = register.read(lambda connection: connection.execute(select(audit.c.who, audit.c.why)).all())
    assert {tuple(line) for line in lines} == {("chị Ba", "sổ giấy thiếu")}


EXPLAINED = {
    "all": (("--reason", "tờ bị rách"), {"tờ bị rách": [("plan", 3), ("plan", 4), ("report", 2)]}),
    "of a kind": (("--kind", "BC", "--reason", "bỏ số"), {"bỏ số": [("report", 2)]}),
    "one of them": (("4", "--kind", "KH", "--reason", "bỏ số"), {"bỏ số": [("plan", 4)]}),
    "of another term": (("--term", "2020 - 2025", "--reason", "bỏ số"), {}),
}
LACKING = (
    *GOOD,
    "05-KH/ĐU;10/9/2025;Kế hoạch giám sát;;;",
    "01-BC/ĐU;10/9/2025;Báo cáo;;;",
    "03-BC/ĐU;11/9/2025;Báo cáo;;;",
)


@pytest.mark.parametrize(("words", "expected"), EXPLAINED.values(), ids=EXPLAINED)
def test_who_knows_why_an_old_book_lacks_numbers_says_it(
    words: Sequence[str], expected: dict[str, list[tuple[str, int]]], capsys: pytest.CaptureFixture[str]
) -> None:
    terms = SECTION.replace("[{name", "[{name: 2020 - 2025, start: appointment, day: 2020-07-01}, {name")
    Path("vanthu.yaml").write_text(OFFICE + terms, encoding="utf-8")
    main(["number", "import", csv(LACKING), "--take", "đã xem"])
    capsys.readouterr()
    assert main(["number", "gaps"]) == DONE
    told = capsys.readouterr().out
    assert (told.count("đã hủy: sổ cũ không có số này"), "3 số mà sổ cũ không có" in told) == (3, True)
    assert main(["number", "gaps", *words]) == DONE
    told = capsys.readouterr().out
    with held() as register:
        gone = [one for one in listing(register) if one.state == "void"]
    known = {(one.kind, one.number): one.reason for one in gone if one.reason != "sổ cũ không có số này"}
    assert known == {place: reason for reason, places in expected.items() for place in places}
    assert len(gone) == 3
    assert ("Đã ghi lý do cho" in told) is bool(expected)


def test_a_reason_that_was_given_stays(capsys: pytest.CaptureFixture[str]) -> None:
    main(["number", "import", csv(GAP), "--take", "đã xem"])
    main(["number", "gaps", "--reason", "tờ bị rách"])
    capsys.readouterr()
    assert main(["number", "gaps", "--reason", "khác"]) == DONE
    told = capsys.readouterr().out
    assert ("đã hủy: tờ bị rách" in told, "Không có số khuyết nào chưa rõ lý do" in told) == (True, True)


NOTHING = {
    "no such term": (("--term", "2025-2030"), FINDINGS, ["--term: lỗi", "có phải là “2025 - 2030”"]),
    "no such term, and none near": (("--term", "x"), FINDINGS, ["--term: lỗi", "đang có: 2025 - 2030"]),
    "no such day": (("--from", "30/02/2026"), FINDINGS, ["--from: lỗi", "--from 25/11/2026"]),
    "no such last day": (("--to", "mai"), FINDINGS, ["--to: lỗi"]),
    "no such kind": (("--kind", "XX"), FINDINGS, ["--kind: lỗi"]),
    "a page too far": (("--page", "2"), DONE, ["Trang 2", "--page 1"]),
    "nothing chosen": (("--kind", "BC"), DONE, ["Không có số nào như đã chọn"]),
}


@pytest.mark.parametrize(("words", "code", "told"), NOTHING.values(), ids=NOTHING)
def test_a_list_of_nothing_says_why(
    words: Sequence[str], code: int, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["number", "import", csv(GOOD)])
    capsys.readouterr()
    assert main(["number", "list", *words]) == code
    out = capsys.readouterr().out
    assert [each for each in told if each not in out] == []


def test_a_book_without_a_number_says_how_to_get_one(capsys: pytest.CaptureFixture[str]) -> None:
    with held():
        pass
    assert main(["number", "list"]) == DONE
    out = capsys.readouterr().out
    assert ("Sổ chưa có số nào" in out, "vanthu number import" in out) == (True, True)


HINTS = {
    "days out of order": (
        (GOOD[0], "02-KH/ĐU;01/9/2025;Kế hoạch kiểm tra;;;"),
        ["register/date-order", "nhập với --take “lý do”"],
    ),
    "no day": (("01-KH/ĐU;;Kế hoạch kiểm tra;;;",), ["register/no-day", "cột “Ngày tháng” của dòng này"]),
    "before every term": (("01-KH/ĐU;05/9/2019;Kế hoạch;;;",), ["register/no-term", "vanthu.yaml, mục register"]),
    "numbers that lack": (GAP, ["register/number-missing", "Kế hoạch (KH): thiếu số 3", "vanthu number gaps --reason"]),
    "no titles": ((), ["register/unreadable-table", "so-cu.csv một dòng tên cột"]),
}


@pytest.mark.parametrize(("lines", "told"), HINTS.values(), ids=HINTS)
def test_what_is_doubtful_says_what_to_do(
    lines: Sequence[str], told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = csv(lines)
    if not lines:
        Path(file).write_text("Năm 2025\n1;2\n", encoding="utf-8")
    assert main(["number", "import", file]) == FINDINGS
    out = capsys.readouterr().out
    assert [each for each in told if each not in out] == []


def test_a_book_comes_back_into_an_empty_register_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    main(["number", "import", csv(GAP), "--take", "sổ giấy thiếu"])
    assert main(["number", "export", "-o", "so.xlsx"]) == DONE
    with held() as register:
        before = whole(register)
    Path(REGISTER_FILE).unlink()
    assert main(["number", "import", "so.xlsx"]) == DONE
    assert "Đã nhập 4 số, trong đó 1 số đã hủy; 0 số đã có sẵn" in capsys.readouterr().out
    with held() as register:
        assert whole(register) == before
    assert main(["number", "import", "so.xlsx"]) == DONE
    assert "Đã nhập 0 số, trong đó 0 số đã hủy; 4 số đã có sẵn" in capsys.readouterr().out


def test_what_the_register_has_otherwise_stops_an_import(capsys: pytest.CaptureFixture[str]) -> None:
    main(["number", "import", csv(GOOD)])
    assert main(["number", "import", csv(["01-KH/ĐU;06/9/2025;Kế hoạch khác;;;"]), "--take", "x"]) == FINDINGS
    assert "register/number-taken" in "".join(capsys.readouterr())
    assert numbers() == [(1, "issued"), (2, "issued")]


SPOILT = {
    "a line changed by hand": (workbook.BOOK, "C3", "Kế hoạch khác", "register/sheet-changed"),
    "data changed by hand": (workbook.DATA, "A3", "{}", "register/data-changed"),
    "data of what cannot be": (workbook.DATA, "A3", None, "register/data-changed"),
}


@pytest.mark.parametrize(("page", "cell", "text", "code"), SPOILT.values(), ids=SPOILT)
def test_an_exported_book_that_was_changed_is_told(
    page: str, cell: str, text: str | None, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["number", "import", csv(GOOD)])
    main(["number", "export", "-o", "so.xlsx"])
    book = load_workbook("so.xlsx")
    held_text = str(book[page][cell].value)
    book[page][cell] = held_text.replace("2025-09-05", "") if text is None else text
    book.save("so.xlsx")
    assert main(["number", "import", "so.xlsx"]) == FINDINGS
    assert code in "".join(capsys.readouterr())


EXPORTS = {
    "all": ((), 3),
    "one type": (("--kind", "KH"), 2),
    "one type by its name": (("--kind", "báo cáo"), 1),
    "a year": (("--year", "2026"), 1),
    "a term": (("--term", "2025 - 2030"), 3),
    "days": (("--from", "06/9/2025", "--to", "31/12/2025"), 1),
}


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
@pytest.mark.parametrize(("options", "count"), EXPORTS.values(), ids=EXPORTS)
def test_which_lines_are_exported(
    options: Sequence[str], count: int, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["number", "import", csv([*GOOD, "01-BC/ĐU;05/01/2026;Báo cáo năm;;;"])])
    assert main(["number", "export", "-o", f"so{suffix}", *options]) == DONE
    assert f"so{suffix}: {count} số." in capsys.readouterr().out
    assert zipfile.is_zipfile(f"so{suffix}")


REFUSED = {
    "another sort of file": (("export", "-o", "so.pdf"), COULD_NOT_RUN),
    "a year and a term": (("export", "--year", "2026", "--term", "2025 - 2030"), COULD_NOT_RUN),
    "no such day": (("export", "--from", "30/02/2026"), COULD_NOT_RUN),
    "no such type": (("export", "--kind", "XYZ"), FINDINGS),
    "no such unit": (("export", "--unit", "khong-co"), FINDINGS),
    "no book yet": (("export",), FINDINGS),
    "a book that is no table": (("import", "vanthu.yaml"), COULD_NOT_RUN),
    "a reason that says nothing": (("import", "so-cu.csv", "--take", " "), COULD_NOT_RUN),
}


@pytest.mark.parametrize(("words", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(words: Sequence[str], code: int) -> None:
    csv(GOOD)
    assert main(["number", *words]) == code
    assert not Path(REGISTER_FILE).exists()


def test_nothing_that_fits_is_no_book() -> None:
    main(["number", "import", csv(GOOD)])
    assert main(["number", "export", "--year", "2031", "-o", "so.docx"]) == FINDINGS
    assert not Path("so.docx").exists()


def test_a_file_that_is_there_is_replaced_only_on_demand() -> None:
    main(["number", "import", csv(GOOD)])
    Path("so.xlsx").write_text("của người khác")
    assert main(["number", "export", "-o", "so.xlsx"]) == COULD_NOT_RUN
    assert Path("so.xlsx").read_text() == "của người khác"
    assert main(["number", "export", "-o", "so.xlsx", "--overwrite"]) == DONE
    assert main(["number", "export", "-o", "so.docx"]) == DONE
    assert main(["number", "export", "-o", "so.docx"]) == DONE
