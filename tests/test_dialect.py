"""docs/dialect.md is data: every row of its tables is run, and what docxtpl does too is compared with docxtpl."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from generator.render.engine import FIELDS
from generator.render.filters import FILTERS
from generator.templates import tags
from generator.templates.environment import TemplateEnvironment
from generator.templates.fields import Field
from tests.docx_files import W, opened, p, root, table, write
from tests.unit.templates.filling import fault, faults, filled

PAGE = (Path(__file__).parent.parent / "docs" / "dialect.md").read_text(encoding="utf-8")
DATA: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])
Row = list[str]


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
    """The XML of everything but the page set-up, which is the Profile's."""
    found = []
    for child in root(data)[0]:
        if child.tag != f"{{{W}}}sectPr":
            child.tail = None
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
    if code(wanted) == "template/unsupported-tag":
        assert code(tag) in found[0].message
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
        if one.names is None or "length" in one.names or "columns" in one.names:
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


def test_a_row_that_is_wrong_would_be_seen(tmp_path: Path) -> None:
    assert len(SHARED) > 15
    assert len(REFUSED) > 15
    assert printed(filled(write(tmp_path / "mẫu.docx", drawn("a ¦ b ⏎ c ¦ d")))) == "a ¦ b ⏎ c ¦ d"
    assert fault(write(tmp_path / "mẫu.docx", drawn("a ⏎ {{ x }}"))).where.part == "thân văn bản, bảng 1, dòng 2, ô 1"
