"""The process that compiles and fills templates of others: what it may use, and its round of errands.

It is started by `confined` and answers nobody else. Memory, files and the time of the processor are limited where the
system can do that; the clock that tells a place is `deadline`'s.
"""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from typing import IO

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _, speak, spoken
from generator.pipeline.compiling import Chain, compiled_as_it_is, compiled_for
from generator.pipeline.errand import Errand, Reply, receive_errand, send
from generator.render.engine import fill
from generator.render.filters import FILTERS
from generator.render.trace import traced, why_not
from generator.templates import deadline
from generator.templates.close_look import close_findings
from generator.templates.compiled import Compiled
from generator.templates.deadline import OutOfTime

MEMORY = 1024 * 1024 * 1024
_CPU_SECONDS = 10
_FILES = 64


def serve() -> None:
    """Answer errands until the other side goes away."""
    errands, replies = _own_streams()
    _confine()
    send(replies, Reply())
    with contextlib.suppress(BrokenPipeError):
        while (errand := receive_errand(errands)) is not None:
            _grant_time()
            reply = answer(errand)
            send(replies, reply)
            if reply.is_spent:
                break
    os._exit(0)  # there is nothing to put away, and the other side waits


def answer(errand: Errand) -> Reply:
    """Compile, and fill where there is a context."""
    try:
        try:
            return _work(errand)
        finally:
            deadline.stop()
    except Faulty as faulty:
        return Reply(faults=faulty.diagnostics)
    except OutOfTime as late:
        hint = _("bỏ vòng lặp và phép tính lớn trong thẻ; `vanthu template lint` kiểm tra cả mẫu")
        return Reply(faults=(_fault(errand.chain, "template/too-slow", str(late), hint),))
    except MemoryError:
        hint = _("bỏ bớt hình và đoạn lặp lại trong mẫu")
        found = _fault(errand.chain, "template/too-large", _("mẫu cần quá nhiều bộ nhớ"), hint)
        return Reply(faults=(found,), is_spent=True)
    except Exception:
        return Reply(failure=traceback.format_exc())


def _work(errand: Errand) -> Reply:
    os.chdir(errand.folder)
    if errand.language != spoken():
        speak(errand.language)
    deadline.start(deadline.COMPILING)
    if errand.is_close_look:
        return Reply(warnings=close_findings(errand.chain, errand.profile, FILTERS))
    compiled = (compiled_for if errand.prints_content else compiled_as_it_is)(errand.chain, errand.profile)
    if errand.context is None:
        return Reply(warnings=compiled.warnings)
    deadline.start(deadline.FILLING)
    if errand.own is not None:
        return _traced(compiled, errand)
    return Reply(fill(compiled, errand.context, errand.pictures), compiled.warnings)


def _traced(compiled: Compiled, errand: Errand) -> Reply:
    given = (errand.context or {}, errand.own, errand.pictures)
    try:
        return Reply(traced=traced(compiled, *given))
    except OutOfTime:
        raise
    except Exception:
        deadline.start(deadline.FILLING)
        return Reply(warnings=(why_not(compiled, *given),))


def _fault(chain: Chain, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, Location(chain[0][1]), hint=hint)


def _own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output for errands alone: what anybody prints goes nowhere."""
    errands, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return errands, replies


def _confine() -> None:
    """No more memory than this, no file written, no other process, no picture of the memory on disk."""
    sys.dont_write_bytecode = True
    try:
        import resource
    except ImportError:  # Windows: the clock of the other side is the limit there
        return
    wanted = {"RLIMIT_AS": MEMORY, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0, "RLIMIT_NOFILE": _FILES, "RLIMIT_NPROC": 0}
    for name, most in wanted.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            _soft, hard = resource.getrlimit(getattr(resource, name))
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(getattr(resource, name), (least, least))


def _grant_time() -> None:
    """So many seconds of the processor from now on, beside those already used."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(used.ru_utime + used.ru_stime) + _CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
