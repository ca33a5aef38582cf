"""Tables of figures, for a terminal or for Markdown, and what every figure depends on."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import zlib
from collections.abc import Sequence
from typing import Any

Lines = Sequence[Sequence[str]]


def printed(lines: Lines, *, markdown: bool) -> str:
    """A table whose first line is its heading."""
    if markdown:
        rows = [f"| {' | '.join(line)} |" for line in lines]
        return "\n".join([rows[0], "|---" * len(lines[0]) + "|", *rows[1:]])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rows = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    return "\n".join(row.rstrip() for row in rows)


def machine() -> dict[str, Any]:
    """Cores, system, Python, and the libraries that do the work."""
    names = ("jinja2", "markupsafe", "lxml", "python-docx", "pydantic", "pyyaml", "click")
    return {
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{name: importlib.metadata.version(name) for name in names},
    }


def machine_line() -> str:
    return ", ".join(f"{name} {value}" for name, value in machine().items())
