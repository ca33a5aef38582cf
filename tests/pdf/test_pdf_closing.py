"""The end of a document: recipients and signature side by side, whole, and never alone on a page."""

from __future__ import annotations

import pytest

from tests.pdf.desk import ENDINGS, FULL, LAST_LINES
from tests.pdf.paper import Page, Paper

SIGNED = ("T/M BAN THƯỜNG VỤ", "TM. ỦY BAN NHÂN DÂN")


def closing(paper: Paper) -> Page:
    """The page of the signature; there is one."""
    (page,) = [page for page in paper.pages if any(line.text in SIGNED for line in page.lines)]
    return page


@pytest.mark.parametrize("name", [*FULL, *(name for name, *_rest in ENDINGS)])
def test_the_signature_is_whole_and_has_words_above_it(name: str, papers: dict[str, Paper]) -> None:
    page = closing(papers[name])
    (authority,) = [line for line in page.lines if line.text in SIGNED]
    label = page.find("Nơi nhận:")
    assert label.top == pytest.approx(authority.top, abs=1)
    assert page.has("- Lưu")
    assert page.has("Trần Hải Long" if "party" in name else "CHỦ TỊCH")
    body = [line for line in page.lines if line.top > 19 and line.bottom < authority.top + 1]
    assert body, "the signature stands alone on its page"


@pytest.mark.parametrize("name", [*FULL, *(name for name, *_rest in ENDINGS)])
def test_the_two_halves_of_the_end(name: str, papers: dict[str, Paper]) -> None:
    page = closing(papers[name])
    (authority,) = [line for line in page.lines if line.text in SIGNED]
    label = page.find("Nơi nhận:")
    assert label.left == pytest.approx(30, abs=1)
    below = [line for line in page.lines if line.top >= label.top - 1]
    left = [line for line in below if line.left < 40]
    right = [line for line in below if line.left >= 90]
    assert len(left) + len(right) == len(below)
    assert max(line.right for line in left) < min(line.left for line in right)
    assert {round(line.centre) for line in right} <= {round(authority.centre) + step for step in (-1, 0, 1)}


@pytest.mark.parametrize("regime", ["party-hd05", "state-nd30"])
@pytest.mark.parametrize("lines", LAST_LINES)
def test_the_endings_do_cross_a_page_end(regime: str, lines: int, papers: dict[str, Paper]) -> None:
    heights = {
        (closing(papers[name]).number, round(closing(papers[name]).find("Nơi nhận:").top))
        for name, of, count, _number in ENDINGS
        if (of, count) == (regime, lines)
    }
    assert {page for page, _height in heights} == {1, 2}
    assert len(heights) > 5


def test_the_room_for_the_signature(papers: dict[str, Paper]) -> None:
    page = closing(papers["plan-party-hd05"])
    gap = page.find("Trần Hải Long").bottom - page.find("PHÓ BÍ THƯ").bottom
    assert gap == pytest.approx(37, abs=2)
