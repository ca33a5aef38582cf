"""Every rule speaks where its fault was made, and no other rule does; of the document as made nobody speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.registry import RULES
from tests.rules.documents import made
from tests.rules.mutations import Case, cases, found_in, narrowed, regime_of, told
from tests.rules.operations import change

CASES = cases()


@pytest.mark.parametrize("document", sorted({case.document for case in CASES}))
def test_the_document_before_the_change_has_no_fault(document: str, tmp_path: Path) -> None:
    found = found_in(made(document), tmp_path, narrowed(regime_of(document), {}))
    assert told(found) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_one_fault_is_found_by_its_rule_alone(case: Case, tmp_path: Path) -> None:
    profile = narrowed(regime_of(case.document), case.profile)
    found = found_in(change(made(case.document), case.change), tmp_path, profile)
    assert {each.code for each in found} == case.expect, told(found)


def test_every_rule_that_reads_the_file_has_a_case_that_makes_it_speak() -> None:
    spoken = {rule for case in CASES for rule in case.expect}
    assert {rule.id for rule in RULES if not rule.needs_pages} - spoken == set()


def test_cases_name_rules_that_exist() -> None:
    assert {rule for case in CASES for rule in case.expect} - {rule.id for rule in RULES} == set()
