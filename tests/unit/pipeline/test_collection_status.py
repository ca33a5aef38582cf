"""Who has answered a form and who has not, as seen on a day: days, blanks, whom to ask first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.model.figures import PhaseFigures, Standing, UnitFigures
from generator.pipeline.collection_status import CollectionStatus, survey
from tests.unit.reporters.figure_pages import NONE, RATE, SESSIONS, SILENT, amount, figures, total, unit

DUE = date(2025, 6, 3)
MISSING, LATE, ON_TIME, NOT_APPLICABLE = Standing.MISSING, Standing.LATE, Standing.ON_TIME, Standing.NOT_APPLICABLE


def seen(*units: UnitFigures, today: date = DUE) -> CollectionStatus:
    counted: PhaseFigures = figures(*units, totals=(total(SESSIONS), total(RATE)))
    return survey(counted, today)


@pytest.mark.parametrize(
    ("asked", "after", "days"),
    [
        (unit(1, ON_TIME, sessions=amount("1")), 7, -2),
        (unit(3, ON_TIME, sessions=amount("1")), 7, 0),
        (unit(5, LATE, sessions=amount("1")), 7, 2),
        (unit(1, MISSING, sessions=SILENT), 7, 7),
        (unit(1, MISSING, sessions=SILENT), -3, -3),
        (unit(1, MISSING, sessions=SILENT), 0, 0),
    ],
)
def test_an_answer_is_late_by_its_day_and_silence_by_todays(asked: UnitFigures, after: int, days: int) -> None:
    (line,) = seen(asked, today=DUE + timedelta(after)).lines
    assert line.days == days


@pytest.mark.parametrize(
    ("asked", "blank"),
    [
        (unit(1, sessions=amount("0")), ()),
        (unit(1, sessions=NONE), ()),
        (unit(1, sessions=SILENT), ("sessions",)),
        (unit(1, sessions=SILENT, rate=SILENT), ("sessions",)),
        (unit(1, MISSING, sessions=SILENT), ()),
    ],
)
def test_blank_is_what_an_answer_leaves_empty_and_could_have_filled_in(
    asked: UnitFigures, blank: tuple[str, ...]
) -> None:
    (line,) = seen(asked).lines
    assert line.blank == blank


def test_a_per_cent_is_asked_of_nobody() -> None:
    (line,) = seen(unit(1, MISSING, sessions=SILENT, rate=SILENT)).lines
    assert line.asked == 1


def test_who_leaves_the_largest_hole_is_asked_first() -> None:
    few, many = unit(1, MISSING, sessions=SILENT), unit(2, MISSING, sessions=SILENT, other=SILENT)
    status = seen(few, many, unit(3, MISSING, sessions=SILENT))
    assert [line.unit.unit for line in status.missing] == ["don-vi-2", "don-vi-1", "don-vi-3"]


def test_who_left_most_blank_is_asked_again_first() -> None:
    status = seen(unit(1, sessions=SILENT), unit(2, sessions=SILENT, other=SILENT), unit(3, sessions=amount("1")))
    assert [line.unit.unit for line in status.incomplete] == ["don-vi-2", "don-vi-1"]


def test_everybody_is_counted_once() -> None:
    status = seen(
        unit(1, MISSING, sessions=SILENT), unit(4, LATE, sessions=amount("1")), unit(1, NOT_APPLICABLE, sessions=NONE)
    )
    assert status.counts == {MISSING: 1, LATE: 1, ON_TIME: 0, NOT_APPLICABLE: 1}
    assert [len(status.of(each)) for each in Standing] == [0, 1, 1, 1]
