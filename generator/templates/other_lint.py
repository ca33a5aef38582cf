"""What docxtpl-lint finds in one file, in our words and at our places; the only user of docxtpl-lint.

It is asked about tags and where they stand, never about data. It gets the parts that the guard has passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docxtpl_lint import lint as other_lint

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _, mark
from generator.templates.archive import assemble, member
from generator.templates.marks import take_marks
from generator.templates.package import DOCUMENT, Package, W, serialise
from generator.templates.places import paragraphs
from generator.templates.tags import too_complex


@dataclass(frozen=True, slots=True)
class Said:
    """One of its kinds of finding as we say it."""

    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


_PAIR = mark("mỗi {% if %} cần {% endif %}, mỗi {% for %} cần {% endfor %}, mỗi {% block %} cần {% endblock %}")
_APART = mark("đặt thẻ trong một đoạn riêng (với {%tr %}: một dòng bảng riêng)")
_DATA = mark("giá trị thử {path} không hợp với thẻ")
KINDS: Mapping[str, Said] = {
    "DTL001": Said("template/unclosed-tag", mark("thẻ mở bằng {open} mà không đóng bằng {close}"), _PAIR),
    "DTL002": Said("template/unclosed-tag", mark("thẻ mở bằng {open} ở đây, đến đoạn khác mới đóng"), _APART),
    "DTL003": Said(
        "template/tracked-deletion",
        mark("thẻ nằm trong chữ đã xóa mà chưa chấp nhận (Track Changes): chữ này vẫn được in"),
        mark("trong Word chọn Review, Accept All Changes rồi lưu lại"),
    ),
    "DTL005": Said(
        "template/lint-comment",
        mark("lời nhắn {directive} ở đây không chặn gì"),
        mark("xóa lời nhắn này"),
        Severity.ADVICE,
    ),
    "DTL101": Said("template/syntax", mark("thẻ {kw} mở ở đây chưa được đóng"), _PAIR),
    "DTL102": Said("template/syntax", mark("{raw} không có thẻ mở"), _PAIR),
    "DTL103": Said("template/syntax", mark("cú pháp thẻ sai ở đây"), _PAIR),
    "DTL104": Said(
        "template/unknown-filter",
        mark("không có bộ lọc “{name}”"),
        mark("xem bảng các bộ lọc dùng được trong docs/dialect.md"),
    ),
    "DTL105": Said("template/unknown-test", mark("không có phép thử “{name}”"), mark("so sánh bằng ==, <, > hoặc in")),
    "DTL106": Said(
        "template/unknown-field",
        mark("“{name}” chỉ có trong vòng lặp, mà đây là ngoài vòng lặp"),
        mark("đưa thẻ này vào giữa {%p for … %} và {%p endfor %}"),
    ),
    "DTL201": Said(
        "template/syntax",
        mark("thẻ bắt đầu bằng {prefix} không chứa được % hay }} trong biểu thức"),
        mark("tính trước bằng {{% set … %}} rồi dùng tên đó"),
    ),
    "DTL202": Said("template/syntax", mark("thừa dấu cách trước {prefix}"), mark("viết liền: {%p …, {%tr …")),
    "DTL203": Said(
        "template/wrong-tag", mark("{raw} chỉ dùng được trong bảng"), mark("ngoài bảng viết {%p … %} hay {% … %}")
    ),
    "DTL204": Said(
        "template/wrong-tag",
        mark("{close_raw} đóng {open_raw}, mà hai thẻ khác loại (p, tr hay không có gì)"),
        mark("viết thẻ mở và thẻ đóng cùng một loại"),
    ),
    "DTL205": Said("template/split-block", mark("{open_raw} và {close_raw} ở hai bảng khác nhau"), _APART),
    "DTL206": Said("template/wrong-tag", mark("{open_raw} và {close_raw} ở cùng một dòng bảng"), _APART),
    "DTL207": Said("template/unsupported-tag", mark("{open_raw} và {close_raw} ở hai dòng bảng khác nhau")),
    "DTL208": Said("template/wrong-tag", mark("{raw} chỉ dùng được trong ô bảng"), mark("đưa thẻ vào ô cần đổi")),
    "DTL209": Said("template/text-beside-tag", mark("chữ này mất, vì {raw} thay cả chỗ nó đứng: “{rest}”"), _APART),
    "DTL210": Said("template/wrong-tag", mark("{open_raw} và {close_raw} ở cùng một đoạn"), _APART),
    "DTL301": Said("template/unknown-field", mark("không có trường “{path}”")),
    "DTL302": Said("template/unused-field", mark("trường {key} không được dùng"), severity=Severity.ADVICE),
    "DTL303": Said("template/wrong-tag", mark("{path} không phải danh sách, nên không lặp được")),
    "DTL304": Said("template/unknown-field", mark("không có trường “{path}”")),
    "DTL305": Said("template/wrong-tag", mark("{path} không phải danh sách, nên không lặp được")),
    "DTL306": Said("template/wrong-tag", mark("{path} không phải danh sách, nên bộ lọc {filter} không dùng được")),
    "DTL307": Said("template/wrong-tag", mark("{raw} chỉ in được cái mà bộ lọc làm ra")),
    "DTL308": Said("template/wrong-tag", _DATA),
    "DTL401": Said("template/cannot-fill", mark("{raw} không in được giá trị của nó")),
    "DTL402": Said("template/cannot-fill", mark("không điền được mẫu")),
}
"""Every kind that it knows; those about data (3…) and about filling (4…) it tells only where it is given data."""


def other_findings(
    package: Package, parts: Mapping[str, Location], filters: Iterable[str], tests: Iterable[str]
) -> Iterator[Diagnostic]:
    """What it finds in these parts (and how we call each) of a package."""
    roots = {name: package.xml(name) for name in parts}
    places = {name: [place for _one, place in paragraphs(roots[name], parts[name])] for name in parts}
    for root in roots.values():
        for paragraph in root.iter(f"{{{W}}}p"):
            take_marks(paragraph)  # it takes them for bad grammar
    data = assemble(member(name, serialise(root)) for name, root in roots.items())
    try:
        found = other_lint(data, filters=filters, tests=tests, autoescape=True)
    except RecursionError:
        yield too_complex(next(iter(parts.values())))
        return
    for issue in found.issues:
        yield _said(issue, parts, places)


def _said(issue: Any, parts: Mapping[str, Location], places: Mapping[str, list[Location]]) -> Diagnostic:
    said = KINDS.get(issue.rule, Said("template/syntax", mark("cú pháp thẻ sai ở đây"), _PAIR))
    label, number = issue.location.part, issue.location.paragraph
    name = DOCUMENT if label == "body" else f"word/{label}.xml"
    there = places.get(name, [])
    where = there[number - 1] if 0 < number <= len(there) else parts.get(name, next(iter(parts.values())))
    values = {key: str(value)[:60] for key, value in issue.params.items()}
    message = _(said.message).format_map(_Given(values))
    return Diagnostic(said.code, message, where, said.severity, hint=_(said.hint) if said.hint else None)


class _Given(dict[str, str]):
    """A value that a newer version no longer gives is left out."""

    def __missing__(self, key: str) -> str:
        return "…"
