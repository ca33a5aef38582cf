"""Word's fields in a part: which of them fetch from outside, run something, or hide their name.

It does not look at tags beyond where a field's name should stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.messages import mark
from generator.templates.package import W

_FETCHING = re.compile(
    r"(INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|DDEAUTO|DDE|LINK|DATABASE|RD|EMBED"
    r"|MACROBUTTON|PRINT|CONTROL|HTMLCONTROL|HTMLACTIVEX)\b",
    re.IGNORECASE,
)
_PLAIN_FIELD = re.compile(r"(=|[A-Za-z]+(?![^\s\\\"]))")
"""A field code that begins with its name, so that no tag can make another name of it."""
_INNER = "\ufffc"
"""Stands in a code where another field stands in it."""


def field_faults(root: etree._Element) -> Iterator[str]:
    """What is wrong with each field, as a message to be looked up."""
    for code in _codes(root):
        if _FETCHING.match(code):
            yield mark("mẫu có trường tự lấy nội dung từ ngoài")
        elif code.startswith(_INNER) or ("{" in code and not _PLAIN_FIELD.match(code)):
            yield mark("mẫu có trường mà tên của nó do thẻ viết ra")


def _codes(root: etree._Element) -> Iterator[str]:
    """The code of every field, put together again where Word has split it over runs."""
    for simple in root.iter(f"{{{W}}}fldSimple"):
        yield simple.get(f"{{{W}}}instr", "").strip()
    codes: list[str] = [""]
    for element in root.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText", f"{{{W}}}delInstrText"):
        kind = element.get(f"{{{W}}}fldCharType")
        if kind == "begin":
            codes[-1] += _INNER if len(codes) > 1 else ""
            codes.append("")
        elif kind == "end" and len(codes) > 1:
            yield codes.pop().strip()
        elif kind is None:
            codes[-1] += element.text or ""
    yield from (code.strip() for code in codes)
