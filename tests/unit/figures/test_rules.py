"""The rules of answers: where each speaks, at which figure and how loud, and where it is silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_figures import answer, form_of

from generator.diagnostics import Diagnostic, Location, Severity
from generator.figures.rules import Material, check
from generator.figures.totals import AskedUnit, count
from generator.model.answers import AnswerFile
from generator.model.figures import PhaseFigures
from generator.model.indicator import Indicator

CATALOGUE = {
    each.code: each
    for each in map(
        Indicator.model_validate,
        (
            {"code": "sessions", "name": "Số buổi", "unit": "buổi", "plausible": {"least": "1", "most": "500"}},
            {"code": "people", "name": "Số lượt người", "unit": "lượt người"}
            | {"goes_with": {"of": "sessions", "least": "5", "most": "2000"}},
            {"code": "items", "name": "Tin, bài", "unit": "tin", "is_sum_of_parts": "true"},
            {"code": "news", "name": "Trong đó tin ngắn", "unit": "tin", "part_of": "items"},
            {"code": "long", "name": "Trong đó tin dài", "unit": "tin", "part_of": "items"},
            {"code": "ha", "name": "Diện tích", "unit": "ha", "decimals": "1"},
            {"code": "part", "name": "Dự", "unit": "người"},
            {"code": "whole", "name": "Tổng", "unit": "người", "counting": "cumulative"},
            {"code": "rate", "name": "Tỷ lệ", "unit": "%", "aggregation": "percent", "part": "part", "whole": "whole"}
            | {"decimals": "2"},
            {"code": "done", "name": "Đã xong", "unit": "cái", "counting": "cumulative"},
        ),
    )
}
TODAY = date(2025, 6, 30)
E, W = Severity.ERROR, Severity.WARNING


def about(value: str) -> dict[str, object]:
    return {"value": value, "approximate": True}


def where(unit: str, *steps: str) -> Location:
    return Location(Path(f"{unit}.yaml"), part="/".join(steps))


def found(
    record: AnswerFile, codes: str, before: dict[str, object] | None = None, **form_fields: object
) -> list[Diagnostic]:
    asked = [AskedUnit("a", "Đơn vị A", tuple(codes.split()))]
    earlier: list[PhaseFigures] = []
    if before is not None:
        first = form_of(1, "a", codes)
        earlier.append(count(first, asked, {"a": answer("a", before)}, (), CATALOGUE))
    form = form_of(1 + len(earlier), "a", codes, **form_fields)
    answers = {record.unit: record}
    figures = count(form, asked, answers, earlier, CATALOGUE)
    return [*check(Material(form, asked, answers, figures, CATALOGUE, TODAY, where, earlier))]


def told(finding: Diagnostic) -> tuple[str, str | None, Severity]:
    return finding.code, finding.where.part, finding.severity


CASES = [
    # One figure.
    ({"sessions": 12}, ()),
    ({"sessions": "-1"}, [("data/negative-figure", "sessions", E)]),
    ({"sessions": "1,5"}, [("data/fraction-of-a-count", "sessions", E)]),
    ({"ha": "2041,5"}, ()),
    ({"ha": "2041,55"}, [("data/too-many-decimals", "ha", E)]),
    ({"sessions": 501}, [("data/implausible-figure", "sessions", W)]),
    ({"sessions": 500}, ()),
    ({"sessions": 0}, [("data/implausible-figure", "sessions", W)]),
    ({"long": "1" * 16}, [("data/figure-too-large", "long", E)]),
    # Sessions and people.
    ({"sessions": 10, "people": 50}, ()),
    ({"sessions": 10, "people": 49}, [("data/implausible-ratio", "people", W)]),
    ({"sessions": 10, "people": 20_001}, [("data/implausible-ratio", "people", W)]),
    ({"sessions": 10, "people": 0}, [("data/zero-beside-figure", "people", E)]),
    (
        {"sessions": 0, "people": 9},
        [("data/implausible-figure", "sessions", W), ("data/zero-beside-figure", "sessions", E)],
    ),
    ({"sessions": 10, "people": "not_applicable"}, ()),
    # Parts and totals.
    ({"items": 10, "news": 4, "long": 6}, ()),
    ({"items": 10, "news": 4, "long": "not_applicable"}, [("data/parts-do-not-add-up", "items", E)]),
    ({"items": 4, "news": 4, "long": "not_applicable"}, ()),
    ({"items": 10, "news": 4, "long": 5}, [("data/parts-do-not-add-up", "items", E)]),
    ({"items": about("10"), "news": 4, "long": 5}, [("data/parts-do-not-add-up", "items", W)]),
    ({"items": 10, "news": 4}, ()),
    ({"items": 3, "news": 4}, [("data/parts-do-not-add-up", "items", E), ("data/part-exceeds-whole", "news", E)]),
    ({"news": 4, "long": 5}, ()),
    # Per cents.
    ({"rate": "not_reported", "part": 90, "whole": 100}, ()),
    ({"rate": 90, "part": 90, "whole": 100}, ()),
    ({"rate": "33,3", "part": 1, "whole": 3}, ()),
    ({"rate": "33,4", "part": 1, "whole": 3}, [("data/per-cent-mismatch", "rate", E)]),
    ({"rate": "71,8", "part": 1562, "whole": 2041}, [("data/per-cent-mismatch", "rate", E)]),
    ({"rate": 90}, [("data/per-cent-alone", "rate", W)]),
    ({"rate": "not_reported", "part": 101, "whole": 100}, [("data/part-exceeds-whole", "part", E)]),
    ({"rate": "not_reported", "part": about("101"), "whole": 100}, [("data/part-exceeds-whole", "part", W)]),
    ({"rate": "not_reported", "part": 90}, [("data/half-a-ratio", "part", W)]),
    ({"rate": "not_reported", "whole": 90}, [("data/half-a-ratio", "whole", W)]),
]


@pytest.mark.parametrize(("figures", "expected"), CASES)
def test_figures_of_one_answer(figures: dict[str, object], expected: list[tuple[str, str, Severity]]) -> None:
    spoken = [told(each) for each in found(answer("a", figures), " ".join(figures)) if each.code != SILENCE]
    assert spoken == [(code, f"figures/{field}", severity) for code, field, severity in expected]


SILENCE = "data/figure-not-reported"
FALLEN = [
    ({"done": 8}, {"done": 5}, E),
    ({"done": about("8")}, {"done": 5}, E),
    ({"done": 8}, {"done": about("5")}, W),
    ({"done": 8}, {"done": 8}, None),
    ({"done": "not_reported"}, {"done": 1}, None),
    ({"whole": 100}, {"whole": 99}, W),
    ({"sessions": 9}, {"sessions": 3}, None),
]


@pytest.mark.parametrize(("before", "now", "severity"), FALLEN)
def test_what_counts_from_the_beginning_does_not_fall(
    before: dict[str, object], now: dict[str, object], severity: Severity | None
) -> None:
    (code,) = now
    spoken = [told(each) for each in found(answer("a", now), code, before)]
    assert spoken == ([("data/cumulative-falls", f"figures/{code}", severity)] if severity else [])


SILENT = [
    ({"sessions": 3}, ["Số lượt người"]),
    ({"sessions": 3, "people": "not_reported"}, ["Số lượt người"]),
    ({"sessions": 3, "people": "not_applicable"}, []),
    ({"sessions": 3, "people": 30}, []),
]


@pytest.mark.parametrize(("figures", "named"), SILENT)
def test_what_was_left_out_is_named(figures: dict[str, object], named: list[str]) -> None:
    spoken = [each for each in found(answer("a", figures), "sessions people") if each.code == SILENCE]
    assert [name in each.message for name in named for each in spoken] == [True] * len(named)
    assert len(spoken) == len(named)


def test_who_has_said_nothing_is_not_told_what() -> None:
    assert not found(answer("a", {"sessions": "not_reported"}), "sessions people")


def test_nothing_but_zeros_is_asked_again() -> None:
    codes = "ha items done long"
    spoken = [each.code for each in found(answer("a", dict.fromkeys(codes.split(), 0)), codes)]
    assert spoken == ["data/all-zero"]


ASKING = [
    ({"figures": {"sesions": "3"}}, "data/unknown-indicator", "figures/sesions", E),
    ({"figures": {"done": "3"}}, "data/not-asked", "figures/done", W),
    ({"texts": {"mo-hinh": "Tổ tự quản"}}, "data/unknown-question", "texts/mo-hinh", W),
    ({"version": 2}, "data/other-version", "version", W),
    ({"answered_on": "2025-07-01"}, "data/answered-in-future", "answered_on", W),
    ({"answered_on": "2025-04-30"}, "data/answered-before-period", "answered_on", W),
    ({"received": {"at": "2025-07-01T08:00:00+07:00"}}, "data/answered-in-future", "received/at", W),
    ({"unit": "b"}, "data/answer-not-asked", "unit", E),
]


NOT_MEANT = [((), "có phải là “mot”?"), (("mot",), "có phải là “mott”?"), (("mot", "mott"), "units.yaml")]


@pytest.mark.parametrize(("answered", "hint"), NOT_MEANT)
def test_a_unit_with_an_answer_of_its_own_is_not_the_one_that_was_meant(answered: tuple[str, ...], hint: str) -> None:
    asked = [AskedUnit(unit, unit, ("sessions",)) for unit in ("mot", "mott")]
    answers = {unit: answer(unit, {"sessions": 3}) for unit in (*answered, "motx")}
    form = form_of(1, "mot", "sessions")
    figures = count(form, asked, answers, (), CATALOGUE)
    (finding,) = check(Material(form, asked, answers, figures, CATALOGUE, TODAY, where))
    assert finding.code == "data/answer-not-asked"
    assert hint in str(finding.hint)
    assert ("có phải là" in str(finding.hint)) is (len(answered) < len(asked))


@pytest.mark.parametrize(("fields", "code", "place", "severity"), ASKING)
def test_an_answer_beside_what_was_asked(fields: dict[str, object], code: str, place: str, severity: Severity) -> None:
    figures = {"sessions": "3", **fields.get("figures", {})}  # type: ignore[dict-item]
    record = AnswerFile.model_validate({"unit": "a", "phase": 1, **fields, "figures": figures})
    (finding,) = found(record, "sessions")
    assert told(finding) == (code, place, severity)
    assert finding.hint


def test_a_sound_answer_has_no_finding() -> None:
    record = answer("a", {"sessions": 3}, answered_on="2025-06-04", texts={"mo-hinh": "Tổ"})
    assert not found(record, "sessions", questions=[{"id": "mo-hinh", "text": "Mô hình hay"}])


def test_the_unit_is_named() -> None:
    (finding,) = found(answer("a", {"sessions": "-1"}), "sessions")
    assert finding.message.startswith("Đơn vị A: ")
    assert finding.where.file == Path("a.yaml")
