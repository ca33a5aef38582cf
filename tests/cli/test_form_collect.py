"""`vanthu form collect`: whose forms they are, which of several counts, and that nothing typed by hand is lost."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from generator.commands.main import main
from generator.figures.layout import UNIT_ROW
from generator.sources.answers import parse_answer
from generator.vietnamese.clock import VIETNAM

DONE, FINDINGS, NOT_RUN = 0, 1, 2
LE_BINH, DOAN = "dang-uy-phuong-le-binh", "chi-bo-quan-doan"
SHEET = "Biểu số liệu"
EARLY, LATE = datetime(2025, 6, 2, 8, tzinfo=VIETNAM), datetime(2025, 6, 4, 8, tzinfo=VIETNAM)
ANSWERS = Path("figures/ke-hoach/dot-1")

Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example without answers, and the forms of its first phase."""
    folder = tmp_path_factory.mktemp("office") / "ví dụ"
    main(["new", str(folder), "--example", "cai-rang"])
    shutil.rmtree(folder / "figures", ignore_errors=True)
    plan = folder / "plans" / "ke-hoach.yaml"
    main(["--workspace", str(folder), "form", "make", str(plan), "--phase", "1", "-o", str(folder / "out" / "bieu")])
    return folder


@pytest.fixture
def collect(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    shutil.copytree(made, tmp_path / "w", symlinks=True)
    monkeypatch.chdir(tmp_path / "w")
    Path("về").mkdir()
    capsys.readouterr()

    def run(*options: str, phase: int = 1) -> tuple[int, str]:
        code = main(["form", "collect", "về", "--phase", str(phase), "--by", "Văn thư", *options])
        return code, capsys.readouterr().out

    return run


def send(name: str, unit: str = LE_BINH, at: datetime = EARLY, **typed: Any) -> Path:
    """A unit's form comes back; `typed`: values by cell. By default everything is filled in with a 5 and a 60."""
    book = load_workbook(Path("out/bieu") / f"{unit}.xlsx")
    page = book[SHEET]
    amounts = {"F8": 5, "F9": 60} if not typed else {}
    row = 10
    while page[f"C{row}"].value and page[f"A{row}"].value:
        amounts |= {f"F{row}": 7} if not typed else {}
        row += 1
    for place, value in (amounts | typed).items():
        page[place].value = value
    file = Path("về") / name
    file.parent.mkdir(parents=True, exist_ok=True)
    book.save(file)
    _stamp(file, at)
    return file


def _utc(at: datetime) -> datetime:
    return (at - timedelta(hours=7)).replace(tzinfo=None)


def _stamp(file: Path, at: datetime) -> None:
    """The library writes the moment of its own saving: put back the one that is wanted."""
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    stamp = f"{_utc(at):%Y-%m-%dT%H:%M:%SZ}".encode()
    parts["docProps/core.xml"] = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, parts["docProps/core.xml"]
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def answer(unit: str = LE_BINH) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ANSWERS / f"{unit}.yaml").read_text(encoding="utf-8"))
    return found


def test_any_file_name_in_any_folder_will_do(collect: Run) -> None:
    send("Biểu (bản cuối) – sửa.xlsx")
    send("phường/sâu/x.XLSX", DOAN)
    code, said = collect()
    assert code == DONE
    assert "Mới lấy: 2 đơn vị." in said
    assert "Chưa có số liệu của 19 trên 21 đơn vị" in said
    found = answer()
    assert found["figures"]["oral_sessions"] == 5
    assert found["received"]["file"] == "Biểu (bản cuối) – sửa.xlsx"
    assert found["received"]["by"] == "Văn thư"
    assert str(found["answered_on"]) == "2025-06-02"
    assert sorted(each.name for each in ANSWERS.glob("[!.]*")) == [f"{DOAN}.yaml", f"{LE_BINH}.yaml"]


