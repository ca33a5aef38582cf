"""A roster that is a table: every form gives the same units, and every fault has its cell or line."""

from __future__ import annotations

import datetime
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_tables import GROUPS, ROWS, TABLE, TITLES, put_csv, put_workbook, with_cells

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.errors import GeneratorError
from generator.sources import cells, tables, workbook
from generator.sources.load import examine, load_workspace, open_plan
from generator.workspace import Workspace

Put = Callable[[Workspace], Path]

FORMS: dict[str, Put] = {
    "xlsx": put_workbook,
    "csv": put_csv,
    "csv-mark": lambda workspace: put_csv(workspace, encoding="utf-8-sig"),
    "csv-semicolon": lambda workspace: put_csv(workspace, separator=";"),
    "csv-tab": lambda workspace: put_csv(workspace, separator="\t"),
    "columns-turned": lambda workspace: put_workbook(workspace, [row[::-1] for row in TABLE]),
    "blank-rows": lambda workspace: put_csv(workspace, [[], TITLES, [""] * 9, ROWS[0], [], [" "], ROWS[1]]),
    "numbered": lambda workspace: put_workbook(workspace, [("STT", *TITLES), (1, *ROWS[0]), (2, *ROWS[1])]),
}


HEADING = [["DANH SÁCH ĐƠN VỊ"], [], ["Ngày 01/3/2025", "", "Mã đơn vị"]]
NOTES = [[], ["", "", "Ghi chú: lấy theo danh sách năm 2024"], ["Người lập biểu", "", "", "", "Trưởng ban"]]


def merge_heading(sheet: Any) -> None:
    sheet.merge_cells("A1:F1")


def number_among_notes(sheet: Any) -> None:
    merge_heading(sheet)
    sheet.cell(sheet.max_row + 1, 4).value = 45292


FORMS |= {
    "heading": lambda workspace: put_workbook(workspace, [*HEADING, *TABLE], merge_heading),
    "heading-csv": lambda workspace: put_csv(workspace, [*HEADING, *TABLE], separator=";"),
}


@pytest.fixture
def typed(workspace: Workspace) -> Any:
    """The units and groups of the small workspace, with what only the tables say."""
    units = load_workspace(workspace).units_file
    return {unit.id: unit.name for unit in units.units}, units.groups


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_the_same_roster(workspace: Workspace, typed: Any, form: str) -> None:
    FORMS[form](workspace)
    loaded, _plan = open_plan(workspace, workspace.plans / "ke-hoach.yaml")
    units = loaded.units_file
    assert ({unit.id: unit.name for unit in units.units}, units.groups) == typed
    assert loaded.warnings == ()
    assert [row.id for row in loaded.roster.rows()] == ["chi-bo-mot", "chi-bo-hai"]
    one = loaded.unit("chi-bo-mot")
    assert (one.level, one.signers[0].id, one.recipients) != (None, "", {})


PUT_NOTES: list[Put] = [
    lambda workspace: put_workbook(workspace, [*HEADING, *TABLE, *NOTES], number_among_notes),
    lambda workspace: put_csv(workspace, [*HEADING, *TABLE, *NOTES]),
]


@pytest.mark.parametrize("put", PUT_NOTES)
def test_notes_below_the_table_are_told_once(workspace: Workspace, put: Put) -> None:
    put(workspace)
    loaded = load_workspace(workspace)
    assert [row.id for row in loaded.roster.rows()] == ["chi-bo-mot", "chi-bo-hai"]
    assert [(each.code, each.severity) for each in loaded.warnings] == [("data/note-row", Severity.WARNING)]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("chi-bo-ba",), "data/missing-field"),
        (("", "Chi bộ Ba"), "data/missing-field"),
        (("", "", "Đảng", "", "Chi bộ Ba"), "data/missing-field"),
    ],
)
def test_a_unit_that_is_only_begun_is_no_note(workspace: Workspace, cells: tuple[str, ...], code: str) -> None:
    put_workbook(workspace, [*TABLE, cells])
    assert {each[0] for each in examined(workspace) if "units" in str(each[1])} == {code}


def codes(findings: tuple[Diagnostic, ...]) -> list[tuple[str, str | int | None]]:
    return [(each.code, each.where.cell or each.where.line) for each in findings]


