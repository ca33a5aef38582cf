"""The PDFs of a chunk's documents: those that are missing or old, made beside their documents.

It runs nothing itself: `publish` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.pipeline.batch import files
from generator.pipeline.batch.findings import few
from generator.pipeline.batch.order import Record
from generator.publish.conversion import Conversion, Order
from generator.publish.pdf import fulfil


def with_pdfs(records: Sequence[Record], output: Path) -> list[Record]:
    """The records, with what became of their PDFs. Writes: the PDFs."""
    writer = files.Writer(output)
    wanted = [record.name for record in records if record.file and not record.pdf_sha256]
    orders = [Order(_source(output, f"{name}.docx"), output / f"{name}.pdf") for name in wanted]
    made = dict(zip(wanted, fulfil(orders, jobs=1), strict=True)) if orders else {}
    return [_told(record, made.get(record.name), writer) for record in records]


def _source(output: Path, file: str) -> Path:
    """A document under a number of the register lies ready until the register knows of it."""
    ready = files.ready_folder(output) / file
    return ready if ready.is_file() else output / file


def _told(record: Record, made: Conversion | None, writer: files.Writer) -> Record:
    if made is None:
        return record._replace(pdf_findings=())
    pdf = f"{record.name}.pdf"
    record = record._replace(pdf_findings=few(made.findings), seconds=record.seconds + made.seconds, office=made.office)
    return record._replace(pdf=pdf, pdf_sha256=writer.sha256(pdf)) if made.pdf else record
