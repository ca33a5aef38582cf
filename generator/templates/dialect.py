"""docxtpl's tag dialect: a part's XML becomes Jinja source, each line of which knows its place in the document.

The only user of docxtpl. It does not compile or fill; tags that are not supported are refused here, by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docxtpl import DocxTemplate
from lxml import etree

from generator.diagnostics import Diagnostic, Location
from generator.messages import _
from generator.templates.package import W

_MARK = re.compile(r"<\?vt (\d+)\?>")
_TAGGED = re.compile(r"\{\{|\{%|\{#")
_REFUSED = {
    re.compile(r"\{%\s*tc\b"): "{%tc %}",
    re.compile(r"\{%\s*hm\b"): "{% hm %}",
    re.compile(r"\{%\s*(include|import|from)\b"): "{% include %}, {% import %}",
    re.compile(r"\{_[{%]|[%}]_\}"): "{_{ }_}",
}
"""What docxtpl or Jinja has and Vanthu does not do, and the name under which it is refused."""

_WITHOUT_WIDTH = re.compile(r"\|\s*rule\s*(?=\}\})")
_ROW_TAG = re.compile(r"\{[{%]\s*tr\b")
_PAIRS = (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))


@dataclass(frozen=True, slots=True)
class Source:
    """Jinja source of one part. `lines` has a line break at each place of `places`; `text` has none."""

    text: str
    lines: str
    places: tuple[Location, ...]
    """The place of line n of `lines` is `places[n - 1]`."""

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
    for paragraph, place in _paragraphs(root, where):
        text = _text(paragraph)
        if _TAGGED.search(text):
            faults += _tag_faults(text, place)
            _tell_rules_their_width(paragraph, text_width)
            if _ROW_TAG.search(text):
                # docxtpl replaces the whole row by its tag, and the marks inside it are lost.
                next(paragraph.iterancestors(f"{{{W}}}tr"), paragraph).addprevious(_mark(len(places)))
        paragraph.addprevious(_mark(len(places)))
        places.append(place)
    if faults:
        return Source("", "", ()), faults
    patched = DocxTemplate.patch_xml(None, etree.tostring(root, encoding="unicode").replace("\n", " "))
    return _with_places(patched, tuple(places)), []


def _mark(place: int) -> etree._ProcessingInstruction:
    return etree.ProcessingInstruction("vt", str(place))


def _with_places(patched: str, places: tuple[Location, ...]) -> Source:
    pieces = _MARK.split(patched)
    marks = [0, *(int(mark) for mark in pieces[1::2])]
    return Source("".join(pieces[::2]), "\n".join(pieces[::2]), tuple(places[mark] for mark in marks))


def _paragraphs(root: etree._Element, where: Location) -> Iterator[tuple[etree._Element, Location]]:
    """Every paragraph with its place in words: table, row, cell, paragraph, counted from 1 as a person counts."""
    tables = {table: number for number, table in enumerate(root.iter(f"{{{W}}}tbl"), 1)}
    for number, paragraph in enumerate(list(root.iter(f"{{{W}}}p")), 1):
        part = where.part or ""
        cell = next(paragraph.iterancestors(f"{{{W}}}tc"), None)
        if cell is not None:
            row = cell.getparent()
            assert row is not None
            table = next(row.iterancestors(f"{{{W}}}tbl"))
            part += _(", bảng {table}, dòng {row}, ô {cell}").format(
                table=tables[table], row=_ordinal(row), cell=_ordinal(cell)
            )
            number = _ordinal(paragraph)
        excerpt = _text(paragraph)[:60] or None
        yield paragraph, Location(file=where.file, part=part, paragraph=number, excerpt=excerpt)


def _ordinal(element: etree._Element) -> int:
    return 1 + sum(1 for _before in element.itersiblings(element.tag, preceding=True))


def _text(paragraph: etree._Element) -> str:
    """The paragraph's own text, without that of text boxes in it."""
    return "".join(
        piece.text or "" for piece in paragraph.iter(f"{{{W}}}t") if next(piece.iterancestors(f"{{{W}}}p")) is paragraph
    )


def _tag_faults(text: str, place: Location) -> Iterator[Diagnostic]:
    for pattern, name in _REFUSED.items():
        if pattern.search(text):
            yield Diagnostic(
                "template/unsupported-tag",
                _("Thẻ {tag} không được hỗ trợ.").format(tag=name),
                place,
                hint=_("Xem bảng các thẻ dùng được trong docs/dialect.md."),
            )
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            yield Diagnostic(
                "template/unclosed-tag",
                _("Thẻ mở bằng {opening} mà không đóng bằng {closing} trong cùng một đoạn.").format(
                    opening=opening, closing=closing
                ),
                place,
                hint=_("Viết trọn một thẻ trong một đoạn văn."),
            )
            return


def _tell_rules_their_width(paragraph: etree._Element, text_width: int) -> None:
    """`x | rule` becomes `x | rule(width)`: a line is centred in its cell, or in the text area outside tables."""
    pieces = [piece for piece in paragraph.iter(f"{{{W}}}t") if piece.text]
    whole = "".join(piece.text or "" for piece in pieces)
    if not _WITHOUT_WIDTH.search(whole):
        return
    width = str(text_width)
    cell = next(paragraph.iterancestors(f"{{{W}}}tc"), None)
    if cell is not None:
        size = cell.find(f"{{{W}}}tcPr/{{{W}}}tcW")
        margins = cell.findall(f"{{{W}}}tcPr/{{{W}}}tcMar/*")
        given = size.get(f"{{{W}}}w", "0").strip("{} ") if size is not None else "0"
        sides = sum(int(m.get(f"{{{W}}}w", "0")) for m in margins if not m.tag.endswith(("}top", "}bottom")))
        width = f"{given} - {sides}"
    pieces[0].text = _WITHOUT_WIDTH.sub(f"| rule({width}) ", whole)
    for piece in pieces[1:]:
        piece.text = ""
