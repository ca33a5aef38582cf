"""Documents of every kind and regime, before our rules, `openxml-audit` and Microsoft's own validator."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest

from generator.model.content import Passage, Table
from generator.model.document import Appendix, Orientation
from generator.pipeline.wanted import kinds_of
from generator.profile.regimes import regimes
from tests.documents import document, example, plan_of
from tests.docx_files import zipped
from tests.ooxml import audit, microsoft, own
from tests.ooxml.sound import sound

CASES = [(kind.value, regime) for kind, regime in product(kinds_of(example()[1]), sorted(regimes()))]
ROWS = ((), (("", ""),), (("1", "**đậm**"), ("2", "")))
PARTS = [
    # rows of a table, a draft, annexes, recipients
    *product(ROWS, (None, 2), (0, 1, 3), (True, False)),
]


@pytest.mark.parametrize(("kind", "regime"), CASES)
def test_nothing_against_a_document(kind: str, regime: str) -> None:
    data = document(kind, regime=regime)
    assert own.faults(data) == []
    assert audit.faults(data) == []


@pytest.mark.slow
@pytest.mark.parametrize("regime", sorted(regimes()))
@pytest.mark.parametrize(("rows", "draft", "annexes", "recipients"), PARTS)
def test_nothing_against_parts_that_come_and_go(
    rows: tuple[tuple[str, str], ...], draft: int | None, annexes: int, recipients: bool, regime: str
) -> None:
    """None, one and many of everything that a plan may hold."""
    passage = Passage(table=Table(columns=("TT", "Nội dung"), rows=rows, total=("", "Cộng") if rows else None))
    turned = (Orientation.LANDSCAPE, Orientation.PORTRAIT)
    appendices = tuple(
        Appendix(title=f"Phụ lục {number}", orientation=turned[number % 2], content=(passage,) * (number % 3))
        for number in range(annexes)
    )
    parts = {"appendices": appendices} | ({} if recipients else {"recipients": ()})
    data = document(regime=regime, draft=draft, plan=plan_of([passage] if rows else [], **parts))
    assert own.faults(data) == []


@pytest.fixture
def validator() -> None:
    """Microsoft's validator; skipped where it is not, except where everything must be there."""
    if microsoft.program() is None:
        reason = f"Microsoft's validator is not here: {microsoft.VARIABLE}, .tools or the path"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.mark.slow
@pytest.mark.usefixtures("validator")
@pytest.mark.parametrize(("kind", "regime"), CASES)
def test_microsoft_has_nothing_against_a_document(kind: str, regime: str, tmp_path: Path) -> None:
    file = tmp_path / "document.docx"
    file.write_bytes(document(kind, regime=regime))
    assert microsoft.faults(file) == []


@pytest.mark.usefixtures("validator")
def test_microsoft_sees_what_is_wrong(tmp_path: Path) -> None:
    """The control: it is there, and it reads."""
    file = tmp_path / "document.docx"
    file.write_bytes(zipped(sound()))
    assert microsoft.faults(file) == []
    body = sound()["word/document.xml"].replace(b"<w:b/>", b"<w:bold/>", 1)
    file.write_bytes(zipped(sound() | {"word/document.xml": body}))
    assert microsoft.faults(file) != []
