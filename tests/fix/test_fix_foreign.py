"""Documents from elsewhere, put right: fewer findings, the same words, and nothing to do a second time."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.check.runner import check_document
from tests.fix.mending import Mended, mend
from tests.fix.said import other_parts, paragraphs_of, things_in
from tests.foreign.documents import FOREIGN
from tests.ooxml import own

CASES = pytest.mark.parametrize("name", FOREIGN)
UNTOUCHED = ("no-official-document",)
"""Of no side: nobody knows how it should look."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fixed")


@cache
def mended(name: str, folder: Path) -> Mended:
    return mend(FOREIGN[name].build().bytes(), folder)


@CASES
def test_fewer_findings_are_left(name: str, folder: Path) -> None:
    found = mended(name, folder)
    (folder / "truoc.docx").write_bytes(found.given)
    before = len(check_document(folder / "truoc.docx").diagnostics)
    left = len(found.done.findings)
    assert left == before if name in UNTOUCHED else left < before


@CASES
def test_every_word_is_still_there(name: str, folder: Path) -> None:
    found = mended(name, folder)
    assert paragraphs_of(found.done.document) == paragraphs_of(found.given)


@CASES
def test_everything_beside_words_is_still_there(name: str, folder: Path) -> None:
    found = mended(name, folder)
    assert things_in(found.given) <= things_in(found.done.document)
    assert other_parts(found.given).items() <= other_parts(found.done.document).items()


@CASES
def test_a_second_time_changes_nothing(name: str, folder: Path) -> None:
    found = mended(name, folder)
    again = mend(found.done.document, folder)
    assert again.done.changes == ()
    assert again.done.document == found.done.document


@pytest.mark.slow
@CASES
def test_word_still_takes_it(name: str, folder: Path) -> None:
    found = mended(name, folder)
    assert set(own.faults(found.done.document)) <= set(own.faults(found.given))


@CASES
def test_what_is_left_is_what_check_says(name: str, folder: Path) -> None:
    found = mended(name, folder)
    (folder / "sau.docx").write_bytes(found.done.document)
    said = check_document(folder / "sau.docx", regime=FOREIGN[name].regime).diagnostics
    assert [each.code for each in said] == [each.code for each in found.done.findings]
