"""`vanthu form fill`: a superior's form filled in with our totals, and read back as the answer that it is."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook

from generator.commands.main import main
from generator.figures.returned import Returned, read_form
from generator.figures.workbook import AskRow, UnitAsk, make_form
from generator.model.answers import Given
from generator.model.collection import Question
from generator.model.figure_reference import FIELDS
from generator.model.indicator import Indicator
from generator.model.report import NullReason
from generator.sources.load import load_indicators

DONE, FINDINGS, NOT_RUN = 0, 1, 2
ORDER = ["form", "fill", "trên.xlsx", "plans/ke-hoach.yaml", "--phase", "2", "-o", "gửi.xlsx"]
WARDS = ("dang-uy-phuong-le-binh", "dang-uy-phuong-hung-phu")
FORM = """\
title: Số liệu
period_from: 2024-11-25
period_to: 2025-05-31
due: 2025-06-03
units: [dang-uy-phuong-le-binh, dang-uy-phuong-hung-phu]
asks:
  - indicators: [oral_sessions, oral_attendees, banners, cells_done_rate]
"""
REPORT = {
    "phase": 2,
    "leadership": ["Đã ban hành kế hoạch."],
    "results": [{"title": "Tuyên truyền miệng", "content": ["Đã tổ chức."]}],
    "strengths": ["Làm sớm"],
    "difficulties": [{"text": "thiếu **loa** ở {oral_sessions} buổi"}, {"text": "=1+1"}],
    "next_tasks": [{"text": "Làm tiếp"}],
}
ANSWERS = {
    (1, WARDS[0]): "oral_sessions: 10",
    (
        2,
        WARDS[0],
    ): "oral_sessions: 31\n  oral_attendees: {value: 900, approximate: true}\n  cells_done: 9\n  cells_total: 12",
    (2, WARDS[1]): "oral_sessions: 0\n  oral_attendees: 0\n  cells_done: 20\n  cells_total: 20",
}
CATALOGUE = load_indicators()


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    made = tmp_path / "ví dụ"
    main(["new", str(made), "--example", "cai-rang"])
    monkeypatch.chdir(made)
    shutil.rmtree("figures", ignore_errors=True)
    plan = Path("plans/ke-hoach.yaml")
    data = yaml.safe_load(plan.read_text("utf-8"))
    report = {name: value for name, value in data["reports"][0].items() if name not in FIELDS} | REPORT
    forms = [yaml.safe_load(FORM) | {"phase": phase} for phase in (1, 2)]
    data |= {"forms": forms, "reports": [report]}
    plan.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    for (phase, unit), figures in ANSWERS.items():
        file = Path(f"figures/ke-hoach/dot-{phase}/{unit}.yaml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"unit: {unit}\nphase: {phase}\nfigures:\n  {figures}\n", "utf-8")
    capsys.readouterr()
    return made


def above(
    *indicators: Indicator,
    questions: tuple[str, ...] = (),
    unit: str = "quan-uy-cai-rang",
    name: str = "Quận ủy Cái Răng",
) -> UnitAsk:
    """The form of a superior body."""
    return UnitAsk(
        plan="bao-cao-thanh-uy",
        phase=7,
        version=1,
        title="Số liệu toàn thành phố",
        office="Thành ủy Cần Thơ",
        unit=unit,
        unit_name=name,
        period_from=date(2025, 1, 1),
        period_to=date(2025, 12, 31),
        due=date(2026, 1, 15),
        contact="",
        rows=tuple(map(AskRow, indicators)),
        questions=tuple(Question(id=each, text="Hỏi") for each in questions),
    )


def filled(asked: UnitAsk, code: int = DONE) -> Returned:
    Path("trên.xlsx").write_bytes(make_form(asked))
    assert main(ORDER) == code
    return read_form(Path("gửi.xlsx"))


SESSIONS, ATTENDEES, BANNERS = (CATALOGUE[code] for code in ("oral_sessions", "oral_attendees", "banners"))


@pytest.mark.parametrize(
    ("indicator", "given"),
    [
        (SESSIONS, Given(value=Decimal(31))),
        (ATTENDEES, Given(value=Decimal(900), approximate=True)),
        (CATALOGUE["cells_done"], Given(value=Decimal(29))),
        (CATALOGUE["cells_total"], Given(value=Decimal(32))),
        (BANNERS, Given(null_reason=NullReason.NOT_REPORTED)),
        (CATALOGUE["film_shows"], Given(null_reason=NullReason.NOT_REPORTED)),
        (SESSIONS.model_copy(update={"unit": "cuộc"}), Given(null_reason=NullReason.NOT_REPORTED)),
        (SESSIONS.model_validate(SESSIONS.model_dump() | {"counting": "cumulative"}), Given(value=Decimal(41))),
    ],
)
def test_what_matches_is_filled_in_and_the_rest_left_empty(workspace: Path, indicator: Indicator, given: Given) -> None:
    assert filled(above(indicator)).figures == {indicator.code: given}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (above(BANNERS), ["trên.xlsx:Biểu số liệu!F8", "chưa có số liệu của đơn vị nào"]),
        (above(CATALOGUE["film_shows"]), ["film_shows", "không có trong biểu số liệu"]),
        (above(SESSIONS.model_copy(update={"unit": "cuộc"})), ["tính bằng cuộc", "tính bằng buổi"]),
        (above(SESSIONS, unit="ma-khac"), ["Đã điền 1/1 chỉ tiêu"]),
        (above(SESSIONS, questions=("hoi-them",)), ["A12", "không suy ra được từ báo cáo"]),
        (above(SESSIONS, questions=("mo-hinh",)), ["báo cáo không ghi gì"]),
        (above(SESSIONS), ["góp ý figures/other-phase biểu của cấp trên ghi đợt 7, đang điền bằng số liệu đợt 2"]),
        (above(SESSIONS), ["Đã điền 1/1 chỉ tiêu và 0 câu trả lời vào gửi.xlsx"]),
    ],
)
def test_what_a_person_has_to_look_at_is_told(
    workspace: Path, asked: UnitAsk, said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    filled(asked)
    out = capsys.readouterr().out
    assert [each for each in said if each not in out] == []


def test_a_figure_that_some_units_have_not_given_says_so(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(f"figures/ke-hoach/dot-2/{WARDS[1]}.yaml").unlink()
    assert filled(above(SESSIONS)).figures == {"oral_sessions": Given(value=Decimal(31))}
    out = capsys.readouterr().out
    assert "figures/units-missing “Số buổi tuyên truyền miệng”: đã điền 31, còn thiếu 1 đơn vị" in out
    assert "thiếu: Đảng ủy phường Hưng Phú;" in out


@pytest.mark.parametrize("question", ["kho-khan", "difficulties"])
def test_questions_are_answered_from_the_report_as_text(workspace: Path, question: str) -> None:
    assert filled(above(SESSIONS, questions=(question,))).texts == {question: "thiếu loa ở 31 buổi\n=1+1"}
    cell = load_workbook("gửi.xlsx")["Biểu số liệu"]["A12"]
    assert (cell.value, cell.data_type) == ("thiếu loa ở 31 buổi\n=1+1", "s")


def test_it_comes_back_as_an_answer_of_that_form(workspace: Path) -> None:
    back = filled(above(SESSIONS, ATTENDEES, questions=("kho-khan",)))
    assert back.diagnostics == ()
    assert (back.unit, back.plan, back.phase, back.version) == ("quan-uy-cai-rang", "bao-cao-thanh-uy", 7, 1)
    assert back.saved_at is not None


def test_what_somebody_typed_stays(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = {"oral_sessions": Given(value=Decimal(1)), "oral_attendees": Given(null_reason=NullReason.NOT_APPLICABLE)}
    asked = above(SESSIONS, ATTENDEES, questions=("kho-khan",))
    back = filled(replace(asked, filled=typed, texts={"kho-khan": "Không"}))
    assert (dict(back.figures), dict(back.texts)) == (typed, {"kho-khan": "Không"})
    assert capsys.readouterr().out.count("giữ nguyên") == 3


def test_all_that_was_asked_and_locked_is_as_it_came(workspace: Path) -> None:
    filled(above(SESSIONS, questions=("kho-khan",)))
    before, after = (load_workbook(name)["Biểu số liệu"] for name in ("trên.xlsx", "gửi.xlsx"))
    assert after.protection.sheet
    assert after.print_title_rows == before.print_title_rows
    assert len(after.data_validations.dataValidation) == len(before.data_validations.dataValidation)
    assert {cell.coordinate for row in after.iter_rows() for cell in row if not cell.protection.locked} == {
        cell.coordinate for row in before.iter_rows() for cell in row if not cell.protection.locked
    }
    assert load_workbook("gửi.xlsx")["_vanthu"].sheet_state == "veryHidden"


def edited(change: Callable[[object], None]) -> bytes:
    book = load_workbook(io.BytesIO(make_form(above(SESSIONS, ATTENDEES))))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "returned/"),
        (b"so lieu", "returned/"),
        (make_form(above(SESSIONS))[:900], "returned/"),
        (edited(lambda book: book.remove(book["_vanthu"])), "returned/"),
        (edited(lambda book: book["_vanthu"].cell(5, 2, "khac")), "returned/"),
        (edited(lambda book: book["Biểu số liệu"].insert_rows(8)), "figures/form-changed"),
        (edited(lambda book: book["Biểu số liệu"].delete_rows(8)), "returned/"),
        (edited(lambda book: setattr(book["Biểu số liệu"], "title", "Khác")), "figures/form-changed"),
    ],
    ids=["empty", "text", "cut", "no-ids", "edited-ids", "row-more", "row-less", "renamed"],
)
def test_what_is_no_form_is_refused(
    workspace: Path, data: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("trên.xlsx").write_bytes(data)
    assert main(ORDER) == FINDINGS
    out = capsys.readouterr().out
    assert said in out
    assert "thu lại" not in out
    assert not Path("gửi.xlsx").exists()


def test_the_form_of_another_office_is_refused(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = above(SESSIONS, unit="quan-uy-o-mon", name="Quận ủy Ô Môn")
    Path("trên.xlsx").write_bytes(make_form(asked))
    assert main(ORDER) == FINDINGS
    out = capsys.readouterr().out
    assert "lỗi figures/form-of-another" in out
    assert "Quận ủy Ô Môn (quan-uy-o-mon)" in out
    assert "Quận ủy Cái Răng (quan-uy-cai-rang)" in out
    assert not Path("gửi.xlsx").exists()


@pytest.mark.parametrize("name", ["trên.docx", "trên"])
def test_a_file_of_another_kind_is_called_what_it_is(
    workspace: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(b"PK")
    assert main([*ORDER[:2], name, *ORDER[3:]]) == FINDINGS
    out = capsys.readouterr().out
    assert "figures/not-a-form" in out
    assert "dù tên là" not in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([*ORDER[:5], "9", *ORDER[6:]], FINDINGS, "data/no-form"),
        ([*ORDER[:7], "gửi.docx"], NOT_RUN, "gửi.docx"),
        ([*ORDER[:7], "trên.xlsx"], NOT_RUN, "--overwrite"),
        (["form", "fill", "không.xlsx", *ORDER[3:]], FINDINGS, "không.xlsx"),
    ],
)
def test_what_cannot_be_done_is_told(
    workspace: Path, arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("trên.xlsx").write_bytes(make_form(above(SESSIONS)))
    assert main(arguments) == code
    captured = capsys.readouterr()
    assert said in captured.out + captured.err
    assert not Path("gửi.xlsx").exists()


def test_in_place_when_told_so(workspace: Path) -> None:
    Path("trên.xlsx").write_bytes(make_form(above(SESSIONS)))
    assert main([*ORDER[:7], "trên.xlsx", "--overwrite"]) == DONE
    assert read_form(Path("trên.xlsx")).figures == {"oral_sessions": Given(value=Decimal(31))}


def test_faults_among_our_own_answers_are_told_beside(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(f"figures/ke-hoach/dot-2/{WARDS[1]}.yaml").write_text("unit: [", "utf-8")
    assert filled(above(SESSIONS), FINDINGS).figures == {"oral_sessions": Given(value=Decimal(31))}
    out = capsys.readouterr().out
    assert f"dot-2/{WARDS[1]}.yaml" in out
    assert "còn thiếu 1 đơn vị" in out
