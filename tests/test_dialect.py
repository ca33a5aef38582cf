"""docs/dialect.md is data: every row of its tables is run, and what docxtpl does too is compared with docxtpl."""

from __future__ import annotations

import inspect
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docxtpl
import pytest
from docxtpl import DocxTemplate
from jinja2.defaults import DEFAULT_FILTERS, DEFAULT_NAMESPACE
from lxml import etree

from generator.diagnostics import Diagnostic, Faulty
from generator.render.engine import FIELDS, fill
from generator.render.filters import FILTERS
from generator.templates import tags
from generator.templates.environment import TemplateEnvironment
from generator.templates.fields import Field
from tests.docx_files import KINDS, R, W, docx, opened, p, root, run, style, table, write
from tests.pictures import png
from tests.unit.templates.filling import compiled, context, fault

PAGE = (Path(__file__).parent.parent / "docs" / "dialect.md").read_text(encoding="utf-8")
DATA: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])
Row = list[str]


def filled(*files: Path, **values: Any) -> bytes:
    """A chain compiled and filled, with a folder of pictures beside it that holds `logo.png`."""
    folder = files[0].parent / "pictures"
    folder.mkdir(exist_ok=True)
    (folder / "logo.png").write_bytes(png(40, 20))
    return fill(compiled(*files), context() | values, (folder,))


def faults(*files: Path, **values: Any) -> list[Diagnostic]:
    try:
        filled(*files, **values)
    except Faulty as faulty:
        return list(faulty.diagnostics)
    return []


def rows(heading: str) -> list[Row]:
    """The cells of every row of the first table under a heading; code without its backticks."""
    part = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def code(cell: str) -> str:
    """The only code of a cell, or nothing."""
    return cell[1:-1] if cell.startswith("`") else cell


def codes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def words_of(tag: str) -> list[str]:
    return re.findall(r"[a-z]+", tag)


def drawn(example: str) -> str:
    """A body in the page's notation."""
    *before, last = example.split("¶¶")
    if "⏎" in last or "¦" in last:
        cells = [[cell.strip() for cell in row.split("¦")] for row in last.split("⏎")]
        body = table(*([_split(cell) for cell in row] for row in cells))
    else:
        body = "".join(p(text.strip()) for text in last.split("¶"))
    return "".join(p(text.strip()) for text in before) + body


def _split(cell: str) -> str:
    """Paragraph tags in a cell stand in paragraphs of their own."""
    found = re.findall(r"\{%p .*?%\}", cell)
    return "".join(map(p, found)) if found else cell


def printed(data: bytes) -> str:
    """A body as the page writes what is printed."""
    shown = []
    for child in root(data)[0]:
        if child.tag == f"{{{W}}}tbl":
            lines = [" ¦ ".join(_words(cell) for cell in row.iter(f"{{{W}}}tc")) for row in child.iter(f"{{{W}}}tr")]
            shown.append(" ⏎ ".join(lines))
        elif child.tag == f"{{{W}}}p":
            shown.append(_words(child))
    return " ¶ ".join(shown)


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{{{W}}}t"))


def body(data: bytes) -> list[bytes]:
    """The XML of everything but the page set-up, which is the Profile's; a cell's properties in one order.

    docxtpl writes a span and a shading before the width, where the schema has them after.
    """
    found = []
    for child in root(data)[0]:
        if child.tag != f"{{{W}}}sectPr":
            child.tail = None
            for properties in child.iter(f"{{{W}}}tcPr"):
                properties[:] = sorted(properties, key=lambda one: str(one.tag))
            found.append(etree.tostring(child, method="c14n"))
    return found


