"""Files that would run, fetch or choke are refused with their name, at once, and nothing of them reaches a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.making import refused
from tests.hostile.packages import ATTACKS


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_by_the_file_is_refused(tmp_path: Path, name: str) -> None:
    code, make = ATTACKS[name]
    found = refused(tmp_path, make())[0]
    assert code in ("", found.code), found


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    folder = tmp_path / "a.docx"
    folder.mkdir()
    assert refused(tmp_path, folder)[0].code == "template/not-a-file"


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, tmp_path / "a.docx")[0].code == "template/not-a-file"
