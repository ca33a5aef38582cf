"""Documents issued: each looked at against its plan and its file, then all of them written into the book at once.

The rules that concern numbers are the register's; what a document needs is asked as for every other one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.model.kinds import Kind
from generator.model.organization import Signatory, Signer
from generator.pipeline.job import Job
from generator.pipeline.numbering import name_of_file
from generator.pipeline.numbering_find import place_of, shown
from generator.pipeline.numbering_lines import day_of, description, signer_of
from generator.pipeline.numbering_render import Counter
from generator.pipeline.numbering_text import bears, text_sha256
from generator.pipeline.wish import Wish
from generator.register.database import Register
from generator.register.life import Issued, issue
from generator.register.records import Act, Entry, Particulars, State
from generator.render.request import Request
from generator.sources.load import load_plan
from generator.sources.loaded import LoadedPlan, LoadedWorkspace
from generator.vietnamese.dates import short_date
from generator.workspace import reason

_OF_AUTHORITY = frozenset(
    f"render/{name}"
    for name in (
        "kind-without-authority",
        "acting-with-position",
        "position-not-shown",
        "concurrent-with-authority",
        "body-after-position",
    )
)
"""What a document may be made with, and needs a reason to be issued with; errors stop it before."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the command line says of the documents."""

    day: date | None = None
    file: Path | None = None
    """The file that was issued, where it is not the one that was made."""
    copies: int | None = None
    signer: str | None = None


@dataclass(frozen=True, slots=True)
class _Looked:
    particulars: Particulars
    findings: tuple[Diagnostic, ...]


class Issuing:
    """One act of issuing; plans are read once."""

    def __init__(self, register: Register, loaded: LoadedWorkspace, act: Act) -> None:
        self._register = register
        self._loaded = loaded
        self._act = act
        self._plans: dict[str, LoadedPlan | None] = {}

    def issue(self, entries: Sequence[Entry], told: Told) -> Issued:
        """All of them, or none. Faulty with everything that speaks against it. Writes: the database."""
        looked = [self._looked(entry, told) for entry in entries]
        changes = [(place_of(entry), one.particulars) for entry, one in zip(entries, looked, strict=True)]
        found = [each for one in looked for each in one.findings]
        return issue(self._register, changes, self._act, found=found)

    def _looked(self, entry: Entry, told: Told) -> _Looked:
        job, findings = self._job(entry)
        known = entry.particulars
        if job is not None:
            findings += [one for one in job.warnings if one.code in _OF_AUTHORITY]
            known = _filled(known, description(job))
        new, of_file = self._file(entry, told)
        findings += of_file
        day = told.day or known.issued_on or (day_of(job) if job else None)
        if told.file is None and told.day and entry.particulars.file and known.issued_on not in (None, told.day):
            findings.append(_other_day(entry, known.issued_on, told.day))
        if told.signer is not None:
            name, wrong = _signer(entry, job, told)
            findings += wrong
            known = replace(known, signer=name or known.signer)
        told_now = replace(known, issued_on=day, copies=told.copies or known.copies, **new)
        return _Looked(told_now, tuple(findings))

    def _job(self, entry: Entry) -> tuple[Job | None, list[Diagnostic]]:
        """The document as its plan gives it now, so that it is looked at as when it is made."""
        if not entry.plan or entry.key is None:
            return None, []
        plan = self._plan(entry.plan)
        if plan is None:
            message = _("không còn tệp kế hoạch {plan}: không soát được thẩm quyền và người ký").format(plan=entry.plan)
            return None, [_unchecked(message, Location())]
        counter = Counter(self._register, self._loaded, plan, self._act, "")
        kind = Kind(entry.document.partition("-")[0])
        wish = Wish((kind,), entry.unit or None, copy=int(entry.copy) if entry.copy else None)
        for item in counter.items(wish, reserve=False):
            if item.entry is not None and item.entry.key == entry.key:
                return item.job, []
        message = _("kế hoạch {plan} không còn văn bản này").format(plan=entry.plan)
        return None, [_unchecked(message, Location(plan.path))]

    def _plan(self, name: str) -> LoadedPlan | None:
        if name not in self._plans:
            path = self._loaded.workspace.root / name
            self._plans[name] = load_plan(path, self._loaded) if path.is_file() else None
        return self._plans[name]

    def _file(self, entry: Entry, told: Told) -> tuple[dict[str, Any], list[Diagnostic]]:
        """Which file it is, and whether it is the one that was made under this number."""
        known, root = entry.particulars, self._loaded.workspace.root
        path = told.file or (root / known.file if known.file else None)
        if path is None:
            return {}, [] if entry.state is State.VOID else [_no_file(entry)]
        try:
            data = path.read_bytes()
        except OSError as error:
            return {}, [_unreadable(path, reason(error))]
        found = []
        sha256 = hashlib.sha256(data).hexdigest()
        if told.file is None and sha256 != known.sha256:
            found.append(_changed(entry, path))
        is_docx = path.suffix.lower() == ".docx"
        if told.file is not None and is_docx and known.code and not bears(data, known.code):
            found.append(_not_in_it(known.code, path))
        said = text_sha256(data, known.code) if is_docx else ""
        new = {"file": name_of_file(path, root), "sha256": sha256, "text_sha256": said or known.text_sha256}
        return new, found


