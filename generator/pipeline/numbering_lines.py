"""A document's line in the book: what it says of the document, and whether a document still says what was issued.

It writes neither the book nor a file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.organization import Signatory
from generator.pipeline.job import Job
from generator.pipeline.numbering import name_of_file
from generator.pipeline.numbering_text import differences, text_sha256
from generator.register.database import Register
from generator.register.records import Particulars
from generator.render import frame
from generator.render.copying import copy_code


def said_otherwise(told: Particulars, now: bytes, code: str, target: Path, root: Path) -> tuple[Diagnostic, ...]:
    """Where a document that was issued under this number differs from the one made now; nothing where it does not."""
    if told.text_sha256 and text_sha256(now, code) == told.text_sha256:
        return ()
    head = Diagnostic(
        "register/issued-otherwise",
        _("văn bản số {code} đã phát hành với lời văn khác bản làm bây giờ").format(code=code),
        Location(target),
        hint=_("giữ bản đã phát hành; cần thay thì “vanthu number replace {code} --reason …” để lấy số mới").format(
            code=code
        ),
    )
    file = root / told.file
    if not told.file or sha256_of(file) != told.sha256:
        return (head,)
    try:
        return (head, *differences(file.read_bytes(), now, code, target))
    except (OSError, ValueError):
        return (head,)


def particulars(job: Job, document: bytes, target: Path, root: Path) -> Particulars:
    """What the book says of a document that is about to be written."""
    return replace(
        description(job),
        file=name_of_file(target, root),
        sha256=hashlib.sha256(document).hexdigest(),
        text_sha256=text_sha256(document, code_of(job)),
    )


def description(job: Job) -> Particulars:
    """The same without the file."""
    request, profile = job.request, job.profile
    document, copy = request.document, request.copy
    signer = signer_of(job)
    whole = frame.recipients(request, profile)["lines"] if copy is None else [one.text for one in copy.recipients]
    return Particulars(
        code=code_of(job),
        subject=document.subject,
        issued_on=day_of(job),
        signer=signer.name or signer.position,
        recipients="\n".join(line.lstrip("- ").rstrip(";.,/") for line in whole),
        drafting_unit=request.issuer.drafting_unit,
        archive_holder=request.issuer.archive,
        secrecy=document.marks.secrecy.value if document.marks.secrecy else "",
        urgency=document.marks.urgency.value if document.marks.urgency else "",
    )


def signer_of(job: Job) -> Signatory:
    """Who signs it; of a copy who signs the copy."""
    request, copy = job.request, job.request.copy
    if copy is None:
        return request.signer
    signers = (request.copier or request.issuer).signers
    named = (one for one in signers if one.id == copy.signer)
    return next(named, signers[0] if signers else request.signer)


def code_of(job: Job) -> str:
    """`158-KH/QU`; of a copy its own."""
    request = job.request
    if request.copy is not None:
        return copy_code(request.copy, request.copier or request.issuer, job.profile)
    return frame.number_code(request, job.profile)


def day_of(job: Job) -> date | None:
    request = job.request
    return request.copy.copied_on if request.copy is not None else frame.own_day(request)


def sha256_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


@contextmanager
def placed(register: Register) -> Iterator[None]:
    """Faults of the register have a place: that of the register."""
    try:
        yield
    except Faulty as faulty:
        raise Faulty(at_the_book(register, faulty.diagnostics)) from faulty


def at_the_book(register: Register, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings that have no other place have that of the register."""
    where = Location(part=register.place) if "://" in register.place else Location(Path(register.place))
    return tuple(one if one.where != Location() else one.at(where) for one in found)
