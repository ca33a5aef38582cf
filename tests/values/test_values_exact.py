"""The law of values: each comes out exactly as it was typed, in NFC, in every place, or a finding names its place.

White space around a value is not part of it; `**bold**` and `*italic*` are marks where texts have emphasis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.workspace import Workspace
from tests.values import house
from tests.values.strategies import LONG, REFUSED, SURROGATES, composed, is_sound, values, without_pairs

# Without the shrinking of failures: a workspace of seventeen values takes minutes to shrink.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
QUICK = {"deadline": None, "suppress_health_check": list(HealthCheck), "phases": PHASES}
BY_FILE, BY_FILE_SLOW = 20, 700
"""Workspaces; each holds a value in every place."""
STYLES = (house.quoted, house.as_typed)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return house.workspace(tmp_path_factory.mktemp("values") / "Xã Mẫu")


def expected(typed: Sequence[str]) -> dict[str, str]:
    """What a reader must find at every place; texts with emphasis lose its marks, an annex's title is in capitals."""
    from generator.vietnamese.unicode import upper

    text = [composed(value) for value in typed]
    plain = [without_pairs(value) for value in text]
    purpose = without_pairs(f"Tỉnh ủy ({text[4]})")
    return {
        **{"subject": plain[0], "header": plain[0], "aim": plain[2], "paragraph": plain[7]},
        **{"title": f"1. {plain[8]}", "point": f"- {plain[9]}", "column": plain[10], "cell": plain[11]},
        **{"last cell": plain[12], "note": text[13], "recipient": f"- {plain[3]};", "purpose": f"- {purpose};"},
        **{"annex title": upper(plain[5]), "annex": plain[6], "footnote": text[1], "property": text[1]},
        **{"issuer": text[14], "footer": f"Trang của {text[14]}", "archive": f"- Lưu {text[15]}.", "signer": text[16]},
    }


def prove(place: Workspace, typed: Sequence[str], styles: Sequence[Callable[[str], str]]) -> None:
    """Every unsound value is named; without those, every other one comes out exactly."""
    drawn = [style(value) for style, value in zip(styles, typed, strict=True)]
    unsound = [number for number, value in enumerate(typed) if not is_sound(value)]
    outcome, files = house.produced(place, drawn)
    in_plan, in_office = files[0].places, files[1].places
    where = [(place.plans / "ke-hoach.yaml", at) for at in in_plan] + [(place.office_file, at) for at in in_office]
    for number in unsound:
        file = where[number][0]
        found = [one for one in outcome.errors() if one.where.file == file]
        positions = [at for _file, at in where]
        assert any(house.covers(positions, drawn[number], one, number) for one in found), (drawn[number], found)
    if unsound:
        assert not outcome.document
        typed = [house.PLAIN if number in unsound else value for number, value in enumerate(typed)]
        drawn = [house.PLAIN if number in unsound else value for number, value in enumerate(drawn)]
        outcome, _files = house.produced(place, drawn)
    assert outcome.errors() == []
    found_texts, wanted = house.read_back(outcome.document), expected(typed)
    assert {name: found_texts[name] for name in wanted} == wanted


EVERY_PLACE = st.lists(values(), min_size=house.PLACES, max_size=house.PLACES)
EVERY_STYLE = st.lists(st.sampled_from(STYLES), min_size=house.PLACES, max_size=house.PLACES)


@settings(max_examples=BY_FILE, **QUICK)
@given(EVERY_PLACE, EVERY_STYLE)
def test_from_file_to_bytes(place: Workspace, typed: list[str], styles: list[Callable[[str], str]]) -> None:
    prove(place, typed, styles)


@pytest.mark.slow
@settings(max_examples=BY_FILE_SLOW, **QUICK)
@given(EVERY_PLACE, EVERY_STYLE)
def test_from_file_to_bytes_at_length(place: Workspace, typed: list[str], styles: list[Callable[[str], str]]) -> None:
    prove(place, typed, styles)


@pytest.mark.parametrize("value", LONG, ids=lambda value: ascii(value[:3]))
def test_a_very_long_value_is_whole(place: Workspace, value: str) -> None:
    typed = [value] * house.PLACES
    typed[1] = house.PLAIN  # a property; those have 255 characters at most
    prove(place, typed, [house.quoted] * house.PLACES)


@pytest.mark.parametrize("sign", REFUSED, ids=ascii)
@pytest.mark.parametrize("style", STYLES)
def test_what_no_document_can_hold_is_named_wherever_it_stands(
    place: Workspace, sign: str, style: Callable[[str], str]
) -> None:
    for text in (f"{sign}một", f"một{sign}hai", f"một{sign}"):
        if is_sound(text):
            continue  # a line break around a value is white space
        prove(place, [text, *[house.PLAIN] * (house.PLACES - 1)], [style] * house.PLACES)


@pytest.mark.parametrize("sign", SURROGATES, ids=ascii)
def test_half_a_character_is_named(place: Workspace, sign: str) -> None:
    for drawn in (f'"một \\u{ord(sign):04x} hai"', f"'một {sign} hai'"):
        outcome, (plan, _office) = house.produced(place, [house.PLAIN] * 9 + [drawn] + [house.PLAIN] * 7)
        (found,) = outcome.errors()
        line, column = plan.places[9]
        assert (found.where.file, found.where.line) == (place.plans / "ke-hoach.yaml", line)
        assert column <= (found.where.column or 0) < column + len(drawn)
        assert not outcome.document


def test_empty_lists_print_nothing_in_their_place(place: Workspace) -> None:
    plan = house.written(house.PLAN, [house.PLAIN] * house.IN_PLAN).text
    before, after = plan.split("recipients:\n")[0], "appendices:\n" + plan.split("appendices:\n")[1]
    office = house.written(house.OFFICE, [house.PLAIN] * 3).text
    file = place.plans / "ke-hoach.yaml"
    file.write_text(before + "recipients: []\n" + after, encoding="utf-8")
    place.office_file.write_text(office, encoding="utf-8")
    from generator.pipeline.prepare import Wish, prepare
    from generator.pipeline.produce import make
    from generator.sources.load import open_plan
    from tests.docx_files import texts

    (job,) = prepare(*open_plan(place, file), Wish())
    assert [line for line in texts(make(job)[0]) if line.startswith("- ")] == ["- vừa phải", "- Lưu vừa phải."]


def test_the_folder_is_the_readers_own(tmp_path: Path) -> None:
    """The control of the reader: it sees a text that is not the one expected."""
    made = house.workspace(tmp_path / "x")
    outcome, _files = house.produced(made, [house.quoted(house.PLAIN)] * house.PLACES)
    found, wanted = house.read_back(outcome.document), expected(["khác"] * house.PLACES)
    assert not {name for name in wanted if found[name] == wanted[name]}
