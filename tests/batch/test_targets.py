"""Names of files are looked at before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest

from generator.diagnostics import Faulty
from generator.model.kinds import Kind
from generator.pipeline.batch.order import Want
from generator.pipeline.batch.targets import count_of, look_at_names
from generator.sources.roster import Reader, Roster, Row

GUIDANCE = Want(Kind.GUIDANCE)


def looked_at(ids: Sequence[str], *wants: Want) -> int:
    rows = [Row(name, number, number + 2) for number, name in enumerate(ids)]
    return look_at_names(rows, wants or (GUIDANCE,), Path("units.csv"))


def test_safe_names_pass() -> None:
    assert looked_at(["chi-bo-1", "chi-bo-10", "a", "x" * 200]) == 4


@pytest.mark.parametrize(
    "name",
    [
        "../ra-ngoai",
        "a/b",
        "a\\b",
        "a:b",
        "a.",
        "a ",
        " a",
        "-a-",
        "tổ-1",
        "Tổ",
        "a\nb",
        "a\0b",
        "x" * 250,
        "",
        "a..b",
        "a*",
    ],
)
def test_a_name_that_is_not_safe_is_told_with_its_row(name: str) -> None:
    with pytest.raises(Faulty) as caught:
        looked_at(["chi-bo-1", name])
    (found,) = caught.value.diagnostics
    assert found.code == "batch/unsafe-name"
    assert found.where.line == 3


def test_all_unsafe_names_are_told_at_once_but_not_by_the_thousand() -> None:
    with pytest.raises(Faulty) as caught:
        looked_at([f"../{number}" for number in range(1000)])
    assert len(caught.value.diagnostics) == 20


def test_two_documents_of_one_name_are_told() -> None:
    wants = (Want(Kind.DISPATCH, "-b-c"), Want(Kind.DISPATCH, "-c"))
    with pytest.raises(Faulty) as caught:
        looked_at(["a", "a-b"], *wants)
    assert [found.code for found in caught.value.diagnostics] == ["batch/same-name"]


ASKED = {
    "all": (None, (GUIDANCE,), False),
    "some": (("a",), (GUIDANCE,), True),
    "several documents of a kind": (None, (GUIDANCE, Want(Kind.REPORT, "-dot-1")), True),
}


@pytest.mark.parametrize("case", ASKED)
def test_names_that_are_known_to_be_sound_are_not_read_again(case: str) -> None:
    chosen, wants, is_read = ASKED[case]
    rows = _Sound(10)
    assert count_of(_roster(rows), chosen, wants) == (1 if chosen else 3)
    assert bool(rows.times) is is_read


def test_an_id_too_long_for_a_file_is_looked_for() -> None:
    rows = _Sound(250)
    assert count_of(_roster(rows), None, (GUIDANCE,)) == 3
    assert rows.times


class _Sound:
    """Rows whose ids have been looked at; it notes how often they were read."""

    count = 3

    def __init__(self, longest_id: int) -> None:
        self.longest_id, self.times = longest_id, 0

    def __iter__(self) -> Iterator[Row]:
        self.times += 1
        return iter([Row(name, number, number + 2) for number, name in enumerate("abc")])

    def find(self, name: str) -> Row | None:
        return next((row for row in self if row.id == name), None)


def _roster(rows: _Sound) -> Roster:
    return Roster(Path("units.csv"), rows, cast(Reader, None), (), ())
