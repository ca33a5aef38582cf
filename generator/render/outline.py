"""The outline: every kind's typed parts and free sections as one list of blocks with level, marker and runs.

Markers are text, so that they survive copying and a search sees them. What each kind prints, and in which order,
stands in `outline_plan` and its neighbours; how a block looks, in the styles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypedDict

from generator.model.content import Item, Passage, Section, Table, Titled
from generator.model.house import HouseStyle, ItemMarker, RomanSuffix
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.render.runs import Run, runs, without_emphasis
from generator.templates.pages import text_width
from generator.vietnamese.numbering import MarkerStyle, marker
from generator.vietnamese.unicode import upper

_HEADINGS = (Part.HEADING_DECIMAL, Part.HEADING_NESTED)


class TableBlock(TypedDict):
    columns: list[str]
    rows: list[list[str]]
    total: list[str]
    note: str
    room: int
    """Twips between the margins of its page."""


class Series(TypedDict):
    """The bars of one name: what each measures, in plain digits, and what is written at it; empty where none is."""

    name: str
    values: list[str]
    labels: list[str]


class ChartBlock(TypedDict):
    """Bars side by side, a row for each category."""

    title: str
    note: str
    """Under the title."""
    categories: list[str]
    series: list[Series]
    height: int
    """Twips; it is as wide as the text."""
    room: int


class Block(TypedDict):
    kind: str
    """`paragraph`, `table` or `chart`."""
    part: str
    style: str
    """The id of its paragraph style."""
    level: int
    """1 for `I-`, 2 for `1.`, 3 for `1.1.`, `(1)` and `a)`; 0 for text without a marker."""
    marker: str
    text: str
    """The words without marker and emphasis."""
    runs: list[Run]
    """The words in pieces of one formatting, the marker in front."""
    keep: bool
    """Stays on the page of what follows."""
    table: TableBlock | None
    chart: ChartBlock | None


class Outline:
    """Blocks in the making; the counters of the running numbers are in the arguments, never kept."""

    def __init__(
        self, profile: Profile, house: HouseStyle, declare: Callable[[str], str] = str, *, landscape: bool = False
    ) -> None:
        """`declare` sees every text once, in print order, and may add the declaration of an abbreviation."""
        self.room = text_width(profile, landscape)
        self._declare = declare
        self.blocks: list[Block] = []
        self._roman = _roman_style(profile, house)
        self._letters_for_subsections = profile.text("heading_nested.marker") == "{number})"
        default = ItemMarker.PARENTHESISED if profile.side == "party" else ItemMarker.LETTER
        self._items = MarkerStyle((house.item_marker or default).value)
        self._roman_in_capitals = profile.text("heading_roman.case") == "upper"

    # Headings

    def section(self, number: int, title: str) -> None:
        """`I- MỤC ĐÍCH, YÊU CẦU`."""
        title = upper(title) if self._roman_in_capitals else title
        self._add(Part.HEADING_ROMAN, 1, marker(self._roman, (number,)), title, is_title=True)

    def heading(self, number: int, title: str) -> None:
        """`1. Mục đích`, a line of its own."""
        self._add(Part.HEADING_DECIMAL, 2, marker(MarkerStyle.DECIMAL, (number,)), title, is_title=True)

    def clause(self, number: int, text: str) -> None:
        """`1. Các chi, đảng bộ … căn cứ …`, a paragraph with a number."""
        self._add(Part.CLAUSE, 2, marker(MarkerStyle.DECIMAL, (number,)), text)

    def paragraph(self, text: str) -> None:
        self._add(Part.BODY, 0, "", text)

    # Lists

    def numbered(self, items: Sequence[Item]) -> None:
        """`(1) …` or `a) …`, by the house style."""
        self._numbered(items, self._items, ())

    def bulleted(self, items: Sequence[Item]) -> None:
        self._bulleted(items, MarkerStyle.DASH, ())

    def _numbered(self, items: Sequence[Item], style: MarkerStyle, path: tuple[int, ...]) -> None:
        for number, item in enumerate(items, 1):
            self._item(item, marker(style, (number,)), Part.POINT, 3, path)

    def _bulleted(self, items: Sequence[Item], style: MarkerStyle, path: tuple[int, ...]) -> None:
        for item in items:
            self._item(item, marker(style, ()), Part.BODY, 4 if style is MarkerStyle.DASH else 5, path)

    def _subsections(self, items: Sequence[Item], path: tuple[int, ...], before: int) -> int:
        """`1. …` in a section itself, `1.1. …` under `1.`; letters where the regime has no nested numbers."""
        for number, item in enumerate(items, before + 1):
            inner = (*path, number)
            if path:
                style = MarkerStyle.LETTER if self._letters_for_subsections else MarkerStyle.NESTED
                part = Part.HEADING_NESTED if item.title else Part.CLAUSE
                self._item(item, marker(style, inner), part, 3, inner)
            else:
                part = Part.HEADING_DECIMAL if item.title else Part.CLAUSE
                self._item(item, marker(MarkerStyle.DECIMAL, inner), part, 2, inner)
        return before + len(items)

    def _item(self, item: Item, mark: str, part: Part, level: int, path: tuple[int, ...]) -> None:
        self._add(part, level, mark, item.title or item.text or "", is_title=part in _HEADINGS)
        self._passages(item.content, path)

    # Content

    def titled(self, number: int, titled: Titled, usual: str) -> None:
        """A heading with its own or its usual title, and what stands under it."""
        self.heading(number, titled.title or usual)
        self.passages(titled.content, parent=number)

    def passages(self, passages: Iterable[Passage], *, parent: int) -> None:
        """Free content; `parent` is the number of the heading that it stands under, 0 where there is none."""
        self._passages(passages, (parent,) if parent else ())

    def free(self, section: Section, before: int) -> int:
        """The free content of a section; its sub-sections are numbered on after `before`; the last number."""
        return self._passages(section.content, (), before)

    def _passages(self, passages: Iterable[Passage], path: tuple[int, ...], before: int = 0) -> int:
        """Content under the heading with the numbers of `path`; the number of its last sub-section."""
        for passage in passages:
            match passage:
                case Passage(text=str(text)):
                    self.paragraph(text)
                case Passage(sections=tuple(items)):
                    before = self._subsections(items, path, before)
                case Passage(numbered=tuple(items)):
                    self._numbered(items, self._items, path)
                case Passage(lettered=tuple(items)):
                    self._numbered(items, MarkerStyle.LETTER, path)
                case Passage(points=tuple(items)):
                    self._bulleted(items, MarkerStyle.DASH, path)
                case Passage(subpoints=tuple(items)):
                    self._bulleted(items, MarkerStyle.PLUS, path)
                case Passage(table=Table() as table):
                    self.table(table)
        return before

    def table(self, table: Table) -> None:
        content: TableBlock = {
            "columns": list(table.columns),
            "rows": [list(row) for row in table.rows],
            "total": list(table.total or ()),
            "note": table.note or "",
            "room": self.room,
        }
        self.blocks.append(_block("table", Part.TABLE, 0, "", "", content))

    def hold_tables(self) -> None:
        """A line right before a table stays on its page."""
        for line, after in pairwise(self.blocks):
            line["keep"] = line["keep"] or (line["kind"] == "paragraph" and after["kind"] == "table")

    def chart(self, chart: ChartBlock) -> None:
        """A chart in a paragraph of its own."""
        block = _block("chart", Part.TABLE, 0, "", "", None)
        self.blocks.append({**block, "chart": chart})

    def _add(self, part: Part, level: int, mark: str, text: str, *, is_title: bool = False) -> None:
        declared = text if is_title else self._declare(text)
        self.blocks.append(_block("paragraph", part, level, mark, declared, None))

    def finished(self, *, before_signature: bool, end_mark: str = ".") -> list[Block]:
        """All blocks; the last stays with the signature, so that this never stands alone on a page.

        `end_mark`: what the regime ends the text with in place of the full stop, `./.` on the State side.
        """
        if before_signature and self.blocks:
            last = self.blocks[-1]
            last["keep"] = True
            if last["text"].endswith(".") and not last["text"].endswith(("..", end_mark)):
                last["text"] = last["text"][:-1] + end_mark
                last["runs"][-1]["text"] = last["runs"][-1]["text"][:-1] + end_mark
        return self.blocks


def _block(kind: str, part: Part, level: int, mark: str, text: str, table: TableBlock | None) -> Block:
    return {
        "kind": kind,
        "part": part.value,
        "style": part.style_id,
        "level": level,
        "marker": mark,
        "text": without_emphasis(text),
        "runs": runs(f"{mark} {text}" if mark else text),
        "keep": False,
        "table": table,
        "chart": None,
    }


def _roman_style(profile: Profile, house: HouseStyle) -> MarkerStyle:
    """The house's choice where the regime leaves one, else the regime's."""
    wanted = {RomanSuffix.DASH: "{number}-", RomanSuffix.DOT: "{number}.", None: None}[house.roman_suffix]
    marker = str(profile.chosen("heading_roman.marker", wanted))
    return MarkerStyle.ROMAN_DASH if marker.endswith("-") else MarkerStyle.ROMAN_DOT
