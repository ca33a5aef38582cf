"""What a unit's document has left over from the level above: what must be told of each level, and what must not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.commands.main import main
from generator.diagnostics import Location, Severity
from generator.messages import SOURCE_LANGUAGE, speak
from generator.model.congress import Congress
from generator.model.kinds import Kind
from generator.model.organization import Organization, Unit
from generator.pipeline.job import Job
from generator.pipeline.leftover_texts import PlanLines, Text
from generator.pipeline.leftover_words import BODY, CONGRESS, PEERS, SLOT, WORD
from generator.pipeline.leftovers import Watch, candidates, findings, found_in
from generator.pipeline.produce import make
from generator.profile.layer import RuleChange
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime
from generator.sources.loaded import LoadedPlan
from tests.documents import EXAMPLE, PLAN, example, job, plan_with

REGIME = load_regime("party-hd36")


def organization(name: str, level: str | None, side: str = "party", parent: str = "", **more: object) -> Unit:
    header = {"parent": parent, "name": name} if parent else {"name": name}
    said = {"id": "don-vi", "name": name, "side": side, "level": level, "header": header, "issuing_body": name}
    return Unit.model_validate(said | {"symbol": "X", "place": "Công Hải", "archive": "Văn phòng"} | more)


PROVINCE = organization("Tỉnh ủy Khánh Hòa", "province", issuing_body="Ban Thường vụ Tỉnh ủy", id="tinh-uy")
DISTRICT = organization("Quận ủy Cái Răng", "district", issuing_body="Ban Thường vụ Quận ủy", id="quan-uy")
COMMUNE_OFFICE = organization("Đảng ủy xã Công Hải", "commune", id="dang-uy-xa")
UNITS = {
    "district": organization("Huyện ủy Thuận Bắc", "district"),
    "commune": organization("Đảng ủy xã Công Hải", "commune"),
    "ward": organization("Đảng ủy phường Hưng Phú", "commune"),
    "village cell": organization("Chi bộ thôn Suối Giếng", "cell", parent="Đảng bộ xã Công Hải"),
    "agency cell": organization("Chi bộ Văn phòng Quận ủy", "cell", parent="Đảng bộ quận Cái Răng"),
    "school cell": organization("Chi bộ Trường Tiểu học", "cell", parent="Đảng bộ xã Công Hải"),
    "state commune": organization("Ủy ban nhân dân xã Công Hải", "commune", "state"),
    "state district": organization("Ủy ban nhân dân quận Cái Răng", "district", "state"),
    "department": organization("Phòng Văn hóa và Thông tin quận", "district", "state"),
    "without a level": organization("Tổ công tác số 2", None),
}
OFFICES = {"province": PROVINCE, "district": DISTRICT, "commune": COMMUNE_OFFICE}
TABLE = tuple(
    Congress.model_validate(dict(zip(("level", "body", "ordinal", "term_from", "term_to"), line, strict=True)))
    for line in (
        ("province", "Đảng bộ tỉnh Khánh Hòa", 1, 2025, 2030),
        ("district", "Đảng bộ quận Cái Răng", 13, 2025, 2030),
        ("national", "toàn quốc", 14, 2026, 2031),
    )
)


def watched(*texts: str | Text, office: Organization, kind: Kind = Kind.GUIDANCE) -> Watch:
    lines = PlanLines(LoadedPlan(Path("plan.yaml"), example()[1].plan), kind)
    said = [text if isinstance(text, Text) else Text(text, Location()) for text in texts]
    return Watch(tuple(candidates(said, lines, kind, TABLE)), office)


def told(text: str | Text, unit: str, office: str, kind: Kind = Kind.GUIDANCE) -> list[str]:
    """The codes of what is found in one paragraph."""
    return [one.code for one in findings(watched(text, office=OFFICES[office], kind=kind), UNITS[unit], REGIME)]


LEFT_OVER: list[tuple[str, str, str, list[str]]] = [
    # a commune's text made from a province's
    ("Xây dựng Đảng bộ tỉnh trong sạch, vững mạnh.", "commune", "province", [WORD]),
    ("Ủy ban MTTQ Việt Nam tỉnh vận động các tầng lớp Nhân dân.", "commune", "province", [BODY]),
    ("Đề nghị Ủy ban MTTQ Việt Nam tỉnh phối hợp tuyên truyền.", "commune", "province", [BODY]),
    ("Tạo động lực phát triển kinh tế - xã hội của tỉnh.", "commune", "province", [WORD]),
    ("Treo cờ, băng rôn trên địa bàn tỉnh.", "commune", "province", [WORD]),
    ("Báo Khánh Hòa và Đài Phát thanh - Truyền hình tỉnh mở chuyên mục.", "commune", "province", []),
    ("Đài Phát thanh - Truyền hình tỉnh mở chuyên mục.", "commune", "province", [BODY]),
    ("Đảng ủy các xã, phường, đặc khu tổ chức quán triệt.", "commune", "province", [PEERS]),
    ("Các sở, ban, ngành tiếp tục tuyên truyền.", "state commune", "province", [BODY]),
    ("Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện.", "commune", "province", [BODY]),
    ("Thực hiện Kế hoạch số      -KH/ĐU của Đảng ủy xã.", "commune", "province", [SLOT]),
    ("Đại hội Đảng bộ xã lần thứ XII, nhiệm kỳ 2025 - 2030.", "commune", "province", [CONGRESS]),
    ("Đại hội đại biểu toàn quốc lần thứ XV của Đảng.", "commune", "province", [CONGRESS]),
    # a district's text made from a province's
    ("Các huyện ủy, thị ủy chỉ đạo cơ sở.", "district", "province", [PEERS]),
    # a ward's text made from a district's
    ("Phổ biến ra các tầng lớp Nhân dân trên địa bàn quận.", "ward", "district", [WORD]),
    ("Trên cổng thông tin điện tử của quận.", "ward", "district", [WORD]),
    ("1. Phòng Văn hóa và Thông tin quận định hướng tuyên truyền.", "ward", "district", [BODY]),
    ("1. Các đảng ủy phường tổ chức triển khai.", "ward", "district", [PEERS]),
    ("Các chi, đảng bộ trực thuộc Quận ủy căn cứ hướng dẫn.", "ward", "district", [BODY]),
    # a cell's text
    ("Treo cờ trên địa bàn xã.", "village cell", "commune", [WORD]),
    ("Đảng ủy yêu cầu các chi bộ thực hiện.", "village cell", "commune", [BODY]),
    ("Đảng ủy xã Công Hải yêu cầu đảng viên gương mẫu.", "village cell", "commune", [BODY]),
    ("Các chi bộ tổ chức sinh hoạt chuyên đề.", "village cell", "commune", [PEERS]),
    ("UBND xã tổ chức treo cờ.", "school cell", "commune", [BODY]),
    ("Tuyên truyền trên địa bàn tỉnh.", "agency cell", "district", [WORD]),
    # a State body's text made from a Party committee's
    ("Ban Thường vụ Quận ủy yêu cầu các đơn vị thực hiện.", "state district", "district", [BODY]),
    ("Ban Tuyên giáo Quận ủy chủ động nắm tình hình.", "department", "district", [BODY]),
    ("Tăng cường trên các website của thành phố.", "department", "district", [WORD]),
]
RIGHT: list[tuple[str, str, str]] = [
    ("Báo cáo về Thường trực Quận ủy.", "ward", "district"),
    ("Kế hoạch số 158-KH/QU, ngày 30/9/2024 của Ban Thường vụ Quận ủy về tuyên truyền.", "ward", "district"),
    ("Tuyên truyền Đại hội đại biểu Đảng bộ quận Cái Răng lần thứ XIII.", "ward", "district"),
    ("Tuyên truyền Đại hội Đảng bộ tỉnh.", "commune", "province"),
    ("Hưởng ứng hội thi do Tỉnh ủy phát động.", "commune", "province"),
    ("Phối hợp với các cơ quan báo chí của tỉnh.", "commune", "province"),
    ("Theo chỉ đạo của Tỉnh ủy, các chi bộ tổ chức học tập.", "commune", "province"),
    ("Đại hội đại biểu toàn quốc lần thứ XI của Đảng.", "commune", "province"),
    # one's own
    ("Treo cờ trên địa bàn xã.", "commune", "province"),
    ("Đảng ủy xã Công Hải yêu cầu các chi bộ.", "commune", "province"),
    ("UBND xã tổ chức treo cờ.", "commune", "province"),
    ("Các chi bộ tổ chức học tập.", "ward", "district"),
    ("Treo cờ trên địa bàn quận.", "state district", "district"),
    ("Phòng Văn hóa và Thông tin quận chủ trì.", "state district", "district"),
    ("Các phòng, ban, ngành quận phối hợp thực hiện.", "department", "district"),
    # an agency's cell works where its agency does
    ("Treo cờ trên địa bàn quận.", "agency cell", "district"),
    ("Treo cờ trên địa bàn xã.", "school cell", "commune"),
    ("Văn phòng Quận ủy tổng hợp.", "agency cell", "district"),
    # whose level is not known, of it nothing is said
    ("Treo cờ trên địa bàn tỉnh.", "without a level", "province"),
]


@pytest.mark.parametrize(("text", "unit", "office", "codes"), LEFT_OVER)
def test_what_is_left_over(text: str, unit: str, office: str, codes: list[str]) -> None:
    assert told(text, unit, office) == codes


@pytest.mark.parametrize(("text", "unit", "office"), RIGHT)
def test_what_the_unit_may_say(text: str, unit: str, office: str) -> None:
    assert told(text, unit, office) == []


def test_a_letter_to_all_bodies_of_the_units_own_level() -> None:
    letter = Text("- Các đảng ủy phường,", Location(), is_addressee=True)
    assert told(letter, "ward", "district", Kind.DISPATCH) == [PEERS]
    assert told(Text("- Thường trực Quận ủy;", Location(), is_addressee=True), "ward", "district") == []


@pytest.mark.parametrize("where", ["is_in_annex", "in_table"])
def test_the_blanks_of_a_form_are_meant(where: str) -> None:
    assert told(Text("Báo cáo số …/BC-UBND", Location(), **{where: True}), "commune", "province") == []


def test_a_body_alone_in_a_table_is_told_nothing() -> None:
    assert told(Text("Ban Tuyên giáo Quận ủy:", Location(), in_table=True), "ward", "district") == []


def test_the_offices_own_document_has_nothing_left_over() -> None:
    found = watched("Treo cờ trên địa bàn tỉnh.", office=DISTRICT)
    assert found.candidates
    assert findings(found, DISTRICT, REGIME) == ()


def changed(severity: str, code: str = WORD) -> Profile:
    """The regime with a unit's change of one rule."""
    return replace(REGIME, rules={code: RuleChange(severity, "phường nói thay quận", "phuong")})


