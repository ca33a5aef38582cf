"""A file that others write too: nobody's entry gets lost, and no file is left half written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.pipeline.accomplish import replace_whole


def test_what_another_has_saved_meanwhile_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "tien-do.yaml"
    file.write_bytes(b"1")
    seen: list[bytes | None] = []

    def change(content: bytes | None) -> bytes:
        seen.append(content)
        if len(seen) == 1:
            file.write_bytes(b"12")
        return (content or b"") + b"3"

    replace_whole(file, change)
    assert (seen, file.read_bytes()) == ([b"1", b"12"], b"123")


def test_a_file_that_never_rests_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "tien-do.yaml"

    def change(content: bytes | None) -> bytes:
        file.write_bytes((content or b"") + b"x")
        return b"mine"

    with pytest.raises(GeneratorError):
        replace_whole(file, change)
    assert set(file.read_bytes()) == {ord("x")}


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "tien-do.yaml").mkdir()
    with pytest.raises(GeneratorError):
        replace_whole(tmp_path / "tien-do.yaml", lambda _content: b"mine")
    assert [each.name for each in tmp_path.iterdir()] == ["tien-do.yaml"]
