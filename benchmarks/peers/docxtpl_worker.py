"""One engine of the docxtpl family, in a process and a Python of its own: fills when told, and says how long it took.

    python docxtpl_worker.py DISTRIBUTION fresh|reused TEMPLATE DATA

A line `5` fills five times and answers with their milliseconds, a line `save FILE` writes the last document.
It knows nothing of Vanthu, so that it runs where only the engine is installed.
"""

from __future__ import annotations

import io
import json
import sys
import time
from importlib import metadata
from pathlib import Path
from typing import Any


class Worker:
    """The template in memory, the data, and the last document."""

    def __init__(self, is_reused: bool, template: bytes, data: dict[str, Any]) -> None:
        from docxtpl import DocxTemplate

        self._new = DocxTemplate
        self._template, self._data = template, data
        self._kept = DocxTemplate(io.BytesIO(template)) if is_reused else None
        self.last = b""

    def fill(self) -> float:
        """Milliseconds from bytes to bytes. Escaping is on: without it these engines lose text after an `&`."""
        started = time.perf_counter()
        if self._kept is None:
            template = self._new(io.BytesIO(self._template))
        else:
            template = self._kept
            template.init_docx()
        template.render(self._data, autoescape=True)
        target = io.BytesIO()
        template.save(target)
        self.last = target.getvalue()
        return (time.perf_counter() - started) * 1000


def main() -> None:
    distribution, mode, template, data = sys.argv[1:]
    worker = Worker(mode == "reused", Path(template).read_bytes(), json.loads(Path(data).read_text("utf-8")))
    print(json.dumps({"version": metadata.version(distribution)}), flush=True)
    for line in sys.stdin:
        if line.startswith("save "):
            Path(line[5:].strip()).write_bytes(worker.last)
            print("{}", flush=True)
        else:
            print(json.dumps([worker.fill() for _turn in range(int(line))]), flush=True)


if __name__ == "__main__":
    main()