def examined(workspace: Workspace) -> list[tuple[str, str | int | None]]:
    return codes(examine(workspace, ()))


# what is changed: row of the sheet, title, value; the code of the one finding
CELLS = [
    (2, "id", "Chi bộ 1", "data/wrong-form"),
    (2, "id", "con", "data/reserved-name"),
    (2, "id", "x" * 81, "data/too-long"),
    (3, "id", "chi-bo-mot", "data/duplicate-id"),
    (2, "id", "dang-uy-xa-mau", "data/duplicate-id"),
    (2, "name", "", "data/missing-field"),
    (2, "name", " \u00a0 ", "data/missing-field"),
    (2, "name", "Chi bộ ‹tên›", "data/placeholder"),
    (2, "name", "Chi bộ\nMột", "data/line-break"),
    (2, "name", "Chi bộ\u200b Một", "data/invisible-character"),
    (2, "side", "Đản", "data/unknown-value"),
    (2, "level", "xóm", "data/unknown-value"),
    (2, "header.name", "", "data/missing-field"),
    (2, "symbol", "x" * 21, "data/too-long"),
    (2, "parent", "chi-bo-ba", "data/unknown-unit"),
    (2, "parent", "chi-bo-mot", "data/parent-circle"),
    (2, "signer.id", "Bí thư", "data/wrong-form"),
    (2, "recipients.report", "Đảng ủy xã [khong-co]", "data/unknown-unit"),
    (2, "recipients.report", "Nơi nhận:\nĐảng ủy xã", "data/typed-recipient"),
    (2, "recipients.report", "Đảng ủy xã; Lưu: VT", "data/typed-recipient"),
    (2, "recipients.report", "Đảng ủy xã; Lưu Văn phòng", "data/typed-recipient"),
    (2, "recipients.report", "Đảng ủy xã,\nChi bộ Hai", "data/typed-recipient"),
    (2, "parent", "Chi bộ Ba", "data/unknown-unit"),
    (2, "signer.position", "Bí thư\nPhó Bí thư", "data/line-break"),
]
COLUMNS = "ABCDEFGHIJKLM"


@pytest.mark.parametrize(("row", "title", "value", "code"), CELLS)
def test_one_wrong_cell(workspace: Workspace, row: int, title: str, value: str, code: str) -> None:
    put_workbook(workspace, with_cells({(row, title): value}))
    found = [one for one in examined(workspace) if "groups" not in str(one[1])]
    assert found == [(code, f"units!{COLUMNS[TITLES.index(title)]}{row}")]


@pytest.mark.parametrize(("row", "title", "value", "code"), CELLS)
def test_one_wrong_line(workspace: Workspace, row: int, title: str, value: str, code: str) -> None:
    put_csv(workspace, with_cells({(row, title): value}))
    found = [one for one in examine(workspace, ()) if one.where.file and one.where.file.name == "units.csv"]
    assert codes(tuple(found)) == [(code, row)]


@pytest.mark.parametrize(
    ("typed", "form", "of"),
    [
        ("thay mặt: Đảng ủy", "on_behalf", "Đảng ủy"),
        ("TM. Đảng ủy", "on_behalf", "Đảng ủy"),
        ("T/M Đảng ủy", "on_behalf", "Đảng ủy"),
        ("tm.Đảng ủy", "on_behalf", "Đảng ủy"),
        ("KT. Chủ tịch", "for_superior", "Chủ tịch"),
        ("T/L Ban Thường vụ", "by_order", "Ban Thường vụ"),
        ("TUQ. Chủ tịch", "authorised", "Chủ tịch"),
        ("Q. Trưởng ban", "acting", "Trưởng ban"),
    ],
)
def test_how_a_person_signs_as_it_is_printed(typed: str, form: str, of: str) -> None:
    assert cells.authorities(typed) == [{"form": form, "of": of}]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("TM.", "data/missing-authority"),
        ("KT", "data/missing-authority"),
        ("ký thay:", "data/missing-authority"),
        ("thay", "data/unknown-value"),
    ],
)
def test_one_finding_for_a_way_of_signing(workspace: Workspace, typed: str, code: str) -> None:
    columns = ("signer.authority", typed, "")
    put_workbook(workspace, [[*row, added] for row, added in zip(TABLE, columns, strict=True)])
    assert [each[0] for each in examined(workspace) if "units" in str(each[1])] == [code]


