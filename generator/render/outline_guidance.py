"""What a guidance and a slogan list print and in which order.

It does not number by hand: `outline` makes every marker.
"""

from __future__ import annotations

from generator.model.content import Item
from generator.model.guidance import Guidance, GuidanceSection, Step
from generator.model.slogans import SloganList
from generator.render.details import with_details
from generator.render.outline import Outline
from generator.vietnamese.dates import date_range, short_date

PURPOSES, AUDIENCE, CONTENT, FORMS, PROCEDURE, IMPLEMENTATION = (
    "Mục đích, yêu cầu",
    "Đối tượng",
    "Nội dung",
    "Hình thức",
    "Các bước thực hiện",
    "Phân công thực hiện",
)
"""The usual titles of parts that share a section with others."""


def write_guidance(outline: Outline, guidance: Guidance) -> None:
    """Every section of a guidance; a part that has its section for itself needs no title of its own."""
    for number, section in enumerate(guidance.sections, 1):
        outline.section(number, section.title)
        outline.passages(section.lead, parent=0)
        count = _write_parts(outline, section)
        outline.free(section, count)
        if section.reporting:
            outline.paragraph(section.reporting)
        outline.passages(section.closing, parent=0)


def _write_parts(outline: Outline, section: GuidanceSection) -> int:
    """Write the typed parts; how many headings were numbered."""
    titled = [(part, usual) for part, usual in ((section.purposes, PURPOSES), (section.audience, AUDIENCE)) if part]
    plain = [
        (passages, usual)
        for passages, usual in (
            (section.content_points, CONTENT),
            (section.forms_channels, FORMS),
            (section.implementation, IMPLEMENTATION),
        )
        if passages
    ]
    share = len(titled) + len(plain) + bool(section.procedure_steps) > 1
    count = 0
    for part, usual in titled:
        if share or part.title:
            count += 1
            outline.titled(count, part, usual)
        else:
            count = outline.free(section.model_copy(update={"content": part.content}), count)
    for passages, usual in plain:
        if share:
            count += 1
            outline.heading(count, usual)
            outline.passages(passages, parent=count)
        else:
            count = outline.free(section.model_copy(update={"content": passages}), count)
    if section.procedure_steps:
        if share:
            count += 1
            outline.heading(count, PROCEDURE)
        outline.numbered([Item(text=_step(step)) for step in section.procedure_steps])
    return count


def _step(step: Step) -> str:
    output = f"sản phẩm: {step.output}" if step.output else ""
    return with_details(f"{step.actor} {step.action}", (output, step.deadline or ""))


def write_slogans(outline: Outline, slogans: SloganList) -> None:
    """Groups as headings, slogans as numbered items, then the days of hanging."""
    for number, group in enumerate(slogans.groups, 1):
        outline.heading(number, group.title)
        outline.numbered([Item(text=slogan.text) for slogan in group.slogans])
    if slogans.hang_from and slogans.hang_to:
        outline.paragraph(f"Thời gian treo: {date_range(slogans.hang_from, slogans.hang_to)}.")
    elif slogans.hang_from:
        outline.paragraph(f"Thời gian treo: từ ngày {short_date(slogans.hang_from)}.")
