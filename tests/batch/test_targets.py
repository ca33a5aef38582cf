"""Names of files are looked at before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.diagnostics import Faulty
from generator.model.kinds import Kind
from generator.pipeline.batch.order import Want
from generator.pipeline.batch.targets import look_at_names
from generator.sources.roster import Row

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
