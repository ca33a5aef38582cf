"""Values that no document of the program shows, with the reason: a unit that sets one of them is told so.

tests/unit/render/test_render_profile_values.py holds this list against what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _, mark
from generator.profile.constraint import Constraint

_NOT_MADE = mark("chương trình chưa soạn phần này")
_BY_HAND = mark("ký, đóng dấu, quét ảnh không do chương trình làm")
_DATA = mark("chữ này lấy từ dữ liệu của cơ quan")
_TEMPLATE = mark("chỗ đứng và cách vẽ do mẫu văn bản quyết định")
_FIXED = mark("chương trình chỉ viết theo một cách")
_LOOKED_UP = mark("chỉ để tra cứu và soát")
_FOLLOWS = mark("do giá trị khác quyết định")

_SECTIONS = {
    _NOT_MADE: """enacting part part_title section section_title article recall copy_signature type_codes
        type_names""",
    _BY_HAND: "secrecy seal signature_image seal_image attachment_signature scan",
    _DATA: "authority_cases authority_titles body_codes body_code_suffixes parent_forms issuer_forms",
    _TEMPLATE: "table_header",
    _FIXED: "date_format",
    _LOOKED_UP: "orthography size_sets kind_authority",
}
_KEYS = {
    _TEMPLATE: "position below line relative_to",
    _FIXED: "case",
    _LOOKED_UP: "pattern sample variants kinds series",
    _FOLLOWS: "line_rule",
}
_PATHS = {
    _TEMPLATE: """page.orientation page_number.in_header signature.left_width signature.right_width
        signature.level_with_recipients recipients_label.left_indent table.border table.header_repeats
        contact_rule.ratio copy_rule.ratio urgency.below_dispatch""",
    _FIXED: """page_number.numerals page_number.start page_number.restart_in_annex number_format.type_separator
        number_format.body_separator number_format.zero_pad_below number_format.year_in_number
        clause.numerals clause.marker point.numerals point.marker point.letters heading_roman.numerals
        heading_decimal.numerals heading_decimal.marker heading_nested.numerals
        citation.first_template citation.later_template annex_reference.required annex_reference.colour
        annex_reference.filled_in_electronic""",
    _DATA: "subject.prefix subject.end position.shown_with_collective position.with_body_name"
    " signer_name.with_academic_title",
    _LOOKED_UP: """circulation.labels page.other_papers page.landscape_only_with_tables page.encoding header.left_centre
        header.right_centre header.baseline_first header.baseline_issuer header.baseline_star header.baseline_dateline
        header.baseline_number header.baseline_kind_title header.baseline_subject header.baseline_subject_end
        header.baseline_body number_format.dispatch_pattern number_format.series_per_type
        number_format.congress_single_series number_format.term_start body.paragraph_gap signature.paper_ink""",
    _NOT_MADE: "addressee.petition_text",
    _FOLLOWS: """page.back_left page.back_right addressee_names.left_indent body.colour recipients.last
        recipients_archive.size recipients_archive.bold recipients_archive.italic recipients_archive.underline
        recipients_archive.alignment""",
}
_SIDES = {
    "party": {_FIXED: "copy_number.codes"},
    "state": {
        _TEMPLATE: "header.gap",
        _FIXED: "heading_roman.marker type_codes.dispatch subject_dispatch.start",
    },
}
"""Without effect on one side alone."""
_TYPES = ("plan", "guidance", "report", "notice", "directive", "dispatch", "minutes")
_SHOWN = frozenset(
    (
        *("heading_roman.case", "annex_title.case", "drafter_code.case", "secrecy.room"),
        "date_format.without_dateline",
        *("circulation_foot.position", "contact.position"),
        *("authority_cases.minutes_writer", "authority_cases.minutes_chair"),
        *(f"type_{sort}.{kind}" for sort in ("codes", "names") for kind in _TYPES),
    )
)
"""Shown, although their section or key is not."""


def why_unprinted(path: str, side: str) -> str | None:
    """Why no document on the side shows the value at the path; None when one does."""
    section, _dot, key = path.partition(".")
    found = _BY_PATH_OF_SIDE.get(side, {}).get(path)
    if found is None and path not in _SHOWN:
        found = _BY_PATH.get(path) or _BY_SECTION.get(section) or _BY_KEY.get(key)
    return _(found) if found else None


def unprinted(values: Mapping[str, Constraint], side: str) -> Iterator[Diagnostic]:
    """A warning for every value of a layer that no document will show."""
    for path, constraint in values.items():
        reason = why_unprinted(path, side)
        if reason is not None:
            message = _("{path} không làm văn bản in ra khác đi: {reason}").format(path=path, reason=reason)
            where = constraint.source.place
            yield Diagnostic("profile/not-printed", message, where, Severity.WARNING)


def _reasons(table: Mapping[str, str]) -> dict[str, str]:
    return {name: reason for reason, names in table.items() for name in names.split()}


_BY_SECTION, _BY_KEY, _BY_PATH = map(_reasons, (_SECTIONS, _KEYS, _PATHS))
_BY_PATH_OF_SIDE = {side: _reasons(table) for side, table in _SIDES.items()}