@pytest.mark.parametrize(
    ("severity", "expected"),
    [("off", []), ("advice", [Severity.ADVICE]), ("error", [Severity.ERROR]), ("warning", [Severity.WARNING])],
)
def test_a_profile_sets_the_severity(severity: str, expected: Sequence[Severity]) -> None:
    found = findings(watched("Treo cờ trên địa bàn quận.", office=DISTRICT), UNITS["ward"], changed(severity))
    assert [one.severity for one in found] == expected
    assert all("phường nói thay quận" in (one.hint or "") for one in found)


def test_the_change_of_one_rule_leaves_the_others() -> None:
    found = watched("Treo cờ trên địa bàn quận.", "Phòng Y tế quận phối hợp.", office=DISTRICT)
    assert [one.code for one in findings(found, UNITS["ward"], changed("off"))] == [BODY]


def test_units_of_one_standing_share_one_answer() -> None:
    """A batch asks for every unit: what is told is worked out once."""
    found = watched("Treo cờ trên địa bàn quận.", office=DISTRICT)
    another = UNITS["ward"].model_copy(update={"id": "khac", "name": "Đảng ủy phường Tân Phú"})
    assert findings(found, UNITS["ward"], REGIME) is findings(found, another, REGIME)


# ----- The example

WARD = "dang-uy-phuong-hung-phu"
FIGURES = [
    # unit, kind, of each code how many; every one was read and is right
    (WARD, Kind.PLAN, {WORD: 3, BODY: 5}),
    (WARD, Kind.GUIDANCE, {PEERS: 1, BODY: 3}),
    (WARD, Kind.SLOGANS, {}),
    (WARD, Kind.DIRECTIVE, {WORD: 1, BODY: 5}),
    (WARD, Kind.DISPATCH, {PEERS: 1}),
    (WARD, Kind.REPORT, {}),
    ("chi-bo-van-phong-quan-uy", Kind.PLAN, {WORD: 1, BODY: 5}),
    ("chi-bo-van-phong-quan-uy", Kind.GUIDANCE, {PEERS: 1, BODY: 4}),
    ("ban-tuyen-giao-quan-uy", Kind.PLAN, {WORD: 1}),
    ("ban-tuyen-giao-quan-uy", Kind.GUIDANCE, {}),
    ("ban-tuyen-giao-quan-uy", Kind.DIRECTIVE, {BODY: 1}),
    ("ubnd-quan-cai-rang", Kind.PLAN, {WORD: 1, BODY: 2}),
    ("ubnd-quan-cai-rang", Kind.GUIDANCE, {BODY: 1}),
    ("phong-van-hoa-thong-tin", Kind.DIRECTIVE, {BODY: 3}),
]


