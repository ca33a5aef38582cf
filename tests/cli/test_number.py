"""`vanthu number`: taken, issued, void, replaced, listed; what is refused, and that it then changes nothing."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pytest

from generator.register import clock
from tests.cli.numbered import COULD_NOT_RUN, FINDINGS, PLAN, UNIT, book, edit, has_all, office, said, states, why

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=clock.VIETNAM)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.chdir(tmp_path)
    return office(tmp_path / "xã")


@pytest.fixture(autouse=True)
def _there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


RESERVED = {
    "the plan": ([], ["01-KH/ĐU"]),
    "two kinds": (["--kind", "plan", "--kind", "guidance"], ["01-KH/ĐU", "01-HD/ĐU"]),
    "of a unit": (["--kind", "guidance", "--unit", UNIT], ["01-HD/CB"]),
    "of a copy": (["--copy", "1"], ["01-BS/ĐU"]),
    "by the symbol": (["--kind", "kh", "--kind", "HD"], ["01-KH/ĐU", "01-HD/ĐU"]),
    "by the name": (["--kind", "hướng dẫn"], ["01-HD/ĐU"]),
}


@pytest.mark.parametrize(("arguments", "codes"), RESERVED.values(), ids=RESERVED)
def test_numbers_are_reserved(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], codes: list[str]
) -> None:
    out = said(capsys, "number", "reserve", PLAN, *arguments, "--by", "Lan")
    assert has_all(out, codes)
    assert sorted(entry.particulars.code for entry in book(root)) == sorted(codes)
    assert {who for entry in book(root) for who, _action, _why in why(root, entry)} == {"Lan"}
    # Asked for again it is the same number.
    assert "đã giữ" in said(capsys, "number", "reserve", PLAN, *arguments)
    assert len(book(root)) == len(codes)


def test_who_acts_is_the_user_of_the_system(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "vanthu1")
    said(capsys, "number", "reserve", PLAN)
    assert {who for who, _action, _why in why(root, book(root)[0])} == {"vanthu1"}


def test_nobody_acts_without_a_name(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError("no user")

    monkeypatch.setattr("getpass.getuser", unknown)
    assert "--by" in said(capsys, "number", "reserve", PLAN, code=COULD_NOT_RUN)


ISSUED = {
    "a plan": ([PLAN], {"01-KH/ĐU dang-uy-xa"}),
    "a number": (["1-KH/ĐU"], {"01-KH/ĐU dang-uy-xa"}),
    "a bare number of a kind": (["1", "--kind", "HD", "--unit", "dang-uy-xa"], {"01-HD/ĐU dang-uy-xa"}),
    "of a unit": ([PLAN, "--kind", "guidance", "--unit", UNIT, "--date", "10/01/2026"], {f"01-HD/CB {UNIT}"}),
    "of all": (
        [PLAN, "--kind", "guidance", "--unit", "all", "--date", "08/01/2026"],
        {"01-HD/ĐU dang-uy-xa", f"01-HD/CB {UNIT}"},
    ),
    "several": (["01-KH/ĐU", "01-HD/ĐU"], {"01-KH/ĐU dang-uy-xa", "01-HD/ĐU dang-uy-xa"}),
}


@pytest.mark.parametrize(("arguments", "codes"), ISSUED.values(), ids=ISSUED)
def test_documents_are_issued(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], codes: set[str]
) -> None:
    for more in ([], ["--kind", "guidance"], ["--kind", "guidance", "--unit", UNIT]):
        said(capsys, "render", PLAN, "--number", *more)
    reason = ["--reason", "chi bộ được giao hướng dẫn"]
    said(capsys, "number", "issue", *arguments, "--copies", "12", *reason)
    out = {code for code, state in states(root).items() if state == "issued"}
    assert out == codes
    issued = [entry.particulars for entry in book(root) if entry.state == "issued"]
    assert all(told.sha256 and told.text_sha256 and told.signer and told.recipients for told in issued)
    assert {told.copies for told in issued} == {12}


REFUSED = {
    "nothing of this plan": (["--kind", "guidance", PLAN], "register/no-such-number"),
    "no such number": (["9-KH/ĐU"], "register/no-such-number"),
    "not a number": (["01-KH/ĐU", "--date", "31/02/2026"], "register/no-such-day"),
    "another day than it prints": ([PLAN, "--date", "07/01/2026"], "register/other-day"),
    "no such signer": ([PLAN, "--signer", "ai-do"], "render/unknown-signer"),
    "another signer than it prints": ([PLAN, "--signer", "pho"], "register/other-signer"),
    "a file that is not there": ([PLAN, "--file", "ký.pdf"], "register/no-file"),
    "a file of another year": ([PLAN, "--file", "2025_01-KH.docx"], "register/year-in-name"),
    "a file without the number": ([PLAN, "--file", "trống.docx"], "register/number-not-in-file"),
}


@pytest.mark.parametrize(("arguments", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_issued(root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str) -> None:
    said(capsys, "render", PLAN, "--number")
    (root / "2025_01-KH.docx").write_bytes((root / "out/plan.docx").read_bytes())
    said(capsys, "render", PLAN, "--draft", "1", "-o", "trống.docx")
    assert code in said(capsys, "number", "issue", *arguments, code=FINDINGS)
    assert states(root) == {"01-KH/ĐU dang-uy-xa": "reserved"}


def test_a_file_that_was_changed_is_not_issued_as_it_was(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "render", PLAN, "--number")
    edit(root / PLAN, "một hàng cây", "hai hàng cây")
    said(capsys, "render", PLAN, "--number")
    said(capsys, "render", PLAN, "--draft", "2")
    assert "register/file-changed" in said(capsys, "number", "issue", PLAN, code=FINDINGS)


def test_a_kind_that_the_body_may_not_issue_needs_a_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root / "vanthu.yaml", "office:\n", "regime: party-hd05\noffice:\n")
    said(capsys, "render", PLAN, "--kind", "guidance", "--unit", UNIT, "--number")
    arguments = ("number", "issue", PLAN, "--kind", "guidance", "--unit", UNIT, "--date", "10/01/2026")
    assert "render/kind-without-authority" in said(capsys, *arguments, code=FINDINGS)
    said(capsys, *arguments, "--reason", "Đảng ủy giao")
    assert states(root) == {f"01-HD/CB {UNIT}": "issued"}


def test_a_document_without_a_day_is_told_by_its_file_and_number(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "render", PLAN, "--kind", "guidance", "--unit", UNIT, "--number", "-o", "out/huong-dan.docx")
    out = said(capsys, "number", "issue", "01-HD/CB", code=FINDINGS)
    assert has_all(out, ["out/huong-dan.docx: lỗi register/no-day", "số 01-HD/CB ", "--date 25/11/2026"])


def test_a_void_number_is_not_asked_for_its_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "number", "reserve", PLAN)
    said(capsys, "number", "void", "01-KH/ĐU", "--reason", "thử")
    out = said(capsys, "number", "issue", "01-KH/ĐU", code=FINDINGS)
    assert ("số 01-KH/ĐU của" in out, "register/no-file" in out) == (True, False)


def test_a_day_before_the_last_one_needs_a_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "render", PLAN, "--number")
    said(capsys, "number", "issue", PLAN)
    (root / "plans/hai.yaml").write_bytes((root / PLAN).read_bytes())
    edit(root / "plans/hai.yaml", "2026-01-06", "2026-01-05")
    said(capsys, "render", "plans/hai.yaml", "--number", "-o", "out/hai.docx")
    out = said(capsys, "number", "issue", "plans/hai.yaml", code=FINDINGS)
    assert has_all(out, ["register/date-order", "thêm --reason “lý do”"])
    out = said(capsys, "number", "issue", "2-KH/ĐU", "--reason", "ký ngày 05, vào sổ muộn")
    assert "register.sqlite: cảnh báo register/date-order" in out
    assert ("ký ngày 05, vào sổ muộn") in {reason for *_rest, reason in why(root, book(root)[1])}


def test_a_number_is_void_with_a_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "number", "reserve", PLAN)
    assert "register/no-reason" in said(capsys, "number", "void", "01-KH/ĐU", code=FINDINGS)
    said(capsys, "number", "void", "01-KH/ĐU", "--reason", "không ban hành nữa")
    assert "không ban hành nữa" in said(capsys, "number", "gaps")
    said(capsys, "number", "reserve", PLAN)
    assert states(root) == {"01-KH/ĐU dang-uy-xa": "void", "02-KH/ĐU dang-uy-xa": "reserved"}


def test_a_number_is_replaced(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "render", PLAN, "--number")
    said(capsys, "number", "issue", PLAN)
    out = said(capsys, "number", "replace", "01-KH/ĐU", "--reason", "sai trích yếu")
    assert has_all(out, ["02-KH/ĐU", "out/plan.docx"])
    assert states(root) == {"01-KH/ĐU dang-uy-xa": "void", "02-KH/ĐU dang-uy-xa": "reserved"}
    edit(root / PLAN, "một hàng cây", "hai hàng cây")
    said(capsys, "render", PLAN)
    said(capsys, "number", "issue", "02-KH/ĐU")


def test_numbers_alike_are_told_apart(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for more in (["--kind", "guidance"], ["--kind", "guidance", "--unit", UNIT]):
        said(capsys, "number", "reserve", PLAN, *more)
    out = said(capsys, "number", "void", "1", "--kind", "HD", "--reason", "thử", code=FINDINGS)
    assert has_all(out, ["register/several-numbers", "01-HD/ĐU", "01-HD/CB", "--unit"])
    said(capsys, "number", "void", "1", "--kind", "HD", "--unit", UNIT, "--reason", "thử")


def test_a_series_goes_on_from_a_paper_book(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "register/begin-without-reason" in said(capsys, "number", "begin", "20", "--kind", "KH", code=FINDINGS)
    assert ", Kế hoạch: " in said(capsys, "number", "begin", "20", "--kind", "KH", "--reason", "tiếp sổ giấy")
    assert "20-KH/ĐU" in said(capsys, "number", "reserve", PLAN)
    assert "register/series-begun" in said(
        capsys, "number", "begin", "30", "--kind", "KH", "--reason", "lại", code=FINDINGS
    )


def test_the_list_is_the_newest_first_and_in_pages(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in range(1, 6):
        (root / f"plans/k{place}.yaml").write_bytes((root / PLAN).read_bytes())
        said(capsys, "number", "reserve", f"plans/k{place}.yaml")
    pages = [said(capsys, "number", "list", "--limit", "2", "--page", str(page)) for page in (1, 2, 3)]
    codes = [[line.split()[0] for line in page.splitlines()[1:] if "KH/ĐU" in line] for page in pages]
    assert codes == [["05-KH/ĐU", "04-KH/ĐU"], ["03-KH/ĐU", "02-KH/ĐU"], ["01-KH/ĐU"]]
    assert ["--page" in page for page in pages] == [True, True, False]


LISTED = {
    "all": ([], {"01-KH/ĐU", "01-HD/ĐU", "01-HD/CB"}),
    "of a kind": (["--kind", "HD"], {"01-HD/ĐU", "01-HD/CB"}),
    "of a unit": (["--unit", UNIT], {"01-HD/CB"}),
    "of a state": (["--state", "issued"], {"01-KH/ĐU"}),
    "of days": (["--from", "01/01/2026", "--to", "07/01/2026"], {"01-KH/ĐU"}),
    "of a year": (["--year", "2025"], set()),
    "of a term": (["--term", "2025 - 2030"], {"01-KH/ĐU", "01-HD/ĐU", "01-HD/CB"}),
    "of another term": (["--term", "2020 - 2025"], set()),
}


@pytest.mark.parametrize(("arguments", "codes"), LISTED.values(), ids=LISTED)
def test_what_is_listed(capsys: pytest.CaptureFixture[str], arguments: list[str], codes: set[str]) -> None:
    for more in ([], ["--kind", "guidance"], ["--kind", "guidance", "--unit", UNIT]):
        said(capsys, "render", PLAN, "--number", *more)
    said(capsys, "number", "issue", PLAN)
    out = said(capsys, "number", "list", *arguments)
    assert {line.split()[0] for line in out.splitlines() if "/" in line.split()[0]} == codes


@pytest.mark.parametrize(("arguments", "shown"), [([], True), (["--unit", UNIT], False)], ids=["of all", "of one"])
def test_the_list_says_whose_number_it_is_where_there_are_several(
    capsys: pytest.CaptureFixture[str], arguments: list[str], shown: bool
) -> None:
    said(capsys, "number", "reserve", PLAN, "--kind", "HD")
    assert "Cơ quan" not in said(capsys, "number", "list")
    said(capsys, "number", "reserve", PLAN, "--kind", "HD", "--unit", UNIT)
    out = said(capsys, "number", "list", *arguments)
    assert ("Cơ quan" in out, UNIT in out) == (shown, shown)


HINTED = {
    "no reason": (["void", "01-KH/ĐU"], ["register/no-reason", "thêm --reason “lý do”"]),
    "no reason to replace": (["replace", "01-KH/ĐU"], ["register/no-reason", "thêm --reason “lý do”"]),
    "no reason to begin": (["begin", "20", "--kind", "BC"], ["register/begin-without-reason", "thêm --reason"]),
    "no such day": (["issue", PLAN, "--date", "31/02/2026"], ["--date: lỗi", "--date 25/11/2026"]),
    "no such term": (["void", "1", "--term", "2020"], ["--term: lỗi register/unknown-term", "“2020 - 2025”"]),
    "no such kind": (["begin", "20", "--kind", "XX", "--reason", "r"], ["--kind: lỗi register/unknown-kind"]),
}


@pytest.mark.parametrize(("arguments", "told"), HINTED.values(), ids=HINTED)
def test_what_is_refused_names_the_option(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: list[str]
) -> None:
    said(capsys, "number", "reserve", PLAN)
    out = said(capsys, "number", *arguments, code=FINDINGS)
    assert [each for each in told if each not in out] == []


@pytest.mark.parametrize("command", [["list"], ["gaps"], ["gaps", "--repair"]])
def test_to_look_makes_no_register(root: Path, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert "Chưa có sổ" in said(capsys, "number", *command)
    assert not (root / "register.sqlite").exists()


def test_a_copied_register_is_adopted_with_a_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "number", "reserve", PLAN)
    data = (root / "register.sqlite").read_bytes()
    (root / "register.sqlite").rename(root / "cũ.sqlite")
    (root / "register.sqlite").write_bytes(data)
    assert "bản sao" in said(capsys, "number", "reserve", PLAN, "--kind", "guidance", code=COULD_NOT_RUN)
    said(capsys, "number", "adopt", "--reason", "chuyển sang máy mới")
    assert "01-HD/ĐU" in said(capsys, "number", "reserve", PLAN, "--kind", "guidance")


def test_the_secrets_of_an_address_are_not_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = "postgresql+psycopg://lan:mat-khau@127.0.0.1:1/so?password=mat-khau&connect_timeout=1"
    edit(root / "vanthu.yaml", "register:\n", f"register:\n  address: {address}\n")
    out = said(capsys, "-v", "number", "list", code=COULD_NOT_RUN)
    assert "127.0.0.1" in out
    assert "mat-khau" not in out


def test_a_missing_driver_says_how_to_get_it(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    edit(root / "vanthu.yaml", "register:\n", "register:\n  address: postgresql+psycopg://lan@may-chu/so\n")
    assert 'pip install "vanthu[postgresql]"' in said(capsys, "number", "list", code=COULD_NOT_RUN)
