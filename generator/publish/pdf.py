"""DOCX files into PDFs: every one made and looked at, or not made and told why; never a half, a stale or a wrong one.

It leads the work: what is examined, run and verified stands in the modules beside.
"""

from __future__ import annotations

import os
import queue
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from math import ceil
from pathlib import Path

from generator import machine
from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.publish.attempt import Job
from generator.publish.chunk import Bench, convert_chunk
from generator.publish.conversion import CHUNK, USUAL, Conversion, Order, PdfOptions
from generator.publish.findings import not_written, old_file_stays, same_target
from generator.publish.office import find_office
from generator.publish.source import examine
from generator.workspace import reason

Told = Callable[[Conversion], None]
"""Called with every conversion as soon as it is settled."""
_Message = Conversion | BaseException | None


def convert(
    files: Sequence[Path],
    folder: Path,
    *,
    jobs: int = 1,
    options: PdfOptions = USUAL,
    told: Told = lambda conversion: None,
) -> tuple[Conversion, ...]:
    """PDFs of all files in one folder, in the order of the files. Writes: the PDFs, and the folder."""
    return fulfil([Order(file, folder / f"{file.stem}.pdf") for file in files], jobs=jobs, options=options, told=told)


def convert_beside(
    files: Sequence[Path],
    *,
    jobs: int = 1,
    options: PdfOptions = USUAL,
    told: Told = lambda conversion: None,
) -> tuple[Conversion, ...]:
    """Each file's PDF beside it, in the order of the files. Writes: the PDFs."""
    orders = [Order(file, file.with_name(f"{file.stem}.pdf")) for file in files]
    return fulfil(orders, jobs=jobs, options=options, told=told)


def fulfil(
    orders: Sequence[Order],
    *,
    jobs: int = 1,
    options: PdfOptions = USUAL,
    told: Told = lambda conversion: None,
) -> tuple[Conversion, ...]:
    """All orders, in their order, by so many processes of LibreOffice at a time. Writes: the targets.

    A machine that cannot make PDFs is a GeneratorError; what is wrong with a file stands in its conversion.
    """
    bench = Bench(find_office(), options)
    distinct = list(dict.fromkeys(orders))
    settled: dict[Order, Conversion] = {}
    refused = _refused(distinct, bench)
    left = [order for order in distinct if order not in {one.order for one in refused}]
    for conversion in chain(refused, _worked(left, jobs, bench)):
        settled[conversion.order] = _with_old_file(conversion)
        told(settled[conversion.order])
    return tuple(settled[order] for order in orders)


def _refused(orders: Sequence[Order], bench: Bench) -> list[Conversion]:
    """What is known before LibreOffice is started: two PDFs of one name, and places that cannot be written to."""
    names = Counter(_plain(order.target) for order in orders)
    folders = {folder: _why_not_writable(folder) for folder in {order.target.parent for order in orders}}
    hint = _("kiểm tra quyền ghi và chỗ trống, hoặc chọn nơi khác bằng -o")
    refused = []
    for order in orders:
        if names[_plain(order.target)] > 1:
            refused.append(_without(order, bench, same_target(order.source, order.target)))
        elif why := folders[order.target.parent]:
            refused.append(_without(order, bench, not_written(order.source, why, hint)))
    return refused


def _plain(target: Path) -> str:
    """A path as the least particular file system takes it: case and composition of letters make no difference."""
    return unicodedata.normalize("NFC", os.path.abspath(target)).casefold()


def _why_not_writable(folder: Path) -> str:
    """Writes: the folder, where there is none."""
    message = _("không ghi được vào thư mục {folder}").format(folder=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return f"{message}: {reason(error)}"
    return "" if machine.writable(folder) else message


def _worked(orders: Sequence[Order], jobs: int, bench: Bench) -> Iterator[Conversion]:
    """The conversions as they are settled, by so many threads, each of which waits for a LibreOffice of its own."""
    if not orders:
        return
    size = min(CHUNK, ceil(len(orders) / jobs))
    chunks = [orders[start : start + size] for start in range(0, len(orders), size)]
    messages: queue.SimpleQueue[_Message] = queue.SimpleQueue()
    executor = ThreadPoolExecutor(max_workers=jobs)
    try:
        for each in chunks:
            executor.submit(_work, each, bench, messages.put)
        open_chunks = len(chunks)
        while open_chunks:
            message = messages.get()
            if isinstance(message, BaseException):
                raise message
            if message is None:
                open_chunks -= 1
            else:
                yield message
    finally:
        bench.stop.set()  # whatever goes on now: after an error, or when the person has had enough
        executor.shutdown(wait=True, cancel_futures=True)


def _work(orders: Sequence[Order], bench: Bench, tell: Callable[[_Message], None]) -> None:
    """A chunk, told piece by piece; None is its end."""
    try:
        sound = []
        for order in orders:
            try:
                sound.append(Job(order, examine(order.source)))
            except Faulty as faulty:
                tell(_without(order, bench, *faulty.diagnostics))
        if sound:
            for conversion in convert_chunk(sound, bench):
                tell(conversion)
        tell(None)
    except BaseException as error:
        tell(error)


def _without(order: Order, bench: Bench, *findings: Diagnostic) -> Conversion:
    return Conversion(order, None, findings, office=bench.office.version)


def _with_old_file(conversion: Conversion) -> Conversion:
    """A file that has the name already is not this document's PDF, and says so."""
    if conversion.pdf is not None or not conversion.order.target.exists():
        return conversion
    note = old_file_stays(conversion.source, conversion.order.target)
    return replace(conversion, findings=(*conversion.findings, note))
