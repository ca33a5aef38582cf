"""One bad edit of a sound workspace is one finding, with its code, line and column."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from small_workspace import PLAN

import generator.model
from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.errors import GeneratorError
from generator.sources.load import examine, load_plan, load_workspace, open_plan
from generator.sources.wording import WORDINGS
from generator.workspace import Workspace

Edit = Callable[[str, str, str], tuple[list[Diagnostic], tuple[int, int]]]


PLAN_FILE, OFFICE_FILE, UNITS_FILE = "plans/ke-hoach.yaml", "vanthu.yaml", "units.yaml"
SUBJECT = "subject: tuyên truyền đại hội\n"
GUIDANCE = PLAN[PLAN.index("guidance:") : PLAN.index("slogans:")]

# old text, new text with a mark at the expected place, code
PLAN_EDITS = [
    # Types
    (SUBJECT, "¦subject:\n", "data/missing-field"),
    (SUBJECT, "subject: ¦[tuyên truyền]\n", "data/wrong-type"),
    (SUBJECT, 'subject: ¦""\n', "data/empty-text"),
    ("- subject: kết quả tuyên truyền đợt 1\n    phase", "- ¦phase", "data/missing-field"),
    ("aim: Nhằm", "¦aims: Nhằm", "data/unknown-field"),
    ("- {text: Mười buổi, ", "- ¦{", "data/missing-field"),
    ("requirements: [Thiết thực, Tiết kiệm]", "requirements: ¦Thiết thực", "data/wrong-type"),
    ("[Thiết thực, Tiết kiệm]", "[¦[Thiết thực], Tiết kiệm]", "data/wrong-type"),
    ("leadership: [Ban hành kế hoạch]", "leadership: ¦Ban hành kế hoạch", "data/wrong-type"),
    ("figures: [{indicator: oral_sessions, value", "figures: [¦x, {indicator: oral_sessions, value", "data/wrong-type"),
    ("value: 10}", "value: ¦mười}", "data/wrong-type"),
    ("value: 10}", "value: ¦-1}", "data/out-of-range"),
    ("value: 10}", "value: ¦1.000}", "data/wrong-type"),
    ("value: 10}", 'value: ¦"2,5"}', "data/wrong-type"),
    ("value: 10}", "value: 2,¦5}", "data/unknown-field"),
    ("number: 05", "number: ¦0", "data/out-of-range"),
    ("number: 05", "number: ¦1_0", "data/wrong-type"),
    ("number: 05", "number: ¦{a: b}", "data/wrong-type"),
    ('value: "12"}', "value: ¦1.250}", "data/wrong-type"),
    ('value: "12"}', "value: ¦nan}", "data/wrong-type"),
    ('value: "12"}', "value: ¦[12]}", "data/wrong-type"),
    ("issued_on: 02/3/2026", "issued_on: ¦2025-13-40", "data/impossible-date"),
    ("issued_on: 02/3/2026", "issued_on: ¦30/02/2025", "data/impossible-date"),
    ("issued_on: 02/3/2026", "issued_on: ¦tháng 3", "data/impossible-date"),
    ("issued_on: 02/3/2026", "issued_on: ¦[2026]", "data/wrong-type"),
    ("group: oral", "group: ¦orall", "data/unknown-value"),
    ("{id: noi-dung-hai,", "{id: ¦Nội dung hai,", "data/wrong-form"),
    ("{kind: date, value: 2026-03-02}", "{kind: month, value: ¦tháng 3}", "data/moment-value"),
    ("{kind: date, value: 2026-03-02}", "{kind: now, value: ¦2026-03-02}", "data/moment-value"),
    ("strengths: [Kịp thời]", "strengths: ¦[]", "data/missing-part"),
    ("strengths: [Kịp thời]", "strengths: [Kịp thời, ¦~]", "data/wrong-type"),
    # Ours
    ("aim: Nhằm chào mừng Đại hội XIV của Đảng.", 'aim: ¦"Nhằm\\u0007 chào mừng"', "data/illegal-character"),
    ("content: [Đã làm]", "content: [¦{text: Đã làm, points: [Làm]}]", "data/one-of-fields"),
    ("{id: noi-dung-hai, text: Kết quả}", "¦{id: noi-dung-hai}", "data/one-of-fields"),
    ("null_reason: not_reported", "¦note: chưa có", "data/unknown-field"),
    ('- [Bài, ""]', "- ¦[Bài]", "data/row-width"),
    (GUIDANCE, "guidance:\n  ¦subject: tuyên truyền\n  sections:\n    - title: Nội dung\n", "data/missing-part"),
    ("years: {count: 96,", "years: {count: ¦95,", "data/anniversary"),
    ("{text: Đảng quang vinh muôn năm!,", "{text: ¦Đảng quang vinh muôn năm,", "data/exclamation-mark"),
    ("{text: Đảng quang vinh muôn năm!,", '{text: ¦"Đảng quang vinh muôn năm !",', "data/exclamation-mark"),
    ("Kỷ niệm 96 năm Ngày thành lập Đảng!", "¦Đảng quang vinh muôn năm!", "data/duplicate-slogan"),
    ("hang_to: 2026-06-30", "hang_to: ¦2026-03-09", "data/range-backwards"),
    ("period_to: 2026-06-30", "period_to: ¦2026-01-30", "data/range-backwards"),
    # Across the files
    ("- unit: chi-bo-mot\n        lead", "- unit: ¦chi-bo-mott\n        lead", "data/unknown-unit"),
    ("cooperating_units: [chi-bo-hai]", "cooperating_units: [¦chi-bo-ba]", "data/unknown-unit"),
    ("lead_unit: cac-chi-bo", "lead_unit: ¦cac-chi-bbo", "data/unknown-unit"),
    ("Tổng kết, unit: chi-bo-hai", "Tổng kết, unit: ¦chi-bo-haii", "data/unknown-unit"),
    ("- unit: chi-bo-hai", "- unit: ¦cac-chi-bo", "data/unknown-unit"),
    ("signer: bi-thu\n", "signer: ¦pho-bi-thu\n", "data/unknown-signer"),
    ("indicator: oral_sessions, value: 10", "indicator: ¦oral_session, value: 10", "data/unknown-indicator"),
    ("indicators: [oral_sessions]", "indicators: [¦tin-bai]", "data/unknown-indicator"),
    ("phase: 1\n", "phase: ¦2\n", "data/unknown-phase"),
    ("phases: [1]", "phases: [¦3]", "data/unknown-phase"),
    ("plan_items: [noi-dung-mot]", "plan_items: [¦noi-dung-ba]", "data/unknown-item"),
    ("id: noi-dung-hai", "id: ¦noi-dung-mot", "data/duplicate-id"),
    ("value: 30/6/2026", "value: ¦30/02/2027", "data/impossible-date"),
    ("value: 30/6/2026", "value: ¦27/02/2026", "data/deadline-before-issue"),
    ("value: 30/6/2026", "value: ¦28/6/2026", "data/deadline-on-weekend"),
    ("due: trước ngày 30/6/2026", "due: ¦trước ngày 31/6/2026", "data/impossible-date"),
    ("due: trước ngày 30/6/2026", "due: ¦trước ngày 27/6/2026", "data/deadline-on-weekend"),
    ("value: 30/6/2026", "value: ¦2/9/2026", "data/deadline-on-holiday"),
    ("value: 30/6/2026", "value: ¦31/8/2026", "data/deadline-on-holiday"),
    ("due: trước ngày 30/6/2026", "due: ¦trước ngày 2026-09-02", "data/deadline-on-holiday"),
    ("due: 15/7/2026", "due: ¦26/7/2026", "data/deadline-on-weekend"),
    ("due: trước ngày 30/6/2026", 'due: ¦"trước thứ Hai, ngày 30/6/2026"', "data/other-weekday"),
    ("due: trước ngày 30/6/2026", "due: ¦chậm nhất thứ 5 (30/6/2026)", "data/other-weekday"),
    ("kind: date, value: 30/6/2026", "kind: recurring, value: ¦hằng tháng", "data/recurring-without-day"),
    ("kind: date, value: 30/6/2026", "kind: recurring, value: ¦ngày 31/11 hằng năm", "data/recurring-without-day"),
    ("due: trước ngày 30/6/2026", "due: ¦cuối mỗi quý", "data/recurring-without-day"),
    ("due: 15/7/2026", "due: ¦15/6/2026", "data/deadline-before-issue"),
    ("deadline: ngày 15/6/2026", "deadline: ¦ngày 02/02/2026", "data/deadline-before-issue"),
    ("2026-03-02}\n        window_to: {kind: date, value: 2026-06-30}",
     "2026-07-02}\n        window_to: {kind: date, value: ¦2026-06-30}", "data/range-backwards"),
    ("aim: Nhằm chào mừng Đại hội XIV", "aim: ¦Nhằm chào mừng Đại hội XV", "data/congress-ordinal"),
    ("- Chào mừng Đại hội đại biểu Đảng bộ tỉnh Mẫu lần thứ XV",
     "- ¦Chào mừng Đại hội đại biểu Đảng bộ tỉnh Mẫu lần thứ XIV", "data/congress-ordinal"),
    ("- id: chi-thi\n    kind: Chỉ thị\n    number: 35-CT/TW\n    issued_on: 2024-06-14\n    issuer: Bộ Chính trị\n",
     "- ¦kind: Chỉ thị\n    number: 35-CT/TW\n", "data/reference-without-issuer"),
    ("aim: Nhằm", "aim: ¦Theo Chỉ thị số 35-CT/TW, ngày 15/6/2024, nhằm", "data/reference-date"),
    (SUBJECT, "subject: ¦tuyên truyền đại hội.\n", "data/subject-form"),
    (SUBJECT, "subject: ¦Tuyên truyền đại hội\n", "data/subject-form"),
    (SUBJECT, "subject: ¦về việc tuyên truyền đại hội\n", "data/subject-form"),
    ("text: Truyền thống}", "text: ¦‹điền vào đây›}", "data/placeholder"),
    ("issued_on: 02/3/2026", "issued_on: ¦‹ngày ban hành›", "data/placeholder"),
    ("aim: Nhằm", "aim: ¦|\n  Dòng một\n  Nhằm", "data/line-break"),
    # Figures
    ('[{indicator: oral_sessions, value: "12"}]',
     '[{indicator: oral_sessions, value: "12"}, {indicator: ¦web_posts, value: 1}]', "data/unlisted-indicator"),
    ('[{indicator: oral_sessions, value: "12"}]',
     '[{indicator: oral_sessions, value: "12"}, {indicator: ¦oral_sessions, value: 1}]', "data/duplicate-figure"),
    ("figures: [{indicator: oral_sessions, null_reason: not_reported}]", "¦figures: []", "data/missing-figure"),
    ("- unit: chi-bo-hai\n", "- unit: ¦chi-bo-mot\n", "data/duplicate-unit"),
    ('value: "12"}', 'value: ¦"1,250"}', "data/fraction-of-a-count"),
    ('value: "12"}', 'value: ¦"97,5"}', "data/fraction-of-a-count"),
    # As it is typed
    ("number: 05", "number: ¦05-KH/ĐU", "data/wrong-type"),
    ("{kind: date, value: 2026-06-30}", "{kind: event, value: Đại hội, ¦lần thứ XIV}", "data/unknown-field"),
    ("{kind: date, value: 2026-06-30}", "{kind: date, value: ¦31/6/2026}", "data/moment-value"),
    ("{kind: date, value: 2026-06-30}", "{kind: month, value: ¦30/6/2026}", "data/moment-value"),
    ("text: Truyền thống}", "text: Truyền¦\u200b thống}", "data/invisible-character"),
    ("issuer: Bộ Chính trị", "issuer: ¦“Bộ Chính trị”", "data/typographic-quotes"),
    ("content_points: [Học tập]", "content_points: [¦1. Học tập]", "data/typed-marker"),
]  # fmt: skip

OTHER_EDITS = [
    (OFFICE_FILE, "side: party", "side: ¦pary", "data/unknown-value"),
    (OFFICE_FILE, "house:\n", "regime: ¦party-hd055\nhouse:\n", "data/unknown-regime"),
    (OFFICE_FILE, "house:\n", "regime: ¦state-nd30\nhouse:\n", "data/unknown-regime"),
    (OFFICE_FILE, "of: Ban Thường vụ}", "of: Ban Thường vụ, ¦Đảng ủy}", "data/unknown-field"),
    (OFFICE_FILE, "{text: Tỉnh ủy,", "{text: ¦+ Tỉnh ủy,", "data/typed-marker"),
    (OFFICE_FILE, "comma_before_date: true", "comma_before_date: ¦đúng", "data/wrong-type"),
    (OFFICE_FILE, "ordinal: 15", "ordinal: ¦100", "data/out-of-range"),
    (OFFICE_FILE, "    plan:\n", "    ¦plann:\n", "data/unknown-value"),
    (OFFICE_FILE, "header: {parent: Đảng bộ tỉnh Mẫu, name: Đảng ủy xã Mẫu}", "header: ¦Đảng ủy", "data/wrong-type"),
    (OFFICE_FILE, "symbol: ĐU", "symbol: ¦Đảng ủy xã Mẫu tỉnh Mẫu", "data/too-long"),
    (OFFICE_FILE, "covers: [cac-chi-bo]", "covers: [cac-chi-bo, ¦cac-chi-boo]", "data/unknown-unit"),
    (OFFICE_FILE, "- {level: province, body: Đảng bộ tỉnh Mẫu, ordinal: 15, term_from: 2025, term_to: 2030",
     "- {level: province, body: Đảng bộ tỉnh Mẫu, ordinal: 15, term_from: 2035, term_to: ¦2030", "data/term-backwards"),
    (OFFICE_FILE, "term_to: 2031}", "term_to: 2031}\n  - ¦{level: national, body: toàn quốc, ordinal: 14, "
     "term_from: 2025, term_to: 2030}", "data/duplicate-id"),
    (OFFICE_FILE, "archive: Văn phòng Đảng ủy", "archive: Văn phòng\n  ¦archive: Đảng ủy", "data/duplicate-key"),
    (OFFICE_FILE, "name: Đảng ủy xã Mẫu\n", "name: Đảng ủy¦\u200e xã Mẫu\n", "data/illegal-character"),
    (UNITS_FILE, "members: all", "members: ¦tất cả", "data/wrong-type"),
    (UNITS_FILE, "members: [chi-bo-mot]", "members: [¦Chi bộ Một]", "data/wrong-form"),
    (UNITS_FILE, "members: [chi-bo-mot]", "members: [¦chi-bo-ba]", "data/unknown-unit"),
    (UNITS_FILE, "parent: dang-uy-xa-mau", "parent: ¦dang-uy-xa-mauu", "data/unknown-unit"),
    (UNITS_FILE, "id: nhom-mot", "id: ¦cac-chi-bo", "data/duplicate-id"),
    (UNITS_FILE, "id: nhom-mot", "id: ¦dang-uy-xa-mau", "data/duplicate-id"),
    (UNITS_FILE, "- {id: bi-thu-mot, position: Bí thư}", "- {id: bi-thu-mot}\n      - {id: ¦bi-thu-mot}",
     "data/duplicate-id"),
]  # fmt: skip


REFERENCES = PLAN[PLAN.index("references:") : PLAN.index("aim:")]
REQUIREMENTS = "    requirements: [Thiết thực, Tiết kiệm]\n"
NEXT = PLAN[PLAN.index("    next_tasks:") : PLAN.index("    figures:\n")]
FREE = "    content: [Viết tự do]\n"

# texts taken out or put in, what is said at which severity, a part of the message or hint
PARTS = [
    ({REQUIREMENTS: ""}, [("data/missing-part", "error")], "một mục của sections"),
    ({REQUIREMENTS: "    requirements: []\n"}, [("data/missing-part", "error")], "requirements (yêu cầu)"),
    ({REQUIREMENTS: FREE}, [], ""),
    ({REFERENCES: ""}, [("data/missing-part", "error")], "references (căn cứ)"),
    ({REFERENCES: "", REQUIREMENTS: FREE}, [("data/missing-part", "warning")], "references (căn cứ)"),
    ({NEXT: ""}, [("data/missing-part", "error")], "tổng kết"),
    ({NEXT: "    report_kind: final\n", "subject: kết quả tuyên": "subject: tổng kết tuyên"}, [], ""),
    ({"    difficulties: []\n": ""}, [("data/missing-field", "error")], "difficulties: []"),
    ({"    difficulties: []\n": "    difficulties:\n"}, [("data/missing-field", "error")], "difficulties: []"),
    ({"    context: [Số liệu ở phụ lục kèm theo]\n": ""}, [("data/annex-not-mentioned", "advice")], "phụ lục"),
    ({"slogans:\n  subject": "slogans:\n  carrier: annex\n  subject"}, [("data/annex-not-mentioned", "advice")], ""),
    ({"guidance:\n": "guidance:\n  appendices: [{title: Phụ lục, content: [phụ lục]}]\n"},
     [("data/annex-not-mentioned", "advice")], ""),
    ({"content_points: [Học tập]": "content_points: [Học tập (Phụ lục 1)]",
      "guidance:\n": "guidance:\n  appendices: [{title: Mẫu, content: [x]}]\n"}, [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "said", "words"), PARTS)
def test_parts_and_annexes(
    workspace: Workspace, changes: dict[str, str], said: list[tuple[str, str]], words: str
) -> None:
    text = PLAN
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    (workspace.plans / "ke-hoach.yaml").write_text(text, encoding="utf-8")
    findings = examine(workspace, workspace.plan_files())
    assert [(d.code, d.severity.value) for d in findings] == said
    assert all(words in f"{d.message} {d.hint}" and d.where.line for d in findings)


def test_missing_parts_come_with_all_other_faults(workspace: Workspace) -> None:
    text = PLAN.replace(REQUIREMENTS, "").replace(NEXT, "").replace("number: 05", "number: năm")
    (workspace.plans / "ke-hoach.yaml").write_text(text.replace("implementation:", "implementaton:"), encoding="utf-8")
    codes = [d.code for d in examine(workspace, workspace.plan_files())]
    assert sorted(codes) == ["data/missing-part"] * 3 + ["data/unknown-field", "data/wrong-type"]


HINTS = [
    ("number: 05", "number: 05-KH/ĐU", "ví dụ 5;"),
    ("number: 05", "number: mười", "như 12"),
    ("value: 10}", "value: 2,5}", "dấu phẩy trong ngoặc nhọn"),
    ('value: "12"}', 'value: "1,250"}', "viết 1250"),
    ('value: "12"}', "value: x}", "97,5"),
    ("lead_unit: cac-chi-bo", "lead_unit:", ""),
    ("issued_on: 02/3/2026", "issued_on: 02/3/2026\nnote: a", "các trường ở đây"),
]


@pytest.mark.parametrize(("old", "new", "hint"), HINTS)
def test_the_way_out(edit: Edit, old: str, new: str, hint: str) -> None:
    findings, _place = edit(PLAN_FILE, old, new)
    assert all(hint in (d.hint or "") for d in findings)
    assert bool(findings) == bool(hint)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("{kind: date, value: 31/7/2026}", "2026-07-31"),
        ("{kind: date, value: 2026-7-31}", "2026-07-31"),
        ("{kind: month, value: 7/2026}", "2026-07"),
        ("{kind: month, value: 2026-07}", "2026-07"),
        ("{kind: month, value: tháng 7 năm 2026}", "2026-07"),
        ("{kind: now}", ""),
        ("{kind: event, value: 7/2026}", "7/2026"),
    ],
)
def test_a_moment_is_kept_in_one_form(edit: Edit, workspace: Workspace, typed: str, kept: str) -> None:
    findings, _place = edit(PLAN_FILE, "{kind: date, value: 2026-06-30}", typed)
    assert findings == []
    plan = load_plan(workspace.plans / "ke-hoach.yaml", load_workspace(workspace)).plan
    assert plan.phases[0].window_to
    assert plan.phases[0].window_to.value == kept


def test_a_group_is_no_unit(workspace: Workspace) -> None:
    with pytest.raises(Faulty) as raised:
        load_workspace(workspace).unit("cac-chi-bo")
    [fault] = raised.value.diagnostics
    assert (fault.code, fault.where.line) == ("data/group-not-unit", 22)
    assert "chi-bo-mot, chi-bo-hai" in (fault.hint or "")


def test_a_plan_that_is_elsewhere(workspace: Workspace, tmp_path: Path) -> None:
    other = tmp_path / "khác"
    (other / "plans").mkdir(parents=True)
    (other / "vanthu.yaml").write_text("", encoding="utf-8")
    plan = other / "plans" / "của-họ.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    for missing, hint in (
        (Path("ke-hoach.yaml"), "plans"),
        (Path("ke-hoach"), "ke-hoach.yaml"),
        (other / "plans" / "không.yaml", f"--workspace {other}"),
        (workspace.root / "plans" / "không.yaml", "ke-hoach.yaml"),
    ):
        with pytest.raises(GeneratorError) as raised:
            examine(workspace, [missing])
        assert hint in (raised.value.hint or "")
    [finding] = examine(workspace, [plan])
    assert (finding.code, finding.severity) == ("data/other-workspace", Severity.WARNING)
    with pytest.raises(GeneratorError) as raised:
        examine(workspace, [workspace.plans])
    assert "ke-hoach.yaml" in (raised.value.hint or "")


def test_the_workspace_is_sound(workspace: Workspace) -> None:
    assert examine(workspace, workspace.plan_files()) == ()


@pytest.mark.parametrize(("old", "new", "code"), PLAN_EDITS)
def test_one_bad_edit_of_a_plan(edit: Edit, old: str, new: str, code: str) -> None:
    findings, place = edit(PLAN_FILE, old, new)
    assert [(d.code, d.where.line, d.where.column) for d in findings] == [(code, *place)]
    assert findings[0].hint
    assert "{" not in findings[0].message + findings[0].hint


@pytest.mark.parametrize(("file", "old", "new", "code"), OTHER_EDITS)
def test_one_bad_edit_of_another_file(edit: Edit, file: str, old: str, new: str, code: str) -> None:
    findings, place = edit(file, old, new)
    assert [(d.code, d.where.line, d.where.column) for d in findings] == [(code, *place)]
    assert findings[0].where.file
    assert findings[0].where.file.name == file
    assert findings[0].hint


def test_all_faults_of_all_files_come_at_once(workspace: Workspace) -> None:
    for path, old, new in (
        (workspace.office_file, "side: party", "side: pary"),
        (workspace.units_file, "id: nhom-mot", "id: Nhóm"),
        (workspace.plans / "ke-hoach.yaml", "number: 05", "number: năm"),
        (workspace.plans / "ke-hoach.yaml", "aim:", "aims:"),
        (workspace.plans / "ke-hoach.yaml", "text: Truyền thống", "text: ‹điền›"),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(Faulty) as raised:
        open_plan(workspace, workspace.plans / "ke-hoach.yaml")
    assert [(d.where.file.name if d.where.file else "", d.where.line, d.code) for d in raised.value.diagnostics] == [
        ("vanthu.yaml", 4, "data/unknown-value"),
        ("units.yaml", 23, "data/wrong-form"),
        ("ke-hoach.yaml", 2, "data/wrong-type"),
        ("ke-hoach.yaml", 12, "data/unknown-field"),
        ("ke-hoach.yaml", 27, "data/placeholder"),
    ]


def test_a_number_keeps_its_zero_where_the_model_wants_text(edit: Edit, workspace: Workspace) -> None:
    findings, _place = edit(PLAN_FILE, "number: 35-CT/TW", "number: 05")
    assert findings == []
    plan = load_plan(workspace.plans / "ke-hoach.yaml", load_workspace(workspace)).plan
    assert (plan.references[0].number, plan.number) == ("05", 5)


def test_words_that_yaml_types_stay_words(edit: Edit, workspace: Workspace) -> None:
    findings, _place = edit(PLAN_FILE, "[Thiết thực, Tiết kiệm]", "[no, 12:30, 0912345678, 1e3]")
    assert findings == []
    plan = load_plan(workspace.plans / "ke-hoach.yaml", load_workspace(workspace)).plan
    requirements = plan.sections[0].requirements
    assert requirements
    assert [passage.text for passage in requirements.content] == ["no", "12:30", "0912345678", "1e3"]


def test_warnings_do_not_stop_the_loading(edit: Edit, workspace: Workspace) -> None:
    edit(PLAN_FILE, "value: 30/6/2026", "value: 28/6/2026")
    loaded, plan = open_plan(workspace, workspace.plans / "ke-hoach.yaml")
    assert [d.severity for d in plan.warnings] == [Severity.WARNING]
    assert loaded.warnings == ()


def test_a_unit_that_gets_no_copy_is_a_warning(edit: Edit) -> None:
    findings, _place = edit(OFFICE_FILE, "covers: [cac-chi-bo]", "covers: [chi-bo-hai]")
    assert [(d.code, d.where.line) for d in findings] == [("data/recipient-missing", 42)]


def test_an_office_without_a_roster(workspace: Workspace) -> None:
    workspace.units_file.unlink()
    codes = {d.code for d in examine(workspace, workspace.plan_files())}
    assert codes == {"data/unknown-unit"}


def test_a_broken_office_file_does_not_hide_the_plans_faults(workspace: Workspace, edit: Edit) -> None:
    workspace.office_file.write_text("office: [", encoding="utf-8")
    findings, place = edit(PLAN_FILE, "number: 05", "number: ¦năm")
    assert [d.code for d in findings] == ["data/yaml-syntax", "data/wrong-type"]
    assert (findings[1].where.line, findings[1].where.column) == place


@pytest.mark.parametrize(
    ("lookup", "name", "nearest"),
    [("unit", "chi-bo-mott", "chi-bo-mot"), ("group", "cac-chi-bbo", "cac-chi-bo"), ("members", "nhom-hai", "")],
)
def test_lookups_name_the_nearest(workspace: Workspace, lookup: str, name: str, nearest: str) -> None:
    loaded = load_workspace(workspace)
    with pytest.raises(Faulty) as raised:
        getattr(loaded, lookup)(name)
    assert nearest in (raised.value.diagnostics[0].hint or "")


def test_members_of_groups_and_units(workspace: Workspace) -> None:
    loaded = load_workspace(workspace)
    assert [unit.id for unit in loaded.members("cac-chi-bo")] == ["chi-bo-mot", "chi-bo-hai"]
    assert [unit.id for unit in loaded.members("nhom-mot")] == ["chi-bo-mot"]
    assert [unit.id for unit in loaded.members("chi-bo-hai")] == ["chi-bo-hai"]
    assert (loaded.name_of("nhom-mot"), loaded.name_of("chi-bo-hai")) == ("Nhóm Một", "Chi bộ Hai")


def test_every_fault_of_the_model_has_its_words() -> None:
    folder = Path(generator.model.__path__[0])
    raised = {
        name
        for path in folder.glob("*.py")
        for name in re.findall(r'PydanticCustomError\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert len(raised) > 10
    assert raised <= set(WORDINGS)
