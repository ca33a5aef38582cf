"""All papers that are measured, made by one run of LibreOffice."""

from __future__ import annotations

import os

import pytest

from tests import office
from tests.pdf.desk import documents
from tests.pdf.paper import Paper


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    """Every document of the desk as a PDF; skipped where it cannot be made, except where everything must be there."""
    reason = office.missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("pdf")
    files = []
    for name, content in documents():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(content)
    return {file.stem: Paper(made) for file, made in zip(files, office.convert(files, folder), strict=True)}
