"""What the judge finds in each foreign document, as a person has read it and found right.

`pytest --update-golden` writes the lists anew: read the difference before you keep it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.runner import check_document
from generator.diagnostics import Diagnostic
from tests.foreign.documents import FOREIGN

HERE = Path(__file__).parent / "findings"


def line(found: Diagnostic) -> str:
    """Code, place, what is and what should be; the words of messages are the catalogue's matter."""
    where = found.where
    place = " ".join(str(each) for each in (where.part, where.paragraph) if each is not None)
    return f"{found.severity.value} {found.code} | {place} | {found.actual or ''} -> {found.expected or ''}".rstrip()


@pytest.mark.parametrize("name", FOREIGN)
def test_the_findings_are_those_that_were_read(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    file = tmp_path / f"{name}.docx"
    file.write_bytes(FOREIGN[name].build().bytes())
    said = "".join(f"{line(found)}\n" for found in check_document(file).diagnostics)
    recorded = HERE / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        recorded.write_text(said, encoding="utf-8")
        return
    assert said.splitlines() == recorded.read_text(encoding="utf-8").splitlines()


def test_no_list_without_a_document() -> None:
    assert {file.stem for file in HERE.glob("*.txt")} == set(FOREIGN)
