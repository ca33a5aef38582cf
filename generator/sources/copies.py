"""Copies of a document: made by signers of the body that copies, and not before the document itself.

It works on the data as typed; which sections an extract may name is judged where they are counted.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.messages import _
from generator.sources.documents import documents
from generator.sources.identifiers import Known
from generator.sources.unit_names import Names
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese import dates


def check_copies(source: YamlText, known: Known) -> Iterator[Diagnostic]:
    for document in documents(source):
        found = source.get((*document, "copies"))
        for number, copy in enumerate(found if isinstance(found, list) else ()):
            if isinstance(copy, dict):
                yield from _signer(copy, (*document, "copies", number), source, known)
                yield from _day(copy, (*document, "copies", number), document, source)


def _signer(copy: dict[str, object], loc: Loc, source: YamlText, known: Known) -> Iterator[Diagnostic]:
    signer, signers = copy.get("signer"), signers_of(copy.get("unit"), known)
    if isinstance(signer, str) and signers is not None and signer not in signers:
        yield Diagnostic(
            "data/unknown-signer",
            _("cơ quan sao không có người ký “{name}”").format(name=signer),
            source.value_at((*loc, "signer")),
            hint=_("người ký của cơ quan này: {names}").format(names=", ".join(signers) or "-"),
        )


def signers_of(unit: object, known: Known) -> Names | None:
    """The signers of the unit that copies, of the office without one; None where they are not known."""
    if known.office is not None and unit in (None, "", known.office.office.id):
        return known.office_signers
    found = known.units.row(str(unit)) if known.units else None
    return None if known.units is None or found is None else dict.fromkeys(known.units.signer_ids(found))


def _day(copy: dict[str, object], loc: Loc, document: Loc, source: YamlText) -> Iterator[Diagnostic]:
    copied, issued = _date(copy.get("copied_on")), _date(source.get((*document, "issued_on")))
    if copied and issued and copied < issued:
        yield Diagnostic(
            "data/copy-before-issue",
            _("ngày sao {day} trước ngày ban hành {issued}").format(
                day=dates.short_date(copied), issued=dates.short_date(issued)
            ),
            source.value_at((*loc, "copied_on")),
            hint=_("sửa copied_on, hoặc issued_on của văn bản"),
        )


def _date(typed: object) -> datetime.date | None:
    try:
        return dates.parse_date(typed) if isinstance(typed, str) else None
    except ValueError:
        return None
