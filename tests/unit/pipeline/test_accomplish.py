"""A file that others write too: nobody's entry gets lost, and no file is left half written."""

from __future__ import annotations

import multiprocessing
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.pipeline.accomplish import replace_whole
from generator.pipeline.turn import LOCK, turn


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
    assert [each.name for each in tmp_path.iterdir() if each.name != LOCK] == ["tien-do.yaml"]


def test_what_is_refused_makes_no_folder(tmp_path: Path) -> None:
    def refuse(_content: bytes | None) -> bytes:
        raise GeneratorError("no")

    with pytest.raises(GeneratorError):
        replace_whole(tmp_path / "progress" / "tien-do.yaml", refuse)
    assert not (tmp_path / "progress").exists()


CLERKS, EACH = 6, 8


def mark(file: Path, clerk: int) -> None:
    for number in range(EACH):
        replace_whole(file, lambda content, number=number: (content or b"") + f"{clerk}.{number}\n".encode())


def test_several_at_the_same_moment_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "progress" / "tien-do.yaml"
    spawning = multiprocessing.get_context("spawn")
    clerks = [spawning.Process(target=mark, args=(file, clerk)) for clerk in range(CLERKS)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join(60)
    assert [clerk.exitcode for clerk in clerks] == [0] * CLERKS
    written = file.read_text(encoding="utf-8").split()
    assert sorted(written) == [f"{clerk}.{number}" for clerk in range(CLERKS) for number in range(EACH)]


def hold(folder: Path, ready: Event, done: Event) -> None:
    with turn(folder):
        ready.set()
        done.wait(30)


def test_a_turn_that_does_not_come_is_told_and_comes_when_its_holder_dies(tmp_path: Path) -> None:
    spawning = multiprocessing.get_context("spawn")
    ready, done = spawning.Event(), spawning.Event()
    holder = spawning.Process(target=hold, args=(tmp_path, ready, done))
    holder.start()
    assert ready.wait(30)
    with pytest.raises(GeneratorError, match="đang ghi"), turn(tmp_path, patience=0.1):
        pass
    holder.kill()
    holder.join()
    with turn(tmp_path, patience=10):
        pass


def test_a_folder_in_which_nothing_may_be_written_knows_no_turns(tmp_path: Path) -> None:
    (tmp_path / LOCK).mkdir()
    with turn(tmp_path):
        pass
