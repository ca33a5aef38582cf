"""`--kind`: a kind of document by its id, by the symbol in its number, or by its name, in capitals or not.

Symbols and names are the regimes' own; none stands here.
"""

from __future__ import annotations

from typing import Any

import click

KINDS = ("plan", "guidance", "slogans", "report", "directive", "dispatch", "minutes")


class KindChoice(click.Choice[str]):
    """The kinds that are made; `KH` and `Kế hoạch` are looked up only where no id is given."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        known = value in self.choices
        return super().convert(value if known else _called(str(value)) or value, param, ctx)


def _called(word: str) -> str | None:
    """The kind that people mean by a symbol or a name; None where there is none."""
    from generator.register.kind_names import of_all
    from generator.render.frame import TYPE_IDS
    from generator.vietnamese.names import ToneStyle, tone_style

    def plain(text: str) -> str:
        return tone_style(text.strip(), ToneStyle.FIRST_VOWEL).casefold()

    names = of_all()
    types = {plain(code): types for code, types in names.codes.items()}
    types |= {plain(name): (each,) for each, name in names.names.items()}
    meant = types.get(plain(word), ())
    return next((kind.value for kind, type_id in TYPE_IDS.items() if type_id in meant), None)


KIND = KindChoice(KINDS)
