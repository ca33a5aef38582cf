"""What docxtpl makes of a template, all three make: docxtpl itself, our ordinary way, and the fast one.

The table of docs/dialect.md has the tags; each is filled with several data. What is compared is what a reader of the
file can ask for: texts, styles, tables with their rows and cells, runs and their formatting.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from generator.render.engine import fill
from generator.render.joining import Packages
from tests.docx_files import p, run, table, write
from tests.joining import contents, joined
from tests.test_dialect import DATA, SHARED, code, drawn, ids
from tests.unit.templates.filling import compiled, context

OTHER: dict[str, Any] = {
    "name": "Ấp “Thới & Hòa” <1> {{ x }}",
    "day": "2025-02-03",
    "yes": False,
    "no": True,
    "number": 2,
    "amount": 5,
    "text": "]]> ' \"",
    "stressed": "không có gì",
    "colour": "00FF00",
    "logo": "logo.png",
    "lines": [],
    "numbers": [12, 7],
    "rows": [{"a": "một < hai", "b": "\U000f8e1a0:0\U000f8e1b"}],
}
LONG: dict[str, Any] = DATA | {"lines": ["ba", "bốn", "năm & sáu"], "rows": [{"a": str(n), "b": ""} for n in range(5)]}
VALUES = {"page": DATA, "other": OTHER, "long": LONG}

FORMATTED = [
    p(run("Kính gửi: ", "<w:b/>"), run("{{ data.name }}", '<w:i/><w:color w:val="FF0000"/>'), run(" ./.")),
    p(run("{% if data.yes %}", "<w:b/>"), run("có", "<w:b/>"), run("{% else %}"), run("không"), run("{% endif %}")),
    p(run("{{ da", "<w:b/>"), run("ta.name }}", "<w:i/>"), style="VtBody"),
    table(
        ("Tên", "Số"),
        ("{%tr for r in data.rows %}", ""),
        (p(run("{{ r.a }}", "<w:b/>")), "{{ r.b }}"),
        ("{%tr endfor %}", ""),
    ),
    table((p("{%p for l in data.lines %}") + p(run("- {{ l }}", "<w:i/>")) + p("{%p endfor %}") + p("hết"), "b")),
    table((table(("{{ data.name }}", "{{ data.text }}")) + p(""), "{{ data.amount }}")),
]  # fmt: skip
BODIES = [drawn(code(row[2])) for row in SHARED] + FORMATTED
NAMED = [*ids(SHARED), *(f"formatted-{number}" for number in range(len(FORMATTED)))]


def by_docxtpl(file: Path, data: dict[str, Any]) -> bytes:
    template = DocxTemplate(str(file))
    template.render({"data": data}, autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def structure(data: bytes) -> list[Any]:
    """What stands in the body, tables within tables."""
    return [_block(child) for child in docx.Document(io.BytesIO(data)).element.body if child.tag != qn("w:sectPr")]


def _block(element: Any) -> Any:
    if element.tag == qn("w:tbl"):
        rows = [[_cell(cell) for cell in row.iter(qn("w:tc")) if cell.getparent() is row] for row in element.tr_lst]
        return ("table", len(element.tblGrid), rows)
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    runs = [(_look(one), "".join(text.text or "" for text in one.iter(qn("w:t")))) for one in element.iter(qn("w:r"))]
    return ("paragraph", None if style is None else style.get(qn("w:val")), [each for each in runs if each[1]])


def _cell(cell: Any) -> Any:
    properties = sorted((one.tag, sorted(one.attrib.items())) for one in (cell.tcPr if cell.tcPr is not None else ()))
    return properties, [_block(child) for child in cell if child.tag != qn("w:tcPr")]


def _look(run: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    return sorted((one.tag, sorted(one.attrib.items())) for one in (run.rPr if run.rPr is not None else ()))


@pytest.mark.unsound_document("raw leaves braces in the document")
@pytest.mark.parametrize("values", VALUES)
@pytest.mark.parametrize("body", BODIES, ids=NAMED)
def test_all_ways_make_the_same_document(body: str, values: str, tmp_path: Path) -> None:
    data = VALUES[values]
    file = write(tmp_path / "mẫu.docx", body)
    template, shared = compiled(file), context() | {"data": {}}
    ours = fill(template, shared | {"data": data})
    assert structure(ours) == structure(by_docxtpl(file, data))
    fast = joined(Packages(), template, shared, {"data": data})
    assert fast in (None, contents(ours))


def test_every_tag_goes_the_fast_way(tmp_path: Path) -> None:
    slow = []
    for body, name in zip(BODIES, NAMED, strict=True):
        template = compiled(write(tmp_path / "mẫu.docx", body))
        if joined(Packages(), template, context() | {"data": {}}, {"data": DATA}) is None:
            slow.append(name)
    assert slow == []
