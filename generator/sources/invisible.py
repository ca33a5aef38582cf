"""Characters that nobody sees: where they stand in a text, in a key, in an indentation, and what they are called.

It parses no YAML: `yaml_text` hands over what it reads.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _, mark

_SIGNS = "\u00a0\u00ad\u200b-\u200d\u2060\ufeff\ue000-\uf8ff"
_INVISIBLE = re.compile(f"[{_SIGNS}]")
# A line that begins with one, or has one where YAML wants a plain space: before or behind a key's colon or a dash.
_IN_THE_WAY = re.compile(
    rf"(?:[ ]*(?:-[ ]+)*(?=[{_SIGNS}])|[ ]*(?:-[ ]+)*-(?=[{_SIGNS}])|[ ]*(?:-[ ]+)*\w+(?=[{_SIGNS}]+:|:[{_SIGNS}]):?)"
)
_MOST = 20
_OF_A_FONT = mark("ký tự riêng của một phông chữ")
_NAMES = {
    "\u00a0": mark("dấu cách không ngắt"),
    "\u00ad": mark("gạch nối ẩn"),
    "\u200b": mark("dấu cách rộng bằng không"),
    "\u200c": mark("dấu ngăn nối chữ"),
    "\u200d": mark("dấu nối chữ"),
    "\u2060": mark("dấu ghép từ"),
    "\ufeff": mark("dấu BOM"),
}


def somewhere(text: str) -> bool:
    """Asked once a file, so that sound files cost nothing more."""
    return _INVISIBLE.search(text) is not None


def named(character: str) -> str:
    """`U+00A0 (dấu cách không ngắt)`."""
    name = _NAMES.get(character, _OF_A_FONT)
    return f"U+{ord(character):04X} ({_(name)})"


def in_text(written: str, line: int, column: int, file: Path) -> Diagnostic | None:
    """A warning for the first one in a text that stands in the file from `line`, `column` on."""
    match = _INVISIBLE.search(written)
    if match is None:
        return None
    rows = re.split(r"\r\n|\n|\r", written[: match.start()])
    at = (line, column + len(rows[0])) if len(rows) == 1 else (line + len(rows) - 1, len(rows[-1]) + 1)
    message = _("trong câu có ký tự không nhìn thấy {character}").format(character=named(match[0]))
    hint = _("xóa ký tự ở cột {column} (thường do dán từ Word hay trang mạng), cần thì gõ lại dấu cách")
    return Diagnostic(
        "data/invisible-character",
        message,
        Location(file, *at),
        Severity.WARNING,
        hint=hint.format(column=at[1]),
    )


def in_key(written: str, line: int, column: int, file: Path) -> Diagnostic | None:
    match = _INVISIBLE.search(written)
    return _fault(match[0], Location(file, line, column + match.start())) if match else None


def in_the_way(text: str, last: int, file: Path) -> list[Diagnostic]:
    """Those at the beginnings of lines up to line `last`, where they make YAML lose the indentation."""
    found: list[Diagnostic] = []
    for number, row in enumerate(re.split(r"\r\n|\n|\r", text)[:last], 1):
        match = _IN_THE_WAY.match(row)
        if match and _INVISIBLE.match(row, match.end()) and len(found) < _MOST:
            found.append(_fault(row[match.end()], Location(file, number, match.end() + 1)))
    return found


def _fault(character: str, where: Location) -> Diagnostic:
    return Diagnostic(
        "data/invisible-character",
        _("ở đầu dòng hay cạnh tên trường có ký tự không nhìn thấy {character}").format(character=named(character)),
        where,
        hint=_("xóa chỗ thụt đầu dòng và các dấu cách của dòng này rồi gõ lại bằng phím cách"),
    )


def quoted_typographically(text: str, where: Location) -> Diagnostic | None:
    """A plain value that is one “…” from end to end: typed for the quotation marks of YAML."""
    if not re.fullmatch(r"“[^“”]*”", text):
        return None
    return Diagnostic(
        "data/typographic-quotes",
        _("cả giá trị nằm trong ngoặc kép cong “…”, nên ngoặc cũng được in ra"),
        where,
        Severity.WARNING,
        hint=_("dùng ngoặc kép thẳng \"…\"; nếu muốn in ngoặc thì viết '“…”', có ngoặc đơn thẳng bao ngoài"),
    )
