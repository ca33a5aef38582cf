"""Work in several processes: in order, and one thing that ends its process is told and stops no other."""

from __future__ import annotations

import os
import time

import pytest

from generator.pipeline.in_processes import Work, done_in_order

FATAL, ENDLESS = 7, 9


def work(setting: int, thing: int) -> int:
    if thing == FATAL and setting:
        os._exit(3)
    if thing == ENDLESS and setting:
        time.sleep(600)
    return thing * 10


def lost(thing: int) -> int:
    return -thing


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_things(jobs: int) -> None:
    assert list(done_in_order(Work(work, 0, lost), range(40), jobs=jobs)) == [each * 10 for each in range(40)]


def test_what_ends_its_process_or_takes_too_long_is_lost_alone() -> None:
    found = list(done_in_order(Work(work, 1, lost, seconds=3), range(12), jobs=2))
    assert found == [-each if each in (FATAL, ENDLESS) else each * 10 for each in range(12)]


def test_nothing_to_do() -> None:
    assert list(done_in_order(Work(work, 0, lost), [])) == []