def written(made: Job, folder: Path) -> Path:
    file = folder / "made.docx"
    file.write_bytes(make(made)[0])
    return file


@pytest.mark.parametrize(("unit", "kind", "figures"), FIGURES)
def test_what_the_example_has_left_over(unit: str, kind: Kind, figures: dict[str, int], tmp_path: Path) -> None:
    made = job(kind, unit=unit)
    found = found_in(made, written(made, tmp_path), example()[1], example()[0].office_file.congresses)
    assert Counter(one.code for one in found) == figures
    lines = PLAN.read_text(encoding="utf-8").splitlines()
    assert all(one.where.file == PLAN and one.where.line and lines[one.where.line - 1] for one in found)
    assert all(one.where.paragraph and one.actual and one.actual in (one.where.excerpt or "") for one in found)


def test_the_place_is_told_as_a_reader_finds_it(tmp_path: Path) -> None:
    made = job(Kind.PLAN, unit=WARD)
    found = found_in(made, written(made, tmp_path), example()[1], ())
    (one,) = (each for each in found if each.actual == "địa bàn quận")
    assert one.where.part == "thân văn bản, mục IV.1"
    lines = PLAN.read_text(encoding="utf-8").splitlines()
    assert one.where.line is not None
    assert "trên địa bàn quận" in " ".join(lines[one.where.line - 1 : one.where.line + 4])


