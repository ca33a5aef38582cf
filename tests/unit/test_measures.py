from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.measures import Length


@pytest.mark.parametrize(
    ("text", "emu"),
    [
        ("14pt", 177_800),
        ("20mm", 720_000),
        ("1.27cm", 457_200),
        ("0.5in", 457_200),
        (" 10 mm ", 360_000),
        ("-3mm", -108_000),
        ("0pt", 0),
    ],
)
def test_lengths_are_read(text: str, emu: int) -> None:
    assert Length.parse(text) == emu


@pytest.mark.parametrize("text", ["", "14", "mm", "14 px", "1,27cm", "1.cm", ".5in", "14pt 20mm", "9" * 400 + "pt"])
def test_what_is_no_length(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Length.parse(text)


@pytest.mark.parametrize(("mm", "twips"), [(20, 1134), (30, 1701), (15, 850), (165, 9354), (10, 567)])
def test_millimetres_in_twips(mm: float, twips: int) -> None:
    assert Length.from_mm(mm).twips == twips


@pytest.mark.parametrize(("pt", "half_points"), [(14, 28), (13.5, 27), (11, 22)])
def test_font_sizes_in_half_points(pt: float, half_points: int) -> None:
    assert Length.from_pt(pt).half_points == half_points


def test_points_and_millimetres_meet() -> None:
    assert Length.parse("1in").pt == 72
    assert Length.parse("1in").mm == pytest.approx(25.4)


@given(st.integers(-1000, 1000))
def test_whole_points_are_exact(points: int) -> None:
    assert Length.from_pt(points).pt == points


@given(st.integers(-1000, 1000))
def test_whole_millimetres_are_exact(millimetres: int) -> None:
    assert Length.from_mm(millimetres).mm == millimetres
