"""Annexes: their own pages and numbers, turned sheets, and tables that run over pages."""

from __future__ import annotations

import re

import pytest

from tests.pdf.desk import ANNEXES, ROWS, TURNED, UPRIGHT
from tests.pdf.paper import Page, Paper

LABELS = {"annexes-party-hd05": ("Phụ lục 1", "Phụ lục 2"), "annexes-state-nd30": ("Phụ lục I", "Phụ lục II")}


def sheets(paper: Paper) -> tuple[list[Page], list[Page]]:
    """The pages of the two annexes."""
    first, second = (paper.page_with(title.upper()).number for title in (UPRIGHT, TURNED))
    return list(paper.pages[first - 1 : second - 1]), list(paper.pages[second - 1 :])


def page_number(page: Page) -> str:
    return " ".join(line.text for line in page.lines if line.bottom < 19)


@pytest.mark.parametrize("name", ANNEXES)
def test_each_annex_begins_a_page_and_counts_its_own(name: str, papers: dict[str, Paper]) -> None:
    for label, pages in zip(LABELS[name], sheets(papers[name]), strict=True):
        assert pages[0].lines[0].text == label
        assert len(pages) > 2
        assert [page_number(page) for page in pages] == ["", *(str(count) for count in range(2, len(pages) + 1))]


@pytest.mark.parametrize("name", ANNEXES)
def test_the_second_annex_lies_on_its_side(name: str, papers: dict[str, Paper]) -> None:
    first, second = sheets(papers[name])
    assert {(round(page.width), round(page.height)) for page in first} == {(210, 297)}
    assert {(round(page.width), round(page.height)) for page in second} == {(297, 210)}
    for page in second:
        words = [line for line in page.lines if line.bottom > 19]
        assert min(line.left for line in words) >= 20 - 0.3
        assert max(line.right for line in words) <= 297 - 20 + 0.3
        assert max(line.bottom for line in words) <= 210 - 15 + 1


@pytest.mark.parametrize("name", ANNEXES)
def test_the_head_of_a_table_is_on_every_page_and_no_row_is_split(name: str, papers: dict[str, Paper]) -> None:
    for pages in sheets(papers[name]):
        assert all(page.has("Nội dung") for page in pages)
        for end in ("Đầu", "Cuối"):
            found = [re.findall(rf"{end}(\d+)", page.text) for page in pages]
            assert [each for page in found for each in page] == [str(number) for number in range(1, ROWS + 1)]
        starts, ends = ([re.findall(rf"{end}(\d+)", page.text) for page in pages] for end in ("Đầu", "Cuối"))
        assert starts == ends


@pytest.mark.parametrize("regime", ["party-hd36", "party-hd05", "state-nd30"])
def test_the_figures_of_a_report_are_its_only_annex(regime: str, papers: dict[str, Paper]) -> None:
    page = papers[f"report-{regime}"].pages[-1]
    assert page.lines[0].text == "Phụ lục"
    assert page_number(page) == ""
    assert (round(page.width), round(page.height)) == (297, 210)
