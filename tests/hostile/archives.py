"""Zip files as no honest program writes them: each attack is a valid archive, and a few bytes of it are changed."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Mapping

from tests.docx_files import zipped

_LOCAL, _CENTRAL = b"PK\3\4", b"PK\1\2"


def with_members(parts: Mapping[str, bytes], *more: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts, and members of any name after them."""
    stream = io.BytesIO(zipped(parts))
    with zipfile.ZipFile(stream, "a", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in more:
            entry = zipfile.ZipInfo(name)
            entry.filename, entry.compress_type = name, method
            archive.writestr(entry, data)
    return stream.getvalue()


def with_field(data: bytes, name: str, *, local: int, central: int, value: int, form: str = "<H") -> bytes:
    """A field of a member's two headers, changed to say something else."""
    changed = bytearray(data)
    for mark, offset, to_name in ((_LOCAL, local, 30), (_CENTRAL, central, 46)):
        place = -1
        while (place := changed.find(mark, place + 1)) >= 0:
            if changed[place + to_name : place + to_name + len(name)] == name.encode():
                struct.pack_into(form, changed, place + offset, value)
    return bytes(changed)


def encrypted(data: bytes, name: str) -> bytes:
    return with_field(data, name, local=6, central=8, value=1)


def sized(data: bytes, name: str, size: int) -> bytes:
    """A member that says it is of another size than it is."""
    return with_field(data, name, local=22, central=24, value=size, form="<I")


def miscounted(data: bytes, name: str) -> bytes:
    """A member whose checksum is not that of its data."""
    return with_field(data, name, local=14, central=16, value=1, form="<I")


def zip64(data: bytes, name: str) -> bytes:
    """A member that promises its size in a field that is not there."""
    return sized(data, name, 0xFFFFFFFF)


def many(parts: Mapping[str, bytes], count: int) -> bytes:
    return zipped({**parts, **{f"word/{number}.bin": b"" for number in range(count)}})
