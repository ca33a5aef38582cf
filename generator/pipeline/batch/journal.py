"""What was made in an output folder, document by document, so that a run that was cut off can be gone on with.

It believes itself only: whether the files are still what it says is the worker's to find out.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic
from generator.pipeline.batch.findings import errors, packed
from generator.pipeline.batch.order import Earlier, Record, Status

COLUMNS = {
    "name": "TEXT PRIMARY KEY",
    "run": "INTEGER",
    "place": "INTEGER",
    "unit": "TEXT",
    "unit_name": "TEXT",
    "kind": "TEXT",
    "status": "TEXT",
    "number": "TEXT",
    "file": "TEXT",
    "way": "TEXT",
    "key": "TEXT",
    "sha256": "TEXT",
    "size": "INTEGER",
    "seconds": "REAL",
    "findings": "TEXT",
    "finding_count": "INTEGER",
    "errors": "INTEGER",
    "judged": "INTEGER",
    "pdf": "TEXT",
    "pdf_sha256": "TEXT",
    "pdf_findings": "TEXT",
    "pdf_finding_count": "INTEGER",
    "pdf_errors": "INTEGER",
    "office": "TEXT",
}
_INSERT = f"INSERT OR REPLACE INTO documents VALUES ({', '.join('?' * len(COLUMNS))})"
# What did not change keeps what was found in it; what was found now is added. Of its PDF what was found last counts.
_UPDATE = """
UPDATE documents SET run = ?, place = ?, unit_name = ?, status = 'unchanged', findings = findings || ?,
    finding_count = finding_count + ?, errors = errors + ?, judged = max(judged, ?),
    pdf = ?, pdf_sha256 = ?, pdf_findings = coalesce(?, pdf_findings),
    pdf_finding_count = coalesce(?, pdf_finding_count), pdf_errors = coalesce(?, pdf_errors),
    office = coalesce(nullif(?, ''), office)
WHERE name = ?
"""
_MOST_OF_A_UNIT = 1000
"""Documents of one unit: a place in the roster and one among the unit's documents make one number."""
_AT_ONCE = 500
_REMEMBERED = 4096


class Line(NamedTuple):
    """A document as the manifest tells it."""

    unit: str
    unit_name: str
    kind: str
    name: str
    number: str
    file: str
    status: str
    way: str
    sha256: str
    size: int
    seconds: float
    findings: str
    finding_count: int
    errors: int
    pdf: str
    office: str
    is_of_this_run: int


_TOLD = {
    "findings": "findings || pdf_findings",
    "finding_count": "finding_count + pdf_finding_count",
    "errors": "errors + pdf_errors",
    "is_of_this_run": "run = ?",
}
_LINES = (
    f"SELECT {', '.join(_TOLD.get(name, name) for name in Line._fields)} FROM documents ORDER BY status = 'gone', place"
)


