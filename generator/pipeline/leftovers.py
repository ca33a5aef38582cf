"""What a unit's document has left over from the level above: its area, its bodies, its congresses, empty slots.

It changes nothing and stops nothing: every finding is a warning, unless a profile says otherwise with its reason. What
speaks for a level is language and stands in `vietnamese.superiors`; here the level is compared with the unit's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.model.congress import Congress, CongressLevel
from generator.model.kinds import Kind
from generator.model.organization import Level, Organization, Side
from generator.pipeline.job import Job
from generator.pipeline.leftover_texts import PlanLines, Text, texts_of
from generator.pipeline.leftover_words import BODY, CONGRESS, PEERS, SLOT, WORD, diagnostic, excerpt, ruled
from generator.profile.profile import Profile
from generator.render.request import Request
from generator.sources.congress_mentions import NATIONAL, Mention, find
from generator.sources.loaded import LoadedPlan
from generator.vietnamese import levels, slots, superior_bodies, superiors
from generator.vietnamese.levels import Rank
from generator.vietnamese.superiors import Phrase, Sort

_RANKS = {
    Level.CELL: Rank.CELL,
    Level.GRASSROOTS: Rank.GRASSROOTS,
    Level.COMMUNE: Rank.COMMUNE,
    Level.DISTRICT: Rank.DISTRICT,
    Level.PROVINCE: Rank.PROVINCE,
    Level.CENTRAL: Rank.CENTRAL,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a leftover, whoever issues the document: a phrase of a level, or (`phrase` None) in any case."""

    code: str
    words: str
    where: Location
    phrase: Phrase | None = None


