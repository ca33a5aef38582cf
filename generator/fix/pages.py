"""Paper, margins, and how pages are counted, section by section; upright stays upright, turned stays turned.

It does not touch what stands in headers.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.check.page.numbering import opens
from generator.check.page.sheet import MARGINS, TOLERANCE, margins_of, millimetres
from generator.docview.markup import w
from generator.docview.view import Section
from generator.fix.change import Change
from generator.fix.desk import Desk
from generator.fix.markup import child, put
from generator.measures import Length
from generator.messages import _

_SIDES = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_PAPER = Length.from_mm(1)
_TURNED = (("left", "right", "bottom", "top"), ("right", "left", "top", "bottom"))
"""What the upper, lower, left and right margin of a turned page are on the upright sheet it was turned from."""


def paper(desk: Desk) -> Iterator[Change]:
    """The size of every sheet."""
    width, height = (desk.profile.constraint(f"page.{name}") for name in ("width", "height"))
    for section, element in desk.sections:
        short, long = sorted((section.page_width, section.page_height))
        if width.accepts(Length(short), tolerance=_PAPER) and height.accepts(Length(long), tolerance=_PAPER):
            continue
        sides = [desk.profile.length("page.width").twips, desk.profile.length("page.height").twips]
        across, down = reversed(sides) if section.is_landscape else sides
        put(element, "pgSz", w=across, h=down)
        yield desk.change(
            _("khổ giấy"),
            "page.width",
            f"{short.mm:.0f} × {long.mm:.0f} mm",
            f"{desk.profile.length('page.width').mm:.0f} × {desk.profile.length('page.height').mm:.0f} mm",
            desk.subject.start_of(section),
        )


def margins(desk: Desk) -> Iterator[Change]:
    """The four margins, as upright pages have them."""
    settings = desk.subject.view.settings
    for section, element in desk.sections:
        where = desk.subject.start_of(section)
        found = margins_of(section, settings.gutter_at_top)
        if section.is_landscape and any(_fits(desk, found, turn) for turn in _TURNED):
            continue
        for name, actual in found.items():
            path = f"page.{name}"
            if desk.profile.constraint(path).accepts(actual, tolerance=TOLERANCE) or _is_of_back(desk, name, actual):
                continue
            wanted = desk.profile.length(path)
            _set_margin(section, element, name, wanted, settings.gutter_at_top)
            yield desk.change(_(MARGINS[name]), path, millimetres(actual), millimetres(wanted), where)


def _fits(desk: Desk, found: dict[str, Length], turn: tuple[str, ...]) -> bool:
    return all(
        desk.profile.constraint(f"page.{upright}").accepts(length, tolerance=TOLERANCE)
        for length, upright in zip(found.values(), turn, strict=True)
    )


def _is_of_back(desk: Desk, name: str, actual: Length) -> bool:
    """With margins that change sides it cannot be told which side was meant."""
    path = f"page.back_{name}"
    if not desk.subject.view.settings.mirror_margins or not desk.profile.has(path):
        return False
    return desk.profile.constraint(path).accepts(actual, tolerance=TOLERANCE)


def _set_margin(section: Section, element: etree._Element, name: str, wanted: Length, gutter_at_top: bool) -> None:
    if element.find(w("pgMar")) is None:
        put(element, "pgMar", **{side: getattr(section, side).twips for side in _SIDES})
    is_widened = name == ("top" if gutter_at_top else "left")
    gutter = section.gutter if is_widened else Length(0)
    if gutter > wanted:
        put(element, "pgMar", gutter=0)
        gutter = Length(0)
    put(element, "pgMar", **{name: Length(wanted - gutter).twips})


def counting(desk: Desk) -> Iterator[Change]:
    """Pages are counted from 1 and through, annexes by themselves, in Arabic digits."""
    profile, subject = desk.profile, desk.subject
    start, restart = (profile.constraint(f"page_number.{name}") for name in ("start", "restart_in_annex"))
    annexes = {section.index for annex in subject.recognised.annexes if (section := opens(annex, subject))}
    for section, element in desk.sections:
        if section.page_format != "decimal" and profile.constraint("page_number.numerals").accepts("arabic"):
            put(element, "pgNumType", fmt=None)
            where = subject.start_of(section)
            yield desk.change(_("chữ số của số trang"), "page_number.numerals", section.page_format, "1, 2, 3", where)
        if section.index == 0:
            path = "page_number.start"
            wanted = None if section.page_start is None or start.accepts(section.page_start) else 1
            is_wrong = wanted is not None
        elif section.index in annexes:
            path = "page_number.restart_in_annex"
            wanted = 1 if restart.accepts(True) else None
            is_wrong = not restart.accepts(section.page_start == 1)
        else:
            path, wanted, is_wrong = "page_number.start", None, section.page_start is not None
        if is_wrong:
            child(element, "pgNumType")
            put(element, "pgNumType", start=wanted)
            before = _("đánh tiếp") if section.page_start is None else str(section.page_start)
            after = _("đánh tiếp") if wanted is None else str(wanted)
            yield desk.change(_("số trang bắt đầu"), path, before, after, subject.start_of(section))
