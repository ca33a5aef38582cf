"""How the text of data tables looks, where a unit has narrowed what no regulation says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.check.words import aligned, named, readable, value_of
from generator.diagnostics import Severity
from generator.docview.blocks import Paragraph, Row, Table, paragraphs_of
from generator.messages import _, mark
from generator.profile.constraint import accepted_text
from generator.profile.values import written

_WORDS = {
    "size": mark("cỡ chữ trong bảng không đúng"),
    "bold": mark("chữ đậm trong bảng không đúng"),
    "italic": mark("chữ nghiêng trong bảng không đúng"),
    "underline": mark("gạch chân trong bảng không đúng"),
}
_KEYS = (*_WORDS, "alignment")
_ENFORCED = tuple(f"{section}.{key}" for section in ("table", "table_header") for key in _KEYS)


@rule("page/table-text", title=mark("chữ trong bảng"), enforces=_ENFORCED, severity=Severity.WARNING)
def table_text(subject: Subject) -> Iterator[Finding]:
    """What it checks: size, style and alignment of the text in data tables; rows of headings by themselves.

    Why: regulations leave tables free; what is told here is the unit's own form, or text too small to read.
    Example: a table of 7 pt, squeezed onto one page.
    What to do: set the size that the finding names, or turn the page.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for table in subject.recognised.tables:
        for row in table.rows:
            section = "table_header" if _is_heading(table, row) else "table"
            for cell in row.cells:
                for paragraph in paragraphs_of(cell.blocks):
                    yield from _of_words(subject, paragraph, section)
                    yield from _of_paragraph(subject, paragraph, section)


def _is_heading(table: Table, row: Row) -> bool:
    return row.is_header or (row is table.rows[0] and len(table.rows) > 1)


def _of_words(subject: Subject, paragraph: Paragraph, section: str) -> Iterator[Finding]:
    for key, label in _WORDS.items():
        path = f"{section}.{key}"
        constraint = subject.profile.constraint(path)
        for value in dict.fromkeys(value_of(run, key) for run in readable(paragraph.runs)):
            if not constraint.accepts(value):
                expected = accepted_text(constraint)
                yield Finding(_(label), paragraph.where, expected=expected, actual=written(value), path=path)


def _of_paragraph(subject: Subject, paragraph: Paragraph, section: str) -> Iterator[Finding]:
    path = f"{section}.alignment"
    constraint = subject.profile.constraint(path)
    alignment = paragraph.look.alignment
    if readable(paragraph.runs) and not constraint.accepts(named(alignment)):
        yield Finding(
            _("căn lề trong bảng không đúng"),
            paragraph.where,
            expected=accepted_text(constraint),
            actual=aligned(alignment),
            path=path,
        )
