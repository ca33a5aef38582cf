"""What the numbers of the register are for: each document of a plan and each copy, by a name that stays the same.

Numbers are laid into the plan, so that every document of it prints and cites them. It opens no register.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.copies import Copy
from generator.model.document import Document
from generator.model.kinds import Kind
from generator.model.organization import Level, Organization, Side
from generator.model.plan import Plan
from generator.pipeline.case import documents_of
from generator.pipeline.job import Job
from generator.pipeline.wanted import suffix_of
from generator.register.records import Entry, Purpose
from generator.render.frame import TYPE_IDS
from generator.render.request import Given
from generator.sources.loaded import LoadedPlan, LoadedWorkspace

COPY = "copy"
"""The type of document under which copies stand in the book."""
_SINGLE = {kind.value: kind for kind in (Kind.GUIDANCE, Kind.SLOGANS, Kind.DIRECTIVE, Kind.MINUTES)}
_MANY = {"reports": Kind.REPORT, "dispatches": Kind.DISPATCH}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a plan file where a number may stand: that of a document, or of a copy."""

    purpose: Purpose
    loc: tuple[str | int, ...]
    record: Document | Copy


def plan_name(plan: Path, root: Path) -> str:
    """By which the book knows a plan: `plans/ke-hoach.yaml`."""
    return name_of_file(plan, root)


def name_of_file(file: Path, root: Path) -> str:
    """From the workspace on, with `/`; a file elsewhere by its whole path."""
    whole, base = file.absolute().resolve(), root.absolute().resolve()
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else whole.as_posix()


def purpose_of(kind: Kind, document: Document, issuer: Organization, plan: str, *, is_own: bool) -> Purpose:
    name = kind.value if is_own else f"{kind.value}-{issuer.id}"
    return Purpose(
        issuer.id,
        issuer.side,
        TYPE_IDS[kind],
        f"{name}{suffix_of(document)}",
        unit="" if is_own else issuer.id,
        plan=plan,
        congress=_is_of_congress(issuer),
        secret=document.marks.secrecy is not None,
    )


def purpose_of_copy(original: Purpose, number: int, copier: Organization) -> Purpose:
    """Copies of all forms and of all documents have one series of whoever makes them."""
    return replace(
        original,
        issuer=copier.id,
        side=copier.side,
        kind=COPY,
        copy=str(number),
        congress=_is_of_congress(copier),
    )


def _is_of_congress(issuer: Organization) -> bool:
    return issuer.side is Side.PARTY and issuer.level is Level.CONGRESS


def purpose_of_job(job: Job, plan: str, copy: int | None) -> Purpose:
    """What the number of a document that is to be made is for; `copy`: it is made as this copy of itself."""
    request = job.request
    own = purpose_of(request.kind, request.document, request.issuer, plan, is_own=request.is_own)
    return own if copy is None else purpose_of_copy(own, copy, request.copier or request.issuer)


def slots(plan: Plan, name: str, loaded: LoadedWorkspace) -> Iterator[Slot]:
    """Of the office's own documents, and of their copies, whoever makes them."""
    office = loaded.office_file.office
    for loc, document in documents_of(plan):
        own = purpose_of(kind_at(loc), document, office, name, is_own=True)
        yield Slot(own, loc, document)
        for place, copy in enumerate(document.copies):
            copier = office if copy.unit in (None, office.id) else loaded.unit(str(copy.unit))
            yield Slot(purpose_of_copy(own, place + 1, copier), (*loc, "copies", place), copy)


def kind_at(loc: tuple[str | int, ...]) -> Kind:
    """The kind of the document that stands at this place of a plan."""
    if not loc:
        return Kind.PLAN
    return _SINGLE.get(str(loc[0])) or _MANY[str(loc[0])]


def laid_in(plan: LoadedPlan, found: Mapping[str, Entry], known: tuple[Slot, ...]) -> LoadedPlan:
    """The plan with the numbers that the book has for its documents, and their days where the plan has none.

    Faulty where a number that is typed in the plan is another one.
    """
    changed = plan.plan
    faults = []
    for slot in known:
        entry = found.get(slot.purpose.key)
        if entry is None:
            continue
        typed = slot.record.number
        if typed is not None and typed != entry.number:
            faults.append(_other(entry, typed, at(plan, *slot.loc, "number")))
        changed = _with(changed, slot, entry)
    if faults:
        raise Faulty(faults)
    return replace(plan, plan=changed)


def _other(entry: Entry, typed: int, where: Location) -> Diagnostic:
    return Diagnostic(
        "register/other-number",
        _("kế hoạch ghi số {typed}, sổ đã cấp số {number} cho văn bản này").format(typed=typed, number=entry.number),
        where,
        expected=str(entry.number),
        actual=str(typed),
        hint=_("bỏ dòng number để lấy số trong sổ"),
    )


def _with(plan: Plan, slot: Slot, entry: Entry) -> Plan:
    field = "copied_on" if isinstance(slot.record, Copy) else "issued_on"
    told: dict[str, Any] = {"number": entry.number}
    if getattr(slot.record, field) is None and entry.particulars.issued_on is not None:
        told[field] = entry.particulars.issued_on
    changed: Plan = _put(plan, slot.loc, told)
    return changed


def _put(value: Any, loc: tuple[str | int, ...], told: Mapping[str, Any]) -> Any:
    """The same value, but for what stands at the place inside."""
    if not loc:
        return value.model_copy(update=told)
    step, rest = loc[0], loc[1:]
    if isinstance(step, int):
        return (*value[:step], _put(value[step], rest, told), *value[step + 1 :])
    return value.model_copy(update={step: _put(getattr(value, step), rest, told)})


def at(plan: LoadedPlan, *loc: str | int) -> Location:
    return plan.source.value_at(loc) if plan.source else Location(plan.path)


def with_given(job: Job, entry: Entry, copy: int | None) -> Job:
    """A unit's document, or copy, under the number that the book has for it."""
    request = job.request
    day = entry.particulars.issued_on
    if copy is None:
        return replace(job, request=replace(request, given=Given(entry.number, day)))
    assert request.copy is not None
    told = {"number": entry.number} | ({"copied_on": day} if day and request.copy.copied_on is None else {})
    return replace(job, request=replace(request, copy=request.copy.model_copy(update=told)))