def test_a_sentence_of_the_template_is_placed_in_the_document(tmp_path: Path) -> None:
    made = job(Kind.PLAN, unit=WARD, plan=plan_with(aim="Nhằm cổ vũ các tầng lớp Nhân dân trong toàn quận thi đua."))
    file = written(made, tmp_path)
    (one,) = (each for each in found_in(made, file, example()[1], ()) if each.actual == "toàn quận")
    assert (one.where.file, one.where.line) == (file, None)
    assert one.where.paragraph is not None


def test_what_cannot_be_looked_at_is_left_to_the_check(tmp_path: Path) -> None:
    file = tmp_path / "no.docx"
    file.write_bytes(b"no document")
    assert found_in(job(Kind.PLAN, unit=WARD), file, example()[1], ()) == ()


def test_the_offices_documents_of_the_example_say_nothing(tmp_path: Path) -> None:
    made = job(Kind.PLAN)
    assert found_in(made, written(made, tmp_path), example()[1], ()) == ()


def test_an_empty_number_in_the_plan_is_told_with_its_line(tmp_path: Path) -> None:
    plan = plan_with(aim="Nhằm thực hiện Kế hoạch số …-KH/ĐU của Đảng ủy, góp phần tổ chức tốt đại hội.")
    made = job(Kind.PLAN, unit=WARD, plan=plan)
    found = found_in(made, written(made, tmp_path), example()[1], ())
    assert [one.actual for one in found if one.code == SLOT] == ["số …-KH/ĐU"]


@pytest.mark.parametrize(("options", "says"), [((), True), (("-q",), False)])
def test_render_tells_what_is_left_over_and_makes_the_document(
    options: tuple[str, ...], says: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speak(SOURCE_LANGUAGE)
    where = ["--workspace", str(EXAMPLE), "render", str(PLAN), "--kind", "guidance", "-o", str(tmp_path)]
    assert main([*options, *where, "--unit", WARD]) == 0
    said = capsys.readouterr().out
    assert (said.count("cảnh báo leftover/") == 4, bool(said)) == (says, says)
    assert (tmp_path / f"guidance-{WARD}.docx").is_file()
