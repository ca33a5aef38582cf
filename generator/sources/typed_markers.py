"""Markers typed before a text that the program marks itself: `I-`, `1.`, `(1)`, `a)`, `-`, `•`.

Which marker a text gets, the template says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese.numbering import MarkerStyle, parse_marker

_FIRST = re.compile(r"(?P<first>\S+)\s+\S")
_GLUED = re.compile(r"(?P<first>(?:\d{1,2}\.)+|\(\d{1,2}\))(?=[^\W\d_])")
_BULLETS = frozenset("-+*•·–—▪●○■♦➢✓")
# What people write besides the program's own forms.
_OTHER_FORMS = re.compile(r"\d{1,2}(?:[)/]|(?:\.\d{1,2})+)|[a-zđ]/")
_ROMAN = (MarkerStyle.ROMAN_DASH, MarkerStyle.ROMAN_DOT)
_MOST = 99
_DATA = frozenset(("number", "value", "issued_on", "symbol", "id", "name", "recipient_separator", "subject", "due"))


def check_markers(source: YamlText) -> Iterator[Diagnostic]:
    for loc, text in source.texts():
        if not _is_prose(loc):
            continue
        found = typed_marker(text)
        if found:
            yield Diagnostic(
                "data/typed-marker",
                _("câu bắt đầu bằng “{marker}”, chương trình tự đánh số và gạch đầu dòng").format(marker=found),
                source.value_at(loc),
                Severity.WARNING,
                hint=_("bỏ “{marker}” ở đầu câu").format(marker=found),
            )


def _is_prose(loc: Loc) -> bool:
    """Cells of a table have their own numbers, and data are no text."""
    return "table" not in loc and (isinstance(loc[-1], int) or loc[-1] not in _DATA)


@lru_cache(maxsize=4096)
def typed_marker(text: str) -> str | None:
    """The marker with which a text begins."""
    text = text.strip().lstrip("*")
    match = _FIRST.match(text) or _GLUED.match(text)
    first = match["first"] if match else ""
    if first in _BULLETS or _OTHER_FORMS.fullmatch(first) or _is_marker(first):
        return first
    glued = _GLUED.match(text)
    return glued["first"] if glued else None


def _is_marker(word: str) -> bool:
    found = parse_marker(word) if word else None
    if found is None:
        return False
    style, numbers = found
    # `C. Mác`, `M. Gorki`: a person, not a hundred or a thousand.
    return all(number <= _MOST for number in numbers) and not (style in _ROMAN and word[0] in "LCDM")
