"""What is asked of a run, and what goes to a worker and comes back: plain frozen values that cross processes.

It does nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.model.kinds import Kind
from generator.pipeline.ground import Ground
from generator.register.records import Particulars
from generator.sources.roster import Reader, Row


class Way(StrEnum):
    """How a document came about."""

    FAST = "fast"
    """Joined from pieces that its template and its plan have in common with other units' (`lane`)."""
    ORDINARY = "ordinary"
    """Compiled once, filled for itself."""


class Status(StrEnum):
    MADE = "made"
    UNCHANGED = "unchanged"
    """Its inputs are those of the last run, and the file is what that run wrote."""
    KEPT = "kept"
    """Another program has saved the file since; it was left alone."""
    FAULTY = "faulty"
    """The data or the template could not give it; the findings say why."""
    LOST = "lost"
    """The process that made it was ended, again and again."""
    GONE = "gone"
    """Its unit is not in the roster any more; the file stays where it is."""


class Checking(StrEnum):
    ALL = "all"
    SAMPLE = "sample"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line says about the documents; how they are made side by side is the engine's."""

    kinds: tuple[Kind, ...]
    output: Path
    phase: int | None = None
    regime: str | None = None
    draft: int | None = None
    checking: Checking = Checking.SAMPLE
    with_pdf: bool = False
    overwrite: bool = False
    """Replace what another program has saved."""


@dataclass(frozen=True)
class Want:
    """One document of the plan that every unit is to have, and what stands before and after the unit in its name."""

    kind: Kind
    after: str = ""

    def name(self, unit: str) -> str:
        return f"{self.kind.value}-{unit}{self.after}"


@dataclass(frozen=True)
class Setting:
    """All that the documents of a run have in common; a worker gets it once.

    Every worker must reach the workspace and the output folder under the same paths.
    """

    order: Order
    ground: Ground
    reader: Reader
    """What makes units of the roster's rows."""
    wants: tuple[Want, ...]
    """In the order of the kinds; of a kind as the plan has its documents."""
    language: str
    common: frozenset[Diagnostic] = frozenset()
    """What there is to say of every unit's documents alike: told once, not with each of them."""
    is_numbered: bool = False
    """Documents have numbers of the register; the others know nothing of it."""


# What crosses processes by the hundred thousand is a named tuple: it is packed and unpacked five times as fast as a
# frozen dataclass.


class Earlier(NamedTuple):
    """What the last run wrote of one document, which it did not find saved by another program."""

    key: str
    sha256: str
    pdf_sha256: str = ""
    is_judged: bool = False


class Numbered(NamedTuple):
    """The number that the register has for one document."""

    key: str
    """Of what it is for."""
    number: int
    day: date | None
    issued: Particulars | None
    """What went out, where it is issued."""


class Entry(NamedTuple):
    """A unit whose documents are wanted, with the superiors whose habits it takes on, the nearest first."""

    row: Row
    ancestors: tuple[Row, ...] = ()
    checked: bool = False
    """Its documents are judged when only a sample is."""
    earlier: tuple[tuple[str, Earlier], ...] = ()
    """By the name of the document."""
    numbers: tuple[tuple[str, Numbered], ...] = ()
    """By the name of the document."""
    faults: tuple[Diagnostic, ...] = ()
    """Of its row, found when the roster was read: it has no document."""


class Chunk(NamedTuple):
    """Units that one worker does at once."""

    number: int
    entries: tuple[Entry, ...]
    is_fresh: bool = False
    """Nothing was in the output folder when the run began, and nobody has tried this chunk: no file is looked for."""


class Record(NamedTuple):
    """What became of one document: a line of the manifest."""

    unit: str
    place: int
    """Of the unit in the roster."""
    unit_name: str
    kind: str
    name: str
    """The file's name without its suffix."""
    status: Status
    number: str = ""
    """As it is printed: `05-HD/ĐU`, with blanks where it has not been given."""
    file: str = ""
    """Below the output folder, with `/`; empty where there is none."""
    way: Way | None = None
    """None where nothing was made."""
    key: str = ""
    """Of all that went into it: data, template, profile, version."""
    sha256: str = ""
    size: int = 0
    seconds: float = 0.0
    findings: tuple[Diagnostic, ...] = ()
    """The first few."""
    finding_count: int = 0
    is_judged: bool = False
    """Its form was checked in this run."""
    pdf: str = ""
    """The PDF beside it, or empty."""
    pdf_sha256: str = ""
    pdf_findings: tuple[Diagnostic, ...] | None = None
    """Of the PDF alone; None where nothing was looked for."""
    office: str = ""
    """The version of LibreOffice that made the PDF."""
    line: tuple[str, Particulars] | None = None
    """What the book is to know before the file, which lies ready, takes its place; by the key of its purpose."""


class Stop(NamedTuple):
    """Why a worker could not go on: the disk is full, the folder is gone; no other chunk would fare better."""

    message: str
    hint: str


class Done(NamedTuple):
    """A chunk's records, in the order of its entries and of the kinds."""

    number: int
    records: tuple[Record, ...]
    stop: Stop | None = None
    """With what was done before it."""
