"""The JSON as docs/check.md describes it; a change of the golden file is a change of what programs read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.check.verdict import Verdict
from generator.reporters import json_report
from generator.reporters.tally import Tally
from tests.unit.reporters.verdicts import PRINTED, SOUND, UNREADABLE, WHOLE

GOLDEN = Path(__file__).parent / "report.json"
PAGE = Path(__file__).resolve().parents[3] / "docs" / "check.md"


def written(*verdicts: Verdict) -> Any:
    tally = Tally()
    pieces = [json_report.piece(each, tally.add(each), number) for number, each in enumerate(verdicts, 1)]
    return json.loads(json_report.head(tally) + "".join(pieces) + json_report.tail(tally))


def test_the_form_is_the_golden_one() -> None:
    report = written(WHOLE, PRINTED, UNREADABLE, SOUND)
    report["program"] = "vanthu"
    assert report == json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize("verdicts", [(), (SOUND,), (SOUND, SOUND, WHOLE)])
def test_any_number_of_files_is_one_object(verdicts: tuple[Verdict, ...]) -> None:
    assert len(written(*verdicts)["files"]) == written(*verdicts)["summary"]["files"] == len(verdicts)


def keys(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in keys(value)}
    return {key for value in data for key in keys(value)} if isinstance(data, list) else set()


def test_every_field_is_described() -> None:
    page = PAGE.read_text(encoding="utf-8").split("## JSON")[1]
    described = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", page))))
    assert keys(written(WHOLE)) - described == set()
