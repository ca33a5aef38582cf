"""Pictures, lines, shapes, text boxes and groups, of today's Word and of the old one."""

from __future__ import annotations

from typing import Any

import pytest

from generator.docview.drawing import Drawing, DrawingKind
from generator.measures import Length
from tests.docx_files import p, paragraphs, picture, text_box
from tests.unit.docview.opened import View

PT = Length.from_pt
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
EXTENT = '<wp:extent cx="{0}" cy="{1}"/>'
FRAME = '<a:xfrm><a:ext cx="{0}" cy="{1}"/></a:xfrm>'


def shape(preset: str, width: int = 914400, height: int = 0, *, more: str = "", box: str = "") -> str:
    inside = f"<wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx>" if box else ""
    frame = FRAME.format(width, height)
    return (
        f'<wps:wsp xmlns:wps="{WPS}"><wps:spPr>{frame}<a:prstGeom prst="{preset}"/>{more}</wps:spPr>{inside}</wps:wsp>'
    )


def anchored(inside: str, width: int = 914400, height: int = 0, *, more: str = "", behind: int = 0) -> str:
    data = f'<a:graphic><a:graphicData uri="{WPS}">{inside}</a:graphicData></a:graphic>'
    about = '<wp:docPr id="1" name="Đường 1" descr="kẻ"/>'
    extent = EXTENT.format(width, height)
    return f'<w:r><w:drawing><wp:anchor behindDoc="{behind}">{more}{extent}{about}{data}</wp:anchor></w:drawing></w:r>'


def drawing(view: View, run: str, **parts: Any) -> Drawing:
    (found,) = view(p(run), **parts).paragraphs[0].drawings
    return found


@pytest.mark.parametrize(
    ("inside", "name", "expected"),
    [
        (shape("line"), "kind", DrawingKind.LINE),
        (shape("straightConnector1"), "kind", DrawingKind.LINE),
        (shape("line"), "length", Length.parse("1in")),
        (shape("line"), "is_horizontal_line", True),
        (shape("line"), "is_inline", False),
        (shape("line"), "name", "Đường 1"),
        (shape("line"), "description", "kẻ"),
        (shape("line", more='<a:ln w="9525"/>'), "stroke", PT(0.75)),
        (shape("line", more="<a:ln><a:noFill/></a:ln>"), "stroke", None),
        (
            shape("line", more='<a:ln><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill></a:ln>'),
            "stroke_color",
            "FF0000",
        ),
        (shape("line", more='<a:ln><a:prstDash val="dash"/></a:ln>'), "dash", "dash"),
        (shape("rect"), "kind", DrawingKind.SHAPE),
        (shape("rect", box=p("a")), "kind", DrawingKind.TEXT_BOX),
        (shape("star5"), "preset", "star5"),
        (shape("rect"), "length", None),
    ],
)
def test_a_shape(view: View, inside: str, name: str, expected: Any) -> None:
    assert getattr(drawing(view, anchored(inside)), name) == expected


def test_where_a_shape_stands(view: View) -> None:
    more = (
        '<wp:positionH relativeFrom="page"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>36000</wp:posOffset></wp:positionV><wp:wrapNone/>'
    )
    found = drawing(view, anchored(shape("line"), more=more, behind=1))
    assert found.horizontal is not None
    assert found.vertical is not None
    assert (found.horizontal.relative, found.horizontal.align) == ("page", "center")
    assert (found.vertical.relative, found.vertical.offset) == ("paragraph", Length.from_mm(1))
    assert (found.wrap, found.is_behind) == ("none", True)


def test_a_slanting_line_is_as_long_as_it_is(view: View) -> None:
    found = drawing(view, anchored(shape("line", 300, 400), 300, 400))
    assert (found.length, found.is_horizontal_line) == (500, False)


def test_a_group_is_measured_on_paper(view: View) -> None:
    sizes = '<a:xfrm><a:ext cx="2000" cy="1000"/><a:chExt cx="1000" cy="1000"/></a:xfrm>'
    inside = f'<wpg:wgp xmlns:wpg="{WPG}"><wpg:grpSpPr>{sizes}</wpg:grpSpPr>{shape("line", 300)}</wpg:wgp>'
    found = drawing(view, anchored(inside))
    assert (found.kind, [child.length for child in found.children]) == (DrawingKind.GROUP, [600])


