"""How documents are cited, and how bases stand under a subject."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.house import HouseStyle
from generator.model.reference import Reference
from generator.profile.regimes import load_regime
from generator.render.citation import bases_lines, bases_sentence, first_mention, later_mention, split_bases

PLAN = {
    "kind": "Kế hoạch",
    "number": "329-KH/TU",
    "issued_on": "2024-09-16",
    "issuer": "Thành ủy",
    "title": "về tuyên truyền",
}
LAW = {"kind": "Luật Báo chí năm 2016"}
HOUSE = HouseStyle()


def cited(**parts: Any) -> Reference:
    return Reference.model_validate(PLAN | parts)


@pytest.mark.parametrize(
    ("parts", "comma", "first", "later"),
    [
        ({}, True, "Kế hoạch số 329-KH/TU, ngày 16/9/2024 của Thành ủy về tuyên truyền", "Kế hoạch số 329-KH/TU"),
        ({}, False, "Kế hoạch số 329-KH/TU ngày 16/9/2024 của Thành ủy về tuyên truyền", "Kế hoạch số 329-KH/TU"),
        ({"issued_on": None}, True, "Kế hoạch số 329-KH/TU của Thành ủy về tuyên truyền", "Kế hoạch số 329-KH/TU"),
        ({"issuer": ""}, True, "Kế hoạch số 329-KH/TU, ngày 16/9/2024 về tuyên truyền", "Kế hoạch số 329-KH/TU"),
        ({"title": ""}, True, "Kế hoạch số 329-KH/TU, ngày 16/9/2024 của Thành ủy", "Kế hoạch số 329-KH/TU"),
        (
            {"title": "Về đại hội", "title_quoted": True},
            True,
            "Kế hoạch số 329-KH/TU, ngày 16/9/2024 của Thành ủy “Về đại hội”",
            "Kế hoạch số 329-KH/TU",
        ),
        (
            LAW | {"number": "", "issued_on": None, "issuer": "", "title": ""},
            True,
            "Luật Báo chí năm 2016",
            "Luật Báo chí năm 2016",
        ),
        (
            {"kind": "Luật Báo chí", "number": "", "issuer": "", "title": "", "issued_on": "2016-04-05"},
            False,
            "Luật Báo chí ngày 05/4/2016",
            "Luật Báo chí",
        ),
    ],
)
def test_first_and_later_mentions(parts: dict[str, Any], comma: bool, first: str, later: str) -> None:
    reference = cited(**parts)
    assert first_mention(reference, HouseStyle(comma_before_date=comma), load_regime("party-hd36")) == first
    assert later_mention(reference) == later


@pytest.mark.parametrize(
    ("regime", "law", "plan"),
    [
        ("party-hd36", "Luật Báo chí năm 2016", "Kế hoạch số 329-KH/TU, ngày 16/9/2024 của Thành ủy về tuyên truyền"),
        ("party-hd05", "Luật Báo chí năm 2016", "Kế hoạch số 329-KH/TU, ngày 16/9/2024 của Thành ủy về tuyên truyền"),
        (
            "state-nd30",
            "Luật Báo chí ngày 05 tháng 4 năm 2016",
            "Kế hoạch số 329-KH/TU ngày 16 tháng 9 năm 2024 của Thành ủy về tuyên truyền",
        ),
    ],
)
def test_each_regime_cites_laws_and_days_in_its_own_way(regime: str, law: str, plan: str) -> None:
    act = cited(kind="Luật", number="103/2016/QH13", issued_on="2016-04-05", issuer="Quốc hội", title="Báo chí")
    assert first_mention(act, HOUSE, load_regime(regime)) == law
    assert first_mention(cited(), HOUSE, load_regime(regime)) == plan


@pytest.mark.parametrize(
    ("numbers", "in_sentences", "sentence", "lines"),
    [
        ("c1 2", True, "Thực hiện Luật 2.", ["- Căn cứ Luật 1."]),
        ("1 2", True, "Thực hiện Luật 1 và Luật 2.", []),
        ("c1 2", False, "", ["- Căn cứ Luật 1;", "- Thực hiện Luật 2."]),
    ],
)
def test_a_basis_has_a_line_of_its_own_and_only_the_rest_may_run_on(
    numbers: str, in_sentences: bool, sentence: str, lines: list[str]
) -> None:
    split = split_bases(laws(numbers), HOUSE, load_regime("party-hd05"), in_sentences=in_sentences)
    assert split == (sentence, lines)


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ("", ""),
        ("1", "Thực hiện Luật 1."),
        ("1 2", "Thực hiện Luật 1 và Luật 2."),
        ("1 2 3", "Thực hiện Luật 1; Luật 2 và Luật 3."),
        ("c1 c2 3", "Căn cứ Luật 1 và Luật 2. Thực hiện Luật 3."),
        ("c1 2 c3", "Căn cứ Luật 1. Thực hiện Luật 2. Căn cứ Luật 3."),
    ],
)
def test_bases_in_sentences_join_references_of_one_verb(numbers: str, wanted: str) -> None:
    assert bases_sentence(laws(numbers), HOUSE, load_regime("party-hd36")) == wanted


@pytest.mark.parametrize(
    ("regime", "wanted"),
    [
        ("party-hd05", ["- Căn cứ Luật 1;", "- Thực hiện Luật 2."]),
        ("party-hd36", ["Căn cứ Luật 1;", "Thực hiện Luật 2,"]),
        ("state-nd30", ["Căn cứ Luật 1;", "Thực hiện Luật 2."]),
    ],
)
def test_bases_in_lines_have_the_marks_of_the_regime(regime: str, wanted: list[str]) -> None:
    profile = load_regime(regime)
    assert bases_lines(laws("c1 2"), HOUSE, profile) == wanted
    assert bases_lines(laws("c1 2")[1:], HOUSE, profile) == wanted[1:]
    assert bases_lines([], HOUSE, profile) == []


def laws(numbers: str) -> list[Reference]:
    """`c1` is based on law 1, `2` carries out law 2."""
    return [
        Reference(kind=f"Luật {each.removeprefix('c')}", lead_verb="Căn cứ" if each.startswith("c") else "Thực hiện")
        for each in numbers.split()
    ]
