"""The document beside its findings in HTML: pictures of its pages with marks on them, or its text with marks.

It lists no findings: `html_report` does.
"""

from __future__ import annotations

import base64
import html
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.check.verdict import Grid, Piece, Spot, Verdict, Words
from generator.diagnostics import Severity
from generator.messages import _
from generator.vietnamese.unicode import without_unseen

_WORST = [str(severity) for severity in Severity]
_ALIGNED = {"center": "center", "right": "right", "both": "even", "distribute": "even"}


def safe(text: str) -> str:
    """A text as it may stand in HTML, in attributes too: without what HTML forbids and what turns letters around."""
    return html.escape(without_unseen(text))


class Marks:
    """Which finding is marked where in one file, and the names that links go by."""

    def __init__(self, verdict: Verdict, number: int) -> None:
        self._verdict, self._number = verdict, number
        self._by_place: dict[tuple[str | None, int | None], list[int]] = defaultdict(list)
        for index, finding in enumerate(verdict.diagnostics):
            if finding.where.paragraph is not None:
                self._by_place[finding.where.part, finding.where.paragraph].append(index)
        self._shown: set[int] = set()

    def of_finding(self, index: int) -> str:
        return f"f{self._number}-{index + 1}"

    def of_place(self, index: int) -> str:
        return f"m{self._number}-{index + 1}"

    def page(self, index: int) -> int | None:
        spot = self._verdict.spot(index)
        return spot.page if spot else None

    def is_shown(self, index: int) -> bool:
        """Whether it has been marked: asked after the pages or the text are drawn."""
        return index in self._shown

    def on_page(self, page: int) -> dict[Spot, list[int]]:
        """The findings of a page, those of one spot together: their numbers must not cover one another."""
        found: dict[Spot, list[int]] = defaultdict(list)
        for index, spot in enumerate(self._verdict.spots):
            if spot is not None and spot.page == page:
                found[spot].append(index)
                self._shown.add(index)
        return found

    def taken(self, words: Words) -> list[int]:
        """The findings of a paragraph, once: of two of the same place (text boxes) the first is marked."""
        found = self._by_place.pop((words.part, words.number), [])
        self._shown.update(found)
        return found

    def severity(self, index: int) -> str:
        return str(self._verdict.diagnostics[index].severity)

    def worst(self, found: Sequence[int]) -> str:
        return min(map(self.severity, found), key=_WORST.index)

    def badge(self, index: int) -> str:
        message = safe(self._verdict.diagnostics[index].message)
        return (
            f'<a class="badge {self.severity(index)}" id="{self.of_place(index)}" '
            f'href="#{self.of_finding(index)}" title="{message}">{index + 1}</a>'
        )


def sheets(verdict: Verdict, marks: Marks) -> Iterator[str]:
    """The pages as pictures inside of the file, each finding in a frame around its words."""
    for number, sheet in enumerate(verdict.sheets, 1):
        label = safe(_("trang {number}").format(number=number))
        picture = base64.b64encode(sheet.png).decode("ascii")
        yield f'<figure class="sheet" style="aspect-ratio:{sheet.width}/{sheet.height}">'
        yield f'<img alt="{label}" width="{sheet.width}" height="{sheet.height}" src="data:image/png;base64,{picture}">'
        for spot, found in marks.on_page(number).items():
            yield _frame(spot, found, marks)
        yield f"<figcaption>{label}</figcaption></figure>\n"
    if verdict.page_count is not None and verdict.page_count > len(verdict.sheets):
        left = _("còn {count} trang không có hình").format(count=verdict.page_count - len(verdict.sheets))
        yield f'<p class="known">{safe(left)}</p>\n'


def _frame(spot: Spot, found: Sequence[int], marks: Marks) -> str:
    width, height = spot.right - spot.left, spot.bottom - spot.top
    edges = (("left", spot.left), ("top", spot.top), ("width", width), ("height", height))
    style = ";".join(f"{name}:{share * 100:.2f}%" for name, share in edges)
    badges = "".join(marks.badge(index) for index in found)
    return f'<span class="frame {marks.worst(found)}" style="{style}"><span class="badges">{badges}</span></span>'


def text(pieces: Sequence[Piece], marks: Marks) -> Iterator[str]:
    """The text, with a badge at each paragraph that something is said of."""
    if pieces:
        yield f'<div class="paper">\n{"".join(_pieces(pieces, marks))}</div>\n'


def _pieces(pieces: Sequence[Piece], marks: Marks) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Grid):
            yield "<table>"
            for row in piece.rows:
                cells = "".join(f"<td>{''.join(_pieces(cell, marks))}</td>" for cell in row)
                yield f"<tr>{cells}</tr>"
            yield "</table>\n"
        else:
            yield _paragraph(piece, marks)


def _paragraph(words: Words, marks: Marks) -> str:
    found = marks.taken(words)
    if not words.text.strip() and not found:
        return ""
    classes = [_ALIGNED.get(words.alignment, "left")]
    classes += ["bold"] * words.is_bold + ["italic"] * words.is_italic
    if found:
        classes += ["marked", marks.worst(found)]
    badges = "".join(marks.badge(index) for index in found)
    written = safe(words.text.replace("\f", "\n")).replace("\n", "<br>").replace("\t", " &emsp; ")
    return f'<p class="{" ".join(classes)}">{badges}{written or "&nbsp;"}</p>\n'