@pytest.mark.parametrize("typed", ["Văn A; Thị B", "Nguyễn Văn A, Trần Thị B", "Văn A / Thị B"])
def test_two_signers_in_one_cell(workspace: Workspace, typed: str) -> None:
    put_workbook(workspace, [[*row, added] for row, added in zip(TABLE, ("signer.name", typed, ""), strict=True)])
    assert [each[0] for each in examined(workspace)] == ["data/several-signers"]


@pytest.mark.parametrize("typed", ["- Đảng ủy xã", "-Đảng ủy xã", "– - Đảng ủy xã", "+ Đảng ủy xã"])
def test_the_dash_before_a_recipient_is_the_programs(typed: str) -> None:
    assert cells.recipients(f"{typed};\nNhư trên") == [{"text": "Đảng ủy xã"}, {"text": "Như trên"}]


@pytest.mark.parametrize(
    ("title", "value", "field", "word"),
    [
        ("side", "Chính quyền", "side", "state"),
        ("level", "Phường", "level", "commune"),
        ("level", "quận", "level", "district"),
    ],
)
def test_other_words_for_what_a_list_offers(
    workspace: Workspace, title: str, value: str, field: str, word: str
) -> None:
    put_workbook(workspace, with_cells({(2, title): value}))
    assert getattr(load_workspace(workspace).unit("chi-bo-mot"), field).value == word


@pytest.mark.parametrize(("title", "offered"), [("side", "Đảng, Nhà nước"), ("level", "Trung ương, Tỉnh, Huyện")])
def test_a_wrong_choice_names_what_the_table_offers(workspace: Workspace, title: str, offered: str) -> None:
    put_workbook(workspace, with_cells({(2, title): "zzz"}))
    assert [str(one.expected)[: len(offered)] for one in examine(workspace, ())] == [offered]


def test_members_of_a_group_parted_by_commas(workspace: Workspace) -> None:
    put_workbook(
        workspace, change=lambda sheet: sheet.parent["groups"].append(("hai", "Hai", "chi-bo-mot, chi-bo-hai"))
    )
    assert load_workspace(workspace).units_file.groups[-1].members == ("chi-bo-mot", "chi-bo-hai")


def test_all_faults_at_once(workspace: Workspace) -> None:
    put_workbook(workspace, with_cells({(2, "name"): "", (2, "side"): "x", (3, "symbol"): "", (3, "parent"): "y"}))
    assert {cell for _code, cell in examined(workspace)} == {"units!B2", "units!C2", "units!G3", "units!J3"}


TITLE_FAULTS = [
    ("header.nam", "data/unknown-title", "header.name"),
    ("Tên đầu trang", "data/unknown-title", "Tên ở đầu trang"),
    ("zzz", "data/unknown-title", "vanthu unit table"),
    ("name", "data/duplicate-title", "một trong hai"),
]


@pytest.mark.parametrize(("title", "code", "hint"), TITLE_FAULTS)
def test_a_wrong_title_names_the_nearest(workspace: Workspace, title: str, code: str, hint: str) -> None:
    put_workbook(workspace, [(*TITLES, title), *ROWS])
    (found,) = examine(workspace, ())
    assert (found.code, found.where.cell) == (code, "units!N1")
    assert hint in (found.hint or "")


@pytest.mark.parametrize("title", ["Tên", "TÊN", "ten", "Name", " tên ", "Te\u0302n"])
def test_a_title_however_it_is_typed(workspace: Workspace, title: str) -> None:
    put_csv(workspace, [[title if each == "name" else each for each in TITLES], *ROWS])
    assert examined(workspace) == []


def test_a_missing_column_is_told_once(workspace: Workspace) -> None:
    put_workbook(workspace, [row[:2] + row[3:] for row in TABLE])
    (found,) = examine(workspace, ())
    assert (found.code, found.where.cell) == ("data/missing-column", "units!A1")
    assert "Khối" in found.message


# ----- what a spreadsheet makes of what was typed


def set_cell(place: str, value: Any) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        sheet[place] = value

    return change


