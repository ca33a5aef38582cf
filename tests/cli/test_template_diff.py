"""`vanthu template diff`, and which blocks `list` and `lint` tell of a unit's templates."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import resources
from generator.commands.main import main
from tests.documents import EXAMPLE
from tests.docx_files import docx, p, paragraphs, run, write

UNIT = "dang-uy-phuong-hung-phu"
FILE = f"units/{UNIT}/templates_docx/party/plan.docx"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example's, as the current folder."""
    folder = tmp_path / "văn phòng"
    shutil.copytree(EXAMPLE, folder)
    monkeypatch.chdir(folder)
    return folder


def block(name: str, *inside: str, parent: str = "party/plan") -> str:
    return p(f'{{%p extends "{parent}" %}}') + paragraphs(f"{{%p block {name} %}}", *inside, "{%p endblock %}")


def office(workspace: Path, *inside: str) -> Path:
    return write(workspace / "templates_docx" / "party" / "plan.docx", docx(block("opening", *inside)))


def eject(*options: str) -> None:
    assert main(["-q", "template", "eject", "--unit", UNIT, "--kind", "plan", *options]) == 0


def differences(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    capsys.readouterr()
    assert main(["template", "diff", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("name", ["party/plan", FILE])
def test_a_units_template_against_the_offices(workspace: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    office(workspace, "Mở đầu.")
    write(workspace / FILE, docx(block("opening", "{{p super() }}", "Thêm {{ issuer.place }}.")))
    assert differences(capsys, name, "--unit", UNIT) == [
        f"{FILE} so với templates_docx/party/plan.docx",
        "Khối opening: thay",
        "  + Normal: Thêm {{ issuer.place }}.",
        "  thêm trường: issuer.place",
        "Giữ như mẫu gốc: letterhead, title, addressee, body, closing, annex, copy",
    ]


def test_what_the_office_has_changed_since(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office(workspace, "Mở đầu cũ.")
    eject("--block", "opening", "--block", "closing")
    unchanged = differences(capsys, "party/plan", "--unit", UNIT)
    assert unchanged[1] == "Chép nguyên, không khác mẫu gốc, xóa cũng được: opening, closing"
    assert unchanged[-2:] == ["Từ khi lấy ra từ party/plan:", "Mẫu gốc không đổi: opening, closing"]
    office(workspace, "Mở đầu mới.")
    changed = differences(capsys, "party/plan", "--unit", UNIT)
    assert changed[changed.index("Từ khi lấy ra từ party/plan:") :] == [
        "Từ khi lấy ra từ party/plan:",
        "Khối opening: mẫu gốc đã đổi",
        "  - Normal: Mở đầu cũ.",
        "  + Normal: Mở đầu mới.",
        "Mẫu gốc không đổi: closing",
    ]


def test_a_whole_template_against_what_it_replaces(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eject()
    found = differences(capsys, "party/plan", "--unit", UNIT)
    everything = "letterhead, title, addressee, opening, body, closing, annex, copy"
    assert found[1:] == [
        f"Chép nguyên, không khác mẫu gốc: {everything}",
        "Từ khi lấy ra từ party/plan:",
        f"Mẫu gốc không đổi: {everything}",
    ]


def test_a_whole_template_that_lies_elsewhere_knows_its_origin(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    eject("-o", "của tôi.docx")
    packaged = resources.templates() / "party" / "plan.docx"
    assert differences(capsys, "của tôi.docx", "--unit", UNIT)[0] == f"của tôi.docx so với {packaged}"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("party/plam", "template/unknown-template"),
        ("alone.docx", "template/no-base"),
        ("plans/x.docx", "template/not-a-file"),
        ("party/base", "template/no-base"),
    ],
)
def test_what_cannot_be_compared_is_told(
    workspace: Path, name: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "alone.docx", p("x"))
    assert main(["template", "diff", name]) == 1
    assert code in capsys.readouterr().out


# list


def test_a_units_list_tells_which_blocks_come_from_where(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office(workspace, "x")
    eject("--block", "closing", "--block", "title")
    capsys.readouterr()
    assert main(["template", "list", "--unit", UNIT]) == 0
    lines = capsys.readouterr().out.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("party/plan"))
    assert lines[place + 1 : place + 3] == [
        f"    khối closing, title: {FILE}",
        "    khối opening: templates_docx/party/plan.docx",
    ]


# lint


def test_lint_tells_formatting_with_the_clause(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small = p(run("Mở đầu.", '<w:sz w:val="26"/>'), properties='<w:pStyle w:val="VtBody"/>')
    inside = p('{%p extends "party/plan" %}') + p("{%p block opening %}") + small + p("{%p endblock %}")
    styles = '<w:style w:type="paragraph" w:styleId="VtBody"><w:name w:val="VT Nội dung"/></w:style>'
    write(workspace / FILE, docx(inside, styles=styles, last="<w:sectPr/>"))
    assert main(["template", "lint", "party/plan", "--unit", UNIT]) == 1
    said = capsys.readouterr().out
    assert f"{FILE}: thân văn bản, đoạn 3, “Mở đầu.”: lỗi template/format cỡ chữ đặt riêng ở đây trái thể thức" in said
    assert "Đang là: 13 pt" in said
    assert "Căn cứ:" in said


def test_a_fixed_block_is_refused_at_lint_and_at_render(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(workspace / "templates_docx" / "party" / "plan.docx", block("opening fixed", "Mở đầu."))
    write(workspace / FILE, block("opening", "Khác."))
    told = f"{FILE}: thân văn bản, đoạn 2, “{{%p block opening %}}”: lỗi template/fixed-block"
    plan = str(workspace / "plans" / "ke-hoach.yaml")
    for arguments in (["template", "lint", "party/plan", "--unit", UNIT], ["render", plan, "--unit", UNIT]):
        assert main(arguments) == 1
        said = capsys.readouterr().out
        assert told in said
        assert "templates_docx/party/plan.docx đã cố định khối này" in said
    assert not (workspace / "out").exists()
