"""Runs as WordprocessingML: where text becomes XML, and is escaped.

It knows no paragraphs or tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.messages import _
from generator.render.runs import Run
from generator.templates.grammar import Refused

Looks = tuple[str, str, str, str]
"""The run properties of plain, bold, italic and bold italic words, as XML."""

_END = "</w:rPr>"
_BARE: Looks = ("", f"<w:rPr><w:b/>{_END}", f"<w:rPr><w:i/>{_END}", f"<w:rPr><w:b/><w:i/>{_END}")


def run_elements(pieces: Sequence[Run], looks: Looks = _BARE) -> str:
    """`w:r` elements, one a piece."""
    return "".join(
        f'<w:r>{looks[piece["bold"] + 2 * piece["italic"]]}<w:t xml:space="preserve">{_text(piece["text"])}</w:t></w:r>'
        for piece in pieces
    )


def looks_of(given: object) -> Looks:
    """What the template's own formatting makes of each: markup of the template itself, never somebody's text."""
    match str(given).split(_END) if isinstance(given, Markup) else []:
        case [plain, bold, italic, both, ""]:
            return plain + _END, bold + _END, italic + _END, both + _END
    raise Refused(_("bộ lọc “{name}” không nhận tham số").format(name="formatted"))


def _text(text: str) -> str:
    """Text between tags, escaped. Hardly any has a mark to escape, and a document has hundreds of pieces."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