def test_of_two_ways_to_draw_it_the_newer_one_counts(view: View) -> None:
    new, old = anchored(shape("rect", box=p("mới"))), text_box("cũ")
    inside = f'<mc:Choice xmlns:wps="{WPS}" Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    found = view(p(f'<mc:AlternateContent xmlns:mc="{MC}">{inside}</mc:AlternateContent>'))
    assert [each.text for each in found.paragraphs] == ["", "mới"]


def test_a_picture(view: View) -> None:
    links, parts = {"rId9": ("image", "media/a.png")}, {"word/media/a.png": b"x"}
    found = drawing(view, picture("rId9"), links=links, parts=parts, types={"png": "image/png"})
    assert (found.kind, found.target, found.is_inline) == (DrawingKind.PICTURE, "word/media/a.png", True)


def test_what_is_written_in_a_box(view: View) -> None:
    found = view(p("ngoài", text_box("một", "hai")))
    ((anchor, box),) = found.drawings
    assert (anchor.text, [each.text for each in box.paragraphs], box.kind) == (
        "ngoài",
        ["một", "hai"],
        DrawingKind.TEXT_BOX,
    )


def vml(inside: str) -> str:
    return f"<w:r><w:pict>{inside}</w:pict></w:r>"


@pytest.mark.parametrize(
    ("inside", "name", "expected"),
    [
        ('<v:line from="0,0" to="72pt,0"/>', "kind", DrawingKind.LINE),
        ('<v:line from="10pt,0" to="82pt,0"/>', "length", Length.parse("1in")),
        ('<v:line from="10pt,5pt" to="82pt,5pt"/>', "is_horizontal_line", True),
        ('<v:shape type="#_x0000_t32" style="width:72pt;height:0"/>', "length", Length.parse("1in")),
        ('<v:line from="0,0" to="1in,0" strokeweight="1pt" strokecolor="#f00 [3204]"/>', "stroke", PT(1)),
        ('<v:line from="0,0" to="1in,0" strokeweight="1pt" strokecolor="#f00 [3204]"/>', "stroke_color", "FF0000"),
        ('<v:line from="0,0" to="1in,0"/>', "stroke", PT(0.75)),
        ('<v:rect stroked="f" style="width:20mm;height:5mm"/>', "stroke", None),
        ('<v:rect style="width:20mm;height:5mm"/>', "width", Length.from_mm(20)),
        ('<v:rect style="position:absolute;width:20mm"/>', "is_inline", False),
        ('<v:rect style="position:absolute;z-index:-3"/>', "is_behind", True),
        ('<v:rect style="width:0;height:1.5pt" xmlns:o="urn:schemas-microsoft-com:office:office" o:hr="t"/>',
         "kind", DrawingKind.LINE),
        ('<v:group coordsize="100,100" style="width:100pt;height:50pt"><v:rect/></v:group>', "kind", DrawingKind.GROUP),
        ("<v:rect/>", "is_vml", True),
    ],
)  # fmt: skip
def test_a_shape_of_old(view: View, inside: str, name: str, expected: Any) -> None:
    assert getattr(drawing(view, vml(inside)), name) == expected


def test_where_a_shape_of_old_stands(view: View) -> None:
    style = "position:absolute;margin-left:36pt;mso-position-horizontal-relative:page;mso-position-vertical:top"
    found = drawing(view, vml(f'<v:rect style="{style}"/>'))
    assert found.horizontal is not None
    assert found.vertical is not None
    assert (found.horizontal.relative, found.horizontal.offset) == ("page", PT(36))
    assert (found.vertical.relative, found.vertical.align) == ("paragraph", "top")


def test_lines_in_a_group_of_old(view: View) -> None:
    line = '<v:line from="0,0" to="50,0"/>'
    found = drawing(view, vml(f'<v:group coordsize="100,100" style="width:100pt;height:50pt">{line}</v:group>'))
    assert [child.length for child in found.children] == [PT(50)]


def test_a_box_in_a_box(view: View) -> None:
    inner = paragraphs("trong")
    nested = p(vml(f"<v:rect><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:rect>"))
    outer = vml(f"<v:rect><v:textbox><w:txbxContent>{nested}</w:txbxContent></v:textbox></v:rect>")
    found = view(p(outer)).paragraphs
    assert [each.where.part for each in found] == [
        "thân văn bản",
        "thân văn bản, hộp chữ",
        "thân văn bản, hộp chữ, hộp chữ",
    ]
