"""The half of the context that depends on who issues: names, number, place and day, recipients, signers.

It is made for every unit, the other half once for many; so it is quick, and keeps at hand what units have in common.
"""

from __future__ import annotations

from typing import TypedDict

from generator.model.kinds import Kind
from generator.model.letters import Minutes
from generator.profile.profile import Profile
from generator.render import frame, marks, opening, signing
from generator.render.annexes import Referring, referring
from generator.render.citation import together
from generator.render.copying import CopyBlock, copy_block
from generator.render.frame import RecipientLines
from generator.render.letterhead import Names, names
from generator.render.opening import Cited
from generator.render.request import Request
from generator.render.signing import Confirmed, Signature, SignaturePair
from generator.vietnamese.unicode import upper

_LONGEST_PROPERTY = 255
"""Letters that Word takes in a property."""


class Issuer(TypedDict):
    name: str
    body: str
    """Who speaks: `Ban Thường vụ Quận ủy`."""
    place: str
    symbol: str


class PropertiesAuthor(TypedDict):
    author: str


class ContactLines(TypedDict):
    lines: list[str]


class _OnlySome(TypedDict, total=False):
    """Where a key is left out, the half that is shared says it."""

    author_line: str
    plan: Cited
    enclosed: str
    signature_pairs: list[SignaturePair]
    confirmation: Confirmed
    contact: ContactLines
    contact_lines: list[str]
    copy: CopyBlock


class IssuerContext(_OnlySome):
    issuer: Issuer
    letterhead: Names
    number: str
    dateline: str
    recipients: RecipientLines
    signature: Signature
    annexes: list[Referring]
    properties: PropertiesAuthor


def issuer_context(request: Request, profile: Profile, annexes: int) -> IssuerContext:
    """What of a document is its issuer's; it has so many `annexes`."""
    issuer, day = request.issuer, frame.dateline(request, profile)
    partners = request.joint_issuers
    spoken = together([issuer.issuing_body, *(partner.name for partner in partners)])
    made: IssuerContext = {
        "issuer": {
            "name": issuer.name,
            "body": spoken,
            "place": issuer.place,
            "symbol": issuer.symbol,
        },
        "letterhead": names(issuer, day, profile, partners),
        "number": frame.number(request, profile),
        "dateline": day,
        "recipients": frame.recipients(request, profile),
        "signature": signing.signature(request.signer, profile),
        "annexes": [referring(request, profile)] * annexes if annexes else [],
        "properties": {"author": shortened(issuer.name)},
    }
    _add_some(made, request, profile)
    return made


def _add_some(made: IssuerContext, request: Request, profile: Profile) -> None:
    """What only some documents have."""
    if request.kind is Kind.PLAN:
        made["plan"] = opening.cited(request)
    elif request.kind is Kind.DISPATCH:
        made["enclosed"] = opening.enclosed(request, profile)
    if request.document.marks.contact:
        made["contact"] = {"lines": marks.contact(request, profile)["lines"]}
        made["contact_lines"] = marks.contact_lines(request, profile)
    if request.copy is not None:
        made["copy"] = copy_block(request, profile)
    if request.is_own:
        made["confirmation"] = signing.confirmation(request, profile)
        if not isinstance(request.document, Minutes):
            made["signature_pairs"] = signing.signature_pairs(request, profile)
        if request.kind is not Kind.DISPATCH and profile.has("author.size"):
            made["author_line"] = upper(request.author)


def shortened(text: str) -> str:
    """A property is a label, not the text: one that Word would refuse is cut after a word."""
    if len(text) <= _LONGEST_PROPERTY:
        return text
    head = text[: _LONGEST_PROPERTY - 1]
    return f"{head.rpartition(' ')[0] or head}…"
