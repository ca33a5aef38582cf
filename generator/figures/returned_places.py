"""Where the rows and columns of a form are in a sheet that came back: where they were, or wherever they were moved to.

A row is known by the words that stand in it, a column by its title, as the hidden sheet remembers them. It reads no
answer, and guesses no row whose words are gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Severity
from generator.figures import layout
from generator.figures.layout import AMOUNT, NAME, UNIT, FigureLine, Structure, TextLine
from generator.figures.returned_numbers import Said
from generator.messages import _
from generator.opc.workbook import Sheet, column_of, letters_of
from generator.vietnamese.unicode import fold_whitespace, folded

Spot = tuple[int, int]
"""Row and column, from 1."""
_SHOWN = 6


@dataclass(frozen=True)
class Places:
    """Of what was found; what was not is told."""

    columns: Mapping[str, int]
    """By their first places: `AMOUNT` is in the sixth."""
    rows: Mapping[str, int]
    """By the codes of indicators."""
    texts: Mapping[str, Spot]
    reporter: Spot | None
    head: int = layout.HEAD_ROW
    said: tuple[tuple[Spot, Said], ...] = ()
    lost: tuple[str, ...] = ()
    """Codes whose row is not there, or there twice."""

    def cell(self, code: str, role: str) -> Spot | None:
        row, column = self.rows.get(code), self.columns.get(role)
        return (row, column) if row and column else None


@dataclass
class _Found:
    said: list[tuple[Spot, Said]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def places(sheet: Sheet, structure: Structure) -> Places | None:
    """None where the titles of the columns are gone, so that no number can be told from another."""
    head = _head(sheet)
    if head is None:
        return None
    row, columns = head
    found = _Found()
    if all(column == column_of(role) for role, column in columns.items()):
        # Nothing was moved: where a title was only reworded, its column is where it was.
        columns = {role: column_of(role) for role in layout.TITLES if sheet.text(row, column_of(role))}
    _tell_columns(row, columns, found)
    rows = _rows(sheet, structure.figures, columns, row, found)
    texts = dict(_texts(sheet, structure.texts, found))
    reporter = _reporter(sheet, structure, columns)
    return Places(columns, rows, texts, reporter, row, tuple(found.said), tuple(found.lost))


def _head(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row of the titles, and the column of each; that of the figures, and those that tell rows, must be there."""
    wanted = {folded(title): role for role, title in layout.TITLES.items()}
    by_row: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for (row, column), cell in sheet.cells.items():
        if cell.kind == "text" and (role := wanted.get(folded(cell.text))):
            by_row[row][role].append(column)
    for row in sorted(by_row, key=lambda number: (number != layout.HEAD_ROW, number)):
        titles = by_row[row]
        if all(len(titles[role]) == 1 for role in (NAME, UNIT, AMOUNT)):
            return row, {role: columns[0] for role, columns in titles.items() if len(columns) == 1}
    return None


def _tell_columns(row: int, columns: Mapping[str, int], found: _Found) -> None:
    for role in (each for each in layout.INPUTS if each not in columns):
        message = _("cột “{title}” không còn").format(title=layout.TITLES[role])
        said = Said("returned/column-missing", message, _("hỏi lại đơn vị điều đã ghi ở cột ấy"), Severity.WARNING)
        found.said.append(((row, column_of(role)), said))
    moved = [role for role, column in columns.items() if column != column_of(role)]
    if moved:
        names = ", ".join(f"{layout.TITLES[role]} ({letters_of(columns[role])})" for role in moved[:_SHOWN])
        message = _("cột đã bị thêm, bớt hoặc chuyển chỗ; đọc theo tiêu đề: {names}").format(names=names)
        found.said.append(
            ((row, columns[moved[0]]), Said("returned/columns-moved", message, severity=Severity.WARNING))
        )


