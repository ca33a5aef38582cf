"""What a process does with a chunk, wherever it runs: documents, then PDFs; and what is said of one that was lost.

It keeps one bench, for the run that it works for.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.errors import GeneratorError
from generator.messages import _, speak, spoken
from generator.pipeline.batch.bench import Bench, CannotGoOn, refused
from generator.pipeline.batch.order import Chunk, Done, Record, Setting, Status, Stop

_benches: list[tuple[Setting, Bench]] = []
"""At most one: a process works for one run at a time."""


def work(setting: Setting, chunk: Chunk) -> Done:
    """A chunk's documents made and written. Writes: the output folder."""
    bench = _bench(setting)
    records: list[Record] = []
    try:
        for entry in chunk.entries:
            records += bench.records(entry, is_fresh=chunk.is_fresh)
        if setting.order.with_pdf:
            from generator.pipeline.batch.pdfs import with_pdfs  # LibreOffice is a long way from most runs

            records = with_pdfs(records, setting.order.output)
    except CannotGoOn as error:
        return Done(chunk.number, tuple(records), Stop(str(error), _("kiểm tra đĩa và quyền ghi")))
    except GeneratorError as error:
        return Done(chunk.number, tuple(records), Stop(error.message, error.hint))
    return Done(chunk.number, tuple(records))


def settle_in(setting: Setting, bench: Bench) -> None:
    """This process, and every copy of it, works at a bench that stands ready."""
    _benches[:] = [(setting, bench)]


def mourn(setting: Setting, chunk: Chunk) -> Done:
    """The records of units at which a worker was ended again and again."""
    message = _("tiến trình làm văn bản của đơn vị này bị hệ thống dừng nhiều lần")
    hint = _("dữ liệu hoặc mẫu của đơn vị này có thể quá lớn so với bộ nhớ của máy")
    lost = [Diagnostic("batch/lost", message, setting.reader.where(entry.row), hint=hint) for entry in chunk.entries]
    records = (
        refused(entry.row, want, [found], status=Status.LOST)
        for entry, found in zip(chunk.entries, lost, strict=True)
        for want in setting.wants
    )
    return Done(chunk.number, tuple(records))


def _bench(setting: Setting) -> Bench:
    if not _benches or _benches[0][0] is not setting:
        if spoken() != setting.language:
            speak(setting.language)
        _benches[:] = [(setting, _new_bench(setting))]
    return _benches[0][1]


def _new_bench(setting: Setting) -> Bench:
    if not setting.is_numbered:
        return Bench(setting)
    from generator.pipeline.batch.numbered import NumberedBench  # a run without numbers does without the register

    return NumberedBench(setting)
