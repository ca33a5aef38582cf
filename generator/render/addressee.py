"""Whom a document addresses: `Kính gửi:` with one name beside it, or with names below.

It does not make XML: the filter `addressed` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from generator.measures import Length
from generator.profile.profile import Profile
from generator.render.runs import without_emphasis
from generator.templates.pages import text_width as page_width
from generator.typeface import text_width


class Addressee(TypedDict):
    """`label` is empty where nobody is addressed."""

    label: str
    name: str
    """The one name, on the label's line."""
    lines: list[str]
    """Two names or more, a line each, with their marks."""
    centred: bool
    """The label in the middle of the page; else at its indent."""
    label_indent: int
    """Twips from the left margin."""
    lines_indent: int


def addressee(names: Sequence[str], kind: str, profile: Profile) -> Addressee:
    """`Kính gửi: …` for one, a list under its colon for more (HD05 II.I.9.2, NĐ30 PL.I, I.II.9a)."""
    if not names:
        return {"label": "", "name": "", "lines": [], "centred": False, "label_indent": 0, "lines_indent": 0}
    label = profile.text("addressee.petition_text" if kind == "submission" else "addressee.text")
    plain = [without_emphasis(name) for name in names]
    is_party = profile.side == "party"
    if len(plain) == 1 and profile.flag("addressee_names.single_on_label_line"):
        indent = 0 if is_party else profile.length("addressee.left_indent").twips
        return {
            "label": label,
            "name": plain[0],
            "lines": [],
            "centred": is_party,
            "label_indent": indent,
            "lines_indent": indent,
        }
    lead, separator, last = (profile.text(f"addressee_names.{key}") for key in ("lead", "separator", "last"))
    lines = [f"{lead}{name}{last if number == len(plain) else separator}" for number, name in enumerate(plain, 1)]
    start, under = _indents(label, lines, profile)
    return {
        "label": label,
        "name": "",
        "lines": lines,
        "centred": is_party and start == 0,
        "label_indent": start,
        "lines_indent": under,
    }


def _indents(label: str, lines: Sequence[str], profile: Profile) -> tuple[int, int]:
    """Where the label begins, and the dashes: under its colon, and on the Party side all in the middle of the page."""
    to_colon = text_width(
        label.rstrip(":"), profile.length("addressee.size"), italic=profile.flag("addressee.italic")
    ).twips
    if profile.has("addressee.left_indent"):
        start = profile.length("addressee.left_indent").twips
        return start, start + to_colon
    size = profile.length("addressee_names.size")
    widest = max(text_width(line, size) for line in lines) + Length.from_mm(1)
    start = max((page_width(profile) - to_colon - Length(widest).twips) // 2, 0)
    # Names that fill the page leave no middle: the label is centred above them.
    return (start, start + to_colon) if start else (0, profile.length("body.first_line_indent").twips)
