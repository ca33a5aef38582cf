"""The measures of pages as rules compare them: margins with what widens them, and how much they may differ.

It judges nothing.
"""

from __future__ import annotations

from generator.docview.view import Section
from generator.measures import Length
from generator.messages import _, mark

TOLERANCE = Length(15 * 635)
"""15 twips, a quarter of a millimetre: Word rounds what was typed in centimetres, and the State's own models differ
so much from the text."""
MARGINS = {"top": mark("lề trên"), "bottom": mark("lề dưới"), "left": mark("lề trái"), "right": mark("lề phải")}


def margins_of(section: Section, is_gutter_at_top: bool) -> dict[str, Length]:
    """The four margins by name, the gutter counted in."""
    found = {name: Length(getattr(section, name)) for name in MARGINS}
    widened = "top" if is_gutter_at_top else "left"
    found[widened] = Length(found[widened] + section.gutter)
    return found


def millimetres(length: Length) -> str:
    """As people compare it with a ruler."""
    return _("{size} mm").format(size=f"{length.mm:.1f}".replace(".", _(",")))


def points(length: Length) -> str:
    """As Word's boxes show it."""
    return _("{size} pt").format(size=f"{length.pt:.1f}".removesuffix(".0").replace(".", _(",")))