def test_the_same_folder_again_changes_nothing(collect: Run) -> None:
    file = send("a.xlsx")
    collect()
    before = {each: (each.read_bytes(), each.stat().st_mtime_ns) for each in ANSWERS.iterdir()}
    file.rename("về/tên khác.xlsx")
    code, said = collect()
    assert code == DONE
    assert "không đổi: 1 đơn vị" in said
    assert {each: (each.read_bytes(), each.stat().st_mtime_ns) for each in ANSWERS.iterdir()} == before


def test_nothing_is_written_in_a_rehearsal(collect: Run) -> None:
    send("a.xlsx")
    code, said = collect("--dry-run")
    assert code == DONE
    assert "Mới lấy: 1 đơn vị." in said
    assert not ANSWERS.exists()


@pytest.mark.parametrize(("first", "second"), [("a.xlsx", "b.xlsx"), ("b.xlsx", "a.xlsx")])
def test_of_two_files_the_one_that_was_saved_later_wins(collect: Run, first: str, second: str) -> None:
    send(first, at=EARLY, F8=1, F9=20)
    send(second, at=LATE, F8=2, F9=30)
    code, said = collect()
    assert code == DONE
    assert f"{first}: cảnh báo returned/two-answers" in said
    assert answer()["figures"]["oral_sessions"] == 2


def test_the_same_file_twice_is_but_a_note(collect: Run) -> None:
    shutil.copy(send("a.xlsx"), "về/a (1).xlsx")
    code, said = collect()
    assert code == DONE
    assert "góp ý returned/same-file" in said


def test_a_later_file_with_an_error_is_not_replaced_by_an_earlier_one(collect: Run) -> None:
    send("a.xlsx", at=EARLY)
    send("b.xlsx", at=LATE, F8="mười hai", F9=30)
    code, said = collect()
    assert code == FINDINGS
    assert "về/b.xlsx:Biểu số liệu!F8: lỗi returned/text-in-number" in said
    assert "Chưa lấy vì có lỗi: 1 đơn vị" in said
    assert not [*ANSWERS.glob("[!.]*")]


def test_partly_takes_what_is_sound(collect: Run) -> None:
    send("b.xlsx", F8="mười hai", F9=30)
    code, _said = collect("--partly")
    assert code == FINDINGS
    assert answer()["figures"]["oral_sessions"] == "not_reported"
    assert answer()["figures"]["oral_attendees"] == 30


def test_a_filled_form_wins_over_a_blank_one_that_is_later(collect: Run) -> None:
    send("a.xlsx", at=EARLY)
    shutil.copy(f"out/bieu/{LE_BINH}.xlsx", "về/gửi đi.xlsx")
    send("trống.xlsx", at=LATE, A1="sửa tiêu đề")
    code, said = collect()
    assert code == DONE
    assert "trống.xlsx: cảnh báo returned/blank" in said
    assert answer()["figures"]["oral_sessions"] == 5


def corrected() -> None:
    """A clerk changes a figure in the file."""
    file = ANSWERS / f"{LE_BINH}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("oral_sessions: 5", "oral_sessions: 6"), encoding="utf-8")


def test_a_newer_file_replaces_what_was_collected(collect: Run) -> None:
    send("a.xlsx", at=EARLY)
    collect()
    send("a.xlsx", at=LATE, F8=9, F9=90)
    code, said = collect()
    assert code == DONE
    assert "góp ý returned/replaced" in said
    assert answer()["figures"]["oral_sessions"] == 9


def test_an_older_file_does_not(collect: Run) -> None:
    send("a.xlsx", at=LATE)
    collect()
    send("a.xlsx", at=EARLY, F8=9, F9=90)
    code, said = collect("--overwrite")
    assert code == DONE
    assert "góp ý returned/older" in said
    assert answer()["figures"]["oral_sessions"] == 5


@pytest.mark.parametrize("options", [(), ("--overwrite",)])
def test_the_same_file_leaves_a_correction_alone(collect: Run, options: tuple[str, ...]) -> None:
    send("a.xlsx")
    collect()
    corrected()
    code, _said = collect(*options)
    assert code == DONE
    assert answer()["figures"]["oral_sessions"] == 6


