"""What every test shares: slow ones run when CI does, or when they are asked for; documents are looked at."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ooxml.watch import Watch

ALWAYS_AUDITED = ("golden", "ooxml")
"""The folders of tests whose documents are audited in every run; in a slow one, those of all are."""
ODD_ON_PURPOSE = {
    "test_a_document_that_was_made_may_be_a_base": "writes a second section into a made document",
    "test_a_rule_in_a_cell_is_centred_in_the_cell": "has margins of cells in an order of its own",
    "test_a_value_in_an_attribute_stays_there": "puts a description before the width of a table",
    "test_a_template_saved_by_libreoffice": "has words that LibreOffice writes and the schema lacks",
    "test_the_formatting_of_a_tag_may_hold_tags": "has a colour that is none",
    "test_what_the_template_points_to_stays": "has a picture that is none",
    "test_tags_as_word_writes_them[tags9-{{ x }}]": "prints a tag as it stands",
    "test_what_docxtpl_does_is_done_as_docxtpl_does_it[14-{% colspan %}]": "has docxtpl's order inside of a cell",
    "test_what_docxtpl_does_is_done_as_docxtpl_does_it[15-{% cellbg %}]": "has docxtpl's order inside of a cell",
    "test_what_docxtpl_does_is_done_as_docxtpl_does_it[19-{% raw %}]": "prints a tag as it stands",
}
"""Tests, by name with or without the case, whose documents Word need not take, and why; new ones use the marker."""
_SHARED = "VANTHU_TEST_SHAPES"
_WATCH = pytest.StashKey[Watch]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the slow tests too")
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/*.txt anew")


def is_slow_run(config: pytest.Config) -> bool:
    return bool(config.getoption("--slow")) or os.environ.get("CI") == "true"


def pytest_configure(config: pytest.Config) -> None:
    """Puts the watch over the one function that makes documents, before any other module takes it."""
    watch = config.stash[_WATCH] = Watch(shared=_shared_folder())
    try:
        from generator.render import engine
    except Exception:  # every test that imports it says so; the others need not fall with it
        return
    engine.fill = watch.over(engine.fill)


def _shared_folder() -> Path:
    """One for all processes of this run: the first one makes it, the others find it in their environment."""
    if _SHARED not in os.environ:
        os.environ[_SHARED] = tempfile.mkdtemp(prefix="vanthu-shapes-")
    return Path(os.environ[_SHARED])


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(_SHARED, ""), ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if is_slow_run(config):
        return
    skip = pytest.mark.skip(reason="slow; run it with --slow")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """The marker of a test holds for its fixtures too."""
    watch = item.config.stash[_WATCH]
    is_odd = {item.name, item.name.partition("[")[0]} & ODD_ON_PURPOSE.keys()
    watch.is_on = not is_odd and item.get_closest_marker("unsound_document") is None
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    watch.audits = is_slow_run(item.config) or folder in ALWAYS_AUDITED
    return (yield)
