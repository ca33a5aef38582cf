"""docxtpl's tag dialect: a part's XML becomes Jinja source, each line of which knows its place in the document.

The only user of docxtpl. It does not compile or fill; tags that are not supported are refused by `tags`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from docxtpl import DocxTemplate
from lxml import etree

from generator.diagnostics import Diagnostic, Location
from generator.templates.breaks import free_break
from generator.templates.marks import take_marks
from generator.templates.package import W
from generator.templates.places import own_text, paragraphs
from generator.templates.tag_runs import keep_looks, with_looks
from generator.templates.tags import TAGGED, tag_faults
from generator.templates.whole import fill_what_may_be_empty, mark_what_may_be_empty
from generator.vietnamese.unicode import compose

_MARK = re.compile(r"<\?vt (\d+)\?>")
_WITHOUT_WIDTH = re.compile(r"\|\s*(rule|placed)\s*(?=\}\})")
_JOINED = re.compile(r"\{%(-?)vt(\d+)#")
_ROW_TAG = re.compile(r"\{[{%]\s*tr\b")
_CELL = re.compile(
    r"(?P<open><w:tcPr[^>]*>)(?P<written>(?:<w:(?:gridSpan|shd) [^>]*?\{\{.*?\}\}[^>]*?/>)+)"
    r"(?P<width>(?:<w:cnfStyle[^>]*/>)?(?:<w:tcW[^>]*/>)?)"
    r"(?P<span>(?:<w:(?:gridSpan|hMerge|vMerge)[^>]*/>)*(?:<w:tcBorders/>|<w:tcBorders>.*?</w:tcBorders>)?)"
)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@dataclass(frozen=True, slots=True)
class Source:
    """Jinja source of one part. `lines` has a line break at each place of `places`; `text` has none."""

    text: str
    lines: str
    places: tuple[Location, ...]
    """The place of line n of `lines` is `places[n - 1]`."""
    marks: tuple[tuple[str, str], ...] = ()
    """(block, mark) of the blocks that are fixed or optional here."""

    def marked(self, number: int) -> str:
        """`lines`, each beginning with a mark of this source and the line, which outlives filling."""
        lines = self.lines.split("\n")
        return "\n".join(f"<?vt {number} {line}?>{text}" for line, text in enumerate(lines, 1))

    def place(self, line: int | None) -> Location:
        if line is None or not self.places:
            return self.places[0] if self.places else Location()
        return self.places[min(max(line, 1), len(self.places)) - 1]


def read_tags(root: etree._Element, where: Location, text_width: int) -> tuple[Source, list[Diagnostic]]:
    """The part as Jinja source, and every fault of its tags.

    `where` names file and part; `text_width` (twips) is the room of a rule outside a table. `root` is changed.
    """
    places = [where]
    faults: list[Diagnostic] = []
    looks: list[str] = []
    marks: list[tuple[str, str]] = []
    mark_what_may_be_empty(root)
    for paragraph, place in paragraphs(root, where):
        text = own_text(paragraph)
        if TAGGED.search(text):
            faults += tag_faults(paragraph, place)
            free_break(paragraph)
            marks += take_marks(paragraph)
            keep_looks(paragraph, looks)
            _tell_rules_their_width(paragraph, text_width)
            if _ROW_TAG.search(text):
                # docxtpl replaces the whole row by its tag, and the marks inside it are lost.
                next(paragraph.iterancestors(f"{{{W}}}tr"), paragraph).addprevious(_mark(len(places)))
            for piece in paragraph.iter(f"{{{W}}}t"):
                # It drops all that stands before such a tag, marks too; this one stands in the tag.
                piece.text = (piece.text or "").replace("{%-", f"{{%-vt{len(places)}#")
        paragraph.addprevious(_mark(len(places)))
        places.append(place)
    if faults:
        return Source("", "", ()), faults
    patched = DocxTemplate.patch_xml(None, etree.tostring(root, encoding="unicode").replace("\n", " "))
    patched = _CELL.sub(_in_order, patched)
    patched = with_looks(_JOINED.sub(r"<?vt \2?>{%\1", patched), looks)
    source = _with_places(fill_what_may_be_empty(_TAG.sub(_as_typed, patched)), tuple(places))
    return replace(source, marks=tuple(marks)), []


def _in_order(cell: re.Match[str]) -> str:
    """docxtpl writes a cell's span and shading before its width; the schema has width, span, borders, shading."""
    written = re.findall(r"<w:.*?/>", cell["written"])
    spans, shades = ("".join(one for one in written if one.startswith(f"<w:{tag}")) for tag in ("gridSpan", "shd"))
    return f"{cell['open']}{cell['width']}{spans}{cell['span']}{shades}"


def _as_typed(tag: re.Match[str]) -> str:
    """docxtpl gives back < and > but not &; names and texts in tags are composed, as all data is."""
    return compose(tag[0].replace("&quot;", '"').replace("&amp;", "&"))


def _mark(place: int) -> etree._ProcessingInstruction:
    return etree.ProcessingInstruction("vt", str(place))


def _with_places(patched: str, places: tuple[Location, ...]) -> Source:
    pieces = _MARK.split(patched)
    marks = [0, *(int(mark) for mark in pieces[1::2])]
    return Source("".join(pieces[::2]), "\n".join(pieces[::2]), tuple(places[mark] for mark in marks))


def _tell_rules_their_width(paragraph: etree._Element, text_width: int) -> None:
    """`x | rule` becomes `x | rule(width)`: a line is centred in its cell, or in the text area outside tables."""
    pieces = [piece for piece in paragraph.iter(f"{{{W}}}t") if piece.text]
    whole = "".join(piece.text or "" for piece in pieces)
    if not _WITHOUT_WIDTH.search(whole):
        return
    cell = next(paragraph.iterancestors(f"{{{W}}}tc"), None)
    width = str(text_width) if cell is None else _room(cell)
    pieces[0].text = _WITHOUT_WIDTH.sub(rf"| \1({width}) ", whole)
    for piece in pieces[1:]:
        piece.text = ""


def _room(cell: etree._Element) -> str:
    """The width between a cell's margins in twips, as a Jinja expression: a letterhead's columns are the document's."""
    size = cell.find(f"{{{W}}}tcPr/{{{W}}}tcW")
    given = size.get(f"{{{W}}}w", "").strip("{} ") if size is not None and size.get(f"{{{W}}}type") == "dxa" else ""
    if given in ("", "0"):
        # No width of its own, or a share of the table's: the grid tells.
        before = sum(_span(other) for other in cell.itersiblings(f"{{{W}}}tc", preceding=True))
        grid = next(cell.iterancestors(f"{{{W}}}tbl")).findall(f"{{{W}}}tblGrid/{{{W}}}gridCol")
        given = " + ".join(column.get(f"{{{W}}}w", "0") for column in grid[before : before + _span(cell)]) or "0"
    margins = cell.findall(f"{{{W}}}tcPr/{{{W}}}tcMar/*")
    sides = sum(int(m.get(f"{{{W}}}w", "0")) for m in margins if not m.tag.endswith(("}top", "}bottom")))
    return f"{given} - {sides}"


def _span(cell: etree._Element) -> int:
    found = cell.find(f"{{{W}}}tcPr/{{{W}}}gridSpan")
    return int(found.get(f"{{{W}}}val", "1")) if found is not None else 1
