"""Who signs and in whose stead, as the lines of the signature block: one signer, two side by side, a confirmation.

The letters (T/M, TM. …) are the regime's, titles and persons the issuer's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import TypedDict

from generator.model.document import Document
from generator.model.letters import Minutes
from generator.model.organization import AuthorityForm, Signatory
from generator.profile.profile import Profile
from generator.render.request import Request
from generator.vietnamese.unicode import upper


class Signature(TypedDict):
    """The lines in their order; those that are not wanted are empty."""

    authority: list[str]
    """In bold: `T/M BAN THƯỜNG VỤ`; the position of a head who signs alone."""
    position: str
    body: str
    """The body's name under the position, in joint documents."""
    concurrent: str
    """The word `kiêm`."""
    concurrent_position: str
    other_office: str
    """Another office of the signer, right above the name (State)."""
    name: str


class SignaturePair(TypedDict):
    left: Signature
    right: Signature


class Confirmed(TypedDict):
    """`Xác nhận chữ ký của đồng chí …` and who confirms; `label` is empty where nothing is confirmed."""

    label: str
    signature: Signature


NOBODY: Signature = {
    "authority": [],
    "position": "",
    "body": "",
    "concurrent": "",
    "concurrent_position": "",
    "other_office": "",
    "name": "",
}


NOT_CONFIRMED: Confirmed = {"label": "", "signature": NOBODY}


def signature(signer: Signatory, profile: Profile) -> Signature:
    """Lines of authority in capitals, the position, the name; a head who signs alone has only bold lines."""
    stead = tuple((one.form, one.of) for one in signer.authority)
    offices = _offices(stead, signer.position, signer.body, signer.concurrent, profile)
    return offices | {"other_office": signer.other_office, "name": signer.name}


@lru_cache(maxsize=1024)
def _offices(
    stead: tuple[tuple[AuthorityForm, str], ...], position: str, body: str, concurrent: str, profile: Profile
) -> Signature:
    """All but the person; many units are signed for in the same words."""
    separator = profile.text("authority.separator") if profile.has("authority.separator") else " "
    lines = [f"{profile.text(f'authority_forms.{form.value}')}{separator}{upper(of)}" for form, of in stead]
    position, body, concurrent = upper(position), upper(body), upper(concurrent)
    if not lines:
        lines, position, body = [line for line in (position, body) if line], "", ""
    return NOBODY | {
        "authority": lines,
        "position": position,
        "body": body,
        "concurrent": profile.text("concurrent.text") if concurrent and profile.has("concurrent.text") else "",
        "concurrent_position": concurrent,
    }


def signature_pairs(request: Request, profile: Profile) -> list[SignaturePair]:
    """Two who sign side by side: writer and chair of minutes, or the bodies of a joint document, the lead at right."""
    if isinstance(request.document, Minutes):
        return minutes_pair(request.document, profile)
    if not request.joint_issuers:
        return []
    first, *others = (signature(partner.signer, profile) for partner in request.joint_issuers)
    return [{"left": first, "right": signature(request.signer, profile)}, *_in_twos(others)]


def minutes_pair(document: Document, profile: Profile) -> list[SignaturePair]:
    """Whoever issues the minutes, their writer and their chair sign; other documents have no such pair."""
    if not isinstance(document, Minutes):
        return []
    writer, chair = (profile.text(f"authority_cases.minutes_{role}") for role in ("writer", "chair"))
    left: Signature = NOBODY | {"authority": [writer], "name": document.writer}
    return [{"left": left, "right": NOBODY | {"authority": [chair], "name": document.chair}}]


def _in_twos(signatures: list[Signature]) -> Iterator[SignaturePair]:
    for left, right in zip_longest(signatures[::2], signatures[1::2], fillvalue=NOBODY):
        yield {"left": left, "right": right}


def confirmation(request: Request, profile: Profile) -> Confirmed:
    """Who confirms the signature of a body that has no seal (HD05 II.I.7.1)."""
    found = request.confirmation
    if found is None or not profile.has("confirmation.text"):
        return NOT_CONFIRMED
    label = f"{profile.text('confirmation.text')} {found.signed_by}"
    return {"label": label, "signature": signature(found.signer, profile)}
