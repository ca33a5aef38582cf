"""The letterhead and the title: what is flush, what is centred, how long each rule is."""

from __future__ import annotations

import re

import pytest

from tests.pdf.desk import FULL, LONG_PLACE
from tests.pdf.paper import Box, Paper

PARTY = [name for name in FULL if "party" in name] + [LONG_PLACE]
STATE = [name for name in FULL if "state" in name]
TITLE, NATIONAL, MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
RIGHT = 195
"""The right margin, in mm from the left edge."""


def dateline(paper: Paper) -> Box:
    """The line that begins with the place and ends with the year; it is one line or it is not found."""
    found = [line for line in paper.pages[0].lines if re.search(r"^\D+, ngày.* tháng.* năm \d{4}$", line.text)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("name", PARTY)
def test_the_rule_under_the_party_title_is_as_long_as_it(name: str, papers: dict[str, Paper]) -> None:
    title = papers[name].pages[0].find(TITLE)
    rule = papers[name].rules(1)[0]
    assert rule.left == pytest.approx(title.left, abs=1)
    assert rule.right == pytest.approx(title.right, abs=1)
    assert title.top < rule.top < dateline(papers[name]).top


@pytest.mark.parametrize("name", PARTY)
def test_the_party_title_and_the_day_are_one_block_flush_right(name: str, papers: dict[str, Paper]) -> None:
    title, day = papers[name].pages[0].find(TITLE), dateline(papers[name])
    assert max(title.right, day.right) == pytest.approx(RIGHT, abs=1)
    assert title.centre == pytest.approx(day.centre, abs=0.5)


@pytest.mark.parametrize("name", [*PARTY, *STATE])
def test_the_two_columns_do_not_touch(name: str, papers: dict[str, Paper]) -> None:
    top = [line for line in papers[name].pages[0].lines if line.bottom <= dateline(papers[name]).bottom + 1]
    middle = 105
    left = [line for line in top if line.centre < middle]
    right = [line for line in top if line.centre > middle]
    assert max(line.right for line in left) + 2 < min(line.left for line in right)
    assert {round(line.centre) for line in left if line.text != "*"} == {round(left[0].centre)}


@pytest.mark.parametrize("name", STATE)
def test_the_rule_under_the_motto_is_as_long_as_it(name: str, papers: dict[str, Paper]) -> None:
    motto = papers[name].pages[0].find(MOTTO)
    rule = papers[name].rules(1)[0]
    assert rule.left == pytest.approx(motto.left, abs=1)
    assert rule.right == pytest.approx(motto.right, abs=1)
    assert motto.centre == pytest.approx(papers[name].pages[0].find(NATIONAL).centre, abs=0.5)


@pytest.mark.parametrize("name", STATE)
def test_the_issuers_and_the_subjects_rule_are_a_third_to_a_half(name: str, papers: dict[str, Paper]) -> None:
    page = papers[name].pages[0]
    _motto, issuer, subject = papers[name].rules(1)
    day = dateline(papers[name])
    names = [line for line in page.lines if line.centre < 105 and line.bottom < day.top + 1]
    title = next(line for line in page.lines if line.top > day.bottom and line.text.isupper())
    words = [line for line in page.lines if title.bottom - 1 < line.top and line.top < subject.top]
    for rule, text in ((issuer, names), (subject, words[-1:])):
        widest = max(line.width for line in text)
        assert widest / 3 <= rule.width <= widest / 2
        assert rule.centre == pytest.approx(text[0].centre, abs=0.5)


@pytest.mark.parametrize("name", STATE)
def test_number_and_day_stand_on_one_level(name: str, papers: dict[str, Paper]) -> None:
    (number,) = [line for line in papers[name].pages[0].lines if line.text.startswith("Số:")]
    # Their sizes differ by a point.
    assert number.bottom == pytest.approx(dateline(papers[name]).bottom, abs=0.5)


@pytest.mark.parametrize("name", [*PARTY, *STATE])
def test_no_rule_cuts_through_the_words_above_it(name: str, papers: dict[str, Paper]) -> None:
    for rule in papers[name].rules(1):
        above = papers[name].ink_above(1, rule)
        assert rule.top - above >= 0.25, f"{rule}"


@pytest.mark.parametrize("name", [*PARTY, *STATE])
def test_the_title_is_centred_in_the_text(name: str, papers: dict[str, Paper]) -> None:
    day = dateline(papers[name])
    title = next(line for line in papers[name].pages[0].lines if line.top > day.bottom and line.text.isupper())
    assert title.centre == pytest.approx((30 + RIGHT) / 2, abs=0.5)
