"""Documents from elsewhere: every hand-made mark is found, and what they are as wholes."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from generator.docview.opening import open_view
from generator.docview.words import Story
from generator.recognise.recognised import Recognised
from generator.recognise.recognising import recognise
from tests.foreign.documents import FOREIGN
from tests.foreign.sheet import Piece

LEAST = 0.95
"""Share of all marked pieces."""
CASES = pytest.mark.parametrize("name", FOREIGN)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("foreign")


@cache
def looked_at(name: str, folder: Path) -> tuple[Recognised, tuple[Piece, ...]]:
    sheet = FOREIGN[name].build()
    file = folder / f"{name}.docx"
    file.write_bytes(sheet.bytes())
    return recognise(open_view(file)), tuple(sheet.marks)


def pieces(recognised: Recognised) -> Counter[Piece]:
    """Every span of the body with its component, and whatever else there is with None."""
    named = [
        (str(component.part), span.text.strip())
        for component in recognised.components
        for span in component.spans
        if span.paragraph.seat.story is Story.BODY
    ]
    return Counter(named)


def missed(name: str, folder: Path) -> list[Piece]:
    recognised, marks = looked_at(name, folder)
    found = pieces(recognised)
    left = [(mark, text.strip()) for mark, text in marks if mark is not None]
    return list((Counter(left) - found).elements())


def test_nearly_all_marked_components_are_recognised(folder: Path) -> None:
    misses = {name: missed(name, folder) for name in FOREIGN}
    marked = sum(mark is not None for name in FOREIGN for mark, _text in looked_at(name, folder)[1])
    wrong = sum(map(len, misses.values()))
    share = 1 - wrong / marked
    print(f"{share:.1%} of {marked}", *((name, miss) for name, some in misses.items() for miss in some), sep="\n")
    assert share >= LEAST


@CASES
def test_nothing_is_called_what_a_person_would_not(name: str, folder: Path) -> None:
    """What nobody can name is a plain paragraph, a typed line or unknown, never a component of the form."""
    recognised, marks = looked_at(name, folder)
    nameless = {text.strip() for mark, text in marks if mark is None}
    assert not [piece for piece in pieces(recognised) if piece[1] in nameless]


@CASES
def test_what_a_document_is(name: str, folder: Path) -> None:
    recognised, _marks = looked_at(name, folder)
    expected = FOREIGN[name]
    assert (recognised.side, recognised.kind, recognised.regime) == (expected.side, expected.kind, expected.regime)
    assert recognised.letterhead == expected.letterhead
    assert len(recognised.annexes) == expected.annexes


@CASES
def test_how_its_rules_are_drawn(name: str, folder: Path) -> None:
    recognised, _marks = looked_at(name, folder)
    assert {str(line.of): str(line.kind) for line in recognised.lines} == FOREIGN[name].lines


@CASES
def test_who_signs_it(name: str, folder: Path) -> None:
    recognised, _marks = looked_at(name, folder)
    assert len(recognised.signatures) == FOREIGN[name].signatures
    assert all(signature.name and signature.authority for signature in recognised.signatures)
