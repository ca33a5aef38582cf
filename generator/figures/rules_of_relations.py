"""Figures of one unit beside each other: parts and their total, per cents, what goes only together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Diagnostic, Severity
from generator.figures import folding
from generator.figures.rules_case import Case, counted
from generator.messages import _
from generator.model.indicator import Aggregation, Indicator, Ratio
from generator.vietnamese.numerals import grouped

_ROUNDING = Decimal("0.05")
"""Of a per cent that a unit worked out itself."""


def check(case: Case) -> Iterator[Diagnostic]:
    for code in case.codes:
        indicator = case.catalogue[code]
        if indicator.aggregation is Aggregation.PERCENT:
            yield from _per_cent(case, indicator, str(indicator.part), str(indicator.whole))
        if indicator.part_of:
            yield from _not_more(case, code, indicator.part_of)
        if indicator.is_sum_of_parts:
            yield from _adds_up(case, code)
        if indicator.goes_with:
            yield from _together(case, code, indicator.goes_with)


def _doubt(case: Case, *codes: str) -> Severity:
    """Figures that are about so and so large may contradict each other a little."""
    return Severity.WARNING if case.is_about(*codes) else Severity.ERROR


def _per_cent(case: Case, indicator: Indicator, part: str, whole: str) -> Iterator[Diagnostic]:
    above, below = case.amount(part), case.amount(whole)
    if (above is None) != (below is None):
        given, left = (part, whole) if below is None else (whole, part)
        message = _("có “{given}” mà không có “{left}”, nên không tính vào “{name}”")
        yield case.found(
            "data/half-a-ratio",
            message.format(given=case.named(given), left=case.named(left), name=indicator.name),
            "figures",
            given,
            severity=Severity.WARNING,
            hint=_("hỏi lại đơn vị số còn thiếu"),
        )
    elif case.catalogue[part].part_of != whole:
        yield from _not_more(case, part, whole)
    yield from _typed(case, indicator, folding.share(above, below, decimals=6))


def _typed(case: Case, indicator: Indicator, computed: Decimal | None) -> Iterator[Diagnostic]:
    """A per cent that was typed although it is computed."""
    given = case.answer.figures.get(indicator.code)
    if given is None or given.value is None:
        return
    if computed is None:
        yield case.found(
            "data/per-cent-alone",
            _("“{name}” không có số để tính, nên số gõ vào không được dùng").format(name=indicator.name),
            "figures",
            indicator.code,
            severity=Severity.WARNING,
            hint=_("ghi hai số {part} và {whole}; tỷ lệ do chương trình tính").format(
                part=indicator.part, whole=indicator.whole
            ),
        )
    elif abs(given.value - computed) > _ROUNDING:
        yield case.found(
            "data/per-cent-mismatch",
            _("“{name}” không khớp với hai số của nó").format(name=indicator.name),
            "figures",
            indicator.code,
            severity=_doubt(case, str(indicator.part), str(indicator.whole)),
            expected=f"{grouped(computed, decimals=2)}%",
            actual=f"{grouped(given.value)}%",
            hint=_("bỏ số này, chương trình tự tính; hoặc sửa {part}, {whole}").format(
                part=indicator.part, whole=indicator.whole
            ),
        )


def _not_more(case: Case, part: str, whole: str) -> Iterator[Diagnostic]:
    above, below = case.amount(part), case.amount(whole)
    if above is None or below is None or above <= below:
        return
    yield case.found(
        "data/part-exceeds-whole",
        _("“{part}” nhiều hơn “{whole}”").format(part=case.named(part), whole=case.named(whole)),
        "figures",
        part,
        severity=_doubt(case, part, whole),
        expected=_("không quá {limit}").format(limit=counted(below, case.catalogue[whole])),
        actual=counted(above, case.catalogue[part]),
        hint=_("hỏi lại đơn vị, rồi sửa một trong hai số"),
    )


def _adds_up(case: Case, total: str) -> Iterator[Diagnostic]:
    """The parts that were asked make up the total; while one of them is silent they may only be less."""
    whole = case.amount(total)
    parts = [code for code in case.codes if case.catalogue[code].part_of == total]
    amounts = [amount for code in parts if (amount := case.amount(code)) is not None]
    if whole is None or not amounts:
        return
    made, is_whole = folding.added(amounts), not any(case.is_silent(code) for code in parts)
    if made == whole or (made < whole and not (is_whole and _all_parts_asked(case, total))):
        return
    yield case.found(
        "data/parts-do-not-add-up",
        _("các phần của “{name}” cộng lại khác tổng").format(name=case.named(total)),
        "figures",
        total,
        severity=_doubt(case, total, *parts),
        expected=counted(made, case.catalogue[total]),
        actual=counted(whole, case.catalogue[total]),
        hint=_("hỏi lại đơn vị, rồi sửa tổng hoặc các phần: {parts}").format(parts=", ".join(parts)),
    )


def _all_parts_asked(case: Case, total: str) -> bool:
    return all(each.code in case.codes for each in case.catalogue.values() if each.part_of == total)


def _together(case: Case, code: str, ratio: Ratio) -> Iterator[Diagnostic]:
    """Nobody attends where nothing is held, and the other way round."""
    above, below = case.amount(code), case.amount(ratio.of)
    if above is None or below is None or (not above and not below) or min(above, below) < 0:
        return
    own, other = case.catalogue[code], case.catalogue[ratio.of]
    if not above or not below:
        empty, full, amount = (code, other, below) if not above else (ratio.of, own, above)
        message = _("“{empty}” là 0 mà “{full}” là {amount}")
        yield case.found(
            "data/zero-beside-figure",
            message.format(empty=case.named(empty), full=full.name, amount=grouped(amount)),
            "figures",
            empty,
            severity=_doubt(case, code, ratio.of),
            hint=_("hỏi lại đơn vị: hai số này cùng bằng 0, hoặc cùng khác 0"),
        )
        return
    yield from _quotient(case, own, other, ratio, above / below)


def _quotient(case: Case, own: Indicator, other: Indicator, ratio: Ratio, quotient: Decimal) -> Iterator[Diagnostic]:
    if ratio.most is not None and quotient > ratio.most:
        limit = _("không quá {limit}").format(limit=grouped(ratio.most))
    elif ratio.least is not None and quotient < ratio.least:
        limit = _("từ {limit}").format(limit=grouped(ratio.least))
    else:
        return
    each = _("{number} {unit} mỗi {other}")
    yield case.found(
        "data/implausible-ratio",
        _("“{name}” so với “{other}” khác thường").format(name=own.name, other=other.name),
        "figures",
        own.code,
        severity=Severity.WARNING,
        expected=each.format(number=limit, unit=own.unit, other=other.unit),
        actual=each.format(number=grouped(quotient, decimals=1), unit=own.unit, other=other.unit),
        hint=_("hỏi lại đơn vị; số đúng thì giữ nguyên"),
    )
