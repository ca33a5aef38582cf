"""Marks with a frame or a fixed place, addressees and blank room as WordprocessingML: whole, in order, escaped."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from markupsafe import Markup

from generator.render.boxes import Box, FootLine, addressed, blank, boxed, placed
from tests.docx_files import DECLARED, W

BOX: dict[str, Any] = {
    **{"lines": ["KHẨN"], "style": "VtUrgency", "rest_style": "VtCopyForm", "width": 1134, "height": 454},
    **{"framed": True, "colour": "FF0000", "alignment": "center"},
}
FOOT: dict[str, Any] = {
    **{"lines": ["Một", "Hai"], "style": "VtContact", "from_edge": 0, "at_bottom": False, "ruled": False},
}
ONE: dict[str, Any] = {
    **{"label": "Kính gửi:", "name": "Chi bộ A", "lines": [], "centred": True, "label_indent": 0, "lines_indent": 0},
}
WIDTH = 9000


def drawn(made: Markup) -> etree._Element:
    return etree.fromstring(f"<w:body {DECLARED}>{made}</w:body>")


def box(**other: Any) -> etree._Element:
    made: Box = {**BOX, **other}  # type: ignore[typeddict-item]
    return drawn(boxed(made))


def foot(**other: Any) -> etree._Element:
    made: FootLine = {**FOOT, **other}  # type: ignore[typeddict-item]
    return drawn(placed(made, WIDTH))


def values(root: etree._Element, *names: str, attribute: str = "val") -> list[str | None]:
    return [found.get(f"{{{W}}}{attribute}") for found in root.iter(*(f"{{{W}}}{name}" for name in names))]


def texts(root: etree._Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{{{W}}}p")]


@pytest.mark.parametrize("made", [boxed({**BOX, "lines": []}), placed({**FOOT, "lines": []}, WIDTH), blank(0)])  # type: ignore[typeddict-item]
def test_what_is_not_wanted_is_not_there(made: Markup) -> None:
    assert made == ""


def test_nobody_is_addressed_without_a_label() -> None:
    assert addressed({**ONE, "label": ""}) == ""  # type: ignore[typeddict-item]


# Boxes


def test_a_frame_has_its_size_and_colour() -> None:
    root = box()
    assert values(root, "trHeight") == ["454"]
    assert values(root, "trHeight", attribute="hRule") == ["exact"]
    assert values(root, "gridCol", "tcW", "tblW", attribute="w") == ["1134"] * 3
    assert set(values(root, "color")) == {"FF0000"}
    edges = root.find(f".//{{{W}}}tblBorders")
    assert edges is not None
    assert {edge.get(f"{{{W}}}color") for edge in edges} == {"FF0000"}
    assert values(root, "vAlign") == ["center"]


def test_a_paragraph_follows_a_frame() -> None:
    assert [etree.QName(each).localname for each in box()] == ["tbl", "p"]


@pytest.mark.parametrize("alignment", ["left", "center", "right"])
@pytest.mark.parametrize("framed", [True, False])
def test_a_box_stands_where_it_is_aligned(framed: bool, alignment: str) -> None:
    assert values(box(framed=framed, alignment=alignment), "jc") == [alignment]


def test_words_in_the_texts_own_colour_keep_the_styles() -> None:
    root = box(colour="000000")
    assert values(root, "color") == []
    edges = root.find(f".//{{{W}}}tblBorders")
    assert edges is not None
    assert {edge.get(f"{{{W}}}color") for edge in edges} == {"auto"}


def test_without_a_frame_there_are_mere_paragraphs() -> None:
    root = box(framed=False, lines=["Một", "Hai"])
    assert texts(root) == ["Một", "Hai"]
    assert values(root, "tbl", "pStyle") == ["VtUrgency", "VtCopyForm"]


def test_a_box_without_width_holds_its_first_line() -> None:
    narrow, wide = (int(values(box(lines=[line], width=0), "tcW", attribute="w")[0] or 0) for line in ("A", "A" * 9))
    assert 0 < narrow < wide


def test_a_box_without_height_is_as_high_as_its_lines() -> None:
    assert values(box(height=0), "trHeight") == []


# Foot lines


@pytest.mark.parametrize(
    ("other", "frames", "anchor", "below"),
    [
        ({}, 0, None, 0),
        ({"at_bottom": True}, 2, "margin", 0),
        ({"from_edge": 567}, 3, "page", 567),
    ],
)
def test_a_foot_line_has_one_frame_at_its_place(
    other: dict[str, Any], frames: int, anchor: str | None, below: int
) -> None:
    root = foot(**other)
    found = list(root.iter(f"{{{W}}}framePr"))
    assert len(found) == frames
    assert len({etree.tostring(each) for each in found}) <= 1
    assert {each.get(f"{{{W}}}vAnchor") for each in found} <= {anchor}
    assert {each.get(f"{{{W}}}w") for each in found} <= {str(WIDTH)}
    assert [int(line or 0) for line in values(root, "spacing", attribute="line")] == ([below] if below else [])


@pytest.mark.parametrize("ruled", [True, False])
def test_a_line_above_is_the_styles_own(ruled: bool) -> None:
    assert values(foot(ruled=ruled, lines=["x"]), "top") == ([] if ruled else ["nil"])


# Addressees


def test_one_name_stands_beside_the_label() -> None:
    root = drawn(addressed(ONE))  # type: ignore[arg-type]
    assert texts(root) == ["Kính gửi: Chi bộ A"]
    assert values(root, "rStyle") == ["VtAddresseeLabel"]
    assert values(root, "jc") == ["center"]


def test_several_names_stand_below_the_label() -> None:
    several: Any = {
        **ONE,
        "name": "",
        "lines": ["- A;", "- B."],
        "centred": False,
        "label_indent": 5,
        "lines_indent": 9,
    }
    root = drawn(addressed(several))
    assert texts(root) == ["Kính gửi:", "- A;", "- B."]
    assert values(root, "pStyle") == ["VtAddressee", "VtAddresseeNames", "VtAddresseeNames"]
    starts = [
        int(each.get(f"{{{W}}}left", "0")) - int(each.get(f"{{{W}}}hanging", "0")) for each in root.iter(f"{{{W}}}ind")
    ]
    assert starts == [5, 9, 9]


# All of them


def test_room_is_as_high_as_it_is_told() -> None:
    (line,) = drawn(blank(567)).iter(f"{{{W}}}spacing")
    assert (line.get(f"{{{W}}}line"), line.get(f"{{{W}}}lineRule")) == ("567", "exact")


HOSTILE = 'a & <w:b/> "c"'


@pytest.mark.parametrize(
    "made",
    [
        boxed({**BOX, "lines": [HOSTILE]}),  # type: ignore[typeddict-item]
        boxed({**BOX, "lines": [HOSTILE], "framed": False}),  # type: ignore[typeddict-item]
        placed({**FOOT, "lines": [HOSTILE], "from_edge": 9}, WIDTH),  # type: ignore[typeddict-item]
        addressed({**ONE, "name": HOSTILE}),  # type: ignore[typeddict-item]
        addressed({**ONE, "lines": [HOSTILE]}),  # type: ignore[typeddict-item]
    ],
)
def test_text_is_text(made: Markup) -> None:
    root = drawn(made)
    assert HOSTILE in "".join(root.itertext())
    assert not list(root.iter(f"{{{W}}}b"))
