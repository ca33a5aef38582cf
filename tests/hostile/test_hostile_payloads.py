"""What reaches beyond the data is refused in every part that holds tags, with its place, before a file is made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.docx_files import docx, p, table, write
from tests.hostile.making import PLACES, holding, refused
from tests.hostile.payloads import PAYLOADS, STRAW

_PLAIN_DOCXTPL = """
import sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({})
"""


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("name", PAYLOADS)
def test_reaching_beyond_the_data_is_refused(tmp_path: Path, name: str, where: str) -> None:
    for found in refused(tmp_path, holding(PAYLOADS[name], where)):
        assert (found.where.part or "").startswith(PLACES[where])
        assert found.where.paragraph == {"document": 2, "title": None}.get(where, 1)


@pytest.mark.parametrize("name", ["class", "update", "map"])
def test_in_a_cell_the_place_is_the_cells(tmp_path: Path, name: str) -> None:
    found = refused(tmp_path, docx(p("x"), table(("a", "b"), ("c", PAYLOADS[name]))))[0]
    assert found.where.part == "thân văn bản, bảng 1, dòng 2, ô 2"


@pytest.mark.parametrize("name", STRAW)
def test_plain_jinja_would_have_done_it(name: str) -> None:
    """The payloads are no straw men: what refuses them here is ours, not Jinja's."""
    assert Environment().from_string(PAYLOADS[name]).render(subject="x")


@pytest.mark.parametrize("module", ["cycler.__init__.__globals__.os", "lipsum.__globals__['os']"])
def test_plain_docxtpl_would_have_done_it(tmp_path: Path, module: str) -> None:
    canary = tmp_path / "canary"
    file = write(tmp_path / "lạ.docx", p(f"{{{{ {module}.mkdir('{canary.as_posix()}') }}}}"))
    subprocess.run([sys.executable, "-c", _PLAIN_DOCXTPL, str(file)], check=True, timeout=60)
    assert canary.is_dir()
    canary.rmdir()
    refused(tmp_path, file)
