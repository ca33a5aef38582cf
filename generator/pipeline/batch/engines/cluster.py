"""The door to dask: a cluster of this machine's own, or one that is there; opened, looked at, and closed.

What it is given to do is `dask`'s. Nothing that dask logs or warns of reaches the terminal, and no file of it is left.
"""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

from generator.errors import GeneratorError
from generator.machine import DISTRIBUTION
from generator.messages import _
from generator.pipeline.batch.engines.addresses import Certificates, checked, is_safe

Client: TypeAlias = Any
"""dask's own has no types to speak of."""
_CALM = logging.CRITICAL + 10
_ALIKE = (DISTRIBUTION, "distributed", "dask", "cloudpickle", "msgpack")
_SETTINGS = {
    # A process that was ended blames every task it had; what is guilty is found by us, with fewer ends than dask's.
    "distributed.scheduler.allowed-failures": 0,
    "distributed.diagnostics.nvml": False,
    "distributed.worker.daemon": True,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the work is done."""

    scheduler: str | None = None
    """None: processes of this machine, which are started for it."""
    certificates: Certificates | None = None
    jobs: int = 1
    """Of a cluster of our own."""
    memory: int | None = None
    """Bytes for each process of a cluster of our own; None is a share of what this machine has."""
    shared: tuple[Path, ...] = ()
    """Folders that every worker must have under the same paths."""
    seconds: float = 30.0
    """To wait for a scheduler, and for the first or the last worker."""


@contextmanager
def opened(place: Place) -> Iterator[Client]:
    """A client of the cluster; GeneratorError where it cannot be reached, is not safe or has other versions."""
    _must_have()
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        if place.scheduler is None:
            client = stack.enter_context(_own(place))
        else:
            address = checked(place.scheduler, place.certificates)
            client = stack.enter_context(_called(address, _security(place.certificates), place.seconds))
        _look(client, place.seconds)
        _share(client, place.shared)
        yield client


def _share(client: Client, folders: tuple[Path, ...]) -> None:
    for folder in folders:
        found = _asked(lambda folder=folder: client.run(os.path.isdir, str(folder)))  # type: ignore[misc]
        without = sorted(address for address, is_there in found.items() if not is_there)
        if without:
            message = _("máy {workers} không thấy thư mục {folder}").format(workers=_few(without), folder=folder)
            raise GeneratorError(message, _("đặt thư mục trên ổ dùng chung, cùng một đường dẫn ở mọi máy"))


def _must_have() -> None:
    # With `cryptography` dask makes the certificates of a cluster of our own.
    if any(find_spec(name) is None for name in ("distributed", "cryptography")):
        raise GeneratorError(_("chưa cài dask"), 'pip install "vanthu[dask]"')


def _security(certificates: Certificates | None) -> Any:
    import distributed

    if certificates is None:
        return None
    library: Any = distributed
    return library.Security(
        tls_ca_file=str(certificates.authority),
        tls_client_cert=str(certificates.certificate),
        tls_client_key=str(certificates.key),
        require_encryption=True,
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """dask's loggers and warnings say nothing here, and are afterwards what they were."""
    import dask
    import distributed  # noqa: F401  its loggers get their levels when it is imported

    loggers = [logging.getLogger(name) for name in ("distributed", "asyncio", "tornado", "bokeh")]
    loggers += [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("distributed.")]
    levels = [logger.level for logger in loggers]
    with dask.config.set(_SETTINGS), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for logger in loggers:
                logger.setLevel(_CALM)
            yield
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)


@contextmanager
def _own(place: Place) -> Iterator[Client]:
    """Processes of this machine that speak under a certificate of the moment: others who work here stay outside."""
    import dask
    import distributed

    library: Any = distributed
    security = library.Security.temporary()
    with ExitStack() as stack:
        temporary = tempfile.TemporaryDirectory(prefix="vanthu-dask-", ignore_cleanup_errors=True)
        folder = stack.enter_context(temporary)
        stack.enter_context(dask.config.set({"temporary-directory": folder}))
        cluster = library.LocalCluster(
            n_workers=place.jobs,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            protocol="tls://",
            security=security,
            dashboard_address=None,
            local_directory=folder,
            memory_limit=0,  # the system holds the limit (`memory`); dask would make a full worker wait for ever
            silence_logs=_CALM,
        )
        stack.callback(_closed, cluster.close)
        client = library.Client(cluster, security=security, set_as_default=False, timeout=place.seconds)
        stack.callback(_closed, client.close)
        yield client


@contextmanager
def _called(address: str, security: Any, seconds: float) -> Iterator[Client]:
    import distributed

    library: Any = distributed
    try:
        client = library.Client(address, security=security, set_as_default=False, timeout=seconds)
    except Exception as error:  # the other side may be anything at all
        why = str(error).partition("\n")[0][:200] or type(error).__name__
        message = _("không nói chuyện được với bộ điều phối {address}: {why}").format(address=address, why=why)
        raise GeneratorError(
            message, _("kiểm tra --scheduler, chứng thư, và bộ điều phối có đang chạy không")
        ) from error
    try:
        yield client
    finally:
        _closed(client.close)


def _closed(close: Callable[..., Any]) -> None:
    with contextlib.suppress(Exception):  # nothing more is wanted of it
        close(timeout=5)


def _look(client: Client, seconds: float) -> None:
    """Whether there are workers, whether they are reached safely, and whether they are made like this program."""
    try:
        client.wait_for_workers(1, timeout=seconds)
    except Exception as error:
        raise no_workers() from error
    unsafe = sorted(address for address in _asked(client.nthreads) if not is_safe(address))
    if unsafe:
        message = _("máy {workers} không dùng tls://").format(workers=_few(unsafe))
        raise GeneratorError(message, _("ngoài máy này chỉ dùng tls:// có chứng thư"))
    _compare(_asked(lambda: client.get_versions(packages=list(_ALIKE))))


def _compare(found: dict[str, Any]) -> None:
    ours = _versions(found["client"])
    for where, theirs in ((_("bộ điều phối"), found["scheduler"]), *found["workers"].items()):
        # A scheduler only leads: it need not have our program.
        names = [name for name in ours if theirs is not found["scheduler"] or name != DISTRIBUTION]
        for name in names:
            if (version := _versions(theirs).get(name)) != ours[name]:
                message = _("{where} có {name} {theirs}, máy này có {ours}").format(
                    where=where, name=name, theirs=version or _("không có"), ours=ours[name] or _("không có")
                )
                raise GeneratorError(message, _("cài cùng một phiên bản ở mọi máy"))


def _versions(told: dict[str, Any]) -> dict[str, str | None]:
    packages = told["packages"]
    python = ".".join(str(told["host"]["python"]).split(".")[:2])
    return {**{name: packages.get(name) for name in _ALIKE}, "Python": python}


def _asked(question: Callable[[], Any]) -> Any:
    """An answer of the cluster's; GeneratorError where it has gone."""
    try:
        return question()
    except Exception as error:
        raise lost_cluster() from error


def _few(addresses: list[str]) -> str:
    return ", ".join(addresses[:3]) + (" …" if len(addresses) > 3 else "")


def no_workers() -> GeneratorError:
    return GeneratorError(
        _("không còn tiến trình nào làm việc trong cụm dask"), _("mở thêm “dask worker”, rồi chạy tiếp bằng --resume")
    )


def lost_cluster() -> GeneratorError:
    return GeneratorError(
        _("mất liên lạc với bộ điều phối của cụm dask"), _("xem bộ điều phối, rồi chạy tiếp bằng --resume")
    )
