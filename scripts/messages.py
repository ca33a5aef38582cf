"""Keep the message catalogues: what the source says in Vietnamese, and what other languages make of it.

    python scripts/messages.py update    take new messages into the .po files, drop old ones, compile the .mo files
    python scripts/messages.py check     name everything that is missing, doubtful, left over or not compiled

It does not translate. Messages come from `_()` and `mark()` in the program and from the notes of the regime
files; click speaks English, so its own strings have a Vietnamese catalogue beside ours.
"""

from __future__ import annotations

import ast
import io
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import click
import yaml
from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "generator" / "locales"
PRINTED_KEYS = frozenset({"note"})
"""Keys of the regime files whose values commands print through `_()`."""
CLICK_KNOWN = (8, 5)
"""The newest click whose strings were translated; a newer one may say things that no catalogue knows yet."""
# click translates this word through a variable, where no extractor can see it.
CLICK_HIDDEN = ("required",)


class Plain(Catalog):
    """A catalogue whose header has no dates and no names: the same messages are the same file."""

    mime_headers = property(
        lambda self: [
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Language", self.locale_identifier),
            ("Plural-Forms", self.plural_forms),
        ]
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """One catalogue of the project: its place, and the messages it must have."""

    language: str
    domain: str
    title: str
    template: Catalog
    drops_unknown: bool = True

    @property
    def po(self) -> Path:
        return LOCALES / self.language / "LC_MESSAGES" / f"{self.domain}.po"

    @property
    def mo(self) -> Path:
        return self.po.with_suffix(".mo")

    def read(self) -> Catalog:
        """Reads: the .po file; an empty catalogue where there is none."""
        if not self.po.exists():
            return Catalog(self.language)
        with self.po.open("rb") as stream:
            return read_po(stream, locale=self.language, abort_invalid=True)


def catalogues() -> tuple[Kept, Kept]:
    """Ours in English, click's in Vietnamese."""
    # click's catalogue keeps what other versions of click say: any of them may be installed.
    return (
        Kept("en", "vanthu", "English messages of Vanthu", own_messages()),
        Kept("vi", "click", "Vietnamese messages of click", click_messages(), drops_unknown=False),
    )


def own_messages() -> Catalog:
    """Every message of the program and of the files that come with it."""
    template = Catalog()
    for module in sorted((ROOT / "generator").rglob("*.py")):
        with module.open("rb") as stream:
            found = list(extract("python", stream, {"_": None, "mark": None}))
        for _line, message, _comments, _context in found:
            template.add(message, locations=[(module.relative_to(ROOT).as_posix(), 1)])
    for file in sorted((ROOT / "data" / "regimes").glob("*.yaml")):
        for message in printed(yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)):
            template.add(message, locations=[(file.relative_to(ROOT).as_posix(), 1)])
    return template


