"""How paragraphs and words look once every style, list and default is applied.

It holds values only; `cascade` computes them. Lengths are on paper, switches are plain yes or no.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from generator.measures import Length

AUTO = "auto"
"""The colour of a text or line that nobody coloured: black on white paper."""

ZERO = Length(0)
TEN_POINTS = Length.from_pt(10)
"""The size of words of which nothing says a word."""


class Alignment(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"
    """Justified."""
    DISTRIBUTE = "distribute"


class LineRule(StrEnum):
    AUTO = "auto"
    """A multiple of the font's own line height."""
    EXACT = "exact"
    AT_LEAST = "atLeast"


@dataclass(frozen=True, slots=True)
class Border:
    """One line beside a paragraph, cell or picture. `style` is Word's word: `single`, `double`, `dotted` …"""

    style: str
    weight: Length
    space: Length = ZERO
    """Between line and text."""
    color: str = AUTO
    """`RRGGBB` in capitals, or `auto`."""

    @property
    def is_drawn(self) -> bool:
        return self.style not in ("nil", "none")


@dataclass(frozen=True, slots=True)
class Borders:
    """The lines around something; None where nothing says a word. `between`: between paragraphs of the same borders."""

    top: Border | None = None
    left: Border | None = None
    bottom: Border | None = None
    right: Border | None = None
    between: Border | None = None

    @property
    def drawn(self) -> dict[str, Border]:
        """The lines that are really drawn, by side: `top`, `left`, `bottom`, `right`, `between`."""
        sides = ("top", "left", "bottom", "right", "between")
        return {side: line for side in sides if (line := getattr(self, side)) is not None and line.is_drawn}


NO_BORDERS = Borders()


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop. `kind`: left, center, right, decimal, bar, num; `leader`: none, dot, hyphen, underscore …"""

    position: Length
    kind: str = "left"
    leader: str = "none"


@dataclass(frozen=True, slots=True)
class Frame:
    """An old-style text frame (`framePr`) around a paragraph; also drop capitals."""

    width: Length | None = None
    height: Length | None = None
    x: Length | None = None
    y: Length | None = None
    horizontal_from: str = "text"
    """page, margin or text."""
    vertical_from: str = "text"
    horizontal_align: str | None = None
    vertical_align: str | None = None
    wrap: str = "around"
    drop_cap: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph as it is printed. Field names are also the names in `Paragraph.direct`."""

    alignment: Alignment = Alignment.LEFT
    left: Length = ZERO
    right: Length = ZERO
    first_line: Length = ZERO
    """Negative: hanging."""
    before: Length = ZERO
    after: Length = ZERO
    before_auto: bool = False
    """Word itself chooses the space before, as web pages do (5 mm or so); `before` is then 14 pt."""
    after_auto: bool = False
    line_rule: LineRule = LineRule.AUTO
    line_multiple: Decimal | None = Decimal(1)
    """With `LineRule.AUTO`, else None."""
    line_height: Length | None = None
    """With `EXACT` and `AT_LEAST`, else None."""
    contextual_spacing: bool = False
    """No space between neighbours of the same style."""
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    outline_level: int | None = None
    """From 0, the highest heading; None is body text."""
    borders: Borders = NO_BORDERS
    shading: str | None = None
    """Colour behind the paragraph, `RRGGBB`; None where there is none."""
    tabs: tuple[Tab, ...] = ()
    frame: Frame | None = None
    right_to_left: bool = False
    suppress_hyphens: bool = False
    vertical_text: str | None = None
    """Where letters of mixed heights stand in a line (`textAlignment`)."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """Words as they are printed."""

    ascii: str = "Times New Roman"
    """The font of plain letters and digits (U+0000–007F)."""
    hansi: str = "Times New Roman"
    """The font of all other Latin letters: every Vietnamese letter with a mark."""
    east_asia: str = "Times New Roman"
    complex_script: str = "Times New Roman"
    hint: str | None = None
    """`eastAsia` sends doubtful characters to the East Asian font."""
    size: Length = TEN_POINTS
    bold: bool = False
    italic: bool = False
    underline: str | None = None
    """Word's word (`single`, `double`, `words` …); None where there is none."""
    color: str = AUTO
    """`RRGGBB` in capitals with theme colours worked out, or `auto`."""
    highlight: str | None = None
    """A colour's English name; None where there is none."""
    shading: str | None = None
    caps: bool = False
    """Small letters are printed as capitals."""
    small_caps: bool = False
    strike: bool = False
    double_strike: bool = False
    vertical: str | None = None
    """`superscript`, `subscript` or None."""
    hidden: bool = False
    spacing: Length = ZERO
    """Between letters, added."""
    scale: int = 100
    """Width of letters in percent."""
    position: Length = ZERO
    """Raised, or lowered where negative."""
    kerning: bool = False
    outline: bool = False
    shadow: bool = False
    emboss: bool = False
    imprint: bool = False
    language: str | None = None
    complex: bool = False
    """Treated as a complex script (`cs`, `rtl`): then font and size are those of such scripts."""
    border: Border | None = None

    @property
    def vietnamese_font(self) -> str:
        """The font that the marked letters of Vietnamese use."""
        return self.font_of("ế")

    def font_of(self, letter: str) -> str:
        """The font that Word takes for one character."""
        return str(getattr(self, slot_of(letter, self)))

    def fonts_of(self, text: str) -> tuple[str, ...]:
        """The fonts that a text really uses, in order of their first letter; white space uses none."""
        letters = (letter for letter in dict.fromkeys(text) if not letter.isspace())
        slots = dict.fromkeys(slot_of(letter, self) for letter in letters)
        return tuple(dict.fromkeys(str(getattr(self, slot)) for slot in slots))


PLAIN = RunLook()
_EAST_ASIAN = ((0x1100, 0x11FF), (0x2E80, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF))
_COMPLEX = ((0x0590, 0x07BF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFE))
_DOUBTFUL = ((0x2000, 0x2BFF), (0xE000, 0xF8FF), (0x0300, 0x04FF))
_DOUBTFUL_LATIN = frozenset("¡¤§¨ª\u00ad¯°±²³´¶·¸¹º¼½¾¿×÷")


def slot_of(letter: str, look: RunLook) -> str:
    """Which of the four fonts a character is set in: the name of a field of `RunLook`."""
    is_east_asian = look.hint == "eastAsia"
    return _slot(letter, look.complex, is_east_asian, is_east_asian and (look.language or "").startswith("zh"))


@lru_cache(maxsize=4096)
def _slot(letter: str, is_complex: bool, is_east_asian: bool, is_chinese: bool) -> str:
    point = ord(letter)
    if is_complex or _is_in(point, _COMPLEX):
        return "complex_script"
    if point < 0x80:
        return "ascii"
    if _is_in(point, _EAST_ASIAN) or point >= 0x20000:
        return "east_asia"
    is_chinese_tone = is_chinese and 0x1E00 <= point <= 0x1EFF
    if is_east_asian and (_is_in(point, _DOUBTFUL) or letter in _DOUBTFUL_LATIN or is_chinese_tone):
        return "east_asia"
    return "hansi"


def _is_in(point: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= point <= last for first, last in ranges)
