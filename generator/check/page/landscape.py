"""Turned pages that hold no table. Their margins are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.docview.blocks import Table
from generator.messages import _, mark
from generator.profile.constraint import accepted_text

_ORIENTATION, _ONLY_TABLES = "page.orientation", "page.landscape_only_with_tables"


@rule(
    "page/landscape-without-table",
    title=mark("trang ngang không có bảng"),
    enforces=(_ORIENTATION, _ONLY_TABLES),
    severity=Severity.WARNING,
)
def landscape_without_table(subject: Subject) -> Iterator[Finding]:
    """What it checks: sections with turned pages, and whether a table or a picture stands on them.

    Why: the text of a document is upright; a page may lie across only where a table needs the width.
    Example: an annex of plain text on landscape pages.
    What to do: set the section to portrait, or let the table that needs the width stand in it.
    """
    orientation = subject.profile.constraint(_ORIENTATION)
    only_tables = subject.profile.flag(_ONLY_TABLES)
    for section in subject.view.sections:
        if not section.is_landscape:
            continue
        if not orientation.accepts("landscape"):
            expected = accepted_text(orientation)
            yield Finding(_("trang nằm ngang"), subject.start_of(section), expected=expected, path=_ORIENTATION)
            continue
        blocks = subject.view.blocks[section.start : section.stop]
        has_content = any(
            isinstance(block, Table) or any(paragraph.drawings for paragraph in block.paragraphs) for block in blocks
        )
        if only_tables and not has_content:
            yield Finding(
                _("trang nằm ngang mà không có bảng biểu"),
                subject.start_of(section),
                hint=_("đặt lại phần này thành trang dọc"),
                path=_ONLY_TABLES,
            )
