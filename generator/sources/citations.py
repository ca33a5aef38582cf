"""Documents that a plan cites: who issued them, and that one number has one date everywhere.

Both typed references and mentions inside sentences count.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.sources.identifiers import ends_with
from generator.sources.yaml_text import Loc, YamlText
from generator.vietnamese import dates

# Laws are cited without number and issuer; the Party's charter too.
_WITHOUT_ISSUER = frozenset(("hiến pháp", "luật", "bộ luật", "pháp lệnh", "điều lệ"))
_MENTION = re.compile(
    r"(?<![\w/-])(?P<number>\d+\s?[-/]\s?[\w/-]*[^\W\d_][\w/-]*)\s*,?\s+ngày\s+"
    r"(?P<day>\d{1,2}/\d{1,2}/\d{4})"
)


def check_citations(source: YamlText) -> Iterator[Diagnostic]:
    yield from _without_issuer(source)
    yield from _with_two_dates(source)


def _references(source: YamlText) -> Iterator[tuple[Loc, dict[str, object]]]:
    for loc, value in source.nodes():
        if isinstance(value, dict) and (ends_with(loc, ("references", int)) or ends_with(loc, ("request_reference",))):
            yield loc, value


def _without_issuer(source: YamlText) -> Iterator[Diagnostic]:
    for loc, reference in _references(source):
        kind = str(reference.get("kind", "")).strip().casefold()
        if not reference.get("issuer") and kind and kind not in _WITHOUT_ISSUER:
            yield Diagnostic(
                "data/reference-without-issuer",
                _("văn bản được viện dẫn thiếu cơ quan ban hành"),
                source.value_at(loc),
                Severity.WARNING,
                hint=_("thêm dòng “issuer: …”"),
            )


def _with_two_dates(source: YamlText) -> Iterator[Diagnostic]:
    found: dict[str, list[tuple[datetime.date, Location]]] = {}
    for number, day, where in _dated_mentions(source):
        found.setdefault(re.sub(r"\s", "", number).casefold(), []).append((day, where))
    for number, mentions in found.items():
        # What is written most often is taken for right; the first of equals.
        right = Counter(day for day, where in mentions).most_common(1)[0][0]
        line = next(where.line for day, where in mentions if day == right)
        for day, where in mentions:
            if day != right:
                yield Diagnostic(
                    "data/reference-date",
                    _("văn bản số {number} ghi ngày {day}, nhưng dòng {line} ghi ngày khác").format(
                        number=number.upper(), day=dates.short_date(day), line=line
                    ),
                    where,
                    expected=dates.short_date(right),
                    actual=dates.short_date(day),
                    hint=_("xem lại văn bản gốc và ghi một ngày ở mọi chỗ"),
                )


def _dated_mentions(source: YamlText) -> Iterator[tuple[str, datetime.date, Location]]:
    for loc, reference in _references(source):
        number, day = reference.get("number"), _day(reference.get("issued_on"))
        if isinstance(number, str) and number and day:
            yield number, day, source.value_at((*loc, "issued_on"))
    for loc, text in source.texts():
        for match in _MENTION.finditer(text):
            if day := _day(match["day"]):
                yield match["number"], day, source.value_at(loc)


def _day(text: object) -> datetime.date | None:
    try:
        return dates.parse_date(text) if isinstance(text, str) else None
    except ValueError:
        return None
