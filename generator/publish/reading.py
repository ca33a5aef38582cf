"""The words of a DOCX part, by the parser of the standard library, which is told to take no DOCTYPE.

It knows the elements that hold text and those that hide it; it opens no file.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from xml.parsers import expat

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The names of Word's vocabulary: the usual one and the strict one."""
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF = ("0", "false", "off")
_CUTS = frozenset(
    {
        *("footnoteReference", "endnoteReference", "commentReference", "drawing", "pict", "object", "sym"),
        *("fldChar", "fldSimple", "ruby", "sdt", "br", "cr", "tab", "ptab", "lastRenderedPageBreak"),
    }
)
"""Where a PDF may have something else between two words of a paragraph."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a part says, and the typefaces that it names."""

    pieces: tuple[str, ...]
    typefaces: frozenset[str]


def letters(text: str) -> str:
    """Only what counts when a text is compared: letters and digits, in one form, without spaces and case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in unicodedata.normalize("NFC", plain) if character.isalnum())


def read_text(xml: bytes) -> Text:
    """The visible text of a part, paragraph by paragraph; results of fields are left out, for they are made anew."""
    reader = _Reader()
    parser = _parser()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.Parse(xml, True)
    return Text(tuple(reader.pieces), frozenset(reader.typefaces))


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*_declaration: object) -> None:
        raise ValueError("DOCTYPE")

    parser.StartDoctypeDeclHandler = refuse
    return parser


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class _Reader:
    """Where the parser stands; for one part only."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.typefaces: set[str] = set()
        self._open: list[list[str]] = []
        """A buffer for each paragraph that is open: a text box is a paragraph's in a paragraph."""
        self._is_text = self._is_hidden = False
        self._in_field = self._in_fallback = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _space, local = name.rpartition(" ")
        if space == _COMPATIBILITY:
            self._in_fallback += local == "Fallback"
        if space not in WORD:
            return
        if local == "p":
            self._open.append([])
        elif local == "r":
            self._is_hidden = False
        elif local in ("vanish", "specVanish"):
            self._is_hidden = attributes.get(f"{space} val", "true") not in _OFF
        elif local == "t":
            self._is_text = not (self._is_hidden or self._in_field or self._in_fallback)
        elif local == "rFonts":
            given = {_local(key): value for key, value in attributes.items()}
            self.typefaces |= {given[key] for key in ("ascii", "hAnsi") if key in given}
            self.typefaces |= {given[key] for key in ("asciiTheme", "hAnsiTheme") if key in given}
        if local in _CUTS:
            self._cut(local, attributes.get(f"{space} fldCharType", ""))

    def end(self, name: str) -> None:
        space, _space, local = name.rpartition(" ")
        if space == _COMPATIBILITY:
            self._in_fallback -= local == "Fallback"
        elif space in WORD:
            if local == "t":
                self._is_text = False
            elif local in ("fldSimple", "sdt"):
                self._cut(f"/{local}")
            elif local == "p" and self._open:
                self._flush()
                self._open.pop()

    def text(self, text: str) -> None:
        if self._is_text and self._open:
            self._open[-1].append(text)

    def _cut(self, local: str, sort: str = "") -> None:
        self._flush()
        if local == "fldSimple" or sort == "begin":
            self._in_field += 1
        elif (local == "/fldSimple" or sort == "end") and self._in_field:
            self._in_field -= 1

    def _flush(self) -> None:
        if self._open:
            piece = "".join(self._open[-1]).strip()
            self._open[-1].clear()
            if letters(piece):
                self.pieces.append(piece)
