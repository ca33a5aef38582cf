"""What stands in the head of every document: a symbol without white space, a place without a mark at its end.

Names are not looked at: they are printed in capitals, however they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.messages import _
from generator.sources.yaml_text import YamlText

_MARKS = ".,;:"
_LONGEST = 20
_SYMBOLS = ("symbol", "drafting_unit")


def check_heads(source: YamlText) -> Iterator[Diagnostic]:
    """The number and the line with place and day are made of these texts as they were typed."""
    for loc, text in source.texts():
        typed = text.strip()
        if "‹" in typed or len(typed) > _LONGEST:
            continue  # told already: not filled in, or far too long
        if loc[-1] in _SYMBOLS and any(letter.isspace() for letter in typed):
            yield Diagnostic(
                "data/symbol-form",
                _("ký hiệu “{symbol}” có khoảng trắng").format(symbol=typed),
                source.value_at(loc),
                hint=_("viết liền: QU, BTGTU, UBND"),
            )
        elif loc[-1] == "place" and typed.endswith(tuple(_MARKS)):
            yield Diagnostic(
                "data/place-form",
                _("địa danh có dấu “{mark}” ở cuối").format(mark=typed[-1]),
                source.value_at(loc),
                hint=_("viết “{place}”; dấu phẩy trước chữ “ngày” do chương trình viết").format(
                    place=typed.rstrip(_MARKS + " ")
                ),
            )
