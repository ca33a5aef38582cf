"""How documents are cited: in full at first, by number alone later (HD05 II.I.6.1.3, NĐ30 PL.I, I.II.6b).

It does not decide which mention is the first: whoever writes the sentence does.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import groupby

from generator.model.house import HouseStyle
from generator.model.reference import LeadVerb, Reference
from generator.profile.profile import Profile
from generator.render.runs import without_emphasis
from generator.vietnamese.dates import day_number, month_number

_LAWS = ("luật", "bộ luật", "pháp lệnh")
"""Types of text that are cited by name, without number and issuer."""


def first_mention(reference: Reference, house: HouseStyle, profile: Profile) -> str:
    """`Kế hoạch số 329-KH/TU, ngày 16/9/2024 của Thành ủy về …`; what is not known is left out."""
    if _is_law(reference, profile):
        return _law(reference, profile)
    words = [later_mention(reference)]
    if reference.issued_on is not None:
        words[0] += f"{_comma(house, profile)} ngày {cited_date(reference.issued_on, profile)}"
    if reference.issuer:
        words.append(f"của {reference.issuer}")
    if reference.title:
        words.append(f"“{reference.title}”" if reference.title_quoted else reference.title)
    return without_emphasis(" ".join(words))


def later_mention(reference: Reference) -> str:
    """`Kế hoạch số 329-KH/TU`; a law has no number and is cited by its name."""
    # A blank to write in stays beside its word: at the end of a line it would be lost.
    joint = "\u00a0" if reference.number.startswith("\u00a0") else " "
    return f"{reference.kind} số{joint}{reference.number}" if reference.number else reference.kind


def cited_date(day: datetime.date, profile: Profile) -> str:
    """The day as the regime writes it in sentences: `16/9/2024`, `16 tháng 9 năm 2024`."""
    template = profile.text("citation.date_template")
    return template.format(day=day_number(day.day), month=month_number(day.month), year=day.year)


def blank_date(year: int | None, profile: Profile) -> str:
    """The same, with blanks for what is not yet known."""
    return profile.text("citation.date_template").format(day="…", month="…", year=year or "…")


def split_bases(
    references: Sequence[Reference], house: HouseStyle, profile: Profile, *, in_sentences: bool
) -> tuple[str, list[str]]:
    """(running sentence, lines): a `Căn cứ` always has a line of its own, the rest where the house wants it so."""
    lined = [one for one in references if not in_sentences or one.lead_verb is LeadVerb.BASED_ON]
    running = [one for one in references if one not in lined]
    return bases_sentence(running, house, profile), bases_lines(lined, house, profile)


def bases_sentence(references: Sequence[Reference], house: HouseStyle, profile: Profile) -> str:
    """`Thực hiện A và B.`: the bases as running text, references of one verb together."""
    sentences = []
    for verb, group in groupby(references, key=lambda reference: reference.lead_verb):
        sentences.append(f"{verb} {joined([first_mention(reference, house, profile) for reference in group])}.")
    return " ".join(sentences)


def bases_lines(references: Sequence[Reference], house: HouseStyle, profile: Profile) -> list[str]:
    """One basis a line, with the regime's marks before and after, the last line ended as the regime says."""
    lead, separator, last = (profile.text(f"bases.{name}") for name in ("lead", "separator", "last"))
    lines = [f"{lead}{reference.lead_verb} {first_mention(reference, house, profile)}" for reference in references]
    return [f"{line}{separator}" for line in lines[:-1]] + [f"{line}{last}" for line in lines[-1:]]


def _is_law(reference: Reference, profile: Profile) -> bool:
    return profile.flag("bases.law_by_name_and_date") and reference.kind.lower() in _LAWS


def _law(reference: Reference, profile: Profile) -> str:
    """`Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015`, or with the year alone, as the regime cites laws."""
    day = reference.issued_on
    if day is None:
        return without_emphasis(f"{reference.kind} {reference.title}".strip())
    template = profile.text("citation.law_template")
    return without_emphasis(
        template.format(kind=reference.kind, name=reference.title, year=day.year, date=cited_date(day, profile))
    )


def _comma(house: HouseStyle, profile: Profile) -> str:
    """The house's choice where the regime leaves one."""
    return "," if profile.chosen("citation.comma_before_date", house.comma_before_date) else ""


def together(names: Sequence[str]) -> str:
    """`A, B và C`."""
    return f"{', '.join(names[:-1])} và {names[-1]}" if len(names) > 1 else names[0]


def joined(mentions: Sequence[str]) -> str:
    """`A; B và C`."""
    if len(mentions) == 1:
        return mentions[0]
    return f"{'; '.join(mentions[:-1])} và {mentions[-1]}"
