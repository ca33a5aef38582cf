"""That no year stands in the number. Its codes are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule("components/number-year", title=mark("năm trong số văn bản"), enforces=["number_format.year_in_number"])
def number_year(subject: Subject) -> Iterator[Finding]:
    """What it checks: that no year stands between the number and its codes.

    Why: only laws and other normative texts bear the year in their number.
    Example: “Số: 12/2026/QĐ-UBND”.
    What to do: take the year out.
    """
    number = subject.recognised.number
    if number is not None and number.year:
        yield Finding(
            _("số văn bản có năm"),
            number.component.where,
            expected=_("không ghi năm"),
            actual=number.component.text,
            path="number_format.year_in_number",
        )
