"""The components of a document: one name for each, from data to style to rule.

It holds no format: the profile says how each looks. The names are the glossary of CONTRIBUTING.md.
"""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """A component, named as in the profile's sections; `style_id` names its paragraph style in the DOCX."""

    BODY = "body"
    PARTY_TITLE = "party_title"
    STAR = "star"
    NATIONAL_TITLE = "national_title"
    MOTTO = "motto"
    PARENT_BODY = "parent_body"
    ISSUER = "issuer"
    NUMBER = "number"
    DATELINE = "dateline"
    KIND_TITLE = "kind_title"
    SUBJECT = "subject"
    AUTHOR = "author"
    SUBJECT_END = "subject_end"
    SUBJECT_DISPATCH = "subject_dispatch"
    ADDRESSEE = "addressee"
    ADDRESSEE_NAMES = "addressee_names"
    BASES = "bases"
    HEADING_ROMAN = "heading_roman"
    HEADING_DECIMAL = "heading_decimal"
    HEADING_NESTED = "heading_nested"
    CLAUSE = "clause"
    POINT = "point"
    AUTHORITY = "authority"
    POSITION = "position"
    CONCURRENT = "concurrent"
    SIGNER_NAME = "signer_name"
    CONFIRMATION = "confirmation"
    RECIPIENTS_LABEL = "recipients_label"
    RECIPIENTS = "recipients"
    DRAFT = "draft"
    URGENCY = "urgency"
    CIRCULATION = "circulation"
    CIRCULATION_FOOT = "circulation_foot"
    DRAFTER_CODE = "drafter_code"
    CONTACT = "contact"
    COPY_STAMP = "copy_stamp"
    COPY_FORM = "copy_form"
    COPY_ISSUER = "copy_issuer"
    COPY_NUMBER = "copy_number"
    COPY_DATELINE = "copy_dateline"
    COPY_POSITION = "copy_position"
    COPY_RECIPIENTS = "copy_recipients"
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    ANNEX_REFERENCE = "annex_reference"
    ANNEX_END = "annex_end"
    TABLE = "table"
    PAGE_NUMBER = "page_number"

    @property
    def style_id(self) -> str:
        """`heading_roman` is the style `VtHeadingRoman`."""
        return _STYLE_IDS[self]


_STYLE_IDS = {part: "Vt" + "".join(word.capitalize() for word in part.value.split("_")) for part in Part}
"""Asked for once a paragraph."""
