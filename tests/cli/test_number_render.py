"""`vanthu render` and the register: which number stands in a document, and when one is not made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.numbered import COULD_NOT_RUN, FINDINGS, PLAN, UNIT, book, edit, has_all, office, said, states, words

NUMBERED = {
    "the plan": ([], "out/plan.docx", "Số 01-KH/ĐU"),
    "of a unit": (["--kind", "guidance", "--unit", UNIT], f"out/guidance-{UNIT}.docx", "Số 01-HD/CB"),
    "a copy": (["--copy", "1"], "out/plan-copy-1.docx", "01-BS/ĐU"),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = office(tmp_path / "xã")
    monkeypatch.chdir(made)
    return made


@pytest.mark.parametrize(("arguments", "file", "number"), NUMBERED.values(), ids=NUMBERED)
def test_a_document_is_made_under_its_number(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], file: str, number: str
) -> None:
    assert "lấy số" in said(capsys, "render", PLAN, "--number", *arguments)
    assert number in words(root / file)
    (entry,) = book(root)
    assert (entry.state, entry.run, entry.particulars.file) == ("reserved", "", file)
    # Without the option it keeps the number that it has.
    (root / file).unlink()
    assert "dùng số" in said(capsys, "render", PLAN, *arguments)
    assert number in words(root / file)
    assert len(book(root)) == 1


def test_documents_cite_the_number_of_the_plan(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root / PLAN, "issued_on: 2026-01-06", "issued_on: 2026-01-06\nnumber: 1")
    said(capsys, "render", PLAN, "--number")
    edit(root / PLAN, "\nnumber: 1", "")
    said(capsys, "render", PLAN, "--kind", "guidance")
    assert "01-KH/ĐU" in words(root / "out/guidance.docx").replace("\u00a0", " ")


def test_a_unit_does_not_print_the_number_of_the_office(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "render", PLAN, "--number")
    said(capsys, "render", PLAN, "--unit", UNIT)
    assert "01-KH" not in words(root / f"out/plan-{UNIT}.docx")


def test_a_draft_has_neither_number_nor_day(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "number", "reserve", PLAN)
    said(capsys, "render", PLAN, "--draft", "2", "-o", "thảo.docx")
    text = words(root / "thảo.docx")
    assert "Dự thảo lần 2" in text
    assert "01-KH/ĐU" not in text
    assert "ngày 06" not in text


TYPED = {
    "another than the register's": ("number: 7", ["register/other-number", f"{PLAN}:2:", "sổ đã cấp số 1"]),
    "the same": ("number: 1", []),
}


@pytest.mark.parametrize(("line", "wanted"), TYPED.values(), ids=TYPED)
def test_a_typed_number_and_the_register(
    root: Path, capsys: pytest.CaptureFixture[str], line: str, wanted: list[str]
) -> None:
    said(capsys, "number", "reserve", PLAN)
    edit(root / PLAN, "issued_on: 2026-01-06", f"{line}\nissued_on: 2026-01-06")
    assert has_all(said(capsys, "render", PLAN, code=FINDINGS if wanted else 0), wanted)


def test_a_typed_number_that_another_document_has(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "number", "reserve", PLAN)
    (root / "plans/hai.yaml").write_bytes((root / PLAN).read_bytes())
    edit(root / "plans/hai.yaml", "issued_on: 2026-01-06", "number: 1\nissued_on: 2026-01-06")
    out = said(capsys, "render", "plans/hai.yaml", code=FINDINGS)
    assert has_all(out, ["register/number-taken", "plans/hai.yaml:2:", "trồng cây đầu xuân"])


def test_a_typed_number_that_is_not_next_is_not_reserved(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root / PLAN, "issued_on: 2026-01-06", "number: 7\nissued_on: 2026-01-06")
    assert "register/other-number" in said(capsys, "render", PLAN, "--number", code=FINDINGS)
    assert (book(root), (root / "out").exists()) == ((), False)


def test_an_issued_document_is_left_as_it_went_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "render", PLAN, "--number")
    said(capsys, "number", "issue", PLAN)
    before = (root / "out/plan.docx").read_bytes()
    assert has_all(said(capsys, "render", PLAN), ["đã phát hành ngày 06/01/2026", "giữ nguyên"])
    assert (root / "out/plan.docx").read_bytes() == before
    (root / "out/plan.docx").unlink()
    said(capsys, "render", PLAN)
    assert (root / "out/plan.docx").read_bytes() == before


@pytest.mark.parametrize("more", [[], ["--overwrite"], ["--number"], ["-o", "khác.docx"]])
def test_an_issued_document_is_not_made_with_other_words(
    root: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    said(capsys, "render", PLAN, "--number")
    said(capsys, "number", "issue", PLAN)
    before = (root / "out/plan.docx").read_bytes()
    edit(root / PLAN, "một hàng cây", "hai hàng cây")
    out = said(capsys, "render", PLAN, *more, code=FINDINGS)
    wanted = [
        "register/issued-otherwise",
        "register/text-differs",
        "trồng một hàng cây",
        "trồng hai hàng cây",
        "replace",
    ]
    assert has_all(out, wanted)
    assert (root / "out/plan.docx").read_bytes() == before
    assert not (root / "khác.docx").exists()


def test_the_number_and_the_day_are_no_difference(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit = ("--kind", "guidance", "--unit", UNIT)
    said(capsys, "render", PLAN, *unit, "--number")
    said(capsys, "number", "issue", "01-HD/CB", "--date", "12/01/2026", "--reason", "Đảng ủy giao")
    (root / f"out/guidance-{UNIT}.docx").unlink()
    said(capsys, "render", PLAN, *unit)
    assert "ngày 12 tháng 01 năm 2026" in words(root / f"out/guidance-{UNIT}.docx")


OVER_ISSUED = {
    "a draft": [PLAN, "--draft", "1"],
    "another document": [PLAN, "--kind", "guidance", "-o", "out/plan.docx"],
}


@pytest.mark.parametrize("arguments", OVER_ISSUED.values(), ids=OVER_ISSUED)
@pytest.mark.parametrize("more", [[], ["--overwrite"]])
def test_nothing_takes_the_place_of_an_issued_file(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], more: list[str]
) -> None:
    said(capsys, "render", PLAN, "--number")
    said(capsys, "number", "issue", PLAN)
    before = (root / "out/plan.docx").read_bytes()
    assert "đã phát hành" in said(capsys, "render", *arguments, *more, code=COULD_NOT_RUN)
    assert (root / "out/plan.docx").read_bytes() == before


FAILING = {
    "the plan has faults": ("content: [Mỗi", "content: [{{ Mỗi"),
    "no term is declared": ("2026-01-06", "2019-01-06"),
}


@pytest.mark.parametrize(("old", "new"), FAILING.values(), ids=FAILING)
def test_what_is_not_made_takes_no_number(root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str) -> None:
    edit(root / PLAN, old, new)
    said(capsys, "render", PLAN, "--number", code=FINDINGS)
    assert book(root) == () or not (root / "register.sqlite").exists()
    assert not (root / "out").exists()


def test_a_template_that_cannot_be_used_gives_the_number_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "templates_docx/party").mkdir(parents=True)
    (root / "templates_docx/party/plan.docx").write_bytes(b"no document")
    said(capsys, "render", PLAN, "--number", code=FINDINGS)
    assert book(root) == ()


def test_a_file_that_was_changed_by_hand_stays_and_gives_the_number_back(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "out").mkdir()
    (root / "out/plan.docx").write_bytes(b"PK by hand")
    said(capsys, "render", PLAN, "--number", code=COULD_NOT_RUN)
    assert states(root) == {}


USAGE = {"a draft": ["--draft", "1", "--number"]}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE)
@pytest.mark.parametrize("command", [["render"], ["batch", "--kind", "plan"]])
def test_what_does_not_go_together(
    root: Path, capsys: pytest.CaptureFixture[str], command: list[str], arguments: list[str]
) -> None:
    assert "--number" in said(capsys, command[0], PLAN, *command[1:], *arguments, code=COULD_NOT_RUN)


def test_without_the_option_no_register_is_made(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "render", PLAN)
    assert not (root / "register.sqlite").exists()
