"""One bad edit of a sound workspace is one finding, with its code, line and column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator.model
from generator.diagnostics import Faulty, Severity
from generator.sources.load import examine, load_plan, load_workspace, open_plan
from generator.sources.wording import WORDINGS
from generator.workspace import Workspace

PLAN_FILE, OFFICE_FILE, UNITS_FILE = "plans/ke-hoach.yaml", "vanthu.yaml", "units.yaml"
SUBJECT = "subject: tuyên truyền đại hội\n"

# old text, new text with a mark at the expected place, code
PLAN_EDITS = [
    # Types
    (SUBJECT, "¦subject:\n", "data/missing-field"),
    (SUBJECT, "subject: ¦[tuyên truyền]\n", "data/wrong-type"),
    (SUBJECT, 'subject: ¦""\n', "data/empty-text"),
    ("  - subject: kết quả tuyên truyền đợt 1\n", "  - ¦", "data/missing-field"),
    ("aim: Nhằm", "¦aims: Nhằm", "data/unknown-field"),
    ("- {text: Mười buổi, ", "- ¦{", "data/missing-field"),
    ("requirements: [Thiết thực, Tiết kiệm]", "requirements: ¦Thiết thực", "data/wrong-type"),
    ("[Thiết thực, Tiết kiệm]", "[¦[Thiết thực], Tiết kiệm]", "data/wrong-type"),
    ("leadership: [Ban hành kế hoạch]", "leadership: ¦Ban hành kế hoạch", "data/wrong-type"),
    ("figures: [{indicator: oral_sessions, value", "figures: [¦mười, {indicator: oral_sessions, value", "data/wrong-type"),
    ("value: 10}", "value: ¦mười}", "data/wrong-type"),
    ("value: 10}", "value: ¦-1}", "data/out-of-range"),
    ("value: 10}", "value: ¦1.000}", "data/wrong-type"),
    ("value: 10}", "value: ¦2,5}", "data/wrong-type"),
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
    ("{kind: date, value: 2026-03-02}", "¦{kind: month, value: tháng 3}", "data/moment-value"),
    ("{kind: date, value: 2026-03-02}", "¦{kind: now, value: 2026-03-02}", "data/moment-value"),
    ("strengths: [Kịp thời]", "strengths: ¦[]", "data/too-few"),
    ("strengths: [Kịp thời]", "strengths: [Kịp thời, ¦~]", "data/wrong-type"),
    # Ours
    ("aim: Nhằm chào mừng", 'aim: ¦"Nhằm\\u0007 chào mừng"\nkeywords: "', None),
    ("content: [Đã làm]", "content: [¦{text: Đã làm, points: [Làm]}]", "data/one-of-fields"),
    ("{id: noi-dung-hai, text: Kết quả}", "¦{id: noi-dung-hai}", "data/one-of-fields"),
    ("null_reason: not_reported", "¦note: chưa có", "data/unknown-field"),
    ('- [Bài, ""]', "- ¦[Bài]", "data/row-width"),
    ("guidance:\n  subject: tuyên truyền đại hội ở chi bộ\n  sections:\n", "guidance:\n  ¦subject: x\n  sections:\n    - title: y\nkeywords: [", None),
    ("years: {count: 96,", "years: ¦{count: 95,", "data/anniversary"),
    ("{text: Đảng quang vinh muôn năm!,", "¦{text: Đảng quang vinh muôn năm,", "data/exclamation-mark"),
    ("{text: Đảng quang vinh muôn năm!,", '¦{text: "Đảng quang vinh muôn năm !",', "data/exclamation-mark"),
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
]  # fmt: skip

OTHER_EDITS = [
    (OFFICE_FILE, "side: party", "side: ¦pary", "data/unknown-value"),
    (OFFICE_FILE, "comma_before_date: true", "comma_before_date: ¦đúng", "data/wrong-type"),
    (OFFICE_FILE, "ordinal: 15", "ordinal: ¦100", "data/out-of-range"),
    (OFFICE_FILE, "    plan:\n", "    ¦plann:\n", "data/unknown-value"),
    (OFFICE_FILE, "header: {parent: Đảng bộ tỉnh Mẫu, name: Đảng ủy xã Mẫu}", "header: ¦Đảng ủy", "data/wrong-type"),
    (OFFICE_FILE, "symbol: ĐU", "symbol: ¦Đảng ủy xã Mẫu tỉnh Mẫu", "data/too-long"),
    (OFFICE_FILE, "covers: [cac-chi-bo]", "covers: [cac-chi-bo, ¦cac-chi-boo]", "data/unknown-unit"),
    (OFFICE_FILE, "- {level: province, body: Đảng bộ tỉnh Mẫu, ordinal: 15, term_from: 2025",
     "- ¦{level: province, body: Đảng bộ tỉnh Mẫu, ordinal: 15, term_from: 2035", "data/term-backwards"),
    (OFFICE_FILE, "term_to: 2031}", "term_to: 2031}\n  - ¦{level: national, body: toàn quốc, ordinal: 14, "
     "term_from: 2025, term_to: 2030}", "data/duplicate-id"),
    (OFFICE_FILE, "archive: Văn phòng Đảng ủy", "archive: Văn phòng\n  ¦archive: Đảng ủy", "data/duplicate-key"),
    (OFFICE_FILE, "name: Đảng ủy xã Mẫu\n", "name: ¦Đảng ủy\u200e xã Mẫu\n", None),
    (UNITS_FILE, "members: all", "members: ¦tất cả", "data/wrong-type"),
    (UNITS_FILE, "members: [chi-bo-mot]", "members: [¦Chi bộ Một]", "data/wrong-form"),
    (UNITS_FILE, "members: [chi-bo-mot]", "members: [¦chi-bo-ba]", "data/unknown-unit"),
    (UNITS_FILE, "parent: dang-uy-xa-mau", "parent: ¦dang-uy-xa-mauu", "data/unknown-unit"),
    (UNITS_FILE, "id: nhom-mot", "id: ¦cac-chi-bo", "data/duplicate-id"),
    (UNITS_FILE, "id: nhom-mot", "id: ¦dang-uy-xa-mau", "data/duplicate-id"),
    (UNITS_FILE, "- {id: bi-thu-mot, position: Bí thư}", "- {id: bi-thu-mot}\n      - {id: ¦bi-thu-mot}",
     "data/duplicate-id"),
]  # fmt: skip


def test_the_workspace_is_sound(workspace: Workspace) -> None:
    assert examine(workspace, workspace.plan_files()) == ()


def test_dbg(edit_all=None): ...
