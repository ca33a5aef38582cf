"""Layers: a unit may narrow its regime, never widen it, and every value remembers where it comes from."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.errors import GeneratorError
from generator.measures import Length
from generator.profile import Profile, choose, load_profile, load_regime, regimes

UNIT = """\
id: chi-bo-phong-van-hoa
name: Chi bộ Phòng Văn hoá
extends: party-hd36
issuer: {size: {exactly: 14pt}}
body: {size: 15pt}
recipients: {separator: ";"}
body_codes: {own: CBVH}
rules: {proofreading/tone-marks: {severity: error, reason: cấp uỷ yêu cầu}}
"""


def unit(folder: Path, text: str, name: str = "profile") -> Path:
    file = folder / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def only_fault(file: Path, **known: Path) -> Diagnostic:
    with pytest.raises(Faulty) as caught:
        load_profile(file, known=known)
    (fault,) = caught.value.diagnostics
    return fault


def test_a_unit_narrows_its_regime(tmp_path: Path) -> None:
    profile = load_profile(unit(tmp_path, UNIT))
    assert profile.layers == ("party-hd36", "chi-bo-phong-van-hoa")
    assert profile.side == "party"
    assert profile.valid_to == date(2026, 5, 26)
    assert profile.length("body.size") == Length.from_pt(15)
    assert not profile.constraint("body.size").accepts(Length.from_pt(14))
    assert profile.text("recipients.separator") == ";"
    assert profile.text("body_codes.own") == "CBVH"
    assert profile.text("body_codes.cell") == "CB"
    assert profile.rules["proofreading/tone-marks"].reason == "cấp uỷ yêu cầu"


def test_every_value_remembers_its_layers(tmp_path: Path) -> None:
    file = unit(tmp_path, UNIT)
    profile = load_profile(file)
    regime, own = profile.origin("body.size")
    assert (regime.layer, own.layer) == ("party-hd36", "chi-bo-phong-van-hoa")
    assert own.place.file == file
    source = profile.constraint("body.size").source
    assert source.layer == "chi-bo-phong-van-hoa"
    assert source.clause == load_regime("party-hd36").constraint("body.size").source.clause
    assert [source.layer for source in profile.origin("body.bold")] == ["party-hd36"]


def test_widening_is_refused_with_the_clause(tmp_path: Path) -> None:
    fault = only_fault(unit(tmp_path, "id: u\nextends: party-hd36\nbody:\n  size: {exactly: 13pt}\n"))
    assert fault.code == "profile/widened"
    assert fault.message == "body.size: 13 pt nằm ngoài 14–15 pt"
    assert fault.basis is not None
    assert fault.basis.startswith("HD36")
    assert (fault.where.line, fault.where.column) == (4, 3)
    assert (fault.expected, fault.actual) == ("14–15 pt", "13 pt")


def test_every_widening_is_told(tmp_path: Path) -> None:
    text = (
        "id: u\nextends: party-hd05\npage: {top: 25mm}\nbody: {line_spacing: 23pt, size: 14pt}\nmotto: {size: 14pt}\n"
    )
    with pytest.raises(Faulty) as caught:
        load_profile(unit(tmp_path, text))
    assert [fault.code for fault in caught.value.diagnostics] == [
        "profile/widened",
        "profile/widened",
        "profile/foreign-value",
    ]


def test_profiles_stand_upon_profiles(tmp_path: Path) -> None:
    office = unit(tmp_path, "id: office\nextends: party-hd36\nbody: {size: 14pt}\n", "office")
    cell = unit(tmp_path, "id: cell\nextends: office\nstar: {size: 12pt}\n", "cell")
    profile = load_profile(cell, known={"office": office})
    assert profile.layers == ("party-hd36", "office", "cell")
    wider = unit(tmp_path, "id: cell\nextends: office\nbody: {size: 15pt}\n", "wider")
    fault = only_fault(wider, office=office)
    assert fault.hint is not None
    assert "office" in fault.hint


def test_a_circle_is_told(tmp_path: Path) -> None:
    one = unit(tmp_path, "id: one\nextends: two\n", "one")
    two = unit(tmp_path, "id: two\nextends: one\n", "two")
    fault = only_fault(one, one=one, two=two)
    assert fault.code == "profile/cycle"
    assert "one → two → one" in fault.message


@pytest.mark.parametrize(("parent", "near"), [("party-hd5", "party-hd05"), ("offise", "office")])
def test_an_unknown_parent_is_told_with_the_nearest(tmp_path: Path, parent: str, near: str) -> None:
    office = unit(tmp_path, "id: office\nextends: party-hd36\n", "office")
    fault = only_fault(unit(tmp_path, f"id: u\nextends: {parent}\n"), office=office)
    assert (fault.code, fault.hint) == ("profile/unknown-parent", f"có phải là “{near}”?")
    assert (fault.where.line, fault.where.column) == (2, 1)


def test_the_side_must_be_the_parents(tmp_path: Path) -> None:
    fault = only_fault(unit(tmp_path, "id: u\nside: state\nextends: party-hd36\n"))
    assert fault.code == "profile/bad-value"


@pytest.mark.parametrize(
    ("side", "on", "regime"),
    [
        ("party", date(2018, 4, 3), "party-hd36"),
        ("party", date(2024, 11, 25), "party-hd36"),
        ("party", date(2026, 5, 26), "party-hd36"),
        ("party", date(2026, 5, 27), "party-hd05"),
        ("party", date(2030, 1, 1), "party-hd05"),
        ("state", date(2020, 3, 5), "state-nd30"),
        ("state", date(2026, 12, 31), "state-nd30"),
    ],
)
def test_the_date_chooses_the_regime(tmp_path: Path, side: str, on: date, regime: str) -> None:
    assert choose(side, on) == regime
    file = unit(tmp_path, f"id: u\nside: {side}\nextends: auto\n")
    assert load_profile(file, on=on).layers == (regime, "u")


@pytest.mark.parametrize(("side", "on"), [("party", date(2018, 4, 2)), ("state", date(2020, 3, 4))])
def test_no_regime_is_known_for_earlier_dates(side: str, on: date) -> None:
    with pytest.raises(Faulty) as caught:
        choose(side, on)
    (fault,) = caught.value.diagnostics
    assert fault.code == "profile/no-regime"
    assert f"{on:%d/%m/%Y}" in fault.message


def test_auto_needs_a_side(tmp_path: Path) -> None:
    assert only_fault(unit(tmp_path, "id: u\nextends: auto\n")).code == "profile/missing-key"


def test_an_unknown_regime_is_told_with_the_nearest() -> None:
    with pytest.raises(GeneratorError) as caught:
        load_regime("state-nd-30")
    assert "state-nd30" in caught.value.hint


@pytest.mark.parametrize("regime", regimes())
def test_a_profile_crosses_processes(regime: str) -> None:
    profile = load_regime(regime)
    again: Profile = pickle.loads(pickle.dumps(profile))
    assert again == profile
    assert hash(again) == hash(profile)


def test_the_fingerprint_is_of_the_content(tmp_path: Path) -> None:
    one = load_profile(unit(tmp_path, UNIT))
    same = load_profile(unit(tmp_path, "# lời chú\n" + UNIT, "moved"))
    other = load_profile(unit(tmp_path, UNIT.replace("15pt", "14pt"), "other"))
    assert one.fingerprint == same.fingerprint
    assert one != other
    assert len({load_regime(regime).fingerprint for regime in regimes()}) == len(regimes())


def test_accessors_refuse_another_sort() -> None:
    profile = load_regime("party-hd36")
    assert profile.flag("issuer.bold") is True
    assert profile.number("party_title_rule.ratio") == 1
    assert profile.texts("authority_titles.politburo") == ()
    assert profile.text("authority_forms.authorised") == ""
    for wrong in (profile.length, profile.flag, profile.number, profile.texts):
        with pytest.raises(TypeError):
            wrong("party_title.text")
    for path in ("party_title.texte", "party_title", ""):
        with pytest.raises(KeyError):
            profile.value(path)
    assert not profile.has("motto.text")
    assert profile.keys("motto") == ()


def test_what_a_unit_sets_in_vain_is_a_warning_with_its_place(tmp_path: Path) -> None:
    text = "id: unit\nextends: party-hd05\nbody: {size: 15pt}\ntable: {border: 1pt}\nheader: {gap: 10mm}\n"
    profile = load_profile(unit(tmp_path, text))
    (warning,) = profile.warnings
    assert (warning.code, warning.severity, warning.where.line) == ("profile/not-printed", Severity.WARNING, 4)
    assert "table.border" in warning.message
    state = load_profile(unit(tmp_path, text.replace("party-hd05", "state-nd30").replace("15pt", "14pt")))
    assert [one.where.line for one in state.warnings] == [4, 5]
    below = unit(tmp_path, "id: team\nextends: unit\n", "team")
    assert load_profile(below, known={"unit": tmp_path / "profile.yaml"}).warnings == state.warnings


@pytest.mark.parametrize("regime", regimes())
def test_a_regime_itself_has_no_warnings(regime: str) -> None:
    assert load_regime(regime).warnings == ()
