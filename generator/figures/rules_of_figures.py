"""What one figure shows by itself: below zero, a fraction of a count, out of all reason, less than before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Diagnostic, Severity
from generator.figures.rules_case import Case, counted
from generator.messages import _
from generator.model.indicator import Aggregation, Counting, Indicator
from generator.vietnamese.numerals import grouped

_MOST_DIGITS = 15


def check(case: Case) -> Iterator[Diagnostic]:
    for code, given in case.answer.figures.items():
        if given.value is None or code not in case.codes:
            continue
        indicator = case.catalogue[code]
        if given.value < 0:
            yield _negative(case, indicator, given.value)
        elif given.value.adjusted() >= _MOST_DIGITS:
            yield _absurd(case, indicator)
        else:
            yield from _fraction(case, indicator, given.value)
            yield from _plausible(case, indicator, given.value)
            yield from _fallen(case, indicator, given.value)


def _negative(case: Case, indicator: Indicator, amount: Decimal) -> Diagnostic:
    return case.found(
        "data/negative-figure",
        _("“{name}” nhỏ hơn 0").format(name=indicator.name),
        "figures",
        indicator.code,
        actual=grouped(amount),
        hint=_("hỏi lại đơn vị; giảm so với kỳ trước thì ghi số của kỳ này, không ghi phần giảm"),
    )


def _absurd(case: Case, indicator: Indicator) -> Diagnostic:
    return case.found(
        "data/figure-too-large",
        _("“{name}” có quá nhiều chữ số").format(name=indicator.name),
        "figures",
        indicator.code,
        expected=_("không quá {count} chữ số").format(count=_MOST_DIGITS),
        hint=_("hỏi lại đơn vị: có lẽ là số điện thoại hay mã số gõ nhầm ô"),
    )


def _fraction(case: Case, indicator: Indicator, amount: Decimal) -> Iterator[Diagnostic]:
    decimals = max(-int(amount.normalize().as_tuple().exponent), 0)
    if decimals <= indicator.decimals or indicator.aggregation is Aggregation.PERCENT:
        return
    code, message = "data/fraction-of-a-count", _("“{name}” đếm bằng {unit}, không có phần lẻ")
    if indicator.decimals:
        code, message = "data/too-many-decimals", _("“{name}” có nhiều hơn {decimals} chữ số sau dấu phẩy")
    yield case.found(
        code,
        message.format(name=indicator.name, unit=indicator.unit, decimals=indicator.decimals),
        "figures",
        indicator.code,
        actual=grouped(amount),
        hint=_("hỏi lại đơn vị: có lẽ dấu phân nhóm nghìn bị đọc thành dấu phẩy thập phân"),
    )


def _plausible(case: Case, indicator: Indicator, amount: Decimal) -> Iterator[Diagnostic]:
    limits = indicator.plausible
    if limits is None:
        return
    if limits.most is not None and amount > limits.most:
        expected = _("không quá {limit}").format(limit=counted(limits.most, indicator))
    elif limits.least is not None and amount < limits.least:
        expected = _("từ {limit}").format(limit=counted(limits.least, indicator))
    else:
        return
    yield case.found(
        "data/implausible-figure",
        _("“{name}” khác thường").format(name=indicator.name),
        "figures",
        indicator.code,
        severity=Severity.WARNING,
        expected=expected,
        actual=counted(amount, indicator),
        hint=_("hỏi lại đơn vị; số đúng thì giữ nguyên"),
    )


def _fallen(case: Case, indicator: Indicator, amount: Decimal) -> Iterator[Diagnostic]:
    """What counts from the beginning does not become less; the whole of a per cent may: people move away."""
    before = case.before.get(indicator.code)
    if indicator.counting is not Counting.CUMULATIVE or before is None or amount >= before:
        return
    may_fall = any(each.whole == indicator.code for each in case.catalogue.values())
    is_unsure = may_fall or case.is_about(indicator.code)
    yield case.found(
        "data/cumulative-falls",
        _("“{name}” ít hơn đợt trước").format(name=indicator.name),
        "figures",
        indicator.code,
        severity=Severity.WARNING if is_unsure else Severity.ERROR,
        expected=_("từ {limit}").format(limit=counted(before, indicator)),
        actual=counted(amount, indicator),
        hint=_("hỏi lại đơn vị: số này tính từ đầu, có lẽ đã ghi số riêng của đợt"),
    )
