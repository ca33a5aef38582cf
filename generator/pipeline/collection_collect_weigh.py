"""Each unit's last file beside the rules: what its sound cells contradict among themselves, and what can be taken then.

An answer with an error is not taken, whether the error is one cell's or between cells: an answer of which some cells
are missing looks like an answer, and nobody asks again. Where a person says so (`is_partly`), all other cells are
taken, and those with an error are `not_reported`. What tells only that something is odd (a warning, an advice) keeps
nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.diagnostics import Diagnostic, Location, Severity
from generator.figures import rules
from generator.figures.folding import Catalogue
from generator.figures.totals import AskedUnit, count
from generator.model.answers import AnswerFile, Given
from generator.model.collection import CollectionForm
from generator.model.figures import PhaseFigures
from generator.model.report import NullReason
from generator.pipeline.collection_collect_form import Sent
from generator.pipeline.collection_collect_seal import sealed
from generator.sources.answers import parse_answer
from generator.sources.answers_text import answer_text

_TOLD_OF_FORMS = frozenset(("data/figure-not-reported", "data/other-version"))
"""What the rules would say again of an answer, and was said of the workbook."""
_EMPTY = Given(null_reason=NullReason.NOT_REPORTED)


@dataclass(frozen=True, slots=True)
class Scales:
    """What the answers are held against."""

    form: CollectionForm
    asked: Sequence[AskedUnit]
    catalogue: Catalogue
    earlier: Sequence[PhaseFigures]
    today: date
    is_partly: bool


@dataclass(frozen=True)
class Weighed:
    last: Mapping[str, Sent]
    """By unit; without content where nothing is to be taken."""
    told: Mapping[str, tuple[Diagnostic, ...]]
    """By unit, at the cells where it stands."""


def weighed(files: Iterable[Sent], scales: Scales) -> Weighed:
    """Files that have no content are left as they are."""
    last = {each.unit: each for each in files}
    records = {unit: parse_answer(each.content, each.file).record for unit, each in last.items() if each.content}
    told: dict[str, list[Diagnostic]] = {}
    for unit, found in _found(last, records, scales) if records else ():
        # Beside a cell with an error, what is odd about the others is to be asked when all is there.
        if found.severity is Severity.ERROR or last[unit].is_sound or scales.is_partly:
            told.setdefault(unit, []).append(found)
    judged = {unit: _judged(each, records.get(unit), told.get(unit, ()), scales) for unit, each in last.items()}
    return Weighed(judged, {unit: tuple(found) for unit, found in told.items()})


def _found(
    last: Mapping[str, Sent], records: Mapping[str, AnswerFile], scales: Scales
) -> Iterable[tuple[str, Diagnostic]]:
    figures = count(scales.form, scales.asked, records, scales.earlier, scales.catalogue)
    units = {last[unit].file: unit for unit in records}

    def where(unit: str, *steps: str) -> Location:
        return last[unit].where(steps[-1] if steps else "")

    material = rules.Material(
        scales.form, scales.asked, records, figures, scales.catalogue, scales.today, where, scales.earlier
    )
    for each in rules.check(material):
        if each.code not in _TOLD_OF_FORMS and each.where.file is not None:
            yield units[each.where.file], each


def _judged(last: Sent, record: AnswerFile | None, told: Iterable[Diagnostic], scales: Scales) -> Sent:
    errors = [each for each in told if each.severity is Severity.ERROR]
    if record is None or (last.is_sound and not errors):
        return last
    if not scales.is_partly:
        return replace(last, content=b"")
    codes = {cell: name for name, cell in last.places().items()}
    wrong: set[str] = set()
    for each in errors:
        code = codes.get(each.where.cell or "")
        if code is None:
            return replace(last, content=b"")
        wrong |= _cells(each.code, code, record, scales.catalogue)
    figures = {code: _EMPTY if code in wrong else given for code, given in record.figures.items()}
    if all(given == _EMPTY for given in figures.values()) and not record.texts:
        return replace(last, content=b"")
    return replace(last, content=answer_text(sealed(record.model_copy(update={"figures": figures}))).encode())


def _cells(rule: str, code: str, record: AnswerFile, catalogue: Catalogue) -> set[str]:
    """All figures of which one must be wrong; a rule tells the first."""
    own = catalogue[code]
    others: set[str] = set()
    if rule == "data/part-exceeds-whole":
        wholes = {own.part_of, *(each.whole for each in catalogue.values() if each.part == code)}
        others = {each for each in wholes if each and _amount(record, each) < _amount(record, code)}
    elif rule == "data/parts-do-not-add-up":
        others = {each.code for each in catalogue.values() if each.part_of == code}
    elif rule == "data/zero-beside-figure":
        pairs = {each.code for each in catalogue.values() if each.goes_with and each.goes_with.of == code}
        pairs |= {own.goes_with.of} if own.goes_with else set()
        others = {each for each in pairs if _amount(record, each)}
    return {code, *others}


def _amount(record: AnswerFile, code: str) -> Decimal:
    given = record.figures.get(code)
    return given.value if given is not None and given.value is not None else Decimal(0)
