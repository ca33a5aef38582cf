"""How the letterhead was set, which tables are of data, and whether the letters are Unicode.

It reads no components' words.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.docview.blocks import Table
from generator.docview.view import DocView
from generator.model.parts import Part
from generator.recognise.label import Label
from generator.recognise.names import Extra, Name
from generator.recognise.pieces import Encoding
from generator.recognise.plain import is_tcvn3
from generator.recognise.recognised import LetterheadForm

_TEXT: tuple[Name | None, ...] = (
    *(Part.TABLE, Extra.TABLE_HEADER, Part.BODY, Part.CLAUSE, Part.POINT, Extra.ARTICLE, None),
    *(Part.HEADING_ROMAN, Part.HEADING_DECIMAL, Part.HEADING_NESTED),
)
"""What may stand in a table of data."""
_HEAD = (Part.PARTY_TITLE, Part.NATIONAL_TITLE, Part.NUMBER, Part.DATELINE, Part.ISSUER)


def letterhead_form(labels: Sequence[Label]) -> tuple[LetterheadForm | None, int | None]:
    """The form, and the number of the table where it is one."""
    head = [label.segment for label in labels if label.part in _HEAD]
    if not head:
        return None, None
    for segment in head:
        if segment.place.is_boxed:
            return LetterheadForm.TEXT_BOXES, None
        if segment.place.table is not None and segment.place.grid > 1:
            return LetterheadForm.TABLE, segment.place.table
    if any(segment.paragraph.look.frame for segment in head):
        return LetterheadForm.FRAMES, None
    gaps = [segment.gap for segment in head if segment.gap in ("tab", "spaces")]
    if gaps:
        return (LetterheadForm.TABS if gaps.count("tab") * 2 >= len(gaps) else LetterheadForm.SPACES), None
    return LetterheadForm.SEPARATE, None


def data_tables(view: DocView, taken: frozenset[int]) -> dict[int, Table]:
    """The outermost tables that nothing of the document's form stands in, by number; one cell is only a frame."""
    found: dict[int, Table] = {}
    for block in view.blocks:
        if isinstance(block, Table) and block.number not in taken:
            cells = list(block.cells)
            if len(cells) > 1:
                found[block.number] = block
    return found


def taken_tables(labels: Sequence[Label]) -> frozenset[int]:
    """The tables in which a component of the form stands."""
    return frozenset(
        label.segment.place.table
        for label in labels
        if label.segment.place.table is not None and label.part not in _TEXT
    )


def encoding_of(view: DocView) -> Encoding | None:
    """TCVN3 or VNI, where the words are set in their fonts."""
    fonts: dict[str, None] = {}
    for paragraph in view.paragraphs:
        for run in paragraph.runs:
            if run.look.hansi and (is_tcvn3(run.look.hansi) or run.look.hansi[:4].upper() == "VNI-"):
                fonts[run.look.hansi] = None
    if not fonts:
        return None
    name = "TCVN3" if any(map(is_tcvn3, fonts)) else "VNI"
    return Encoding(name, tuple(fonts))
