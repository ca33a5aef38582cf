"""Marks with a frame or a fixed place on the page, as WordprocessingML; whom a document addresses; blank room.

It does not decide what they say: `marks`, `copying` and `addressee` do.
"""

from __future__ import annotations

from typing import TypedDict

from markupsafe import Markup, escape

from generator.measures import Length
from generator.model.parts import Part
from generator.render.addressee import Addressee
from generator.typeface import text_width

_LABEL_STYLE = "VtAddresseeLabel"
"""A character style: the label stands in the paragraph of the one name."""
_DASH = 163
"""Twips of `- ` at 14 pt, by which a long name's further lines hang."""
_AROUND = 240
"""Twips above and below whom a document addresses; no regime says how much."""
_BREAK = '<w:p><w:pPr><w:pStyle w:val="VtBreak"/></w:pPr></w:p>'
"""Word wants a paragraph after a table in a cell or a header."""
_GAP_STYLE = "VtGap"
_LARGEST = Length.from_pt(14)
"""No regime has larger words in a box that is as wide as they are."""
_FRAME_WEIGHT = 8
"""Eighths of a point; every regime says only that the line is single."""
_PADDING = Length.from_mm(2).twips


class Box(TypedDict):
    """Lines in a frame; `lines` is empty where there is no such mark."""

    lines: list[str]
    style: str
    """The paragraph style of the first line."""
    rest_style: str
    """That of the other lines."""
    width: int
    """Twips; 0 is as wide as the first line needs."""
    height: int
    """Twips; 0 is as high as the lines are."""
    framed: bool
    colour: str
    """Of frame and words, `FF0000`; `000000` is the text's own."""
    alignment: str
    """Of the box in its room: `left`, `center`, `right`."""


class FootLine(TypedDict):
    """Lines at the foot of the last page, or below the signature."""

    lines: list[str]
    style: str
    from_edge: int
    """Twips from the lower edge of the paper to the foot of the words; 0 is where the lines are written."""
    at_bottom: bool
    """At the foot of the text area of the page it falls on."""
    ruled: bool
    """With a solid line over the whole width above."""


def boxed(box: Box) -> Markup:
    """A mark in its frame, or as mere paragraphs where it has none; for `{{p urgency | boxed }}`."""
    if not box["lines"]:
        return Markup("")
    alignment = "" if box["framed"] else f'<w:jc w:val="{escape(box["alignment"])}"/>'
    own = "" if box["colour"] == "000000" else f'<w:color w:val="{escape(box["colour"])}"/>'
    lines = "".join(
        paragraph(line, box["style"] if place == 0 else box["rest_style"], alignment, own)
        for place, line in enumerate(box["lines"])
    )
    return Markup(f"{_frame(box, lines)}{_BREAK}" if box["framed"] else lines)


def _frame(box: Box, lines: str) -> str:
    """A table of one cell: of all that draws a frame, the one thing that every program measures alike."""
    width = box["width"] or text_width(box["lines"][0], _LARGEST, bold=True).twips + 2 * _PADDING
    # A box of fixed height has no room to spare above and below.
    padding = {"top": 0, "left": _PADDING // 2, "bottom": 0, "right": _PADDING // 2}
    if not box["height"]:
        padding |= {"top": _PADDING // 4, "bottom": _PADDING // 4}
    colour = "auto" if box["colour"] == "000000" else escape(box["colour"])
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{_FRAME_WEIGHT}" w:space="0" w:color="{colour}"/>' for side in padding
    )
    margins = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side, room in padding.items())
    height = f'<w:trHeight w:val="{int(box["height"])}" w:hRule="exact"/>' if box["height"] else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{int(width)}" w:type="dxa"/><w:jc w:val="{escape(box["alignment"])}"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{int(width)}"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>"
        f'<w:tc><w:tcPr><w:tcW w:w="{int(width)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{lines}</w:tc></w:tr></w:tbl>"
    )


def placed(line: FootLine, width: int) -> Markup:
    """Lines at the foot of the page; for `{{p contact | placed }}`, which knows the width of the text area.

    Paragraphs that follow each other with the same `w:framePr` are one frame of Word's.
    """
    if not line["lines"]:
        return Markup("")
    anchor = "page" if line["from_edge"] else "margin"
    # “Not beside”: a signature that the frame would cover goes to the next page, and the frame with it.
    frame = (
        f'<w:framePr w:w="{int(width)}" w:wrap="notBeside" w:vAnchor="{anchor}" w:hAnchor="margin"'
        ' w:xAlign="left" w:yAlign="bottom"/>'
        if line["from_edge"] or line["at_bottom"]
        else ""
    )
    # The line above is the style's, whose weight is the regime's.
    frame += "" if line["ruled"] else '<w:pBdr><w:top w:val="nil"/></w:pBdr>'
    words = "".join(paragraph(text, line["style"], frame) for text in line["lines"])
    # What keeps the words off the edge is a paragraph below them: a frame's own distance counts from the top.
    return Markup(words + _room(line["from_edge"], frame))


def addressed(addressee: Addressee) -> Markup:
    """`Kính gửi:` with the one name beside it, or with names below; for `{{p addressee | addressed }}`."""
    if not addressee["label"]:
        return Markup("")
    where = '<w:jc w:val="center"/>' if addressee["centred"] else '<w:jc w:val="left"/>'
    indent = "" if addressee["centred"] else f'<w:ind w:left="{int(addressee["label_indent"])}"/>'
    if not addressee["lines"]:
        spacing = f'<w:spacing w:before="{_AROUND}" w:after="{_AROUND // 2}"/>'
        label = f'<w:r><w:rPr><w:rStyle w:val="{_LABEL_STYLE}"/></w:rPr>{_words(addressee["label"] + " ")}</w:r>'
        return Markup(
            f'<w:p><w:pPr><w:pStyle w:val="{Part.ADDRESSEE_NAMES.style_id}"/>{spacing}{indent}{where}</w:pPr>'
            f"{label}<w:r>{_words(addressee['name'])}</w:r></w:p>"
        )
    first = paragraph(
        addressee["label"],
        Part.ADDRESSEE.style_id,
        f'<w:spacing w:before="{_AROUND}"/>{indent}{where}',
    )
    hanging = f'<w:ind w:left="{int(addressee["lines_indent"]) + _DASH}" w:hanging="{_DASH}"/>'
    last = f'<w:spacing w:after="{_AROUND // 2}"/>'
    *others, end = addressee["lines"]
    style = Part.ADDRESSEE_NAMES.style_id
    names = "".join(paragraph(name, style, hanging) for name in others)
    return Markup(first + names + paragraph(end, style, last + hanging))


def blank(height: int) -> Markup:
    """Room of so many twips, nothing where it is 0; for `{{p secrecy_room | blank }}`."""
    return Markup(_room(height))


def _room(height: int, properties: str = "") -> str:
    if not height:
        return ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{_GAP_STYLE}"/>{properties}'
        f'<w:spacing w:line="{int(height)}" w:lineRule="exact"/></w:pPr></w:p>'
    )


def paragraph(text: str, style: str, properties: str = "", look: str = "") -> str:
    """A paragraph of plain text, with properties of its own beside its style's, in the schema's order."""
    run = f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{_words(text)}</w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{escape(style)}"/>{properties}</w:pPr>{run}</w:p>'


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
