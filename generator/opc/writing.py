"""Parts into the bytes of a package: the same parts in the same order give the same bytes.

It reads nothing and writes no file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: when a part was written says nothing here."""
_LEVEL = 6


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A whole package; the parts stand in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # alike on every system
            archive.writestr(member, data, compresslevel=_LEVEL)
    return buffer.getvalue()
