"""The register as a file of SQLite: made whole, told from other files, from an empty one and from a copy of itself.

It knows nothing of numbers.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update

from generator.diagnostics import Diagnostic, Location, Severity
from generator.errors import GeneratorError
from generator.messages import _
from generator.register import filesystems
from generator.register.database import Register, sqlite_engine
from generator.register.faults import told
from generator.register.ledger import moment, note
from generator.register.records import Act
from generator.register.schema import home
from generator.register.upgrade import upgrade, version
from generator.workspace import reason

# In the header of the file, where the tool `file` finds it.
_APPLICATION_ID = 0x56545353
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EACCES, errno.EMLINK)


def is_missing(path: Path) -> bool:
    """Whether a new register is to be made there; a GeneratorError where something stands in its place."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return True
    except OSError as error:
        raise _unreachable(path, error) from error
    if not path.is_file():
        raise GeneratorError(
            _("{path} không phải là một tệp").format(path=path), _("sửa địa chỉ register trong vanthu.yaml")
        )
    if size == 0:
        raise GeneratorError(
            _("sổ {path} rỗng: nội dung đã mất").format(path=path),
            _("lấy bản sao lưu gần nhất; nếu chưa từng cấp số nào thì xóa tệp này để lập sổ mới"),
        )
    return False


def make(path: Path) -> None:
    """A new register, whole at once; one that another process makes at the same time wins. Writes: `path`."""
    temporary = path.parent / f".vanthu-{secrets.token_hex(8)}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with told(str(path)):
            _fill(temporary, path)
        _take_place(temporary, path)
    except OSError as error:
        raise _unreachable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            temporary.with_name(f"{temporary.name}-journal").unlink(missing_ok=True)


def _fill(temporary: Path, path: Path) -> None:
    engine = sqlite_engine(temporary, new=True)
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION_ID}")
        upgrade(connection, None)
        connection.execute(insert(home).values(id=1, inode=_inode(temporary), path=str(path)))
    engine.dispose()


def _take_place(temporary: Path, path: Path) -> None:
    # A link, not a renaming: it never takes the place of a register that has come to be meanwhile.
    try:
        os.link(temporary, path)
    except FileExistsError:
        return
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A file system without links; two processes that both make the first register there must be very quick.
        if not path.exists():
            os.rename(temporary, path)


def refuse_strangers(engine: Engine, path: Path) -> None:
    """A GeneratorError where the file is some other program's database."""
    with engine.connect() as connection, connection.begin():
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
        if mark != _APPLICATION_ID or version(connection) is None:
            raise GeneratorError(
                _("{place} không phải là sổ của Vanthu").format(place=path),
                _("chỉ đúng tệp sổ ở register trong vanthu.yaml, hoặc dời tệp này đi chỗ khác"),
            )


def refusal(engine: Engine, path: Path) -> GeneratorError | None:
    """Why the file may only be read: it is a copy, so that the same numbers would be given twice."""
    if filesystems.type_of(path.resolve()) in filesystems.UNNUMBERED:
        return None
    with engine.connect() as connection, connection.begin():
        kept = connection.execute(select(home.c.inode, home.c.path)).one_or_none()
    if kept is not None and kept.inode == _inode(path):
        return None
    return GeneratorError(
        _("sổ {path} là bản sao của sổ ở {original}; ghi tiếp vào bản sao thì số sẽ trùng").format(
            path=path, original=kept.path if kept else "?"
        ),
        _("dùng sổ gốc; nếu sổ gốc không còn (chuyển máy, lấy lại từ bản sao lưu) thì xác nhận tệp này là sổ chính"),
    )


def adopt(register: Register, path: Path, act: Act) -> None:
    """The copy is the register from now on: the one before is gone, or used no more. Writes: the database."""

    def work(connection: Connection) -> None:
        at = moment(connection, act)
        before = connection.execute(select(home.c.path)).scalar()
        connection.execute(update(home).values(inode=_inode(path), path=str(path)))
        note(connection, act, at, "adopt", detail={"path": [before, str(path)]})

    Register(register.engine, register.place, register.rules, register.root).change(work)


def warnings(path: Path) -> tuple[Diagnostic, ...]:
    """What may go wrong with a file there though it works."""
    kind = filesystems.type_of(path.resolve())
    if kind not in filesystems.NETWORK:
        return ()
    return (
        Diagnostic(
            "register/network-folder",
            _("sổ nằm trên ổ đĩa mạng ({kind}): khóa tệp ở đó không chắc, hai người cùng ghi có thể hỏng sổ").format(
                kind=kind
            ),
            Location(path),
            Severity.WARNING,
            hint=_("để sổ trên đĩa của một máy; nhiều người cùng cấp số thì dùng PostgreSQL (register ở vanthu.yaml)"),
        ),
    )


def _inode(path: Path) -> str:
    return str(path.stat().st_ino)


def _unreachable(path: Path, error: OSError) -> GeneratorError:
    return GeneratorError(
        _("không mở được sổ {path}: {reason}").format(path=path, reason=reason(error)),
        _("kiểm tra quyền và chỗ trống, hoặc sửa địa chỉ register trong vanthu.yaml"),
    )
