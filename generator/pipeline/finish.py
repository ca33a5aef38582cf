"""What was made goes to its place: all files or none, and never over what a person has changed by hand.

It makes nothing.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

from generator.errors import GeneratorError
from generator.messages import _
from generator.pipeline.job import JobResult
from generator.templates.package import APP_PROPERTIES, SIGNATURE
from generator.workspace import write_all_whole


def write_results(results: Sequence[JobResult], *, overwrite: bool = False) -> tuple[Path, ...]:
    """Write every document of the results; where they went. Writes: the targets.

    A target that another program has saved is a GeneratorError unless `overwrite`, and nothing is written.
    """
    changed = [result.target for result in results if not overwrite and is_changed_by_hand(result.target)]
    if changed:
        names = ", ".join(str(path) for path in changed)
        raise GeneratorError(
            _("đã có tệp được sửa bằng chương trình khác: {names}").format(names=names),
            _("ghi ra chỗ khác bằng -o, hoặc thêm --overwrite để thay tệp đó"),
        )
    write_all_whole({result.target: result.document for result in results})
    return tuple(result.target for result in results)


def is_changed_by_hand(path: Path) -> bool:
    """Whether a file stands there that Vanthu has not saved last: Word and LibreOffice sign what they save."""
    if not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return APP_PROPERTIES in archive.namelist() and SIGNATURE not in archive.read(APP_PROPERTIES)
    except (OSError, zipfile.BadZipFile):
        return True
