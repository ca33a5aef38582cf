"""The register as a file: whole, damaged, copied, newer, locked, full; told in words, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from generator.errors import GeneratorError
from generator.model.register import RegisterSettings
from generator.register import filesystems
from generator.register.book import gaps, listing
from generator.register.database import Register, sqlite_engine
from generator.register.file import adopt
from generator.register.life import issue
from generator.register.opening import open_register
from generator.register.reserving import reserve
from generator.register.schema import HEAD
from generator.register.upgrade import upgrade
from tests.register.books import OFFICE, Books, act, party, told


@pytest.fixture
def used(file_book: Books) -> Books:
    with file_book.open() as register:
        given = reserve(register, [party(str(number)) for number in range(20)], act())
        issue(register, [(str(entry.key), told()) for entry in given], act())
    return file_book


def test_the_journal_is_not_wal_and_everything_is_synced(used: Books) -> None:
    with used.open() as register:
        found = register.read(
            lambda c: [c.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
        )
    assert found == ["delete", 3]


def test_a_register_made_is_all_that_is_left_in_the_folder(used: Books) -> None:
    assert [path.name for path in used.root.iterdir()] == ["register.sqlite"]


def _newer(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE register_version SET version_num = 'v9999'")
    connection.close()


def _cut(bytes_left: int) -> Callable[[Path], None]:
    return lambda file: os.truncate(file, bytes_left)


def _other_program(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE register_version (version_num TEXT)")
    connection.close()


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGED = {
    "newer": (_newer, "bản Vanthu mới hơn"),
    "empty": (_cut(0), "rỗng"),
    "cut in the header": (_cut(60), "hỏng hoặc bị cắt cụt"),
    "cut after a page": (_cut(4096), "hỏng hoặc bị cắt cụt"),
    "cut in the middle": (_cut(20_000), "hỏng hoặc bị cắt cụt"),
    "text": (lambda file: file.write_text("Số 01-KH/QU\n" * 500, encoding="utf-8"), "không phải là sổ"),
    "another program's": (_other_program, "không phải là sổ"),
    "a folder": (_folder, "không phải là một tệp"),
}


@pytest.mark.parametrize(("damage", "words"), DAMAGED.values(), ids=DAMAGED)
def test_a_file_that_is_no_register_is_refused_and_left_alone(
    used: Books, damage: Callable[[Path], None], words: str
) -> None:
    damage(used.file)
    before = used.file.read_bytes() if used.file.is_file() else b""
    with pytest.raises(GeneratorError, match=words) as error:
        used.open()
    assert error.value.hint
    assert (used.file.read_bytes() if used.file.is_file() else b"") == before


def test_a_copy_is_read_but_gives_no_number(used: Books) -> None:
    shutil.copy(used.file, used.root / "copy.sqlite")
    with open_register(used.root, used.settings.model_copy(update={"address": "copy.sqlite"}), OFFICE) as register:
        assert len(listing(register)) == 20
        with pytest.raises(GeneratorError, match="bản sao"):
            reserve(register, [party("new")], act())


def test_a_register_restored_over_itself_gives_no_number_either(used: Books) -> None:
    shutil.copy(used.file, used.root / "backup")
    os.replace(used.root / "backup", used.file)
    with used.open() as register, pytest.raises(GeneratorError, match="bản sao"):
        reserve(register, [party("new")], act())


def test_a_register_that_was_moved_is_the_register(used: Books) -> None:
    used.file.rename(used.root / "moved.sqlite")
    moved = used.settings.model_copy(update={"address": "moved.sqlite"})
    with open_register(used.root, moved, OFFICE) as register:
        assert reserve(register, [party("new")], act())[0].number == 21


def test_a_copy_becomes_the_register_when_a_person_says_so(used: Books) -> None:
    shutil.copy(used.file, used.root / "backup")
    os.replace(used.root / "backup", used.file)
    with used.open() as register:
        adopt(register, used.file, act("máy cũ hỏng"))
    with used.open() as register:
        assert reserve(register, [party("new")], act())[0].number == 21


def test_an_older_register_is_led_on(tmp_path: Path) -> None:
    book = Books(tmp_path)
    book.open().close()
    with sqlite3.connect(book.file) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'register_%'").fetchall()
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("UPDATE register_version SET version_num = 'v0001'")
    connection.close()
    with book.open() as register:
        again = register.read(
            lambda c: c.exec_driver_sql("SELECT name FROM sqlite_master WHERE name LIKE 'register_%'").fetchall()
        )
    assert {tuple(row) for row in again} == set(names)


def test_the_newest_step_is_the_one_that_this_program_names(tmp_path: Path) -> None:
    engine = sqlite_engine(tmp_path / "new", new=True)
    with engine.connect() as connection, connection.begin():
        upgrade(connection, None, "head")
        assert connection.execute(text("SELECT version_num FROM register_version")).scalar() == HEAD


def test_a_register_of_another_schema_than_the_tables_is_noticed(used: Books) -> None:
    from generator.register.schema import metadata

    with used.open() as register:
        for table in metadata.tables.values():
            found = register.read(lambda c, name=table.name: c.exec_driver_sql(f"PRAGMA table_info({name})").fetchall())
            assert {row[1] for row in found} == {column.name for column in table.columns}


def test_a_locked_register_is_told(used: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.register.opening.sqlite_engine", lambda path: sqlite_engine(path, busy_seconds=0.1))
    other = sqlite3.connect(used.file, isolation_level=None)
    with used.open() as register:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(GeneratorError, match="đang bận"):
            reserve(register, [party("new")], act())
        other.execute("ROLLBACK")
        assert reserve(register, [party("new")], act())[0].number == 21
    other.close()


def _fill(register: Register) -> None:
    for lot in range(100):
        reserve(register, [party(f"{lot}-{number}") for number in range(200)], act())


@pytest.mark.parametrize("pages", [0, 1, 2, 3, 5, 8])
def test_a_full_disk_loses_nothing(used: Books, pages: int) -> None:
    """SQLite is told that the file may grow by so many pages; what it says then is what it says of a full disk."""
    with used.open() as register:
        creator = register.engine.pool._creator  # type: ignore[attr-defined]

        def bounded() -> sqlite3.Connection:
            connection: sqlite3.Connection = creator()
            (now,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {now + pages}")
            return connection

        register.engine.pool._creator = bounded  # type: ignore[attr-defined]
        with pytest.raises(GeneratorError, match="đĩa đã đầy"):
            _fill(register)
    with used.open() as register:
        numbers = [entry.number for entry in listing(register)]
        assert numbers == [*range(1, len(numbers) + 1)]
        assert (len(numbers) - 20) % 200 == 0
        assert register.read(lambda c: c.exec_driver_sql("PRAGMA integrity_check").scalar()) == "ok"
        assert reserve(register, [party("new")], act())[0].number == len(numbers) + 1


_AT_THE_LIMIT = """
import resource, signal, sys
from pathlib import Path
from generator.errors import GeneratorError
from tests.register.books import Books, act, party
from generator.register.reserving import reserve
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
book = Books(Path(sys.argv[1]))
register = book.open()
size = book.file.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + int(sys.argv[2]), size + int(sys.argv[2])))
try:
    for lot in range(100):
        reserve(register, [party(f"{lot}-{number}") for number in range(100)], act())
        print(lot, flush=True)
