"""The way in: from the picture of a DOCX to its components by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.docview.blocks import Paragraph
from generator.docview.view import DocView
from generator.docview.words import Story
from generator.model.parts import Part
from generator.recognise import furniture, layout, rules, signing, zones
from generator.recognise.annexes import annexes_of, copy_of
from generator.recognise.component import Component
from generator.recognise.grouping import by_paragraph, components_of, named
from generator.recognise.label import Label
from generator.recognise.outline import headings_of
from generator.recognise.places import places_of
from generator.recognise.reading import dateline_of, number_of
from generator.recognise.recognised import Recognised
from generator.recognise.regime import kind_of, regime_of, side_of
from generator.recognise.segments import Place
from generator.recognise.styled import has_style, styled


def recognise(view: DocView, *, side: str | None = None, regime: str | None = None) -> Recognised:
    """What is what in the document. `side` and `regime`, where given, are believed."""
    places = places_of(view)
    labels = _labels(view, places)
    above, unknown_above = furniture.labels_of(view, Story.HEADER)
    below, unknown_below = furniture.labels_of(view, Story.FOOTER)
    body = components_of(labels)
    known = _gathered(view, places, labels, body)
    main = [each for each in body if not known.is_in_annex(each.first)]
    found_side, reason = side_of(main, known.number, known.signatures, side)
    regime_id, why = (regime, "") if regime else regime_of(found_side, known.issued_on, known.encoding)
    components = (*components_of(above), *body, *components_of(below))
    return replace(
        known,
        side=found_side,
        side_reason=reason,
        kind=kind_of(main, known.number, found_side),
        regime=regime_id,
        regime_reason=why,
        components=components,
        lines=rules.lines_of(view, components, labels),
        unrecognised=(*unknown_above, *_unknown(view, labels), *unknown_below),
    )


def _labels(view: DocView, places: dict[int, Place]) -> list[Label]:
    """By wording and position; where a paragraph has one of our styles, by that."""
    ours = {paragraph.index for paragraph in view.paragraphs if has_style(paragraph) and paragraph.text.strip()}
    found = [label for label in zones.labels_of(view, places) if label.segment.index not in ours]
    for index in ours:
        found += styled(view.paragraphs[index], places.get(index, Place()))
    return sorted(found, key=lambda label: (label.segment.index, label.segment.start))


def _unknown(view: DocView, labels: Sequence[Label]) -> list[Paragraph]:
    known = {label.segment.index for label in labels}
    return [each for each in view.paragraphs if each.index not in known and (each.text.strip() or each.number)]


def _gathered(
    view: DocView, places: dict[int, Place], labels: Sequence[Label], body: tuple[Component, ...]
) -> Recognised:
    """All that the body's components say, but for the side and what follows from it."""
    annexes = annexes_of(view, body)
    main = tuple(each for each in body if not any(annex.start <= each.first.index < annex.stop for annex in annexes))
    number, line = named(main, Part.NUMBER), named(main, Part.DATELINE)
    dateline = dateline_of(line) if line else None
    form, table = layout.letterhead_form(labels)
    return Recognised(
        view=view,
        issued_on=dateline.when if dateline else None,
        components=body,
        letterhead=form,
        letterhead_table=view.tables[table - 1] if table else None,
        number=number_of(number) if number else None,
        dateline=dateline,
        signatures=signing.signatures_of(body, places, view.paragraphs),
        recipients=signing.recipients_of(main),
        addressee=signing.addressee_of(main),
        headings=tuple(headings_of(body)),
        tables=tuple(layout.data_tables(view, layout.taken_tables(labels)).values()),
        annexes=annexes,
        copy=copy_of(view, body),
        page_numbers=furniture.page_numbers(view),
        encoding=layout.encoding_of(view),
        empty=tuple(each for each in view.paragraphs if each.is_empty),
        by_paragraph=by_paragraph(body),
    )
