"""What must hold inside every part with text: tables, cells, fields, bookmarks, notes, pictures, texts."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.ooxml.package_rules import twice
from tests.ooxml.wordfile import WP, W, WordFile, w

_MOST_COLUMNS = 63
_LONGEST_BOOKMARK = 40
_HOLDERS = ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
_TRANSPARENT = ("sdt", "sdtContent", "customXml", "ins", "smartTag")
_WRONG_PARENTS = {"p": ("p", "r", "t"), "r": ("r", "t"), "t": ("p", "t"), "tbl": ("p", "tr", "tbl"), "tr": ("tc", "tr")}
_BLOCKS = ("p", "tbl", "tr", "tc")
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def inner(element: etree._Element) -> Iterator[etree._Element]:
    """Its paragraphs, tables, rows or cells, those in content controls too."""
    for child in element.iterchildren("*"):
        if local(child) in _BLOCKS:
            yield child
        elif local(child) in _TRANSPARENT:
            yield from inner(child)


def number(element: etree._Element, path: str, otherwise: int) -> int:
    """The `w:val` of an element inside."""
    found = element.find(path, {"w": W})
    return int(found.get(w("val"), otherwise)) if found is not None else otherwise


def holders(file: WordFile) -> Iterator[str]:
    for name, root in file.stories.items():
        for cell in root.iter(w("tc")):
            blocks = [local(child) for child in inner(cell)]
            if blocks[-1:] != ["p"]:
                yield f"{name}: a cell that does not end with a paragraph"
        for tag in _HOLDERS:
            for holder in root.iter(w(tag)):
                if not list(inner(holder)):
                    yield f"{name}: {tag} without a paragraph"


def tables(file: WordFile) -> Iterator[str]:
    for name, root in file.stories.items():
        for table in root.iter(w("tbl")):
            columns = len(table.findall("w:tblGrid/w:gridCol", {"w": W}))
            rows = [row for row in inner(table) if local(row) == "tr"]
            if not rows:
                yield f"{name}: a table without rows"
            if table.find(w("tblPr")) is None or not columns:
                yield f"{name}: a table without properties or grid"
            if columns > _MOST_COLUMNS:
                yield f"{name}: a table of {columns} columns"
            for row in rows:
                cells = [cell for cell in inner(row) if local(cell) == "tc"]
                if not cells:
                    yield f"{name}: a row without cells"
                beside = number(row, "w:trPr/w:gridBefore", 0) + number(row, "w:trPr/w:gridAfter", 0)
                wide = beside + sum(number(cell, "w:tcPr/w:gridSpan", 1) for cell in cells)
                if cells and wide > columns:
                    yield f"{name}: a row {wide} columns wide in a grid of {columns}"
            yield from _merged(name, rows)


def _merged(name: str, rows: list[etree._Element]) -> Iterator[str]:
    """A cell that goes on from above needs one above that it goes on from."""
    above: dict[int, bool] = {}
    for row in rows:
        at, current = number(row, "w:trPr/w:gridBefore", 0), {}
        for cell in (each for each in inner(row) if local(each) == "tc"):
            merge = cell.find("w:tcPr/w:vMerge", {"w": W})
            goes_on = merge is not None and merge.get(w("val"), "continue") == "continue"
            if goes_on and not above.get(at):
                yield f"{name}: a cell goes on from none above it"
            current[at] = merge is not None
            at += number(cell, "w:tcPr/w:gridSpan", 1)
        above = current


def fields(file: WordFile) -> Iterator[str]:
    for name, root in file.stories.items():
        open_fields: list[str] = []
        for element in root.iter(w("fldChar"), w("instrText")):
            kind = element.get(w("fldCharType"), "")
            if local(element) == "instrText":
                if open_fields[-1:] != ["begin"]:
                    yield f"{name}: a field's code outside of a field"
            elif kind == "begin":
                open_fields.append(kind)
            elif not open_fields or (kind == "separate" and open_fields[-1] != "begin"):
                yield f"{name}: a field's {kind} without its begin"
            elif kind == "separate":
                open_fields[-1] = kind
            elif kind == "end":
                open_fields.pop()
            else:
                yield f"{name}: a field mark of kind {kind!r}"
        if open_fields:
            yield f"{name}: a field that is not closed"


def ranges(file: WordFile) -> Iterator[str]:
    """Bookmarks and commented ranges begin and end, once each, in this order."""
    names: list[str] = []
    for name, root in file.stories.items():
        for kind in ("bookmark", "commentRange"):
            begun: list[str] = []
            ended: list[str] = []
            for element in root.iter(w(f"{kind}Start"), w(f"{kind}End")):
                identifier = element.get(w("id"), "")
                if local(element) == f"{kind}End":
                    if identifier not in begun:
                        yield f"{name}: {kind} {identifier} ends before it begins"
                    ended.append(identifier)
                    continue
                begun.append(identifier)
                if kind == "bookmark":
                    names.append(element.get(w("name"), ""))
            for identifier in twice(begun) + twice(ended):
                yield f"{name}: {kind} {identifier} twice"
            for identifier in set(begun) - set(ended):
                yield f"{name}: {kind} {identifier} does not end"
    for each in twice(names):
        yield f"bookmark name {each} twice"
    for each in names:
        if not each or len(each) > _LONGEST_BOOKMARK or any(sign.isspace() for sign in each):
            yield f"bookmark name {each!r}"


def notes(file: WordFile) -> Iterator[str]:
    for word in ("footnote", "endnote", "comment"):
        root = file.of_type(f"{word}s")
        known = [one.get(w("id"), "") for one in root.iter(w(word))] if root is not None else []
        for identifier in twice(known):
            yield f"{word} {identifier} twice"
        for name, story in file.stories.items():
            for one in story.iter(w(f"{word}Reference")):
                if one.get(w("id")) not in known:
                    yield f"{name}: no {word} {one.get(w('id'))}"


def pictures(file: WordFile) -> Iterator[str]:
    identifiers = [one.get("id", "") for root in file.stories.values() for one in root.iter(f"{{{WP}}}docPr")]
    for identifier in twice(identifiers):
        yield f"drawing {identifier} twice"
    for name, root in file.stories.items():
        for extent in root.iter(f"{{{WP}}}extent"):
            if any(not 0 <= int(extent.get(side, -1)) <= 27_273_042_316_900 for side in ("cx", "cy")):
                yield f"{name}: a drawing of no size"


def identifiers(file: WordFile) -> Iterator[str]:
    for name, root in file.stories.items():
        found = [one.get(f"{{{_W14}}}paraId") for one in root.iter(w("p"), w("tr"))]
        given = [one for one in found if one is not None]
        for identifier in twice(given):
            yield f"{name}: paragraph id {identifier} twice"
        for identifier in given:
            if len(identifier) != 8 or not 0 < int(identifier, 16) < 0x80000000:
                yield f"{name}: paragraph id {identifier}"
        for changed in twice(one.get(w("id"), "") for one in root.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))):
            yield f"{name}: change {changed} twice"


def words(file: WordFile) -> Iterator[str]:
    """Texts that Word would show otherwise than they are stored, and elements where only text may be."""
    for name, root in file.stories.items():
        for text in root.iter(w("t"), w("instrText")):
            held = text.text or ""
            if len(text):
                yield f"{name}: {local(text[0])} inside of a text"
            if held != held.strip(" \t\r\n") and text.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                yield f"{name}: spaces at the end of {held!r} are lost"
            if local(text) == "t" and any(sign in held for sign in "\t\r\n"):
                yield f"{name}: a line break or tab as a character in {held!r}"
        for tag, parents in _WRONG_PARENTS.items():
            for element in root.iter(w(tag)):
                parent = element.getparent()
                if parent is not None and local(parent) in parents:
                    yield f"{name}: {tag} directly inside of {local(parent)}"


RULES = (holders, tables, fields, ranges, notes, pictures, identifiers)
