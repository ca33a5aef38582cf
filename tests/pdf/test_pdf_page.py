"""Paper, margins, page numbers, typeface, and what may not end a page."""

from __future__ import annotations

import pytest

from generator.profile.regimes import load_regime
from tests.documents import REGIMES, job
from tests.pdf.desk import (
    ANNEXES,
    ENDINGS,
    FULL,
    HEADINGS,
    INNER_HEADING,
    LONG_HEADING,
    LONG_PLACE,
    OUTER_HEADING,
)
from tests.pdf.paper import Page, Paper

A4 = (210, 297)
HAIR = 0.3
"""What rounding to dots and twips may move, in mm."""
DESCENT = 1.0
"""A font's lower edge may hang below the last line's box where lines have a fixed height."""


def upright(page: Page) -> bool:
    return page.width < page.height


def regime_of(name: str) -> str:
    return next(regime for regime in (*REGIMES, "party-hd05") if regime in name or regime == "party-hd05")


def number_lines(page: Page) -> list[str]:
    """What stands in the top margin."""
    return [line.text for line in page.lines if line.top < 16 and line.bottom < 20]


@pytest.mark.parametrize("name", [*FULL, LONG_PLACE, *ANNEXES])
def test_every_page_is_a4_with_its_margins(name: str, papers: dict[str, Paper]) -> None:
    profile = load_regime(regime_of(name))
    left, right, top, bottom = (profile.length(f"page.{side}").mm for side in ("left", "right", "top", "bottom"))
    for page in papers[name].pages:
        assert sorted((page.width, page.height)) == pytest.approx(A4, abs=0.1)
        if not upright(page):
            continue
        words = [line for line in page.lines if line.top > top - HAIR]
        assert min(line.left for line in words) >= left - HAIR
        assert max(line.right for line in words) <= page.width - right + HAIR
        assert max(line.bottom for line in words) <= page.height - bottom + DESCENT


@pytest.mark.parametrize("name", FULL)
def test_a_full_page_of_text_reaches_both_margins(name: str, papers: dict[str, Paper]) -> None:
    page = papers[name].pages[0]
    assert min(line.left for line in page.lines) == pytest.approx(30, abs=HAIR)
    assert max(line.right for line in page.lines) == pytest.approx(195, abs=1)


@pytest.mark.parametrize("name", FULL)
def test_page_numbers_begin_on_the_second_page(name: str, papers: dict[str, Paper]) -> None:
    pages = [page for page in papers[name].pages if upright(page)]
    assert [number_lines(page) for page in pages] == [[], *([str(page.number)] for page in pages[1:])]


@pytest.mark.parametrize("name", [name for name in FULL if not name.startswith("report")])
def test_page_numbers_stand_where_they_must(name: str, papers: dict[str, Paper]) -> None:
    digits = papers[name].ink(2, 0, 18)
    assert digits.centre == pytest.approx((30 + 195) / 2, abs=0.5)
    if "party" in name:
        assert (digits.top + digits.bottom) / 2 == pytest.approx(10, abs=0.7)
    else:
        assert digits.top > 5
        assert digits.bottom < 20


def test_no_typeface_but_times(papers: dict[str, Paper]) -> None:
    strange = {name: paper.fonts for name, paper in papers.items()}
    for name, fonts in strange.items():
        assert fonts, name
        assert all(font.startswith(("Tinos", "TimesNewRoman")) for font in fonts), name


@pytest.mark.parametrize("name", FULL)
def test_no_heading_ends_a_page_of_the_example(name: str, papers: dict[str, Paper]) -> None:
    kind, _, regime = name.partition("-")
    assert not lonely(papers[name], headings(kind, regime))


@pytest.mark.parametrize(("name", "sort"), [(name, sort) for name, sort, _count in HEADINGS])
def test_no_heading_ends_a_page_wherever_it_falls(name: str, sort: str, papers: dict[str, Paper]) -> None:
    wanted = [f"1. {LONG_HEADING}"] if sort == "long" else [f"1. {OUTER_HEADING}", f"1.1. {INNER_HEADING}"]
    assert not lonely(papers[name], wanted)
    page = papers[name].page_with("1. ")
    lines = [line for line in page.lines if any(line.text in heading for heading in wanted) and line.top > 19]
    assert len(lines) == (3 if sort == "long" else 2), "the headings are whole, and together"


@pytest.mark.parametrize("sort", ["long", "nested"])
def test_the_headings_do_cross_a_page_end(sort: str, papers: dict[str, Paper]) -> None:
    assert {papers[name].page_with("1. ").number for name, of, _count in HEADINGS if of == sort} == {1, 2}


def headings(kind: str, regime: str) -> list[str]:
    from generator.render.context import build_context

    wanted = job(kind, regime=regime)
    blocks = build_context(wanted.request, wanted.profile)["outline"]
    return [f"{block['marker']} {block['text']}" for block in blocks if block["part"].startswith("heading")]


def lonely(paper: Paper, headings: list[str]) -> list[str]:
    """Headings, or lines of them, that are the last words of a page."""
    ends = [page.lines[-1].text for page in paper.pages]
    return [end for end in ends if any(end in heading for heading in headings)]


@pytest.mark.parametrize("name", [name for name, *_rest in ENDINGS])
def test_plans_made_for_endings_have_one_or_two_pages(name: str, papers: dict[str, Paper]) -> None:
    assert len(papers[name].pages) in (1, 2)
