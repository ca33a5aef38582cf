"""What stands around the body: letterhead, number, day, recipients, signature, annexes, as plain values.

Every fixed word and form is the Profile's; names and persons are the issuer's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from generator.measures import Length
from generator.model.content import Passage
from generator.model.document import Appendix, Orientation
from generator.model.kinds import Kind
from generator.model.organization import Organization
from generator.model.reference import Reference
from generator.model.report import Report
from generator.model.slogans import Carrier
from generator.profile.profile import Profile
from generator.render.outline import Block, Outline
from generator.render.outline_guidance import write_slogans
from generator.render.outline_report import figure_passages
from generator.render.request import Request
from generator.templates.look import letterhead_widths
from generator.typeface import text_width
from generator.vietnamese.dates import PartialDate, short_date
from generator.vietnamese.dates import dateline as date_after_place
from generator.vietnamese.lines import balanced
from generator.vietnamese.numerals import padded, roman
from generator.vietnamese.unicode import upper, upper_first

TYPE_IDS = {Kind.PLAN: "plan", Kind.GUIDANCE: "guidance", Kind.SLOGANS: "notice", Kind.REPORT: "report"}
"""The type of document by which the regime names and codes each kind; a slogan list of its own is a notice."""


class Rule(TypedDict):
    length: int
    """Twips."""
    weight: int
    """Eighths of a point."""


class Letterhead(TypedDict):
    left: int
    gap: int
    right: int
    """The columns in twips: as wide as the profile says, or as a long place name needs."""
    parent_lines: list[str]
    name_lines: list[str]
    title: str
    """ĐẢNG CỘNG SẢN VIỆT NAM, or the national title."""
    motto: str
    star: str
    title_rule: Rule
    """Under the Party title, or under the motto."""
    issuer_rule: Rule


class Recipients(TypedDict):
    label: str
    lines: list[str]
    """With their dashes and end marks; the last is the archive's."""


class Signature(TypedDict):
    authority: list[str]
    position: str
    name: str


class Annex(TypedDict):
    label: str
    title: str
    reference: str
    end: str
    landscape: bool
    outline: list[Block]


def kind_title(kind: Kind, profile: Profile) -> str:
    """`KẾ HOẠCH`."""
    return profile.text(f"type_names.{TYPE_IDS[kind]}")


def letterhead(issuer: Organization, day: str, profile: Profile) -> Letterhead:
    """The names, the title and their rules, in columns that hold `day`, the line with place and day, unbroken."""
    left, gap, right = _columns(day, profile)
    parent, name = upper(issuer.header.parent), upper(issuer.header.name)
    parent_size, name_size = profile.length("parent_body.size"), profile.length("issuer.size")
    party = profile.side == "party"
    title, bottom = ("party_title", "party_title") if party else ("national_title", "motto")
    line = profile.text(f"{bottom}.text")
    name_lines = balanced(name, lambda text: text_width(text, name_size, bold=True) <= left)
    widest = max(name_lines, key=lambda text: text_width(text, name_size, bold=True))
    return {
        "left": left.twips,
        "gap": gap.twips,
        "right": right.twips,
        "parent_lines": balanced(parent, lambda text: text_width(text, parent_size) <= left) if parent else [],
        "name_lines": name_lines,
        "title": profile.text(f"{title}.text"),
        "motto": "" if party else profile.text("motto.text"),
        "star": profile.text("star.text") if party else "",
        "title_rule": rule_under(
            line, f"{bottom}_rule", size=profile.length(f"{bottom}.size"), bold=True, width=right, profile=profile
        ),
        "issuer_rule": {"length": 0, "weight": 0}
        if party
        else rule_under(widest, "issuer_rule", size=name_size, bold=True, width=left, profile=profile),
    }


