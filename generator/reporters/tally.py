"""How many findings of which severity: of one file and of a run, in numbers and in words.

It decides nothing: what a severity means for the exit code is the command's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.check.verdict import Verdict
from generator.diagnostics import Diagnostic, Severity
from generator.messages import _


@dataclass(frozen=True, slots=True)
class Row:
    """One file of a run."""

    file: Path
    counts: Mapping[Severity, int]

    @property
    def conforms(self) -> bool:
        """Nothing is wrong with it; advice does not count."""
        return not self.counts[Severity.ERROR] and not self.counts[Severity.WARNING]


@dataclass(slots=True)
class Tally:
    """All files of a run so far: a name and three numbers each."""

    rows: list[Row] = field(default_factory=list)

    def add(self, verdict: Verdict) -> Row:
        row = Row(verdict.file, counted(verdict.diagnostics))
        self.rows.append(row)
        return row

    @property
    def counts(self) -> Mapping[Severity, int]:
        return {severity: sum(row.counts[severity] for row in self.rows) for severity in Severity}

    @property
    def conforming(self) -> int:
        return sum(row.conforms for row in self.rows)

    def reaches(self, severity: Severity) -> bool:
        """Whether something is at least as bad as this."""
        order = list(Severity)
        return any(self.counts[each] for each in order[: order.index(severity) + 1])


def counted(diagnostics: Iterable[Diagnostic]) -> Mapping[Severity, int]:
    """Findings by severity, those that there are none of included."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity: found[severity] for severity in Severity}


def in_words(counts: Mapping[Severity, int]) -> str:
    """`đúng thể thức`, or how many of what."""
    if counts[Severity.ERROR] or counts[Severity.WARNING]:
        text = _("{errors} lỗi, {warnings} cảnh báo").format(
            errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING]
        )
    else:
        text = _("đúng thể thức")
    if counts[Severity.ADVICE]:
        text += _(", {count} góp ý").format(count=counts[Severity.ADVICE])
    return text


def of_all(tally: Tally) -> str:
    """The last line of a run of several files."""
    counts = tally.counts
    text = _("{files} tệp, {conforming} đúng thể thức: {errors} lỗi, {warnings} cảnh báo, {advice} góp ý")
    return text.format(
        files=len(tally.rows),
        conforming=tally.conforming,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        advice=counts[Severity.ADVICE],
    )
