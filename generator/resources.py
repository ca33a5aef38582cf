"""Where the files that come with the program are, in a checkout and in an installed package.

It does not know the user's own files: `workspace` does.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

# The wheel carries data/ and templates_docx/ inside the package; in a checkout they stand beside it.
_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "packaged"


@cache
def is_installed() -> bool:
    """Whether this is an installed package, whose files are not for changing."""
    return _INSTALLED.is_dir()


def _root() -> Path:
    return _INSTALLED if is_installed() else _PACKAGE.parent


def packaged(*parts: str) -> Path:
    """The path of a packaged file or folder; it is not checked to exist."""
    return _root().joinpath(*parts)


def data(*parts: str) -> Path:
    """`data("regimes")`, `data("metrics", "times-new-roman.json")`."""
    return packaged("data", *parts)


def templates(*parts: str) -> Path:
    """`templates("party", "base.docx")`."""
    return packaged("templates_docx", *parts)
