"""What stands around the body: letterhead, number, day, recipients, signature, annexes, as plain values.

Every fixed word and form is the Profile's; names and persons are the issuer's.
"""

from __future__ import annotations

from functools import partial
from typing import TypedDict

from generator.measures import Length
from generator.model.kinds import Kind
from generator.model.organization import Organization
from generator.model.reference import Reference
from generator.profile.profile import Profile
from generator.render.request import Request
from generator.render.runs import without_emphasis
from generator.templates.pages import letterhead_widths
from generator.typeface import text_width, wrap
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.dates import dateline as date_after_place
from generator.vietnamese.lines import balanced
from generator.vietnamese.numerals import padded
from generator.vietnamese.unicode import upper, upper_first

TYPE_IDS = {Kind.PLAN: "plan", Kind.GUIDANCE: "guidance", Kind.SLOGANS: "notice", Kind.REPORT: "report"}
"""The type of document by which the regime names and codes each kind; a slogan list of its own is a notice."""


_LEAST_GAP = Length.from_mm(2)
"""Between the two columns of a letterhead, where the regime has a gap at all."""


class Rule(TypedDict):
    length: int
    """Twips."""
    weight: int
    """Eighths of a point."""
    gap: int
    """Twips between the text above and the line."""


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


def kind_title(kind: Kind, profile: Profile) -> str:
    """`KẾ HOẠCH`."""
    return profile.text(f"type_names.{TYPE_IDS[kind]}")


def letterhead(issuer: Organization, day: str, profile: Profile) -> Letterhead:
    """The names, the title and their rules, in columns that hold `day`, the line with place and day, unbroken."""
    (left, gap, right), parent_lines, name_lines = _fitted(issuer, day, profile)
    party = profile.side == "party"
    title, bottom = ("party_title", "party_title") if party else ("national_title", "motto")
    line = profile.text(f"{bottom}.text")
    name_size = profile.length("issuer.size")
    widest = max(name_lines, key=lambda text: text_width(text, name_size, bold=True))
    return {
        "left": left.twips,
        "gap": gap.twips,
        "right": right.twips,
        "parent_lines": parent_lines,
        "name_lines": name_lines,
        "title": profile.text(f"{title}.text"),
        "motto": "" if party else profile.text("motto.text"),
        "star": profile.text("star.text") if party else "",
        "title_rule": rule_under(
            line, f"{bottom}_rule", size=profile.length(f"{bottom}.size"), bold=True, width=right, profile=profile
        ),
        "issuer_rule": {"length": 0, "weight": 0, "gap": 0}
        if party
        else rule_under(widest, "issuer_rule", size=name_size, bold=True, width=left, profile=profile),
    }


def _fitted(
    issuer: Organization, day: str, profile: Profile
) -> tuple[tuple[Length, Length, Length], list[str], list[str]]:
    """The columns, and the lines of the superior's and the issuer's names in the left one.

    A name may have what the gap can spare; the column is widened only as far as its lines need.
    """
    left, gap, right = _columns(day, profile)
    room = Length(left + max(gap - _LEAST_GAP, 0))
    widest, found = left, []
    for name, part, bold in ((issuer.header.parent, "parent_body", False), (issuer.header.name, "issuer", True)):
        size = profile.length(f"{part}.size")
        measure = partial(text_width, size=size, bold=bold)
        lines = balanced(upper(name), measure, room)
        found.append(lines if name else [])
        widest = max(widest, min(max(map(measure, lines)), room))
    parent_lines, name_lines = found
    return (widest, Length(gap - (widest - left)), right), parent_lines, name_lines or [""]


def _columns(day: str, profile: Profile) -> tuple[Length, Length, Length]:
    left, gap, right = letterhead_widths(profile)
    needed = text_width(day, profile.length("dateline.size"), italic=True) + Length.from_mm(1)
    missing = max(needed - right, 0)
    from_gap = min(missing, max(gap - _LEAST_GAP, 0))
    from_left = min(missing - from_gap, left // 3)
    return Length(left - from_left), Length(gap - from_gap), Length(right + from_gap + from_left)


def rule_under(text: str, rule: str, *, size: Length, bold: bool, width: Length, profile: Profile) -> Rule:
    """A line under a text: the regime's share of its width, or of the room where the text wraps."""
    ratio = float(profile.number(f"{rule}.ratio"))
    length = Length(ratio * min(text_width(text, size, bold=bold), width))
    gap = profile.length(f"{rule}.gap") if profile.has(f"{rule}.gap") else Length(0)
    return {"length": length.twips, "weight": round(profile.length(f"{rule}.weight").pt * 8), "gap": gap.twips}


def subject(text: str, profile: Profile) -> tuple[int, Rule]:
    """How far to indent the subject on both sides so that its lines come out even, and the rule under it (State)."""
    room = Length(profile.length("page.width") - profile.length("page.left") - profile.length("page.right"))
    size, bold = profile.length("subject.size"), profile.flag("subject.bold")
    lines = balanced(text, lambda words: text_width(words, size, bold=bold), room)
    needed = Length(max(text_width(line, size, bold=bold) for line in lines) + Length.from_mm(1))
    indent = 0
    # Only where Word, which fills line after line, will break at the same places.
    if len(lines) > 1 and needed < room and wrap(text, size, needed, bold=bold) == lines:
        indent = (room.twips - needed.twips) // 2
    under: Rule = {"length": 0, "weight": 0, "gap": 0}
    if profile.has("subject_rule.ratio"):
        printed = lines if indent else wrap(text, size, room, bold=bold)
        # A line longer than the words right above it would look torn off.
        last = printed[-1] if printed else ""
        under = rule_under(last, "subject_rule", size=size, bold=bold, width=room, profile=profile)
    return indent, under


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
    separator = profile.chosen("recipients.separator", request.house.recipient_separator)
    texts = [f"{one.text}{f' ({one.purpose})' if one.purpose else ''}" for one in request.recipients]
    lines = [f"{lead}{without_emphasis(text)}{separator}" for text in texts]
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
