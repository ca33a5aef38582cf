"""What the fixtures of the tests of `docview` are."""

from __future__ import annotations

from collections.abc import Callable

from generator.docview.blocks import Paragraph
from generator.docview.view import DocView

View = Callable[..., DocView]
"""Opens a document of a body and, by name, whatever `docx` takes."""
First = Callable[..., Paragraph]
"""The first paragraph of such a document."""
