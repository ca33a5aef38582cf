"""Annexes that no text of their document mentions.

What an annex is called and how it refers back is the regime's.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.model.organization import Side
from generator.sources.documents import PARTS, documents
from generator.sources.yaml_text import Loc, YamlText

_CLAUSES = {Side.PARTY: "HD05 II.II.1", Side.STATE: "NĐ30 PL.I, I.III.1"}


def check_annexes(source: YamlText, side: Side | None) -> Iterator[Diagnostic]:
    for document in documents(source):
        annexes = _annexes(document, source)
        if annexes and not _mentioned(document, annexes, source):
            yield Diagnostic(
                "data/annex-not-mentioned",
                _("văn bản có phụ lục nhưng không câu nào nhắc tới phụ lục"),
                source.key_at(annexes[0]),
                Severity.ADVICE,
                basis=_CLAUSES.get(side) if side else None,
                hint=_("viết trong nội dung, ở chỗ cần xem: “(phụ lục kèm theo)”"),
            )


def _annexes(document: Loc, source: YamlText) -> list[Loc]:
    """What is printed as an annex of the document."""
    found = [(*document, "appendices")]
    if not document and source.get(("slogans", "carrier")) == "annex":
        found.append(("slogans",))
    if document[:1] == ("reports",):
        found.append((*document, "figures"))
    return [loc for loc in found if source.get(loc)]


def _mentioned(document: Loc, annexes: list[Loc], source: YamlText) -> bool:
    for loc, text in source.texts(document):
        elsewhere = not document and loc[0] in PARTS
        inside = any(loc[: len(annex)] == annex for annex in annexes)
        if not elsewhere and not inside and "phụ lục" in text.casefold():
            return True
    return False