@dataclass(frozen=True, eq=False)
class Watch:
    """The candidates of one document, looked for once for all units that issue it."""

    candidates: tuple[Candidate, ...]
    office: Organization

    @cached_property
    def areas(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The areas that candidates speak of, each with the words that mean it in a body's name."""
        found = dict.fromkeys(each.phrase.area for each in self.candidates if each.code == WORD and each.phrase)
        return tuple((area, levels.words_of(area)) for area in found)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that candidates name and that may be in a unit's own name: `Ban Tuyên giáo Quận ủy`."""
        phrases = (each.phrase for each in self.candidates if each.code != WORD and each.phrase)
        return tuple({each.words.casefold() for each in phrases if not each.is_committee})


@dataclass(frozen=True, slots=True)
class _Standing:
    """All of a unit that the answer depends on; many units share one."""

    rank: Rank | None
    acts_in: Rank
    """The highest level whose area is its own: an agency's that of its authority."""
    is_state: bool
    is_agency: bool
    areas: frozenset[str]
    """Those in its own name."""
    named: frozenset[str]
    """The candidates' bodies that its own name holds."""


def found_in(job: Job, file: Path, plan: LoadedPlan, table: Sequence[Congress]) -> tuple[Diagnostic, ...]:
    """What is left over in one document that was made and written. Reads: the file."""
    request = job.request
    if request.is_own:
        return ()
    found = findings(watch(file, request, plan, table), request.issuer, job.profile)
    return tuple(one if one.where.file else one.at(replace(one.where, file=file)) for one in found)


def watch(file: Path, request: Request, plan: LoadedPlan, table: Sequence[Congress]) -> Watch:
    """The candidates of a document that was made for one unit; they hold for all whose plan and templates are the same.

    Reads: the file.
    """
    try:
        texts = texts_of(file, request.issuer)
    except Faulty:
        return Watch((), request.office)  # what cannot be looked at is for `check` to tell
    lines = PlanLines(plan, request.kind)
    return Watch(tuple(candidates(texts, lines, request.kind, table)), request.office)


def candidates(texts: Sequence[Text], lines: PlanLines, kind: Kind, table: Sequence[Congress]) -> Iterator[Candidate]:
    bodies = [name for congress in table for name in (congress.body, *congress.aliases)]
    for text in texts:
        folded = text.folded
        for code, words, phrase in dict.fromkeys(_in(text, folded, kind, table, bodies)):
            where = lines.place(folded, replace(text.where, excerpt=excerpt(folded, words)))
            yield Candidate(code, words, where, phrase)


def _in(
    text: Text, folded: str, kind: Kind, table: Sequence[Congress], bodies: Sequence[str]
) -> Iterator[tuple[str, str, Phrase | None]]:
    if text.is_addressee:
        yield from ((PEERS, phrase.words, phrase) for phrase in superior_bodies.addressed(folded))
        return
    yield from ((WORD, phrase.words, phrase) for phrase in superiors.areas(folded))
    found = superior_bodies.bodies(folded, is_heading=text.is_heading, is_report=kind is Kind.REPORT)
    if not text.in_table:
        yield from ((PEERS if phrase.sort is Sort.PEERS else BODY, phrase.words, phrase) for phrase in found)
    if table:
        yield from ((CONGRESS, each.words, None) for each in find(folded, bodies) if not is_listed(each, table))
    if not (text.in_table or text.is_in_annex):
        yield from ((SLOT, words.strip(), None) for words in slots.slots(text.words))


def is_listed(mention: Mention, table: Sequence[Congress]) -> bool:
    """Whether the table has this congress, the one before its first line included; older ones are history."""
    entries = [congress for congress in table if _is_of(congress, mention.body)]
    if not entries:
        return False
    first = min(entries, key=lambda congress: congress.ordinal)
    if mention.ordinal is not None and mention.ordinal < first.ordinal:
        return True
    return any(
        congress.ordinal == mention.ordinal and mention.term in (None, (congress.term_from, congress.term_to))
        for congress in entries
    )


def _is_of(congress: Congress, body: str) -> bool:
    if body == NATIONAL or congress.level is CongressLevel.NATIONAL:
        return body == NATIONAL and congress.level is CongressLevel.NATIONAL
    return body.casefold() in (name.casefold() for name in (congress.body, *congress.aliases))


# ----- For one unit


def findings(watched: Watch, unit: Organization, profile: Profile) -> tuple[Diagnostic, ...]:
    """What is left over in this unit's document; nothing in the office's own."""
    if not watched.candidates or unit.id == watched.office.id:
        return ()
    found = _told(watched, _standing(watched, unit))
    return tuple(ruled(found, profile.rules)) if found and profile.rules else found


def _standing(watched: Watch, unit: Organization) -> _Standing:
    """It is asked for every unit of a batch: it looks only for what the candidates speak of."""
    names = "\n".join((unit.name, unit.issuing_body, *unit.header.name, *unit.aliases)).casefold()
    rank = _RANKS.get(unit.level) if unit.level else levels.rank_in(unit.name)
    is_agency = levels.is_agency(unit.name)
    acts_in = rank or Rank.CENTRAL
    if is_agency and acts_in < Rank.COMMUNE:
        acts_in = max((acts_in, *(levels.rank_in(line) or acts_in for line in unit.header.parent)))
    areas = frozenset(area for area, words in watched.areas if any(word in names for word in words))
    named = frozenset(words for words in watched.bodies if words in names)
    return _Standing(rank, acts_in, unit.side is Side.STATE, is_agency, areas, named)


@lru_cache(maxsize=4096)
def _told(watched: Watch, standing: _Standing) -> tuple[Diagnostic, ...]:
    office = {name.casefold() for name in (watched.office.name, watched.office.issuing_body, *watched.office.aliases)}
    found = []
    for candidate in watched.candidates:
        code = candidate.code
        if candidate.phrase is not None:
            code = _code(candidate.phrase, standing, office)
        if code:
            found.append(diagnostic(code, candidate.words, candidate.where))
    return tuple(dict.fromkeys(found))


def _code(phrase: Phrase, standing: _Standing, office: set[str]) -> str:
    """Of a phrase of a level: what it is a leftover of; empty where the unit may say it."""
    if standing.rank is None:
        return ""
    if phrase.sort is Sort.AREA:
        return WORD if phrase.rank > standing.acts_in and phrase.area not in standing.areas else ""
    words = phrase.words.casefold()
    if words in standing.named and words not in office:
        return ""
    over = standing.is_state and phrase.is_party and phrase.rank == standing.rank and phrase.sort is Sort.BODY
    if phrase.rank > standing.rank or over or words in office:
        return BODY
    return PEERS if phrase.sort is Sort.PEERS and phrase.rank == standing.rank and _has_peers(standing) else ""


def _has_peers(standing: _Standing) -> bool:
    """A department may ask its equals for help; a committee cannot tell the other committees what to do."""
    return not standing.is_agency or standing.rank is Rank.CELL
