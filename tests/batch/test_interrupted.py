"""A run that is cut off anywhere leaves whole documents, and the next one makes the rest and nothing else."""

from __future__ import annotations

import errno
import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.errors import GeneratorError
from generator.messages import SOURCE_LANGUAGE, speak
from generator.model.kinds import Kind
from generator.pipeline.batch import files, keeping, lock, manifest
from generator.pipeline.batch.engines.serial import Serial
from generator.pipeline.batch.files import own_folder
from generator.pipeline.batch.journal import Journal
from generator.pipeline.batch.journal_file import FILE
from generator.pipeline.batch.order import Checking, Order
from generator.pipeline.batch.preflight import Prepared, prepared
from generator.pipeline.batch.run import Outcome, perform
from generator.sources.load import open_plan
from generator.workspace import Workspace
from tests.batch.offices import COULD_NOT_RUN, DONE, PLAN, Folder, office, run, unit

UNITS = 3
CALLS = ("open", "write", "replace", "fsync")
KILLED = 9
ASKED = {"plan": Path(PLAN).name, "kind": ["guidance"]}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A run of a few units, whose templates are compiled once for all tests."""
    speak(SOURCE_LANGUAGE)
    root = office(tmp_path_factory.mktemp("van-phong") / "Thạnh Lộc", map(unit, range(UNITS)))
    loaded, plan = open_plan(Workspace(root), root / PLAN)
    return prepared(loaded, plan, Order((Kind.GUIDANCE,), root / "ra", checking=Checking.NONE), None)


@pytest.fixture
def folder(ready: Prepared) -> Iterator[Folder]:
    """The output folder, empty."""
    path = ready.setting.order.output
    yield Folder(path)
    empty(path)


@pytest.fixture(scope="module")
def undisturbed(ready: Prepared) -> dict[str, str]:
    made(ready)
    return Folder(ready.setting.order.output).documents()


def empty(path: Path) -> None:
    for file in sorted(path.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()


def made(ready: Prepared) -> Outcome:
    return perform(ready, Serial(), ASKED)


class Failing:
    """Counts the calls of the system that a run makes, and has the one of this number fail."""

    def __init__(self, number: int, fail: Callable[[], None]) -> None:
        self.number, self.fail, self.count = number, fail, 0
        self.is_of_journal = fail is _full_journal

    def pass_by(self) -> None:
        self.count += 1
        if self.count == self.number:
            self.fail()

    def over(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def passed(*arguments: Any, **named: Any) -> Any:
            self.pass_by()
            return call(*arguments, **named)

        return passed

    @contextmanager
    def in_place(self) -> Iterator[None]:
        system = SimpleNamespace(**{name: getattr(os, name) for name in dir(os) if not name.startswith("__")})
        for name in CALLS:
            setattr(system, name, self.over(getattr(os, name)))
        with pytest.MonkeyPatch.context() as patch:
            if not self.is_of_journal:
                for module in (files, lock, manifest):
                    patch.setattr(module, "os", system)
                patch.setattr(keeping, "sync", self.over(files.sync))
            for name in ("begin", "write", "leave"):
                patch.setattr(Journal, name, self.over(getattr(Journal, name)))
            yield


def calls_of_a_run(ready: Prepared, fail: Callable[[], None]) -> int:
    counting = Failing(0, fail)
    empty(ready.setting.order.output)
    with counting.in_place():
        made(ready)
    return counting.count


def _os_error(code: int) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(code, os.strerror(code))

    return fail


def _full_journal() -> None:
    raise sqlite3.OperationalError("database or disk is full")


FAULTS = {name: _os_error(getattr(errno, name)) for name in ("ENOSPC", "EIO", "EACCES")} | {"SQLite": _full_journal}


def disturbed(ready: Prepared, failing: Failing) -> tuple[str, Outcome | None]:
    """What is said of a run that could not go on, and what came of one that could; nothing else is ever raised."""
    with failing.in_place():
        try:
            return "", made(ready)
        except GeneratorError as error:
            return f"{error.message}; {error.hint}", None


def is_sound(folder: Folder, undisturbed: dict[str, str]) -> bool:
    """What is there is whole, and what an undisturbed run makes."""
    return folder.documents().items() <= undisturbed.items()


def is_complete(ready: Prepared, folder: Folder, undisturbed: dict[str, str]) -> bool:
    """After one more run nothing is missing, and nothing is left over."""
    before = folder.times()
    outcome = made(ready)
    after = folder.times()
    untouched = {name for name in before if before[name] == after[name]}
    return (
        folder.documents() == undisturbed
        and untouched == set(before)
        and folder.strays() == []
        and folder.is_as_told()
        and not outcome.totals.errors
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_a_call_that_fails_leaves_whole_documents_and_can_be_made_good(
    ready: Prepared, folder: Folder, undisturbed: dict[str, str], fault: str
) -> None:
    count = calls_of_a_run(ready, FAULTS[fault])
    assert count >= UNITS
    for number in range(1, count + 1):
        empty(folder.path)
        stopped, outcome = disturbed(ready, Failing(number, FAULTS[fault]))
        if outcome is None:
            assert "--resume" in stopped or "lượt chạy khác" in stopped, number
        else:
            # A single file that could not be written, or a lock that the file system does not know.
            assert outcome.totals.errors or folder.documents() == undisturbed, number
        assert is_sound(folder, undisturbed), number
        assert is_complete(ready, folder, undisturbed), number


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_process_that_ends_at_any_call_leaves_whole_documents_and_can_be_made_good(
    ready: Prepared, folder: Folder, undisturbed: dict[str, str]
) -> None:
    for number in range(1, calls_of_a_run(ready, os.abort) + 1):
        empty(folder.path)
        child = os.fork()
        if not child:
            with Failing(number, lambda: os._exit(KILLED)).in_place():
                made(ready)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED, number
        assert is_sound(folder, undisturbed), number
        assert is_complete(ready, folder, undisturbed), number


def test_documents_that_are_replaced_are_old_or_new_and_never_torn(
    ready: Prepared, folder: Folder, undisturbed: dict[str, str]
) -> None:
    for number in range(1, calls_of_a_run(ready, os.abort) + 1):
        for name in undisturbed:
            _make_old(folder.path / name)
        old = folder.documents()
        (own_folder(folder.path) / FILE).unlink()
        disturbed(ready, Failing(number, FAULTS["ENOSPC"]))
        now = folder.documents()
        assert all(now[name] in (old[name], undisturbed[name]) for name in undisturbed), number
        made(ready)
        assert folder.documents() == undisturbed


def _make_old(document: Path) -> None:
    """As an earlier plan would have made it: another text, signed by the program."""
    with zipfile.ZipFile(document) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] += b"<!-- old -->"
    with zipfile.ZipFile(document, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_what_was_left_half_made_is_cleared_away(ready: Prepared, folder: Folder) -> None:
    made(ready)
    left = files.temporary_folder(folder.path) / "123-abcd.tmp"
    left.write_bytes(b"half")
    made(ready)
    assert folder.strays() == []


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"not a journal" * 100, id="something else"),
        pytest.param(lambda data: data[:-4096] + b"\xff" * 4096, id="a page lost"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut off"),
        pytest.param(lambda data: data[:60] + b"\0\0\0\x63" + data[64:], id="of another version"),
    ],
)
def test_a_journal_that_cannot_be_believed_is_laid_aside(
    ready: Prepared, folder: Folder, undisturbed: dict[str, str], damage: Callable[[bytes], bytes]
) -> None:
    made(ready)
    journal = own_folder(folder.path) / FILE
    journal.write_bytes(damage(journal.read_bytes()))
    before, said = folder.times(), []
    perform(ready, Serial(), ASKED, said=said.append)
    assert len(said) == 1
    assert "journal-1.sqlite" in said[0]
    assert folder.documents() == undisturbed
    assert folder.times() == before
    (journal.parent / "journal-1.sqlite").unlink()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_second_run_at_once_is_told_and_leaves_all_alone(ready: Prepared, folder: Folder) -> None:
    made(ready)
    left = files.temporary_folder(folder.path) / "123-abcd.tmp"
    left.write_bytes(b"half")
    with lock.locked(own_folder(folder.path) / "lock"):
        child = os.fork()
        if not child:
            try:
                made(ready)
            except GeneratorError as error:
                os._exit(KILLED if "lượt chạy khác" in error.message else 1)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
    assert left.exists()


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_folder_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(office(tmp_path / "van-phong", map(unit, range(2))))
    (tmp_path / "van-phong/ra").mkdir(mode=0o555)
    assert run() == COULD_NOT_RUN
    assert "không ghi được" in capsys.readouterr().err


def test_ctrl_c_tells_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = office(tmp_path / "van-phong", map(unit, range(4)))
    monkeypatch.chdir(root)
    real = keeping.Keeper.take

    def interrupted(keeper: keeping.Keeper, records: Any) -> None:
        real(keeper, records)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(keeping.Keeper, "take", interrupted)
        assert run() == COULD_NOT_RUN
    assert "--resume" in capsys.readouterr().err
    folder = Folder(root / "ra")
    before = folder.times()
    assert 0 < len(before) < 4
    assert run("--resume") == DONE
    assert len(folder.documents()) == 4
    assert {name: folder.times()[name] for name in before} == before