def test_a_newer_file_wins_over_a_correction_only_where_that_is_said(collect: Run) -> None:
    send("a.xlsx", at=EARLY)
    collect()
    corrected()
    send("b.xlsx", at=LATE, F8=9, F9=90)
    code, said = collect()
    assert code == FINDINGS
    assert f"{LE_BINH}.yaml: lỗi returned/corrected-by-hand" in said
    assert answer()["figures"]["oral_sessions"] == 6
    code, said = collect("--overwrite")
    assert code == DONE
    assert "cảnh báo returned/replaced" in said
    assert answer()["figures"]["oral_sessions"] == 9


BY_HAND = {
    f"unit: {LE_BINH}\nphase: 1\nfigures:\n  oral_sessions: 6\n": ("corrected-by-hand", "Giữ số liệu đã sửa bằng tay"),
    "unit: [hỏng\n": ("kept-unreadable", "Tệp trả lời đang giữ không đọc được, chưa thay"),
}


@pytest.mark.parametrize("content", BY_HAND)
def test_what_was_typed_by_hand_is_not_overwritten(collect: Run, content: str) -> None:
    send("a.xlsx")
    ANSWERS.mkdir(parents=True)
    file = ANSWERS / f"{LE_BINH}.yaml"
    file.write_text(content, encoding="utf-8")
    code, said = collect()
    assert code == FINDINGS
    told, line = BY_HAND[content]
    assert f"lỗi returned/{told}" in said
    assert f"{line}: 1 đơn vị: {LE_BINH}." in said
    assert (f"{LE_BINH}.yaml:1:7: lỗi data/yaml-syntax" in said) == (told == "kept-unreadable")
    assert file.read_text(encoding="utf-8") == content
    assert collect("--overwrite")[0] == DONE
    assert answer()["figures"]["oral_sessions"] == 5


OTHER_FILES = {
    "a.xls": ("returned/not-xlsx", FINDINGS),
    "a.ods": ("returned/not-xlsx", FINDINGS),
    "a.csv": ("returned/not-xlsx", FINDINGS),
    "a.docx": ("returned/not-xlsx", FINDINGS),
    "a.zip": ("returned/not-xlsx", FINDINGS),
    "a.pdf": ("returned/not-xlsx", DONE),
    "a.txt": ("returned/not-xlsx", DONE),
    "~$a.xlsx": ("returned/open-elsewhere", DONE),
    ".~lock.a.xlsx#": ("returned/open-elsewhere", DONE),
    "a.xlsx.tmp": ("returned/temporary", DONE),
}


@pytest.mark.parametrize("name", OTHER_FILES)
def test_what_is_not_read_is_told(collect: Run, name: str) -> None:
    send("a.xlsx")
    Path("về", name).write_bytes(b"x")
    code, wanted = OTHER_FILES[name]
    assert collect()[0] == wanted
    assert code in collect()[1]


@pytest.mark.parametrize("name", ["", "~$a.xlsx", "Thumbs.db", "a.pdf"])
def test_a_folder_without_forms_is_told(collect: Run, name: str) -> None:
    if name:
        Path("về", name).write_bytes(b"x")
    code, said = collect()
    assert code == FINDINGS
    assert "lỗi returned/no-files không có tệp .xlsx nào" in said
    assert "open-elsewhere" not in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_opened(collect: Run) -> None:
    os.mkfifo("về/a.xlsx")
    code, said = collect()
    assert code == FINDINGS
    assert "returned/unreadable" in said


def edit_plan(old: str, new: str) -> None:
    plan = Path("plans/ke-hoach.yaml")
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_form_of_another_phase_is_told(collect: Run) -> None:
    send("a.xlsx")
    code, said = collect(phase=2)
    assert code == FINDINGS
    assert "returned/other-phase" in said
    assert "--phase 1" in said


