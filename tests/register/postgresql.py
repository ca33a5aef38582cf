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
_PROGRAMS = ("initdb", "pg_ctl", "postgres", "psql")
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
    """Where the server's programs are: Debian keeps them off the path, a folder a version."""
    named = shutil.which("initdb")
    found = [*Path("/usr/lib/postgresql").glob("*/bin/initdb"), *([Path(named)] if named else [])]
    whole = [path.parent for path in found if all((path.parent / name).exists() for name in _PROGRAMS)]
    return max(whole, key=_version, default=None)


def _version(folder: Path) -> float:
    try:
        return float(folder.parent.name)
    except ValueError:
        return 0.0


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
    # A file, not a pipe: the server would hold that open.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            [folder / program, *words],
            cwd="/",
            # Nothing of PGHOST, PGDATA and the like: they speak of another server.
            env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=120,
            **as_whom,  # type: ignore[call-overload]
        )
        said.seek(0)
        told = said.read().decode(errors="replace")
    assert done.returncode == 0, f"{program} {' '.join(words)}: {done.returncode}\n{told}"


@contextlib.contextmanager
def server() -> Iterator[Server]:
    # A short path: that of a socket has at most 107 letters.
    folder = Path(tempfile.mkdtemp(prefix="vanthu-pg-", dir="/tmp"))
    data = folder / "data"
    try:
        if os.geteuid() == 0 and (user := _lesser_user()) is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        how = ("--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync")
        _run("initdb", "--pgdata", str(data), "--username", _USER, *how)
        options = " ".join(f"-c {name}='{value}'" for name, value in _SETTINGS.items())
        start = ("-w", "-t", "60", "-D", str(data), "-l", str(folder / "log"), "-o", f"{options} -k {folder}")
        _run("pg_ctl", "start", *start)
        try:
            yield Server(folder)
        finally:
            _run("pg_ctl", "stop", "-w", "-D", str(data), "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
