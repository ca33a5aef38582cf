"""Annexes: those that were typed, the slogan list of a plan, the figures of a report, each with label and reference.

It does not begin new pages: the template's annex block does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from generator.model.content import Passage
from generator.model.document import Appendix, Orientation
from generator.model.kinds import Kind
from generator.model.report import FigureTable, Report
from generator.model.slogans import Carrier
from generator.profile.profile import Profile
from generator.render.citation import blank_date, cited_date
from generator.render.figure_table import answer_passages
from generator.render.figure_typed import typed_passages
from generator.render.frame import kind_name, number_code, own_day
from generator.render.outline import Block, Outline
from generator.render.outline_guidance import write_slogans
from generator.render.outline_report import is_sample
from generator.render.request import Request
from generator.render.runs import without_emphasis
from generator.templates.pages import text_width
from generator.vietnamese.numerals import roman
from generator.vietnamese.unicode import upper, upper_first


class Referring(TypedDict):
    """What an annex says of the document that it is attached to."""

    reference: str


class AnnexContent(TypedDict):
    label: str
    title: str
    end: str
    landscape: bool
    outline: list[Block]


class Annex(AnnexContent, Referring):
    """An annex with all that is printed on its pages."""


def annexes(request: Request, profile: Profile) -> list[Annex]:
    """The document's annexes, each with its label and the words that refer to the document."""
    return [{**content, **referring(request, profile)} for content in annex_contents(request, profile)]


def annex_contents(request: Request, profile: Profile) -> list[AnnexContent]:
    """The annexes with their labels; one alone has no number (HD05 II.1, NĐ30 PL.I, I.III.1)."""
    if request.copy and request.copy.sections:
        return []
    found = list(_appendices(request, profile))
    return [_content(appendix, blocks, place, len(found), profile) for place, (appendix, blocks) in enumerate(found, 1)]


def referring(request: Request, profile: Profile) -> Referring:
    """`(Kèm theo Kế hoạch số …)`: the same in all annexes of a document."""
    document = request.document
    day = own_day(request)
    year = document.issued_on.year if document.issued_on else None
    return {
        "reference": profile.text("annex_reference.template").format(
            kind=upper_first(kind_name(request.kind, profile)),
            number=number_code(request, profile),
            date=cited_date(day, profile) if day else blank_date(year, profile),
            issuer=request.issuer.issuing_body,
        )
    }


def _appendices(request: Request, profile: Profile) -> Iterator[tuple[Appendix, list[Block]]]:
    document = request.document
    for appendix in document.appendices:
        yield appendix, _blocks(appendix, request, profile)
    if request.kind is Kind.PLAN and request.plan.slogans and request.plan.slogans.carrier is Carrier.ANNEX:
        outline = Outline(profile, request.house)
        write_slogans(outline, request.plan.slogans)
        blocks = outline.finished(before_signature=False)
        yield Appendix(title=request.plan.slogans.subject, content=()), blocks
    if isinstance(document, Report) and document.figures is not None:
        content = _figures(document, document.figures, request, profile)
        appendix = Appendix.model_construct(
            title=document.figures.title, orientation=Orientation.LANDSCAPE, content=content
        )
        yield appendix, _blocks(appendix, request, profile, holds_tables=not document.figures.rows)


def _figures(report: Report, table: FigureTable, request: Request, profile: Profile) -> tuple[Passage, ...]:
    """Those that stand in the report's file, else those that the units have answered."""
    if table.rows or request.figures is None:
        return typed_passages(table, request.indicators, request.unit_name, is_sample=report.sample_figures)
    room = text_width(profile, landscape=True)
    return answer_passages(table, request.figures, room, is_sample=is_sample(report, request.figures))


def _blocks(appendix: Appendix, request: Request, profile: Profile, *, holds_tables: bool = False) -> list[Block]:
    outline = Outline(profile, request.house, landscape=appendix.orientation is Orientation.LANDSCAPE)
    outline.passages(appendix.content, parent=0)
    if holds_tables:
        outline.hold_tables()
    return outline.finished(before_signature=False)


def _content(appendix: Appendix, blocks: list[Block], place: int, count: int, profile: Profile) -> AnnexContent:
    title = without_emphasis(appendix.title)
    title = upper(title) if profile.text("annex_title.case") == "upper" else title
    numeral = ""
    if count >= profile.number("annex_label.numbered_from"):
        numeral = roman(place) if profile.text("annex_label.numerals") == "roman" else str(place)
    return {
        "label": profile.text("annex_label.template").format(number=numeral).strip(),
        "title": title,
        "end": profile.text("annex_end.text") if profile.has("annex_end.text") else "",
        "landscape": appendix.orientation is Orientation.LANDSCAPE,
        "outline": blocks,
    }