def _rows(
    sheet: Sheet, lines: Sequence[FigureLine], columns: Mapping[str, int], head: int, found: _Found
) -> dict[str, int]:
    by_words: dict[tuple[str, str], list[int]] = defaultdict(list)
    for (row, column), cell in sheet.cells.items():
        if column == columns[NAME] and row > head:
            by_words[folded(cell.text), folded(sheet.text(row, columns[UNIT]))].append(row)
    own = {line.row for line in lines}
    rows: dict[str, int] = {}
    moved: list[FigureLine] = []
    for line in lines:
        there = sorted(by_words.get((folded(line.name), folded(line.unit)), ()))
        # Two indicators of one name are told apart by their first rows.
        strays = [row for row in there if row == line.row or row not in own]
        if len(strays) > 1 and sum(_has_answer(sheet, row, columns) for row in strays) > 1:
            found.lost.append(line.code)
            found.said.append(((strays[1], columns[AMOUNT]), _twice(line, strays)))
        elif line.row in there or there:
            rows[line.code] = _one(sheet, line, strays or there, columns)
            moved += [line] if rows[line.code] != line.row else []
        else:
            found.lost.append(line.code)
            found.said.append(((line.row, columns[NAME]), _gone(line)))
    if moved:
        found.said.append(((rows[moved[0].code], columns[NAME]), _moved(moved, rows)))
    return rows


def _one(sheet: Sheet, line: FigureLine, there: Sequence[int], columns: Mapping[str, int]) -> int:
    """Of rows of the same words the one that was filled in; else where it was."""
    answered = [row for row in there if _has_answer(sheet, row, columns)]
    return answered[0] if answered else line.row if line.row in there else there[0]


def _has_answer(sheet: Sheet, row: int, columns: Mapping[str, int]) -> bool:
    return any((row, columns[role]) in sheet.cells for role in layout.INPUTS if role in columns)


def _twice(line: FigureLine, rows: Sequence[int]) -> Said:
    message = _("“{name}” có ở nhiều dòng ({rows}) nên không biết lấy số nào").format(
        name=line.name, rows=", ".join(map(str, rows[:_SHOWN]))
    )
    return Said("returned/row-twice", message, _("xóa dòng thừa rồi thu lại"))


def _gone(line: FigureLine) -> Said:
    message = _("không còn dòng “{name}” ({unit}): dòng đã bị xóa, hoặc chữ trong dòng đã bị sửa").format(
        name=line.name, unit=line.unit
    )
    return Said("returned/row-missing", message, _("chép số sang biểu đã gửi cho đơn vị rồi thu lại"))


def _moved(lines: Sequence[FigureLine], rows: Mapping[str, int]) -> Said:
    shown = ", ".join(f"{line.row} → {rows[line.code]}" for line in lines[:_SHOWN])
    message = _("{count} dòng không ở chỗ cũ ({shown}); đọc theo tên chỉ tiêu và đơn vị tính").format(
        count=len(lines), shown=shown + (", …" if len(lines) > _SHOWN else "")
    )
    return Said("returned/rows-moved", message, severity=Severity.WARNING)


def _texts(sheet: Sheet, lines: Sequence[TextLine], found: _Found) -> Iterator[tuple[str, Spot]]:
    """An answer stands right below its question."""
    first = column_of(layout.TEXT)
    asked = {
        spot: folded(cell.text) for spot, cell in sheet.cells.items() if cell.kind == "text" and spot[1] <= first + 1
    }
    for line in lines:
        words = folded(line.text)
        there = sorted(spot for spot, text in asked.items() if text.endswith(words) and len(text) <= len(words) + 5)
        usual = (line.row - 1, first)
        if usual in there or len(there) == 1:
            row, column = usual if usual in there else there[0]
            yield line.id, (row + 1, column)
        else:
            message = _("không còn câu hỏi “{question}”, nên không biết câu trả lời ở đâu").format(question=line.text)
            hint = _("chép câu trả lời sang biểu đã gửi cho đơn vị rồi thu lại")
            found.said.append(((line.row, first), Said("returned/question-missing", message, hint)))


def _reporter(sheet: Sheet, structure: Structure, columns: Mapping[str, int]) -> Spot | None:
    title = folded(layout.REPORTER_TITLES[0])
    there = [
        spot for spot, cell in sheet.cells.items() if cell.kind == "text" and folded(cell.text) == title
    ]  # fmt: skip
    usual = (structure.reporter_row, columns[NAME])
    row = usual[0] if usual in there else there[-1][0] if there else None
    return (row, columns[UNIT]) if row else None


def addressee(sheet: Sheet, head: int) -> str:
    """The name of the unit as it stands above the table; empty where it is not there."""
    title = folded(layout.UNIT_TITLE)
    for (row, _column), cell in sorted(sheet.cells.items()):
        before, _colon, name = cell.text.partition(":")
        if row < head and cell.kind == "text" and folded(before) == title:
            return fold_whitespace(name)
    return ""
