"""A PostgreSQL server for tests: scratch data, a socket in a temporary folder, nothing on the network."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_USER = "vanthu"
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",  # clients are killed here, never the machine
    "shared_buffers": "16MB",
    "max_connections": "60",
}


@dataclass(frozen=True)
class Server:
    folder: Path
    _count: Iterator[int] = field(default_factory=itertools.count)

    def database(self) -> str:
        """The address of an empty place: a schema, which costs less than a database."""
        name = f"book{next(self._count)}"
        where = ("--host", str(self.folder), "--username", _USER, "--dbname", "postgres")
        _run("psql", *where, "--no-psqlrc", "--command", f"CREATE SCHEMA {name}")
        return f"postgresql+psycopg://{_USER}@/postgres?host={self.folder}&options=-csearch_path%3D{name}"


def missing() -> str:
    """Why there can be no server here; empty where there can."""
    if _binaries() is None:
        return "no PostgreSQL server (initdb) on this machine: Debian's package postgresql"
    if os.name == "posix" and os.geteuid() == 0 and _lesser_user() is None:
        return "PostgreSQL does not run as root, and there is no user “postgres” or “nobody”"
    return ""


def _binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4].split(".")[0]))
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).parent if named else None


def _lesser_user() -> Any:
    """Whom the server runs as where we are root; None where there is nobody."""
    import pwd  # not on Windows

    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    return None


def _run(program: str, *words: str) -> None:
    folder = _binaries()
    assert folder is not None
    as_whom = {}
    if os.geteuid() == 0:
        user = _lesser_user()
        assert user is not None
        as_whom = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    done = subprocess.run(
        [folder / program, *words],
        cwd="/",
        env={"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]},
        stdin=subprocess.DEVNULL,
        # A file, not a pipe: the server would hold that open.
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=120,
        **as_whom,  # type: ignore[call-overload]
    )
    assert done.returncode == 0, f"{program} {' '.join(words)}: {done.returncode}"


@contextlib.contextmanager
def server() -> Iterator[Server]:
    # A short path: that of a socket has at most 107 letters.
    folder = Path(tempfile.mkdtemp(prefix="vanthu-pg-", dir="/tmp"))
    data = folder / "data"
    try:
        if os.geteuid() == 0 and (user := _lesser_user()) is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        _run("initdb", "--pgdata", str(data), "--username", _USER, "--auth", "trust", "--encoding", "UTF8", "--no-sync")
        options = " ".join(f"-c {name}='{value}'" for name, value in _SETTINGS.items())
        log = folder / "log"
        _run("pg_ctl", "start", "-w", "-D", str(data), "-l", str(log), "-o", f"{options} -k {folder}")
        try:
            yield Server(folder)
        finally:
            _run("pg_ctl", "stop", "-w", "-D", str(data), "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
