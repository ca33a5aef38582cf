"""Numbering and order: every kind of list, on both sides, and the counters of every kind of document."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.content import Passage
from generator.model.guidance import Guidance
from generator.model.house import HouseStyle
from generator.model.plan import Plan
from generator.model.slogans import SloganList
from generator.profile.regimes import load_regime
from generator.render.details import with_details
from generator.render.outline import Outline
from generator.render.outline_guidance import write_guidance, write_slogans
from generator.render.outline_plan import write_plan
from generator.render.outline_report import write_report
from tests.documents import typed_report

PARTY, STATE = "party-hd05", "state-nd30"
TWO: list[Any] = ["Một", "Hai"]
ITEM = {"title": "Đầu", "content": [{"points": ["Điểm"]}]}


def outline(regime: str = PARTY, **house: str) -> Outline:
    return Outline(load_regime(regime), HouseStyle.model_validate(house))


def printed(made: Outline) -> list[str]:
    return [f"{block['marker']} {block['text']}".strip() for block in made.blocks]


def passages(*content: object) -> list[Passage]:
    return [Passage.model_validate(each) for each in content]


@pytest.mark.parametrize(
    ("content", "party", "state"),
    [
        ("Lời", ["Lời"], ["Lời"]),
        ({"numbered": TWO}, ["(1) Một", "(2) Hai"], ["a) Một", "b) Hai"]),
        ({"lettered": TWO}, ["a) Một", "b) Hai"], ["a) Một", "b) Hai"]),
        ({"points": TWO}, ["- Một", "- Hai"], ["- Một", "- Hai"]),
        ({"subpoints": TWO}, ["+ Một", "+ Hai"], ["+ Một", "+ Hai"]),
        ({"sections": TWO}, ["3.1. Một", "3.2. Hai"], ["a) Một", "b) Hai"]),
        ({"sections": [ITEM]}, ["3.1. Đầu", "- Điểm"], ["a) Đầu", "- Điểm"]),
        (
            {"sections": [{"title": "Đầu", "content": [{"sections": [{"text": "Câu"}]}]}]},
            ["3.1. Đầu", "3.1.1. Câu"],
            ["a) Đầu", "a) Câu"],
        ),
        ({"numbered": [ITEM]}, ["(1) Đầu", "- Điểm"], ["a) Đầu", "- Điểm"]),
        ({"lettered": ["x"] * 5}, ["a) x", "b) x", "c) x", "d) x", "đ) x"], ["a) x", "b) x", "c) x", "d) x", "đ) x"]),
    ],
)
def test_every_kind_of_list(content: object, party: list[str], state: list[str]) -> None:
    for regime, wanted in ((PARTY, party), (STATE, state)):
        made = outline(regime)
        made.passages(passages(content), parent=3)
        assert printed(made) == wanted, regime


def test_sub_sections_of_one_heading_are_counted_through_and_on_their_own_without_a_heading() -> None:
    content = passages({"sections": TWO}, "Lời", {"sections": [{"title": "Ba", "content": [{"sections": ["Câu"]}]}]})
    for parent, wanted in (
        (2, ["2.1. Một", "2.2. Hai", "Lời", "2.3. Ba", "2.3.1. Câu"]),
        (0, ["1. Một", "2. Hai", "Lời", "3. Ba", "3.1. Câu"]),
    ):
        made = outline()
        made.passages(content, parent=parent)
        assert printed(made) == wanted


@pytest.mark.parametrize(
    ("regime", "house", "wanted"),
    [
        (PARTY, {}, "I- MỤC ĐÍCH"),
        ("party-hd36", {}, "I- MỤC ĐÍCH"),
        (PARTY, {"roman_suffix": "dot"}, "I. MỤC ĐÍCH"),
        (STATE, {}, "I. MỤC ĐÍCH"),
        (STATE, {"roman_suffix": "dash"}, "I. MỤC ĐÍCH"),
    ],
)
def test_the_house_chooses_the_roman_mark_only_where_the_regime_leaves_it(
    regime: str, house: dict[str, str], wanted: str
) -> None:
    made = outline(regime, **house)
    made.section(1, "Mục đích")
    assert printed(made) == [wanted]


@pytest.mark.parametrize(
    ("regime", "marker", "wanted"),
    [(PARTY, "letter", "a) Một"), (STATE, "parenthesised", "(1) Một"), (PARTY, "parenthesised", "(1) Một")],
)
def test_the_house_chooses_the_mark_of_items(regime: str, marker: str, wanted: str) -> None:
    made = outline(regime, item_marker=marker)
    made.passages(passages({"numbered": TWO}), parent=1)
    assert printed(made)[0] == wanted


@pytest.mark.parametrize(
    ("content", "styles", "levels"),
    [
        ("Lời", ["VtBody"], [0]),
        ({"numbered": TWO}, ["VtPoint"] * 2, [3, 3]),
        ({"points": TWO}, ["VtBody"] * 2, [4, 4]),
        ({"subpoints": TWO}, ["VtBody"] * 2, [5, 5]),
        ({"sections": [ITEM, "Câu"]}, ["VtHeadingNested", "VtBody", "VtClause"], [3, 4, 3]),
        ({"table": {"columns": ["A"], "rows": [["1"]]}}, ["VtTable"], [0]),
    ],
)
def test_styles_and_levels(content: object, styles: list[str], levels: list[int]) -> None:
    made = outline()
    made.passages(passages(content), parent=1)
    assert [block["style"] for block in made.blocks] == styles
    assert [block["level"] for block in made.blocks] == levels


def test_the_marker_is_text_in_front_of_the_words() -> None:
    made = outline()
    made.passages(passages({"points": ["**Đậm** rồi thường"]}), parent=1)
    (block,) = made.blocks
    assert block["text"] == "Đậm rồi thường"
    assert "".join(run["text"] for run in block["runs"]) == "- Đậm rồi thường"
    assert [run["text"] for run in block["runs"] if run["bold"]] == ["Đậm"]


def test_only_the_last_block_stays_with_the_signature() -> None:
    made = outline()
    made.passages(passages("Một", "Hai"), parent=0)
    assert [block["keep"] for block in made.finished(before_signature=True)] == [False, True]
    assert outline().finished(before_signature=True) == []


# Plans


def plan(*sections: object) -> Outline:
    made = outline()
    found = Plan.model_construct(
        sections=tuple(Plan.model_fields["sections"].annotation.__args__[0].model_validate(s) for s in sections)
    )
    write_plan(made, found, lambda unit: {"chi-bo": "chi bộ Một"}.get(unit, unit))
    return made


NOW = {"kind": "now"}
PHASE = {"title": "nay", "window_from": NOW, "window_to": NOW}


def test_phases_are_counted_through_all_sections_and_headings_within_one() -> None:
    made = plan(
        {"title": "Một", "phases": [PHASE | {"items": TWO}, PHASE | {"lead_in": "làm ngay:"}]},
        {"title": "Hai", "phases": [PHASE | {"subgroups": [{"lead": "Thứ nhất", "items": TWO}] * 2}]},
    )
    assert printed(made) == [
        "I- MỘT",
        "1. Đợt 1: nay",
        "(1) Một",
        "(2) Hai",
        "2. Đợt 2: nay, làm ngay:",
        "II- HAI",
        "1. Đợt 3: nay",
        *["Thứ nhất", "(1) Một", "(2) Hai"] * 2,
    ]


def test_the_parts_of_a_section_are_numbered_on_in_the_order_of_the_model() -> None:
    made = plan(
        {
            "title": "Đủ",
            "lead": ["Lời đầu"],
            "purposes": TWO,
            "requirements": {"title": "Yêu cầu chung", "content": ["Ba"]},
            "targets": [{"text": "Mười buổi"}],
            "phases": [PHASE],
            "cross_phase_content": "Cả hai đợt",
            "channels": [{"group": "oral", "title": "Miệng", "content": [{"sections": TWO}], "notes": ["Lưu ý"]}],
            "content": [{"sections": [{"title": "Riêng", "content": [{"sections": ["Câu"]}]}, "Câu có số"]}],
            "budget": ["Theo quy định"],
            "assignments": [{"unit": "chi-bo", "lead": "tổ chức", "tasks": [{"text": "Việc."}]}],
            "reporting": {"text": "Báo cáo"},
            "closing": ["Lời cuối"],
        }
    )
    assert printed(made) == [
        "I- ĐỦ",
        "Lời đầu",
        "1. Mục đích",
        "Một",
        "Hai",
        "2. Yêu cầu chung",
        "Ba",
        "3. Chỉ tiêu",
        "- Mười buổi",
        "4. Đợt 1: nay",
        "Cả hai đợt",
        "5. Miệng",
        "5.1. Một",
        "5.2. Hai",
        "Lưu ý",
        "6. Riêng",
        "6.1. Câu",
        "7. Câu có số",
        "8. Kinh phí",
        "Theo quy định",
        "9. Chi bộ Một tổ chức",
        "- Việc.",
        "Báo cáo",
        "Lời cuối",
    ]


@pytest.mark.parametrize(
    ("task", "wanted"),
    [
        ({"text": "Làm."}, "- Làm."),
        ({"text": "Làm.", "deadline": {"kind": "date", "value": "2025-10-01"}}, "- Làm (trước ngày 01/10/2025)."),
        ({"text": "Làm", "deadline": {"kind": "recurring", "value": "trước ngày 10/12 hằng năm"}},
         "- Làm (trước ngày 10/12 hằng năm)"),
        ({"text": "Làm;", "output": "báo cáo", "cooperating_units": ["chi-bo", "khac"]},
         "- Làm (sản phẩm: báo cáo; phối hợp: chi bộ Một, khac);"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_task_stands_in_brackets_before_its_stop(task: object, wanted: str) -> None:
    made = plan({"title": "Việc", "assignments": [{"unit": "chi-bo", "lead": "làm", "tasks": [task]}]})
    assert printed(made)[-1] == wanted


@pytest.mark.parametrize(
    ("sentence", "details", "wanted"),
    [
        ("Làm.", [], "Làm."),
        ("Làm.", ["", ""], "Làm."),
        ("Làm.", ["a", "", "b"], "Làm (a; b)."),
        ("Làm", ["a"], "Làm (a)"),
        ("Làm...", ["a"], "Làm... (a)"),
    ],
)
def test_details(sentence: str, details: list[str], wanted: str) -> None:
    assert with_details(sentence, details) == wanted


# What follows from a plan


def test_a_part_that_has_its_section_for_itself_has_no_title_of_its_own() -> None:
    alone = {"title": "Một", "content_points": [{"sections": TWO}], "reporting": "Báo cáo", "closing": ["Hết"]}
    shared = {
        "title": "Hai",
        "audience": ["Đảng viên"],
        "forms_channels": [{"sections": TWO}],
        "implementation": ["Làm"],
    }
    made = outline()
    write_guidance(made, Guidance.model_validate({"subject": "việc", "sections": [alone, shared]}))
    assert printed(made) == [
        "I- MỘT",
        "1. Một",
        "2. Hai",
        "Báo cáo",
        "Hết",
        "II- HAI",
        "1. Đối tượng",
        "Đảng viên",
        "2. Hình thức",
        "2.1. Một",
        "2.2. Hai",
        "3. Phân công thực hiện",
        "Làm",
    ]


def test_the_steps_of_a_procedure() -> None:
    step = {"actor": "Chi bộ", "action": "họp", "output": "biên bản", "deadline": "ngày 15/6/2025"}
    made = outline()
    section = {"title": "Bước", "procedure_steps": [step]}
    found = Guidance.model_fields["sections"].annotation.__args__[0].model_validate(section)
    write_guidance(made, Guidance.model_construct(sections=(found,)))
    assert printed(made) == ["I- BƯỚC", "(1) Chi bộ họp (sản phẩm: biên bản; ngày 15/6/2025)"]


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ({}, []),
        ({"hang_from": "2025-06-01"}, ["Thời gian treo: từ ngày 01/6/2025."]),
        (
            {"hang_from": "2025-06-01", "hang_to": "2025-07-05"},
            ["Thời gian treo: từ ngày 01/6/2025 đến ngày 05/7/2025."],
        ),
    ],
)
def test_slogans_are_numbered_anew_in_each_group(days: dict[str, str], wanted: list[str]) -> None:
    groups = [
        {"title": f"Nhóm {n}", "slogans": [{"text": f"Khẩu hiệu {n}{letter}!"} for letter in "ab"]} for n in (1, 2)
    ]
    made = outline()
    write_slogans(made, SloganList.model_validate({"subject": "khẩu hiệu", "groups": groups} | days))
    assert printed(made) == [
        "1. Nhóm 1",
        "(1) Khẩu hiệu 1a!",
        "(2) Khẩu hiệu 1b!",
        "2. Nhóm 2",
        "(1) Khẩu hiệu 2a!",
        "(2) Khẩu hiệu 2b!",
        *wanted,
    ]


def test_a_report_leaves_out_what_it_has_not_but_answers_for_difficulties() -> None:
    report = typed_report()
    bare = report.model_copy(update={"context": (), "difficulties": (), "next_tasks": (), "proposals": ()})
    made = outline()
    write_report(made, bare, str)
    said = printed(made)
    assert [line for line in said if line.split("-")[0] in ("I", "II", "III", "IV")] == [
        "I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        "II- KẾT QUẢ THỰC HIỆN",
        "III- ĐÁNH GIÁ CHUNG",
    ]
    assert said[-2:] == ["2. Khó khăn, hạn chế", "Không có."]


def test_a_cause_stands_before_the_stop_of_its_difficulty() -> None:
    report = typed_report()
    made = outline()
    write_report(made, report, str)
    said = " ".join(printed(made))
    assert "chưa đầy đủ (nguyên nhân chủ quan)." in said


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        ({"purposes": {"content": ["Lời"]}}, ["I- MỤC ĐÍCH", "Lời"]),
        ({"purposes": {"title": "Mục đích", "content": ["Lời"]}}, ["I- MỤC ĐÍCH", "1. Mục đích", "Lời"]),
        (
            {"purposes": {"content": ["Lời"]}, "audience": {"content": ["Ai"]}},
            ["I- MỤC ĐÍCH", "1. Mục đích, yêu cầu", "Lời", "2. Đối tượng", "Ai"],
        ),
        ({"audience": {"content": [{"sections": ["Một", "Hai"]}]}}, ["I- MỤC ĐÍCH", "1. Một", "2. Hai"]),
    ],
)
def test_a_part_alone_in_its_section_has_no_usual_title(parts: dict[str, Any], wanted: list[str]) -> None:
    guidance = Guidance.model_validate({"subject": "x", "sections": [{"title": "Mục đích"} | parts]})
    made = outline()
    write_guidance(made, guidance)
    assert printed(made) == wanted