except GeneratorError as error:
    print(error.message)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
@pytest.mark.parametrize("more", [0, 4096, 20_000])
def test_the_system_refuses_to_write_more(used: Books, more: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _AT_THE_LIMIT, str(used.root), str(more)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    *lots, said = done.stdout.splitlines()
    assert "đĩa" in said, done.stderr
    with used.open() as register:
        assert len(listing(register)) == 20 + 100 * len(lots)
        assert {gap.state for gap in gaps(register)} <= {"reserved"}


ADDRESSES = {
    "another database": ("mysql://a/b", "không có loại sổ"),
    "no address": ("postgresql+psycopg://a:b:c@d:e/f", "không đọc được"),
    "nobody there": ("postgresql+psycopg://a:secret@/b?host=/nowhere", "không kết nối được"),
}


@pytest.mark.parametrize(("address", "words"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_that_leads_nowhere_is_told_without_its_password(tmp_path: Path, address: str, words: str) -> None:
    with pytest.raises(GeneratorError, match=words) as error:
        open_register(tmp_path, RegisterSettings(address=address), OFFICE)
    assert "secret" not in f"{error.value.message} {error.value.hint}"


MOUNTS = """24 1 254:0 / / rw,relatime - ext4 /dev/vda rw
31 24 0:40 / /mnt/chung rw - cifs //may-chu/chung rw
32 31 0:41 / /mnt/chung/rieng\\040tu rw - nfs4 may-chu:/rieng rw
33 24 254:1 / /media/usb rw shared:1 master:2 - vfat /dev/sdb1 rw
"""
PLACES = {
    "/home/a": "ext4",
    "/mnt/chung/so": "cifs",
    "/mnt/chung": "cifs",
    "/mnt/chung/rieng tu/so": "nfs4",
    "/media/usb/so": "vfat",
    "/mnt/chungs": "ext4",
    "//may-chu/chung/so": "smb3",
    "\\\\may-chu\\chung": "smb3",
}


@pytest.mark.parametrize(("path", "kind"), PLACES.items(), ids=PLACES)
def test_what_a_folder_is_on(tmp_path: Path, path: str, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")

    class Named(type(Path())):  # type: ignore[misc]
        """A path that keeps the two slashes of a share."""

        def __str__(self) -> str:
            return path

    assert filesystems.type_of(Named(path), mounts) == kind


def test_a_network_folder_is_warned_of(used: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filesystems, "type_of", lambda path: "nfs4")
    with used.open() as register:
        assert [found.code for found in register.warnings] == ["register/network-folder"]
