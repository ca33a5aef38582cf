"""Names for machines: ids made from the names that people write, and names that Windows keeps for itself.

It knows no roster: who is the second of a name, the caller sees.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.vietnamese.unicode import compose, fold_whitespace, slug, without_marks

LONGEST = 60
"""Of the readable part; a mark of 8 letters and its hyphen may follow."""
_NOTHING = "don-vi"
_DEVICES = re.compile(r"(?:con|prn|aux|nul|clock|conin|conout|(?:com|lpt)[0-9¹²³])\$?", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


class _Latin(dict[int, str]):
    """What is left of a character without its marks, found once."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = without_marks(unicodedata.normalize("NFKD", chr(code)))
        return plain


_LATIN = _Latin()


def is_device(name: str) -> bool:
    """Whether Windows would open a device for a file of this name, whatever stands behind the first full stop."""
    return _DEVICES.fullmatch(name.partition(".")[0].rstrip(" ")) is not None


def readable_id(name: str) -> str:
    """The unaccented id of a name; two names may have the same one, and empty is what has no letter or digit."""
    plain = compose(name).translate(_LATIN)
    # Where nothing but plain letters is left, the rest of the way is short; it is gone for every row of a table.
    if len(plain) <= LONGEST and plain.isascii():
        return _NO_LETTERS.sub("-", plain.lower()).strip("-")
    return slug(compose(name), limit=LONGEST, empty="").lstrip("_")


def needs_mark(readable: str) -> bool:
    """Whether a readable id can stand for no name alone: nothing is left of the name, or Windows has it."""
    return not readable or is_device(readable)


def marked_id(name: str, *beside: str) -> str:
    """The readable id with a mark of the whole name and what stands `beside` it, in letters that every system tells
    apart."""
    whole = "\0".join(fold_whitespace(compose(each)) for each in (name, *beside))
    mark = base64.b32encode(hashlib.sha256(whole.encode("utf-8", "surrogatepass")).digest()[:5]).decode("ascii")
    return f"{readable_id(name) or _NOTHING}-{mark.lower()}"


def ids_for(names: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """An id for each name, in their order; those that would share one, or have one that is `taken`, get a mark.

    The same name has the same id in whatever order the names come, and in either form of its letters (NFC, NFD).
    """
    readable = {compose(name): readable_id(name) for name in names}
    shared = Counter(readable.values())
    spoken_for = {*taken}
    found = []
    for name in names:
        plain = readable[compose(name)]
        alone = shared[plain] == 1 and plain not in spoken_for and not needs_mark(plain)
        found.append(plain if alone else marked_id(name))
    return found