def test_a_form_of_another_plan_is_told(collect: Run) -> None:
    send("a.xlsx")
    Path("plans/ke-hoach.yaml").rename("plans/khac.yaml")
    code, said = collect()
    assert code == FINDINGS
    assert "returned/other-plan" in said


def test_a_unit_that_is_not_asked_any_more_is_told(collect: Run) -> None:
    send("a.xlsx", "phong-van-hoa-thong-tin")
    place = "trung-tam-van-hoa-the-thao-truyen-thanh\n    asks:"
    edit_plan(f"      - phong-van-hoa-thong-tin\n      - {place}", f"      - {place}")
    edit_plan("      - indicators: [harmful_handled]\n        units: [phong-van-hoa-thong-tin]\n", "")
    code, said = collect()
    assert code == FINDINGS
    assert "returned/unit-not-asked" in said


def test_a_form_of_an_earlier_version_is_taken_and_told(collect: Run) -> None:
    unit = "phong-van-hoa-thong-tin"
    send("a.xlsx", unit)
    edit_plan("  - phase: 1\n    title: Số liệu", "  - phase: 1\n    version: 2\n    title: Số liệu")
    edit_plan(f"[harmful_handled]\n        units: [{unit}]", f"[articles]\n        units: [{unit}]")
    code, said = collect()
    assert code == DONE, said
    assert "cảnh báo returned/other-version" in said
    assert "cảnh báo returned/not-asked" in said
    assert "biểu lần 1, kế hoạch đang hỏi theo biểu lần 2; không có 1 chỉ tiêu đang hỏi" in said
    assert answer(unit)["version"] == 1
    assert answer(unit)["figures"]["articles"] == "not_reported"
    assert "harmful_handled" not in answer(unit)["figures"]


def test_many_files_of_an_earlier_version_are_one_line(collect: Run) -> None:
    units = [LE_BINH, DOAN, "chi-bo-van-phong-quan-uy", "chi-bo-hoi-nong-dan-quan"]
    for number, unit in enumerate(units):
        send(f"{number}.xlsx", unit, F8=5, F9=60)
    edit_plan("  - phase: 1\n    title: Số liệu", "  - phase: 1\n    version: 2\n    title: Số liệu")
    edit_plan(
        "indicators: [oral_sessions, oral_attendees, social_posts]", "indicators: [oral_sessions, oral_attendees]"
    )
    edit_plan("      - {indicator: social_posts, value: 1000}\n", "")
    edit_plan("- indicators: [radio_broadcasts,", "- indicators: [articles]\n      - indicators: [radio_broadcasts,")
    code, said = collect()
    assert code == DONE, said
    assert said.count("returned/other-version") == 1
    assert "returned/indicator-missing" not in said
    assert "4 tệp: biểu lần 1, kế hoạch đang hỏi theo biểu lần 2: 0.xlsx, 1.xlsx, 2.xlsx và 1 tệp nữa; không có" in said


CONTRADICTIONS = {
    "zero": ({"F8": 0, "F9": 60, "F10": 7}, "data/zero-beside-figure", "F8", ("oral_sessions", "oral_attendees")),
    "part": ({"F8": 5, "F9": 60, "F14": 9, "F15": 8}, "data/part-exceeds-whole", "F14", ("cells_done", "cells_total")),
}


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_what_contradicts_itself_is_told_at_its_cell_and_not_taken(collect: Run, case: str) -> None:
    typed, rule, cell, _codes = CONTRADICTIONS[case]
    send("a.xlsx", **typed)
    code, said = collect()
    assert code == FINDINGS
    assert f"về/a.xlsx:Biểu số liệu!{cell}: lỗi {rule}" in said
    assert f"Chưa lấy vì có lỗi: 1 đơn vị: {LE_BINH}." in said
    assert not [*ANSWERS.glob("[!.]*")]


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_partly_leaves_out_every_cell_of_a_contradiction_and_no_other(collect: Run, case: str) -> None:
    typed, _rule, _cell, codes = CONTRADICTIONS[case]
    send("a.xlsx", **typed)
    assert collect("--partly")[0] == FINDINGS
    found = answer()["figures"]
    assert [found[code] for code in codes] == ["not_reported"] * 2
    assert len([value for value in found.values() if value != "not_reported"]) == len(typed) - 2
    main(["form", "status", "--phase", "1"])
    send("b.xlsx", at=LATE)
    assert collect()[0] == DONE  # what was taken so is no one's work by hand


