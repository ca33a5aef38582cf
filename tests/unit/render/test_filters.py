"""Filters: what each makes of a value; official forms of dates and numbers, and blocks as WordprocessingML."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from generator.render.filters import FILTERS
from generator.render.outline import Block
from generator.render.raster import PictureFault
from generator.templates.environment import TemplateEnvironment
from generator.templates.tags import PLACED
from tests.docx_files import W

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30)


def shown(expression: str, **values: Any) -> str:
    return TemplateEnvironment(FILTERS).from_string(f"{{{{ {expression} }}}}").render(values)


def xml(text: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W}">{text}</w:body>')


def words(root: etree._Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in root.iter(f"{{{W}}}p")]


def values(root: etree._Element, tag: str) -> list[dict[str, str]]:
    """The attributes of every element of a name, without their namespace."""
    return [{etree.QName(str(k)).localname: str(v) for k, v in e.attrib.items()} for e in root.iter(f"{{{W}}}{tag}")]


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("'2026-02-03' | long_date", "ngày 03 tháng 02 năm 2026"),
        ("'16/9/2024' | long_date", "ngày 16 tháng 9 năm 2024"),
        ("'2026-02-03' | short_date", "03/02/2026"),
        ("'2024-09-16' | weekday", "thứ Hai"),
        ("1234567 | grouped", "1.234.567"),
        ("'1234.5' | grouped", "1.234,5"),
        ("'12' | grouped(decimals=1)", "12,0"),
        ("2021 | words", "hai nghìn không trăm hai mươi mốt"),
        ("'15' | words", "mười lăm"),
        ("14 | roman", "XIV"),
        ("'5' | padded", "05"),
        ("12 | padded", "12"),
        ("'hòa bình' | capitals", "HÒA BÌNH"),
        ("'Về việc' | lower_first", "về việc"),
        ("'về việc' | upper_first", "Về việc"),
        ("'TRẦN HẢI LONG' | person_name", "Trần Hải Long"),
        ("'Đảng ủy xã' | body_name", "ĐẢNG ỦY XÃ"),
        ("'a & b' | capitals", "A &amp; B"),
    ],
)
def test_official_forms(expression: str, printed: str) -> None:
    assert shown(expression) == printed


@pytest.mark.parametrize(
    "expression", ["'không' | long_date", "'31/02/2026' | short_date", "'ba' | words", "'x' | grouped", "0 | roman"]
)
def test_what_has_no_such_form_is_an_error(expression: str) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        shown(expression)


def test_the_filters_that_make_xml_are_told_their_place() -> None:
    made = {name for name, f in FILTERS.items() if inspect.signature(f).return_annotation in (Markup, "Markup")}
    assert made == set(PLACED)


# Blocks


def block(text: str = "chữ", **other: Any) -> Block:
    run = {"text": text, "bold": False, "italic": False}
    made: Mapping[str, Any] = {
        "kind": "paragraph",
        "part": "body",
        "style": "VtBody",
        "level": 0,
        "marker": "",
        "text": text,
        "runs": [run],
        "keep": False,
        "table": None,
    }
    return {**made, **other}  # type: ignore[typeddict-item]


@given(TEXT)
def test_a_block_is_a_paragraph_in_its_style(text: str) -> None:
    made = xml(shown("b | typeset", b=block(text)))
    assert words(made) == [text]
    assert values(made, "pStyle") == [{"val": "VtBody"}]


def test_blocks_follow_each_other() -> None:
    assert words(xml(shown("b | typeset", b=[block("một"), block("hai")]))) == ["một", "hai"]
    assert shown("b | typeset", b=[]) == ""


def test_the_same_blocks_once_more_are_the_same_and_others_are_not() -> None:
    first, second = [block("một")], [block("một"), block("hai")]
    made = [words(xml(shown("b | typeset", b=blocks))) for blocks in (first, first, second, first, second[1:])]
    assert made == [["một"], ["một"], ["một", "hai"], ["một"], ["hai"]]


@pytest.mark.parametrize("keep", [True, False])
def test_a_block_that_stays_with_the_next(keep: bool) -> None:
    assert len(values(xml(shown("b | typeset", b=block(keep=keep))), "keepNext")) == keep


def test_a_block_that_is_a_table() -> None:
    table = {"columns": ["STT", "Đơn vị"], "rows": [["1", "A & B"]], "total": [], "note": "Ghi chú <x>"}
    made = xml(shown("b | typeset", b=block(table=table)))
    assert words(made)[:4] == ["STT", "Đơn vị", "1", "A & B"]
    assert "Ghi chú <x>" in words(made)
    assert len(values(made, "tblHeader")) == 1


@given(TEXT.filter(lambda text: "*" not in text))
def test_plain_text_is_one_run(text: str) -> None:
    made = xml(f"<w:p>{shown('t | formatted', t=text)}</w:p>")
    assert words(made) == [text]
    assert not values(made, "b") + values(made, "i")


def test_emphasis() -> None:
    made = xml(f"<w:p>{shown('t | formatted', t='a **b** *c*')}</w:p>")
    assert [(len(values(r, "b")), len(values(r, "i")), words_of(r)) for r in made.iter(f"{{{W}}}r")] == [
        (0, 0, "a "),
        (1, 0, "b"),
        (0, 0, " "),
        (0, 1, "c"),
    ]


def words_of(run: etree._Element) -> str:
    return "".join(t.text or "" for t in run.iter(f"{{{W}}}t"))


@pytest.mark.parametrize(("indent", "sides"), [(0, []), (300, [{"left": "300", "right": "300"}])])
def test_a_narrowed_text(indent: int, sides: list[dict[str, str]]) -> None:
    made = xml(shown("t | narrowed('VtSubject', n)", t="A & B", n=indent))
    assert words(made) == ["A & B"]
    assert values(made, "ind") == sides
    assert values(made, "pStyle") == [{"val": "VtSubject"}]


@given(st.integers(0, 9000), st.integers(0, 9000))
def test_a_rule_is_centred(length: int, width: int) -> None:
    made = xml(shown("r | rule(w)", r={"length": length, "weight": 6, "gap": 20}, w=width))
    (ind,) = values(made, "ind")
    assert ind["left"] == ind["right"] == str(max(width - length, 0) // 2)
    assert values(made, "top") == [{"val": "single", "sz": "6", "space": "0", "color": "auto"}]
    assert values(made, "spacing") == [{"before": "20"}]


def test_a_picture_belongs_to_a_document() -> None:
    with pytest.raises(PictureFault):
        shown("'logo.png' | picture(30)")
