"""Every rule on printed pages speaks where its fault was made, and no other of its family does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.check.layout import RULES
from generator.check.placing import letters
from generator.check.printed import printed
from generator.check.runner import check_document
from generator.diagnostics import Diagnostic
from generator.docview.opening import open_view
from generator.paper.page import Font, Page
from tests.rules.layout.cases import CASES, FOUND_IN_FOREIGN, SOUND, Case
from tests.rules.mutations import regime_of, told

Sheet = tuple[Path, tuple[Page, ...]]


def judged(sheet: Sheet, document: str) -> tuple[Diagnostic, ...]:
    file, pages = sheet
    return check_document(file, regime=regime_of(document), only=("layout",), pages=pages).diagnostics


@pytest.mark.parametrize("name", SOUND)
def test_our_own_documents_have_no_fault_on_paper(name: str, sheets: dict[str, Sheet]) -> None:
    assert told(judged(sheets[name], name)) == []


@pytest.mark.parametrize("name", SOUND)
def test_every_paragraph_is_found_on_a_page(name: str, sheets: dict[str, Sheet]) -> None:
    view = open_view(sheets[name][0])
    found = printed(view, sheets[name][1])
    assert [each.text for each in view.paragraphs if letters(each.text) and each.index not in found.by_paragraph] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_fault_is_found_by_its_rule_alone(case: Case, sheets: dict[str, Sheet]) -> None:
    found = judged(sheets[case.name], case.document)
    assert {each.code for each in found} == case.expect, told(found)


@pytest.mark.parametrize("name", FOUND_IN_FOREIGN)
def test_documents_that_people_made_are_measured_too(name: str, foreign: dict[str, Sheet]) -> None:
    file, pages = foreign[name]
    view = open_view(file)
    found = printed(view, pages).by_paragraph
    assert [each.text for each in view.paragraphs if letters(each.text) and each.index not in found] == []
    told_of = check_document(file, only=("layout",), pages=pages).diagnostics
    assert {each.code for each in told_of} == FOUND_IN_FOREIGN[name], told(told_of)


def test_typefaces_that_are_not_in_the_file_are_told(sheets: dict[str, Sheet]) -> None:
    file, pages = sheets["plan-party-hd05"]
    loose = tuple(replace(page, fonts=(Font("TimesNewRomanPSMT", False),)) for page in pages)
    assert [each.code for each in judged((file, loose), "plan-party-hd05")] == ["layout/typeface"]


def test_a_page_without_anything_is_told_wherever_it_is(sheets: dict[str, Sheet]) -> None:
    file, pages = sheets["plan-party-hd05"]
    blank = replace(pages[-1], number=len(pages) + 1, words=(), strokes=(), frames=(), pictures=0)
    found = judged((file, (*pages, blank)), "plan-party-hd05")
    assert "layout/empty-page" in {each.code for each in found}


def test_every_rule_has_a_case_that_makes_it_speak() -> None:
    assert {rule.id for rule in RULES} - {code for case in CASES for code in case.expect} == set()


def test_rules_on_pages_do_not_run_without_pages(sheets: dict[str, Sheet]) -> None:
    assert not check_document(sheets["title-line-longer"][0], regime="party-hd05", only=("layout",)).ran
