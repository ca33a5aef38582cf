"""Verdicts as one HTML file for people: the findings beside the pages, or beside the text where no pages were made.

It has no script and asks nothing of the network; whatever comes from a document is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.verdict import Verdict
from generator.diagnostics import Diagnostic
from generator.messages import _, spoken
from generator.reporters.html_pages import Marks, safe, sheets, text
from generator.reporters.html_style import STYLE
from generator.reporters.recognition import heading
from generator.reporters.tally import Row, Tally, in_words, of_all
from generator.reporters.text import SEVERITIES, shown

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def head(tally: Tally) -> str:
    """Up to the first file: the sums, and with several files a table of them."""
    title = safe(_("Kết quả soát thể thức"))
    begin = (
        f'<!DOCTYPE html>\n<html lang="{spoken()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n"
    )
    if len(tally.rows) == 1:
        return f"{begin}</header>\n"
    rows = "".join(_row(row, number) for number, row in enumerate(tally.rows, 1))
    names = "".join(f"<th>{safe(name)}</th>" for name in (_("Tệp"), _("Kết quả")))
    return (
        f"{begin}<p>{safe(of_all(tally))}</p>\n"
        f'<table class="files">\n<thead><tr>{names}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</header>\n'
    )


def _row(row: Row, number: int) -> str:
    state = "good" if row.conforms else "bad"
    name = f'<a href="#f{number}">{safe(shown(row.file))}</a>'
    return f'<tr class="{state}"><td>{name}</td><td>{safe(in_words(row.counts))}</td></tr>\n'


def piece(verdict: Verdict, row: Row, number: int) -> str:
    """One file: its name, what it is, its findings, and beside them its pages or its text."""
    return "".join(_section(verdict, row, number))


def tail(_tally: Tally) -> str:
    return "</body>\n</html>\n"


def _section(verdict: Verdict, row: Row, number: int) -> Iterator[str]:
    known = verdict.understood
    yield f'<section id="f{number}">\n<h2>{safe(shown(verdict.file))}</h2>\n'
    yield f'<p class="{"good" if row.conforms else "bad"} verdict">{safe(in_words(row.counts))}</p>\n'
    if known is not None:
        reason = f" ({safe(known.reason)})" if known.reason else ""
        yield f'<p class="known">{safe(heading(known))}{reason}</p>\n'
    marks = Marks(verdict, number)
    beside = "".join(sheets(verdict, marks)) if verdict.sheets else "".join(text(verdict.pieces, marks))
    yield '<div class="both">\n<div class="findings">\n'
    yield from _findings(verdict, marks)
    yield "</div>\n"
    if beside:
        yield f'<div class="pages">\n{beside}</div>\n'
    yield "</div>\n</section>\n"


def _findings(verdict: Verdict, marks: Marks) -> Iterator[str]:
    if not verdict.diagnostics:
        return
    yield "<ol>\n"
    for index, finding in enumerate(verdict.diagnostics):
        severity = _(SEVERITIES[finding.severity])
        yield (
            f'<li id="{marks.of_finding(index)}" class="{finding.severity}">'
            f'<p><b class="severity">{safe(severity)}</b> {safe(finding.message)} '
            f"<code>{safe(finding.code)}</code></p>{_place(finding, index, marks)}<dl>{''.join(_details(finding))}</dl>"
            "</li>\n"
        )
    yield "</ol>\n"


def _place(finding: Diagnostic, index: int, marks: Marks) -> str:
    where = finding.where
    words = [where.part] if where.part else []
    if where.paragraph is not None:
        words.append(_("đoạn {number}").format(number=where.paragraph))
    page = marks.page(index)
    if page is not None:
        words.insert(0, _("trang {number}").format(number=page))
    said = safe(", ".join(words) or _("cả văn bản"))
    excerpt = f" <q>{safe(where.excerpt)}</q>" if where.excerpt else ""
    if marks.is_shown(index):
        said = f'<a href="#{marks.of_place(index)}">{said}</a>'
    return f'<p class="place">{said}{excerpt}</p>'


def _details(finding: Diagnostic) -> Iterator[str]:
    labelled = (
        (_("Đang là"), finding.actual),
        (_("Cần là"), finding.expected),
        (_("Căn cứ"), finding.basis),
        (_("Gợi ý"), finding.hint),
    )
    for label, value in labelled:
        if value is not None:
            yield f"<dt>{safe(label)}</dt><dd>{safe(value)}</dd>"
