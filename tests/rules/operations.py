"""Small changes of a DOCX, each with a name: what a case of a rule does to a document that has no fault.

How to write cases
------------------
`tests/rules/<family>/<rule>.yaml` holds the cases of the rule `<family>/<rule>` (`tests/rules/look/` those of the rules
on the look of components). Each is a document, one change or a list of changes, and the rules that then find
something, exactly::

    - document: plan-party-hd05            # a key of tests/rules/documents.py
      change: {op: run, text: Một đoạn, size: 13pt}
      expect: [components/size]

`expect: []` is a change that must stay without a finding; it does not count as a case that makes a rule speak.
`profile: {body.line_spacing: 20pt, page.duplex: "true"}` beside them narrows the regime to these exact values first.
`test_rules_mutations.py` runs them all, and a rule that no case makes speak is a failure.

How an operation finds its place
--------------------------------
`text:` the first paragraph that holds these words; `in_style: VtRule` one that has this style (empty ones, too);
`nth: 2` the second such; `part: word/header1.xml` in another part than the body. Nothing found is an error.

The operations (lengths are written `13pt`, `10mm`)
---------------------------------------------------
run         set the look of all words of a paragraph, or with `words:` of these only: size, bold, italic, underline
            (`single`, `none`), font, ascii_font, vietnamese_font, theme_font, colour, highlight, shading, hidden,
            caps, small_caps, strike, vertical, spacing, scale, outline, shadow
paragraph   set alignment, first_line, hanging, left, right, before, after, line (`exactly 17pt`, `at least 14pt`,
            `1.5`), contextual, page_break_before, fill, border (`bottom single 0.75pt`; empty takes all away) …
style       the same, of the style `id:` (`VtBody`), words and paragraph together
default     the same, of the document's defaults
page        of all sections, or `section: 1`: top, bottom, left, right, header, footer, gutter, width, height,
            landscape, title_page, start, format; and of the document: mirror
replace     within a paragraph `old:` becomes `new:`, the look of its first letter kept; `\\n`, `\\t` become breaks
insert      a paragraph `new:` `after:`/`before:` the one with these words; `in_style:` and looks as above
delete      a paragraph
move        a paragraph `after:`/`before:` the one with these words
empty       `count:` empty paragraphs `after:` the one with these words, or `at_end: true`; `in_style:` and looks
break       `kind: page|line|column` `before:` words of the paragraph
field       take the fields `drop: PAGE` out of `part:`, or put one at the end of the paragraph: `add: PAGE`
number_in_footer   the header with the number of the page becomes a footer
split_section  a section break `after:` the paragraph with these words; the pages behind it `start:` anew
join_section   the break at the end of `section:` becomes a page break
add_part    an empty part `name:` in the package
table       of the table with `text:`: header (rows repeated), cant_split; `delete: true`
add_table   an empty table at the end, or one with `rows: [[…]]`, `header:`, `cant_split:`, and looks of its words
track       the words of a paragraph are a tracked insertion
comment     a comment on a paragraph
xml         `old:` (a regular expression) becomes `new:` in the XML of `part:`; the last resort
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.rules.package import (
    HEADER,
    MAIN,
    PARAGRAPH,
    RUN,
    Element,
    Package,
    child,
    drop,
    element,
    properties_of,
    put,
    runs,
    set_all,
    text_of,
    twips,
    w,
    write,
)

Operation = Callable[..., None]
OPERATIONS: dict[str, Operation] = {}
_PLACE = ("text", "in_style", "nth", "part")
_PAGE = ("top", "bottom", "left", "right", "header", "footer", "gutter")


def change(document: bytes, operations: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> bytes:
    """The document after one operation, or several in order."""
    package = Package(document)
    for wanted in [operations] if isinstance(operations, Mapping) else operations:
        parameters = dict(wanted)
        OPERATIONS[parameters.pop("op")](package, **parameters)
    return package.saved()


def operation(function: Operation) -> Operation:
    OPERATIONS[function.__name__.strip("_")] = function
    return function


def _found(package: Package, wanted: dict[str, Any]) -> Element:
    return package.paragraph(**{name: wanted.pop(name) for name in _PLACE if name in wanted})


@operation
def run(package: Package, words: str = "", **wanted: Any) -> None:
    paragraph = _found(package, wanted)
    chosen = [_cut_out(paragraph, words)] if words else list(runs(paragraph))
    for each in chosen:
        set_all(properties_of(each), RUN, wanted)


def _cut_out(paragraph: Element, words: str) -> Element:
    """These words as a run of their own; they must stand in one run."""
    for each in runs(paragraph):
        text = text_of(each)
        if words in text:
            before, _words, after = text.partition(words)
            for piece, put_it in ((before, each.addprevious), (after, each.addnext)):
                if piece:
                    other = copy.deepcopy(each)
                    write(other, piece)
                    put_it(other)
            write(each, words)
            return each
    raise LookupError(words)


@operation
def paragraph(package: Package, **wanted: Any) -> None:
    found = _found(package, wanted)
    set_all(properties_of(found), PARAGRAPH, wanted)


@operation
def style(package: Package, id: str, **wanted: Any) -> None:
    _set_both(package.style(id), wanted)


@operation
def default(package: Package, **wanted: Any) -> None:
    defaults = package.tree("word/styles.xml").find(w("docDefaults"))
    _set_look(child(child(defaults, "pPrDefault"), "pPr"), child(child(defaults, "rPrDefault"), "rPr"), wanted)


def _set_both(holder: Element, wanted: Mapping[str, Any]) -> None:
    _set_look(child(holder, "pPr"), child(holder, "rPr"), wanted)


def _set_look(of_paragraph: Element, of_run: Element, wanted: Mapping[str, Any]) -> None:
    unknown = wanted.keys() - PARAGRAPH.keys() - RUN.keys()
    if unknown:
        raise LookupError(str(unknown))
    set_all(of_paragraph, PARAGRAPH, {name: value for name, value in wanted.items() if name in PARAGRAPH})
    set_all(of_run, RUN, {name: value for name, value in wanted.items() if name in RUN})


@operation
def page(package: Package, section: int | None = None, mirror: bool | None = None, **wanted: Any) -> None:
    if mirror is not None:
        put(package.tree("word/settings.xml"), "mirrorMargins", val=int(mirror))
    for each in package.sections if section is None else [package.sections[section - 1]]:
        for name, value in wanted.items():
            _set_page(each, name, value)


def _set_page(section: Element, name: str, value: Any) -> None:
    size = child(section, "pgSz")
    if name in _PAGE:
        put(section, "pgMar", **{name: twips(value)})
    elif name in ("width", "height"):
        put(section, "pgSz", **{name[0]: twips(value)})
    elif name == "landscape":
        sides = sorted((int(size.get(w("w"))), int(size.get(w("h")))), reverse=bool(value))
        put(section, "pgSz", w=sides[0], h=sides[1], orient="landscape" if value else None)
    elif name == "title_page":
        put(section, "titlePg", val=int(value))
    elif name in ("start", "format"):
        put(section, "pgNumType", **{{"format": "fmt"}.get(name, name): value})
    else:
        raise LookupError(name)


@operation
def replace(package: Package, old: str, new: str, **wanted: Any) -> None:
    found = _found(package, wanted or {"text": old})
    for each in runs(found):
        text = text_of(each)
        if old in text:
            write(each, text.replace(old, new, 1))
            return
    whole = text_of(found)
    if old not in whole:
        raise LookupError(old)
    first, *others = runs(found)
    write(first, whole.replace(old, new, 1))
    for other in others:
        other.getparent().remove(other)


@operation
def insert(package: Package, new: str = "", after: str = "", before: str = "", **wanted: Any) -> None:
    place = {name: wanted.pop(name) for name in ("nth", "part") if name in wanted}
    beside = package.paragraph(text=after or before, **place)
    made = _paragraph(new, wanted)
    beside.addnext(made) if after else beside.addprevious(made)


def _paragraph(text: str, wanted: Mapping[str, Any]) -> Element:
    made = element("p")
    look = {name: value for name, value in wanted.items() if name in PARAGRAPH}
    words = {name: value for name, value in wanted.items() if name not in PARAGRAPH}
    set_all(properties_of(made), PARAGRAPH, look)
    if text:
        run = element("r")
        write(run, text)
        set_all(properties_of(run), RUN, words)
        made.append(run)
    else:
        set_all(child(properties_of(made), "rPr"), RUN, words)
    return made


@operation
def delete(package: Package, **wanted: Any) -> None:
    found = _found(package, wanted)
    found.getparent().remove(found)


@operation
def move(package: Package, after: str = "", before: str = "", **wanted: Any) -> None:
    found = _found(package, wanted)
    beside = package.paragraph(text=after or before)
    beside.addnext(found) if after else beside.addprevious(found)


@operation
def empty(package: Package, count: int = 1, after: str = "", at_end: bool = False, **wanted: Any) -> None:
    for _number in range(count):
        made = _paragraph("", wanted)
        if at_end:
            package.body[-1].addprevious(made)
        else:
            package.paragraph(text=after).addnext(made)


@operation
def break_(package: Package, before: str, kind: str = "line", **wanted: Any) -> None:
    found = _found(package, wanted or {"text": before})
    cut = _cut_out(found, before)
    made = element("r")
    made.append(element("br", **({} if kind == "line" else {"type": kind})))
    cut.addprevious(made)


@operation
def field(package: Package, part: str = MAIN, drop: str = "", add: str = "", **wanted: Any) -> None:
    if drop:
        for each in list(package.tree(part).iter(w("instrText"))):
            if drop in (each.text or ""):
                _drop_field(each.getparent().getparent())
        return
    found = package.paragraph(part=part, **wanted)
    simple = element("fldSimple", instr=f" {add} ")
    run = element("r")
    write(run, "2")
    simple.append(run)
    found.append(simple)


def _drop_field(paragraph: Element) -> None:
    for each in paragraph.findall(w("r")):
        paragraph.remove(each)


@operation
def number_in_footer(package: Package) -> None:
    package.replace_part(HEADER, package.text_of(HEADER).replace("w:hdr", "w:ftr"))
    links = "word/_rels/document.xml.rels"
    xml(package, r'relationships/header"( Target="header1\.xml")', r'relationships/footer"\1', part=links)
    xml(package, r"(/word/header1\.xml\"[^>]*wordprocessingml\.)header", r"\1footer", part="[Content_Types].xml")
    for section in package.sections:
        for each in section.findall(w("headerReference")):
            if each.get(w("type")) == "default":
                each.tag = w("footerReference")


@operation
def split_section(package: Package, after: str, start: int | None = None) -> None:
    last = package.sections[-1]
    properties_of(package.paragraph(text=after)).append(copy.deepcopy(last))
    if start is not None:
        put(last, "pgNumType", start=start)


@operation
def join_section(package: Package, section: int) -> None:
    found = package.sections[section - 1]
    holder = found.getparent()
    holder.remove(found)
    made = element("r")
    made.append(element("br", type="page"))
    holder.getparent().append(made)


@operation
def add_part(package: Package, name: str) -> None:
    package.parts[name] = b""


@operation
def table(package: Package, text: str, delete: bool = False, **wanted: Any) -> None:
    found = package.paragraph(text=text)
    while found.tag != w("tbl"):
        found = found.getparent()
    if delete:
        found.getparent().remove(found)
    for row in found.findall(w("tr")):
        properties = child(row, "trPr", first=True)
        for name, tag in (("header", "tblHeader"), ("cant_split", "cantSplit")):
            if name in wanted and (name != "header" or not wanted[name]):
                drop(properties, tag)
            if wanted.get(name) and (name != "header" or row is found.find(w("tr"))):
                put(properties, tag)


@operation
def add_table(package: Package, rows: Sequence[Sequence[str]] = (("", ""),), after: str = "", **wanted: Any) -> None:
    marks = {name: wanted.pop(name) for name in ("header", "cant_split") if name in wanted}
    made = element("tbl")
    put(child(made, "tblPr"), "tblW", w=0, type="auto")
    grid = child(made, "tblGrid")
    for _cell in rows[0]:
        grid.append(element("gridCol", w=3000))
    for texts in rows:
        row = element("tr")
        if marks.get("header") and texts is rows[0]:
            put(child(row, "trPr"), "tblHeader")
        if marks.get("cant_split"):
            put(child(row, "trPr"), "cantSplit")
        for text in texts:
            cell = element("tc")
            cell.append(_paragraph(text, wanted))
            row.append(cell)
        made.append(row)
    if after:
        package.paragraph(text=after).addnext(made)
    else:
        package.body[-1].addprevious(made)


@operation
def track(package: Package, **wanted: Any) -> None:
    found = _found(package, wanted)
    first = next(iter(runs(found)))
    inserted = element("ins", id=900, author="A", date="2026-06-01T00:00:00Z")
    first.addprevious(inserted)
    inserted.append(first)


@operation
def comment(package: Package, **wanted: Any) -> None:
    found = _found(package, wanted)
    reference = element("r")
    reference.append(element("commentReference", id=0))
    found.append(reference)
    namespace = f'xmlns:w="{w("x")[1:-2]}"'
    body = "<w:p><w:r><w:t>Xem lại.</w:t></w:r></w:p>"
    package.parts["word/comments.xml"] = (
        f'<w:comments {namespace}><w:comment w:id="0" w:author="A">{body}</w:comment></w:comments>'.encode()
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    xml(
        package,
        "</Relationships>",
        f'<Relationship Id="rIdNote" Type="{kind}" Target="comments.xml"/></Relationships>',
        part="word/_rels/document.xml.rels",
    )
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    xml(
        package,
        "</Types>",
        f'<Override PartName="/word/comments.xml" ContentType="{content}"/></Types>',
        part="[Content_Types].xml",
    )


@operation
def xml(package: Package, old: str, new: str, part: str = MAIN) -> None:
    changed, count = re.subn(old, new, package.text_of(part))
    if not count:
        raise LookupError(old)
    package.replace_part(part, changed)
