"""Forms of another edition than the one that is asked now: one line for all files of an edition.

What such a form does not have counts as not reported; that it was taken in otherwise, others have decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.pipeline.collection_collect_form import Sent, Wanted

_NAMED = 3


def other_editions(read: Iterable[Sent], wanted: Wanted, folder: Path) -> Iterator[Diagnostic]:
    """At the one file, or at the folder with the names of the first files."""
    by_edition: dict[int, list[Sent]] = {}
    for each in read:
        if each.unit and not each.is_blank and each.version != wanted.version:
            by_edition.setdefault(each.version, []).append(each)
    for edition, files in sorted(by_edition.items()):
        message = _("biểu lần {edition}, kế hoạch đang hỏi theo biểu lần {wanted}").format(
            edition=edition, wanted=wanted.version
        )
        if len(files) > 1:
            message = _("{count} tệp: {message}: {files}").format(
                count=len(files), message=message, files=_first([each.file.name for each in files])
            )
        absent = [*dict.fromkeys(code for each in files for code in each.absent)]
        if absent:
            message += _("; không có {count} chỉ tiêu đang hỏi: {names}").format(
                count=len(absent), names=wanted.listed(absent)
            )
        hint = _("lấy những chỉ tiêu có trong cả hai, còn lại tính là chưa báo cáo; cần số thì gửi lại biểu mới")
        where = Location(files[0].file if len(files) == 1 else folder)
        yield Diagnostic("returned/other-version", message, where, Severity.WARNING, hint=hint)


def _first(names: list[str]) -> str:
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (_(" và {count} tệp nữa").format(count=rest) if rest > 0 else "")
