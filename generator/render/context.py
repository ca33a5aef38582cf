"""All that a template may see: plain texts, numbers, flags, lists and mappings, made from a request and a Profile.

The types below are the reference for template writers; `templates.lint` reads them.
"""

from __future__ import annotations

from typing import Any, TypedDict

from generator.model.document import Document
from generator.model.kinds import Kind
from generator.model.plan import Plan
from generator.model.report import Report
from generator.profile.profile import Profile
from generator.render import frame, marks, opening, signing
from generator.render.abbreviations import Declarations
from generator.render.addressee import Addressee, addressee
from generator.render.annexes import Annex, annexes
from generator.render.body import body
from generator.render.boxes import Box, FootLine
from generator.render.citation import together
from generator.render.copying import CopyBlock, copy_block
from generator.render.frame import Recipients
from generator.render.letterhead import NO_RULE, Letterhead, Rule, dispatch_subject, letterhead, subject
from generator.render.opening import Bases, Cited
from generator.render.outline import Block
from generator.render.request import Request
from generator.render.runs import without_emphasis
from generator.render.signing import Confirmed, Signature, SignaturePair
from generator.vietnamese.dates import date_range
from generator.vietnamese.unicode import upper, upper_first

_OTHER_DOCUMENTS = {"guidance", "slogans", "reports", "directive", "dispatches", "minutes"}
_LONGEST_PROPERTY = 255
"""Letters that Word takes in a property."""


class Issuer(TypedDict):
    name: str
    body: str
    """Who speaks: `Ban Thường vụ Quận ủy`."""
    place: str
    symbol: str


class Properties(TypedDict):
    """What Word shows under File, Info."""

    title: str
    author: str
    subject: str
    keywords: str
    created: str


class _Titles(TypedDict):
    """What names the document: of a dispatch only the subject, under the number."""

    dispatch_subject: str
    """A dispatch's subject, under its number; such a document has no `kind_title`."""
    kind_title: str
    author_line: str
    subject: str
    """As it continues a sentence."""
    subject_line: str
    """As it stands under the title: the State's begins with a capital."""
    subject_end: str
    subject_indent: int
    """Twips on both sides that make its lines even."""
    subject_rule: Rule


class DocumentContext(_Titles):
    kind: str
    side: str
    regime: str
    issuer: Issuer
    letterhead: Letterhead
    number: str
    dateline: str
    draft: str
    secrecy_room: int
    """Twips left blank under the number, where a secrecy stamp is put on by hand."""
    urgency: Box
    circulation: Box
    """On page 1, in the top margin."""
    period: str
    """Of a report: `từ ngày 25/11/2024 đến ngày 31/5/2025`."""
    aim: str
    bases: Bases
    plan: Cited
    enclosed: str
    """What a dispatch carries, as its first sentence cites it."""
    addressee: Addressee
    outline: list[Block]
    recipients: Recipients
    drafter_code: str
    signature: Signature
    signature_pairs: list[SignaturePair]
    """Of minutes and joint documents, where two sign side by side; else empty."""
    confirmation: Confirmed
    foot_notice: FootLine
    contact: FootLine
    """At the foot of the last page (Party)."""
    contact_lines: list[str]
    """At the foot of page 1 (State)."""
    annexes: list[Annex]
    copy: CopyBlock
    properties: Properties
    data: dict[str, Any]
    """The document's typed data as it stands in the plan file, for templates that loop over it themselves."""


def build_context(request: Request, profile: Profile) -> DocumentContext:
    """The whole context of one document; every key is always there, empty where there is nothing."""
    document = request.document
    day = frame.dateline(request, profile)
    declarations = Declarations(document.abbreviations if isinstance(document, Plan) else ())
    return {
        "kind": request.kind.value,
        "side": profile.side,
        "regime": profile.id,
        "issuer": _issuer(request),
        "letterhead": letterhead(request.issuer, day, profile, request.joint_issuers),
        "number": frame.number(request, profile),
        "dateline": day,
        "draft": frame.draft(request, profile),
        "secrecy_room": marks.secrecy_room(request, profile),
        "urgency": marks.urgency(request, profile),
        "circulation": marks.circulation(request, profile),
        **_titles(request, profile),
        "period": _period(document),
        "aim": declarations.declare(document.aim or "") if isinstance(document, Plan) else "",
        "bases": opening.bases(request, profile),
        "plan": opening.cited(request),
        "enclosed": opening.enclosed(request, profile),
        "addressee": addressee(document.addressees, frame.TYPE_IDS[request.kind], profile),
        "outline": body(request, profile, declarations),
        "recipients": frame.recipients(request, profile),
        "drafter_code": marks.drafter_code(request, profile),
        "signature": signing.signature(request.signer, profile),
        "signature_pairs": signing.signature_pairs(request, profile),
        "confirmation": signing.confirmation(request, profile),
        "foot_notice": marks.foot_notice(request, profile),
        "contact": marks.contact(request, profile),
        "contact_lines": marks.contact_lines(request, profile),
        "annexes": [] if request.copy and request.copy.sections else annexes(request, profile),
        "copy": copy_block(request, profile),
        "properties": _properties(request, profile),
        "data": _plain(document.model_dump(mode="json", exclude=_OTHER_DOCUMENTS)),
    }


def _titles(request: Request, profile: Profile) -> _Titles:
    words = without_emphasis(request.document.subject)
    if request.kind is Kind.DISPATCH:
        return {
            "dispatch_subject": dispatch_subject(words, profile),
            "kind_title": "",
            "author_line": "",
            "subject": words,
            "subject_line": "",
            "subject_end": "",
            "subject_indent": 0,
            "subject_rule": NO_RULE,
        }
    line = upper_first(words) if _begins_large(profile) else words
    indent, rule = subject(line, profile)
    return {
        "dispatch_subject": "",
        "kind_title": frame.kind_title(request.kind, profile),
        "author_line": upper(request.author) if profile.has("author.size") else "",
        "subject": words,
        "subject_line": line,
        "subject_end": profile.text("subject_end.text") if profile.has("subject_end.text") else "",
        "subject_indent": indent,
        "subject_rule": rule,
    }


def _plain(value: Any) -> Any:
    """What was left out is empty text: a template would print `None`."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return "" if value is None else value


def _period(document: Document) -> str:
    return date_range(document.period_from, document.period_to) if isinstance(document, Report) else ""


def _begins_large(profile: Profile) -> bool:
    return profile.has("subject.start") and profile.text("subject.start") == "sentence"


def _issuer(request: Request) -> Issuer:
    issuer = request.issuer
    return {
        "name": issuer.name,
        "body": together([issuer.issuing_body, *(partner.name for partner in request.joint_issuers)]),
        "place": issuer.place,
        "symbol": issuer.symbol,
    }


def _properties(request: Request, profile: Profile) -> Properties:
    document = request.document
    words = without_emphasis(document.subject)
    return {
        "title": _shortened(f"{upper_first(frame.kind_name(request.kind, profile))} {words}"),
        "author": _shortened(request.issuer.name),
        "subject": _shortened(words),
        "keywords": _shortened(document.keywords),
        "created": f"{document.issued_on.isoformat()}T00:00:00Z" if document.issued_on else "",
    }


def _shortened(text: str) -> str:
    """A property is a label, not the text: one that Word would refuse is cut after a word."""
    if len(text) <= _LONGEST_PROPERTY:
        return text
    head = text[: _LONGEST_PROPERTY - 1]
    return f"{head.rpartition(' ')[0] or head}…"
