"""Sums: of one file, of a run, and whether they reach a severity."""

from __future__ import annotations

import pytest

from generator.check.verdict import Verdict
from generator.diagnostics import Diagnostic, Severity
from generator.reporters.tally import Tally, in_words, of_all
from tests.unit.reporters.verdicts import FILE, SOUND, UNREADABLE, WHOLE

E, W, A = Severity.ERROR, Severity.WARNING, Severity.ADVICE


def verdict(*severities: Severity) -> Verdict:
    return Verdict(FILE, tuple(Diagnostic("a/b", "c", severity=severity) for severity in severities))


@pytest.mark.parametrize(
    ("severities", "said", "conforms"),
    [
        ((), "đúng thể thức", True),
        ((A,), "đúng thể thức, 1 góp ý", True),
        ((W,), "0 lỗi, 1 cảnh báo", False),
        ((E, A, W, E), "2 lỗi, 1 cảnh báo, 1 góp ý", False),
    ],
)
def test_one_file_in_words(severities: tuple[Severity, ...], said: str, conforms: bool) -> None:
    row = Tally().add(verdict(*severities))
    assert (in_words(row.counts), row.conforms) == (said, conforms)


@pytest.mark.parametrize(
    ("severities", "reached"), [((), ()), ((A,), (A,)), ((W,), (W, A)), ((E,), (E, W, A)), ((A, E), (E, W, A))]
)
def test_what_a_run_reaches(severities: tuple[Severity, ...], reached: tuple[Severity, ...]) -> None:
    tally = Tally()
    tally.add(verdict(*severities))
    assert tuple(severity for severity in Severity if tally.reaches(severity)) == reached


def test_a_run_in_words() -> None:
    tally = Tally()
    for each in (WHOLE, UNREADABLE, SOUND):
        tally.add(each)
    assert of_all(tally) == "3 tệp, 1 đúng thể thức: 3 lỗi, 1 cảnh báo, 1 góp ý"
