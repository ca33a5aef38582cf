"""What stands around the body besides its head: kind, number, day, references to a plan's documents, recipients.

Every fixed word and form is the Profile's; names and persons are the issuer's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TypedDict

from generator.model.document import Document, JointIssuer
from generator.model.kinds import Kind
from generator.model.letters import Dispatch
from generator.model.organization import Organization, Recipient
from generator.model.reference import Reference
from generator.profile.profile import Profile
from generator.render.request import Request
from generator.render.runs import without_emphasis
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.dates import dateline as date_after_place
from generator.vietnamese.numerals import padded
from generator.vietnamese.unicode import upper_first

TYPE_IDS = {
    Kind.PLAN: "plan",
    Kind.GUIDANCE: "guidance",
    Kind.SLOGANS: "notice",
    Kind.REPORT: "report",
    Kind.DIRECTIVE: "directive",
    Kind.DISPATCH: "dispatch",
    Kind.MINUTES: "minutes",
}
"""The type of document by which the regime names and codes each kind; a slogan list of its own is a notice."""
DISPATCH_NAME = "công văn"
"""What a dispatch is called where it is cited: it does not print its kind."""


class RecipientsLabel(TypedDict):
    label: str


class RecipientLines(TypedDict):
    lines: list[str]
    """With their dashes and end marks; the last is the archive's."""


class Recipients(RecipientsLabel, RecipientLines):
    """`Nơi nhận:` and its lines."""


def kind_title(kind: Kind, profile: Profile) -> str:
    """`KẾ HOẠCH`; empty for a dispatch, which has no title."""
    return profile.text(f"type_names.{TYPE_IDS[kind]}")


def kind_name(kind: Kind, profile: Profile) -> str:
    """`kế hoạch`: how the kind is called in a sentence."""
    return kind_title(kind, profile).lower() or DISPATCH_NAME


def number_code(request: Request, profile: Profile, kind: Kind | None = None) -> str:
    """`158-KH/QU`; blank where the number is not yet given. `kind`: that of another document of the plan."""
    kind = kind or request.kind
    document = request.document_of(kind)
    is_office = kind is Kind.PLAN and kind is not request.kind
    given = document.number if is_office else _given(request, document, is_cited=kind is not request.kind)
    partners = document.joint_issuers if is_office or request.is_own else ()
    body = _body_code(request.office if is_office else request.issuer, partners, profile)
    # The plan as others cite it must not ask who cites it.
    drafting = "{unit}" in _number_form(kind, profile)[1]
    return _code(kind, given, body, _drafting_unit(request, document) if drafting else "", profile)


@lru_cache(maxsize=1024)
def _code(kind: Kind, given: int | None, body: str, unit: str, profile: Profile) -> str:
    """Of units whose numbers are not given yet many have the same."""
    _word, template, blank, code = _number_form(kind, profile)
    return template.format(number=padded(given) if given is not None else blank, type=code, body=body, unit=unit)


def _given(request: Request, document: Document, *, is_cited: bool) -> int | None:
    """The number, where there is one: a draft has none, and a unit's own is not the plan's."""
    if request.draft and not is_cited:
        return None
    if request.given is not None and not is_cited:
        return request.given.number
    return document.number if request.is_own else None


def _body_code(issuer: Organization, partners: Sequence[JointIssuer], profile: Profile) -> str:
    """The issuer's symbol, and after it those of the bodies that issue with it."""
    if not partners:
        return issuer.symbol
    separator = profile.text("number_format.joint_separator")
    return separator.join((issuer.symbol, *(partner.symbol for partner in partners)))


def _drafting_unit(request: Request, document: Document) -> str:
    own = document.drafting_unit if isinstance(document, Dispatch) and request.is_own else ""
    return own or request.issuer.drafting_unit


def number(request: Request, profile: Profile) -> str:
    """`Số 158-KH/QU`, `Số: 15/KH-UBND`."""
    word = _number_form(request.kind, profile)[0]
    return f"{word} {number_code(request, profile)}"


@lru_cache(maxsize=256)
def _number_form(kind: Kind, profile: Profile) -> tuple[str, str, str, str]:
    """The word before the code, the code's template, what stands for a number not yet given, the kind's letters."""
    name = "dispatch_template" if kind is Kind.DISPATCH else "template"
    return (
        profile.text("number_format.template").partition(" ")[0],
        profile.text(f"number_format.{name}").partition(" ")[2],
        profile.text("number_format.blank"),
        profile.text(f"type_codes.{TYPE_IDS[kind]}"),
    )


