"""Marks, copies, dispatches and signatures as they are typed: one bad line is one finding, with its place."""

from __future__ import annotations

import pytest
from conftest import Edit

from generator.diagnostics import Severity

PLAN_FILE, OFFICE_FILE = "plans/ke-hoach.yaml", "vanthu.yaml"
BEFORE = "guidance:\n  subject"
DISPATCH = "subject: gửi kế hoạch, addressees: [Các chi bộ], content: [Đề nghị thực hiện]"

# what stands before the guidance, with a mark at the expected place; the code, and words of what is said
CASES = [
    # Marks
    ("marks: {urgency: ¦khẩn}", "data/unknown-value", "urgent (khẩn), very_urgent (thượng khẩn), flash (hỏa tốc)"),
    ("marks: {urgency: ¦KHẨN}", "data/unknown-value", "có phải là “urgent”?"),
    ("marks: {urgency: ¦Hoả tốc}", "data/unknown-value", "có phải là “flash”?"),
    ("marks: {secrecy: ¦mật}", "data/unknown-value", "có phải là “secret”?"),
    ("marks: {contact: ¦có}", "data/wrong-type", "contact (thông tin liên hệ)"),
    ("marks: {¦urgancy: urgent}", "data/unknown-field", "có phải là “urgency”?"),
    ("marks: {drafter_code: ¦{drafter: ABC}}", "data/missing-field", "copies (bản sao, số bản)"),
    ("marks: {drafter_code: {drafter: ABC, copies: ¦0}}", "data/out-of-range", "từ 1 trở lên"),
    # Copies
    ("copies: [¦{form: extract}]", "data/extract-sections", "trích sao phải ghi sections"),
    ("copies: [¦{form: true_copy, sections: [1]}]", "data/extract-sections", "bỏ sections"),
    ("copies: [{form: ¦trích sao, sections: [1]}]", "data/unknown-value", "có phải là “extract”?"),
    ("copies: [{form: true_copy, unit: ¦chi-bo-ba}]", "data/unknown-unit", "chi-bo-"),
    ("copies: [{form: true_copy, unit: ¦nhom-mot}]", "data/unknown-unit", "không có đơn vị"),
    ("copies: [{form: true_copy, signer: ¦bi-thu-mot}]", "data/unknown-signer", "cơ quan này: bi-thu"),
    ("copies: [{form: true_copy, unit: chi-bo-mot, signer: ¦bi-thu}]", "data/unknown-signer", "bi-thu-mot"),
    ("copies: [{form: true_copy, copied_on: ¦01/3/2026}]", "data/copy-before-issue", "01/3/2026"),
    # Dispatches
    ("dispatches: [¦{subject: gửi, content: [a]}]", "data/missing-field", "Kính gửi"),
    ("dispatches: [{subject: gửi, addressees: ¦[], content: [a]}]", "data/too-few", "công văn gửi ai"),
    (f"dispatches: [{{{DISPATCH}}}, ¦{{{DISPATCH}}}]", "data/dispatch-without-id", "đều không có mã"),
    (f"dispatches: [{{id: mot, {DISPATCH}}}, {{id: ¦mot, {DISPATCH}}}]", "data/duplicate-id", "“mot”"),
    (f"dispatches: [{{id: ¦chi-bo-mot, {DISPATCH}}}]", "data/unclear-id", "tên tệp"),
    (f"dispatches: [{{id: ¦copy-1, {DISPATCH}}}]", "data/unclear-id", "tên tệp"),
    (f"dispatches: [{{encloses: [¦directive], {DISPATCH}}}]", "data/nothing-to-enclose", "“directive”"),
    (f"dispatches: [{{encloses: [¦dispatch], {DISPATCH}}}]", "data/nothing-to-enclose", "không gửi kèm công văn"),
    (f"dispatches: [{{encloses: [¦letter], {DISPATCH}}}]", "data/unknown-value", "plan"),
    ("dispatches: [{subject: ¦V/v gửi, addressees: [a], content: [a]}]", "data/subject-form", "chương trình tự viết"),
    ("directive: {subject: về đại hội, lead: [a], tasks: ¦[]}", "data/too-few", "tasks (nhiệm vụ)"),
    ("minutes: {subject: họp, sections: [{title: A, content: [a]}], ¦chairman: A}", "data/unknown-field", "chair"),
    # Signatures
    ("joint_issuers: [{name: A, symbol: A, signer: {name: ¦TS. Nguyễn Văn A}}]", "data/title-before-name", "TS"),
    ("minutes: {subject: họp, chair: ¦ĐỖ VĂN A, sections: [{title: A, content: [a]}]}", "data/name-in-capitals", "A"),
    ("confirmation: {signed_by: ¦NGUYỄN VĂN A, signer: {position: B}}", "data/name-in-capitals", "Nguyễn Văn A"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "code", "words"), CASES)
