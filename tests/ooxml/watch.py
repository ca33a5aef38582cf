"""Every document that a test fills is looked at: one of each shape whole, the texts of all.

Whose test may make an unsound document is said by the marker `unsound_document`.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.ooxml import audit, own
from tests.ooxml.wordfile import WordFile

Fill = Callable[..., bytes]
_TEXT = re.compile(rb">[^<]+<")


class UnsoundDocument(AssertionError):
    """What was filled is no document that Word takes."""


@dataclass
class Watch:
    """What was seen in this process, and whether the test that runs now is watched."""

    shared: Path | None = None
    """A folder of all processes of a run, where each shape that one of them audits has a file."""
    is_on: bool = True
    audits: bool = False
    seen: set[bytes] = field(default_factory=set)
    audited: int = 0

    def over(self, fill: Fill) -> Fill:
        """The same function, with an eye on what it gives."""

        @functools.wraps(fill)
        def watched(compiled: Any, context: Mapping[str, Any], *more: Any, **named: Any) -> bytes:
            data = fill(compiled, context, *more, **named)
            if self.is_on:
                self.look(data, context)
            return data

        return watched

    def look(self, data: bytes, context: Mapping[str, Any]) -> None:
        """Raises what rules have against a document."""
        file = WordFile.of(data)
        found = own.broken(file, own.TEXTS) + own.leftovers(file, context)
        shape = shape_of(file)
        if shape not in self.seen:
            found += own.broken(file, own.STRUCTURE)
            self.seen.add(shape)
        if self.audits and self._is_first(shape):
            self.audited += 1
            found += audit.faults(data)
        if found:
            self.seen.discard(shape)
            raise UnsoundDocument("\n".join(dict.fromkeys(found)))

    def _is_first(self, shape: bytes) -> bool:
        """Whether no process of this run has audited the shape."""
        if self.shared is None:
            return True
        try:
            (self.shared / shape.hex()).open("x").close()
        except FileExistsError:
            return False
        return True


def shape_of(file: WordFile) -> bytes:
    """Documents that differ only in what their texts say have the same."""
    digest = hashlib.sha1(usedforsecurity=False)
    for name, content in file.parts.items():
        digest.update(name.encode() + b"\0" + _TEXT.sub(b"><", content))
    return digest.digest()