def hide_row(sheet: Any) -> None:
    sheet.row_dimensions[3].hidden = True


def hide_column(sheet: Any) -> None:
    sheet.column_dimensions["D"].hidden = True


SPOILED: list[tuple[Callable[[Any], None], str, str]] = [
    (set_cell("B2", 12345678901234567), "data/cell-not-text", "units!B2"),
    (set_cell("G2", 912345678), "data/cell-not-text", "units!G2"),
    (set_cell("H2", 2.5), "data/cell-not-text", "units!H2"),
    (set_cell("B2", datetime.date(2026, 3, 2)), "data/cell-not-text", "units!B2"),
    (set_cell("B2", True), "data/cell-not-text", "units!B2"),
    (set_cell("B2", "=A1&B1"), "data/cell-not-text", "units!B2"),
    (set_cell("B2", '="Chi bộ"&" Một"'), "data/cell-not-text", "units!B2"),
    (set_cell("B2", "=HYPERLINK(A1)"), "data/cell-not-text", "units!B2"),
    (set_cell("B2", "#REF!"), "data/cell-not-text", "units!B2"),
    (lambda sheet: sheet.merge_cells("H2:H3"), "data/cell-not-text", "units!H2"),
    (set_cell("XFD1048576", "x"), "data/cell-not-text", "units!XFD1048576"),
    (set_cell("C1048576", "x"), "data/cell-not-text", "units!M1048576"),
]


@pytest.mark.parametrize(("change", "code", "cell"), SPOILED)
def test_what_a_spreadsheet_has_changed_is_refused(
    workspace: Workspace, change: Callable[[Any], None], code: str, cell: str
) -> None:
    put_workbook(workspace, change=change)
    found = [one for one in examine(workspace, ()) if one.code == code]
    assert [(one.where.cell, one.severity) for one in found] == [(cell, Severity.ERROR)]


@pytest.mark.parametrize(("change", "cell"), [(hide_row, "units!A3"), (hide_column, "units!D1")])
def test_what_is_hidden_is_read_and_told(workspace: Workspace, change: Callable[[Any], None], cell: str) -> None:
    put_workbook(workspace, change=change)
    loaded = load_workspace(workspace)
    assert loaded.roster.count == 2
    assert [(one.code, one.where.cell) for one in loaded.warnings] == [("data/hidden-cells", cell)]


KEPT = [
    "001203004567", "0912345678", "12:30", "no", "1/2", "01/3/2026", "12345678901234567", "1e5", "=1+1", "+84", "-x",
    "@ai", "'=1", "''", "TRUE", "NULL", "~", "_x000D_", "a_x0041_b", "A & B < C > D", "“x”", 'a"b', "a;b", "a,b", "🙂",
    "{{ x }}", "{% if %}", "]]>", "&amp;", "đ̣", "\u0111\u0323",
]  # fmt: skip


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_texts_are_kept_exactly(workspace: Workspace, form: str) -> None:
    rows = [[f"don-vi-{n}", text, *ROWS[1][2:4], text, text, *ROWS[1][6:]] for n, text in enumerate(KEPT)]
    table = [TITLES, *rows]
    if form == "xlsx":
        put_workbook(workspace, table, lambda sheet: as_text(sheet))
    else:
        put_csv(workspace, [[guarded(cell) for cell in row] for row in table])
    loaded = tables.open_table(workspace.rosters()[0]).units.units
    assert [unit.name for unit in loaded] == KEPT
    assert [unit.header.name for unit in loaded] == [(text,) for text in KEPT]


def as_text(sheet: Any) -> None:
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if cell.value is not None:
                cell.value = str(cell.value).replace("_x", "_x005F_x")
                cell.data_type = "s"


def guarded(cell: str) -> str:
    """As a spreadsheet wants it that is not to take a text for a formula."""
    return f"'{cell}" if cell.lstrip("'")[:1] in tuple("=+-@") and cell.lstrip("'") else cell


def test_a_text_that_no_cell_keeps_is_refused(workspace: Workspace) -> None:
    file = put_workbook(workspace, with_cells({(2, "archive"): "MARK"}))
    replace_in_sheet(file, b"MARK", b"x" * 40_000)
    (found,) = examine(workspace, ())
    assert (found.code, found.where.cell) == ("data/cell-not-text", "units!I2")


