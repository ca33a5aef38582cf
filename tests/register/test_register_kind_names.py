"""What types of document are called where clerks read: never by the regimes' ids of them alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.diagnostics import Faulty
from generator.model.register import RegisterSettings
from generator.pipeline.numbering_find import shown
from generator.register.kind_names import named
from generator.register.reserving import reserve
from generator.register.series import settings_faults
from tests.register.books import SETTINGS, TODAY, Books, act, state

NAMES = {
    "plan": "Kế hoạch (KH)",
    "dispatch": "Công văn (CV)",
    "plan+report": "Kế hoạch (KH), Báo cáo (BC)",
    "*": "mọi loại",
    "copy": "bản sao",
    "no-such-type": "no-such-type",
}


@pytest.mark.parametrize(("kinds", "name"), NAMES.items(), ids=NAMES)
def test_types_have_their_names_and_symbols(kinds: str, name: str) -> None:
    assert named(kinds) == name


def in_two_series(_books: Books) -> str:
    (found,) = settings_faults(RegisterSettings.model_validate({"together": [["plan", "report"], ["plan"]]}))
    return found.message


def split_changed(books: Books) -> str:
    with books.open() as register:
        reserve(register, [state("a")], act())
    with books.open(SETTINGS.model_copy(update={"together": "all"})) as register, pytest.raises(Faulty) as error:
        reserve(register, [state("b")], act())
    return str(error.value)


def without_a_code(books: Books) -> str:
    with books.open() as register:
        (entry,) = reserve(register, [state("a")], act(), on=date(TODAY.year, 1, 5))
    return shown(entry)


TOLD = [
    (in_two_series, "“plan”, Kế hoạch (KH),"),
    (split_changed, "“Kế hoạch (KH)”, nay khai là “mọi loại”"),
    (without_a_code, "01 Kế hoạch (KH)"),
]


@pytest.mark.parametrize(("tell", "words"), TOLD)
def test_clerks_read_names(file_book: Books, tell: Callable[[Books], str], words: str) -> None:
    assert words in tell(file_book)
