"""One worker process: started by its parent's side of a pipe, ended with it.

It knows nothing of chunks but that its work takes them; who is given what is `process`'s.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import NoReturn

from generator.pipeline.batch.engine import Work
from generator.pipeline.batch.engines.memory import limit
from generator.pipeline.batch.engines.tasks import Task
from generator.pipeline.batch.order import Chunk, Done, Setting

HELLO, READY = b"hello", b"ready"
_NAME = "vanthu-batch"
SPENT = 70
_PATIENCE = 2.0
"""For a worker to put away what it holds: temporary files, programs that it has started."""
_SPAWN = multiprocessing.get_context("spawn")


class Failure(Exception):
    """What a worker's work raised, as it was printed there."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


class Child:
    """The parent's side."""

    def __init__(self, memory: int, known: tuple[Work, Setting] | None = None, others: Sequence[Child] = ()) -> None:
        """A new program; or, where the work is `known` here already and `can_fork`, a copy of this process.

        A copy has the pipes to `others` too, and lets go of them: who holds one keeps its worker from noticing the
        parent's end.
        """
        self.connection, theirs = _SPAWN.Pipe()
        self.given: deque[Task] = deque()
        """In the order in which they are done."""
        self.is_ready = False
        self.is_fresh = True
        if known is None:
            self._process: BaseProcess = _SPAWN.Process(target=serve, args=(theirs, memory), name=_NAME, daemon=True)
        else:
            parents = [self.connection, *(other.connection for other in others)]
            copy = multiprocessing.get_context("fork")
            self._process = copy.Process(
                target=_serve_as_copy, args=(theirs, memory, known, parents), name=_NAME, daemon=True
            )
        with _deaf_to_interrupts(is_program=known is None):
            self._process.start()
        theirs.close()

    @property
    def has_vanished(self) -> bool:
        """It has ended, though something keeps its side of the pipe open."""
        return not self._process.is_alive() and not self.connection.poll()

    def give(self, task: Task) -> None:
        self.given.append(task)
        self.is_fresh = False
        self.say(pickle.dumps(task.chunk, pickle.HIGHEST_PROTOCOL))

    def say(self, message: bytes) -> None:
        with contextlib.suppress(OSError):  # it has ended; who hears it next is told so
            self.connection.send_bytes(message)

    def hear(self) -> bytes | None:
        """The next message; None where the process has ended."""
        try:
            return self.connection.recv_bytes()
        except (EOFError, OSError):
            return None

    def dismiss(self) -> None:
        """It ends soon, at whatever it is."""
        self.connection.close()

    def bury(self, deadline: float) -> None:
        """Wait for the end of a dismissed process; after the deadline it is killed."""
        self._process.join(max(0.0, deadline - time.monotonic()))
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self._process.close()


def dismiss_all(children: list[Child]) -> None:
    """No process of these is left."""
    for child in children:
        child.dismiss()
    deadline = time.monotonic() + _PATIENCE
    for child in children:
        child.bury(deadline)


def can_fork() -> bool:
    """Whether a copy of this process would work: what is copied beside threads may never wake up."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def _deaf_to_interrupts(*, is_program: bool) -> Iterator[None]:
    """Ctrl+C is the parent's to answer; a process inherits what is blocked, and so is deaf from its first moment."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    if is_program:
        resource_tracker.ensure_running()  # every new program has one, and its start would unblock the signal again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# The other side


def serve(connection: Connection, memory: int) -> None:
    """Do what is given until the parent goes away."""
    _settle_in(memory)
    gc.set_threshold(50_000, 20, 50)  # as the first process does: documents leave few rings behind
    with contextlib.suppress(EOFError, OSError):  # the parent has gone
        connection.send_bytes(HELLO)
        parcel = connection.recv_bytes()
        chunks = _listening(connection)
        try:
            work, setting = pickle.loads(parcel)
        except Exception as error:
            connection.send_bytes(_reply(error=error))
            return
        _work(connection, chunks, work, setting)


def _serve_as_copy(
    connection: Connection, memory: int, known: tuple[Work, Setting], parents: Sequence[Connection]
) -> None:
    for one in parents:
        one.close()
    _settle_in(memory)
    with contextlib.suppress(EOFError, OSError):
        _work(connection, _listening(connection), *known)


def _settle_in(memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    limit(memory)


def _listening(connection: Connection) -> SimpleQueue[bytes]:
    chunks: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(connection, chunks), daemon=True).start()
    return chunks


def _work(connection: Connection, chunks: SimpleQueue[bytes], work: Work, setting: Setting) -> NoReturn:
    connection.send_bytes(READY)
    while True:
        chunk = chunks.get()
        connection.send_bytes(_answer(lambda chunk: work(setting, chunk), chunk))


def _answer(work: Callable[[Chunk], Done], chunk: bytes) -> bytes:
    try:
        return _reply(done=work(pickle.loads(chunk)))
    except MemoryError:
        os._exit(SPENT)  # nothing here can be relied upon any more
    except Exception as error:
        return _reply(error=error)


def _reply(done: Done | None = None, error: Exception | None = None) -> bytes:
    if error is None:
        return pickle.dumps((done, None, ""), pickle.HIGHEST_PROTOCOL)
    printed = "".join(traceback.format_exception(error))
    try:
        reply = pickle.dumps((None, error, printed))
        pickle.loads(reply)
    except Exception:  # some exceptions do not travel
        reply = pickle.dumps((None, RuntimeError(str(error)), printed))
    return reply


def _listen(connection: Connection, chunks: SimpleQueue[bytes]) -> None:
    """Read all the time: so the parent never waits to be read, and its end is noticed in the middle of a chunk."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            chunks.put(connection.recv_bytes())
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_PATIENCE)
    os._exit(1)


def _leave(_number: int, _frame: object) -> NoReturn:
    raise SystemExit(0)