def replace_in_sheet(file: Path, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(old, new))


# ----- files that are none


def bomb(file: Path) -> None:
    replace_in_sheet(file, b"bi-thu-mot", b"x" * 60_000_000)


def entity(file: Path) -> None:
    replace_in_sheet(file, b"<worksheet", b'<!DOCTYPE a [<!ENTITY x "y">]><worksheet')


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for place in range(400, len(content) - 400, 97):
        content[place] ^= 0x55
    file.write_bytes(content)


def as_docx(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<x/>")


def no_zip(file: Path) -> None:
    file.write_text("units: []", encoding="utf-8")


def old_excel(file: Path) -> None:
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def is_empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("spoil", [bomb, entity, cut, flip, as_docx, no_zip, old_excel, is_empty])
def test_what_is_no_workbook_is_told_in_one_message(workspace: Workspace, spoil: Callable[[Path], None]) -> None:
    spoil(put_workbook(workspace))
    assert [one.code for one in examine(workspace, ())] == ["data/unreadable-workbook"]


WRONG_CSV = [
    ("utf-16", "data/not-utf8"),
    ("cp1258", "data/not-utf8"),
]


@pytest.mark.parametrize(("encoding", "code"), WRONG_CSV)
def test_a_wrong_encoding_is_told(workspace: Workspace, encoding: str, code: str) -> None:
    file = put_csv(workspace)
    text = file.read_text(encoding="utf-8")
    file.write_bytes(text.encode(encoding, "replace"))
    found = examine(workspace, ())
    assert [one.code for one in found] == [code]
    assert "CSV UTF-8" in str(found[0].hint)


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ('id,name\na,"b\n', "data/csv-syntax", 2),
        ('id,name\na,"b"c\n', "data/csv-syntax", 2),
        ("", "data/empty-file", None),
        ("\n\n ,\n", "data/empty-file", None),
        ("PK\x03\x04 xxxx", "data/not-text", None),
    ],
)
def test_what_is_no_csv(workspace: Workspace, content: str, code: str, line: int | None) -> None:
    put_csv(workspace).write_text(content, encoding="utf-8")
    assert [(one.code, one.where.line) for one in examine(workspace, ())] == [(code, line)]


def test_a_text_beyond_the_titles(workspace: Workspace) -> None:
    put_csv(workspace, [TITLES, (*ROWS[0], "", "thừa"), ROWS[1]])
    assert examined(workspace) == [("data/row-width", 2)]


def test_two_rosters_are_one_too_many(workspace: Workspace) -> None:
    text = workspace.units_file.read_bytes()
    put_workbook(workspace)
    put_csv(workspace)
    workspace.units_file.write_bytes(text)
    (found,) = examine(workspace, ())
    assert found.code == "data/several-rosters"
    assert all(name in found.message for name in ("units.yaml", "units.xlsx", "units.csv"))


def test_a_file_that_changes_meanwhile_is_not_read_on(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "SMALL", 0)
    file = put_csv(workspace)
    roster = load_workspace(workspace).roster
    os.utime(file, (1, 1))
    with pytest.raises(GeneratorError, match=r"units\.csv"):
        list(roster.rows())


def test_the_folder_of_a_large_workbook_is_gone_afterwards(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / "tạm"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    monkeypatch.setattr(tables, "SMALL", 0)
    monkeypatch.setattr(workbook, "SMALL", 0)
    put_workbook(workspace)
    roster = load_workspace(workspace).roster
    assert [roster.reader.unit(row).name for row in roster.rows()] == ["Chi bộ Một", "Chi bộ Hai"]
    assert len([*place.iterdir()]) == 1
    del roster
    assert [*place.iterdir()] == []


def test_groups_are_members_of_the_second_sheet(workspace: Workspace) -> None:
    put_workbook(workspace)
    loaded = load_workspace(workspace)
    assert [unit.id for unit in loaded.members(GROUPS[1][0])] == ["chi-bo-mot", "chi-bo-hai"]
    with pytest.raises(Faulty) as raised:
        loaded.unit("cac-chi-bo")
    assert raised.value.diagnostics[0].where.cell == "groups!A2"
