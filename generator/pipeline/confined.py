"""Templates of others at work in a process of their own: slow, greedy or broken ones are ended and told.

One process serves all errands of a run. It is started when it is first needed, and anew after it had to be ended; it
ends with this one. What it may use of the machine is `confinement`'s.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.errors import GeneratorError
from generator.messages import _, spoken
from generator.pipeline.compiling import Chain
from generator.pipeline.errand import Errand, Reply, is_plain, packed, receive_reply, send
from generator.profile.profile import Profile
from generator.render.trace import Traced

SECONDS = 9.0
"""For one errand; what can be told with its place was told by `deadline` before."""
_STARTING = 60.0
"""For the first word of a new process, which is no template's fault."""
_START = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from generator.pipeline.confinement import serve
serve()
"""
_KEPT = ("LANG", "LC_ALL", "LC_CTYPE", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "TZ")
"""All that the process knows of the environment: names and keys of others are none of its business."""


def start() -> None:
    """Wake the process up, so that it is ready when an errand comes."""
    with _OFFICE.lock:
        _OFFICE.process()


def fill(
    chain: Chain, profile: Profile, context: dict[str, Any], pictures: tuple[Path, ...] = ()
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The document and what to say of its templates; Faulty where they cannot give it."""
    if not is_plain(context):
        raise TypeError("only plain values go to templates")
    reply = _ask(Errand(chain, packed(profile), context, pictures=pictures, language=spoken(), folder=Path.cwd()))
    return reply.document, reply.warnings


def trace(
    chain: Chain, profile: Profile, shared: dict[str, Any], own: dict[str, Any], pictures: tuple[Path, ...]
) -> Traced | Diagnostic:
    """What the templates make of every unit like this one, or what keeps them from it; Faulty where they are faulty."""
    if not (is_plain(shared) and is_plain(own)):
        raise TypeError("only plain values go to templates")
    reply = _ask(Errand(chain, packed(profile), shared, own, pictures, language=spoken(), folder=Path.cwd()))
    if reply.traced is None or len(reply.traced) != 3:
        return next(iter(reply.warnings), Diagnostic("render/ordinary-way", "", severity=Severity.ADVICE))
    return reply.traced[0], reply.traced[1], reply.traced[2]


def compile_only(chain: Chain, profile: Profile, *, prints_content: bool) -> tuple[Diagnostic, ...]:
    """What to say of templates that can be compiled; Faulty with every fault in them."""
    errand = Errand(chain, packed(profile), None, prints_content=prints_content, language=spoken(), folder=Path.cwd())
    return _ask(errand).warnings


def look_closely(chain: Chain, profile: Profile) -> tuple[Diagnostic, ...]:
    """What else is to be said of templates; Faulty where they must not be used."""
    errand = Errand(chain, packed(profile), None, is_close_look=True, language=spoken(), folder=Path.cwd())
    return _ask(errand).warnings


def close() -> None:
    """End the process, if there is one."""
    with _OFFICE.lock:
        _OFFICE.end()


def _ask(errand: Errand) -> Reply:
    with _OFFICE.lock:
        reply = _OFFICE.answer(errand)
    if reply.failure:
        raise RuntimeError(reply.failure)
    if reply.faults:
        raise Faulty(reply.faults)
    return reply


class _Office:
    """The process and its guard."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._is_ready = False

    def process(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            self._process = None  # a fork has copied the handle; the process is its parent's
        if self._process is not None and self._process.poll() is not None:
            self.end()
        if self._process is None:
            self._process, self._owner, self._is_ready = _started(), os.getpid(), False
        return self._process

    def answer(self, errand: Errand) -> Reply:
        process = self.process()
        if not self._is_ready:
            self._is_ready = self._reply(process, _STARTING)[0] is not None
        if not self._is_ready:
            self.end()
            raise GeneratorError(_("không chạy được tiến trình riêng cho các mẫu"), _("xem `vanthu doctor`"))
        assert process.stdin is not None
        with contextlib.suppress(OSError):  # it has gone; the reply tells how
            send(process.stdin, errand)
        reply, is_late = self._reply(process, SECONDS)
        if reply is None or reply.is_spent:
            code = self.end()
        return reply or Reply(faults=(_lost(errand.chain, is_late=is_late, code=code),))

    def _reply(self, process: subprocess.Popen[bytes], seconds: float) -> tuple[Reply | None, bool]:
        """What the process says, or None where it died or was killed because time was up, and whether that was why."""
        late = threading.Event()

        def kill() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, kill)
        timer.daemon = True
        timer.start()
        try:
            assert process.stdout is not None
            return receive_reply(process.stdout), late.is_set()
        finally:
            timer.cancel()

    def end(self) -> int:
        """End the process, whatever it does; its exit code."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return 0
        for stream in (process.stdin, process.stdout):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()
        try:
            return process.wait(0.5)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _started() -> subprocess.Popen[bytes]:
    path = [str(Path(entry).absolute()) for entry in sys.path]
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-X", f"utf8={sys.flags.utf8_mode}", "-c", _START, json.dumps(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        message = _("không chạy được tiến trình riêng cho các mẫu: {why}").format(why=error.strerror)
        raise GeneratorError(message, _("đóng bớt chương trình khác rồi thử lại")) from error


def _lost(chain: Chain, *, is_late: bool, code: int) -> Diagnostic:
    """No reply came: time was up, or the system ended the process."""
    where = Location(chain[0][1])
    if is_late or code == -getattr(signal, "SIGXCPU", 0):
        hint = _("bỏ vòng lặp và phép tính lớn trong thẻ; `vanthu template lint` kiểm tra cả mẫu")
        return Diagnostic("template/too-slow", _("mẫu chạy quá lâu nên đã bị dừng"), where, hint=hint)
    message = _("tiến trình làm mẫu này bị hệ thống dừng giữa chừng (mã {code})").format(code=code)
    hint = _("thường vì mẫu dùng quá nhiều bộ nhớ: bỏ vòng lặp và chữ lặp lại quá dài trong thẻ")
    return Diagnostic("template/crashed", message, where, hint=hint)


_OFFICE = _Office()
atexit.register(close)
