"""YAML text as plain data, with the place of every key and value; the only user of PyYAML.

It types nothing: a scalar stays the text that was typed, and the model decides what it means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

import yaml

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.errors import GeneratorError
from generator.messages import _
from generator.sources import decoding, invisible, nodes, yaml_faults
from generator.vietnamese.unicode import compose
from generator.workspace import reason

MAX_BYTES = 1_048_576
MAX_DEPTH = 40
MAX_NODES = 60_000
"""Keys and values; more than 1 MiB of real data holds. A file of brackets alone is refused long before its end."""
MAX_FAULTS = 500
"""More than anybody reads; then the rest of the file is not looked at."""

Loc = nodes.Loc
Place = tuple[int, int]

_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class YamlText:
    """A file's data (dict, list, str, None) and the line and column, from 1, of each key and value.

    `faults` are those that did not stop the reading.
    """

    file: Path
    data: Mapping[str, Any]
    keys: Mapping[Loc, Place]
    values: Mapping[Loc, Place]
    faults: tuple[Diagnostic, ...] = ()
    cut: frozenset[Loc] = frozenset()
    """Keys without a value inside { }: the rest of a text that a comma has cut."""

    def value_at(self, loc: Loc) -> Location:
        """The place of the value, or of the nearest that holds it."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        line, column = self.values.get(loc, (1, 1))
        return Location(self.file, line, column)

    def key_at(self, loc: Loc) -> Location:
        """The place of the key; of the value, where it is an entry of a list."""
        place = self.keys.get(loc)
        return Location(self.file, *place) if place else self.value_at(loc)

    def get(self, loc: Loc) -> Any:
        """The value at `loc`, or None."""
        value: Any = self.data
        for step in loc:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def nodes(self, below: Loc = ()) -> Iterator[tuple[Loc, Any]]:
        """Every mapping, list and text at `below` and under it, in the order of the file."""
        # Many checks ask for all that there is, of a file that does not change.
        return nodes.nodes_of(self.get(below), below) if below else iter(self._everything)

    @cached_property
    def _everything(self) -> tuple[tuple[Loc, Any], ...]:
        return tuple(nodes.nodes_of(self.data, ()))

    def texts(self, below: Loc = ()) -> Iterator[tuple[Loc, str]]:
        """Every scalar at `below` and under it, in the order of the file."""
        return ((loc, value) for loc, value in self.nodes(below) if isinstance(value, str))


def read(file: Path) -> YamlText:
    """Read a file. Reads: `file`; one that cannot be read is a GeneratorError, faults in it are Faulty."""
    try:
        if file.exists() and not file.is_file():
            raise yaml_faults.no_file(file)
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise GeneratorError(
            _("không đọc được {file}: {reason}").format(file=file, reason=reason(error)),
            _("kiểm tra tên tệp và quyền đọc"),
        ) from error
    return parse(content, file)


def parse(content: bytes, file: Path) -> YamlText:
    """Data and places of a file's content; what cannot be read as data is Faulty, with every fault seen so far."""
    decoding.refuse_other_kinds(content, file)
    if len(content) > MAX_BYTES:
        raise Faulty([yaml_faults.too_large(file, MAX_BYTES)])
    text, faults = decoding.clean_text(content, file)
    reader = _Reader(file, faults, text)
    try:
        reader.read()
    except yaml.MarkedYAMLError as error:
        fault = yaml_faults.syntax(error, text, file)
        # The parser does not see them, and blames the line that they have put out of line.
        unseen = invisible.in_the_way(text, fault.where.line or 0, file)
        raise Faulty([*reader.faults, *(each for each in unseen or [fault] if each not in reader.faults)]) from None
    except yaml.YAMLError as error:
        raise Faulty([*reader.faults, yaml_faults.unreadable(str(error), file)]) from None
    if reader.unseen_in_keys:
        # Every line under such a key stands at a wrong place: what else is found there is no news.
        raise Faulty(reader.faults)
    return YamlText(file, reader.data, reader.keys, reader.values, tuple(reader.faults), frozenset(reader.cut))


