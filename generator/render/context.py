"""All that a template may see: plain texts, numbers, flags, lists and mappings, made from a request and a Profile.

The types below are the reference for template writers; `templates.lint` reads them.
"""

from __future__ import annotations

from typing import Any, TypedDict

from generator.model.document import Document
from generator.model.guidance import Guidance
from generator.model.house import BasesForm
from generator.model.plan import Plan
from generator.model.reference import Reference
from generator.model.report import Report
from generator.model.slogans import SloganList
from generator.profile.profile import Profile
from generator.render import frame
from generator.render.abbreviations import Declarations
from generator.render.annexes import Annex, annexes
from generator.render.citation import first_mention, later_mention, split_bases
from generator.render.frame import Letterhead, Recipients, Rule, Signature
from generator.render.outline import Block, Outline
from generator.render.outline_guidance import write_guidance, write_slogans
from generator.render.outline_plan import write_plan
from generator.render.outline_report import write_report
from generator.render.request import Request
from generator.render.runs import without_emphasis
from generator.vietnamese.dates import date_range
from generator.vietnamese.unicode import upper_first


class Issuer(TypedDict):
    name: str
    body: str
    """Who speaks: `Ban Thường vụ Quận ủy`."""
    place: str
    symbol: str


class Bases(TypedDict):
    """Legal bases: a sentence or lines, by the house style; the other one is empty."""

    sentence: str
    lines: list[str]


class Cited(TypedDict):
    """How the plan is cited in the documents that follow from it."""

    first: str
    later: str


class Properties(TypedDict):
    """What Word shows under File, Info."""

    title: str
    author: str
    subject: str
    keywords: str
    created: str


class DocumentContext(TypedDict):
    kind: str
    side: str
    regime: str
    issuer: Issuer
    letterhead: Letterhead
    number: str
    dateline: str
    draft: str
    kind_title: str
    subject: str
    """As it continues a sentence."""
    subject_line: str
    """As it stands under the title: the State's begins with a capital."""
    subject_end: str
    subject_indent: int
    """Twips on both sides that make its lines even."""
    subject_rule: Rule
    period: str
    """Of a report: `từ ngày 25/11/2024 đến ngày 31/5/2025`."""
    aim: str
    bases: Bases
    plan: Cited
    outline: list[Block]
    recipients: Recipients
    signature: Signature
    annexes: list[Annex]
    properties: Properties
    data: dict[str, Any]
    """The document's typed data as it stands in the plan file, for templates that loop over it themselves."""


def build_context(request: Request, profile: Profile) -> DocumentContext:
    """The whole context of one document; every key is always there, empty where there is nothing."""
    document = request.document
    title, day = frame.kind_title(request.kind, profile), frame.dateline(request)
    subject = without_emphasis(document.subject)
    line = upper_first(subject) if _begins_large(profile) else subject
    indent, rule = frame.subject(line, profile)
    declarations = Declarations(document.abbreviations if isinstance(document, Plan) else ())
    return {
        "kind": request.kind.value,
        "side": profile.side,
        "regime": profile.id,
        "issuer": _issuer(request),
        "letterhead": frame.letterhead(request.issuer, day, profile),
        "number": frame.number(request, profile),
        "dateline": day,
        "draft": frame.draft(request, profile),
        "kind_title": title,
        "subject": subject,
        "subject_line": line,
        "subject_end": profile.text("subject_end.text") if profile.has("subject_end.text") else "",
        "subject_indent": indent,
        "subject_rule": rule,
        "period": _period(document),
        "aim": declarations.declare(document.aim or "") if isinstance(document, Plan) else "",
        "bases": _bases(request, profile),
        "plan": _cited(request),
        "outline": _outline(request, profile, declarations),
        "recipients": frame.recipients(request, profile),
        "signature": frame.signature(request, profile),
        "annexes": annexes(request, profile),
        "properties": _properties(title, subject, request),
        "data": _plain(document.model_dump(mode="json", exclude={"guidance", "slogans", "reports"})),
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
        "body": issuer.issuing_body,
        "place": issuer.place,
        "symbol": issuer.symbol,
    }


def _outline(request: Request, profile: Profile, declarations: Declarations) -> list[Block]:
    outline = Outline(profile, request.house, declarations.declare)
    match request.document:
        case Plan() as plan:
            write_plan(outline, plan, request.unit_name)
        case Guidance() as guidance:
            write_guidance(outline, guidance)
        case SloganList() as slogans:
            write_slogans(outline, slogans)
        case Report() as report:
            write_report(outline, report, request.unit_name)
    return outline.finished(before_signature=True, end_mark=profile.text("body.end_mark"))


def _properties(title: str, subject: str, request: Request) -> Properties:
    document = request.document
    return {
        "title": f"{title.capitalize()} {subject}",
        "author": request.issuer.name,
        "subject": subject,
        "keywords": document.keywords,
        "created": f"{document.issued_on.isoformat()}T00:00:00Z" if document.issued_on else "",
    }


def _bases(request: Request, profile: Profile) -> Bases:
    # The State's bases stand one a line (NĐ30 PL.I, I.II.6a); the Party's "Thực hiện …" may also run on.
    in_sentences = profile.side == "party" and request.house.bases_form is not BasesForm.LINES
    sentence, lines = split_bases(_references(request), request.house, profile, in_sentences=in_sentences)
    return {"sentence": sentence, "lines": lines}


def _references(request: Request) -> list[Reference]:
    """What asked for the document, what it is based on, and the plan that it carries out."""
    document = request.document
    references = list(document.references)
    if isinstance(document, Report) and document.request_reference:
        references.insert(0, document.request_reference)
    if not isinstance(document, Plan):
        references.append(frame.plan_reference(request))
    return references


def _cited(request: Request) -> Cited:
    reference = frame.plan_reference(request)
    first = first_mention(reference, request.house, request.office_profile)
    return {"first": first, "later": later_mention(reference)}
