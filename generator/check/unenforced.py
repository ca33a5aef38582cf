"""Values of the regimes that no rule holds documents against, each with the reason.

docs/coverage.md is made from it; tests/rules/test_rules_coverage.py sees that no value lacks both rule and reason.
"""

from __future__ import annotations

from collections.abc import Mapping

_BY_HAND = "signed, sealed and scanned by hand, after the document that is checked"
_REGISTER = "only the register of outgoing documents tells it"
_PEOPLE = "needs to know the people or the bodies concerned, which no document says"
_ELSEWHERE = "follows from another value that a rule enforces"
_RECOGNISED = "its place is how the component is known; at another place it is missing, or another component"
_FREE = "no regulation bounds it; it is written so, and anything is accepted"
_MEASURED = "a measure for drawing, taken from a print; no regulation gives it"
_DATA = "the text is the office's own data"
_ELECTRONIC = "a file does not say whether it is the paper's or the electronic form"
_LANGUAGE = "spelling is proofread, not judged by the form of documents"
_FOREIGN_LAW = "the regulation leaves it to the law on State secrets"

_SECTIONS = {
    _BY_HAND: "seal signature_image seal_image attachment_signature scan",
    _MEASURED: "header",
    _PEOPLE: "authority_cases authority_titles kind_authority parent_forms",
    _LANGUAGE: "orthography",
    _FOREIGN_LAW: "secrecy recall",
}
_KEYS = {
    _RECOGNISED: "position below",
    _ELSEWHERE: "relative_to",
    _FREE: "gap",
    _DATA: "sample",
}
_PATHS = {
    _ELSEWHERE: """number_format.pattern number_format.dispatch_pattern subject.start recipients.last copy_number.case
        citation.comma_before_date""",
    _REGISTER: """number_format.series number_format.series_per_type number_format.congress_single_series
        number_format.term_start copy_number.series""",
    _FREE: """number_format.blank page_number.case table.case table.line_rule table.line_spacing table.border
        table_header.case citation.later_template""",
    _BY_HAND: "signature.paper_ink copy_signature.template",
    _MEASURED: "signature.left_width signature.right_width",
    _DATA: "contact.template",
    _ELECTRONIC: "annex_reference.filled_in_electronic",
}


def why_unenforced(path: str) -> str | None:
    """Why no rule enforces the value at the path; None when nothing is known of a reason."""
    section, _dot, key = path.partition(".")
    return _BY_PATH.get(path) or _BY_SECTION.get(section) or _BY_KEY.get(key)


def reasons() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """By path, by section, by key: the nearest one counts."""
    return _BY_PATH, _BY_SECTION, _BY_KEY


def _reasons(table: Mapping[str, str]) -> dict[str, str]:
    return {name: reason for reason, names in table.items() for name in names.split()}


_BY_SECTION, _BY_KEY, _BY_PATH = map(_reasons, (_SECTIONS, _KEYS, _PATHS))
