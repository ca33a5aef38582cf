"""All that a template may see: plain texts, numbers, flags, lists and mappings, made from a request and a Profile.

The types below are the reference for template writers; `templates.lint` reads them.
"""

from __future__ import annotations

from typing import Any, TypedDict

from generator.measures import Length
from generator.model.guidance import Guidance
from generator.model.house import BasesForm
from generator.model.plan import Plan
from generator.model.report import Report
from generator.model.slogans import SloganList
from generator.profile.profile import Profile
from generator.render import frame
from generator.render.citation import bases_lines, bases_sentence, first_mention, later_mention
from generator.render.frame import Annex, Letterhead, Recipients, Rule, Signature
from generator.render.outline import Block, Outline
from generator.render.outline_guidance import write_guidance, write_slogans
from generator.render.outline_plan import write_plan
from generator.render.outline_report import write_report
from generator.render.request import Request


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
    subject_end: str
    subject_rule: Rule
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
    outline = Outline(profile, request.house)
    match document:
        case Plan():
            write_plan(outline, document, request.unit_name)
        case Guidance():
            write_guidance(outline, document)
        case SloganList():
            write_slogans(outline, document)
        case Report():
            write_report(outline, document, request.unit_name)
    title, day = frame.kind_title(request.kind, profile), frame.dateline(request)
    return {
        "kind": request.kind.value,
        "side": profile.side,
        "regime": profile.id,
        "issuer": {
            "name": request.issuer.name,
            "body": request.issuer.issuing_body,
            "place": request.issuer.place,
            "symbol": request.issuer.symbol,
        },
        "letterhead": frame.letterhead(request.issuer, day, profile),
        "number": frame.number(request, profile),
        "dateline": day,
        "draft": frame.draft(request, profile),
        "kind_title": title,
        "subject": document.subject,
        "subject_end": profile.text("subject_end.text") if profile.has("subject_end.text") else "",
        "subject_rule": _subject_rule(document.subject, profile),
        "aim": (document.aim or "") if isinstance(document, Plan) else "",
        "bases": _bases(request, profile),
        "plan": _cited(request),
        "outline": outline.finished(before_signature=True),
        "recipients": frame.recipients(request, profile),
        "signature": frame.signature(request, profile),
        "annexes": frame.annexes(request, profile),
        "properties": {
            "title": f"{title.capitalize()} {document.subject}",
            "author": request.issuer.name,
            "subject": document.subject,
            "keywords": document.keywords,
            "created": f"{document.issued_on.isoformat()}T00:00:00Z" if document.issued_on else "",
        },
        "data": document.model_dump(mode="json", exclude={"guidance", "slogans", "reports"}),
    }


def _bases(request: Request, profile: Profile) -> Bases:
    references = request.document.references
    usual = BasesForm.SENTENCE if profile.side == "party" else BasesForm.LINES
    if (request.house.bases_form or usual) is BasesForm.SENTENCE:
        return {"sentence": bases_sentence(references, request.house), "lines": []}
    return {"sentence": "", "lines": bases_lines(references, request.house, profile)}


def _cited(request: Request) -> Cited:
    reference = frame.plan_reference(request)
    return {"first": first_mention(reference, request.house), "later": later_mention(reference)}


def _subject_rule(subject: str, profile: Profile) -> Rule:
    if not profile.has("subject_rule.ratio"):
        return {"length": 0, "weight": 0}
    width = Length(profile.length("page.width") - profile.length("page.left") - profile.length("page.right"))
    size, bold = profile.length("subject.size"), profile.flag("subject.bold")
    return frame.rule_under(subject, "subject_rule", size=size, bold=bold, width=width, profile=profile)