def by_docxtpl(file: Path) -> bytes:
    template = DocxTemplate(str(file))
    template.render({"data": DATA}, autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def ids(found: list[Row]) -> list[str]:
    return [f"{number}-{code(row[0])}" for number, row in enumerate(found, 1)]


NAMED = ("template/unsupported-tag", "template/wrong-tag", "template/syntax")
"""The codes whose messages name what is refused: as it is typed, or by its word."""
SHARED, ADDED, REFUSED, FILTER = rows("As in docxtpl"), rows("Added"), rows("Refused"), rows("Filters")


@pytest.mark.parametrize("row", SHARED, ids=ids(SHARED))
def test_what_docxtpl_does_is_done_as_docxtpl_does_it(row: Row, tmp_path: Path) -> None:
    _tag, _what, example, prints = row
    file = write(tmp_path / "mẫu.docx", drawn(code(example)))
    ours = filled(file, data=DATA)
    assert printed(ours) == code(prints)
    assert body(ours) == body(by_docxtpl(file))


@pytest.mark.parametrize("row", ADDED, ids=ids(ADDED))
def test_what_is_added(row: Row, tmp_path: Path) -> None:
    _tag, _what, base, example, prints = row
    chain = [write(tmp_path / "mẫu.docx", drawn(code(example)))]
    chain += [write(tmp_path / "base.docx", drawn(code(base)))] if base else []
    made = filled(*chain, data=DATA)
    assert prints == "" or printed(made) == code(prints)
    for cell in root(made).iter(f"{{{W}}}tc"):
        assert cell[-1].tag == f"{{{W}}}p"
    assert all(found.rows for found in opened(made).tables)


@pytest.mark.parametrize("row", REFUSED, ids=ids(REFUSED))
def test_what_is_refused(row: Row, tmp_path: Path) -> None:
    tag, _why, _instead, example, wanted = row
    found = faults(write(tmp_path / "mẫu.docx", drawn(code(example))), data=DATA | {"nothing": None})
    assert found[0].code == code(wanted)
    assert found[0].where.file == tmp_path / "mẫu.docx"
    if code(wanted) in NAMED and tag.startswith("`"):
        (name, *_others), message = codes(tag), found[0].message
        assert name in message or any(re.search(rf"[“% ]{w}[” ]", message) for w in words_of(name))
    if code(wanted) == "template/unsupported-tag":
        assert found[0].hint == "xem bảng các thẻ dùng được trong docs/dialect.md"


@pytest.mark.parametrize("row", FILTER, ids=ids(FILTER))
def test_a_filter_makes_what_the_page_says(row: Row, tmp_path: Path) -> None:
    names, _what, example, prints = row
    assert all(re.search(rf"\|\s*{name}\b", code(example)) or f"'{name}'" in example for name in codes(names))
    assert printed(filled(write(tmp_path / "mẫu.docx", drawn(code(example))), data=DATA)) == code(prints)


def test_the_page_has_every_filter() -> None:
    listed = [name for row in FILTER for name in codes(row[0])]
    assert sorted(listed) == sorted(TemplateEnvironment(FILTERS).filters)
    assert listed[: len(FILTERS)] != sorted(listed)
    assert set(listed[: len(FILTERS)]) == set(FILTERS)


def test_the_page_has_every_refused_tag() -> None:
    refused = " ".join(row[0] for row in REFUSED)
    for names in tags._REFUSED.values():
        for name in names.split(", "):
            assert name in refused


def leaves(field: Field, path: str = "") -> Iterator[str]:
    """Names as the page writes them; rules and the outline of an annex are described once."""
    for name, one in (field.names or {}).items():
        here = f"{path}{name}"
        if one.names is None or "length" in one.names or "columns" in one.names or "categories" in one.names:
            yield here
        else:
            yield from leaves(one, f"{here}.")
        if one.element is not None and one.element.names and not path:
            yield from leaves(one.element, f"{here}[].")


def test_the_page_has_every_field() -> None:
    assert sorted(name for row in rows("Fields") for name in codes(row[0])) == sorted(leaves(FIELDS))


def test_the_names_of_the_vietnamese_summary_are_sound(tmp_path: Path) -> None:
    summary = rows("Tóm tắt cho người soạn mẫu")
    for row in summary:
        for tag in codes(row[0]):
            if tag.startswith("{{") and "super" not in tag:
                assert faults(write(tmp_path / "mẫu.docx", p(tag))) == []


# docxtpl, whole

PART, RICH, HELPER = rows("Parts of the file"), rows("Rich text"), rows("Helpers of docxtpl")
HELPERS = [name for row in HELPER for name in re.findall(r"`(\w+)`", row[0])]
STEPS = {
    *("xml_to_string", "patch_xml", "build_xml", "map_tree", "fix_tables", "fix_docpr_ids", "resolve_listing"),
    *("render_init", "render_xml_part", "get_headers_footers", "get_part_xml", "get_headers_footers_encoding"),
    *("build_headers_footers_xml", "map_headers_footers_xml", "get_file_crc", "pre_processing", "post_processing"),
    *("HEADER_URI", "FOOTER_URI"),
}
"""What docxtpl does inside, and nobody is told to call."""


@pytest.mark.parametrize("name", HELPERS)
def test_a_helper_of_docxtpl_is_refused_by_its_name(name: str, tmp_path: Path) -> None:
    for tag in (f"{{{{ {name}('a') }}}}", f"{{{{ {name} }}}}", f"{{{{r {name}('a') }}}}"):
        found = faults(write(tmp_path / "mẫu.docx", p("x") + p(tag)))
        if not tag.startswith("{{r"):
            assert (found[0].code, found[0].where.paragraph) == ("template/unknown-field", 2)
            assert f"“{name}”" in found[0].message
        assert found


def test_docxtpl_has_nothing_that_the_page_does_not_have() -> None:
    classes = {name for name, one in vars(docxtpl).items() if inspect.isclass(one)}
    methods = {name for name in vars(DocxTemplate) if not name.startswith("_")}
    given = set(inspect.signature(DocxTemplate.render).parameters) - {"self", "context"}
    assert classes | methods | given <= set(HELPERS) | STEPS
    # Subdoc is there only where a library that docxtpl does not ask for is installed.
    assert set(HELPERS) - classes - methods - given <= {"Subdoc"}


def test_a_rich_text_has_nothing_that_the_page_does_not_have() -> None:
    listed = {name for row in RICH for name in codes(row[0])}
    assert listed == set(inspect.signature(docxtpl.RichText.add).parameters) - {"self", "text"}


@pytest.mark.parametrize("row", [row for row in RICH if row[2]], ids=lambda row: code(row[0]))
@pytest.mark.parametrize("tag", ["{{ data.name }}", "{{r data.name | formatted }}"])
def test_what_a_tag_prints_looks_as_the_tag(row: Row, tag: str, tmp_path: Path) -> None:
    parts = docx(p(run(f"a {tag} b", code(row[2])) + run("c")), styles=style("Strong", "Strong", kind="character"))
    made = root(filled(write(tmp_path / "mẫu.docx", parts), data=DATA))
    runs = [one for one in made.iter(f"{{{W}}}r") if _words(one)]
    assert "".join(map(_words, runs)) == "a Cái Răng bc"
    for one in runs[:-1]:
        found = one.find(f"{{{W}}}rPr")
        assert found is not None
        assert code(row[2]) in re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(found).decode())


