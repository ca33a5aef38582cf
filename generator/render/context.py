"""All that a template may see: plain texts, numbers, flags, lists and mappings, made from a request and a Profile.

The types below are the reference for template writers; `templates.lint` reads them. What depends on who issues is made
by `issuing`; all else is the same for every unit, and made once for many.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypedDict, cast

from generator.model.document import Document
from generator.model.kinds import Kind
from generator.model.plan import Plan
from generator.model.report import Report
from generator.profile.profile import Profile
from generator.render import frame, marks, opening
from generator.render.abbreviations import Declarations
from generator.render.addressee import Addressee, addressee
from generator.render.annexes import Annex, AnnexContent, annex_contents
from generator.render.body import body
from generator.render.boxes import Box, FootLine
from generator.render.copying import NO_COPY, CopyBlock
from generator.render.figure_text import with_figures
from generator.render.frame import Recipients, RecipientsLabel
from generator.render.issuing import Issuer, IssuerContext, PropertiesAuthor, issuer_context, shortened
from generator.render.letterhead import NO_RULE, Letterhead, Rule, Title, dispatch_subject, subject, title
from generator.render.opening import NOT_CITED, Bases, Cited
from generator.render.outline import Block
from generator.render.request import Request
from generator.render.runs import without_emphasis
from generator.render.signing import NOT_CONFIRMED, Confirmed, Signature, SignaturePair, minutes_pair
from generator.render.whole import laid_over
from generator.vietnamese.dates import date_range
from generator.vietnamese.unicode import upper_first

_OTHER_DOCUMENTS = {"guidance", "slogans", "reports", "directive", "dispatches", "minutes"}


class SubjectProperties(TypedDict):
    title: str
    subject: str
    keywords: str
    created: str


class Properties(SubjectProperties, PropertiesAuthor):
    """What Word shows under File, Info."""


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


class _Everywhere(_Titles):
    """What does not depend on who issues."""

    kind: str
    side: str
    regime: str
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
    drafter_code: str
    signature_pairs: list[SignaturePair]
    """Of minutes and joint documents, where two sign side by side; else empty."""
    confirmation: Confirmed
    foot_notice: FootLine
    contact: FootLine
    """At the foot of the last page (Party)."""
    contact_lines: list[str]
    """At the foot of page 1 (State)."""
    copy: CopyBlock
    data: dict[str, Any]
    """The document's typed data as it stands in the plan file, for templates that loop over it themselves."""


class SharedContext(_Everywhere):
    """The context of a document that nobody issues yet; `issuing` fills it up, and lays some of it over."""

    letterhead: Title
    recipients: RecipientsLabel
    annexes: list[AnnexContent]
    properties: SubjectProperties


class DocumentContext(_Everywhere):
    issuer: Issuer
    letterhead: Letterhead
    number: str
    dateline: str
    recipients: Recipients
    signature: Signature
    annexes: list[Annex]
    properties: Properties


def build_context(request: Request, profile: Profile) -> DocumentContext:
    """The whole context of one document; every key is always there, empty where there is nothing."""
    shared = shared_context(request, profile)
    return whole_context(shared, issuer_context(request, profile, len(shared["annexes"])))


def whole_context(shared: SharedContext, own: IssuerContext) -> DocumentContext:
    """Both halves as one; neither is changed."""
    return cast(DocumentContext, laid_over(shared, own))


def shared_context(request: Request, profile: Profile) -> SharedContext:
    """What all units of a side have in common: it asks nothing of the issuer."""
    request = _told(request)
    document = request.document
    declarations = Declarations(document.abbreviations if isinstance(document, Plan) else ())
    return {
        "kind": request.kind.value,
        "side": profile.side,
        "regime": profile.id,
        "letterhead": title(profile),
        "draft": frame.draft(request, profile),
        "secrecy_room": marks.secrecy_room(request, profile),
        "urgency": marks.urgency(request, profile),
        "circulation": marks.circulation(request, profile),
        **_titles(request, profile),
        "period": _period(document),
        "aim": declarations.declare(document.aim or "") if isinstance(document, Plan) else "",
        "bases": opening.bases(request, profile),
        "plan": NOT_CITED if request.kind is Kind.PLAN else opening.cited(request),
        "enclosed": "",
        "addressee": addressee(document.addressees, frame.TYPE_IDS[request.kind], profile),
        "outline": body(request, profile, declarations),
        "recipients": frame.recipients_label(profile),
        "drafter_code": marks.drafter_code(request, profile),
        "signature_pairs": minutes_pair(document, profile),
        "confirmation": NOT_CONFIRMED,
        "foot_notice": marks.foot_notice(request, profile),
        "contact": marks.contact_place(profile),
        "contact_lines": [],
        "annexes": annex_contents(request, profile),
        "copy": NO_COPY,
        "properties": _properties(request, profile),
        "data": _plain(document.model_dump(mode="json", exclude=_OTHER_DOCUMENTS)),
    }


def _told(request: Request) -> Request:
    """With the figures in the report's texts, where it is one that names any."""
    document, figures = request.document, request.figures
    if not isinstance(document, Report) or figures is None:
        return request
    return replace(request, document=with_figures(document, figures))


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
        "author_line": "",
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


def _properties(request: Request, profile: Profile) -> SubjectProperties:
    document = request.document
    words = without_emphasis(document.subject)
    return {
        "title": shortened(f"{upper_first(frame.kind_name(request.kind, profile))} {words}"),
        "subject": shortened(words),
        "keywords": shortened(document.keywords),
        "created": f"{document.issued_on.isoformat()}T00:00:00Z" if document.issued_on else "",
    }
