"""The figures of a phase as one HTML file: who has answered, the figures by unit, bars, answers in words.

It asks nothing of the network. Its one script sorts tables, and all stands there without it; units' words are escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.figures.trace_words import amount_text
from generator.messages import _, spoken
from generator.model.figures import PhaseFigures, Total, UnitFigures
from generator.reporters.figures_html_cells import STANDINGS, figure_cell, named, total_cell
from generator.reporters.figures_html_charts import charts
from generator.reporters.figures_html_style import SCRIPT, STYLE
from generator.reporters.html_pages import safe

MARK = '<meta name="generator" content="vanthu form status">'
"""By which a file is known as a page of this kind."""


@dataclass(frozen=True, slots=True)
class Row:
    """One unit, how it stands in words, what it is sorted by, and what is blank."""

    unit: UnitFigures
    standing: str
    day: str
    rank: int
    blank: str


@dataclass(frozen=True, slots=True)
class Page:
    figures: PhaseFigures
    office: str
    plan: str
    """What the plan is about."""
    days: str
    """From which day it is looked at, and the deadline, in words."""
    rows: Sequence[Row]
    """In the order in which people want to know."""


def page(shown: Page) -> str:
    return "".join(_parts(shown))


def _parts(shown: Page) -> Iterator[str]:
    figures = shown.figures
    title = safe(figures.title)
    policy = f"default-src 'none'; style-src '{_digest(STYLE)}'; script-src '{_digest(SCRIPT)}'"
    yield (
        f'<!DOCTYPE html>\n<html lang="{spoken()}">\n<head>\n<meta charset="utf-8">\n{MARK}\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n"
        f"<p>{safe(shown.office)}</p>\n<p>{safe(shown.plan)}</p>\n"
        f'<p class="soft">{safe(shown.days)}</p>\n'
    )
    if figures.is_sample:
        yield f'<p class="sample">{safe(_("Số liệu minh họa"))}</p>\n'
    yield f"</header>\n<main>\n{_section(_('Tình hình báo cáo'), _counts(figures) + _answers(shown))}"
    yield _section(_("Số liệu theo đơn vị"), "".join(_figures(figures)))
    drawn = "".join(charts(figures))
    if drawn:
        yield _section(_("Biểu đồ"), f'<div class="charts">\n{drawn}</div>\n')
    words = "".join(_words(figures))
    if words:
        yield _section(_("Ý kiến của các đơn vị"), words)
    yield f"</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"


def _digest(text: str) -> str:
    """By which the page's own style and script are known, and no others: of the text as it stands between the tags."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _section(title: str, content: str) -> str:
    return f"<section>\n<h2>{safe(title)}</h2>\n{content}</section>\n"


def _counts(figures: PhaseFigures) -> str:
    rows = [("", _("phải báo cáo"), len(figures.units))]
    rows += ((str(each), _(STANDINGS[each]), len(figures.of(each))) for each in STANDINGS)
    items = (f'<li class="{style}"><b>{count}</b> {safe(name)}</li>\n' for style, name, count in rows)
    return f'<ul class="counts">\n{"".join(items)}</ul>\n'


def _table(name: str, caption: str, titles: str, rows: str, foot: str = "") -> str:
    """A table that scrolls by itself, with the keyboard too."""
    return (
        f'<div class="wide" role="region" aria-label="{safe(name)}" tabindex="0">\n<table class="sortable">\n'
        f"<caption>{safe(caption)}</caption>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n{rows}</tbody>\n{foot}"
        "</table>\n</div>\n"
    )


def _title(*lines: str, style: str = "") -> str:
    first, *more = map(safe, lines)
    rest = "".join(f'<span class="of">{line}</span>' for line in more)
    return f'<th scope="col"{f" class={style!r}" if style else ""}>{first}{rest}</th>'


