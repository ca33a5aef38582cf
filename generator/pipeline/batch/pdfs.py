"""The PDFs of a chunk's documents: those that are missing or old, made beside their documents.

It runs nothing itself: `publish` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.pipeline.batch import files
from generator.pipeline.batch.findings import few
from generator.pipeline.batch.order import Earlier, Entry, Record, Status
from generator.publish.conversion import Conversion, Order
from generator.publish.pdf import fulfil


def with_pdfs(records: Sequence[Record], entries: Sequence[Entry], output: Path) -> list[Record]:
    """The records, with what became of their PDFs. Writes: the PDFs."""
    writer = files.Writer(output)
    earlier = {name: one for entry in entries for name, one in entry.earlier}
    settled = {record.name: _kept(record, earlier.get(record.name), writer) for record in records if record.file}
    wanted = [name for name, pdf_sha256 in settled.items() if not pdf_sha256]
    orders = [Order(output / f"{name}.docx", output / f"{name}.pdf") for name in wanted]
    made = dict(zip(wanted, fulfil(orders, jobs=1), strict=True)) if orders else {}
    return [_told(record, settled.get(record.name, ""), made.get(record.name), writer) for record in records]


def _kept(record: Record, earlier: Earlier | None, writer: files.Writer) -> str:
    """The hash of a PDF that is still right; empty where one is to be made."""
    if record.status is not Status.UNCHANGED or earlier is None or not earlier.pdf_sha256:
        return ""
    return earlier.pdf_sha256 if writer.sha256(f"{record.name}.pdf") == earlier.pdf_sha256 else ""


def _told(record: Record, kept: str, made: Conversion | None, writer: files.Writer) -> Record:
    pdf = f"{record.name}.pdf"
    if kept:
        return record._replace(pdf=pdf, pdf_sha256=kept)
    if made is None:
        return record
    found = (*record.findings, *made.findings)
    record = record._replace(
        findings=few(found),
        finding_count=record.finding_count + len(made.findings),
        seconds=record.seconds + made.seconds,
        office=made.office,
    )
    return record._replace(pdf=pdf, pdf_sha256=writer.sha256(pdf)) if made.pdf else record