class _Told:
    """Findings by number: what is found in thousands of documents is written once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, tuple[str, int]] = {}
        self._texts: dict[str, str] = {}

    def __call__(self, found: tuple[Diagnostic, ...]) -> tuple[str, int]:
        """The number, and how many of them are errors. `found` must live as long as this."""
        if not found:
            return "", 0
        known = self._known.get(id(found))
        if known is None:
            known = self._known[id(found)] = f"{self._number(packed(found))} ", errors(found)
        return known

    def _number(self, text: str) -> int:
        query = "SELECT rowid FROM findings WHERE text = ?"
        there = self._connection.execute(query, (text,)).fetchone()
        if there is None:
            return self._connection.execute("INSERT INTO findings (text) VALUES (?)", (text,)).lastrowid or 0
        return int(there[0])

    def texts(self, numbers: str) -> str:
        """Of several numbers, each followed by a blank."""
        text = self._texts.get(numbers)
        if text is None:
            if len(self._texts) >= _REMEMBERED:
                self._texts.clear()
            query = "SELECT text FROM findings WHERE rowid = ?"
            found = [self._connection.execute(query, (number,)).fetchone() for number in numbers.split()]
            text = self._texts[numbers] = "".join(each[0] for each in found if each)
        return text


def _of_pdf(found: tuple[Diagnostic, ...], told: _Told) -> tuple[str, int, int]:
    numbers, count = told(found)
    return numbers, len(found), count


class Journal:
    """Open for one run, by the one process that leads it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._run = 0

    def last_order(self) -> dict[str, Any] | None:
        """What the last run was asked for; None before the first."""
        found = self._fact("order")
        order: dict[str, Any] | None = json.loads(found) if found else None
        return order

    def begin(self, order: Mapping[str, Any]) -> None:
        """A new run. Its documents are told from those that only earlier ones made."""
        with self._connection:
            self._run = int(self._fact("run") or "0") + 1
            facts = [("run", str(self._run)), ("order", json.dumps(order, ensure_ascii=False))]
            self._connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts)

    def _fact(self, name: str) -> str:
        found = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    @property
    def is_empty(self) -> bool:
        return self._connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is None

    def earlier(self, names: Sequence[str]) -> dict[str, Earlier]:
        """Of these documents those that an earlier run made and, as far as it knew, nobody has saved since."""
        found = {}
        for start in range(0, len(names), _AT_ONCE):
            some = names[start : start + _AT_ONCE]
            query = (
                "SELECT name, key, sha256, pdf_sha256, judged FROM documents"
                f" WHERE name IN ({', '.join('?' * len(some))}) AND status IN ('made', 'unchanged')"
            )
            for name, key, sha256, pdf_sha256, judged in self._connection.execute(query, some):
                found[name] = Earlier(key, sha256, pdf_sha256, bool(judged))
        return found

    def write(self, records: Iterable[Record]) -> None:
        """One transaction: all of these or none. The documents of a unit follow one another."""
        records = tuple(records)  # findings are known by their places in memory while this lasts
        told = _Told(self._connection)
        fresh: list[tuple[object, ...]] = []
        same: list[tuple[object, ...]] = []
        unit, nth = "", 0
        with self._connection:
            for record in records:
                nth = nth + 1 if record.unit == unit else 0
                unit, place = record.unit, record.place * _MOST_OF_A_UNIT + nth
                if record.status is Status.UNCHANGED:
                    same.append(self._same(record, place, told))
                else:
                    fresh.append(self._fresh(record, place, told))
            self._connection.executemany(_INSERT, fresh)
            self._connection.executemany(_UPDATE, same)

    def _fresh(self, record: Record, place: int, told: _Told) -> tuple[object, ...]:
        findings, count = told(record.findings)
        return (
            record.name,
            self._run,
            place,
            record.unit,
            record.unit_name,
            record.kind,
            record.status.value,
            record.number,
            record.file,
            record.way.value if record.way else "",
            record.key,
            record.sha256,
            record.size,
            record.seconds,
            findings,
            record.finding_count,
            count,
            record.is_judged,
            record.pdf,
            record.pdf_sha256,
            *_of_pdf(record.pdf_findings or (), told),
            record.office,
        )

    def _same(self, record: Record, place: int, told: _Told) -> tuple[object, ...]:
        findings, count = told(record.findings)
        about = (None, None, None) if record.pdf_findings is None else _of_pdf(record.pdf_findings, told)
        pdf = (record.pdf, record.pdf_sha256, *about, record.office)
        found = (findings, record.finding_count, count, record.is_judged)
        return (self._run, place, record.unit_name, *found, *pdf, record.name)

    def leave(self, is_gone: Callable[[str, str], bool], is_there: Callable[[str], bool]) -> None:
        """Of documents of earlier runs alone, those that are not wanted any more (by unit and kind) are marked so.

        Those without a file are forgotten.
        """
        gone: list[tuple[int]] = []
        lost: list[tuple[int]] = []
        query = "SELECT rowid, unit, kind, file FROM documents WHERE run < ?"
        for number, unit, kind, file in self._connection.execute(query, (self._run,)):
            if is_gone(unit, kind):
                (gone if file and is_there(file) else lost).append((number,))
        with self._connection:
            self._connection.executemany("UPDATE documents SET status = 'gone' WHERE rowid = ?", gone)
            self._connection.executemany("DELETE FROM documents WHERE rowid = ?", lost)

    def lines(self) -> Iterator[Line]:
        """Every document of the folder, in the order of the roster; those no longer wanted come last."""
        told = _Told(self._connection)
        for row in self._connection.execute(_LINES, (self._run,)):
            line = Line._make(row)
            yield line._replace(findings=told.texts(line.findings)) if line.findings else line

    def close(self) -> None:
        self._connection.close()
