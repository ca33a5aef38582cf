"""The outline of each kind, and of the part of it that an extract shows.

What a kind prints, and in which order, stands in `outline_plan` and its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.guidance import Guidance
from generator.model.letters import Directive, Dispatch, Minutes
from generator.model.plan import Plan
from generator.model.report import Report
from generator.model.slogans import SloganList
from generator.profile.profile import Profile
from generator.render.abbreviations import Declarations
from generator.render.outline import Block, Outline
from generator.render.outline_guidance import write_guidance, write_slogans
from generator.render.outline_letters import write_directive, write_dispatch, write_minutes
from generator.render.outline_plan import write_plan
from generator.render.outline_report import write_report
from generator.render.request import Request


def body(request: Request, profile: Profile, declarations: Declarations) -> list[Block]:
    """The blocks of the document, or of the sections that an extract copies; they keep their numbers."""
    outline = Outline(profile, request.house, declarations.declare)
    match request.document:
        case Plan() as plan:
            write_plan(outline, plan, request.unit_name)
        case Guidance() as guidance:
            write_guidance(outline, guidance)
        case SloganList() as slogans:
            write_slogans(outline, slogans)
        case Report() as report:
            write_report(outline, report, request.unit_name, request.figures)
        case Directive() as directive:
            write_directive(outline, directive)
        case Dispatch() as dispatch:
            write_dispatch(outline, dispatch)
        case Minutes() as minutes:
            write_minutes(outline, minutes)
    if request.copy is not None and request.copy.sections:
        outline.blocks = extract(outline.blocks, request.copy.sections)
    return outline.finished(before_signature=True, end_mark=profile.text("body.end_mark"))


def extract(blocks: Sequence[Block], sections: Sequence[int]) -> list[Block]:
    """The blocks of these sections, counted from 1 by the headings of the highest level."""
    kept, number = [], 0
    highest = highest_level(blocks)
    for block in blocks:
        number += block["level"] == highest
        if number in sections:
            kept.append(block)
    return kept


def highest_level(blocks: Sequence[Block]) -> int:
    """1 where there are headings with Roman numerals; else that of the first numbers below."""
    return min((block["level"] for block in blocks if block["level"]), default=0)
