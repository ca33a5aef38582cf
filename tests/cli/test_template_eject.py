"""`vanthu template eject`: a file ready for Word, where it belongs, never over somebody's work."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.commands.main import main
from tests import docx_files
from tests.documents import EXAMPLE
from tests.docx_files import p, paragraphs, texts, write

UNIT = "dang-uy-phuong-hung-phu"
STATE_UNIT = "ubnd-quan-cai-rang"
BLOCKS = ("letterhead", "title", "addressee", "opening", "body", "closing", "annex", "copy")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example's, as the current folder."""
    folder = tmp_path / "văn phòng"
    shutil.copytree(EXAMPLE, folder)
    monkeypatch.chdir(folder)
    return folder


def of_unit(workspace: Path, name: str = "party/plan", unit: str = UNIT) -> Path:
    return workspace / "units" / unit / "templates_docx" / f"{name}.docx"


def block(name: str, *inside: str, parent: str = "party/plan") -> str:
    return p(f'{{%p extends "{parent}" %}}') + paragraphs(f"{{%p block {name} %}}", *inside, "{%p endblock %}")


def blocks_of(file: Path) -> list[str]:
    return [text.split()[2] for text in texts(file.read_bytes()) if text.startswith("{%p block")]


def said(capsys: pytest.CaptureFixture[str]) -> str:
    both = capsys.readouterr()
    return both.out + both.err


# Where it goes


def test_a_second_block_is_shown_the_way_into_the_file(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "eject", "--unit", UNIT, "--kind", "plan", "--block", "opening"]) == 0
    capsys.readouterr()
    assert main(["template", "eject", "--unit", UNIT, "--kind", "plan", "--block", "closing"]) == 2
    told = said(capsys)
    assert "-o plan-closing.docx" in told
    assert "{%p block … %}" in told


@pytest.mark.parametrize(("kind", "told"), [("state/plan", True), ("party/plan", False), ("plan", False)])
def test_a_template_of_the_other_side_is_not_used(
    workspace: Path, kind: str, told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "eject", "--unit", UNIT, "--kind", kind, "--block", "opening"]) == 0
    assert ("template/other-side" in said(capsys)) is told


@pytest.mark.parametrize("command", [["template", "lint", "--unit", UNIT], ["validate"]])
def test_a_template_that_is_a_link_outside_is_told(
    workspace: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    outside = write(workspace.parent / "outside.docx", p("x"))
    of_unit(workspace).parent.mkdir(parents=True)
    of_unit(workspace).symlink_to(outside)
    assert main(command) == 0
    assert "template/link-outside" in said(capsys)


def test_a_units_folder_that_is_a_link_outside_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace.parent / "outside").mkdir()
    (workspace / "units").mkdir(exist_ok=True)
    (workspace / "units" / UNIT).symlink_to(workspace.parent / "outside")
    assert main(["validate"]) == 0
    assert "data/link-outside" in said(capsys)


def test_a_block_for_a_unit(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "eject", "--unit", UNIT, "--kind", "plan", "--block", "opening"]) == 0
    assert blocks_of(of_unit(workspace)) == ["opening"]
    shown = of_unit(workspace).relative_to(workspace)
    assert capsys.readouterr().out.splitlines() == [
        f"Đã lấy ra {shown}",
        f"Sửa bằng Word, lưu kiểu .docx, rồi chạy: vanthu template lint {shown} --unit {UNIT}",
    ]


def test_a_whole_template_for_the_office(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "eject", "--kind", "report"]) == 0
    assert blocks_of(workspace / "templates_docx" / "party" / "report.docx") == list(BLOCKS)
    assert "đổi về sau thì nó không đổi theo" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "name", "unit"),
    [
        (["--unit", STATE_UNIT, "--kind", "plan"], "state/plan", STATE_UNIT),
        (["--unit", UNIT, "--kind", "base"], "party/base", UNIT),
        (["--unit", UNIT, "--kind", "state/plan"], "state/plan", UNIT),
    ],
)
def test_the_side_is_the_units_or_the_one_that_was_named(
    workspace: Path, arguments: list[str], name: str, unit: str
) -> None:
    assert main(["-q", "template", "eject", *arguments]) == 0
    assert of_unit(workspace, name, unit).is_file()


def test_into_a_file_that_was_named(workspace: Path) -> None:
    assert main(["template", "eject", "--kind", "plan", "--block", "body", "-o", "mới/của tôi.docx"]) == 0
    assert blocks_of(workspace / "mới" / "của tôi.docx") == ["body"]
    assert not (workspace / "templates_docx").exists()


def test_outside_of_a_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["template", "eject", "--kind", "state/plan", "--block", "title", "-o", "a.docx"]) == 0
    assert blocks_of(tmp_path / "a.docx") == ["title"]
    assert main(["template", "eject", "--kind", "state/plan"]) == 2
    assert "chỉ ra tệp bằng -o" in said(capsys)


# What it refuses


