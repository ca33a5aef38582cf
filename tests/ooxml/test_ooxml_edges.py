"""Documents at the edge of what Word takes; what does not hold yet begins to pass when it does, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents import document, plan_with
from tests.docx_files import docx, p, parts_of, picture, png, table, write
from tests.ooxml import audit, own
from tests.unit.templates.filling import filled

pytestmark = pytest.mark.unsound_document("shows what does not hold")


def test_a_long_subject_fits_the_properties() -> None:
    assert own.faults(document(plan=plan_with(subject="tuyên truyền đại hội đảng bộ các cấp " * 8))) == []


@pytest.mark.parametrize("tag", ["{% colspan 2 %}", "{% cellbg 'FF0000' %}"])
def test_properties_of_a_cell_stand_in_order(tag: str, tmp_path: Path) -> None:
    assert audit.faults(filled(write(tmp_path / "mẫu.docx", table((f"{tag}a",), ("b", "c"))))) == []


def test_drawings_over_a_document_that_was_made(tmp_path: Path) -> None:
    block = p("{%p block a %}") + p("{%p endblock %}")
    base = write(tmp_path / "base.docx", docx(p("đầu") + block))

    def child(name: str) -> Path:
        body = p('{%p extends "base" %}') + p("{%p block a %}") + p(picture("rId7")) + p("{%p endblock %}")
        links = {"rId7": ("image", "media/image1.png")}
        parts = docx(body, links=links, parts={"word/media/image1.png": png(len(name))}, types={"png": "image/png"})
        return write(tmp_path / f"{name}.docx", parts)

    parts = parts_of(filled(child("first"), base))
    again = parts["word/document.xml"].replace(b"<w:sectPr", block.encode() + b"<w:sectPr", 1)
    made = write(tmp_path / "again.docx", parts | {"word/document.xml": again})
    assert own.faults(filled(child("second"), made)) == []


def test_what_is_far_from_an_edge_is_sound(tmp_path: Path) -> None:
    """The control: what is the same but for the gap has no fault."""
    assert own.faults(document(plan=plan_with(subject="tuyên truyền đại hội"))) == []
    assert audit.faults(filled(write(tmp_path / "mẫu.docx", table(("a", "d"), ("b", "c"))))) == []