def dateline(request: Request, profile: Profile) -> str:
    """The day, or a blank for it: a unit's own day is not yet known, only the plan's month. Not every kind has one."""
    day: date | PartialDate | None = own_day(request)
    if day is None:
        month = request.document.issued_on
        day = PartialDate(month.year, month.month) if month else PartialDate()
    return _dateline(request.kind, request.issuer.place, day, profile)


def own_day(request: Request) -> date | None:
    """The document's day, where it is known: a draft has none yet, and a unit's own is not the plan's."""
    if request.draft:
        return None
    if request.given is not None and request.given.day is not None:
        return request.given.day
    return request.document.issued_on if request.is_own else None


@lru_cache(maxsize=1024)
def _dateline(kind: Kind, place: str, day: date | PartialDate, profile: Profile) -> str:
    without = "date_format.without_dateline"
    has_none = profile.has(without) and TYPE_IDS[kind] in profile.texts(without)
    return "" if has_none else date_after_place(place, day)


def draft(request: Request, profile: Profile) -> str:
    """`Dự thảo lần 2`, or nothing."""
    return profile.text("draft.template").format(number=request.draft) if request.draft else ""


def plan_reference(request: Request) -> Reference:
    """The plan as the documents that follow from it cite it: numbered as its own office numbers."""
    return _reference(request, Kind.PLAN, request.office, request.office_profile)


def enclosed_reference(request: Request, kind: Kind, profile: Profile) -> Reference:
    """A document of the plan as the dispatch that carries it cites it."""
    return plan_reference(request) if kind is Kind.PLAN else _reference(request, kind, request.issuer, profile)


def _reference(request: Request, kind: Kind, issuer: Organization, profile: Profile) -> Reference:
    document = request.document_of(kind)
    subject = document.subject
    # Unchecked, for checking would strip the blank that stands for a number not yet given.
    return Reference.model_construct(
        kind=upper_first(kind_name(kind, profile)),
        # A blank to write in must not be torn by the end of a line.
        number=number_code(request, profile, kind).replace(" ", "\u00a0"),
        issued_on=document.issued_on if kind is Kind.PLAN or request.is_own else None,
        issuer=issuer.issuing_body,
        title=subject if subject.startswith("về ") else f"về {subject}",
    )


def recipients(request: Request, profile: Profile) -> RecipientLines:
    """A document that addresses somebody begins with `Như trên` (HD05 II.I.9.2, NĐ30 PL.I, I.II.9b)."""
    listed = request.recipients
    if request.document.addressees:
        first = profile.text("recipients.first_dispatch")
        listed = (Recipient(text=first), *(one for one in listed if one.text.casefold() != first.casefold()))
    return recipient_lines(listed, request.issuer.archive, request.house.recipient_separator, profile)


def recipient_lines(
    listed: Sequence[Recipient], archive: str, wanted_separator: str | None, profile: Profile
) -> RecipientLines:
    """A line each, the archive's last."""
    texts = tuple([f"{one.text} ({one.purpose})" if one.purpose else one.text for one in listed])
    return {"lines": [*_recipient_lines(texts, archive, wanted_separator, profile)]}


@lru_cache(maxsize=1024)
def _recipient_lines(
    texts: tuple[str, ...], archive: str, wanted_separator: str | None, profile: Profile
) -> tuple[str, ...]:
    """Many units write to the same bodies."""
    lead, separator, kept, last = _recipient_marks(wanted_separator, profile)
    lines = (f"{lead}{without_emphasis(text)}{separator}" for text in texts)
    return (*lines, f"{lead}{kept}{archive}{last}")


def recipients_label(profile: Profile) -> RecipientsLabel:
    return {"label": profile.text("recipients_label.text")}


@lru_cache(maxsize=64)
def _recipient_marks(wanted_separator: str | None, profile: Profile) -> tuple[str, str, str, str]:
    """What stands before and after each line, before the archive, and at the end."""
    kept = profile.text("recipients_archive.template").partition("{" if profile.side == "party" else "VT")[0]
    separator = str(profile.chosen("recipients.separator", wanted_separator))
    return profile.text("recipients.lead"), separator, kept, profile.text("recipients_archive.last")