def printed(node: yaml.Node | None) -> Iterator[str]:
    """The texts under a tree of YAML that people get to read."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from printed(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in PRINTED_KEYS and isinstance(value, yaml.ScalarNode) and value.value:
                yield value.value
            else:
                yield from printed(value)


def click_messages() -> Catalog:
    """Every string that the installed click prints."""
    template = Catalog()
    for module in sorted(Path(click.__file__).parent.glob("*.py")):
        with module.open("rb") as stream:
            for _line, message, _comments, _context in extract("python", stream):
                template.add(message)
    for hidden in CLICK_HIDDEN:
        template.add(hidden)
    return template


def click_is_known() -> bool:
    return tuple(int(number) for number in metadata.version("click").split(".")[:2]) <= CLICK_KNOWN


def update(kept: Kept) -> None:
    """Writes: the .po and the .mo file; translations stay, those of a changed message are marked fuzzy."""
    old = kept.read()
    known = [] if kept.drops_unknown else [message for message in old if message.id]
    old.update(kept.template, no_fuzzy_matching=not kept.drops_unknown)
    new = Plain(kept.language, header_comment=f"# {kept.title}; kept by scripts/messages.py.", fuzzy=False)
    for message in [*old, *known]:
        if message.id and message.id not in new:
            _copy(message, new)
    kept.po.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_po(buffer, new, width=110, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    kept.po.write_bytes(buffer.getvalue().rstrip(b"\n") + b"\n")
    kept.mo.write_bytes(compiled(kept))


def _copy(message: Message, target: Catalog) -> None:
    # Files without line numbers: a catalogue should change when a message does, not when code moves.
    files = dict.fromkeys((file, 1) for file, _line in message.locations)
    target.add(message.id, message.string, locations=list(files), flags=message.flags)


def compiled(kept: Kept) -> bytes:
    """What the .po file compiles to."""
    plain = Plain(kept.language, fuzzy=False)
    for message in kept.read():
        if message.id:
            _copy(message, plain)
    buffer = io.BytesIO()
    write_mo(buffer, plain)
    return buffer.getvalue()


def problems(kept: Kept) -> Iterator[str]:
    """Everything that is wrong with one catalogue."""
    have = kept.read()
    for message in kept.template:
        if message.id and message.id not in have:
            yield f"{kept.po.name}: missing: {message.id!r}"
    for message in have:
        if message.id:
            yield from (f"{kept.po.name}: {fault}: {message.id!r}" for fault in _faults(kept, message))
    yield from (f"{kept.po.name}: left over: {id!r}" for id in have.obsolete)
    if not kept.mo.exists() or kept.mo.read_bytes() != compiled(kept):
        yield f"{kept.mo.name}: is not what {kept.po.name} compiles to"


def _faults(kept: Kept, message: Message) -> Iterator[str]:
    if kept.drops_unknown and message.id not in kept.template:
        yield "left over"
    if message.fuzzy:
        yield "fuzzy"
    said = message.string if isinstance(message.string, list | tuple) else [message.string]
    asked = message.id if isinstance(message.id, list | tuple) else [message.id]
    if not all(said):
        yield "not translated"
    if any(fields(text) not in [fields(one) for one in asked] for text in said if text):
        yield "other {fields} than the source"


def fields(message: str) -> set[str]:
    """The names of the `{name}` fields; those of a text that is no format are none."""
    try:
        names = {name for _text, name, _spec, _conversion in string.Formatter().parse(message) if name is not None}
    except ValueError:
        return set()
    return {name for name in names if name.isidentifier()}  # a tag of a template, `{% … %}`, is no field


def misuses(module: Path) -> Iterator[str]:
    """Calls of `_` and `mark` that no catalogue can serve: the text is put together before the look-up."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        where = f"{module.relative_to(ROOT).as_posix()}:{node.lineno}"
        if isinstance(node.func, ast.Name) and node.func.id in ("_", "mark") and node.args:
            given = node.args[0]
            literal = isinstance(given, ast.Constant) and isinstance(given.value, str)
            looked_up = node.func.id == "_" and isinstance(given, ast.Name | ast.Attribute | ast.Subscript)
            if not (literal or looked_up):
                yield f"{where}: {node.func.id}() wants a text as it stands; format it afterwards"
        elif message := _formatted(node):
            named = {keyword.arg for keyword in node.keywords}
            if None not in named and named != {field.split(".")[0] for field in fields(message)}:
                yield f"{where}: format() is given {sorted(map(str, named))} for {message!r}"


def _formatted(call: ast.Call) -> str | None:
    """The message of `_("…").format(…)`."""
    match call.func:
        case ast.Attribute(
            value=ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(message))]), attr="format"
        ):
            return message
    return None


def check() -> list[str]:
    """Everything that is wrong, in all catalogues and in the source."""
    found = [fault for module in sorted((ROOT / "generator").rglob("*.py")) for fault in misuses(module)]
    for kept in catalogues():
        if kept.domain != "click" or click_is_known():
            found += problems(kept)
    return found


def main() -> int:
    match sys.argv[1:]:
        case ["update"]:
            for kept in catalogues():
                update(kept)
            return 0
        case ["check"]:
            faults = check()
            print("\n".join(faults) or "The catalogues are complete.")
            return 1 if faults else 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
