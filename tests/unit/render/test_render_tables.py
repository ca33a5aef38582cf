"""Tables drawn as WordprocessingML: header rows that repeat, rows that stay whole, ends that stay with what follows."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.render.outline import TableBlock
from generator.render.tables import draw_table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLE: TableBlock = {
    "columns": ["STT", "Đơn vị", "Số buổi (buổi)"],
    "rows": [["1", "Đảng ủy phường A & B", "1.000"], ["2", "Đảng ủy phường C", ""]],
    "total": ["", "Tổng cộng", "1.000"],
    "note": "Số < 10 chưa tính.",
}


def drawn(keep: bool = False, **changes: object) -> etree._Element:
    table: TableBlock = {**TABLE, **changes}  # type: ignore[typeddict-item]
    return etree.fromstring(f'<w:body xmlns:w="{W}">{draw_table(table, keep=keep)}</w:body>')


def rows(body: etree._Element) -> list[etree._Element]:
    return list(body.iter(f"{{{W}}}tr"))


def text(element: etree._Element) -> list[str]:
    return ["".join(cell.itertext()) for cell in element.iter(f"{{{W}}}tc")]


def test_every_cell_says_what_was_given() -> None:
    assert [text(row) for row in rows(drawn())] == [TABLE["columns"], *TABLE["rows"], TABLE["total"]]


def test_only_the_first_row_repeats() -> None:
    assert [row.find(f"{{{W}}}trPr/{{{W}}}tblHeader") is not None for row in rows(drawn())] == [True] + [False] * 3


def test_no_row_splits() -> None:
    assert all(row.find(f"{{{W}}}trPr/{{{W}}}cantSplit") is not None for row in rows(drawn()))


@pytest.mark.parametrize(("keep", "kept"), [(False, [True, False, False, False]), (True, [True, False, False, True])])
def test_the_header_stays_with_the_first_row_and_the_end_with_what_follows(keep: bool, kept: list[bool]) -> None:
    assert [next(row.iter(f"{{{W}}}keepNext"), None) is not None for row in rows(drawn(keep))] == kept


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize("note", ["", "Ghi chú"])
def test_the_line_after_it_keeps_too(note: str, keep: bool) -> None:
    after = drawn(keep, note=note)[-1]
    assert after.tag == f"{{{W}}}p"
    assert (next(after.iter(f"{{{W}}}keepNext"), None) is not None) is keep


def test_the_grid_has_a_column_for_each_and_the_widest_text_the_widest() -> None:
    widths = [int(column.get(f"{{{W}}}w", "0")) for column in drawn().iter(f"{{{W}}}gridCol")]
    assert len(widths) == 3
    assert max(widths) == widths[1]


@pytest.mark.parametrize(
    ("cell", "alignment"), [("1", "center"), ("1.000", "center"), ("12,5", "center"), ("-", "center"), ("Xã A", "left")]
)
def test_figures_stand_in_the_middle_and_words_at_the_left(cell: str, alignment: str) -> None:
    last = rows(drawn(rows=[["1", "x", cell]], total=[]))[-1]
    assert [jc.get(f"{{{W}}}val") for jc in last.iter(f"{{{W}}}jc")][-1] == alignment


def widths(**changes: object) -> list[float]:
    """Millimetres a column."""
    return [int(column.get(f"{{{W}}}w", "0")) / 1440 * 25.4 for column in drawn(**changes).iter(f"{{{W}}}gridCol")]  # type: ignore[arg-type]


UPRIGHT, TURNED = 9354, 14003


@pytest.mark.parametrize("room", [UPRIGHT, TURNED])
def test_numbers_stand_in_narrow_columns_and_words_have_the_rest(room: int) -> None:
    columns = ["STT", "Đơn vị", "Số buổi", "Số người dự"]
    made = widths(columns=columns, rows=[["1", "Xã A", "1.000", "-"], ["2", "Xã B", "", ""]], total=[], room=room)
    assert sum(made) == pytest.approx(room / 1440 * 25.4, abs=0.1)
    assert made[0] < 14
    assert made[2] <= 20
    assert made[3] <= 20
    assert made[1] > sum(made) / 2


def test_a_table_of_numbers_alone_shares_its_room() -> None:
    made = widths(columns=["STT", "Buổi", "Lượt"], rows=[["1", "10", "20"]], total=[], room=UPRIGHT)
    assert made[0] < 14
    assert made[1] == pytest.approx(made[2], rel=0.2)


def test_more_words_than_fit_share_the_page() -> None:
    made = widths(columns=["Tổngsốlượtngườidự"] * 8, rows=[["1"] * 8], total=[], room=UPRIGHT)
    assert sum(made) == pytest.approx(165, abs=0.2)


def test_words_keep_off_the_borders() -> None:
    (margins,) = drawn().iter(f"{{{W}}}tblCellMar")
    assert {side.tag.rpartition("}")[2]: side.get(f"{{{W}}}w") for side in margins} == {
        "top": "40",
        "left": "85",
        "bottom": "40",
        "right": "85",
    }
