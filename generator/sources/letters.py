"""The dispatches of a plan: told apart by their ids, and carrying only documents that the plan has.

It works on the data as typed; whom they address, the model wants to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.messages import _
from generator.model.kinds import Kind
from generator.sources.identifiers import Known, ends_with
from generator.sources.yaml_text import Loc, YamlText

_FIELDS = {kind.value: kind.value for kind in Kind} | {"report": "reports"}
_LIKE_A_COPY = re.compile(r"(?:.*-)?copy-\d+")


def check_letters(source: YamlText, known: Known) -> Iterator[Diagnostic]:
    yield from _without_id(source)
    for loc, value in source.texts():
        if ends_with(loc, ("dispatches", int, "id")):
            yield from _unclear_id(loc, value, source, known)
        elif ends_with(loc, ("encloses", int)):
            yield from _enclosed(loc, value, source)


def _without_id(source: YamlText) -> Iterator[Diagnostic]:
    """Two dispatches without an id would be one file."""
    found = source.get(("dispatches",))
    numbers = [n for n, each in enumerate(found) if isinstance(each, dict)] if isinstance(found, list) else []
    bare = [("dispatches", number) for number in numbers if not source.get(("dispatches", number, "id"))]
    for loc in bare[1:]:
        yield Diagnostic(
            "data/dispatch-without-id",
            _("công văn này và công văn ở dòng {line} đều không có mã").format(line=source.value_at(bare[0]).line),
            source.value_at(loc),
            hint=_("thêm dòng “id: …”, chữ thường không dấu; tên tệp là dispatch-<mã>.docx"),
        )


def _unclear_id(loc: Loc, value: str, source: YamlText, known: Known) -> Iterator[Diagnostic]:
    """An id with which a file would be called like that of a unit, or of a copy."""
    if value in (known.unit_ids or ()) or _LIKE_A_COPY.fullmatch(value):
        yield Diagnostic(
            "data/unclear-id",
            _("mã “{name}” làm tên tệp lẫn với văn bản của đơn vị hoặc bản sao").format(name=value),
            source.value_at(loc),
            hint=_("đặt mã khác"),
        )


def _enclosed(loc: Loc, value: str, source: YamlText) -> Iterator[Diagnostic]:
    fault, hint = None, _("bỏ mục này, hoặc thêm văn bản đó vào tệp kế hoạch")
    if value == Kind.DISPATCH:
        fault = _("công văn không gửi kèm công văn")
        hint = _("các loại gửi kèm được: {kinds}").format(kinds=", ".join(k for k in _FIELDS if k != Kind.DISPATCH))
    elif value == Kind.SLOGANS and source.get(("slogans", "carrier")) == "annex":
        fault = _("danh mục khẩu hiệu là phụ lục của kế hoạch, không phải văn bản riêng")
        hint = _("gửi kèm kế hoạch (plan), hoặc đặt carrier: notice")
    elif value in _FIELDS and value != Kind.PLAN and not source.get((_FIELDS[value],)):
        fault = _("kế hoạch không có văn bản “{kind}” để gửi kèm").format(kind=value)
    if fault:
        yield Diagnostic("data/nothing-to-enclose", fault, source.value_at(loc), hint=hint)
