"""The plan of the example, as a DOCX, says what the seed says, word by word: no more and no less.

The seed's slips of the keyboard are corrected as `docs/example.md` lists them, each as often as it says.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.documents import document

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| (\d+) \| `([^`]+)` \| `([^`]+)` \| (\d+) \|", re.MULTILINE)
LETTERHEAD = """
ĐẢNG BỘ THÀNH PHỐ CẦN THƠ QUẬN ỦY CÁI RĂNG * Số -KH/QU
ĐẢNG CỘNG SẢN VIỆT NAM Cái Răng, ngày 25 tháng 11 năm 2024
"""
"""What the document adds in front; the seed begins at the title."""
STAMP = "2024-11-25T09:13:50+0700"
"""The first words of the electronic stamp, after the signer's name."""


@pytest.fixture(scope="module")
def seed() -> str:
    text = (ROOT / "tests" / "data" / "ke-hoach-tuyen-truyen.txt").read_text(encoding="utf-8")
    return " ".join(text.split())


@pytest.fixture(scope="module")
def corrections() -> list[tuple[str, str, int]]:
    rows = ROW.findall((ROOT / "docs" / "example.md").read_text(encoding="utf-8"))
    assert [int(number) for number, *_ in rows] == list(range(1, len(rows) + 1))
    return [(typed, meant, int(times)) for _, typed, meant, times in rows]


@pytest.fixture(scope="module")
def printed() -> str:
    """All words of the document in its order."""
    return " ".join(" ".join(texts(Document(io.BytesIO(document())))).split())


def texts(made: DocxDocument) -> Iterator[str]:
    for child in made.element.body.iterchildren(qn("w:p"), qn("w:tbl")):
        if child.tag == qn("w:p"):
            yield Paragraph(child, made).text
        else:
            for row in Table(child, made).rows:
                for cell in row.cells:
                    yield from (paragraph.text for paragraph in cell.paragraphs)


def test_each_correction_is_found_as_often_as_it_says(seed: str, corrections: list[tuple[str, str, int]]) -> None:
    assert len(corrections) > 30
    wrong = [(typed, seed.count(typed), times) for typed, _, times in corrections if seed.count(typed) != times]
    assert not wrong


def test_the_document_says_the_corrected_seed_and_nothing_else(
    printed: str, seed: str, corrections: list[tuple[str, str, int]]
) -> None:
    for typed, meant, times in corrections:
        # Counted again: no correction may eat the words of another.
        assert seed.count(typed) == times, typed
        seed = seed.replace(typed, meant)
    words, stamp = seed.split(STAMP)
    assert stamp.split()[0:2] == ["Việt", "Nam"]

    assert printed.split() == [*LETTERHEAD.split(), *words.split()]


def test_no_correction_is_needed_in_the_document(printed: str, corrections: list[tuple[str, str, int]]) -> None:
    assert not [typed for typed, _, _ in corrections if typed in printed]


def test_no_tag_and_no_placeholder_is_left(printed: str) -> None:
    assert not re.search(r"[{}]|%p|None|True|False|Undefined", printed)