def test_a_file_that_is_there_stays(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(of_unit(workspace), block("opening", "của tôi"))
    before = file.read_bytes()
    arguments = ["template", "eject", "--unit", UNIT, "--kind", "plan", "--block", "closing"]
    assert main(arguments) == 2
    assert "--overwrite" in said(capsys)
    assert file.read_bytes() == before
    assert main([*arguments, "--overwrite"]) == 0
    assert blocks_of(file) == ["closing"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--kind", "plam"], 1, "có phải là “party/plan”?"),
        (["--kind", "../plan"], 1, "không có mẫu “../plan”"),
        (["--kind", "plan", "--block", "openin"], 1, "có phải là “opening”?"),
        (["--kind", "plan", "--unit", "không-có"], 1, "không-có"),
        (["--kind", "plan", "-o", "a.txt"], 2, ".docx"),
        ([], 2, "--kind"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(
    workspace: Path, arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(workspace.rglob("*"))
    assert main(["template", "eject", *arguments]) == code
    assert message in said(capsys)
    assert sorted(workspace.rglob("*")) == before


def test_a_template_with_faults_is_not_taken_out(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(workspace / "templates_docx" / "party" / "plan.docx", block("opening", "{{ subjec }}"))
    assert main(["template", "eject", "--unit", UNIT, "--kind", "plan"]) == 1
    assert "template/unknown-field" in said(capsys)
    assert not of_unit(workspace).exists()


@pytest.mark.parametrize(("blocks", "code"), [((), 1), (("opening",), 1), (("title", "opening"), 1), (("title",), 0)])
def test_what_the_office_has_fixed_is_not_taken_out(
    workspace: Path, blocks: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "templates_docx" / "party" / "plan.docx", block("opening fixed", "Mở đầu của cơ quan."))
    options = [option for name in blocks for option in ("--block", name)]
    assert main(["template", "eject", "--unit", UNIT, "--kind", "plan", *options]) == code
    told = "khối “opening” không được thay: templates_docx/party/plan.docx đã cố định khối này"
    assert (told in said(capsys)) == bool(code)


# What it holds


def test_the_innermost_definition_is_taken(workspace: Path) -> None:
    write(workspace / "templates_docx" / "party" / "plan.docx", block("opening", "Cơ quan.", "{{p super() }}"))
    assert main(["template", "eject", "--unit", UNIT, "--kind", "plan", "--block", "opening"]) == 0
    body = texts(of_unit(workspace).read_bytes())
    assert "Cơ quan." in body
    assert "{{ bases.sentence }}" in body
    assert not [text for text in body if "super" in text]


def test_ones_own_block_stays_when_another_is_added(workspace: Path) -> None:
    write(of_unit(workspace), block("opening", "của tôi"))
    options = ["--block", "opening", "--block", "closing", "--overwrite"]
    assert main(["template", "eject", "--unit", UNIT, "--kind", "plan", *options]) == 0
    assert blocks_of(of_unit(workspace)) == ["opening", "closing"]
    assert "của tôi" in texts(of_unit(workspace).read_bytes())


def test_a_document_of_an_ejected_block_says_the_same(workspace: Path) -> None:
    plan = str(workspace / "plans" / "ke-hoach.yaml")
    assert main(["-q", "render", plan, "--unit", UNIT, "-o", "trước.docx"]) == 0
    assert main(["-q", "template", "eject", "--unit", UNIT, "--kind", "plan", "--block", "closing"]) == 0
    assert main(["-q", "render", plan, "--unit", UNIT, "-o", "sau.docx"]) == 0
    before, after = (texts((workspace / name).read_bytes()) for name in ("trước.docx", "sau.docx"))
    assert before == after


# Word's and LibreOffice's hands


@pytest.mark.slow
@pytest.mark.parametrize("options", [[], [f"--block={name}" for name in BLOCKS]], ids=["whole", "blocks"])
@pytest.mark.parametrize("kind", ["plan", "dispatch"])
@pytest.mark.unsound_document("has words that LibreOffice writes and the schema lacks")
def test_a_template_saved_by_libreoffice_is_still_what_it_was(
    workspace: Path, tmp_path: Path, kind: str, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    if shutil.which("soffice") is None:
        assert os.environ.get("CI") != "true", "LibreOffice is not installed"
        pytest.skip("LibreOffice is not installed")
    plan = str(workspace / "plans" / "ke-hoach.yaml")
    render = ["-q", "render", plan, "--unit", UNIT, "--kind", kind, "-o"]
    assert main([*render, "trước.docx"]) == 0
    assert main(["-q", "template", "eject", "--unit", UNIT, "--kind", kind, *options]) == 0
    file = of_unit(workspace, f"party/{kind}")
    file.write_bytes(docx_files.saved_by_libreoffice(file, tmp_path).read_bytes())
    assert main([*render, "sau.docx"]) == 0
    before, after = (texts((workspace / name).read_bytes()) for name in ("trước.docx", "sau.docx"))
    assert before == after
    capsys.readouterr()
    assert main(["-q", "template", "lint", f"party/{kind}", "--unit", UNIT]) == 0
    assert main(["template", "diff", f"party/{kind}", "--unit", UNIT]) == 0
    shown = capsys.readouterr().out
    assert "thay\n" not in shown
    assert f"Mẫu gốc không đổi: {', '.join(BLOCKS)}" in shown