def test_a_tag_inside_a_link_is_the_words_of_the_link(tmp_path: Path) -> None:
    tags = run("{{ data.name }} {{r data.name | formatted }}{{r data.logo | picture(9) }}", "<w:u/>")
    body = p(f'<w:hyperlink r:id="rIdL">{tags}</w:hyperlink>')
    link = {"rIdL": ("hyperlink", "https://example.org/", "External")}
    made = root(filled(write(tmp_path / "mẫu.docx", docx(body, links=link)), data=DATA))  # type: ignore[arg-type]
    (found,) = made.iter(f"{{{W}}}hyperlink")
    assert found.get(f"{{{R}}}id") == "rIdL"
    assert _words(found) == "Cái Răng Cái Răng"
    assert len(list(found.iter("{*}inline"))) == 1


def in_part(name: str, example: str) -> dict[str, bytes]:
    if name == "document":
        return docx(drawn(example))
    if name == "title":
        return docx(p("x"), title=example)
    note = name[:-1] if name.endswith("notes") else ""
    inside = f'<w:{note} w:id="2">{drawn(example)}</w:{note}>' if note else drawn(example)
    return docx(p("x"), beside={name: inside})


@pytest.mark.parametrize("row", PART, ids=lambda row: code(row[0]))
def test_tags_in_every_part(row: Row, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "endnotes", KINDS["footnotes"].replace("foot", "end"))
    name, there, example, prints = map(code, row)
    file = write(tmp_path / "mẫu.docx", in_part(name, example))
    ours, theirs = filled(file, data=DATA), by_docxtpl(file)
    if name == "title":
        assert opened(ours).core_properties.title == prints
        assert opened(theirs).core_properties.title == prints.replace("&", "&amp;").replace("<", "&lt;")
        return
    found = [root(data, f"word/{name}.xml") for data in (ours, theirs)]
    assert " ¶ ".join(_words(one) for one in found[0].iter(f"{{{W}}}p")) == prints
    same = [etree.tostring(one, method="c14n") for data in found for one in data.iter(f"{{{W}}}p")]
    half = len(same) // 2
    assert (same[:half] == same[half:]) == (there == "as here")


@pytest.mark.parametrize("name", sorted(set(DEFAULT_FILTERS) - set(TemplateEnvironment(FILTERS).filters)))
def test_a_filter_that_is_gone_is_refused_by_its_name(name: str, tmp_path: Path) -> None:
    found = fault(write(tmp_path / "mẫu.docx", p(f"{{{{ subject | {name} }}}}")))
    assert (found.code, f"“{name}”" in found.message) == ("template/unknown-filter", True)


@pytest.mark.parametrize("name", sorted(set(DEFAULT_NAMESPACE) - {"range", "namespace"}))
def test_a_function_that_is_gone_is_refused_by_its_name(name: str, tmp_path: Path) -> None:
    found = faults(write(tmp_path / "mẫu.docx", p(f"{{{{ {name}() }}}}")))
    assert (found[0].code, f"“{name}”" in found[0].message) == ("template/unknown-field", True)


def test_a_row_that_is_wrong_would_be_seen(tmp_path: Path) -> None:
    assert len(SHARED) > 15
    assert len(REFUSED) > 15
    assert printed(filled(write(tmp_path / "mẫu.docx", drawn("a ¦ b ⏎ c ¦ d")))) == "a ¦ b ⏎ c ¦ d"
    assert fault(write(tmp_path / "mẫu.docx", drawn("a ⏎ {{ x }}"))).where.part == "thân văn bản, bảng 1, dòng 2, ô 1"
