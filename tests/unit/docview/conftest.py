"""What the tests of `docview` share: a document written, opened and looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.docview.blocks import Paragraph
from generator.docview.opening import open_view
from generator.docview.view import DocView
from tests.docx_files import docx, write
from tests.unit.docview.opened import First, View


@pytest.fixture
def view(tmp_path: Path) -> View:
    def opened(*body: str, **parts: Any) -> DocView:
        return open_view(write(tmp_path / "a.docx", docx(*body, **parts)))

    return opened


@pytest.fixture
def paragraph(view: View) -> First:
    """The first paragraph of such a document."""

    def first(*body: str, **parts: Any) -> Paragraph:
        return view(*body, **parts).paragraphs[0]

    return first
