"""Cases of the rules on printed pages: a document without a fault, one change of it, and the rules that then speak.

They are not in YAML, as other families' are: each needs a PDF, and all PDFs are made in one run of LibreOffice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

SOUND = (
    *(
        f"{kind}-{regime}"
        for kind in ("plan", "annexes", "dispatch")
        for regime in ("party-hd36", "party-hd05", "state-nd30")
    ),
    "all-marks-party-hd05",
    "all-marks-state-nd30",
    "circulation-party-hd36",
    "congress-organ-party-hd05",
    "contact-state-nd30",
    "copy-true_copy-party-hd05",
    "copy-true_copy-state-nd30",
    "duplex-party-hd05",
    "not-for-media-party-hd05",
    "signed-joint-three-party-hd05",
    "signed-minutes-state-nd30",
    "urgency-flash-state-nd30",
    "urgency-very_urgent-state-nd30",
)
"""Documents of the program itself in which no rule may find anything."""
_LONG = "\n".join(f"việc {number}" for number in range(1, 61))
_CONTACT, _HEADER, _FOOTER = "word/footer1.xml", "word/header1.xml", "word/footer1.xml"
_ANNEX = (
    '<w:p><w:pPr><w:pStyle w:val="VtAnnexLabel"/></w:pPr><w:r><w:t>Phụ lục</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="VtAnnexTitle"/></w:pPr><w:r><w:t>BIỂU MẪU</w:t></w:r></w:p>'
)
Change = Mapping[str, Any] | Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Case:
    name: str
    document: str
    change: Change
    expect: frozenset[str] = field(default_factory=frozenset)


def _case(name: str, document: str, change: Change, *expect: str) -> Case:
    return Case(name, document, change, frozenset(f"layout/{rule}" for rule in expect))


def _rule(nth: int, left: str, right: str) -> dict[str, Any]:
    return {"op": "paragraph", "in_style": "VtRule", "nth": nth, "left": left, "right": right}


CASES = (
    _case("title-line-longer", "plan-party-hd05", _rule(1, "-6mm", "-6mm"), "line-length"),
    _case("title-line-shorter", "plan-party-hd36", _rule(1, "10mm", "10mm"), "line-length"),
    _case("title-line-a-hair-longer", "plan-party-hd05", _rule(1, "0.7mm", "0.7mm")),
    _case("motto-line-shorter", "plan-state-nd30", _rule(2, "25mm", "25mm"), "line-length"),
    _case("issuer-line-as-long-as-the-name", "plan-state-nd30", _rule(1, "12mm", "12mm"), "line-length"),
    _case("subject-line-short", "plan-state-nd30", _rule(3, "80mm", "80mm"), "line-length"),
    _case("issuer-line-to-the-left", "plan-state-nd30", _rule(1, "20mm", "29mm"), "line-centre"),
    _case("title-line-to-the-right", "plan-party-hd05", _rule(1, "5mm", "-2.8mm"), "line-centre"),
    _case(
        "contact-line-short",
        "contact-state-nd30",
        {"op": "paragraph", "in_style": "VtContact", "part": _CONTACT, "left": "60mm"},
        "full-width-line",
    ),
    _case("copy-line-short", "copy-true_copy-state-nd30", _rule(4, "40mm", "40mm"), "full-width-line"),
    _case("number-too-low", "plan-party-hd05", {"op": "page", "header": "13mm"}, "page-number-place"),
    _case(
        "number-to-the-right",
        "plan-state-nd30",
        {"op": "paragraph", "in_style": "VtPageNumber", "part": _HEADER, "alignment": "right"},
        "page-number-place",
    ),
    _case("number-on-the-first-page", "plan-party-hd05", {"op": "page", "title_page": False}, "page-number-order"),
    _case("numbers-begin-with-three", "plan-state-nd30", {"op": "page", "start": 3}, "page-number-order"),
    _case(
        "annex-goes-on-counting",
        "annexes-party-hd05",
        [{"op": "page", "section": 2, "start": 5}, {"op": "page", "section": 2, "title_page": False}],
        "page-number-order",
    ),
    _case("no-number", "plan-party-hd05", {"op": "field", "drop": "PAGE", "part": _HEADER}, "page-number-order"),
    _case("circulation-in-the-text", "circulation-party-hd05", {"op": "page", "header": "18mm"}, "mark-distance"),
    _case("circulation-at-the-very-edge", "circulation-state-nd30", {"op": "page", "header": "2mm"}, "mark-distance"),
    _case(
        "urgency-frame-wide",
        "urgency-flash-state-nd30",
        {"op": "xml", "old": 'w:w="1701"', "new": 'w:w="2268"'},
        "frame-size",
    ),
    _case(
        "stamp-low", "copy-true_copy-party-hd05", {"op": "xml", "old": "<w:trHeight [^>]*/>", "new": ""}, "frame-size"
    ),
    _case(
        "text-in-the-left-margin",
        "plan-party-hd05",
        {"op": "paragraph", "text": "Một đoạn về nội dung", "left": "-12mm"},
        "text-area",
    ),
    _case(
        "text-in-the-right-margin",
        "annexes-state-nd30",
        {"op": "paragraph", "text": "Một đoạn của biểu mẫu", "right": "-8mm"},
        "text-area",
    ),
    _case(
        "number-below-the-date",
        "plan-state-nd30",
        {"op": "paragraph", "text": "Số: 05", "before": "14pt"},
        "letterhead-level",
    ),
    _case(
        "title-below-the-name",
        "plan-party-hd05",
        {"op": "paragraph", "text": "ĐẢNG CỘNG SẢN", "before": "14pt"},
        "letterhead-level",
    ),
    _case(
        "national-title-in-two-lines", "plan-state-nd30", {"op": "run", "text": "CỘNG HÒA", "size": "15pt"}, "one-line"
    ),
    _case("number-in-two-lines", "plan-party-hd05", {"op": "break", "before": "KH/QU"}, "one-line"),
    _case(
        "columns-touch",
        "plan-party-hd05",
        {"op": "paragraph", "text": "ĐẢNG BỘ THÀNH", "left": "15mm", "right": "-15mm"},
        "columns",
    ),
    _case(
        "recipients-lower",
        "plan-party-hd05",
        {"op": "paragraph", "text": "Nơi nhận", "before": "20pt"},
        "closing-level",
    ),
    _case(
        "name-on-the-next-page",
        "plan-state-nd30",
        [
            {"op": "xml", "old": "<w:cantSplit/>", "new": ""},
            {"op": "empty", "after": "CHỦ TỊCH", "count": 60},
        ],
        "signature-split",
        "signature-alone",
    ),
    _case(
        "signature-alone",
        "dispatch-party-hd05",
        {"op": "paragraph", "text": "Nơi nhận", "page_break_before": True},
        "signature-alone",
    ),
    _case(
        "last-word-of-the-subject",
        "plan-party-hd05",
        {"op": "replace", "old": "công tác cán bộ", "new": "công tác cán\nbộ", "in_style": "VtSubject"},
        "lone-word",
    ),
    _case(
        "heading-at-the-foot",
        "plan-state-nd30",
        {"op": "paragraph", "text": "Một đoạn về mục đích", "page_break_before": True},
        "heading-alone",
    ),
    _case(
        "row-over-two-pages",
        "plan-party-hd05",
        [{"op": "table", "text": "Việc một", "cant_split": False}, {"op": "replace", "old": "Việc hai", "new": _LONG}],
        "row-split",
    ),
    _case(
        "annex-below-the-signature",
        "signed-head-party-hd05",
        {"op": "xml", "old": "(<w:sectPr(?:(?!<w:sectPr).)*</w:body>)", "new": rf"{_ANNEX}\1"},
        "annex-page",
    ),
    _case(
        "empty-last-page",
        "dispatch-state-nd30",
        {"op": "empty", "at_end": True, "page_break_before": True},
        "empty-page",
    ),
    _case("other-typeface", "plan-party-hd05", {"op": "run", "text": "Điểm một", "font": "DejaVu Serif"}, "typeface"),
)

FOUND_IN_FOREIGN: Mapping[str, frozenset[str]] = {
    name: frozenset(f"layout/{rule}" for rule in rules)
    for name, rules in {
        "bordered-table": ("one-line",),
        "by-spaces": ("one-line",),
        "copied": ("frame-size",),
        "drawn-lines": (),
        "minutes": (),
        "separate": ("letterhead-level", "closing-level"),
        "underlined": (),
    }.items()
}
"""What is told of documents that people made in their own ways: letterheads by spaces, in tables with borders …"""
