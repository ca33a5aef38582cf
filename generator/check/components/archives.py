"""The two ways of the line of the archive: that of the State and that of the Party. It judges nothing."""

from __future__ import annotations

import re

STATE_ARCHIVE = re.compile(r"Lưu\s*:?\s*VT\b", re.IGNORECASE)
PARTY_ARCHIVE = re.compile(r"Lưu\s+Văn phòng\b", re.IGNORECASE)


def archive_words(line: str) -> str:
    """The line without its dash."""
    return line.lstrip("-–—+•* ")
