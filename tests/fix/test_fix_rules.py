"""What a rule of the form finds is put right, and the rule has nothing more to say; nothing else is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.fix.mending import mend
from tests.fix.said import paragraphs_of, things_in
from tests.rules.documents import made
from tests.rules.mutations import Case, cases, narrowed, regime_of, told
from tests.rules.operations import change
from tests.rules.package import Package, text_of, w

MENDED = (
    *("alignment", "bold", "capitals", "colour", "indents", "italic", "line-spacing", "size", "spacing", "underline"),
    *("body-alignment", "body-size", "body-style", "decomposed-letters", "empty-paragraphs", "first-line-indent"),
    *("fixed-line-spacing", "font", "landscape-margins", "look-alike-font", "margins", "marked-text"),
    *("mixed-body-sizes", "number-distance", "number-in-annex", "number-look", "number-missing", "number-numerals"),
    *("number-on-first-page", "number-place", "number-start", "paper", "paragraph-gap", "size-set", "splitting-rows"),
    *("table-header", "text-colour", "trailing-blank", "typed-layout"),
)
"""The rules on form of which there is nothing to decide."""


def first_cases() -> list[Case]:
    """Of each such rule the first case that makes it speak."""
    found: dict[str, Case] = {}
    for case in cases():
        family, _slash, name = case.file.partition("/")
        if family in ("page", "look") and name in MENDED and case.expect:
            found.setdefault(case.file, case)
    return list(found.values())


SPEAKING = [case for case in cases() if case.expect]


@pytest.mark.parametrize("case", first_cases(), ids=lambda case: case.id)
def test_what_a_rule_finds_is_put_right(case: Case, tmp_path: Path) -> None:
    document = change(made(case.document), case.change)
    mended = mend(document, tmp_path, narrowed(regime_of(case.document), case.profile))
    assert told(mended.done.findings) == []
    assert paragraphs_of(mended.done.document) == paragraphs_of(document)


def test_each_of_these_rules_has_a_case() -> None:
    assert {case.file.partition("/")[2] for case in first_cases()} == set(MENDED)


@pytest.mark.slow
@pytest.mark.parametrize("case", SPEAKING, ids=lambda case: case.id)
def test_no_case_of_any_rule_loses_a_word_or_gains_a_fault(case: Case, tmp_path: Path) -> None:
    profile = narrowed(regime_of(case.document), case.profile)
    document = change(made(case.document), case.change)
    mended = mend(document, tmp_path, profile)
    assert mended.codes <= case.expect
    assert paragraphs_of(mended.done.document) == paragraphs_of(document)
    assert things_in(document) <= things_in(mended.done.document)
    again = mend(mended.done.document, tmp_path, profile)
    assert (again.done.changes, again.done.document) == ((), mended.done.document)


_PARTY, _STATE = "plan-party-hd05", "plan-state-nd30"
LETTERS = [
    (_PARTY, {"op": "replace", "old": "Số 05-", "new": "Số 5-"}, "Số 05-KH/ĐU"),
    (_PARTY, {"op": "replace", "old": "Số 05-KH", "new": "Số 05 - KH"}, "Số 05-KH/ĐU"),
    (_PARTY, {"op": "replace", "old": "Số 05-", "new": "Số: 005-"}, "Số 05-KH/ĐU"),
    (_PARTY, {"op": "replace", "old": "ngày 01 tháng 6", "new": "ngày 1 tháng 06"}, "ngày 01 tháng 6 năm 2026"),
    (_STATE, {"op": "replace", "old": "Số: 05/", "new": "Số 5 / "}, "Số: 05/KH-"),
    (_STATE, {"op": "replace", "old": "Độc lập - Tự do - ", "new": "Độc lập – Tự do-"}, "Độc lập - Tự do - Hạnh phúc"),
]


@pytest.mark.parametrize(("document", "operation", "wanted"), LETTERS, ids=lambda value: str(value)[:60])
def test_zeros_signs_and_spaces_of_fixed_lines(
    document: str, operation: dict[str, Any], wanted: str, tmp_path: Path
) -> None:
    mended = mend(change(made(document), operation), tmp_path, narrowed(regime_of(document), {}))
    assert told(mended.done.findings) == []
    assert wanted.split("-KH")[0].split("-ĐU")[0] in texts(mended.done.document)


MARKS = [("draft-party-hd05", "Dự thảo lần 2"), ("urgency-urgent-party-hd05", "KHẨN"), ("draft-state-nd30", "DỰ THẢO")]


@pytest.mark.parametrize(("document", "words"), MARKS)
def test_a_mark_above_the_number_goes_below_it(document: str, words: str, tmp_path: Path) -> None:
    above = change(made(document), {"op": "move", "text": words, "before": "Số"})
    mended = mend(above, tmp_path, narrowed(regime_of(document), {}))
    assert told(mended.done.findings) == []
    assert texts(mended.done.document).index("Số") < texts(mended.done.document).index(words)


def texts(document: bytes) -> str:
    return "\n".join(text_of(each) for each in Package(document).tree().iter(w("p")))


def test_a_document_without_a_fault_comes_back_as_it_is(tmp_path: Path) -> None:
    mended = mend(made(_PARTY), tmp_path)
    assert mended.done.changes == ()
    assert mended.done.document == made(_PARTY)
