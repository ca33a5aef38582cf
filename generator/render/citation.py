"""How documents are cited: in full at first, by number alone later (HD05 II.I.6.1.3, NĐ30 PL.I, I.II.6b).

It does not decide which mention is the first: whoever writes the sentence does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.model.house import HouseStyle
from generator.model.reference import Reference
from generator.profile.profile import Profile
from generator.vietnamese.dates import short_date


def first_mention(reference: Reference, house: HouseStyle) -> str:
    """`Kế hoạch số 329-KH/TU, ngày 16/9/2024 của Thành ủy về …`; what is not known is left out."""
    words = [later_mention(reference)]
    if reference.issued_on is not None:
        comma = "," if house.comma_before_date else ""
        words[0] += f"{comma} ngày {short_date(reference.issued_on)}"
    if reference.issuer:
        words.append(f"của {reference.issuer}")
    if reference.title:
        words.append(f"“{reference.title}”" if reference.title_quoted else reference.title)
    return " ".join(words)


def later_mention(reference: Reference) -> str:
    """`Kế hoạch số 329-KH/TU`; a law has no number and is cited by its name."""
    return f"{reference.kind} số {reference.number}" if reference.number else reference.kind


def bases_sentence(references: Sequence[Reference], house: HouseStyle) -> str:
    """`Thực hiện A và B.`: the bases as running text, references of one verb together."""
    sentences = []
    for verb, group in groupby(references, key=lambda reference: reference.lead_verb):
        sentences.append(f"{verb} {_joined([first_mention(reference, house) for reference in group])}.")
    return " ".join(sentences)


def bases_lines(references: Sequence[Reference], house: HouseStyle, profile: Profile) -> list[str]:
    """One basis a line, with the regime's marks before and after, the last line ended as the regime says."""
    lead, separator, last = (profile.text(f"bases.{name}") for name in ("lead", "separator", "last"))
    lines = [f"{lead}{reference.lead_verb} {first_mention(reference, house)}" for reference in references]
    return [f"{line}{separator}" for line in lines[:-1]] + [f"{line}{last}" for line in lines[-1:]]


def _joined(mentions: Sequence[str]) -> str:
    if len(mentions) == 1:
        return mentions[0]
    return f"{'; '.join(mentions[:-1])} và {mentions[-1]}"
