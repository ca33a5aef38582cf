"""The one text of an answer: fields in a fixed order, a figure a line, so that two answers differ where they differ.

It writes no file. Texts of people stand between quotation marks, so that none of them can be anything but text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model.answers import AnswerFile, Correction, Given, Received, Reporter

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Line ends to YAML, and what nobody sees: written out, they do no harm and can be found.
_TO_ESCAPE = re.compile(
    '[\\\\"\x00-\x1f\x7f-\xa0\xad\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff\ue000-\uf8ff]'
)


def answer_text(record: AnswerFile) -> str:
    """The canonical text; read back, it is the same record."""
    return "\n".join(_lines(record)) + "\n"


def amount_text(amount: Decimal) -> str:
    """`1250`, `97,5`: digits as they are typed in the files."""
    return format(amount, "f").replace(".", ",")


def given_text(given: Given) -> str:
    """A figure as the value of its line: as short as it can be."""
    bare = amount_text(given.value) if given.value is not None else str(given.null_reason)
    if not given.approximate and not given.note:
        return bare
    name = "value" if given.value is not None else "null_reason"
    fields = [f"{name}: {bare}" if "," not in bare else f'{name}: "{bare}"']
    fields += ["approximate: true"] if given.approximate else []
    fields += [f"note: {quoted(given.note)}"] if given.note else []
    return "{" + ", ".join(fields) + "}"


def quoted(text: str) -> str:
    """Between quotation marks, on one line."""
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def correction_lines(correction: Correction) -> tuple[str, ...]:
    """An entry of the list of corrections."""
    return (
        f"  - at: {correction.at.isoformat()}",
        f"    by: {quoted(correction.by)}",
        f"    field: {quoted(correction.field)}",
        *((f"    was: {quoted(correction.was)}",) if correction.was else ()),
        f"    reason: {quoted(correction.reason)}",
    )


def _lines(record: AnswerFile) -> Iterator[str]:
    yield from (f"unit: {record.unit}", f"phase: {record.phase}", f"version: {record.version}")
    if record.answered_on:
        yield f"answered_on: {record.answered_on.isoformat()}"
    if record.received:
        yield from _received(record.received)
    yield from _reporter(record.reporter)
    if record.figures:
        yield "figures:"
        yield from (f"  {code}: {given_text(given)}" for code, given in record.figures.items())
    if record.texts:
        yield "texts:"
        yield from (f"  {question}: {quoted(text)}" for question, text in record.texts.items())
    if record.corrections:
        yield "corrections:"
        for correction in record.corrections:
            yield from correction_lines(correction)


def _received(received: Received) -> Iterator[str]:
    yield "received:"
    if received.file:
        yield f"  file: {quoted(received.file)}"
    if received.digest:
        yield f"  digest: {received.digest}"
    if received.saved_at:
        yield f"  saved_at: {received.saved_at.isoformat()}"
    yield f"  at: {received.at.isoformat()}"
    if received.by:
        yield f"  by: {quoted(received.by)}"
    if received.seal:
        yield f"  seal: {received.seal}"


def _reporter(reporter: Reporter) -> Iterator[str]:
    if reporter.name or reporter.telephone:
        yield "reporter:"
    if reporter.name:
        yield f"  name: {quoted(reporter.name)}"
    if reporter.telephone:
        yield f"  telephone: {quoted(reporter.telephone)}"


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