def _columns(day: str, profile: Profile) -> tuple[Length, Length, Length]:
    left, gap, right = letterhead_widths(profile)
    needed = text_width(day, profile.length("dateline.size"), italic=True) + Length.from_mm(1)
    missing = max(needed - right, 0)
    from_gap = min(missing, max(gap - Length.from_mm(2), 0))
    from_left = min(missing - from_gap, left // 3)
    return Length(left - from_left), Length(gap - from_gap), Length(right + from_gap + from_left)


def rule_under(text: str, rule: str, *, size: Length, bold: bool, width: Length, profile: Profile) -> Rule:
    """A line under a text: the regime's share of its width, or of the room where the text wraps."""
    ratio = float(profile.number(f"{rule}.ratio"))
    length = Length(ratio * min(text_width(text, size, bold=bold), width))
    return {"length": length.twips, "weight": round(profile.length(f"{rule}.weight").pt * 8)}


def number_code(request: Request, profile: Profile, kind: Kind | None = None) -> str:
    """`158-KH/QU`; blank where the number is not yet given."""
    kind = kind or request.kind
    document = request.plan if kind is Kind.PLAN else request.document
    given = document.number if request.is_own or kind is Kind.PLAN else None
    issuer = request.office if kind is Kind.PLAN and kind is not request.kind else request.issuer
    template = profile.text("number_format.template").partition(" ")[2]
    return template.format(
        number=padded(given) if given is not None else profile.text("number_format.blank"),
        type=profile.text(f"type_codes.{TYPE_IDS[kind]}"),
        body=issuer.symbol,
    )


def number(request: Request, profile: Profile) -> str:
    """`Số 158-KH/QU`, `Số: 15/KH-UBND`."""
    return f"{profile.text('number_format.template').partition(' ')[0]} {number_code(request, profile)}"


def dateline(request: Request) -> str:
    """The day, or a blank for it: a unit's own day is not yet known, only the plan's month."""
    day = request.document.issued_on
    if day is None:
        return date_after_place(request.issuer.place, PartialDate())
    if not request.is_own:
        return date_after_place(request.issuer.place, PartialDate(day.year, day.month))
    return date_after_place(request.issuer.place, day)


def draft(request: Request, profile: Profile) -> str:
    """`Dự thảo lần 2`, or nothing."""
    return profile.text("draft.template").format(number=request.draft) if request.draft else ""


def plan_reference(request: Request) -> Reference:
    """The plan as the documents that follow from it cite it: numbered as its own office numbers."""
    profile = request.office_profile
    subject = request.plan.subject
    # Unchecked, for checking would strip the blank that stands for a number not yet given.
    return Reference.model_construct(
        kind=upper_first(kind_title(Kind.PLAN, profile).lower()),
        number=number_code(request, profile, Kind.PLAN),
        issued_on=request.plan.issued_on,
        issuer=request.office.issuing_body,
        title=subject if subject.startswith("về ") else f"về {subject}",
    )


def recipients(request: Request, profile: Profile) -> Recipients:
    lead, last = profile.text("recipients.lead"), profile.text("recipients_archive.last")
    separator = profile.text("recipients.separator")
    wanted = request.house.recipient_separator
    if wanted is not None and profile.constraint("recipients.separator").accepts(wanted):
        separator = wanted
    lines = [f"{lead}{one.text}{f' ({one.purpose})' if one.purpose else ''}{separator}" for one in request.recipients]
    archive = profile.text("recipients_archive.template").partition("{" if profile.side == "party" else "VT")[0]
    archive += request.issuer.archive
    return {"label": profile.text("recipients_label.text"), "lines": [*lines, f"{lead}{archive}{last}"]}


def signature(request: Request, profile: Profile) -> Signature:
    """Lines of authority in capitals, the position, the name; a head who signs alone has only a bold line."""
    signer = request.signer
    separator = profile.text("authority.separator") if profile.has("authority.separator") else " "
    lines = [
        f"{profile.text(f'authority_forms.{one.form.value}')}{separator}{upper(one.of)}" for one in signer.authority
    ]
    position = upper(signer.position)
    if not lines:
        return {"authority": [position] if position else [], "position": "", "name": signer.name}
    return {"authority": lines, "position": position, "name": signer.name}


def annexes(request: Request, profile: Profile) -> list[Annex]:
    """The document's annexes with their labels; one alone has no number (HD05 II.1, NĐ30 PL.I, I.III.1)."""
    found = list(_appendices(request, profile))
    return [
        _annex(appendix, blocks, place, len(found), request, profile)
        for place, (appendix, blocks) in enumerate(found, 1)
    ]


def _appendices(request: Request, profile: Profile) -> Iterator[tuple[Appendix, list[Block]]]:
    document = request.document
    for appendix in document.appendices:
        yield appendix, _blocks(appendix.content, request, profile)
    if request.kind is Kind.PLAN and request.plan.slogans and request.plan.slogans.carrier is Carrier.ANNEX:
        outline = Outline(profile, request.house)
        write_slogans(outline, request.plan.slogans)
        blocks = outline.finished(before_signature=False)
        yield Appendix(title=request.plan.slogans.subject, content=()), blocks
    if isinstance(document, Report) and document.figures is not None:
        content = figure_passages(
            document.figures, request.indicators, request.unit_name, is_sample=document.sample_figures
        )
        appendix = Appendix(title=document.figures.title, orientation=Orientation.LANDSCAPE, content=content)
        yield appendix, _blocks(content, request, profile)


def _blocks(content: Iterable[Passage], request: Request, profile: Profile) -> list[Block]:
    outline = Outline(profile, request.house)
    outline.passages(content, parent=0)
    return outline.finished(before_signature=False)


def _annex(
    appendix: Appendix, blocks: list[Block], place: int, count: int, request: Request, profile: Profile
) -> Annex:
    title = upper(appendix.title) if profile.text("annex_title.case") == "upper" else appendix.title
    numeral = ""
    if count >= profile.number("annex_label.numbered_from"):
        numeral = roman(place) if profile.text("annex_label.numerals") == "roman" else str(place)
    document = request.document
    day = document.issued_on if request.is_own else None
    year = document.issued_on.year if document.issued_on else ""
    return {
        "label": profile.text("annex_label.template").format(number=numeral).strip(),
        "title": title,
        "reference": profile.text("annex_reference.template").format(
            kind=upper_first(kind_title(request.kind, profile).lower()),
            number=number_code(request, profile),
            date=short_date(day) if day else f"…/…/{year}",
            issuer=request.issuer.issuing_body,
        ),
        "end": profile.text("annex_end.text") if profile.has("annex_end.text") else "",
        "landscape": appendix.orientation is Orientation.LANDSCAPE,
        "outline": blocks,
    }
