"""What goes to the confined process and what comes back, and how: whole frames, and nothing but plain values.

The process is not believed: a reply is read by a reader that knows four harmless types and no others.
"""

from __future__ import annotations

import io
import pickle
import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from generator.diagnostics import Diagnostic
from generator.messages import SOURCE_LANGUAGE
from generator.pipeline.compiling import Chain
from generator.profile.profile import Profile

_LENGTH = struct.Struct(">Q")
_LONGEST = 256 * 1024 * 1024
_PLAIN = (str, int, float, bool, type(None))
_KNOWN = {
    *(("generator.diagnostics", name) for name in ("Diagnostic", "Location", "Severity")),
    *(("pathlib", name) for name in ("PosixPath", "WindowsPath", "Path")),
    *(("pathlib._local", name) for name in ("PosixPath", "WindowsPath", "Path")),
    ("generator.pipeline.errand", "Reply"),
}


@dataclass(frozen=True, slots=True)
class Errand:
    """A chain to compile, and the context to fill it with."""

    chain: Chain
    packed: bytes
    """The Profile: most of an errand, and the same in many."""
    context: dict[str, Any] | None
    """None: it is only compiled."""
    own: dict[str, Any] | None = None
    """The issuer's half of the context, where the other half is traced for many units."""
    pictures: tuple[Path, ...] = ()
    """The only folders that pictures come from."""
    prints_content: bool = True
    is_close_look: bool = False
    """Only looked at, and neither compiled nor filled."""
    language: str = SOURCE_LANGUAGE
    folder: Path = Path()
    """Against which relative paths are meant."""

    @property
    def profile(self) -> Profile:
        return _unpacked(self.packed)


@dataclass(frozen=True, slots=True)
class Reply:
    """Of the document, warnings about its templates or the faults that stand in its way."""

    document: bytes = b""
    warnings: tuple[Diagnostic, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    failure: str = ""
    """A traceback, where the fault is ours."""
    is_spent: bool = False
    """The process has run out of memory and takes no other errand."""
    traced: tuple[Any, ...] | None = None
    """What a trace has told, as plain data that whoever uses it looks at again."""


@lru_cache(maxsize=8)
def packed(profile: Profile) -> bytes:
    return pickle.dumps(profile, pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=8)
def _unpacked(data: bytes) -> Profile:
    profile = pickle.loads(data)
    assert isinstance(profile, Profile)
    return profile


def is_plain(value: Any) -> bool:
    """Texts, numbers, flags, lists and mappings with texts for names, all the way down; no object with methods."""
    if type(value) is dict:
        return all(type(key) is str and is_plain(inner) for key, inner in value.items())
    if type(value) is list:
        return all(map(is_plain, value))
    return type(value) in _PLAIN


def send(stream: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive_errand(stream: IO[bytes]) -> Errand | None:
    """None where the other side has gone. What it sends is our own."""
    data = _frame(stream)
    if data is None:
        return None
    errand = pickle.loads(data)
    return errand if isinstance(errand, Errand) else None


def receive_reply(stream: IO[bytes]) -> Reply | None:
    """None where the other side has gone, or has sent what no honest one would."""
    data = _frame(stream)
    if data is None:
        return None
    try:
        reply = _Reader(io.BytesIO(data)).load()
    except Exception:
        return None
    return reply if isinstance(reply, Reply) else None


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _KNOWN:
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


def _frame(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length) if length <= _LONGEST else b""
    return data if data and len(data) == length else None
