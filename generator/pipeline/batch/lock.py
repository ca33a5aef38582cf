"""One run at a time in an output folder; it guards nothing else."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import GeneratorError
from generator.messages import _
from generator.pipeline import file_lock


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock; GeneratorError where another process does. Writes: the file, which stays."""
    descriptor = file_lock.opened(file)
    try:
        if held := file_lock.taken(descriptor):
            raise GeneratorError(
                _("một lượt chạy khác đang ghi vào thư mục {folder}").format(folder=file.parent.parent),
                _("chờ lượt đó xong, hoặc chọn thư mục khác bằng -o"),
            ) from held
        yield
    finally:
        os.close(descriptor)
