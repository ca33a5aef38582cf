"""A table block as WordprocessingML: borders all round, a header row that repeats, rows that never split.

It does not decide what stands in the cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.parts import Part
from generator.render.markup import run_elements
from generator.render.outline import TableBlock
from generator.render.runs import runs

_STYLE = Part.TABLE.style_id
_KEEP = "<w:keepNext/>"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
_GRID = 9_355
"""Twips that the columns share; the table itself is as wide as the text, whatever the page."""
_WIDEST = 40
"""Letters beyond which a column's cells are wrapped rather than given more room."""


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
        centred = is_header or text.replace(".", "").replace(",", "").isdigit() or text == "-"
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


def _widths(table: TableBlock) -> list[int]:
    """Twips a column: by its longest cell, headings counted as wrapped to a few lines."""
    lines = [*table["rows"], table["total"]] if table["total"] else table["rows"]
    weights = []
    for place, heading in enumerate(table["columns"]):
        longest_word = max(map(len, heading.split()), default=1)
        cells = max((len(line[place]) for line in lines), default=0)
        weights.append(max(longest_word + 3, len(heading) / 3, min(cells + 2, _WIDEST), 5))
    return [round(_GRID * weight / sum(weights)) for weight in weights]
