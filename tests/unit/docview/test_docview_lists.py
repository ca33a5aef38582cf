"""Automatic numbers, as printed, and what lists do to indents."""

from __future__ import annotations

import pytest

from generator.docview.lists import numeral
from tests.docx_files import p, style
from tests.unit.docview.opened import View


def level(place: int, text: str, format: str = "decimal", *, start: int = 1, more: str = "", indent: int = 0) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{indent}"/></w:pPr></w:lvl>'
    )


def numbering(*levels: str, lists: str = "") -> dict[str, str]:
    origin = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return {"numbering": f'{origin}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{lists}'}


def item(place: int = 0, number: int = 1, more: str = "") -> str:
    return p("a", properties=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>{more}')


def numbers(view: View, *body: str, **parts: object) -> list[str]:
    return [each.number for each in view(*body, **parts).paragraphs]


@pytest.mark.parametrize(
    ("format", "text", "expected"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("upperRoman", "%1-", ["I-", "II-", "III-"]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("upperLetter", "Phần %1", ["Phần A", "Phần B", "Phần C"]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("bullet", "-", ["-", "-", "-"]),
        ("none", "%1", ["", "", ""]),
        ("japaneseCounting", "%1", ["1", "2", "3"]),
    ],
)
def test_a_list_of_one_level(view: View, format: str, text: str, expected: list[str]) -> None:
    assert numbers(view, item(), item(), item(), beside=numbering(level(0, text, format))) == expected


LEVELS = (level(0, "%1.", "upperRoman"), level(1, "%1.%2"), level(2, "%1.%2.%3"))
LEGAL = (LEVELS[0], level(1, "%1.%2", more="<w:isLgl/>"))
NEVER = (LEVELS[0], level(1, "%2", more='<w:lvlRestart w:val="0"/>'))


@pytest.mark.parametrize(
    ("levels", "places", "expected"),
    [
        (LEVELS, (0, 1, 1, 0, 1), ["I.", "I.1", "I.2", "II.", "II.1"]),
        (LEVELS, (0, 2, 1, 2), ["I.", "I.1.1", "I.1", "I.1.1"]),
        (LEGAL, (0, 1), ["I.", "1.1"]),
        (NEVER, (0, 1, 0, 1), ["I.", "1", "II.", "2"]),
        ((level(0, "%1", start=5),), (0, 0), ["5", "6"]),
        (LEVELS, (8,), [""]),
    ],
)
def test_levels(view: View, levels: tuple[str, ...], places: tuple[int, ...], expected: list[str]) -> None:
    assert numbers(view, *(item(place) for place in places), beside=numbering(*levels)) == expected


AGAIN = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


@pytest.mark.parametrize(
    ("lists", "expected"),
    [((1, 1, 2), ["1", "2", "3"]), ((1, 1, 3, 3), ["1", "2", "1", "2"]), ((1, 0, 1), ["1", "", "2"]), ((9,), [""])],
)
def test_lists_of_one_origin(view: View, lists: tuple[int, ...], expected: list[str]) -> None:
    body = [item(number=number) for number in lists]
    assert numbers(view, *body, beside=numbering(level(0, "%1"), lists=AGAIN)) == expected


def test_a_number_is_read_with_the_text(view: View) -> None:
    assert view(item(), beside=numbering(level(0, "%1."))).text == "1. a"


HEADING = style("H", "H", body='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:right="90"/></w:pPr>')
OWN = style("O", "O", body='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="70"/></w:pPr>')
BELOW = style("B", "B", based_on="H", body='<w:pPr><w:jc w:val="both"/></w:pPr>')
LINKED = level(1, "%2)", more='<w:pStyle w:val="H"/>', indent=720)


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (item(), 360),
        (item(more='<w:ind w:left="10"/>'), 10),
        (p("a", style="H"), 360),
        (p("a", style="B"), 360),
        (p("a", style="O"), 70),
        (p("a", style="H", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'), 0),
        (p("a", style="O", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), 360),
    ],
)
def test_indents_of_lists(view: View, body: str, left: int) -> None:
    found = view(body, styles=HEADING + OWN + BELOW, beside=numbering(level(0, "%1", indent=360)))
    assert found.paragraphs[0].look.left.twips == left


def test_a_level_that_names_a_style(view: View) -> None:
    found = view(p("a", style="H"), styles=HEADING, beside=numbering(level(0, "%1"), LINKED)).paragraphs[0]
    assert (found.number, found.numbering and found.numbering.level, found.look.left.twips) == ("1)", 1, 720)


def test_a_definition_that_sends_to_a_list_style(view: View) -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = style("L", "L", kind="numbering", body='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    assert numbers(view, item(number=7), styles=styles, beside=numbering(level(0, "%1"), lists=lists)) == ["1"]


def test_definitions_that_send_to_each_other(view: View) -> None:
    ring = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = style("L", "L", kind="numbering", body='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    assert numbers(view, item(), styles=styles, beside={"numbering": ring}) == [""]


@pytest.mark.parametrize(
    ("number", "format", "expected"),
    [
        (1994, "upperRoman", "MCMXCIV"),
        (4000, "upperRoman", "4000"),
        (0, "upperRoman", "0"),
        (27, "lowerLetter", "aa"),
        (2**31, "lowerLetter", str(2**31)),
        (9, "decimalZero", "09"),
        (10, "decimalZero", "10"),
    ],
)
def test_numerals(number: int, format: str, expected: str) -> None:
    assert numeral(number, format) == expected
