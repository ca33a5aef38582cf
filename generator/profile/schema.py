"""The closed set of sections and properties, and what sort of value each holds.

It does not hold any value: the regime files do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from generator.measures import Length
from generator.messages import _, mark
from generator.profile.values import Value

GRADES = ("A", "B", "C", "P", "D", "A1", "A2", "A3", "ND", "M", "X", "none")
"""How sure a value is; docs/regimes/README.md says what each means."""
NOT_IN_THE_TEXT = frozenset({"P", "D", "M", "X", "none"})
INHERITED_KEYS = ("clause", "grade", "note")
"""Keys of a section that stand for every value in it that does not say its own."""

_FREE_KEY = re.compile(r"[a-z][a-z0-9_]*")
_RATIO = re.compile(r"\d+(\.\d+)?(/[1-9]\d*)?")


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of value: how it is read from the text that was typed (ValueError when it cannot be)."""

    name: str
    read: Callable[[str], Value]
    words: tuple[str, ...] = ()
    is_list: bool = False

    def describe(self) -> str:
        """The sort, for messages."""
        if self.words:
            return _("một trong các từ: {words}").format(words=", ".join(self.words))
        return _(self.name)


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _ratio(text: str) -> Decimal:
    if not _RATIO.fullmatch(text):
        raise ValueError(text)
    try:
        numerator, _slash, denominator = text.partition("/")
        return Decimal(numerator) / Decimal(denominator or 1)
    except InvalidOperation:
        raise ValueError(text) from None


