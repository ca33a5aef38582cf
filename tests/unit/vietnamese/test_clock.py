"""The day in Vietnam, on machines anywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo

import pytest

from generator.vietnamese import clock


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2025, 6, 15, 16, 59, tzinfo=UTC), date(2025, 6, 15)),
        (datetime(2025, 6, 15, 17, 0, tzinfo=UTC), date(2025, 6, 16)),
    ],
)
def test_today_begins_at_midnight_in_vietnam(instant: datetime, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    class Frozen(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return instant.astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Frozen)
    assert clock.today() == day
