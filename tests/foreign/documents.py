"""All foreign documents, with what they are as wholes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.foreign import odd, party, small_offices, state
from tests.foreign.sheet import Sheet


@dataclass(frozen=True)
class Foreign:
    """How it is built, and what a person says of it."""

    build: Callable[[], Sheet]
    side: str | None
    kind: str | None
    regime: str | None
    letterhead: str | None
    lines: dict[str, str]
    """Component → how its rule is drawn."""
    annexes: int = 0
    signatures: int = 1


FOREIGN: dict[str, Foreign] = {
    "by-spaces": Foreign(party.by_spaces, "party", "plan", "party-hd36", "spaces", {"party_title": "characters"}),
    "by-tabs": Foreign(
        party.by_tabs, "party", "report", "party-hd36", "tabs", {"party_title": "characters"}, annexes=2
    ),
    "text-boxes": Foreign(party.in_text_boxes, "party", "notice", "party-hd36", "text boxes", {}),
    "separate": Foreign(party.in_separate_paragraphs, "party", "directive", "party-hd36", "separate paragraphs", {}),
    "drawn-lines": Foreign(party.drawn_lines, "party", "dispatch", "party-hd36", "table", {"party_title": "drawing"}),
    "underlined": Foreign(
        *(party.underlined, "party", "resolution", "party-hd36", "table"),
        {"party_title": "underline", "subject": "underline"},
    ),
    "minutes": Foreign(party.minutes, "party", "minutes", "party-hd05", "table", {}, signatures=2),
    "copied": Foreign(party.copied, "party", "plan", "party-hd05", "table", {}, signatures=2),
    "bordered-table": Foreign(
        *(state.bordered_table, "state", "plan", "state-nd30", "table"),
        {"issuer": "characters", "motto": "characters", "subject": "characters"},
    ),
    "decision": Foreign(
        *(state.decision, "state", "decision", "state-nd30", "table"),
        {"issuer": "characters", "motto": "characters"},
        annexes=1,
    ),
    "calibri": Foreign(
        *(state.calibri, "state", "dispatch", "state-nd30", "table"),
        {"issuer": "characters", "motto": "characters"},
    ),
    "petition": Foreign(state.petition, "state", "submission", "state-nd30", "table", {}, signatures=2),
    "soft-breaks": Foreign(
        *(small_offices.soft_breaks, "party", "report", "party-hd05", "table"),
        {"party_title": "characters"},
    ),
    "all-in-the-middle": Foreign(
        *(small_offices.all_in_the_middle, "party", "plan", "party-hd36", "separate paragraphs"),
        {"party_title": "characters"},
    ),
    "addressees-in-a-table": Foreign(
        *(small_offices.addressees_in_a_table, "state", "dispatch", "state-nd30", "table"), {}, annexes=2
    ),
    "tempting-sentences": Foreign(
        *(small_offices.tempting_sentences, "party", "notice", "party-hd36", "table"),
        {"party_title": "characters", "subject": "characters"},
    ),
    "contract": Foreign(small_offices.contract, "state", "contract", "state-nd30", "table", {}, signatures=2),
    "tcvn3": Foreign(odd.tcvn3, "party", "plan", "party-hd36", "table", {}),
    "decomposed": Foreign(odd.decomposed, "party", "plan", "party-hd36", "spaces", {"party_title": "characters"}),
    "state-over-party": Foreign(odd.state_over_party, "state", "plan", "state-nd30", "table", {"motto": "underline"}),
    "english-template": Foreign(odd.english_template, "party", "report", "party-hd36", "table", {}),
    "misread": Foreign(odd.misread, "party", "dispatch", "party-hd36", "spaces", {"party_title": "characters"}),
    "no-official-document": Foreign(odd.no_official_document, None, None, None, None, {}, signatures=0),
}
