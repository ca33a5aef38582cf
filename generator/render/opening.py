"""What a document rests on and refers to: its bases, the plan that it carries out, what it encloses.

How a single document is cited stands in `citation`.
"""

from __future__ import annotations

from typing import TypedDict

from generator.model.house import BasesForm
from generator.model.kinds import Kind
from generator.model.letters import Dispatch
from generator.model.reference import Reference
from generator.model.report import Report
from generator.profile.profile import Profile
from generator.render.citation import first_mention, joined, later_mention, split_bases
from generator.render.frame import enclosed_reference, plan_reference
from generator.render.request import Request

_FOLLOWING = (Kind.GUIDANCE, Kind.SLOGANS, Kind.REPORT)
"""The kinds that carry out the plan, and say so among their bases."""


class Bases(TypedDict):
    """Legal bases: a sentence or lines, by the house style; the other one is empty."""

    sentence: str
    lines: list[str]


class Cited(TypedDict):
    """How the plan is cited in the documents that follow from it."""

    first: str
    later: str


NOT_CITED: Cited = {"first": "", "later": ""}


def bases(request: Request, profile: Profile) -> Bases:
    """All that the document is based on, in the order of its file."""
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
    if request.kind in _FOLLOWING:
        references.append(plan_reference(request))
    return references


def cited(request: Request) -> Cited:
    reference = plan_reference(request)
    first = first_mention(reference, request.house, request.office_profile)
    return {"first": first, "later": later_mention(reference)}


def enclosed(request: Request, profile: Profile) -> str:
    """The documents that a dispatch carries, as one phrase; empty where there are none."""
    document = request.document
    if not isinstance(document, Dispatch) or not document.encloses:
        return ""
    references = [enclosed_reference(request, kind, profile) for kind in document.encloses]
    return joined([first_mention(reference, request.house, profile) for reference in references])
