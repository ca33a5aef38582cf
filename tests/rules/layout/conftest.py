"""Every document of the cases printed, sound and changed, by one run of LibreOffice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.paper.page import Page
from generator.paper.reading import read_pages
from tests import office
from tests.rules.documents import made
from tests.rules.layout.cases import CASES, SOUND
from tests.rules.operations import change

Sheet = tuple[Path, tuple[Page, ...]]


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    """Each DOCX with the pages of its PDF; skipped where none can be made, except where everything must be there."""
    reason = office.missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("layout")
    files = []
    for name, data in [*((name, made(name)) for name in SOUND), *((case.name, change(made(case.document), case.change)) for case in CASES)]:
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(data)
    return {file.stem: (file, read_pages(pdf)) for file, pdf in zip(files, office.convert(files, folder), strict=True)}
