"""The answers in a sheet whose rows and columns were found: figures, what stands beside them, words, the reporter.

What is wrong with a cell keeps that cell from counting and no other; whether an answer with such cells is taken at
all, the pipeline decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from generator.diagnostics import Severity
from generator.figures import layout
from generator.figures.layout import AMOUNT, APPROXIMATE, CROSS, NAME, NOT_APPLICABLE, NOTE, Structure
from generator.figures.returned_numbers import Said, amount_of
from generator.figures.returned_places import Places, Spot
from generator.figures.returned_words import ABOUT_LIKE, MOST_NOTE, MOST_REPORTER, MOST_TEXT, words_of
from generator.messages import _
from generator.model.answers import Given, Reporter
from generator.model.report import NullReason
from generator.opc.workbook import Area, Cell, Sheet, column_of

_SHOWN = 60
_EMPTY = Given(null_reason=NullReason.NOT_REPORTED)
_NONE = Given(null_reason=NullReason.NOT_APPLICABLE)


@dataclass
class Answers:
    """What a sheet says; a figure with an error is not among `figures`."""

    figures: dict[str, Given] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    reporter: Reporter = field(default_factory=Reporter)
    said: list[tuple[Spot, Said]] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)
    """Codes of indicators and ids of questions with an error."""

    def tell(self, name: str, spot: Spot, said: Said) -> None:
        self.said.append((spot, said))
        if said.severity is Severity.ERROR:
            self.faulty.add(name)


def answers(sheet: Sheet, structure: Structure, found: Places, decimals: Mapping[str, int]) -> Answers:
    """`decimals`: by code, the most digits after the comma."""
    answers = Answers(said=[*found.said], faulty={*found.lost})
    merged = [area for area in sheet.merged if area.top < area.bottom or area.left < area.right]
    for line in structure.figures:
        if line.code in found.rows:
            _figure(sheet, line.code, found, decimals.get(line.code), merged, answers)
    for text in structure.texts:
        if text.id not in found.texts:
            answers.faulty.add(text.id)
            continue
        spot = found.texts[text.id]
        if words := _words(sheet.cells.get(spot), MOST_TEXT, partial(answers.tell, text.id, spot)):
            answers.texts[text.id] = words
    _reporter(sheet, found, answers)
    _strays(sheet, structure, found, answers)
    return answers


def _figure(sheet: Sheet, code: str, found: Places, decimals: int | None, merged: list[Area], answers: Answers) -> None:
    cells = {role: sheet.cells.get(spot) for role in layout.INPUTS if (spot := found.cell(code, role))}

    def tell(role: str, said: Said) -> None:
        answers.tell(code, found.cell(code, role) or (found.rows[code], column_of(role)), said)

    _merged(found, code, merged, tell)
    amount = amount_of(cells.get(AMOUNT), decimals)
    for said in amount.said:
        tell(AMOUNT, said)
    is_none = _cross(cells.get(NOT_APPLICABLE), partial(tell, NOT_APPLICABLE))
    if is_none and (amount.value is not None or any(said.severity is Severity.ERROR for said in amount.said)):
        hint = _("có số thì bỏ dấu x; không có việc ấy thì xóa số")
        message = _("vừa có số vừa đánh dấu “không có việc này”")
        tell(AMOUNT, Said("returned/value-and-not-applicable", message, hint))
    is_about = _about(cells.get(APPROXIMATE), amount.value is not None, partial(tell, APPROXIMATE))
    note = _words(cells.get(NOTE), MOST_NOTE, partial(tell, NOTE))
    if code in answers.faulty:
        return
    given = Given(value=amount.value) if amount.value is not None else _NONE if is_none else _EMPTY
    changed = {"approximate": is_about, "note": note} if is_about or note else {}
    answers.figures[code] = given.model_copy(update=changed) if changed else given


def _merged(found: Places, code: str, merged: list[Area], tell: Callable[[str, Said], None]) -> None:
    """Of cells that were merged a spreadsheet keeps the first alone: a figure in the others is gone."""
    row = found.rows[code]
    for area in merged:
        if not area.top <= row <= area.bottom:
            continue
        roles = [role for role in layout.INPUTS if area.left <= found.columns.get(role, 0) <= area.right]
        if roles and (AMOUNT in roles or NOT_APPLICABLE in roles):
            hint = _("bỏ gộp ô, nhập lại số của từng dòng rồi thu lại")
            tell(roles[0], Said("returned/merged", _("ô nằm trong các ô bị gộp, nên số có thể đã mất"), hint))
        elif roles:
            message = _("ô nằm trong các ô bị gộp; chỉ đọc được ô đầu")
            tell(roles[0], Said("returned/merged", message, severity=Severity.WARNING))


def _cross(cell: Cell | None, tell: Callable[[Said], None]) -> bool:
    if cell is None or not (typed := cell.text.strip()):
        return False
    if cell.kind == "text" and typed.casefold() in (CROSS, "×", "х"):  # the last is Cyrillic
        return True
    hint = _("chỉ ghi x, hoặc để trống; số thì ghi ở cột “{title}”").format(title=layout.TITLES[AMOUNT])
    tell(Said("returned/mark", _("“{typed}” ở cột “không có việc này”").format(typed=typed[:_SHOWN]), hint))
    return False


def _about(cell: Cell | None, has_value: bool, tell: Callable[[Said], None]) -> bool:
    if cell is None or not (typed := cell.text.strip()):
        return False
    if not has_value:
        message = _("chọn “{typed}” mà không có số; bỏ qua").format(typed=typed[:_SHOWN])
        tell(Said("returned/approximate-alone", message, severity=Severity.WARNING))
        return False
    if cell.kind == "text" and typed.casefold() in ABOUT_LIKE:
        return True
    hint = _("chọn {choices}, hoặc để trống nếu là số chính xác").format(choices=", ".join(layout.ABOUT))
    tell(Said("returned/approximate-word", _("“{typed}” ở cột ước lượng").format(typed=typed[:_SHOWN]), hint))
    return False


def _words(cell: Cell | None, most: int, tell: Callable[[Said], None]) -> str:
    """Text as text, whatever it looks like."""
    if cell is None:
        return ""
    text, said = words_of(cell, most)
    for each in said:
        tell(each)
    return "" if any(each.severity is Severity.ERROR for each in said) else text


def _reporter(sheet: Sheet, found: Places, answers: Answers) -> None:
    if found.reporter is None:
        return
    row, column = found.reporter
    given = [
        _words(sheet.cells.get(spot), MOST_REPORTER, partial(answers.tell, "reporter", spot))
        for spot in ((row, column), (row + 1, column))
    ]
    answers.reporter = Reporter(name=given[0], telephone=given[1])


def _strays(sheet: Sheet, structure: Structure, found: Places, answers: Answers) -> None:
    """Figures in rows that nobody asked for: they count nowhere, and whoever typed them thinks they do."""
    rows = set(found.rows.values()) | {line.row for line in structure.figures if line.code in found.lost}
    told = {spot[0] for spot, said in found.said if said.code == "returned/row-twice"}
    last = max((*rows, found.head))
    for (row, column), cell in sheet.cells.items():
        is_figure = column == found.columns[AMOUNT] and row > found.head and row not in rows | told
        if is_figure and (cell.kind == "number" or row <= last):
            name = sheet.text(row, found.columns[NAME])[:_SHOWN] or cell.text[:_SHOWN]
            message = _("dòng “{name}” không có trong biểu nên không được tính").format(name=name)
            hint = _("cần hỏi thêm chỉ tiêu thì thêm vào forms của kế hoạch")
            answers.said.append(((row, column), Said("returned/extra-row", message, hint, Severity.WARNING)))
