"""The names of a run's files, looked at one by one before anything is written.

Ids of units are safe already (`sources` sees to it); what is made of them is looked at all the same, last.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.pipeline.batch.order import Order, Want
from generator.pipeline.wanted import documents, suffix_of
from generator.sources.loaded import LoadedPlan
from generator.sources.roster import Roster, Row

_LONGEST = 255 - len(".docx")
_SAFE = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
"""No sign that a file system takes for something else, none that is lost at an end."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
"""What Windows takes for a device."""
_MOST_TOLD = 20


def wants_of(order: Order, plan: LoadedPlan) -> tuple[Want, ...]:
    """The documents that each unit gets; Faulty with every kind that the plan lacks."""
    wants: list[Want] = []
    faults: list[Diagnostic] = []
    for kind in order.kinds:
        try:
            for document in documents(kind, plan, order.phase):
                wants.append(Want(kind, suffix_of(document)))
        except Faulty as faulty:
            faults += faulty.diagnostics
    faults += [_twice(want) for want in dict.fromkeys(wants) if wants.count(want) > 1]
    if faults:
        raise Faulty(faults)
    return tuple(wants)


def _twice(want: Want) -> Diagnostic:
    message = _("có nhiều văn bản cùng tên tệp {name}").format(name=want.name("…"))
    return Diagnostic("batch/same-name", message, hint=_("đặt id khác nhau cho từng văn bản trong tệp kế hoạch"))


def count_of(roster: Roster, chosen: Sequence[str] | None, wants: Sequence[Want]) -> int:
    """How many units there are. Faulty as `look_at_names`, which is asked where names are not known to be sound."""
    longest = None if chosen is not None or any(want.after for want in wants) else roster.source.longest_id
    if longest is None or any(len(want.name("x" * longest)) > _LONGEST for want in wants):
        return look_at_names(roster.rows(chosen), wants, roster.file)
    return roster.count


def look_at_names(rows: Iterable[Row], wants: Sequence[Want], file: Path) -> int:
    """How many units there are. Faulty with names that no file may have, or that two documents would share."""
    faults: list[Diagnostic] = []
    seen = array("Q")
    count = 0
    for row in rows:
        count += 1
        for want in wants:
            name = want.name(row.id)
            if not _is_safe(name) and len(faults) < _MOST_TOLD:
                faults.append(_unsafe(name, Location(file, row.line)))
            if want.after:
                # Elsewhere distinct ids make distinct names; eight bytes a name, as a set would be ten times as large.
                seen.append(int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest()))
    faults += _shared(seen)
    if faults:
        raise Faulty(faults)
    return count


def _is_safe(name: str) -> bool:
    """Such a name holds no separator and is no `..`: it cannot lead out of the folder."""
    return bool(_SAFE.fullmatch(name)) and len(name) <= _LONGEST and not _RESERVED.fullmatch(name)


def _unsafe(name: str, where: Location) -> Diagnostic:
    message = _("tên tệp “{name}” không dùng được trên mọi máy").format(name=f"{name[:80]}.docx")
    hint = _("mã đơn vị chỉ gồm chữ thường không dấu, số và dấu gạch nối, tên tệp không quá 255 byte")
    return Diagnostic("batch/unsafe-name", message, where, hint=hint)


def _shared(seen: array[int]) -> Iterator[Diagnostic]:
    if any(one == other for one, other in pairwise(sorted(seen))):
        message = _("có hai văn bản khác nhau cùng một tên tệp, do mã đơn vị và id công văn ghép lại giống nhau")
        yield Diagnostic("batch/same-name", message, hint=_("đổi id của công văn trong tệp kế hoạch"))
