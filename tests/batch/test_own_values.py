"""Every document carries its own unit's values, and no other's, wherever a unit shows."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.messages import SOURCE_LANGUAGE, speak
from tests.batch.offices import DONE, Folder, office, run, unit

pytestmark = pytest.mark.slow
UNITS = 2_000
_NUMBERED = re.compile(r"(?:Chi bộ ấp|CHI BỘ ẤP|Ấp|ẤP|Tủ|Số|CB|Đảng viên ấp) ?(\d+)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A document for each of many units, of which every value names the unit; made by two processes."""
    speak(SOURCE_LANGUAGE)
    root = office(tmp_path_factory.mktemp("van-phong") / "xã", map(unit, range(UNITS)))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert run("--jobs", "2") == DONE
    return Folder(root / "ra")


def parts_of(document: Path) -> Iterator[tuple[str, str]]:
    """Every part that holds words, without its tags."""
    with zipfile.ZipFile(document) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(?:document|header\d*|footer\d*)\.xml|docProps/core\.xml", name):
                yield name, re.sub(r"<[^>]+>", " ", archive.read(name).decode())


def test_each_document_names_its_own_unit_and_no_other(folder: Folder) -> None:
    seen = 0
    for number in range(UNITS):
        for name, text in parts_of(folder.path / f"guidance-chi-bo-{number:04}.docx"):
            named = {int(found) for found in _NUMBERED.findall(text)}
            assert named <= {number}, name
            seen += bool(named)
    assert seen >= UNITS


def test_each_value_of_a_unit_stands_in_its_document(folder: Folder) -> None:
    for number in (0, 7, 999, UNITS - 1):
        text = dict(parts_of(folder.path / f"guidance-chi-bo-{number:04}.docx"))["word/document.xml"]
        for value in (f"CHI BỘ ẤP {number}", f"CB{number}", f"Ấp {number}", f"Tủ {number}", f"Số {number}"):
            assert value in text


def test_the_manifest_tells_all_of_them(folder: Folder) -> None:
    rows = folder.manifest()
    assert [row["Mã đơn vị"] for row in rows] == [f"chi-bo-{number:04}" for number in range(UNITS)]
    assert folder.is_as_told()
    assert len(set(folder.documents().values())) == UNITS
