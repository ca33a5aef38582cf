"""Text beyond the margins of its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.lengths import millimetres
from generator.check.layout.sheet import is_of_section, text_areas
from generator.check.layout.tolerances import FOOT, HEAD, SIDE
from generator.check.placing import Spot
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.blocks import Paragraph
from generator.messages import _, mark
from generator.model.parts import Part
from generator.paper.page import Box
from generator.recognise.names import Extra

_IN_MARGINS = (
    Part.CIRCULATION,
    Part.CIRCULATION_FOOT,
    Part.CONTACT,
    Extra.RECALL,
    Extra.COPY_SIGNATURE,
    Extra.ATTACHMENT_SIGNATURE,
)
"""What the regulations put into the margins."""
_NAMES = {"left": mark("lề trái"), "right": mark("lề phải"), "top": mark("lề trên"), "bottom": mark("lề dưới")}


@rule("layout/text-area", title=mark("chữ in ra ngoài lề"), enforces=("page.*",), needs_pages=True)
def text_area(subject: Subject) -> Iterator[Finding]:
    """What it checks: that no word of the text is printed in a margin of its page.

    Why: margins set right do not help where a table or an indent pushes the words out; bound papers lose them.
    Example: a table of seven columns that is 12 mm wider than the text.
    What to do: make the table or the indent narrower, or turn the page with a section of its own.
    """
    for index, spots in subject.printed.by_paragraph.items():
        paragraph = subject.view.paragraphs[index]
        if _may_be_outside(subject, paragraph):
            continue
        side, beyond = max((_beyond(subject, spot) for spot in spots), key=lambda each: each[1])
        if beyond > 0:
            yield Finding(
                _("chữ in ra ngoài {margin}").format(margin=_(_NAMES[side])),
                paragraph.where,
                actual=_("ra ngoài {size}").format(size=millimetres(beyond)),
                hint=_("thu hẹp bảng hoặc thụt lề cho vừa chiều ngang phần chữ"),
                path=f"page.{side}",
            )


def _may_be_outside(subject: Subject, paragraph: Paragraph) -> bool:
    parts = {component.part for component in subject.recognised.at(paragraph)}
    return paragraph.seat.is_boxed or paragraph.look.frame is not None or bool(parts & {*_IN_MARGINS})


def _beyond(subject: Subject, spot: Spot) -> tuple[str, float]:
    """The margin that a word reaches farthest into, and how far; not more than nothing where it is in its place."""
    page = subject.printed.pages[spot.page - 1]
    if not is_of_section(page, subject.printed.section_of(page)):
        return "left", 0.0
    return min((_farthest(spot, area) for area in text_areas(subject, page)), key=lambda each: each[1])


def _farthest(spot: Spot, area: Box) -> tuple[str, float]:
    box = spot.word.box
    sides = {
        "left": (area.left - box.left, SIDE),
        "right": (box.right - area.right, SIDE),
        "top": (area.top - box.top, HEAD),
        "bottom": (spot.word.baseline - area.bottom, FOOT),
    }
    return max(
        ((side, beyond if beyond > allowed else 0.0) for side, (beyond, allowed) in sides.items()),
        key=lambda each: each[1],
    )
