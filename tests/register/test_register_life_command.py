"""The commands on a register in PostgreSQL: the same words, the same numbers, no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.offices import PLAN as BATCH_PLAN
from tests.batch.offices import office as office_of_many
from tests.batch.offices import unit
from tests.cli.numbered import PLAN, REGISTER, book, has_all, office, said
from tests.register.postgresql import Server


def addressed(server: Server) -> str:
    return REGISTER.replace("register:\n", f"register:\n  address: {server.database()}\n")


def test_the_life_of_a_number(
    tmp_path: Path, postgresql: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = office(tmp_path / "xã", addressed(postgresql))
    monkeypatch.chdir(root)
    assert "lấy số 01-KH/ĐU" in said(capsys, "render", PLAN, "--number")
    said(capsys, "number", "issue", PLAN)
    said(capsys, "number", "replace", "01-KH/ĐU", "--reason", "sai trích yếu")
    assert has_all(said(capsys, "number", "list"), ["02-KH/ĐU", "01-KH/ĐU", "sai trích yếu"])
    assert has_all(said(capsys, "number", "gaps", "--repair"), ["Không có lượt làm nào", "chờ phát hành"])
    assert [entry.state for entry in book(root)] == ["void", "reserved"]
    assert not [*root.glob("*.sqlite")]


def test_a_batch_with_processes(
    tmp_path: Path, postgresql: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = office_of_many(tmp_path / "xã", map(unit, range(20)))
    with (root / "vanthu.yaml").open("a", encoding="utf-8") as file:
        file.write(addressed(postgresql))
    monkeypatch.chdir(root)
    arguments = ("batch", BATCH_PLAN, "--kind", "guidance", "-o", "ra", "--check", "none", "--jobs", "2", "--number")
    assert "20 văn bản mang số" in said(capsys, *arguments)
    assert {(entry.number, entry.state, entry.run) for entry in book(root)} == {(1, "reserved", "")}
