"""One unit's answer as the rules look at it, and how a finding about it is put into words.

It holds no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.diagnostics import Diagnostic, Location, Severity
from generator.figures.folding import Catalogue, Values
from generator.messages import _
from generator.model.answers import AnswerFile
from generator.model.collection import CollectionForm
from generator.model.indicator import Indicator
from generator.model.report import NullReason
from generator.vietnamese.numerals import grouped

Where = Callable[..., Location]
"""The place of a field in a unit's answer: `where("to-mot", "figures", "banners")`."""


@dataclass(frozen=True, slots=True)
class Case:
    unit: str
    name: str
    answer: AnswerFile
    codes: Sequence[str]
    """What it was asked for, with the parts and wholes of per cents."""
    values: Values
    before: Mapping[str, Decimal]
    """The last amount of each indicator in the phases before."""
    form: CollectionForm
    catalogue: Catalogue
    today: date
    where: Where

    def amount(self, code: str | None) -> Decimal | None:
        value = self.values.get(code) if code else None
        return value.amount if value else None

    def is_silent(self, code: str) -> bool:
        return code in self.values and self.values[code].null_reason is NullReason.NOT_REPORTED

    def is_about(self, *codes: str) -> bool:
        """Whether one of these figures was not counted to the last one."""
        return any(code in self.values and self.values[code].is_approximate for code in codes)

    def named(self, code: str) -> str:
        return self.catalogue[code].name

    def found(
        self,
        rule: str,
        message: str,
        *steps: str,
        severity: Severity = Severity.ERROR,
        hint: str,
        expected: str | None = None,
        actual: str | None = None,
    ) -> Diagnostic:
        """A finding at `steps` of the unit's file, with the unit's name before the message."""
        said = _("{unit}: {message}").format(unit=self.name, message=message)
        where = self.where(self.unit, *steps)
        return Diagnostic(rule, said, where, severity, expected=expected, actual=actual, hint=hint)


def counted(amount: Decimal, indicator: Indicator) -> str:
    """`1.250 lượt người`, `97,5%`."""
    return grouped(amount) + ("%" if indicator.unit == "%" else f" {indicator.unit}")
