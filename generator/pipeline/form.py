"""By which profile a document is made, and by whom it may not be signed.

It makes nothing.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.model.document import Document
from generator.model.organization import Organization, Side
from generator.profile.profile import Profile
from generator.profile.regimes import AUTO, choose, load_regime
from generator.sources.unit_layers import Layers, Line


def profile_for(side: Side, line: Line, document: Document, layers: Layers, named: str | None = None) -> Profile:
    """The regime that was `named`; else that of the office or of the document's day, narrowed by the units of the line.

    A named regime stands alone: what a unit says of form may not fit it.
    """
    if named is None or named == AUTO:
        return layers.profile(regime_for(side, document.issued_on, layers), line)
    return load_regime(named)


def refuse_other_side(named: str | None, issuer: Organization) -> None:
    """A regime of the Party for a State body, or the other way round."""
    if named is None or named == AUTO or load_regime(named).side == issuer.side.value:
        return
    message = _("{regime} không dùng cho {issuer}: một bên là thể thức của Đảng, một bên của Nhà nước").format(
        regime=named, issuer=issuer.name
    )
    hint = _("bỏ --regime để chương trình tự chọn, hoặc chọn đơn vị cùng khối bằng --unit")
    raise Faulty([Diagnostic("render/wrong-side", message, hint=hint)])


def regime_for(side: Side, on: datetime.date | None, layers: Layers) -> str:
    """The regime that the office has fixed for its own side, else the one in force on the day, or today."""
    fixed = layers.office_file.regime
    if fixed != AUTO and side is layers.office_file.office.side:
        return fixed
    return choose(side.value, on or datetime.date.today())


def refuse_foreign_signer(document: Document, issuer: Organization, file: Path) -> None:
    """A signer that another organization has: only the issuer's own may sign."""
    known = [signer.id for signer in issuer.signers]
    if document.signer is not None and document.signer not in known:
        message = _("{issuer} không có người ký “{signer}”").format(issuer=issuer.name, signer=document.signer)
        hint = _("người ký của cơ quan này: {names}").format(names=", ".join(known) or "-")
        raise Faulty([Diagnostic("render/unknown-signer", message, Location(file), hint=hint)])
