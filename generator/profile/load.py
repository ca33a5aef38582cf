"""One YAML file as a tree of texts, each with its place: the only reader of YAML in this package.

It does not type a value (`05` stays 05) and knows no section: `layer` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.errors import GeneratorError
from generator.messages import _

LARGEST = 1024 * 1024
MAX_DEPTH = 40
"""Of lists and mappings in one another; a profile needs three. Deeper ones would end in Python's own limit."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ANCHOR_LIKE = re.compile(r"[&*][\w-]")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar as it was typed; `plain` when it stood without quotes."""

    text: str
    plain: bool
    place: Location

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    items: tuple[Tree, ...]
    place: Location


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping, in the order of the file."""

    items: dict[str, Tree]
    place: Location
    keys: dict[str, Location]


Tree: TypeAlias = Leaf | Row | Branch


def read_text(file: Path) -> str:
    """Reads: the file, at most 1 MiB of UTF-8."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise GeneratorError(
            _("không đọc được tệp {file}").format(file=file), _("kiểm tra đường dẫn và quyền đọc")
        ) from error
    if len(raw) > LARGEST:
        raise Faulty([_fault("profile/too-large", _("tệp lớn hơn 1 MiB"), Location(file))])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Faulty([_fault("profile/not-utf-8", _("tệp không ở bảng mã UTF-8"), Location(file))]) from None


def parse(text: str, file: Path | None) -> Branch:
    """The text as a tree; all its faults at once as Faulty. `file` is only named in places."""
    try:
        faults = [*_too_deep(text, file)]
        node = None if faults else yaml.compose(text, Loader=_LOADER)
        faults = faults or _anchors(text, file)
    except yaml.MarkedYAMLError as error:
        where = _place(file, error.problem_mark) if error.problem_mark else Location(file)
        raise Faulty(
            [_fault("profile/syntax", _("sai cú pháp YAML: {problem}").format(problem=error.problem), where)]
        ) from error
    except yaml.YAMLError as error:
        raise Faulty([_fault("profile/syntax", _("sai cú pháp YAML"), Location(file))]) from error
    if faults:
        # Not walked: through aliases a small file can stand for a tree without end.
        raise Faulty(faults)
    walker = _Walker(file)
    tree = walker.walk(node) if node is not None else None
    if not isinstance(tree, Branch):
        message = _("tệp phải gồm các dòng `khoá: giá trị`")
        walker.faults.append(_fault("profile/syntax", message, Location(file, 1, 1)))
    if walker.faults or not isinstance(tree, Branch):
        raise Faulty(walker.faults)
    return tree


def _too_deep(text: str, file: Path | None) -> Iterator[Diagnostic]:
    # Over the events, for composing itself goes down a level with every bracket.
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                message = _("quá {count} mức lồng nhau").format(count=MAX_DEPTH)
                yield _fault("profile/too-deep", message, _place(file, event.start_mark))
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _anchors(text: str, file: Path | None) -> list[Diagnostic]:
    if not _ANCHOR_LIKE.search(text):
        return []
    message = _("không dùng neo (&) và tham chiếu (*) của YAML ở đây")
    return [
        _fault("profile/alias", message, _place(file, token.start_mark), _("viết lại giá trị ở từng chỗ"))
        for token in yaml.scan(text, Loader=_LOADER)
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken)
    ]


@dataclass(slots=True)
class _Walker:
    file: Path | None
    faults: list[Diagnostic] = field(default_factory=list)

    def walk(self, node: yaml.Node) -> Tree:
        place = _place(self.file, node.start_mark)
        if isinstance(node, yaml.ScalarNode):
            return Leaf(node.value, not node.style, place)
        if isinstance(node, yaml.SequenceNode):
            return Row(tuple(self.walk(item) for item in node.value), place)
        items: dict[str, Tree] = {}
        keys: dict[str, Location] = {}
        for key, value in node.value:
            where = _place(self.file, key.start_mark)
            if not isinstance(key, yaml.ScalarNode) or (key.value == "<<" and not key.style):
                self.faults.append(_fault("profile/key", _("khoá phải là một chữ"), where))
            elif key.value in items:
                message = _("khoá “{key}” viết hai lần").format(key=key.value)
                hint = _("lần đầu ở dòng {line}").format(line=keys[key.value].line)
                self.faults.append(_fault("profile/duplicate-key", message, where, hint))
            else:
                items[key.value] = self.walk(value)
                keys[key.value] = where
        return Branch(items, place, keys)


def _place(file: Path | None, mark: Any) -> Location:
    return Location(file, mark.line + 1, mark.column + 1) if mark is not None else Location(file)


def _fault(code: str, message: str, where: Location, hint: str | None = None) -> Diagnostic:
    return Diagnostic(code, message, where, hint=hint)
