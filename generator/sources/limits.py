"""What Word itself sets limits to: the columns of a table, the letters of a file's property.

It knows no page: whether many columns can still be read is for the eye.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.messages import _
from generator.sources.yaml_text import YamlText

MAX_COLUMNS = 63
MAX_PROPERTY = 255


def check_limits(source: YamlText) -> Iterator[Diagnostic]:
    for loc, value in source.nodes():
        if loc[-2:] == ("table", "columns") and isinstance(value, list) and len(value) > MAX_COLUMNS:
            yield Diagnostic(
                "data/too-many",
                _("bảng có {count} cột; Word mở được nhiều nhất {most} cột").format(count=len(value), most=MAX_COLUMNS),
                source.value_at((*loc, MAX_COLUMNS)),
                hint=_("chia ra nhiều bảng"),
            )
        if loc[-1:] == ("keywords",) and isinstance(value, str) and len(value) > MAX_PROPERTY:
            yield Diagnostic(
                "data/too-long",
                _("từ khóa dài {count} ký tự; thuộc tính của tệp Word chứa nhiều nhất {most}").format(
                    count=len(value), most=MAX_PROPERTY
                ),
                source.value_at(loc),
                hint=_("rút ngắn lại"),
            )
