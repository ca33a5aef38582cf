"""Our own reader of pages sees what poppler sees: words, lines and typefaces in the same places."""

from __future__ import annotations

import pytest

from generator.paper.reading import read_pages
from tests.pdf.paper import Paper

NAMES = ("plan-party-hd05", "plan-state-nd30", "annexes-state-nd30", "report-party-hd36")
INK = 1.0
"""Poppler's boxes are those of the pen, ours those of the ink: letters stand back from them by less."""


@pytest.mark.parametrize("name", NAMES)
def test_the_same_words_stand_on_the_same_pages(name: str, papers: dict[str, Paper]) -> None:
    paper = papers[name]
    for ours, theirs in zip(read_pages(paper.file), paper.pages, strict=True):
        assert (ours.width, ours.height) == pytest.approx((theirs.width, theirs.height), abs=0.1)
        assert sorted(word.text for word in ours.words) == sorted(theirs.text.split())


@pytest.mark.parametrize("name", NAMES)
def test_lines_of_words_begin_and_end_in_the_same_places(name: str, papers: dict[str, Paper]) -> None:
    paper = papers[name]
    for ours, theirs in zip(read_pages(paper.file), paper.pages, strict=True):
        for line in theirs.lines:
            words = [word for word in ours.words if line.top < word.box.middle < line.bottom]
            on_it = [word for word in words if line.left - INK < word.box.left and word.box.right < line.right + INK]
            assert min(word.box.left for word in on_it) == pytest.approx(line.left, abs=INK), line
            assert max(word.box.right for word in on_it) == pytest.approx(line.right, abs=INK), line


@pytest.mark.parametrize("name", ["plan-party-hd05", "plan-state-nd30"])
def test_drawn_lines_are_where_the_ink_is(name: str, papers: dict[str, Paper]) -> None:
    paper = papers[name]
    ours = [stroke.box for stroke in read_pages(paper.file)[0].strokes if stroke.is_level]
    for line in paper.rules(1):
        assert any(
            (box.left, box.top, box.right)
            == pytest.approx((line.left, (line.top + line.bottom) / 2, line.right), abs=0.4)
            for box in ours
        ), line


@pytest.mark.parametrize("name", NAMES)
def test_the_typefaces_are_the_same(name: str, papers: dict[str, Paper]) -> None:
    paper = papers[name]
    fonts = [font for page in read_pages(paper.file) for font in page.fonts]
    assert {font.name for font in fonts} == paper.fonts
    assert all(font.is_embedded for font in fonts)
