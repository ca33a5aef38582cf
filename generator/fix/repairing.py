"""The way in: a document looked at, put right, looked at again, until nothing more is to be done.

It knows no rule; the modules beside it each put one kind of thing right.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.check.runner import check_document
from generator.check.subject import Subject
from generator.diagnostics import Diagnostic, Location, Severity
from generator.docview.view import DocView
from generator.fix import empties, fonts, grounds, order, page_number, pages, paragraphs, placing, tables, texts, words
from generator.fix.change import Change, Fixed
from generator.fix.copy import Copy
from generator.fix.desk import Desk, Fixer, laid_out, moved
from generator.messages import _
from generator.profile.profile import Profile
from generator.recognise.recognising import recognise

ROUNDS = 4
"""What is put right lets other things be seen: an indent, once the spaces in its place are gone."""
FIXERS: tuple[Fixer, ...] = (
    *(pages.paper, pages.margins, pages.counting),
    *(page_number.number_on_first_page, page_number.number_in_header, page_number.even_pages),
    *(page_number.number_look, page_number.number_distance),
    *(texts.composed, texts.number, texts.dateline, texts.fixed_lines),
    *(fonts.fonts, words.components, words.size_sets, words.text_sizes, words.text_styles, words.capitals),
    *(grounds.colours, grounds.marks, grounds.effects),
    *(placing.alignment, placing.indents, placing.list_indents, placing.room),
    *(paragraphs.text_alignment, paragraphs.first_lines),
    *(paragraphs.line_spacing, paragraphs.gaps, paragraphs.spaces),
    *(tables.headings, tables.whole_rows, order.marks),
    *(empties.typed_indents, empties.empty_lines, empties.blank_end),
)
"""In this order; those that take paragraphs away come last."""


def fix(file: Path, regime: str | None = None, profile: Profile | None = None) -> Fixed:
    """The document as it should look, as far as that can be told. Reads: the file; writes nothing that stays.

    Faulty when it is no DOCX. One that is signed or protected comes back as it is, with a finding that says so.
    """
    judged = check_document(file, regime=regime, profile=profile)
    judge = judged.profile
    refused = tuple(_refusals(Copy(file), judged.recognised.view))
    document = file.read_bytes()
    changes: list[Change] = []
    if judge is not None and not refused:
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder) / "van-ban.docx"
            document, changes = _repaired(document, draft, judge)
            draft.write_bytes(document)
            judged = check_document(draft, profile=judge)
    findings = (*refused, *(replace(each, where=moved(each.where, file)) for each in judged.diagnostics))
    return Fixed(document, tuple(replace(each, where=moved(each.where, file)) for each in changes), findings)


def _repaired(document: bytes, draft: Path, judge: Profile) -> tuple[bytes, list[Change]]:
    changes: list[Change] = []
    for _round in range(ROUNDS):
        copy, view, marks = laid_out(document, draft)
        recognised = recognise(view, side=judge.side, regime=judge.id)
        desk = Desk(copy, Subject(view, recognised, judge), marks)
        found = [change for fixer in FIXERS for change in fixer(desk)]
        if not found:
            break
        changes += found
        document = copy.saved()
    return document, changes


def _refusals(copy: Copy, view: DocView) -> Iterator[Diagnostic]:
    """Why a document is left as it is."""
    file = view.file
    hint = _("bỏ chữ ký số hoặc chế độ bảo vệ trong Word, lưu lại rồi thử lại")
    if copy.is_signed:
        yield _refusal("signed", _("tệp đã ký số: sửa là mất chữ ký, nên không sửa gì"), file, hint)
    if view.settings.protection:
        protection = view.settings.protection
        message = _("tệp đang được bảo vệ ({protection}), nên không sửa gì").format(protection=protection)
        yield _refusal("protected", message, file, hint)
    if copy.is_strict:
        hint = _("mở tệp bằng Word, chọn Save As, kiểu “Word Document (*.docx)”")
        yield _refusal("strict", _("tệp ở dạng “Strict Open XML”, nên không sửa gì"), file, hint)


def _refusal(code: str, message: str, file: Path, hint: str) -> Diagnostic:
    return Diagnostic(f"fix/{code}", message, Location(file), Severity.ERROR, hint=hint)
