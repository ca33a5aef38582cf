"""Whatever a template asks for, it is refused in seconds, with its place, and the machine is left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docx_files import docx, p
from tests.hostile.bombs import BODIES, HEAVY, SUMS
from tests.hostile.making import CONTENT, PLACES, holding, refused


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.slow) if n in HEAVY else n for n in SUMS])
def test_a_bomb_in_a_tag_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    found = refused(tmp_path, holding(SUMS[name], "document"))[0]
    assert (found.where.part, found.where.paragraph) == ("thân văn bản", 2), found


@pytest.mark.parametrize("name", ["nested loops", "doubled by tilde", "macros that double"])
@pytest.mark.parametrize("where", PLACES)
def test_a_bomb_anywhere_is_refused_with_its_part(tmp_path: Path, name: str, where: str) -> None:
    found = refused(tmp_path, holding(SUMS[name], where))[0]
    assert (found.where.part or "").startswith(PLACES[where])


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_is_a_bomb_is_refused(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, docx(p(CONTENT), BODIES[name]))[0].where.part
