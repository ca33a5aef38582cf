"""The name under a signature stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.sources.signers import check_signers
from generator.sources.yaml_text import read


@pytest.mark.parametrize(
    ("name", "code", "proposed"),
    [
        ("Nguyễn Văn A", None, ""),
        ('""', None, ""),
        ("ThS. Nguyễn Văn A", "data/title-before-name", "Nguyễn Văn A"),
        ("PGS.TS Nguyễn Văn A", "data/title-before-name", "Nguyễn Văn A"),
        ("Đại tá Nguyễn Văn A", "data/title-before-name", "Nguyễn Văn A"),
        ("NGUYỄN VĂN BA", "data/name-in-capitals", "Nguyễn Văn Ba"),
    ],
)
def test_a_signers_name(tmp_path: Path, name: str, code: str | None, proposed: str) -> None:
    file = tmp_path / "vanthu.yaml"
    file.write_text(f"office:\n  signers:\n    - id: mot\n      name: {name}\n", encoding="utf-8")
    found = list(check_signers(read(file)))
    assert [one.code for one in found] == ([code] if code else [])
    for one in found:
        assert (one.where.line, one.where.column) == (4, 13)
        assert proposed in (one.hint or "")


def test_other_names_are_not_its_matter(tmp_path: Path) -> None:
    file = tmp_path / "vanthu.yaml"
    file.write_text("office:\n  name: ĐẢNG UỶ\n  header: {name: THS. A}\n", encoding="utf-8")
    assert list(check_signers(read(file))) == []
