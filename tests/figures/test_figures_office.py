"""Forms that went through LibreOffice: opened, typed into, saved; and harm that survives its saving."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest

from generator.figures.returned import Returned, read_form
from generator.model.answers import Given
from generator.model.report import NullReason
from tests.figures import calc
from tests.figures.damage import CASES, Damage
from tests.figures.forms import DECIMALS, SOUND, TEXTS, changed, filled
from tests.figures.test_figures_damaged import check, told

pytestmark = pytest.mark.slow
TO_SAVE = tuple(case for case in CASES if case.is_kept_by_office)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every file as LibreOffice saves it; skipped without it, but where everything must be there."""
    reason = calc.missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("calc")
    files = [folder / f"{number}.xlsx" for number in range(len(TO_SAVE))]
    for file, case in zip(files, TO_SAVE, strict=True):
        file.write_bytes(changed(case.change))
    (folder / "sound.xlsx").write_bytes(filled())
    (folder / "empty.xlsx").write_bytes(filled(filled={}, texts={}))
    calc.saved([*files, folder / "sound.xlsx", folder / "empty.xlsx"], folder)
    return folder


@pytest.mark.parametrize("case", TO_SAVE, ids=lambda case: case.name)
def test_harm_that_libreoffice_saved(case: Damage, office: Path) -> None:
    check(case, read_form(office / "xlsx" / f"{TO_SAVE.index(case)}.xlsx", DECIMALS))


def sound(found: Returned) -> bool:
    return (found.figures, found.texts, told(found)) == (SOUND, TEXTS, [])


def test_a_form_saved_by_libreoffice_is_read_without_loss(office: Path) -> None:
    found = read_form(office / "xlsx" / "sound.xlsx", DECIMALS)
    assert sound(found)
    assert (found.unit, found.plan, found.phase, found.version) == ("chi-bo-mot", "ke-hoach", 2, 3)
    assert found.saved_at is not None


def test_a_form_that_was_an_ods_for_a_while_is_read_without_loss(office: Path) -> None:
    between = calc.saved([office / "sound.xlsx"], office, "ods")
    found = read_form(calc.saved(between, office)[0], DECIMALS)
    assert sound(found)


HOSTILE = '=HYPERLINK("http://a.b") {{ x }} <b>đậm</b> **đậm**'
VIETNAMESE = {
    "F8": "12",
    "F9": "1.250",
    "G9": "trên",
    "H10": "x",
    "F11": "1.234,5",
    "I11": "=1+1",
    "A15": HOSTILE,
    "C20": "Nguyễn Văn Mẫu",
    "C21": "0292000000",
}  # fmt: skip


def test_what_a_clerk_types_in_libreoffice_is_collected(office: Path) -> None:
    found = read_form(calc.typed(office / "empty.xlsx", VIETNAMESE, office), DECIMALS)
    assert found.figures == {
        "oral_sessions": Given(value=Decimal(12)),
        "people": Given(value=Decimal(1250), approximate=True),
        "young": Given(null_reason=NullReason.NOT_APPLICABLE),
        "money": Given(value=Decimal("1234.5"), note="=1+1"),
    }
    assert found.texts == {"mo-hinh": HOSTILE}
    assert (found.reporter.name, found.reporter.telephone) == ("Nguyễn Văn Mẫu", "0292000000")
    assert told(found) == []


def test_what_a_clerk_types_wrongly_in_libreoffice_is_told(office: Path) -> None:
    wrong = {"F8": "mười hai", "F9": "=300+40", "F10": "khoảng 50", "F11": "97,5%"}
    found = read_form(calc.typed(office / "empty.xlsx", wrong, office), DECIMALS)
    assert told(found) == [
        ("returned/formula", "F9"),
        ("returned/rounded", "F11"),
        ("returned/text-in-number", "F10"),
        ("returned/text-in-number", "F8"),
    ]
    # A cell that shows numbers shows a per cent as one: what was typed is gone before the file is saved.
    assert found.figures == {"people": Given(value=Decimal(340)), "money": Given(value=Decimal("0.98"))}
