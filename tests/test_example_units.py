"""The units of the example that have something of their own: data, a block, a template, another unit above them.

What each of them has is told in `docs/example.md`; here it is looked for in their documents.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from generator.commands.main import main
from generator.messages import SOURCE_LANGUAGE, speak
from generator.model.kinds import Kind
from generator.pipeline.checking import Errand, Wish, judge
from generator.pipeline.leftovers import found_in
from generator.pipeline.produce import make
from tests.documents import EXAMPLE, document, example, job

ROOT = Path(__file__).resolve().parent.parent
DATA_ONLY, DATA_BELOW = "dang-uy-phuong-thuong-thanh", "chi-bo-khu-vuc-1-phuong-thuong-thanh"
BLOCK, BLOCK_BELOW = "dang-uy-phuong-tan-phu", "chi-bo-khu-vuc-1-phuong-tan-phu"
WHOLE = "ban-tuyen-giao-quan-uy"
PLAIN = "dang-uy-phuong-hung-phu"
UNITS = (DATA_ONLY, DATA_BELOW, BLOCK, BLOCK_BELOW, WHOLE)
KINDS = (Kind.PLAN, Kind.GUIDANCE, Kind.SLOGANS, Kind.REPORT, Kind.DIRECTIVE, Kind.DISPATCH)
OWN_SENTENCE = "Việc tuyên truyền gắn với sinh hoạt chi bộ thường kỳ và sinh hoạt chuyên đề."


def guidance(unit: str) -> DocxDocument:
    return Document(io.BytesIO(document(Kind.GUIDANCE, unit=unit)))


def words(unit: str) -> list[str]:
    return [paragraph.text for paragraph in guidance(unit).paragraphs]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("kind", KINDS)
def test_their_documents_have_the_right_form(unit: str, kind: Kind, tmp_path: Path) -> None:
    made = job(kind, unit=unit)
    file = tmp_path / "made.docx"
    file.write_bytes(make(made)[0])
    assert judge(Errand(file), Wish(profile=made.profile)).diagnostics == ()


@pytest.mark.parametrize("unit", [BLOCK, WHOLE])
def test_their_templates_have_no_fault(
    unit: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    speak(SOURCE_LANGUAGE)
    monkeypatch.chdir(EXAMPLE)
    assert main(["template", "lint", "party/guidance", "--unit", unit]) == 0
    assert capsys.readouterr().out == "1 mẫu đã soát, 0 lỗi.\n"


# Data only


@pytest.mark.parametrize(
    ("unit", "heading", "spacing"),
    [
        (DATA_ONLY, "I. MỤC ĐÍCH, ĐỐI TƯỢNG", 20),
        (DATA_BELOW, "I. MỤC ĐÍCH, ĐỐI TƯỢNG", 20),
        (PLAIN, "I- MỤC ĐÍCH, ĐỐI TƯỢNG", 19),
    ],
)
def test_habits_and_form_of_a_profile_hold_for_the_unit_and_below_it(unit: str, heading: str, spacing: int) -> None:
    made = guidance(unit)
    assert heading in [paragraph.text for paragraph in made.paragraphs]
    assert made.styles["VT Nội dung"].paragraph_format.line_spacing == Pt(spacing)


def test_what_a_unit_says_of_itself_is_its_own() -> None:
    archives = {unit: job(Kind.GUIDANCE, unit=unit).request.issuer.archive for unit in (DATA_ONLY, DATA_BELOW, PLAIN)}
    assert archives == {DATA_ONLY: "Văn phòng Đảng ủy phường", DATA_BELOW: "Chi bộ", PLAIN: "Văn phòng Đảng ủy"}
    lines = [line.text for line in job(Kind.GUIDANCE, unit=DATA_ONLY).request.recipients]
    assert lines[2:] == ["Các đ/c Đảng ủy viên", "Các chi bộ trực thuộc Đảng ủy phường"]


def test_a_severity_is_set_with_its_reason() -> None:
    rules = job(Kind.GUIDANCE, unit=DATA_ONLY).profile.rules
    assert [(name, change.severity) for name, change in rules.items()] == [("page/splitting-rows", "warning")]
    assert all(change.reason for change in rules.values())


# One block


@pytest.mark.parametrize(("unit", "count"), [(BLOCK, 1), (BLOCK_BELOW, 1), (PLAIN, 0), (DATA_ONLY, 0)])
def test_a_sentence_of_ones_own_is_said_by_the_unit_and_below_it(unit: str, count: int) -> None:
    assert words(unit).count(OWN_SENTENCE) == count


def test_a_block_leaves_all_the_rest_to_the_base() -> None:
    with_block, without = words(BLOCK), words(PLAIN)
    with_block.remove(OWN_SENTENCE)
    assert [text.replace("Tân Phú", "Hưng Phú") for text in with_block] == without


# A whole template


def test_a_table_of_ones_own_is_filled_from_the_plan() -> None:
    (table,) = (each for each in guidance(WHOLE).tables if each.rows[0].cells[0].text == "Đợt tuyên truyền")
    rows = [tuple(cell.text for cell in row.cells) for row in table.rows]
    plan = example()[1].plan
    assert plan.guidance
    phases = [
        phase
        for section in plan.guidance.sections
        for passage in section.content_points
        for phase in passage.sections or ()
    ]
    assert rows[0] == ("Đợt tuyên truyền", "Số nội dung", "Ghi chú")
    assert [row[1] for row in rows[1:]] == [str(len(phase.content[0].points or ())) for phase in phases]
    assert len(rows) == 4
    assert all((phase.title or "").startswith(row[0]) for row, phase in zip(rows[1:], phases, strict=True))


def test_a_picture_of_ones_own_is_in_the_document_once() -> None:
    made = document(Kind.GUIDANCE, unit=WHOLE)
    picture = (EXAMPLE / "units" / WHOLE / "pictures" / "ba-dot.png").read_bytes()
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        media = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
    assert media == [picture]
    properties = [each.get("descr") for each in guidance(WHOLE).element.iter(qn("wp:docPr"))]
    assert "Ba đợt tuyên truyền nối tiếp nhau" in properties


# The chain


@pytest.mark.parametrize(("cell", "ward"), [(DATA_BELOW, DATA_ONLY), (BLOCK_BELOW, BLOCK)])
def test_a_cell_hangs_on_its_ward_and_speaks_for_itself(cell: str, ward: str, tmp_path: Path) -> None:
    made = job(Kind.GUIDANCE, unit=cell)
    unit = example()[0].unit(cell)
    assert unit.parent == ward
    assert example()[0].unit(ward).parent is None
    file = tmp_path / "made.docx"
    file.write_bytes(make(made)[0])
    texts = words(cell)
    assert any(text.startswith("Chi bộ khu vực 1 hướng dẫn tuyên truyền") for text in texts)
    codes = {one.code for one in found_in(made, file, example()[1], example()[0].office_file.congresses)}
    assert codes == {"leftover/superior-body", "leftover/peer-body"}


def test_every_folder_of_a_unit_is_told_of() -> None:
    told = (ROOT / "docs" / "example.md").read_text(encoding="utf-8") + (EXAMPLE / "README.md").read_text(
        encoding="utf-8"
    )
    folders = sorted(folder.name for folder in (EXAMPLE / "units").iterdir())
    assert folders == sorted((DATA_ONLY, BLOCK, WHOLE))
    assert [name for name in folders if told.count(name) < 2] == []
