"""Hostile templates on the way of `vanthu render`: made by a job, in the confined process, with real limits.

Nothing here knows an attack: the tables beside it do.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.pipeline.job import Status
from generator.pipeline.produce import produce
from tests.documents import job
from tests.docx_files import docx, p, write

SECONDS = 10.0
"""A hostile template is refused in this time, whatever it does."""
CONTENT = "{{p outline | typeset }}"
PLACES = {
    "document": "thân văn bản",
    "header1": "đầu trang",
    "footer1": "chân trang",
    "footnotes": "chú thích",
    "title": "thuộc tính tệp",
}
"""The parts that hold tags, and what people call them."""


def holding(text: str, where: str) -> dict[str, bytes]:
    """A document that prints its content, with a text in one of the places."""
    match where:
        case "document":
            return docx(p(CONTENT), p(text))
        case "title":
            return docx(p(CONTENT), title=text)
        case "footnotes":
            return docx(p(CONTENT), beside={where: f'<w:footnote w:id="1">{p(text)}</w:footnote>'})
    return docx(p(CONTENT), beside={where: p(text)})


def refused(folder: Path, template: Mapping[str, bytes] | bytes | Path) -> tuple[Diagnostic, ...]:
    """Why no document is made of a template; it names the file and a way out, takes its time, and writes nothing."""
    file = template if isinstance(template, Path) else folder / "lạ.docx"
    if isinstance(template, bytes):
        file.write_bytes(template)
    elif not isinstance(template, Path):
        write(file, dict(template))
    before = sorted(folder.rglob("*"))
    wanted = replace(job(regime="party-hd05"), chain=(("party/plan", file),), output=folder / "out" / "plan.docx")
    started = time.perf_counter()
    result = produce(wanted)
    assert time.perf_counter() - started < SECONDS
    assert result.status is Status.FAULTY, "it went through"
    assert result.document == b""
    assert sorted(folder.rglob("*")) == before
    for found in result.diagnostics:
        assert found.where.file == file
        assert found.hint
        assert "\n" not in found.message
    return result.diagnostics
