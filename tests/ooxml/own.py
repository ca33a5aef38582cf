"""Our own rules over the bytes of a DOCX: what Word refuses or shows otherwise, and validators pass over.

Each rule is a function from a file to complaints; the modules beside this one hold them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tests.ooxml import look_rules, package_rules, story_rules
from tests.ooxml.wordfile import WordFile, w

Rule = Callable[[WordFile], Iterator[str]]

STRUCTURE: tuple[Rule, ...] = (*package_rules.RULES, *story_rules.RULES, *look_rules.RULES)
"""The rules that do not ask what texts say: one document speaks for all of its shape."""
TEXTS: tuple[Rule, ...] = (package_rules.sound_parts, package_rules.core_properties, story_rules.words)
"""The rules that every text can break."""
_TAGS = re.compile(r"\{[{%#]")
_WORDS_OF_PROGRAMS = re.compile(r"\b(?:None|nan|NaN|Undefined|Markup)\b|Decimal\(|datetime\.|<class ")


def faults(data: bytes, said: object = "") -> list[str]:
    """Everything that our rules have against a document; `said` is the data that it was made from."""
    file = WordFile.of(data)
    return broken(file, dict.fromkeys((*STRUCTURE, *TEXTS))) + leftovers(file, said)


def broken(file: WordFile, rules: Iterable[Rule]) -> list[str]:
    """What these rules have against a file."""
    return [fault for rule in rules for fault in rule(file)]


def leftovers(file: WordFile, said: object = "") -> list[str]:
    """Tags, and words that only programs say, where the data has none."""
    texts = {name: _texts_of(file, name) for name in (*file.stories, "docProps/core.xml") if name in file.roots}
    suspicious = {
        (name, sign[0])
        for name, text in texts.items()
        for rule in (_TAGS, _WORDS_OF_PROGRAMS)
        for sign in rule.finditer(text)
    }
    if not suspicious:
        return []
    known = "\n".join(strings(said))
    return sorted(f"{name}: {sign} is left over" for name, sign in suspicious if sign not in known)


def _texts_of(file: WordFile, name: str) -> str:
    root = file.roots[name]
    if name not in file.stories:
        return "\n".join(str(text) for text in root.itertext())
    return "\n".join("".join(t.text or "" for t in p.iter(w("t"))) for p in root.iter(w("p")))


def strings(said: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        for key, value in said.items():
            yield from strings(key)
            yield from strings(value)
    elif isinstance(said, Sequence):
        for value in said:
            yield from strings(value)
