"""What was made goes to its place: all files or none, and never over what a person has changed by hand.

It makes nothing.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from generator.errors import GeneratorError
from generator.messages import _
from generator.pipeline.job import JobResult
from generator.templates import archive as packing
from generator.templates.package import APP_PROPERTIES, SIGNATURE
from generator.workspace import write_all_whole

_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, struct.error)
"""What `zipfile` raises for what is no package, is damaged, or is locked by a password."""
_BEGINNING = packing.member("", b"").local[:14]
"""Flags, method and date of a package's first member: Word and LibreOffice write others."""


def write_results(results: Sequence[JobResult], *, overwrite: bool = False) -> tuple[Path, ...]:
    """Write every document of the results; where they went. Writes: the targets.

    A target that another program has saved is a GeneratorError unless `overwrite`, and nothing is written.
    """
    if not overwrite:
        refuse_changed_by_hand([result.target for result in results])
    write_all_whole({result.target: result.document for result in results})
    return tuple(result.target for result in results)


def refuse_changed_by_hand(targets: Sequence[Path]) -> None:
    """GeneratorError where another program has saved one of them."""
    changed = [target for target in targets if is_changed_by_hand(target)]
    if changed:
        names = ", ".join(str(path) for path in changed)
        raise GeneratorError(
            _("đã có tệp được sửa bằng chương trình khác: {names}").format(names=names),
            _("ghi ra chỗ khác bằng -o, hoặc thêm --overwrite để thay tệp đó"),
        )


def is_changed_by_hand(path: Path) -> bool:
    """Whether a file stands there that Vanthu has not saved last: Word and LibreOffice sign what they save."""
    if not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return APP_PROPERTIES in archive.namelist() and SIGNATURE not in archive.read(APP_PROPERTIES)
    except _UNREADABLE:
        return True


def is_torn(path: Path) -> bool:
    """Whether it is empty, or the beginning of a document of ours: what a power cut leaves, and nobody's work."""
    try:
        if zipfile.is_zipfile(path):
            return False
        with path.open("rb") as file:
            head = file.read(len(_BEGINNING))
    except OSError:
        return False
    return not head.strip(b"\0") or head == _BEGINNING