def test_one_bad_line(edit: Edit, typed: str, code: str, words: str) -> None:
    findings, place = edit(PLAN_FILE, BEFORE, f"{typed}\n{BEFORE}")
    assert [(one.code, one.where.line, one.where.column) for one in findings] == [(code, *place)]
    (found,) = findings
    assert words in f"{found.message} {found.expected} {found.hint}"
    assert found.hint


@pytest.mark.parametrize(
    "typed",
    [
        "marks: {urgency: flash, circulation: Lưu hành nội bộ, not_for_media: true, secrecy: secret, contact: false}",
        "copies: [{form: true_copy, unit: chi-bo-mot, signer: bi-thu-mot, copied_on: 02/3/2026}]",
        "copies: [{form: true_copy, unit: dang-uy-xa-mau, signer: bi-thu}, {form: extract, sections: [1, 02]}]",
        f"dispatches: [{{encloses: [plan, guidance, slogans, report], {DISPATCH}}}]",
        f"dispatches: [{{{DISPATCH}}}, {{id: hai, {DISPATCH}}}]",
        f"dispatches: [{{id: noi-dung-mot, {DISPATCH}}}]",
        "minutes: {subject: họp, sections: [{title: A, content: [a]}], writer: '', chair: Nguyễn Văn A}",
    ],
)
def test_what_is_sound(edit: Edit, typed: str) -> None:
    assert edit(PLAN_FILE, BEFORE, f"{typed}\n{BEFORE}")[0] == []


def test_an_annex_of_the_plan_is_not_enclosed(edit: Edit) -> None:
    typed = f"dispatches: [{{encloses: [slogans], {DISPATCH}}}]\n{BEFORE}"
    edit(PLAN_FILE, BEFORE, typed)
    findings, _place = edit(PLAN_FILE, "slogans:\n  subject", "slogans:\n  carrier: annex\n  subject")
    assert {one.code for one in findings} == {"data/nothing-to-enclose", "data/annex-not-mentioned"}


def test_an_annex_of_a_dispatch_is_looked_for_in_it(edit: Edit) -> None:
    typed = f"dispatches: [{{appendices: ¦[{{title: Mẫu, content: [x]}}], {DISPATCH}}}]"
    findings, _place = edit(PLAN_FILE, BEFORE, f"{typed}\n{BEFORE}")
    assert [(one.code, one.severity) for one in findings] == [("data/annex-not-mentioned", Severity.ADVICE)]


@pytest.mark.parametrize(
    "header", ["{name: [Đại hội đại biểu, Đảng bộ xã Mẫu]}", "{parent: [Đại hội, Đảng bộ], name: Đoàn Thư ký}"]
)
def test_names_in_lines_of_their_own(edit: Edit, header: str) -> None:
    old = "header: {parent: Đảng bộ tỉnh Mẫu, name: Đảng ủy xã Mẫu}"
    assert edit(OFFICE_FILE, old, f"header: {header}")[0] == []


@pytest.mark.parametrize(
    ("header", "code"),
    [("{name: ¦[]}", "data/too-few"), ('{name: ¦""}', "data/too-few"), ("{name: [¦[A]]}", "data/wrong-type")],
)
def test_a_header_without_a_name(edit: Edit, header: str, code: str) -> None:
    old = "header: {parent: Đảng bộ tỉnh Mẫu, name: Đảng ủy xã Mẫu}"
    findings, place = edit(OFFICE_FILE, old, f"header: {header}")
    assert [(one.code, one.where.line, one.where.column) for one in findings] == [(code, *place)]
