"""The page of `vanthu form status`: where it may be written, and what stands on it.

It counts nothing, and draws nothing: `reporters.figures_html` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from generator.pipeline.collection_status import CollectionStatus
    from generator.reporters.figures_html import Page, Row
    from generator.sources.loaded import LoadedPlan, LoadedWorkspace

_SUFFIXES = (".html", ".htm")
_BEGINNING = 4096
"""Bytes in which the mark of a page stands."""
_FAR = 100_000
"""More days than any answer is late."""


def write(file: Path, seen: CollectionStatus, loaded: LoadedWorkspace, plan: LoadedPlan, *, quiet: bool) -> None:
    """Writes: the page."""
    from generator.reporters.figures_html import page
    from generator.reporters.text import shown
    from generator.workspace import write_all_whole

    write_all_whole({file: page(_page(seen, loaded, plan)).encode()})
    if not quiet:
        click.echo(_("Đã ghi {file}").format(file=shown(file)))


def refuse_other_files(file: Path, *, overwrites: bool) -> None:
    """Names of other kinds, and files that are no page of figures. Reads: the beginning of the file."""
    if file.suffix.lower() not in _SUFFIXES:
        raise click.UsageError(_("--html cần một tệp .html, không phải {name}").format(name=file.name))
    if overwrites or not file.exists():
        return
    from generator.errors import GeneratorError
    from generator.reporters.figures_html import MARK
    from generator.reporters.text import shown
    from generator.workspace import reason

    try:
        with file.open("rb") as stream:
            is_ours = MARK.encode() in stream.read(_BEGINNING)
    except OSError as error:
        message = _("không đọc được {file}: {reason}").format(file=shown(file), reason=reason(error))
        raise GeneratorError(message, _("kiểm tra tên tệp và quyền đọc")) from error
    if not is_ours:
        message = _("{file} đã có và không phải là trang do lệnh này làm ra").format(file=shown(file))
        raise GeneratorError(message, _("chọn tên khác, hoặc thêm --overwrite để thay"))


def _page(seen: CollectionStatus, loaded: LoadedWorkspace, plan: LoadedPlan) -> Page:
    from generator.commands.form_status_table import days_in_words
    from generator.reporters.figures_html import Page

    office = loaded.office_file.office.name
    return Page(seen.figures, office, plan.plan.subject, days_in_words(seen), tuple(_rows(seen)))


def _rows(seen: CollectionStatus) -> Iterator[Row]:
    """In the order of the table on the terminal; sorted by standing, then by how late."""
    from generator.commands.form_status_table import blanks, standing_in_words
    from generator.pipeline.collection_status import ORDER
    from generator.reporters.figures_html import Row

    for rank, standing in enumerate(ORDER):
        for line in seen.missing if standing is ORDER[0] else seen.of(standing):
            on = line.unit.answered_on
            day = f"{on:%d/%m/%Y}" if on else ""
            yield Row(line.unit, standing_in_words(line), day, rank * _FAR - line.days, blanks(line, seen))
