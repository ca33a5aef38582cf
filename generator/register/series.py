"""Which series a number is of: by term or congress on the Party side, by year and the office's split on the State's.

It gives no number, and does not know which are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.model.organization import Side
from generator.model.register import CongressSpan, RegisterSettings, Term
from generator.register.kind_names import named
from generator.register.records import Purpose, Series, Stream
from generator.vietnamese.dates import short_date

ALL_KINDS = "*"
_TERM_BASIS = "HD05 I.3.1.1"


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings of one office's register."""

    settings: RegisterSettings
    office: str
    """The office's id: terms and congresses that name no issuer are its own."""


def series_of(rules: Rules, purpose: Purpose, on: date) -> Series:
    """The series of a document of this day; Faulty where the workspace does not say which term or congress it is."""
    if purpose.side is Side.STATE:
        return _yearly(rules, purpose, on)
    return _congress(rules, purpose, on) if purpose.congress else _term(rules, purpose, on)


def _yearly(rules: Rules, purpose: Purpose, on: date) -> Series:
    stream = Stream.COPIES if purpose.copy else Stream.SECRET if purpose.secret else Stream.DOCUMENTS
    kinds = ALL_KINDS if stream is Stream.COPIES else _together(rules.settings, purpose.kind)
    return Series(purpose.issuer, Side.STATE, stream, kinds, f"{on.year:04d}", date(on.year, 1, 1))


def _together(settings: RegisterSettings, kind: str) -> str:
    if settings.together == "all":
        return ALL_KINDS
    shared = next((group for group in settings.together if kind in group), (kind,))
    return "+".join(sorted(shared))


def _term(rules: Rules, purpose: Purpose, on: date) -> Series:
    # Secret documents of the Party are counted with the others of their kind (HD05 I.3.1.1).
    term = max((t for t in _terms(rules, purpose.issuer) if t.first_day <= on), key=_first_day, default=None)
    if term is None:
        raise Faulty([_no_term(rules, purpose, on)])
    if purpose.copy:
        return Series(purpose.issuer, Side.PARTY, Stream.COPIES, ALL_KINDS, term.name, term.first_day)
    return Series(purpose.issuer, Side.PARTY, Stream.DOCUMENTS, purpose.kind, term.name, term.first_day)


def _first_day(term: Term) -> date:
    return term.first_day


def _terms(rules: Rules, issuer: str) -> tuple[Term, ...]:
    own = tuple(term for term in rules.settings.terms if (term.issuer or rules.office) == issuer)
    return own or tuple(term for term in rules.settings.terms if term.issuer in (None, rules.office))


def _no_term(rules: Rules, purpose: Purpose, on: date) -> Diagnostic:
    return Diagnostic(
        "register/no-term",
        _("chưa biết ngày {day} thuộc nhiệm kỳ nào của “{issuer}”, nên chưa đánh số được").format(
            day=short_date(on), issuer=purpose.issuer
        ),
        basis=_TERM_BASIS,
        hint=_(
            "khai ở vanthu.yaml, mục register, terms: name là tên nhiệm kỳ, start và day là mốc bắt đầu: congress và "
            "ngày bế mạc đại hội, first_meeting và ngày khai mạc phiên đầu, appointment và ngày quyết định có hiệu lực"
        ),
    )


def _congress(rules: Rules, purpose: Purpose, on: date) -> Series:
    spans = rules.settings.congresses
    own = [span for span in spans if (span.issuer or rules.office) == purpose.issuer]
    # Organs of a congress are issuers by themselves, and have its series.
    chosen = own or [span for span in spans if span.issuer in (None, rules.office)]
    for span in chosen:
        if span.opens <= on <= span.closes:
            return Series(span.issuer or rules.office, Side.PARTY, Stream.CONGRESS, ALL_KINDS, span.name, span.opens)
    message = _("ngày {day} không nằm trong đại hội nào của “{issuer}”, nên chưa đánh số văn bản đại hội được")
    raise Faulty(
        [
            Diagnostic(
                "register/no-congress",
                message.format(day=short_date(on), issuer=purpose.issuer),
                basis=_TERM_BASIS,
                hint=_(
                    "khai ở vanthu.yaml, mục register, congresses: opens là ngày khai mạc phiên trù bị, "
                    "closes là ngày bế mạc"
                ),
            )
        ]
    )


def settings_faults(settings: RegisterSettings) -> Iterator[Diagnostic]:
    """What in the settings would let two series be taken for one, or one for two."""
    yield from _twins(settings.terms)
    yield from _spans(settings.congresses)
    if settings.together != "all":
        kinds = [kind for group in settings.together for kind in group]
        for kind in sorted({kind for kind in kinds if kinds.count(kind) > 1}):
            yield Diagnostic(
                "register/kind-in-two-series",
                _("loại văn bản “{kind}”, {name}, nằm trong hai nhóm đánh số").format(kind=kind, name=named(kind)),
                hint=_("vanthu.yaml, mục register, together: mỗi loại chỉ đứng trong một nhóm"),
            )


def _twins(terms: tuple[Term, ...]) -> Iterator[Diagnostic]:
    for place, term in enumerate(terms):
        for other in terms[:place]:
            if term.issuer == other.issuer and (term.name == other.name or term.first_day == other.first_day):
                yield Diagnostic(
                    "register/term-twice",
                    _("nhiệm kỳ “{name}” trùng tên hoặc trùng ngày bắt đầu với “{other}”").format(
                        name=term.name, other=other.name
                    ),
                    hint=_("vanthu.yaml, mục register, terms: mỗi nhiệm kỳ một tên và một ngày bắt đầu"),
                )


def _spans(spans: tuple[CongressSpan, ...]) -> Iterator[Diagnostic]:
    for place, span in enumerate(spans):
        if span.closes < span.opens:
            yield Diagnostic(
                "register/congress-backwards",
                _("đại hội “{name}” bế mạc trước khi khai mạc").format(name=span.name),
                hint=_("vanthu.yaml, mục register, congresses: opens không sau closes"),
            )
        for other in spans[:place]:
            meet = span.opens <= other.closes and other.opens <= span.closes
            if span.issuer == other.issuer and (meet or span.name == other.name):
                yield Diagnostic(
                    "register/congress-twice",
                    _("đại hội “{name}” trùng tên hoặc trùng ngày với “{other}”").format(
                        name=span.name, other=other.name
                    ),
                    hint=_("vanthu.yaml, mục register, congresses: mỗi đại hội một tên, ngày không chồng nhau"),
                )
