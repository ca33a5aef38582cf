"""What the text of a cell says, and how it is written so that it is read back the same: lists, signing, recipients.

It checks nothing: what it reads, the model judges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from generator.messages import _
from generator.model.organization import Authority, Recipient
from generator.sources.columns import Shape
from generator.sources.field_names import VALUES, word_for

_FORMS = {"TM": "on_behalf", "KT": "for_superior", "TL": "by_order", "TUQ": "authorised", "Q": "acting"}
"""As the State (`TM.`) and the Party (`T/M`) print them."""
_LETTERS = re.compile(r"(TM|KT|TL|TUQ|Q|T/M|K/T|T/L|T/U/Q)(?:\s*\.\s*|(?<=/.)\s+)(\S.*)", re.IGNORECASE)
_NOT_SAID = "…"
"""Of whom, where already the form is at fault: one finding is enough."""
_DASH = re.compile(r"(?:[-–—•+]\s*)+(?=\w)")
_COVERS = re.compile(r"\s*\[([a-z0-9-]*(?:\s*[,;]\s*[a-z0-9-]+)*)\]$")


def lines(cell: str) -> list[str]:
    """Parted by line breaks alone; blank ones are left out."""
    return [line for each in _unified(cell).split("\n") if (line := each.strip())]


def entries(cell: str) -> list[str]:
    """Parted by line breaks, each with or without a semicolon at its end; without any, by semicolons."""
    cell = _unified(cell)
    if "\n" not in cell:
        return [entry for each in cell.split(";") if (entry := each.strip())]
    bare = (each.strip() for each in cell.split("\n"))
    return [entry for each in bare if (entry := each[:-1].rstrip() if each.endswith(";") else each)]


def _unified(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def authorities(cell: str) -> list[dict[str, str]]:
    """`thay mặt: Đảng ủy`, the model's word before the colon, or the letters that are printed: `TM. Đảng ủy`."""
    found = map(_authority, entries(cell))
    return [{"form": form} | ({"of": of} if of else {}) for form, of in found]


@lru_cache(maxsize=1024)
def _authority(entry: str) -> tuple[str, str]:
    """Units are signed for in the same few ways."""
    if letters := _LETTERS.fullmatch(entry):
        return _FORMS[letters[1].upper().replace("/", "")], letters[2]
    form, _colon, of = (part.strip() for part in entry.partition(":"))
    word = _FORMS.get(form.strip(" .").upper().replace("/", "")) or word_for(form, VALUES) or form
    return word, of or ("" if word in _FORMS.values() else _NOT_SAID)


def recipients(cell: str) -> list[dict[str, Any]]:
    """`Thường trực Quận ủy (để b/c) [mã]`: a text, its purpose in brackets, the ids that it covers."""
    return [_recipient(entry) for entry in entries(cell)]


def _recipient(entry: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    # Typed as it is printed; the program prints the dash.
    entry = _DASH.sub("", entry, count=1) if _DASH.match(entry) else entry
    if match := _COVERS.search(entry):
        covers = [each.strip() for each in re.split("[,;]", match[1]) if each.strip()]
        entry = entry[: match.start()]
        if covers:
            found["covers"] = covers
    opening = _opening(entry)
    if opening is not None:
        if purpose := entry[opening + 1 : -1].strip():
            found["purpose"] = purpose
        entry = entry[:opening]
    return {"text": entry.strip(), **found}


def _opening(entry: str) -> int | None:
    """Where the last bracket opens that closes the entry; one that belongs to a word (`đồng chí(s)`) is text."""
    if not entry.endswith(")"):
        return None
    depth = 0
    for place in range(len(entry) - 1, 0, -1):
        depth += {")": 1, "(": -1}.get(entry[place], 0)
        if depth == 0:
            return place if entry[place - 1].isspace() and entry[:place].strip() else None
    return None


def values(cell: str, shape: Shape) -> Any:
    """The data of a cell as YAML would have it."""
    match shape:
        case Shape.LINES:
            return lines(cell)
        case Shape.LIST:
            return entries(cell)
        case Shape.AUTHORITY:
            return authorities(cell)
        case Shape.RECIPIENTS:
            return recipients(cell)
        case _:
            return cell


class Unwritable(ValueError):
    """A value that no cell can hold so that it is read back the same; why is its message."""


def listed(found: Sequence[str], shape: Shape = Shape.LIST) -> str:
    """The other way round, for lines and lists."""
    if shape is Shape.LINES:
        cell = "\n".join(found)
    else:
        cell = "\n".join(f"{each};" if each.endswith(";") else each for each in found)
        if len(found) == 1 and ";" in cell:
            cell += "\n"
    return _proved(cell, shape, [*found])


def authority_cell(found: Sequence[Authority]) -> str:
    cell = listed([f"{_word(each.form.value)}: {each.of}" for each in found])
    return _proved(cell, Shape.AUTHORITY, [{"form": each.form.value, "of": each.of} for each in found])


def _word(form: str) -> str:
    return VALUES.get(form, form)


def recipients_cell(found: Sequence[Recipient]) -> str:
    return _proved(listed([_written(each) for each in found]), Shape.RECIPIENTS, [_as_data(each) for each in found])


def _written(one: Recipient) -> str:
    text = one.text + (f" ({one.purpose})" if one.purpose else "")
    text += f" [{', '.join(one.covers)}]" if one.covers else ""
    wanted = _as_data(one)
    # Empty brackets say that those before them are text.
    tries = (text, f"{text} ()", f"{text} []", f"{text} () []", f"{one.text} () [{', '.join(one.covers)}]")
    return next((each for each in tries if _recipient(each) == wanted), text)


def _as_data(one: Recipient) -> dict[str, Any]:
    data: dict[str, Any] = {"text": one.text}
    return data | ({"purpose": one.purpose} if one.purpose else {}) | ({"covers": [*one.covers]} if one.covers else {})


def _proved(cell: str, shape: Shape, wanted: Any) -> str:
    if values(cell, shape) != wanted:
        raise Unwritable(_("giá trị này không viết được vào một ô bảng tính"))
    return cell
