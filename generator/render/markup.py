"""Runs as WordprocessingML: where text becomes XML, and is escaped.

It knows no paragraphs or tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.render.runs import Run


def run_elements(pieces: Sequence[Run]) -> str:
    """`w:r` elements, one a piece."""
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
