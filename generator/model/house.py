"""House style: what regimes leave open and each office has its own habit for.

Nothing here is a legal value; a regime that does fix one of these wins.
"""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Record


class RomanSuffix(StrEnum):
    DASH = "dash"
    DOT = "dot"


class BasesForm(StrEnum):
    """How legal bases stand under the subject: in running sentences, or one a line."""

    SENTENCE = "sentence"
    LINES = "lines"


class ItemMarker(StrEnum):
    PARENTHESISED = "parenthesised"
    LETTER = "letter"


class HouseStyle(Record):
    """An office's habits; a key left out follows the regime's default or the common usage of its side."""

    roman_suffix: RomanSuffix | None = None
    """`I- MỤC ĐÍCH` or `I. MỤC ĐÍCH`."""
    recipient_separator: str | None = None
    """The mark that ends each line of `Nơi nhận` but the last."""
    comma_before_date: bool | None = None
    """`Kế hoạch số 329-KH/TU, ngày 16/9/2024` with or without the comma."""
    bases_form: BasesForm | None = None
    item_marker: ItemMarker | None = None
    """Content items as `(1)`, the usual way of the Party side, or as `a)`, that of the State side."""
