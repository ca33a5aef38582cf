"""Runs rules over a document and turns what they find into diagnostics, with identity, clause and severity.

It does not know what any rule looks at. A rule that breaks reports itself, and the others still run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.check.registry import RULES, chosen, unknown
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Diagnostic, Location, Severity
from generator.docview.opening import open_view
from generator.errors import GeneratorError
from generator.messages import _
from generator.paper.page import Page
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime
from generator.profile.schema import NOT_IN_THE_TEXT
from generator.recognise.recognised import Recognised
from generator.recognise.recognising import recognise

_FIELD = re.compile(r"\{\w+\}")
"""A field of a template, which a reader knows by its place."""
OFF = "off"
BROKEN = "check/broken-rule"
UNKNOWN_DOCUMENT = "check/unknown-document"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What came out: the document as understood, by what it was judged, and every fault in order of place."""

    recognised: Recognised
    profile: Profile | None
    """None where it is neither known nor given: then no rule ran."""
    diagnostics: tuple[Diagnostic, ...]
    ran: tuple[str, ...] = ()
    """Ids of the rules that ran, so that a blind spot shows."""


def check_document(
    file: Path,
    regime: str | None = None,
    profile: Profile | None = None,
    only: Sequence[str] = (),
    pages: tuple[Page, ...] | None = None,
) -> CheckResult:
    """Open, recognise and judge a DOCX; `only` names rules or families. Reads: the file and a regime.

    Faulty when it is no DOCX; GeneratorError when `only` or `regime` names what there is not.
    """
    refuse_unknown(only)
    given = profile.id if profile else regime
    recognised = recognise(open_view(file), side=_side(profile, regime), regime=given)
    judge = profile or (load_regime(recognised.regime) if recognised.regime else None)
    if judge is None:
        return CheckResult(recognised, None, (_unknown_document(recognised),))
    subject = Subject(recognised.view, recognised, judge, pages)
    rules = runnable(chosen(only), subject)
    return CheckResult(recognised, judge, run(subject, rules), tuple(rule.id for rule in rules))


def refuse_unknown(only: Sequence[str]) -> None:
    """GeneratorError when a name is neither a rule nor a family."""
    names = unknown(only)
    if names:
        families = dict.fromkeys(rule.family for rule in RULES)
        message = _("không có quy tắc hay nhóm quy tắc “{names}”").format(names=", ".join(names))
        raise GeneratorError(message, _("các nhóm: {families}").format(families=", ".join(families)))


def runnable(rules: Sequence[Rule], subject: Subject) -> tuple[Rule, ...]:
    """Those that the profile has a value for and has not switched off, and that have the pages which they need.

    Of a document in a legacy encoding no rule on words: the fonts are the fault to mend first.
    """
    return tuple(
        rule
        for rule in rules
        if rule.applies_to(subject.profile)
        and not (rule.needs_pages and subject.pages is None)
        and not (rule.is_of_words and subject.recognised.encoding is not None)
        and not ((change := subject.profile.rules.get(rule.id)) and change.severity == OFF)
    )


def run(subject: Subject, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    """All that the rules find, sorted by place."""
    order = {(each.where.part, each.where.paragraph): at for at, each in enumerate(subject.view.paragraphs)}
    found = [diagnostic for rule in rules for diagnostic in _findings(rule, subject)]
    return tuple(sorted(found, key=lambda diagnostic: _order(diagnostic.where, order)))


def severity_of(rule: Rule, path: str | None, profile: Profile) -> Severity:
    """What the profile says of the rule; else the rule's own, milder where the value is none of the text's.

    What no text rules (`none`) is advice; what custom, measuring or derivation has set is a warning at most.
    """
    change = profile.rules.get(rule.id)
    if change is not None and change.severity != OFF:
        return Severity(change.severity)
    grade = profile.constraint(path).source.grade if path and profile.has(path) else None
    if grade == "none":
        return Severity.ADVICE
    return Severity.WARNING if grade in NOT_IN_THE_TEXT and rule.severity is Severity.ERROR else rule.severity


def _findings(rule: Rule, subject: Subject) -> Iterator[Diagnostic]:
    try:
        for finding in rule(subject):
            yield _stamped(finding, rule, subject)
    except Exception as error:
        message = _("quy tắc {rule} bị lỗi và không soát được hết").format(rule=rule.id)
        hint = _("đây là lỗi của chương trình, không phải của văn bản")
        kind = f"{type(error).__name__}: {error}"
        yield Diagnostic(BROKEN, message, Location(subject.view.file), Severity.WARNING, actual=kind, hint=hint)


def _stamped(finding: Finding, rule: Rule, subject: Subject) -> Diagnostic:
    profile, path = subject.profile, finding.path
    source = profile.constraint(path).source if path and profile.has(path) else None
    change = profile.rules.get(rule.id)
    reason = _("mức do hồ sơ {layer} đặt: {reason}").format(layer=change.layer, reason=change.reason) if change else ""
    hints = [hint for hint in (finding.hint, reason) if hint]
    return Diagnostic(
        code=rule.id,
        message=finding.message,
        where=finding.where if finding.where.file else replace(finding.where, file=subject.view.file),
        severity=severity_of(rule, path, profile),
        expected=_FIELD.sub("…", finding.expected) if finding.expected else None,
        actual=finding.actual,
        basis=source.clause if source else None,
        hint="; ".join(hints) or None,
    )


def _order(where: Location, order: Mapping[tuple[str | None, int | None], int]) -> tuple[int, str, int, int]:
    # The body first, as it is read; then headers, notes and the rest; a fault of the whole document comes first.
    if where.part is None and where.paragraph is None:
        return (-1, "", 0, 0)
    at = order.get((where.part, where.paragraph), len(order))
    return (at, where.part or "", where.paragraph or 0, where.column or 0)


def _side(profile: Profile | None, regime: str | None) -> str | None:
    if profile is not None:
        return profile.side
    return load_regime(regime).side if regime else None


def _unknown_document(recognised: Recognised) -> Diagnostic:
    message = _("không biết soát theo quy định nào: {reason}").format(reason=recognised.regime_reason)
    hint = _("ghi rõ bộ quy định, chẳng hạn --regime party-hd05")
    return Diagnostic(UNKNOWN_DOCUMENT, message, Location(recognised.view.file), hint=hint)
