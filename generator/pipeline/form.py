"""By which profile a document is made, and by whom it may not be signed.

It makes nothing.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.document import Document
from generator.model.organization import Organization
from generator.profile.profile import Profile
from generator.profile.regimes import AUTO, choose, load_profile, load_regime
from generator.sources.loaded import LoadedWorkspace


def profile_for(issuer: Organization, document: Document, loaded: LoadedWorkspace, named: str | None = None) -> Profile:
    """The regime that was `named`, else the issuer's own profile, else the regime in force on the document's day."""
    own = loaded.workspace.unit_profile(issuer.id)
    if named is not None and named != AUTO:
        profile = load_regime(named)
    elif own.is_file():
        profile = load_profile(own, on=_day(document), side=issuer.side.value)
    else:
        profile = regime_for(issuer, document, loaded)
    if profile.side != issuer.side.value:
        message = _("{regime} không dùng cho {issuer}: một bên là thể thức của Đảng, một bên của Nhà nước").format(
            regime=profile.id, issuer=issuer.name
        )
        if named is None:
            where = Location(own if own.is_file() else loaded.workspace.office_file)
            hint = _("ghi regime: auto để chương trình tự chọn")
        else:
            where = Location()
            hint = _("bỏ --regime để chương trình tự chọn, hoặc chọn đơn vị cùng khối bằng --unit")
        raise Faulty([Diagnostic("render/wrong-side", message, where, hint=hint)])
    return profile


def regime_for(issuer: Organization, document: Document, loaded: LoadedWorkspace) -> Profile:
    """The regime that the office has fixed for its own side, else the one in force on the document's day."""
    fixed = loaded.office_file.regime
    if fixed != AUTO and issuer.side is loaded.office_file.office.side:
        return load_regime(fixed)
    return load_regime(choose(issuer.side.value, _day(document)))


def _day(document: Document) -> datetime.date:
    return document.issued_on or datetime.date.today()


def refuse_foreign_signer(document: Document, issuer: Organization, file: Path) -> None:
    """A signer that another organization has: only the issuer's own may sign."""
    known = [signer.id for signer in issuer.signers]
    if document.signer is not None and document.signer not in known:
        message = _("{issuer} không có người ký “{signer}”").format(issuer=issuer.name, signer=document.signer)
        hint = _("người ký của cơ quan này: {names}").format(names=", ".join(known) or "-")
        raise Faulty([Diagnostic("render/unknown-signer", message, Location(file), hint=hint)])
