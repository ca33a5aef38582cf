"""Every document of the cases printed, sound and changed, by one run of LibreOffice."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.paper.page import Page
from generator.paper.reading import read_pages
from generator.publish import pdf
from tests import office
from tests.foreign.documents import FOREIGN
from tests.rules.documents import made
from tests.rules.layout.cases import CASES, FOUND_IN_FOREIGN, SOUND
from tests.rules.operations import change

Sheet = tuple[Path, tuple[Page, ...]]


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    """Each DOCX with the pages of its PDF; skipped where none can be made, except where everything must be there."""
    names = {name: made(name) for name in SOUND} | {
        case.name: change(made(case.document), case.change) for case in CASES
    }
    files = _written(names, tmp_path_factory.mktemp("layout"))
    pdfs = office.convert(files, files[0].parent)
    return {file.stem: (file, read_pages(each)) for file, each in zip(files, pdfs, strict=True)}


@pytest.fixture(scope="session")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    """The same of documents that people made; what is to be said of their PDFs is not asked."""
    files = _written(
        {name: FOREIGN[name].build().bytes() for name in FOUND_IN_FOREIGN}, tmp_path_factory.mktemp("foreign")
    )
    made = pdf.convert(files, files[0].parent)
    return {each.source.stem: (each.source, read_pages(each.pdf)) for each in made if each.pdf is not None}


def _written(documents: Mapping[str, bytes], folder: Path) -> list[Path]:
    reason = office.missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    files = []
    for name, data in documents.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(data)
    return files