def _filled(known: Particulars, new: Particulars) -> Particulars:
    """What the book knows, and what it lacks as the plan has it."""
    names = ("code", "subject", "signer", "recipients", "drafting_unit", "archive_holder", "secrecy", "urgency")
    return replace(known, **{name: getattr(known, name) or getattr(new, name) for name in names})


def _signer(entry: Entry, job: Job | None, told: Told) -> tuple[str, list[Diagnostic]]:
    """The name of who signed; a finding where nobody has that id, or where another name stands in the document."""
    if job is None:
        return told.signer or "", []
    signers = _signers(job.request)
    found = next((one for one in signers if one.id == told.signer), None)
    if found is None:
        message = _("không có người ký “{signer}”").format(signer=told.signer)
        hint = _("người ký của cơ quan này: {names}").format(names=", ".join(one.id for one in signers) or "-")
        return "", [Diagnostic("render/unknown-signer", message, hint=hint)]
    if told.file is None and found != signer_of(job):
        message = _("văn bản số {code} in người ký khác: {signer}").format(
            code=shown(entry), signer=_name(signer_of(job))
        )
        hint = _("ghi signer vào kế hoạch rồi làm lại văn bản; hoặc chỉ tệp đã ký bằng --file")
        return "", [Diagnostic("register/other-signer", message, hint=hint)]
    return _name(found), []


def _signers(request: Request) -> tuple[Signer, ...]:
    return ((request.copier or request.issuer) if request.copy is not None else request.issuer).signers


def _name(signer: Signatory) -> str:
    return signer.name or signer.position


def _unchecked(message: str, where: Location) -> Diagnostic:
    hint = _("kiểm tra, rồi phát hành kèm --reason")
    return Diagnostic("register/no-plan", message, where, Severity.WARNING, hint=hint)


def _other_day(entry: Entry, printed: date | None, day: date) -> Diagnostic:
    return Diagnostic(
        "register/other-day",
        _("văn bản số {code} in ngày {printed}, phát hành ghi ngày {day}").format(
            code=shown(entry), printed=short_date(printed) if printed else "?", day=short_date(day)
        ),
        hint=_("bỏ --date; hoặc sửa ngày trong kế hoạch, làm lại văn bản rồi phát hành"),
    )


def _no_file(entry: Entry) -> Diagnostic:
    return Diagnostic(
        "register/no-file",
        _("số {code} chưa có tệp văn bản").format(code=shown(entry)),
        severity=Severity.WARNING,
        hint=_("làm bằng “vanthu render … --number”, chỉ tệp bằng --file, hoặc ghi --reason nếu chỉ có bản giấy"),
    )


def _unreadable(path: Path, why: str) -> Diagnostic:
    message = _("không đọc được tệp văn bản: {reason}").format(reason=why)
    hint = _("làm lại văn bản bằng “vanthu render”, hoặc chỉ đúng tệp bằng --file")
    return Diagnostic("register/no-file", message, Location(path), hint=hint)


def _changed(entry: Entry, path: Path) -> Diagnostic:
    return Diagnostic(
        "register/file-changed",
        _("tệp đã sửa sau khi in số {code}").format(code=shown(entry)),
        Location(path),
        hint=_("nếu đây là bản phát hành thì chỉ rõ bằng --file; không thì làm lại bằng “vanthu render”"),
    )


def _not_in_it(code: str, path: Path) -> Diagnostic:
    message = _("trong tệp không thấy số {code}").format(code=code)
    hint = _("kiểm tra có đúng tệp không; số điền tay thì phát hành kèm --reason")
    return Diagnostic("register/number-not-in-file", message, Location(path), Severity.WARNING, hint=hint)
