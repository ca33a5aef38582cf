"""Frames of a prescribed size: the stamp of a copy, the mark of urgency."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.check.layout.lengths import millimetres
from generator.check.layout.sheet import frame_around
from generator.check.layout.tolerances import FRAME
from generator.check.printed import PrintedLine
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text
from generator.recognise.component import Component

_WIDTHS = ("khan", "thuong_khan", "hoa_toc")


@rule(
    "layout/frame-size",
    title=mark("cỡ khung dấu"),
    enforces=(
        "copy_stamp.width",
        "copy_stamp.height",
        "urgency.height",
        *(f"urgency.width_{name}" for name in _WIDTHS),
    ),
    needs_pages=True,
)
def frame_size(subject: Subject) -> Iterator[Finding]:
    """What it checks: the printed size of the frames around the stamp of a copy and around the mark of urgency.

    Why: they stand for rubber stamps, whose sizes are prescribed in millimetres.
    Example: a frame around KHẨN that is as wide as the column.
    What to do: set the width and the exact height of the frame (Table Properties → Column and Row).
    """
    copy = subject.recognised.copy
    for component, sides in (
        (copy.stamp if copy else None, {"width": "copy_stamp.width", "height": "copy_stamp.height"}),
        (urgency := subject.recognised.first(Part.URGENCY), _sides_of(urgency)),
    ):
        lines = subject.printed.lines(component.spans[0]) if component else ()
        if component is not None and lines:
            yield from _compared(subject, component, lines[0], sides)


def _sides_of(urgency: Component | None) -> dict[str, str]:
    bare = unicodedata.normalize("NFD", urgency.text.casefold()) if urgency else ""
    name = "_".join("".join(letter for letter in bare if unicodedata.category(letter) != "Mn").split())
    return {"width": f"urgency.width_{name}", "height": "urgency.height"}


def _compared(subject: Subject, component: Component, line: PrintedLine, sides: dict[str, str]) -> Iterator[Finding]:
    frame = frame_around(line)
    for side, path in sides.items():
        if frame is None or not subject.profile.has(path):
            continue
        actual = frame.box.width if side == "width" else frame.box.height
        constraint = subject.profile.constraint(path)
        if not constraint.accepts(Length.from_mm(actual), tolerance=Length.from_mm(FRAME)):
            yield Finding(
                _("khung dấu rộng không đúng") if side == "width" else _("khung dấu cao không đúng"),
                component.where,
                expected=accepted_text(constraint),
                actual=millimetres(actual),
                path=path,
            )
