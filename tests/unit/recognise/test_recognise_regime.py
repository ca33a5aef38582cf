"""Of which side a document is, and which regime it follows."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.parts import Part
from generator.recognise.names import Name
from generator.recognise.pieces import Encoding, Signature, SignatureRole
from generator.recognise.reading import number_of
from generator.recognise.regime import kind_of, regime_of, side_of
from generator.vietnamese.dates import PartialDate
from tests.unit.recognise.made import component

SIDES: dict[str, tuple[list[tuple[Name, str]], str | None, str]] = {
    "the letterhead": ([(Part.PARTY_TITLE, "ĐẢNG CỘNG SẢN VIỆT NAM")], "party", "letterhead"),
    "the motto alone": ([(Part.MOTTO, "Độc lập - Tự do - Hạnh phúc")], "state", "letterhead"),
    "the letterhead before the number": (
        [(Part.NATIONAL_TITLE, "CỘNG HÒA …"), (Part.NUMBER, "Số 05-KH/CB")],
        *("state", "letterhead"),
    ),
    "the number": ([(Part.NUMBER, "Số: 05/KH-UBND")], "state", "number"),
    "who signs": ([(Part.AUTHORITY, "T/M CHI BỘ")], "party", "authority"),
    "nothing": ([(Part.BODY, "Dear Sir")], None, ""),
}


@pytest.mark.parametrize("case", SIDES)
def test_the_side_is_known_by(case: str) -> None:
    lines, side, reason = SIDES[case]
    components = [component(text, part, index) for index, (part, text) in enumerate(lines)]
    number = next((number_of(each) for each in components if each.part == Part.NUMBER), None)
    signing = tuple(each for each in components if each.part == Part.AUTHORITY)
    assert side_of(components, number, [Signature(SignatureRole.SIGNER, signing, (), None)], None) == (side, reason)


def test_a_side_that_is_given_is_believed() -> None:
    assert side_of([component("ĐẢNG …", Part.PARTY_TITLE)], None, [], "state") == ("state", "given")


@pytest.mark.parametrize(
    ("side", "day", "regime"),
    [
        ("party", date(2024, 11, 25), "party-hd36"),
        ("party", date(2026, 5, 26), "party-hd36"),
        ("party", date(2026, 5, 27), "party-hd05"),
        ("party", PartialDate(2026, 5), "party-hd05"),
        ("party", PartialDate(2025), "party-hd36"),
        ("party", None, "party-hd05"),
        ("state", date(2021, 1, 1), "state-nd30"),
        ("state", date(2019, 1, 1), None),
        (None, date(2024, 1, 1), None),
    ],
)
def test_the_regime_is_that_in_force_on_the_last_day_that_it_can_be(
    side: str | None, day: date | PartialDate | None, regime: str | None
) -> None:
    found, reason = regime_of(side, day)
    assert found == regime
    assert reason


def test_an_encoding_that_is_not_read_is_the_reason_why_no_side_is_known() -> None:
    assert "VNI" in regime_of(None, None, Encoding("VNI", ("VNI-Times",)))[1]


@pytest.mark.parametrize(
    ("lines", "side", "kind"),
    [
        ([(Part.KIND_TITLE, "BÁO CÁO"), (Part.NUMBER, "Số 05-KH/QU")], "party", "report"),
        ([(Part.NUMBER, "Số 05-CV/QU")], "party", "dispatch"),
        ([(Part.NUMBER, "Số: 12/UBND-VX"), (Part.SUBJECT_DISPATCH, "V/v rà soát")], "state", "dispatch"),
        ([(Part.NUMBER, "Số 05-KH/QU")], "party", "plan"),
        ([(Part.BODY, "Dear Sir")], None, None),
    ],
)
def test_the_kind_is_known_by_title_then_code_then_form(
    lines: list[tuple[Name, str]], side: str | None, kind: str | None
) -> None:
    components = [component(text, part, index) for index, (part, text) in enumerate(lines)]
    number = next((number_of(each) for each in components if each.part == Part.NUMBER), None)
    assert kind_of(components, number, side) == kind
