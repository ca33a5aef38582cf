"""The filters that templates may use: official forms of dates and numbers, and blocks as WordprocessingML.

Every text that they print is escaped here; templates cannot make XML in any other way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from markupsafe import Markup, escape

from generator.render.boxes import addressed, blank, boxed, placed
from generator.render.figure_chart_markup import draw_chart
from generator.render.markup import looks_of, run_elements
from generator.render.outline import Block
from generator.render.pictures import picture
from generator.render.runs import runs
from generator.render.tables import draw_table
from generator.vietnamese import dates, names, numerals, unicode

_RULE_STYLE = "VtRule"
_typeset_last: list[object] = [None, Markup("")]
"""Blocks and what was made of them: the outline that many units' documents share is one list, and nobody changes it."""


def typeset(blocks: Block | Sequence[Block]) -> Markup:
    """Blocks of the outline as paragraphs in their styles and tables; for `{{p outline | typeset }}`."""
    if not isinstance(blocks, list):
        return Markup("".join(map(_block, (blocks,) if isinstance(blocks, Mapping) else blocks)))
    if blocks is not _typeset_last[0]:
        drawn = Markup("".join(map(_block, blocks)))
        if any(block.get("chart") is not None for block in blocks):
            return drawn  # a chart is to be put into every document anew
        _typeset_last[:] = blocks, drawn
    return cast(Markup, _typeset_last[1])


def _block(block: Block) -> str:
    if block["table"] is not None:
        return draw_table(block["table"], keep=block["keep"])
    chart = block.get("chart")
    if chart is not None:
        return draw_chart(chart, keep=block["keep"])
    keep = "<w:keepNext/>" if block["keep"] else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{block["style"]}"/>{keep}</w:pPr>{run_elements(block["runs"])}</w:p>'


def formatted(text: str, look: Markup | None = None) -> Markup:
    """Text with `**bold**` and `*italic*` as runs; for `{{r text | formatted }}`, which knows how its own run looks."""
    return Markup(run_elements(runs(text)) if look is None else run_elements(runs(text), looks_of(look)))


def narrowed(text: str, style: str, indent: int) -> Markup:
    """Text in a style, indented on both sides so that its lines come out even; for `{{p … | narrowed(…) }}`."""
    side = f'<w:ind w:left="{int(indent)}" w:right="{int(indent)}"/>' if indent else ""
    return Markup(f'<w:p><w:pPr><w:pStyle w:val="{escape(style)}"/>{side}</w:pPr>{run_elements(runs(text))}</w:p>')


def rule(line: Mapping[str, Any], width: int) -> Markup:
    """A solid line of `line.length` twips centred in `width`; for `{{p line | rule }}`, which knows its width."""
    indent = max((int(width) - int(line["length"])) // 2, 0)
    border = f'<w:top w:val="single" w:sz="{int(line["weight"])}" w:space="0" w:color="auto"/>'
    return Markup(
        f'<w:p><w:pPr><w:pStyle w:val="{_RULE_STYLE}"/><w:pBdr>{border}</w:pBdr>'
        f'<w:spacing w:before="{int(line["gap"])}"/><w:ind w:left="{indent}" w:right="{indent}"/></w:pPr></w:p>'
    )


def _of_date(form: Callable[[Any], str]) -> Callable[[str], str]:
    return lambda value: form(dates.parse_date(value))


def _number(value: str | int | Decimal) -> Decimal:
    return Decimal(value)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "typeset": typeset,
    "formatted": formatted,
    "narrowed": narrowed,
    "rule": rule,
    "boxed": boxed,
    "placed": placed,
    "addressed": addressed,
    "blank": blank,
    "picture": picture,
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