class _Reader:
    """Builds data from the parser's events, so that a bomb is refused at its first sign, before it is unfolded."""

    def __init__(self, file: Path, faults: list[Diagnostic], text: str) -> None:
        self.file = file
        self.faults = faults
        self.text = text
        self._has_unseen = invisible.somewhere(text)
        self.unseen_in_keys = False
        self.cut: set[Loc] = set()
        self.data: dict[str, Any] = {}
        self.keys: dict[Loc, Place] = {}
        self.values: dict[Loc, Place] = {}
        self._nodes_left = MAX_NODES

    def read(self) -> None:
        self._events = iter(yaml.parse(self.text, Loader=_LOADER))
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            self._refuse(yaml_faults.empty_file(), (1, 1))
        top = next(self._events)
        if isinstance(top, yaml.ScalarEvent) and self._is_empty(top):
            self._refuse(yaml_faults.empty_file(), (1, 1))
        if not isinstance(top, yaml.MappingStartEvent):
            self._refuse(yaml_faults.not_a_mapping(), _place(top))
        self.data = self._node(top, ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._refuse(yaml_faults.many_documents(), _place(after))

    def _node(self, event: Any, loc: Loc) -> Any:
        self._check(event, loc)
        self.values[loc] = _place(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(loc)
        return self._mapping(loc, bool(event.flow_style))

    def _text(self, event: Any) -> str | None:
        if self._is_empty(event):
            return None
        place = _place(event)
        if self._has_unseen and (unseen := invisible.in_text(self._written(event), *place, self.file)):
            self.faults.append(unseen)
        if not event.style and (quoted := invisible.quoted_typographically(event.value, self._at(place))):
            self.faults.append(quoted)
        return compose(self._without_illegal(event))

    def _without_illegal(self, event: Any) -> str:
        """What escapes like "\\x0b" make, with a space for each and a fault: later it would pass for white space."""
        text, faults = yaml_faults.without_illegal(event.value, self._at(_place(event)))
        self.faults += faults
        return text

    def _written(self, event: Any) -> str:
        """A scalar as it stands in the file."""
        return self.text[event.start_mark.index : event.end_mark.index]

    def _sequence(self, loc: Loc) -> list[Any]:
        entries: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            entries.append(self._node(event, (*loc, len(entries))))
        return entries

    def _mapping(self, loc: Loc, in_braces: bool) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, loc)
            inner = (*loc, key)
            if inner in self.keys:
                first = self.keys[inner]
                self.faults.append(yaml_faults.duplicate_key(key, first[0]).at(self._at(_place(event))))
                # Read for its faults, kept nowhere: the first one stands.
                self._node(next(self._events), (*loc, key, "", len(self.faults)))
                continue
            self.keys[inner] = _place(event)
            found[key] = self._node(next(self._events), inner)
            if in_braces and found[key] is None:
                self.cut.add(inner)
        return found

    def _key(self, event: Any, loc: Loc) -> str:
        self._check(event, loc)
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(yaml_faults.strange_key(), _place(event))
        if event.value == "<<" and not event.style:
            self._refuse(yaml_faults.alias("<<"), _place(event))
        if self._has_unseen and (unseen := invisible.in_key(self._written(event), *_place(event), self.file)):
            self.unseen_in_keys = True
            self.faults.append(unseen)
        return compose(self._without_illegal(event).strip())

    def _check(self, event: Any, loc: Loc) -> None:
        if len(self.faults) >= MAX_FAULTS:
            raise Faulty(self.faults)
        self._nodes_left -= 1
        if self._nodes_left < 0:
            self._refuse(yaml_faults.too_many(MAX_NODES), _place(event))
        if len(loc) > MAX_DEPTH:
            self._refuse(yaml_faults.too_deep(MAX_DEPTH), _place(event))
        if isinstance(event, yaml.AliasEvent):
            self._refuse(yaml_faults.alias(f"*{event.anchor}"), _place(event))
        if event.anchor is not None:
            self._refuse(yaml_faults.alias(f"&{event.anchor}"), _place(event))
        if event.tag is not None:
            self._refuse(yaml_faults.tag(event.tag), _place(event))

    @staticmethod
    def _is_empty(event: yaml.ScalarEvent) -> bool:
        return not event.style and event.value in _EMPTY

    def _at(self, place: Place) -> Location:
        return Location(self.file, *place)

    def _refuse(self, fault: Diagnostic, place: Place) -> NoReturn:
        raise Faulty([*self.faults, fault.at(self._at(place))])


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