def test_bad_cells_and_a_contradiction_between_sound_ones_are_told_at_once(collect: Run) -> None:
    send("a.xlsx", F8=0, F9=60, F10="mười", F14=9)
    code, said = collect()
    assert code == FINDINGS
    assert "F8: lỗi data/zero-beside-figure" in said
    assert "F10: lỗi returned/text-in-number" in said
    assert "half-a-ratio" not in said


def test_a_form_that_is_not_taken_is_on_record_until_a_sound_one_is(
    collect: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    def standing() -> str:
        main(["form", "status", "--phase", "1", "--on", "10/6/2025"])
        (line,) = (line for line in capsys.readouterr().out.splitlines() if f" {LE_BINH} " in line)
        return line

    send("a.xlsx", F8="mười hai", F9=30)
    collect("--dry-run")
    assert "chưa báo cáo" in standing()
    collect()
    assert "đã gửi, còn lỗi" in standing()
    send("a.xlsx", at=LATE)
    collect()
    assert "04/06/2025, trễ 1 ngày" in standing()
    (ANSWERS / f"{LE_BINH}.yaml").unlink()
    assert "chưa báo cáo" in standing()


def test_the_day_on_which_they_came_may_be_said(collect: Run) -> None:
    send("a.xlsx")
    collect("--received", "03/6/2025")
    assert str(answer()["answered_on"]) == "2025-06-03"


def test_a_clock_that_runs_ahead_does_not_win_for_ever(collect: Run) -> None:
    send("a.xlsx", at=datetime(2099, 1, 1, tzinfo=VIETNAM))
    _code, said = collect()
    assert "returned/saved-in-future" in said
    assert answer()["received"]["saved_at"].year < 2099


def test_an_answer_is_read_back_as_it_was_written(collect: Run) -> None:
    send("a.xlsx")
    collect()
    file = ANSWERS / f"{LE_BINH}.yaml"
    found = parse_answer(file.read_bytes(), file)
    assert found.is_plain
    assert found.record.received is not None
    assert found.record.received.seal


@pytest.mark.parametrize(
    "arguments",
    [
        ["form", "collect", "không có", "--phase", "1"],
        ["form", "collect", "về", "--phase", "1", "--received", "hôm qua"],
    ],
)
def test_a_wrong_command_line_is_told(collect: Run, arguments: list[str]) -> None:
    assert main(arguments) == NOT_RUN


def test_a_phase_without_a_form_is_told(collect: Run) -> None:
    code, said = collect(phase=9)
    assert code == FINDINGS
    assert "data/no-form" in said


@pytest.mark.skipif(os.name == "nt", reason="the system has no such names")
@pytest.mark.parametrize("name", [b"\x1b[31m.xlsx", b"\xff\xfe.xlsx", "Bie\u0302\u0309u.xlsx".encode()])
def test_a_file_of_any_name_is_taken(collect: Run, name: bytes) -> None:
    os.rename(send("a.xlsx"), os.fsdecode(b"v\xe1\xbb\x81/" + name))
    code, said = collect()
    assert code == DONE, said
    assert answer()["figures"]["oral_sessions"] == 5


HEADS = {
    "Đơn vị báo cáo: Chi bộ Quận đoàn": ("lỗi returned/other-unit", FINDINGS),
    "Đơn vị báo cáo: Đảng ủy phường Lê Bình cũ": ("cảnh báo returned/unit-renamed", DONE),
    "ĐƠN VỊ BÁO CÁO:  đảng ủy  phường Lê Bình": ("", DONE),
}


@pytest.mark.parametrize("head", HEADS)
def test_whose_the_form_says_it_is_in_plain_sight(collect: Run, head: str) -> None:
    send("a.xlsx", F8=5, F9=60, **{f"A{UNIT_ROW}": head})
    told, wanted = HEADS[head]
    code, said = collect()
    assert code == wanted, said
    assert told in said
    assert told or "returned/unit" not in said
    assert (ANSWERS / f"{LE_BINH}.yaml").exists() == (wanted == DONE)


CATALOGUES = {
    "name: Số buổi nói chuyện, unit: buổi": ("cảnh báo returned/indicator-renamed", DONE),
    "name: Số buổi tuyên truyền miệng, unit: người": ("lỗi returned/other-indicator", FINDINGS),
    "name: Số lượt người dự tuyên truyền miệng, unit: buổi": ("cảnh báo returned/indicator-renamed", DONE),
    "name: Số buổi tuyên truyền miệng, unit: buổi": ("", DONE),
}


@pytest.mark.parametrize("entry", CATALOGUES)
def test_what_a_row_asked_beside_what_its_code_means_now(collect: Run, entry: str) -> None:
    send("a.xlsx")
    Path("indicators.yaml").write_text(f"indicators:\n  - {{code: oral_sessions, {entry}}}\n", encoding="utf-8")
    told, wanted = CATALOGUES[entry]
    code, said = collect()
    assert code == wanted, said
    assert told in said
    assert (ANSWERS / f"{LE_BINH}.yaml").exists() == (wanted == DONE)


def test_codes_that_changed_places_are_told(collect: Run) -> None:
    """Both names are asked for, each under the other's code."""
    send("a.xlsx")
    swapped = [
        "{code: banners, name: Số buổi văn nghệ, unit: băng rôn}",
        "{code: art_events, name: Số băng rôn, unit: buổi}",
    ]
    Path("indicators.yaml").write_text("indicators:\n" + "".join(f"  - {each}\n" for each in swapped), encoding="utf-8")
    code, said = collect()
    assert code == FINDINGS
    assert "lỗi returned/other-indicator" in said


ACTIVE = {
    "xl/vbaProject.bin": "cảnh báo returned/macros",
    "xl/externalLinks/externalLink1.xml": "cảnh báo returned/external-links",
}


@pytest.mark.parametrize("part", ACTIVE)
def test_what_a_workbook_has_beside_its_sheets_is_told_and_the_figures_are_taken(collect: Run, part: str) -> None:
    with zipfile.ZipFile(send("a.xlsx"), "a") as package:
        package.writestr(part, b"<x/>")
    code, said = collect()
    assert code == DONE, said
    assert ACTIVE[part] in said
    assert answer()["figures"]["oral_sessions"] == 5


def test_what_a_killed_run_left_is_taken_away(collect: Run) -> None:
    ANSWERS.mkdir(parents=True)
    (ANSWERS / ".vanthu-0123.tmp").write_bytes(b"half")
    send("a.xlsx")
    collect()
    assert not [*ANSWERS.glob("*.tmp")]


NAMES = {"a\x1b[2Jb.xlsx": "a\\x1b[2Jb.xlsx", "a\u202eb.xlsx": "a\\u202eb.xlsx", "a\nlỗi b.xlsx": "a ⏎ lỗi b.xlsx"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_cannot_write_on_the_terminal(collect: Run, name: str) -> None:
    send("a.xlsx", F8="mười").rename(Path("về", name))
    _code, said = collect()
    assert f"về/{NAMES[name]}:Biểu số liệu!F8: lỗi" in said
    assert name not in said


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_a_link_to_itself_is_told(collect: Run) -> None:
    Path("về/vòng.xlsx").symlink_to("vòng.xlsx")
    send("a.xlsx")
    code, said = collect()
    assert code == FINDINGS
    assert "về/vòng.xlsx: lỗi returned/unreadable" in said
    assert "Mới lấy: 1 đơn vị." in said
