"""Where the documents of a plan file stand in it.

It reads nothing of what they say.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.sources.yaml_text import Loc, YamlText

_SINGLE = ("guidance", "slogans", "directive", "minutes")
_LISTS = ("reports", "dispatches")
PARTS = frozenset((*_SINGLE, *_LISTS))
"""The fields of a plan that hold other documents."""


def documents(source: YamlText) -> Iterator[Loc]:
    """The plan itself, and every document that hangs on it."""
    yield ()
    for name in _SINGLE:
        if isinstance(source.get((name,)), dict):
            yield (name,)
    for name in _LISTS:
        found = source.get((name,))
        for number in range(len(found) if isinstance(found, list) else 0):
            yield (name, number)
