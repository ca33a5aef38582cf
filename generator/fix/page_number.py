"""The number of the page: a field alone in the header, in the middle, from the second page on.

It changes no words beside a number, and does not count pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.check.page.numbering import digits, in_headers, is_centred, middle_of_digits
from generator.check.page.sheet import millimetres, points
from generator.docview.blocks import Paragraph
from generator.docview.markup import w
from generator.docview.view import DEFAULT, EVEN, FIRST, Section
from generator.docview.words import Story
from generator.fix.change import Change
from generator.fix.copy import reference
from generator.fix.desk import Desk
from generator.fix.markup import made, placed, properties_of, put
from generator.fix.pieces import pieces_of, text_of
from generator.measures import Length
from generator.messages import _
from generator.profile.values import written
from generator.recognise.pieces import PageNumber

_SWITCHES = {"bold": "b", "italic": "i"}
_NEAR = Length.from_mm(1)


def number_in_header(desk: Desk) -> Iterator[Change]:
    """Out of the footer; into the header, where there is none."""
    subject, path = desk.subject, "page_number.in_header"
    if not desk.profile.constraint(path).accepts(True):
        return
    left = list(subject.recognised.page_numbers)
    for number in subject.recognised.page_numbers:
        if number.story is Story.FOOTER and _is_alone(number) and _emptied(desk, number):
            left.remove(number)
            yield desk.change(_("số trang"), path, _("chân trang"), _("đầu trang"), number.paragraph.where)
    if left or not desk.sections or (subject.view.properties.pages == 1 and not subject.recognised.page_numbers):
        return
    yield from _begin_title_page(desk)
    parts: set[str] = set()
    for section, element in desk.sections:
        shown = section.headers.get(DEFAULT)
        if shown is None and not parts:
            placed(element, reference("header", DEFAULT, desk.copy.add("header", _header(desk))))
            parts.add("")
        elif shown is not None and shown.part not in parts:
            desk.copy.tree(shown.part).insert(0, _number(desk))
            parts.add(shown.part)
    yield desk.change(_("số trang"), path, _("không có"), _("giữa lề trên, từ trang 2"))


def _header(desk: Desk) -> etree._Element:
    root = made("hdr")
    root.append(_number(desk))
    return root


def _number(desk: Desk) -> etree._Element:
    paragraph, size = made("p"), desk.profile.length("page_number.size").half_points
    properties = properties_of(paragraph)
    put(properties, "spacing", before=0, after=0, line=240, lineRule="auto")
    put(properties, "ind", left=0, right=0, firstLine=0)
    put(properties, "jc", val="center")
    field = made("fldSimple", instr=" PAGE ")
    run = made("r")
    font = desk.profile.text("page.font")
    look = properties_of(run)
    put(look, "rFonts", ascii=font, hAnsi=font, cs=font, eastAsia=font)
    put(look, "sz", val=size)
    put(look, "szCs", val=size)
    text = made("t")
    text.text = "2"
    run.append(text)
    field.append(run)
    paragraph.append(field)
    return paragraph


def _is_alone(number: PageNumber) -> bool:
    """Nothing but the number stands in its paragraph."""
    paragraph, field = number.paragraph, number.field
    around = paragraph.text[: field.start] + paragraph.text[field.start + len(field.result) :]
    return not around.strip(" \t-–—") and len(paragraph.fields) == 1 and not paragraph.drawings


def _emptied(desk: Desk, number: PageNumber) -> bool:
    element = desk.element(number.paragraph)
    if element is None:
        return False
    for child in list(element):
        if child.tag in (w("r"), w("fldSimple"), w("hyperlink")):
            element.remove(child)
    return True


def number_on_first_page(desk: Desk) -> Iterator[Change]:
    """The first page shows none."""
    path = "page_number.first_page"
    if desk.profile.constraint(path).accepts(True) or not desk.sections:
        return
    first = desk.subject.view.sections[0]
    kind = FIRST if first.title_page else DEFAULT
    for number in desk.subject.recognised.page_numbers:
        if number.story is not Story.HEADER or number.kind != kind or 0 not in number.sections:
            continue
        if not first.title_page:
            yield from _begin_title_page(desk, number)
        elif _is_alone(number) and _emptied(desk, number):
            yield desk.change(_("số trang ở trang đầu"), path, _("có"), _("không"), number.paragraph.where)
        return


def _begin_title_page(desk: Desk, number: PageNumber | None = None) -> Iterator[Change]:
    """A first page with a header and footer of its own, in which stands what stood there before, the number not."""
    section, element = desk.sections[0]
    if section.title_page or (number is not None and not _is_alone(number)):
        return
    for story, shown in (("header", section.headers), ("footer", section.footers)):
        if DEFAULT not in shown or FIRST in shown:
            continue
        beside = shown[DEFAULT]
        others = [each for each in beside.paragraphs if number is None or each != number.paragraph]
        if all(_is_bare(desk, each) for each in others):
            continue
        identifier = desk.copy.duplicate(beside.part, story)
        placed(element, reference(story, FIRST, identifier))
        # The copy still has the number: the next look at the document finds it there and takes it out.
    put(element, "titlePg", val=None)
    yield desk.change(_("trang đầu có đầu trang riêng"), "page_number.first_page", _("không"), _("có"))


def _is_bare(desk: Desk, paragraph: Paragraph) -> bool:
    """Nothing is read there any more, and nothing is drawn."""
    element = desk.element(paragraph)
    words = paragraph.text if element is None else text_of(pieces_of(element))
    return not words.strip() and not paragraph.drawings and not paragraph.look.borders.drawn


def even_pages(desk: Desk) -> Iterator[Change]:
    """Even pages show the number too: a header of their own in which nothing stands is given up."""
    view = desk.subject.view
    settings = desk.copy.linked("settings")
    switch = None if settings is None else settings.find(w("evenAndOddHeaders"))
    if not view.settings.even_and_odd_headers or switch is None or settings is None:
        return
    numbers = list(in_headers(desk.subject))
    beside = [shown[EVEN] for section in view.sections for shown in (section.headers, section.footers) if EVEN in shown]
    is_bare = all(paragraph.is_empty for each in beside for paragraph in each.paragraphs)
    if numbers and is_bare and not any(number.kind == EVEN for number in numbers):
        settings.remove(switch)
        yield desk.change(_("số trang của trang chẵn"), "page_number.in_header", _("không có"), _("có"))


def number_look(desk: Desk) -> Iterator[Change]:
    """In the middle, of its size, upright and plain."""
    profile, view = desk.profile, desk.subject.view
    for number in in_headers(desk.subject):
        properties = desk.properties(number.paragraph)
        element = desk.element(number.paragraph)
        if properties is None or element is None:
            continue
        where = number.paragraph.where
        section = view.sections[number.sections[0] if number.sections else 0]
        if profile.constraint("page_number.alignment").accepts("center") and not is_centred(number.paragraph, section):
            _centre(number, properties)
            yield desk.change(_("vị trí số trang"), "page_number.alignment", _("không ở giữa"), _("giữa"), where)
        run = digits(number)
        look = run.look if run else number.paragraph.mark
        runs = [properties_of(each) for each in element.iter(w("r"))]
        size, wanted = profile.constraint("page_number.size"), profile.length("page_number.size")
        if not size.accepts(look.size):
            for each in runs:
                put(each, "sz", val=wanted.half_points)
                put(each, "szCs", val=wanted.half_points)
            yield desk.change(_("cỡ chữ của số trang"), "page_number.size", points(look.size), points(wanted), where)
        yield from _switched(desk, number, runs)


def _switched(desk: Desk, number: PageNumber, runs: list[etree._Element]) -> Iterator[Change]:
    run = digits(number)
    look = run.look if run else number.paragraph.mark
    for name in ("bold", "italic", "underline"):
        path, is_on = f"page_number.{name}", bool(getattr(look, name))
        if desk.profile.constraint(path).accepts(is_on):
            continue
        for each in runs:
            if name == "underline":
                put(each, "u", val="none" if is_on else "single")
            else:
                put(each, _SWITCHES[name], val=int(not is_on))
        yield desk.change(_("kiểu chữ của số trang"), path, written(is_on), written(not is_on), number.paragraph.where)


def _centre(number: PageNumber, properties: etree._Element) -> None:
    if number.paragraph.look.frame is not None and number.paragraph.look.frame.horizontal_align:
        put(properties, "framePr", xAlign="center")
        return
    put(properties, "jc", val="center")
    put(properties, "ind", left=0, right=0, firstLine=0, hanging=None, start=None, end=None)


def number_distance(desk: Desk) -> Iterator[Change]:
    """How far from the edge of the paper it stands."""
    path = "page_number.distance"
    distance, measured_to = desk.profile.constraint(path), desk.profile.constraint("page_number.measured_to")
    elements = dict(enumerate(element for _section, element in desk.sections))
    for number in in_headers(desk.subject):
        if number.paragraph.index or number.paragraph.look.frame:
            continue
        for index in number.sections:
            section = desk.subject.view.sections[index]
            if section.is_landscape or index not in elements:
                continue
            measured = _measured(desk, section, number)
            if any(
                measured_to.accepts(point) and distance.accepts(length, tolerance=_NEAR)
                for point, length in measured.items()
            ):
                continue
            point = desk.profile.text("page_number.measured_to")
            wanted = Length(desk.profile.length(path) - (measured[point] - section.header))
            put(elements[index], "pgMar", header=max(wanted.twips, 0))
            yield desk.change(
                _("đầu trang cách mép giấy"), path, millimetres(section.header), millimetres(wanted),
                number.paragraph.where,
            )  # fmt: skip


def _measured(desk: Desk, section: Section, number: PageNumber) -> dict[str, Length]:
    """By the size that the number has once it is put right."""
    run = digits(number)
    size = run.look.size if run else number.paragraph.mark.size
    if not desk.profile.constraint("page_number.size").accepts(size):
        size = desk.profile.length("page_number.size")
    return {"centre": middle_of_digits(section, number, size), "top": section.header}