def _integer(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueError(text)
    return int(text)


def _spacing(text: str) -> Value:
    return _ratio(text) if _RATIO.fullmatch(text) else Length.parse(text)


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error:
        raise ValueError(text) from None
    return text


def _words(*words: str) -> Kind:
    def read(text: str) -> str:
        if text not in words:
            raise ValueError(text)
        return text

    return Kind("", read, words)


LENGTH = Kind(mark("độ dài như 14pt, 20mm"), Length.parse)
INTEGER = Kind(mark("số nguyên"), _integer)
RATIO = Kind(mark("tỷ lệ như 1, 0.4, 1/3"), _ratio)
FLAG = Kind(mark("true hoặc false"), _flag)
TEXT = Kind(mark("chữ"), str)
PATTERN = Kind(mark("biểu thức chính quy"), _pattern)
SPACING = Kind(mark("độ dài như 18pt hoặc số dòng như 1.5"), _spacing)
TEXTS = Kind(mark("danh sách chữ"), str, is_list=True)
CASE = _words("upper", "sentence", "as_written")
ALIGNMENT = _words("left", "center", "right", "justified")
LINE_RULE = _words("exactly", "multiple")
NUMERALS = _words("arabic", "roman", "roman_or_words", "letters")
PLACE = _words(
    *("header_left", "header_right", "page_centre", "body", "foot_left", "foot_right", "foot_centre"),
    *("top_margin", "top_right", "first_page_foot", "last_page_foot", "annex_head"),
)

_STYLE: Mapping[str, Kind] = {
    **{"text": TEXT, "case": CASE, "size": LENGTH, "bold": FLAG, "italic": FLAG, "underline": FLAG},
    **{"alignment": ALIGNMENT, "colour": TEXT, "position": PLACE, "below": TEXT, "framed": FLAG},
    **{"first_line_indent": LENGTH, "left_indent": LENGTH, "hanging": LENGTH},
    **{"space_before": LENGTH, "space_after": LENGTH, "line_rule": LINE_RULE, "line_spacing": SPACING},
}
_COMPONENTS = (
    *("party_title", "star", "national_title", "motto", "parent_body", "issuer", "number", "dateline"),
    *("kind_title", "author", "subject", "subject_dispatch", "subject_end", "bases", "enacting", "addressee"),
    *("addressee_names", "body", "part", "part_title", "section", "section_title", "article", "clause"),
    *("point", "heading_roman", "heading_decimal", "heading_nested", "authority", "position", "concurrent"),
    *("confirmation", "signer_name", "recipients_label", "recipients", "recipients_archive", "urgency"),
    *("secrecy", "circulation", "circulation_foot", "recall", "draft", "drafter_code", "contact"),
    *("annex_label", "annex_title", "annex_reference", "annex_end", "table", "table_header", "page_number"),
    *("copy_stamp", "copy_form", "copy_number", "copy_issuer", "copy_dateline", "copy_recipients"),
    *("copy_position", "copy_signature", "attachment_signature"),
)
_MARKS: Mapping[str, Kind] = {"separator": TEXT, "last": TEXT, "lead": TEXT, "first_dispatch": TEXT}
_NUMBERED: Mapping[str, Kind] = {"numerals": NUMERALS, "template": TEXT, "marker": TEXT, "pattern": PATTERN}
_EXTRA: Mapping[str, Mapping[str, Kind]] = {
    "body": {"paragraph_gap": LENGTH, "end_mark": TEXT},
    "number": {"gap": LENGTH},
    "kind_title": {"variants": TEXTS},
    "subject": {"start": CASE, "prefix": TEXT, "end": TEXT},
    "subject_dispatch": {"start": CASE, "prefix": TEXT, "gap": LENGTH},
    "bases": {**_MARKS, "law_by_name_and_date": FLAG},
    "addressee": {"petition_text": TEXT, "kinds": TEXTS},
    "addressee_names": {**_MARKS, "single_on_label_line": FLAG},
    "recipients": _MARKS,
    "recipients_archive": {"template": TEXT, "pattern": PATTERN, "last": TEXT},
    **dict.fromkeys(("part", "section", "article", "clause", "point"), _NUMBERED),
    **dict.fromkeys(("heading_roman", "heading_decimal", "heading_nested"), _NUMBERED),
    "point": {**_NUMBERED, "letters": TEXTS},
    "authority": {"separator": TEXT},
    "position": {"shown_with_collective": TEXTS, "with_body_name": FLAG},
    "signer_name": {"with_academic_title": FLAG},
    "urgency": {"labels": TEXTS, "variants": TEXTS, "below_dispatch": TEXT, "height": LENGTH}
    | {f"width_{name}": LENGTH for name in ("khan", "thuong_khan", "hoa_toc")},
    "secrecy": {"labels": TEXTS, "printed": FLAG, "room": LENGTH},
    "recall": {"printed": FLAG},
    "circulation": {"labels": TEXTS, "distance": LENGTH},
    "circulation_foot": {"distance": LENGTH},
    "draft": {"template": TEXT, "pattern": PATTERN},
    "drafter_code": {"template": TEXT, "pattern": PATTERN, "sample": TEXT},
    "contact": {"template": TEXT, "sample": TEXT},
    "annex_label": {**_NUMBERED, "numbered_from": INTEGER},
    "annex_reference": {"template": TEXT, "required": FLAG, "filled_in_electronic": FLAG},
    "page_number": {"distance": LENGTH, "measured_to": _words("centre", "top"), "first_page": FLAG}
    | {"restart_in_annex": FLAG, "numerals": NUMERALS, "start": INTEGER, "in_header": FLAG},
    "table": {"border": LENGTH, "header_repeats": FLAG},
    "copy_stamp": {"width": LENGTH, "height": LENGTH, "rows": TEXTS},
    "copy_form": {"labels": TEXTS},
    "copy_number": {"template": TEXT, "codes": TEXTS, "series": _words("term", "year")},
    "copy_signature": {"template": TEXT},
    "attachment_signature": {"template": TEXT, "time_zone": TEXT},
}
_RULE: Mapping[str, Kind] = {
    "ratio": RATIO,
    "relative_to": _words("text", "issuer", "subject", "text_width"),
    "weight": LENGTH,
    "gap": LENGTH,
    "line": _words("solid"),
}
_IMAGE: Mapping[str, Kind] = {
    **{"colour": TEXT, "format": TEXT, "transparent": FLAG, "position": TEXT, "actual_size": FLAG},
    **{"overlap": RATIO, "side": _words("left", "right"), "width": LENGTH, "sheets_per_impression": INTEGER},
}
_CLOSED: Mapping[str, Mapping[str, Kind]] = {
    "page": dict.fromkeys(("width", "height", "top", "bottom", "left", "right"), LENGTH)
    | {"back_left": LENGTH, "back_right": LENGTH, "orientation": _words("portrait", "landscape")}
    | {"font": TEXT, "encoding": TEXT, "colour": TEXT, "language": TEXT, "other_papers": TEXTS}
    | {"landscape_only_with_tables": FLAG, "duplex": FLAG},
    "header": dict.fromkeys(("left_width", "gap", "right_width", "left_centre", "right_centre"), LENGTH)
    | {f"baseline_{name}": LENGTH for name in ("first", "issuer", "star", "dateline", "number")}
    | {f"baseline_{name}": LENGTH for name in ("kind_title", "subject", "subject_end", "body")},
    "signature": {"gap": LENGTH, "left_width": LENGTH, "right_width": LENGTH, "level_with_recipients": FLAG}
    | {"paper_ink": TEXT},
    **{f"{name}_rule": _RULE for name in ("party_title", "motto", "issuer", "subject", "contact", "copy")},
    **dict.fromkeys(("seal", "signature_image", "seal_image"), _IMAGE),
    "scan": {"format": TEXT, "pdf_version": TEXT, "resolution": INTEGER, "in_colour": FLAG, "scale": RATIO},
    "number_format": {"pattern": PATTERN, "dispatch_pattern": PATTERN, "template": TEXT}
    | {"dispatch_template": TEXT, "zero_pad_below": INTEGER, "blank": TEXT, "series": _words("term", "year")}
    | {"type_separator": TEXT, "body_separator": TEXT, "joint_separator": TEXT, "year_in_number": FLAG}
    | {"series_per_type": FLAG, "congress_single_series": FLAG, "term_start": TEXT},
    "date_format": {"pattern": PATTERN, "template": TEXT, "blank": TEXT, "place_separator": TEXT}
    | {"pad_day_below": INTEGER, "pad_month_below": INTEGER, "place_prefix_cases": TEXTS}
    | {"place_prefix_abbreviations": TEXTS, "without_dateline": TEXTS},
    "citation": {"first_template": TEXT, "later_template": TEXT, "law_template": TEXT}
    | {"comma_before_date": FLAG, "date_template": TEXT},
    "orthography": {"tone_marks": _words("uỷ", "ủy")},
}
_FREE: Mapping[str, Kind] = {
    "type_codes": TEXT,
    "type_names": TEXT,
    "body_codes": TEXT,
    "body_code_suffixes": TEXT,
    "authority_forms": TEXT,
    "authority_cases": TEXT,
    "authority_titles": TEXTS,
    "kind_authority": TEXTS,
    "parent_forms": TEXT,
    "issuer_forms": TEXTS,
    "size_sets": TEXTS,
}

SECTIONS: Mapping[str, Mapping[str, Kind]] = {
    **_CLOSED,
    **{name: {**_STYLE, **_EXTRA.get(name, {})} for name in _COMPONENTS},
}
COMPONENTS = frozenset(_COMPONENTS)
FREE_SECTIONS = frozenset(_FREE)


def kind_of(section: str, key: str) -> Kind | None:
    """The sort of value at `section.key`, or None when the schema has no such place."""
    if section in _FREE:
        return _FREE[section] if _FREE_KEY.fullmatch(key) else None
    return SECTIONS.get(section, {}).get(key)


def is_section(name: str) -> bool:
    return name in SECTIONS or name in _FREE


def keys_of(section: str) -> tuple[str, ...]:
    return tuple(SECTIONS.get(section, {}))


def nearest_section(name: str, also: tuple[str, ...] = ()) -> str | None:
    """The known section (or one of `also`) that `name` was probably meant to be."""
    return nearest(name, (*SECTIONS, *_FREE, *also))


def nearest_key(section: str, key: str, also: tuple[str, ...] = ()) -> str | None:
    return nearest(key, (*SECTIONS.get(section, {}), *INHERITED_KEYS, *also))


def nearest(name: str, known: tuple[str, ...]) -> str | None:
    found = get_close_matches(name, known, n=1, cutoff=0.6)
    return found[0] if found else None
