"""Names under signatures: the full name alone, as people write names.

It does not know who may sign what.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.sources.identifiers import Pattern, ends_with
from generator.sources.yaml_text import YamlText
from generator.vietnamese.names import person_name, strip_titles, title_prefix

_BASIS = "HD05 II.I.7.2; NĐ30 PL.I, I.II.7"
_NAMES: tuple[Pattern, ...] = (
    ("signers", int, "name"),
    ("joint_issuers", int, "signer", "name"),
    ("confirmation", "signer", "name"),
    ("confirmation", "signed_by"),
    ("minutes", "writer"),
    ("minutes", "chair"),
)


def check_signers(source: YamlText) -> Iterator[Diagnostic]:
    """Titles before a signer's name, which is printed without (some State sectors may), and names in capitals."""
    for loc, text in source.texts():
        if not any(ends_with(loc, pattern) for pattern in _NAMES):
            continue
        name = text.strip()
        if title := title_prefix(name):
            yield Diagnostic(
                "data/title-before-name",
                _("họ tên người ký có “{title}” ở trước").format(title=title),
                source.value_at(loc),
                Severity.WARNING,
                basis=_BASIS,
                hint=_("viết “{name}”: không ghi học hàm, học vị, quân hàm, danh hiệu").format(name=strip_titles(name)),
            )
        elif name and name == name.upper():
            yield Diagnostic(
                "data/name-in-capitals",
                _("họ tên người ký viết bằng chữ hoa"),
                source.value_at(loc),
                Severity.WARNING,
                basis=_BASIS,
                hint=_("viết “{name}”").format(name=person_name(name)),
            )
