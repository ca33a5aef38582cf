"""Where a scheduler may be: on this machine, or anywhere under TLS with certificates.

Whoever speaks to a scheduler can have anything run on its machines, so nothing else is allowed. Nobody is called here.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from generator.errors import GeneratorError
from generator.messages import _

_PORT = 8786


@dataclass(frozen=True, slots=True)
class Certificates:
    """Of those who may speak with each other: files in PEM."""

    authority: Path
    certificate: Path
    key: Path


def checked(scheduler: str, certificates: Certificates | None) -> str:
    """The address to call; GeneratorError where calling it is not safe, or it is none. Asks for the name of a host."""
    parts = _parts(scheduler)
    host, port = parts.hostname or "", parts.port or _PORT
    if parts.scheme == "tls":
        _need(certificates)
        return f"tls://{_bracketed(host)}:{port}"
    numbers = _numbers(host)
    if not all(ipaddress.ip_address(number).is_loopback for number in numbers):
        raise GeneratorError(
            _("không nối tới {address}: ngoài máy này chỉ dùng tls:// có chứng thư").format(address=scheduler),
            _("mở bộ điều phối bằng tls:// rồi thêm --tls-ca, --tls-cert và --tls-key"),
        )
    # The number that was looked at, so that the name cannot mean another one a moment later.
    return f"tcp://{_bracketed(numbers[0])}:{port}"


def is_safe(worker: str) -> bool:
    """Whether the address of a worker, as the scheduler knows it, keeps to the same rule."""
    parts = urlsplit(worker)
    try:
        return parts.scheme == "tls" or ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False


def _parts(scheduler: str) -> SplitResult:
    parts = urlsplit(scheduler if "://" in scheduler else f"tcp://{scheduler}")
    try:
        is_whole = bool(parts.hostname) and parts.scheme in ("tcp", "tls") and parts.port != 0
    except ValueError:  # the port is no number
        is_whole = False
    if not is_whole or parts.path.strip("/") or parts.query or parts.username:
        raise GeneratorError(
            _("địa chỉ bộ điều phối không đúng: {address}").format(address=scheduler),
            _("viết như tls://may-chu:8786, hoặc tcp://127.0.0.1:8786 trên chính máy này"),
        )
    return parts


def _need(certificates: Certificates | None) -> None:
    if certificates is None:
        raise GeneratorError(
            _("tls:// cần chứng thư của hai bên"), _("thêm --tls-ca, --tls-cert và --tls-key, mỗi thứ một tệp PEM")
        )
    missing = [file for file in (certificates.authority, certificates.certificate, certificates.key) if not _is(file)]
    if missing:
        names = ", ".join(str(file) for file in missing)
        raise GeneratorError(_("không có tệp chứng thư: {names}").format(names=names))


def _is(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False


def _numbers(host: str) -> list[str]:
    try:
        return sorted({str(found[4][0]).partition("%")[0] for found in socket.getaddrinfo(host, None)})
    except (OSError, UnicodeError) as error:
        raise GeneratorError(
            _("không tìm thấy máy {host}").format(host=host), _("kiểm tra --scheduler và đường mạng")
        ) from error


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
