"""A table block as WordprocessingML: borders all round, a header row that repeats, rows that never split.

It does not decide what stands in the cells. Columns of numbers are as wide as they need, those of words share the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from generator.measures import Length
from generator.model.parts import Part
from generator.render.markup import run_elements
from generator.render.outline import TableBlock
from generator.render.runs import runs, without_emphasis
from generator.typeface import text_width, wrap

_STYLE = Part.TABLE.style_id
_KEEP = "<w:keepNext/>"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_SIDE, _ABOVE = 85, 40
"""Twips between a cell's border and its words: 1,5 mm at the sides, 2 pt above and below."""
_MARGINS = "<w:tblCellMar>{}</w:tblCellMar>".format(
    "".join(
        f'<w:{side} w:w="{room}" w:type="dxa"/>'
        for side, room in (("top", _ABOVE), ("left", _SIDE), ("bottom", _ABOVE), ("right", _SIDE))
    )
)
_SIZE = Length.from_pt(13)
"""The size by which columns are measured: every regime's usual one in a table."""
_SPARE = 30
"""Twips that a column is wider than its longest word: Word and we may round differently."""
_NARROW = Length.from_mm(14).twips
"""What a column of numbers gets at first, unless a word of its heading or a figure needs more."""
_LINES_AT_MOST = 6
"""What a heading over numbers may take of height at the least."""
_HEADING_LINES = 3
"""What a heading over numbers may take of height before its column gets more, where there is room left."""
_WIDEST = Length.from_mm(90).twips
"""Beyond this a column's cells are wrapped rather than given more room."""
_UPRIGHT = 9_354
"""Twips between the margins of an upright page, for a table that does not say where it stands."""
_SIGNS = ("-", "x")
"""What stands in the place of a number: it does not apply, or is not asked for."""
_ORDINALS = ("STT", "TT", "SỐ TT", "SỐ THỨ TỰ")


class _Sort(Enum):
    ORDINAL = auto()
    NUMBERS = auto()
    WORDS = auto()


class _Column(NamedTuple):
    """Widths in twips."""

    sort: _Sort
    least: int
    """Its longest word on one line."""
    wanted: int
    headed: int
    """With its heading over few lines."""


def draw_table(table: TableBlock, *, keep: bool) -> str:
    """The table and the paragraph after it; with `keep` its end stays on the page of what follows."""
    widths = _widths(table)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_row(table["columns"], widths, is_header=True, keep=True)]
    ends = [*table["rows"], table["total"]] if table["total"] else table["rows"]
    for number, row in enumerate(ends, 1):
        is_last = number == len(ends)
        rows.append(_row(row, widths, is_bold=is_last and bool(table["total"]), keep=keep and is_last))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{_after(table, keep=keep)}"
    )


def least_widths(columns: Sequence[Sequence[str]]) -> list[int]:
    """Twips that each column of a heading and its cells needs so that no word is cut and no heading is a tower."""
    return [max(_column(head, cells, bold=True).least, _over_lines(head, _LINES_AT_MOST)) for head, *cells in columns]


def _after(table: TableBlock, *, keep: bool) -> str:
    """The note; or the empty line that Word wants between two tables and after the last one."""
    kept = _KEEP if keep else ""
    if not table["note"]:
        return f'<w:p><w:pPr><w:pStyle w:val="VtBreak"/>{kept}</w:pPr></w:p>'
    words = run_elements([{"text": table["note"], "bold": False, "italic": True}])
    return f'<w:p><w:pPr><w:pStyle w:val="{_STYLE}"/>{kept}<w:spacing w:before="60"/></w:pPr>{words}</w:p>'


def _row(
    cells: Sequence[str], widths: Sequence[int], *, is_header: bool = False, is_bold: bool = False, keep: bool
) -> str:
    drawn = []
    for text, width in zip(cells, widths, strict=True):
        centred = is_header or _is_number(text)
        properties = f'{_KEEP if keep else ""}<w:jc w:val="{"center" if centred else "left"}"/>'
        words = _words(text, bold=is_header or is_bold)
        drawn.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{_STYLE}"/>{properties}</w:pPr>{words}</w:p></w:tc>'
        )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_header else ''}</w:trPr>{''.join(drawn)}</w:tr>"


def _words(text: str, *, bold: bool) -> str:
    pieces = runs(text) if text else []
    return run_elements([{"text": p["text"], "bold": bold or p["bold"], "italic": p["italic"]} for p in pieces])


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").isdigit() or text in _SIGNS


def _widths(table: TableBlock) -> list[int]:
    """Twips a column, together as wide as the text: numbers narrow, words up to what they need, then the headings."""
    room = table.get("room", _UPRIGHT)
    lines = [*table["rows"], table["total"]] if table["total"] else table["rows"]
    columns = [
        _column(heading, [line[place] for line in lines if line[place]], bold=bool(table["total"]))
        for place, heading in enumerate(table["columns"])
    ]
    widths = _filled([float(each.least) for each in columns], [each.wanted for each in columns], room)
    widths = _filled(widths, [each.headed for each in columns], room)
    # What is left goes to the words; a table of numbers alone shares it.
    sharing = [each.sort is _Sort.WORDS for each in columns]
    if not any(sharing):
        sharing = [each.sort is not _Sort.ORDINAL for each in columns]
    rest = room - sum(widths)
    whole = sum(width for width, shares in zip(widths, sharing, strict=True) if shares)
    if rest < 0 or not whole:
        return [round(width * room / sum(widths)) for width in widths]
    return [
        round(width + (rest * width / whole if shares else 0)) for width, shares in zip(widths, sharing, strict=True)
    ]


def _column(heading: str, cells: Sequence[str], *, bold: bool) -> _Column:
    texts = [without_emphasis(cell) for cell in cells]
    least = max(_longest(heading.split(), bold=True), _longest(" ".join(texts).split(), bold=bold))
    if heading.upper() in _ORDINALS:
        return _Column(_Sort.ORDINAL, least, least, least)
    if all(map(_is_number, texts)):
        headed = _over_lines(heading)
        return _Column(_Sort.NUMBERS, least, min(headed, _NARROW), headed)
    return _Column(_Sort.WORDS, least, min(_longest(texts, bold=bold), _WIDEST), least)


def _filled(widths: list[float], wanted: list[int], room: int) -> list[float]:
    """Each width on its way to what is wanted, as far as the room goes."""
    lacks = [max(want - width, 0) for width, want in zip(widths, wanted, strict=True)]
    share = min(max(room - sum(widths), 0) / (sum(lacks) or 1), 1)
    return [width + lack * share for width, lack in zip(widths, lacks, strict=True)]


def _longest(texts: Sequence[str], *, bold: bool = False) -> int:
    """A cell's width that holds each of the texts on one line."""
    return max((text_width(text, _SIZE, bold=bold).twips for text in texts), default=0) + 2 * _SIDE + _SPARE


def _over_lines(heading: str, most: int = _HEADING_LINES) -> int:
    """The least width at which a heading takes no more than a few lines."""
    words = heading.split()
    ends = [
        text_width(" ".join(words[start:end]), _SIZE, bold=True)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    ]
    fits = (each for each in sorted(ends) if len(wrap(heading, _SIZE, each, bold=True)) <= most)
    return next(fits, Length(0)).twips + 2 * _SIDE + _SPARE
