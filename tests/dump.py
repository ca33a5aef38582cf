"""A DOCX as text, a paragraph a line: how it looks after all styles are applied, and what it says.

It shares no code with the program and judges nothing; golden texts compare its lines.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARAGRAPH_FLAGS = ("keepNext", "keepLines", "widowControl", "pageBreakBefore")
_RUN_FLAGS = ("b", "i", "u", "caps", "strike")


def dump(document: bytes) -> str:
    """The whole document: properties, body in order with its sections, styles in use."""
    return "\n".join(_Dump(document).lines()) + "\n"


@dataclass(frozen=True)
class Look:
    """Properties by name (`spacing.before`, `b`), as one layer lays them over another."""

    paragraph: dict[str, str] = field(default_factory=dict)
    run: dict[str, str] = field(default_factory=dict)

    def over(self, below: Look) -> Look:
        return Look(below.paragraph | self.paragraph, below.run | self.run)


class _Dump:
    def __init__(self, document: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        root = self._xml("word/styles.xml")
        defaults = root.find(f"{W}docDefaults")
        self._defaults = _look(defaults.find(f".//{W}pPr"), defaults.find(f".//{W}rPr"))
        self._styles = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
        self._used: set[str] = set()

    def lines(self) -> Iterator[str]:
        yield from self._properties()
        body = self._xml("word/document.xml").find(f"{W}body")
        yield from self._blocks(body, "")
        yield from self._section(body.find(f"{W}sectPr"))
        yield ""
        yield f"styles in use: {', '.join(sorted(self._used))}"
        yield f"parts: {', '.join(sorted(self._parts))}"

    def _xml(self, name: str) -> etree._Element:
        return etree.fromstring(self._parts[name])

    def _properties(self) -> Iterator[str]:
        for element in self._xml("docProps/core.xml"):
            yield f"{etree.QName(element).localname}: {element.text or ''}"
        yield ""

    # Content

    def _blocks(self, parent: etree._Element, inset: str) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{W}p":
                yield inset + self._paragraph(child)
                yield from self._section(child.find(f"{W}pPr/{W}sectPr"))
            elif child.tag == f"{W}tbl":
                yield from self._table(child, inset)

    def _paragraph(self, paragraph: etree._Element) -> str:
        properties = paragraph.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        name = style.get(f"{W}val") if style is not None else "Normal"
        self._used.add(name)
        look = _look(properties, None).over(self._style(name))
        return f"{name} {_described(look)} | {self._text(paragraph, look)}"

    def _style(self, name: str) -> Look:
        style = self._styles[name]
        based = style.find(f"{W}basedOn")
        below = self._style(based.get(f"{W}val")) if based is not None else self._defaults
        return _look(style.find(f"{W}pPr"), style.find(f"{W}rPr")).over(below)

    def _text(self, paragraph: etree._Element, look: Look) -> str:
        """The words; those that look unlike the paragraph are in brackets with what differs."""
        said: list[str] = []
        for run in paragraph.iter(f"{W}r"):
            words = "".join(_words(run))
            own = _look(None, run.find(f"{W}rPr")).run
            unlike = {key: value for key, value in own.items() if look.run.get(key, "0") != value}
            said.append(
                f"[{' '.join(f'{key}={value}' for key, value in unlike.items())}: {words}]" if unlike else words
            )
        return "".join(said)

    def _table(self, table: etree._Element, inset: str) -> Iterator[str]:
        properties = table.find(f"{W}tblPr")
        widths = " ".join(_mm(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol"))
        size = properties.find(f"{W}tblW")
        width = f"{size.get(f'{W}w')}{size.get(f'{W}type')}" if size is not None else "auto"
        borders = "bordered" if properties.find(f"{W}tblBorders") is not None else "no borders"
        mark = properties.find(f"{W}tblDescription")
        name = f" “{mark.get(f'{W}val')}”" if mark is not None else ""
        yield f"{inset}table{name} columns {widths} mm, width {width}, {borders}"
        for row in table.iterchildren(f"{W}tr"):
            flags = [each for each in ("cantSplit", "tblHeader") if row.find(f"{W}trPr/{W}{each}") is not None]
            yield f"{inset}  row {' '.join(flags)}".rstrip()
            for cell in row.iterchildren(f"{W}tc"):
                top = cell.find(f"{W}tcPr/{W}tcMar/{W}top")
                yield f"{inset}    cell" + (f" top {_pt(top.get(f'{W}w'))}" if top is not None else "")
                yield from self._blocks(cell, f"{inset}      ")

    # Sections

    def _section(self, section: etree._Element | None) -> Iterator[str]:
        if section is None:
            return
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        numbers = section.find(f"{W}pgNumType")
        facts = [
            f"{_mm(size.get(f'{W}w'))} x {_mm(size.get(f'{W}h'))} mm {size.get(f'{W}orient', 'portrait')}",
            *(f"{side} {_mm(margins.get(f'{W}{side}'))}" for side in ("top", "bottom", "left", "right", "header")),
            "first page differs" if section.find(f"{W}titlePg") is not None else "first page alike",
            f"pages from {numbers.get(f'{W}start')}" if numbers is not None else "pages go on",
        ]
        yield f"section {', '.join(facts)}"
        references = section.findall(f"{W}headerReference") + section.findall(f"{W}footerReference")
        for reference in references:
            kind, part = reference.get(f"{W}type"), self._target(reference.get(f"{R}id"))
            for line in self._blocks(self._xml(part), ""):
                yield f"  {etree.QName(reference).localname.removesuffix('Reference')} {kind}: {line}"
        if not references:
            yield "  headers as before"

    def _target(self, identifier: str) -> str:
        relations = self._xml("word/_rels/document.xml.rels")
        (target,) = [each.get("Target") for each in relations if each.get("Id") == identifier]
        return posixpath.normpath(posixpath.join("word", target))


def _words(run: etree._Element) -> Iterator[str]:
    for child in run:
        name = etree.QName(child).localname
        if name in ("t", "instrText"):
            yield child.text or ""
        elif name in ("br", "tab", "cr", "drawing", "pict"):
            yield f"<{name}>"
        elif name == "fldChar":
            yield {"begin": "<field", "separate": ">", "end": "</field>"}[child.get(f"{W}fldCharType")]


def _look(paragraph: etree._Element | None, run: etree._Element | None) -> Look:
    look = Look()
    for element in paragraph if paragraph is not None else ():
        name = etree.QName(element).localname
        if name in _PARAGRAPH_FLAGS:
            look.paragraph[name] = element.get(f"{W}val", "1")
        elif name in ("jc", "outlineLvl"):
            look.paragraph[name] = element.get(f"{W}val")
        elif name in ("spacing", "ind"):
            look.paragraph.update({f"{name}.{etree.QName(key).localname}": str(v) for key, v in element.items()})
        elif name == "pBdr":
            look.paragraph.update({f"rule.{etree.QName(side).localname}": side.get(f"{W}sz") for side in element})
    for element in run if run is not None else ():
        name = etree.QName(element).localname
        if name in _RUN_FLAGS or name in ("sz", "color"):
            look.run[name] = element.get(f"{W}val", "1")
        elif name == "rFonts":
            look.run["font"] = element.get(f"{W}ascii")
    return look


def _described(look: Look) -> str:
    paragraph, run = look.paragraph, look.run
    facts = [f"{int(run.get('sz', '20')) / 2:g}pt", paragraph.get("jc", "left")]
    facts += [name for name in _RUN_FLAGS if run.get(name, "0") not in ("0", "none")]
    facts += [f"{side}={_mm(paragraph[f'ind.{side}'])}" for side in ("left", "right", "firstLine", "hanging")
              if paragraph.get(f"ind.{side}", "0") != "0"]  # fmt: skip
    line, rule = int(paragraph.get("spacing.line", "240")), paragraph.get("spacing.lineRule", "auto")
    facts.append(f"{_pt(paragraph.get('spacing.before', '0'))}+{_pt(paragraph.get('spacing.after', '0'))}")
    facts.append(f"{line / 240:g}x" if rule == "auto" else f"{rule} {line / 20:g}pt")
    facts += [name for name in _PARAGRAPH_FLAGS if paragraph.get(name, "0") == "1" and name != "widowControl"]
    facts += [f"{name} {value}/8pt" for name, value in paragraph.items() if name.startswith("rule.")]
    if "outlineLvl" in paragraph:
        facts.append(f"level {int(paragraph['outlineLvl']) + 1}")
    facts += [f"{name}={run[name]}" for name, usual in (("font", "Times New Roman"), ("color", "000000"))
              if run.get(name) != usual]  # fmt: skip
    return " ".join(facts)


def _mm(twips: str) -> str:
    return f"{int(twips) / 1440 * 25.4:.1f}"


def _pt(twips: str) -> str:
    return f"{int(twips) / 20:g}"
