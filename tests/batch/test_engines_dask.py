"""Chunks on a dask cluster: nothing is lost, one unit ends only itself, and nobody outside is spoken to without TLS."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.pipeline.batch.engine import Work
from generator.pipeline.batch.engines import cluster
from generator.pipeline.batch.engines.addresses import Certificates, checked, is_safe
from generator.pipeline.batch.engines.cluster import Place
from generator.pipeline.batch.engines.dask import Dask
from generator.pipeline.batch.engines.serial import Serial
from generator.pipeline.batch.order import Done, Status
from tests.batch import odd_workers as odd
from tests.batch.certificates import issued

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 1 << 30
OWN = Place(jobs=2, memory=MEMORY, seconds=20)


def run(place: Place, folder: Path, work: Work, units: int = 1_000) -> list[Done]:
    with closing(Dask(place)) as engine:
        return list(engine.run(odd.setting(folder), odd.chunks(units), work, odd.mourn))


def statuses(done: list[Done]) -> dict[str, Status]:
    records = [record for each in done for record in each.records]
    found = {record.unit: record.status for record in records}
    assert len(found) == len(records), "a unit came twice"
    return found


# A cluster of our own


def test_every_chunk_comes_back_as_the_serial_engine_gives_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ours", "serial", "temporary"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path)
    ours = run(OWN, tmp_path / "ours", odd.write)
    serial = list(Serial().run(odd.setting(tmp_path / "serial"), odd.chunks(1_000), odd.write, odd.mourn))
    assert sorted(ours) == serial
    assert capfd.readouterr() == ("", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ours", "serial", "temporary"]
    assert not list((tmp_path / "temporary").iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("work", [odd.write_or_be_killed, odd.write_or_want_all_memory])
def test_one_unit_that_ends_its_worker_is_named_and_all_others_are_done(
    work: Work, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = statuses(run(OWN, tmp_path, work))
    assert len(found) == 1_000
    assert [unit for unit, status in found.items() if status is Status.LOST] == [odd.POISON]
    assert len(list(tmp_path.iterdir())) == 999
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_workers_that_die_by_chance_cost_nothing(tmp_path: Path) -> None:
    found = statuses(run(OWN, tmp_path, odd.write_and_die_now_and_then, 600))
    assert len(found) == 600
    assert set(found.values()) == {Status.MADE}


@pytest.mark.parametrize(
    ("work", "kind", "message"),
    [(odd.stumble, ZeroDivisionError, "a fault of the program"), (odd.refuse, GeneratorError, "the disk has gone")],
)
def test_what_a_worker_raises_arrives(work: Work, kind: type[Exception], message: str, tmp_path: Path) -> None:
    with pytest.raises(kind, match=message):
        run(OWN, tmp_path, work)


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(GeneratorError, match="dask") as caught:
        run(OWN, tmp_path, odd.write)
    assert 'pip install "vanthu[dask]"' in caught.value.hint


def test_no_chunk_opens_no_cluster(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(OWN, tmp_path, odd.write, 0) == []


# Another's cluster


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return issued(tmp_path_factory.mktemp("certificates"))


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def started(folder: Path, module: str, *arguments: str, path: bool = True) -> Iterator[subprocess.Popen[bytes]]:
    """A program of dask's, and all that it starts."""
    environment = os.environ | ({"PYTHONPATH": str(ROOT)} if path else {})
    command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments, "--no-dashboard"]
    with (
        open(folder / f"{module}.log", "ab") as log,
        subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
        ) as process,
    ):
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def tls(certificates: Certificates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, all of whom speak TLS only."""
    folder, address = tmp_path_factory.mktemp("cluster"), f"tls://127.0.0.1:{free_port()}"
    pair = (
        *("--tls-ca-file", str(certificates.authority)),
        *("--tls-cert", str(certificates.certificate)),
        *("--tls-key", str(certificates.key)),
    )
    port = address.rpartition(":")[2]
    scheduler = ("--host", "tls://127.0.0.1", "--port", port, *pair)
    worker = (address, *pair, "--host", "tls://127.0.0.1", "--nworkers", "2", "--nthreads", "1")
    with started(folder, "dask_scheduler", *scheduler), started(folder, "dask_worker", *worker):
        yield address


def at(address: str, certificates: Certificates | None, *shared: Path) -> Place:
    return Place(address, certificates, shared=shared, seconds=20)


@pytest.mark.slow
def test_a_cluster_under_tls_does_the_work(tls: str, certificates: Certificates, tmp_path: Path) -> None:
    found = statuses(run(at(tls, certificates, tmp_path), tmp_path, odd.write, 300))
    assert set(found.values()) == {Status.MADE}
    assert len(list(tmp_path.iterdir())) == 300


@pytest.mark.slow
def test_one_unit_ends_only_itself_there_too(tls: str, certificates: Certificates, tmp_path: Path) -> None:
    found = statuses(run(at(tls, certificates), tmp_path, odd.write_or_be_killed, 700))
    assert [unit for unit, status in found.items() if status is not Status.MADE] == [odd.POISON]
    assert len(found) == 700


@pytest.mark.slow
def test_a_folder_that_the_workers_do_not_have_is_told(tls: str, certificates: Certificates, tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="không thấy thư mục"):
        run(at(tls, certificates, tmp_path / "elsewhere"), tmp_path, odd.write, 10)


@pytest.mark.slow
def test_certificates_of_another_authority_are_no_use(tls: str, tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    with pytest.raises(GeneratorError, match="không nói chuyện được"):
        run(Place(tls, issued(tmp_path / "others"), seconds=3), tmp_path, odd.write, 10)


@pytest.mark.slow
@pytest.mark.parametrize("versions", [{"vanthu": "0.0.1"}, {"vanthu": None}, {"distributed": "2020.1"}])
def test_workers_of_another_version_are_refused(
    versions: dict[str, str | None],
    tls: str,
    certificates: Certificates,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theirs = cluster._versions
    calls: list[object] = []

    def told(host: dict[str, dict[str, str]]) -> dict[str, str | None]:
        calls.append(host)
        return theirs(host) | (versions if len(calls) > 2 else {})

    monkeypatch.setattr(cluster, "_versions", told)
    with pytest.raises(GeneratorError, match=next(iter(versions))):
        run(at(tls, certificates), tmp_path, odd.write, 10)


@pytest.mark.slow
def test_a_scheduler_without_workers_is_told(tmp_path: Path) -> None:
    port = free_port()
    with started(tmp_path, "dask_scheduler", "--host", "tcp://127.0.0.1", "--port", str(port)):
        place = Place(f"tcp://127.0.0.1:{port}", seconds=6)
        with pytest.raises(GeneratorError, match="không còn tiến trình nào"):
            run(place, tmp_path, odd.write, 10)


def test_a_scheduler_that_is_not_there_is_told_in_time(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="không nói chuyện được"):
        run(Place(f"tcp://127.0.0.1:{free_port()}", seconds=1), tmp_path, odd.write, 10)


@pytest.mark.slow
def test_a_cluster_that_vanishes_in_the_middle_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    address = f"tcp://127.0.0.1:{free_port()}"
    port = address.rpartition(":")[2]
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            started(tmp_path, "dask_scheduler", "--host", "tcp://127.0.0.1", "--port", port)
        )
        worker = stack.enter_context(started(tmp_path, "dask_worker", address, "--nthreads", "1"))
        engine = stack.enter_context(closing(Dask(Place(address, seconds=15))))
        running = engine.run(odd.setting(tmp_path / "made"), odd.chunks(10_000, 5), odd.write_slowly, odd.mourn)
        next(iter(running))
        for process in (worker, scheduler):
            os.killpg(process.pid, signal.SIGKILL)
        with pytest.raises(GeneratorError, match="cụm dask"):
            list(running)


# Addresses


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ("tcp://127.0.0.1:8786", "tcp://127.0.0.1:8786"),
        ("127.0.0.1:9000", "tcp://127.0.0.1:9000"),
        ("127.0.0.5", "tcp://127.0.0.5:8786"),
        ("tcp://[::1]:8786", "tcp://[::1]:8786"),
    ],
)
def test_this_machine_may_be_called_plainly(given: str, called: str) -> None:
    assert checked(given, None) == called


@pytest.mark.parametrize(
    "address",
    ["tcp://192.0.2.1:8786", "192.0.2.1", "tcp://[2001:db8::1]:8786", "tcp://0.0.0.0:8786", "tcp://[::]:8786"],
)
def test_another_machine_may_not(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", lambda *_any: pytest.fail("it was called"))
    with pytest.raises(GeneratorError, match="tls://") as caught:
        run(Place(address), tmp_path, odd.write, 10)
    assert "--tls-ca" in caught.value.hint


def named(*numbers: str) -> object:
    return lambda *_any: [(socket.AF_INET, 0, 0, "", (number, 0)) for number in numbers]


@pytest.mark.parametrize("numbers", [("192.0.2.1",), ("127.0.0.1", "192.0.2.1")])
def test_nor_a_name_that_means_another_machine(numbers: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", named(*numbers))
    with pytest.raises(GeneratorError, match="tls://"):
        checked("tcp://scheduler.example:8786", None)


def test_a_name_of_this_machine_is_called_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", named("127.0.0.1"))
    assert checked("scheduler.example:8786", None) == "tcp://127.0.0.1:8786"


def test_a_name_that_nobody_has_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_any: object) -> object:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(GeneratorError, match="không tìm thấy máy"):
        checked("scheduler.example:8786", None)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            "tcp://",
            "http://127.0.0.1:8786",
            "inproc://a",
            "ucx://127.0.0.1",
            "tcp://127.0.0.1:no",
            "tcp://a:99999",
        ),
        *("tcp://127.0.0.1:8786/x", "tcp://user@127.0.0.1:8786"),
    ],
)
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(GeneratorError, match="địa chỉ bộ điều phối không đúng"):
        checked(address, None)


def test_tls_wants_certificates_that_are_there(certificates: Certificates, tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="chứng thư của hai bên"):
        checked("tls://192.0.2.1:8786", None)
    with pytest.raises(GeneratorError, match=r"none\.pem"):
        checked(
            "tls://192.0.2.1", Certificates(certificates.authority, certificates.certificate, tmp_path / "none.pem")
        )
    assert checked("tls://192.0.2.1", certificates) == "tls://192.0.2.1:8786"


@pytest.mark.parametrize(
    ("worker", "safe"),
    [
        ("tls://192.0.2.1:4000", True),
        ("tcp://127.0.0.1:4000", True),
        ("tcp://192.0.2.1:4000", False),
        ("tcp://host:4000", False),
        ("inproc://a/1", False),
    ],
)
def test_workers_keep_to_the_same_rule(worker: str, safe: bool) -> None:
    assert is_safe(worker) is safe