def _answers(shown: Page) -> str:
    titles = (_title(_("TT"), style="number"), *map(_title, (_("Đơn vị"), _("Tình hình"), _("Ngày báo cáo"))))
    rows = []
    for number, row in enumerate(shown.rows, 1):
        day = row.unit.answered_on
        rows.append(
            f'<tr><td class="number" data-value="{number}">{number}</td><th scope="row">{safe(row.unit.name)}</th>'
            f'<td class="standing {row.unit.standing}" data-value="{row.rank}">{safe(row.standing)}</td>'
            f'<td data-value="{day.toordinal() if day else ""}">{safe(row.day)}</td><td>{safe(row.blank)}</td></tr>\n'
        )
    caption = _("Đơn vị chưa báo cáo đứng trước.")
    return _table(_("Tình hình báo cáo"), caption, "".join((*titles, _title(_("Còn để trống")))), "".join(rows))


def _figures(figures: PhaseFigures) -> Iterator[str]:
    totals = [figures.totals[code] for code in figures.indicators]
    titles = [_title(_("TT"), style="number"), _title(_("Đơn vị"))]
    titles += (_title(each.indicator.name, each.indicator.unit, style="number") for each in totals)
    rows = []
    for number, unit in enumerate(figures.units, 1):
        cells = "".join(figure_cell(unit.values.get(each.indicator.code)) for each in totals)
        rows.append(
            f'<tr><td class="number" data-value="{number}">{number}</td><th scope="row">{safe(unit.name)}</th>'
            f"{cells}</tr>\n"
        )
    caption = _("Ô trống: không hỏi đơn vị đó. Đơn vị chưa báo cáo không được tính là 0.")
    foot = f"<tfoot>\n{''.join(_foot(totals))}</tfoot>\n"
    yield _table(_("Số liệu theo đơn vị"), caption, "".join(titles), "".join(rows), foot)
    notes = [
        (unit.name, f"{named(figures.totals[code].indicator)}: “{value.note}”")
        for unit in figures.units
        for code, value in unit.values.items()
        if value.note and code in figures.totals
    ]
    if notes:
        yield f"<h3>{safe(_('Ghi chú của các đơn vị'))}</h3>\n{_listed(notes)}"


def _foot(totals: Sequence[Total]) -> Iterator[str]:
    """The total, of how many units it is, and what it is compared with where there is anything to compare."""
    yield _foot_row(_("Cộng"), (total_cell(each.amount, each.is_approximate) for each in totals))
    shares = (f'<td class="number">{each.answered}/{each.asked}</td>' for each in totals)
    yield _foot_row(_("Số đơn vị có số/được hỏi"), shares, "lesser")
    compared = (
        (_("Đợt trước"), [(each.previous, each.is_previous_approximate) for each in totals]),
        (_("Lũy kế"), [(each.cumulative, each.is_cumulative_approximate) for each in totals]),
        (_("Chỉ tiêu giao"), [(each.target, False) for each in totals]),
    )
    for name, amounts in compared:
        if any(amount is not None for amount, _about in amounts):
            yield _foot_row(name, (total_cell(*each) for each in amounts), "lesser")
    if any(each.achieved is not None for each in totals):
        yield _foot_row(_("Đạt so với chỉ tiêu giao"), map(_achieved, totals), "lesser")


def _foot_row(name: str, cells: Iterable[str], style: str = "") -> str:
    opened = f'<tr class="{style}">' if style else "<tr>"
    return f'{opened}<td></td><th scope="row">{safe(name)}</th>{"".join(cells)}</tr>\n'


def _achieved(total: Total) -> str:
    text = "–" if total.achieved is None else f"{amount_text(total.achieved)}%"
    return f'<td class="number">{safe(text)}</td>'


def _words(figures: PhaseFigures) -> Iterator[str]:
    for code, question in figures.questions.items():
        said = [(unit.name, f"“{unit.texts[code]}”") for unit in figures.units if unit.texts.get(code)]
        if said:
            yield f"<h3>{safe(question)}</h3>\n{_listed(said)}"


def _listed(entries: Sequence[tuple[str, str]]) -> str:
    """Between quotation marks: what a unit typed begins no formula, wherever it is pasted."""
    items = "".join(f"<dt>{safe(name)}</dt><dd>{safe(text)}</dd>\n" for name, text in entries)
    return f"<dl>\n{items}</dl>\n"
