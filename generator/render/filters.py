"""The filters that templates may use: official forms of dates and numbers, and blocks as WordprocessingML.

Every text that they print is escaped here; templates cannot make XML in any other way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from generator.model.parts import Part
from generator.render.outline import Block, TableBlock
from generator.render.runs import Run, runs
from generator.vietnamese import dates, names, numerals, unicode

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_GRID = 9_355
"""Twips that a table's columns share; the table itself is as wide as the text, whatever the page."""
_RULE_STYLE = "VtRule"


def typeset(blocks: Block | Sequence[Block]) -> Markup:
    """Blocks of the outline as paragraphs in their styles and tables; for `{{p outline | typeset }}`."""
    each = (blocks,) if isinstance(blocks, Mapping) else blocks
    return Markup("".join(map(_block, each)))


def _block(block: Block) -> str:
    if block["table"] is not None:
        return _table(block["table"])
    keep = "<w:keepNext/>" if block["keep"] else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{block["style"]}"/>{keep}</w:pPr>{_runs(block["runs"])}</w:p>'


def formatted(text: str) -> Markup:
    """Text with `**bold**` and `*italic*` as runs; for `{{r text | formatted }}`."""
    return Markup(_runs(runs(text)))


def narrowed(text: str, style: str, indent: int) -> Markup:
    """Text in a style, indented on both sides so that its lines come out even; for `{{p … | narrowed(…) }}`."""
    side = f'<w:ind w:left="{int(indent)}" w:right="{int(indent)}"/>' if indent else ""
    return Markup(f'<w:p><w:pPr><w:pStyle w:val="{escape(style)}"/>{side}</w:pPr>{_runs(runs(text))}</w:p>')


def rule(line: Mapping[str, Any], width: int) -> Markup:
    """A solid line of `line.length` twips centred in `width`; for `{{p line | rule }}`, which knows its width."""
    indent = max((int(width) - int(line["length"])) // 2, 0)
    border = f'<w:top w:val="single" w:sz="{int(line["weight"])}" w:space="0" w:color="auto"/>'
    return Markup(
        f'<w:p><w:pPr><w:pStyle w:val="{_RULE_STYLE}"/><w:pBdr>{border}</w:pBdr>'
        f'<w:spacing w:before="{int(line["gap"])}"/><w:ind w:left="{indent}" w:right="{indent}"/></w:pPr></w:p>'
    )


def _runs(pieces: Sequence[Run]) -> str:
    return "".join(
        f'<w:r>{_emphasis(piece)}<w:t xml:space="preserve">{_text(piece["text"])}</w:t></w:r>' for piece in pieces
    )


def _text(text: str) -> str:
    """Text between tags, escaped. Hardly any has a mark to escape, and a document has hundreds of pieces."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def _emphasis(piece: Run) -> str:
    if not (piece["bold"] or piece["italic"]):
        return ""
    return f"<w:rPr>{'<w:b/>' if piece['bold'] else ''}{'<w:i/>' if piece['italic'] else ''}</w:rPr>"


def _table(table: TableBlock) -> str:
    """Borders all round, a header row that repeats on every page, rows that never split."""
    widths = _widths(table)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = [_row(table["columns"], widths, is_header=True)]
    body += [_row(row, widths) for row in table["rows"]]
    if table["total"]:
        body.append(_row(table["total"], widths, is_bold=True))
    note = ""
    if table["note"]:
        note = (
            f'<w:p><w:pPr><w:pStyle w:val="{Part.TABLE.style_id}"/><w:spacing w:before="60"/></w:pPr>'
            f"{_runs([{'text': table['note'], 'bold': False, 'italic': True}])}</w:p>"
        )
    else:
        # Word wants a paragraph between two tables and after the last one.
        note = '<w:p><w:pPr><w:pStyle w:val="VtBreak"/></w:pPr></w:p>'
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(body)}</w:tbl>{note}"
    )


def _row(cells: Sequence[str], widths: Sequence[int], *, is_header: bool = False, is_bold: bool = False) -> str:
    header = "<w:tblHeader/>" if is_header else ""
    drawn = []
    for text, width in zip(cells, widths, strict=True):
        centred = is_header or text.replace(".", "").replace(",", "").isdigit() or text == "-"
        alignment = f'<w:jc w:val="{"center" if centred else "left"}"/>'
        words = _runs([{"text": text, "bold": is_header or is_bold, "italic": False}]) if text else ""
        drawn.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{Part.TABLE.style_id}"/>{alignment}</w:pPr>{words}</w:p></w:tc>'
        )
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(drawn)}</w:tr>"


def _widths(table: TableBlock) -> list[int]:
    """Twips a column: by its longest cell, headings counted as wrapped to a few lines."""
    lines = [*table["rows"], table["total"]] if table["total"] else table["rows"]
    weights = []
    for place, heading in enumerate(table["columns"]):
        longest_word = max(map(len, heading.split()), default=1)
        cells = max((len(line[place]) for line in lines), default=0)
        weights.append(max(longest_word + 3, len(heading) / 3, min(cells + 2, 40), 5))
    return [round(_GRID * weight / sum(weights)) for weight in weights]


def _of_date(form: Callable[[Any], str]) -> Callable[[str], str]:
    return lambda value: form(dates.parse_date(value))


def _number(value: str | int | Decimal) -> Decimal:
    return Decimal(value)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "typeset": typeset,
    "formatted": formatted,
    "narrowed": narrowed,
    "rule": rule,
    "long_date": _of_date(dates.long_date),
    "short_date": _of_date(dates.short_date),
    "weekday": _of_date(dates.weekday_name),
    "grouped": lambda value, decimals=None: numerals.grouped(_number(value), decimals=decimals),
    "words": lambda value: numerals.words(int(value)),
    "roman": lambda value: numerals.roman(int(value)),
    "padded": lambda value: numerals.padded(int(value)),
    "capitals": unicode.upper,
    "lower_first": unicode.lower_first,
    "upper_first": unicode.upper_first,
    "person_name": names.person_name,
    "body_name": names.body_name_upper,
}
"""Name to function; the table of docs/dialect.md lists them with an example each."""
