"""`vanthu template`, and `vanthu render` with a template that must not be used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import resources
from generator.commands.main import main
from generator.templates import scaffold
from tests.documents import EXAMPLE
from tests.docx_files import docx, p, paragraphs, png, texts, write

UNIT = "dang-uy-phuong-hung-phu"
PACKAGED = [name for name, _sheet in scaffold.sheets()]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example's, as the current folder."""
    folder = tmp_path / "văn phòng"
    shutil.copytree(EXAMPLE, folder)
    monkeypatch.chdir(folder)
    return folder


def office_template(workspace: Path, *inside: str, name: str = "party/plan", parent: str = "party/plan") -> Path:
    body = p(f'{{%p extends "{parent}" %}}') + paragraphs("{%p block opening %}", *inside, "{%p endblock %}")
    return write(workspace / "templates_docx" / f"{name}.docx", body)


# list


def test_the_packaged_templates_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["template", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(PACKAGED)
    (plan,) = (line for line in lines if line.startswith("party/plan"))
    assert plan.split()[-1] == "party/base"


def test_an_offices_template_is_listed_with_what_it_extends(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office_template(workspace, "x")
    assert main(["template", "list"]) == 0
    (plan,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("party/plan"))
    assert plan.split()[1:] == ["templates_docx/party/plan.docx", "party/plan", "←", "party/base"]


def test_a_units_templates_are_listed_for_the_unit(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(workspace / "units" / UNIT / "templates_docx" / "party" / "letter.docx", p('{%p extends "party/base" %}'))
    assert main(["template", "list", "--unit", UNIT]) == 0
    assert "party/letter" in capsys.readouterr().out
    assert main(["template", "list"]) == 0
    assert "party/letter" not in capsys.readouterr().out


def test_words_lock_files_are_no_templates(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "templates_docx" / "party" / "folder.docx").mkdir(parents=True)
    (workspace / "templates_docx" / "party" / "~$plan.docx").write_bytes(b"x")
    assert main(["template", "list"]) == 0
    said = capsys.readouterr().out
    assert "~$" not in said
    assert "folder" not in said


# lint


def test_the_packaged_templates_are_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["template", "lint"]) == 0
    assert capsys.readouterr().out == f"{len(PACKAGED)} mẫu đã soát, 0 lỗi.\n"


@pytest.mark.parametrize("name", ["party/plan", "templates_docx/party/plan.docx"])
def test_a_fault_is_told_with_its_place(workspace: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    office_template(workspace, "Kính gửi", "Về {{ subjec }}")
    assert main(["template", "lint", name]) == 1
    first, hint, *others, last = capsys.readouterr().out.splitlines()
    assert all("template/plain-style" in line or "Gợi ý" in line for line in others)
    place = "templates_docx/party/plan.docx: thân văn bản, đoạn 4, “Về {{ subjec }}”"
    assert first == f"{place}: lỗi template/unknown-field không có trường “subjec”"
    assert hint.strip() == "Gợi ý: có phải là “subject”?"
    assert last == "1 mẫu đã soát, 1 lỗi."


@pytest.mark.parametrize("command", ["lint", "diff"])
def test_a_kind_alone_is_that_of_the_offices_side(workspace: Path, command: str) -> None:
    assert main(["-q", "template", "eject", "--kind", "plan", "--block", "opening"]) == 0
    assert main(["template", command, "plan"]) == 0


def test_a_warning_is_no_error(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = office_template(workspace, "x")
    write(file, p("ghi chú") + p('{%p extends "party/plan" %}'))
    assert main(["template", "lint", "party/plan"]) == 0
    said = capsys.readouterr().out
    assert "template/outside-blocks" in said
    assert said.endswith("1 mẫu đã soát, 0 lỗi.\n")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("party/plam", "template/unknown-template"),
        ("không-có.docx", "template/not-a-file"),
        ("plans/ke-hoach.docx", "template/not-a-docx"),
        ("alone.docx", "template/no-side"),
    ],
)
def test_what_cannot_be_linted_is_told(
    workspace: Path, name: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "plans" / "ke-hoach.docx").write_text("x", encoding="utf-8")
    write(workspace / "alone.docx", p("x"))
    assert main(["template", "lint", name]) == 1
    assert code in capsys.readouterr().out


def test_quiet_says_only_faults(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-q", "template", "lint"]) == 0
    assert capsys.readouterr().out == ""


# build


def test_building_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "build", "-o", str(tmp_path / "mẫu")]) == 0
    made = sorted(
        file.relative_to(tmp_path / "mẫu").with_suffix("").as_posix() for file in (tmp_path / "mẫu").rglob("*.docx")
    )
    assert made == sorted(PACKAGED)
    assert len(capsys.readouterr().out.splitlines()) == len(PACKAGED)


def test_a_copy_to_change_in_word_is_a_template_like_any_other(workspace: Path) -> None:
    packaged = resources.templates() / "party" / "plan.docx"
    (workspace / "templates_docx" / "party").mkdir(parents=True)
    shutil.copy(packaged, workspace / "templates_docx" / "party" / "plan.docx")
    assert main(["template", "lint", "party/plan"]) == 0


# render


def render(workspace: Path, *more: str) -> int:
    return main(["render", str(workspace / "plans" / "ke-hoach.yaml"), *more])


def test_an_offices_block_is_printed(workspace: Path) -> None:
    office_template(workspace, "Mở đầu của cơ quan.", "{{p super() }}")
    assert render(workspace) == 0
    assert "Mở đầu của cơ quan." in texts((workspace / "out" / "plan.docx").read_bytes())


def test_a_units_block_is_printed_over_the_offices(workspace: Path) -> None:
    office_template(workspace, "Cơ quan.", "{{p super() }}")
    body = p('{%p extends "party/plan" %}') + paragraphs(
        "{%p block opening %}", "Đơn vị.", "{{p super() }}", "{%p endblock %}"
    )
    write(workspace / "units" / UNIT / "templates_docx" / "party" / "plan.docx", body)
    assert render(workspace, "--unit", UNIT, "-o", "a.docx") == 0
    made = texts((workspace / "a.docx").read_bytes())
    assert made.index("Cơ quan.") == made.index("Đơn vị.") + 1


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("{{ subjec }}", "template/unknown-field"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "template/private-attribute"),
        ("{{ data.references.append(1) }}", "template/unknown-call"),
        ("{{ data.khong_co }}", "template/cannot-fill"),
        ("{%tc if draft %}", "template/unsupported-tag"),
        ("{{ subject", "template/unclosed-tag"),
    ],
)
def test_a_faulty_template_makes_no_file(
    workspace: Path, inside: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    office_template(workspace, inside)
    before = sorted(workspace.rglob("*"))
    assert render(workspace) == 1
    said = capsys.readouterr().out
    assert f"templates_docx/party/plan.docx: thân văn bản, đoạn 3, “{inside[:60]}”: lỗi {code}" in said
    assert "Gợi ý:" in said
    assert sorted(workspace.rglob("*")) == before


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (docx(p("x"), links={"rId9": ("image", "http://example.org/a.png", "External")}), "template/external-link"),
        (docx(p("x"), parts={"word/vbaProject.bin": b"x"}, types={"bin": "a/b"}), "template/active-content"),
        ({"a": png(1)}, "template/not-a-docx"),
    ],
)
def test_a_file_that_must_not_be_used_makes_no_file(
    workspace: Path, parts: dict[str, bytes], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "templates_docx" / "party" / "plan.docx", parts)
    assert render(workspace) == 1
    assert code in capsys.readouterr().out
    assert not (workspace / "out").exists()
