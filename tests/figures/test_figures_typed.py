"""Nothing that a unit types becomes a formula, a tag or markup: in its answer, in a later form that repeats it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from generator.diagnostics import Severity
from generator.figures.layout import FORM_SHEET
from generator.figures.returned import read_form
from generator.model.answers import AnswerFile
from generator.sources.answers import answer_text, parse_answer
from generator.vietnamese.unicode import compose
from tests.figures.forms import DECIMALS, changed, filled, text, together

HOSTILE = st.sampled_from(
    (
        *("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "'=1", "\t=1", "\u202e=1+1"),
        *("{{ 7 * 7 }}", "{% for x in y %}", "{oral_sessions}", "{{", "%}", "<b>đậm</b>", "**đậm**", "]]>", "<!--"),
        *("&amp;", "&boom;", "_x000D_", "_x005F_x000D_", '"', "---", "- a: b", "a\nb: c", "!!python/object", "\\u0041"),
        *("# x", "{a: b}", "not_applicable", "null"),
    )
)
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)
TYPED = st.lists(HOSTILE | LETTERS, min_size=1, max_size=4).map("".join)


def words(typed: str) -> str:
    """What a reader sees of a text, white space and signs that no document holds aside."""
    return "".join(each for each in compose(typed) if not each.isspace() and each.isprintable())


def read(data: bytes) -> AnswerFile | None:
    """The answer as it is kept: collected, written, and read again."""
    found = read_form(data, DECIMALS)
    assert found.unit
    if not found.is_sound:
        return None
    record = AnswerFile(unit=found.unit, phase=found.phase, figures=dict(found.figures), texts=dict(found.texts))
    with TemporaryDirectory() as folder:
        file = Path(folder, f"{found.unit}.yaml")
        again = parse_answer(answer_text(record).encode(), file)
    assert again.record == record
    assert not [each for each in again.warnings if each.severity is Severity.ERROR]
    return again.record


@settings(max_examples=40, deadline=None)
@given(typed=TYPED)
def test_what_is_typed_stays_text_in_the_answer_and_in_a_form_that_repeats_it(typed: str) -> None:
    record = read(changed(together(text("A15", typed), text("I8", typed))))
    if record is None:
        return
    kept = record.texts.get("mo-hinh", "")
    assert words(kept) == words(typed)
    assert words(record.figures["oral_sessions"].note) == words(typed)
    data = filled(filled=record.figures, texts=record.texts)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    assert not [each for each in root.iter("{*}c") if each.find("{*}f") is not None]
    page = load_workbook(io.BytesIO(data))[FORM_SHEET]
    assert "f" not in (page["A15"].data_type, page["I8"].data_type)
    again = read(data)
    assert again is not None
    assert again.texts == record.texts
    assert again.figures == record.figures


@settings(max_examples=60, deadline=None)
@given(typed=TYPED)
def test_what_is_typed_where_a_number_belongs_is_a_number_or_nothing(typed: str) -> None:
    found = read_form(changed(text("F8", typed)), DECIMALS)
    given_ = found.figures.get("oral_sessions")
    assert given_ is None or given_.value is None or given_.value >= 0
    assert (given_ is None) == (not found.is_sound)
