"""The sheet that a unit fills in, drawn once for all units that are asked the same; what is a unit's own stays empty.

It puts no unit's name and no figure: `workbook` does. What it says is Vietnamese whatever language the program speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.workbook.protection import WorkbookProtection

from generator.figures import layout
from generator.figures.layout import AMOUNT, HEAD_ROW, LAST, NAME, NUMBER, PREVIOUS, TARGET, TEXT, UNIT
from generator.figures.sheet_looks import FACE, SIZE, Look, Pen, height
from generator.figures.sheet_pages import set_up_print
from generator.figures.sheet_rules import set_rules
from generator.model.collection import Question
from generator.model.indicator import Counting, Indicator
from generator.vietnamese.dates import date_range, short_date, weekday_name
from generator.vietnamese.unicode import lower_first, upper

_WIDTHS = {
    NUMBER: 6,
    NAME: 44,
    UNIT: 12,
    PREVIOUS: 12,
    TARGET: 12,
    AMOUNT: 14,
    layout.APPROXIMATE: 9,
    layout.NOT_APPLICABLE: 11,
    layout.NOTE: 24,
}
_HOW = (
    "Chỉ nhập vào các ô tô màu. Chưa có số liệu thì để trống; có việc nhưng kết quả bằng không thì nhập 0; đơn vị "
    "không có việc ấy thì chọn x ở cột “Không có việc này”. Không thêm, bớt hay chuyển dòng, cột."
)
_LINE, _HEAD_HEIGHT, _ANSWER_HEIGHT = 19.0, 38.0, 84.0


@dataclass(frozen=True)
class Pattern:
    """What the forms of several units have in common."""

    plan: str
    phase: int
    version: int
    title: str
    office: str
    period_from: date
    period_to: date
    due: date
    contact: str
    indicators: tuple[Indicator, ...]
    questions: tuple[Question, ...]
    has_previous: bool
    has_target: bool

    def shown(self, indicator: Indicator) -> str:
        """What stands in the column of names."""
        name = indicator.name + (layout.CUMULATIVE if indicator.counting is Counting.CUMULATIVE else "")
        return layout.BELOW + lower_first(name) if self.is_below(indicator) else name

    def is_below(self, indicator: Indicator) -> bool:
        return any(indicator.part_of == each.code for each in self.indicators)

    def structure(self, unit: str) -> layout.Structure:
        """Which row asks for what."""
        figures = tuple(
            layout.FigureLine(each.code, row, self.shown(each), each.unit)
            for row, each in enumerate(self.indicators, layout.FIRST_ROW)
        )
        # Below the figures an empty row and the title of the part that follows.
        after = layout.FIRST_ROW + len(figures) + (2 if figures else 1)
        texts = tuple(
            layout.TextLine(each.id, after - 1 + 2 * number, f"{number}. {each.text}")
            for number, each in enumerate(self.questions, 1)
        )
        reporter = after + 2 * len(texts) + (2 if texts else 0)
        return layout.Structure(self.plan, self.phase, self.version, unit, figures, texts, reporter)


def drawn(pattern: Pattern) -> Any:
    """The workbook: the form, and the hidden sheet still empty."""
    book = Workbook()
    # The width of columns is counted in digits of this typeface.
    book._named_styles["Normal"].font = Font(name=FACE, size=SIZE)  # type: ignore[attr-defined]
    sheet: Any = book.active
    sheet.title = layout.FORM_SHEET
    pen = Pen(sheet)
    widths = _columns(sheet, pattern)
    _head(pen, pattern, widths)
    structure = pattern.structure("")
    _figures(pen, pattern, structure, widths)
    _texts(pen, structure, widths)
    _reporter(pen, structure)
    set_rules(sheet, [(line.row, each) for line, each in zip(structure.figures, pattern.indicators, strict=True)])
    set_up_print(sheet, structure, sum(widths.values()))
    _lock(sheet, structure)
    book.create_sheet(layout.HIDDEN_SHEET).sheet_state = "veryHidden"
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.title, book.properties.creator = pattern.title, pattern.office
    return book


def _columns(sheet: Any, pattern: Pattern) -> Mapping[str, float]:
    """The columns that are seen."""
    gone = {PREVIOUS: not pattern.has_previous, TARGET: not pattern.has_target}
    room = sum(_WIDTHS[column] for column, is_gone in gone.items() if is_gone) / 2
    widths: dict[str, float] = {}
    for column, usual in _WIDTHS.items():
        width = usual + room if column in (NAME, layout.NOTE) else usual
        widths[column] = width
        sheet.column_dimensions[column].width = width
        sheet.column_dimensions[column].hidden = gone.get(column, False)
    return {column: width for column, width in widths.items() if not gone.get(column, False)}


def _head(pen: Pen, pattern: Pattern, widths: Mapping[str, float]) -> None:
    period = f"Đợt {pattern.phase}, {date_range(pattern.period_from, pattern.period_to)}"
    due = f"Hạn gửi biểu: {weekday_name(pattern.due)}, ngày {short_date(pattern.due)}"
    if pattern.contact:
        due += f". Nơi nhận và giải đáp: {pattern.contact}"
    lines = (
        (upper(pattern.office), Look.OFFICE),
        (upper(pattern.title), Look.TITLE),
        (period, Look.CENTRED),
        ("", Look.UNIT),
        (due, Look.CENTRED),
        (_HOW, Look.HINT),
    )
    whole = sum(widths.values())
    for row, (text, look) in enumerate(lines, 1):
        pen.merge(NUMBER, LAST, row, look)
        if text:
            pen.text(f"{NUMBER}{row}", text, look)
        size = 14 if look is Look.TITLE else SIZE
        pen.sheet.row_dimensions[row].height = max(_LINE, height(text, whole, size=size, bold=look is Look.TITLE))
    pen.sheet.row_dimensions[layout.UNIT_ROW].height = 2 * _LINE
    for column, title in layout.TITLES.items():
        pen.text(f"{column}{HEAD_ROW}", title, Look.HEAD)
    pen.sheet.row_dimensions[HEAD_ROW].height = _HEAD_HEIGHT


def _figures(pen: Pen, pattern: Pattern, structure: layout.Structure, widths: Mapping[str, float]) -> None:
    number, below = 0, 0
    for line, indicator in zip(structure.figures, pattern.indicators, strict=True):
        is_below = pattern.is_below(indicator)
        number, below = (number, below + 1) if is_below else (number + 1, 0)
        pen.text(f"{NUMBER}{line.row}", f"{number}.{below}" if is_below else str(number), Look.NUMBER)
        pen.text(f"{NAME}{line.row}", line.name, Look.NAME_BELOW if is_below else Look.NAME)
        pen.text(f"{UNIT}{line.row}", line.unit, Look.NUMBER)
        shown = "#,##0." + "0" * indicator.decimals if indicator.decimals else "#,##0"
        for column in (PREVIOUS, TARGET):
            pen.blank(f"{column}{line.row}", Look.COUNT, shown)
        pen.blank(f"{AMOUNT}{line.row}", Look.INPUT, shown)
        for column in (layout.APPROXIMATE, layout.NOT_APPLICABLE):
            pen.blank(f"{column}{line.row}", Look.CHOICE)
        pen.blank(f"{layout.NOTE}{line.row}", Look.WORDS)
        tall = max(height(line.name, widths[NAME] - (4 if is_below else 2)), height(line.unit, widths[UNIT]))
        pen.sheet.row_dimensions[line.row].height = max(_LINE, tall)


def _texts(pen: Pen, structure: layout.Structure, widths: Mapping[str, float]) -> None:
    whole = sum(widths.values())
    if structure.texts:
        _section(
            pen,
            structure.texts[0].row - 2,
            "Phần trả lời bằng lời (viết ngắn, có dẫn chứng; xuống dòng bằng Alt+Enter)",
        )
    for line in structure.texts:
        pen.merge(TEXT, LAST, line.row - 1, Look.PLAIN)
        pen.text(f"{TEXT}{line.row - 1}", line.text, Look.PLAIN)
        pen.sheet.row_dimensions[line.row - 1].height = _LINE / 3 + height(line.text, whole)
        pen.merge(TEXT, LAST, line.row, Look.WORDS)
        pen.sheet.row_dimensions[line.row].height = _ANSWER_HEIGHT


def _reporter(pen: Pen, structure: layout.Structure) -> None:
    _section(pen, structure.reporter_row - 1, "Người lập biểu")
    for row, title in enumerate(layout.REPORTER_TITLES, structure.reporter_row):
        pen.text(f"{NAME}{row}", title, Look.PLAIN)
        pen.merge(layout.REPORTER, LAST, row, Look.WORDS)
        pen.sheet.row_dimensions[row].height = _LINE


def _section(pen: Pen, row: int, title: str) -> None:
    pen.merge(NUMBER, LAST, row, Look.SECTION)
    pen.text(f"{NUMBER}{row}", title, Look.SECTION)
    pen.sheet.row_dimensions[row].height = 1.5 * _LINE


def _lock(sheet: Any, structure: layout.Structure) -> None:
    """Without a password, so that a slip is caught and nobody is shut out."""
    sheet.freeze_panes = f"{NUMBER}{HEAD_ROW + 1}"
    first = f"{AMOUNT}{structure.figures[0].row}" if structure.figures else f"{TEXT}{structure.texts[0].row}"
    for selection in sheet.sheet_view.selection:
        selection.activeCell = selection.sqref = first
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    # Wider columns and higher rows hurt nothing, and help whoever writes much.
    sheet.protection.formatColumns = sheet.protection.formatRows = False
