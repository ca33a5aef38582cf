"""The names that may stand in braces in a text of a profile: `Lưu {office}`.

It does not fill them in: whoever prints the text does, and gives exactly these names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic
from generator.messages import _
from generator.profile.constraint import Constraint, Matching, candidates

_FIELD = re.compile(r"\{([a-z_]+)\}")
_BRACED = re.compile(r"\{[^{}]*\}?|\}")

_AUTHORITY = frozenset({"head", "deputy", "position", "body", "position_in_body"})
_BODIES = frozenset({"name", "short_name", "unit", "lead", "partner", "form", "ordinal", "parent"})
_PARENTS = frozenset({"parent", "parent_committee", "agency", "congress"})
_OF_SECTIONS: Mapping[str, frozenset[str]] = {
    "authority_forms": _AUTHORITY,
    "authority_titles": _AUTHORITY,
    "parent_forms": _PARENTS,
    "issuer_forms": _BODIES,
}
_NUMBER = frozenset({"number"})
_MARKER = frozenset({"number", "parent"})
_DAY = frozenset({"day", "month", "year"})
_CODE = frozenset({"number", "type", "body", "unit"})
_SIGNED = frozenset({"form", "issuer", "number", "date", "time", "zone"})
_OF_PATHS: Mapping[str, frozenset[str]] = {
    **{f"{name}.template": _CODE for name in ("number_format", "copy_number")},
    "number_format.dispatch_template": _CODE,
    **{f"date_format.{key}": frozenset({"place", *_DAY}) for key in ("template", "blank")},
    **{f"{name}.template": _NUMBER for name in ("part", "section", "annex_label", "draft")},
    **{f"{name}.template": frozenset({"number", "title"}) for name in ("article", "clause", "point")},
    **{f"{name}.marker": _NUMBER for name in ("part", "section", "article", "clause", "point", "annex_label")},
    **{f"heading_{name}.marker": _MARKER for name in ("roman", "decimal", "nested")},
    **{f"heading_{name}.template": frozenset({"number", "title"}) for name in ("roman", "decimal", "nested")},
    "citation.first_template": frozenset({"kind", "number", "date", "issuer", "subject"}),
    "citation.later_template": _NUMBER | {"kind"},
    "citation.law_template": frozenset({"kind", "name", "year", "date"}),
    "citation.date_template": _DAY,
    "recipients_archive.template": frozenset({"office", "symbol", "unit"}),
    "drafter_code.template": frozenset({"drafter", "copies"}),
    "contact.template": frozenset({"address", "telephone", "fax", "email", "website"}),
    "annex_reference.template": frozenset({"kind", "number", "date", "issuer"}),
    **{f"{name}.template": _SIGNED for name in ("copy_signature", "attachment_signature")},
}


def bad_placeholders(path: str, constraint: Constraint) -> Iterator[Diagnostic]:
    """A finding for every brace in the texts at `path` that is not one of the names that will be filled in there."""
    allowed = allowed_at(path)
    if allowed is None:
        return
    names = ", ".join(f"{{{name}}}" for name in sorted(allowed))
    for found in dict.fromkeys(found for text in _texts(constraint) for found in _BRACED.findall(text)):
        field = _FIELD.fullmatch(found)
        if field is not None and field[1] in allowed:
            continue
        yield Diagnostic(
            "profile/bad-placeholder",
            _("{path}: không điền được “{found}”").format(path=path, found=found),
            constraint.source.place,
            expected=names or _("chữ không có dấu ngoặc nhọn"),
            actual=found,
            hint=_("trong ngoặc nhọn chỉ viết một trong các tên này: {names}").format(names=names) if names else None,
        )


def allowed_at(path: str) -> frozenset[str] | None:
    """The names at a path; None where braces are plain text, for nothing is filled in there."""
    section, _dot, key = path.partition(".")
    if section in _OF_SECTIONS:
        return _OF_SECTIONS[section]
    if key in ("template", "marker", "blank") or key.endswith("_template"):
        return _OF_PATHS.get(path, frozenset())
    return None


def _texts(constraint: Constraint) -> Iterator[str]:
    listed = None if isinstance(constraint, Matching) else candidates(constraint)
    for value in (constraint.default, *(listed or ())):
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


__all__ = ["allowed_at", "bad_placeholders"]
