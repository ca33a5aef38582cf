"""What is wrong with a table as such, in words: its titles, cells that are no text, ids and parents of its rows.

It finds nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _, mark
from generator.sources.columns import Column, nearest_title
from generator.sources.roster import Row
from generator.sources.table_text import Places, letters
from generator.sources.workbook_look import LONGEST, MOST_COLUMNS, Trouble

_AS_TEXT = mark("định dạng ô (hay cả cột) là Văn bản (Text) rồi gõ lại nội dung")
_RETYPE = mark("gõ nội dung vào ô thay cho công thức")
_SHEET = mark("chép bảng sang một sổ tính mới bằng “vanthu unit table -o units.xlsx” rồi dán giá trị")
_UNREADABLE = {
    "old": (
        mark("đây là tệp Excel kiểu cũ, hoặc có mật khẩu"),
        mark("mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx"),
    ),
    "locked": (mark("tệp có mật khẩu"), mark("mở bằng Excel, bỏ mật khẩu, lưu lại")),
    "other": (mark("đây không phải tệp Excel .xlsx"), mark("lưu lại từ Excel: Lưu thành… → Excel Workbook (.xlsx)")),
    "large": (mark("tệp khi mở ra lớn bất thường, không đọc"), mark("lưu bảng thành units.csv (CSV UTF-8)")),
    "memory": (mark("không đủ bộ nhớ để đọc tệp"), mark("lưu bảng thành units.csv (CSV UTF-8)")),
    "twice": (mark("tệp bị hỏng: có hai phần cùng tên"), _SHEET),
    "doctype": (mark("tệp có phần khai báo mà Excel không bao giờ ghi, không đọc"), _SHEET),
    "broken": (mark("tệp bị hỏng, không đọc được"), mark("mở bằng Excel và lưu lại, hoặc chép nội dung sang tệp mới")),
}
_CELLS = {
    "number": (
        mark("ô này là số hay ngày ({detail}), không phải chữ: Excel có thể đã đổi nội dung (mất số 0 ở đầu …)"),
        _AS_TEXT,
    ),
    "truth": (mark("ô này là giá trị đúng/sai, không phải chữ"), _AS_TEXT),
    "error": (mark("công thức trong ô báo lỗi {detail}"), _RETYPE),
    "no-value": (mark("công thức trong ô chưa có kết quả"), mark("mở bằng Excel rồi lưu lại, hoặc gõ nội dung vào ô")),
    "merged": (mark("các ô {detail} bị gộp: chỉ ô đầu còn nội dung"), mark("bỏ gộp ô, ghi nội dung vào từng ô")),
    "far": (mark("có nội dung ở cột xa hơn cột thứ {columns}"), mark("xóa ô này, hoặc chép bảng sang tệp mới")),
    "scattered": (mark("có nội dung ở dòng rất xa bảng"), mark("xóa ô này, hoặc chép bảng sang tệp mới")),
    "long": (mark("ô có {detail} ký tự; Excel chỉ giữ {longest}"), mark("rút ngắn lại")),
}
_FOR_ALL = frozenset(("merged", "far", "scattered"))


def troubles(found: list[Trouble], file: Path, unread: Mapping[str, frozenset[int]]) -> Iterator[Diagnostic]:
    """Of a workbook; what stands in a column of a sheet that is not read matters only where it spoils the sheet."""
    for one in found:
        if one.kind == "unreadable":
            message, hint = _UNREADABLE[one.detail]
            yield Diagnostic("data/unreadable-workbook", _(message), Location(file), hint=_(hint))
        elif one.kind in _CELLS and (one.kind in _FOR_ALL or one.column not in unread.get(one.sheet, frozenset())):
            message, hint = _CELLS[one.kind]
            where = Location(file, cell=f"{one.sheet}!{letters(one.column)}{one.row}")
            text = _(message).format(detail=one.detail, columns=MOST_COLUMNS, longest=LONGEST)
            yield Diagnostic("data/cell-not-text", text, where, hint=_(hint))
    yield from _hidden(found, file)


def _hidden(found: list[Trouble], file: Path) -> Iterator[Diagnostic]:
    """Told once a sheet: a filter hides many."""
    messages = {
        "hidden-row": _("bảng có dòng ẩn (hay đang lọc); chương trình vẫn đọc cả các dòng đó"),
        "hidden-column": _("bảng có cột ẩn; chương trình vẫn đọc cả các cột đó"),
    }
    told: set[tuple[str, str]] = set()
    for one in found:
        if one.kind in messages and (one.sheet, one.kind) not in told:
            told.add((one.sheet, one.kind))
            where = Location(file, cell=f"{one.sheet}!{letters(one.column)}{one.row}")
            hint = _("bỏ ẩn để xem; không dùng thì xóa hẳn")
            yield Diagnostic("data/hidden-cells", messages[one.kind], where, Severity.WARNING, hint=hint)


def unknown_title(title: str, columns: Mapping[str, Column], where: Location) -> Diagnostic:
    near = nearest_title(title, columns)
    hint = _("xem các tiêu đề bằng “vanthu unit table -o mau.xlsx”; cột không dùng thì đặt tên “Ghi chú”")
    if near:
        hint = _("có phải là “{name}”?").format(name=near)
    return Diagnostic("data/unknown-title", _("không có cột “{title}”").format(title=title), where, hint=hint)


def title_twice(title: str, other: Location, where: Location) -> Diagnostic:
    place = other.cell or _("cột trước")
    message = _("cột “{title}” trùng với {place}").format(title=title, place=place)
    return Diagnostic("data/duplicate-title", message, where, hint=_("bỏ một trong hai cột"))


def missing_column(column: Column, where: Location) -> Diagnostic:
    message = _("bảng thiếu cột “{title}” ({field})").format(title=column.title, field=column.field)
    return Diagnostic(
        "data/missing-column", message, where, hint=_("thêm cột này; trên các đơn vị là một dòng tiêu đề các cột")
    )


def no_titles(where: Location) -> Diagnostic:
    message = _("bảng chưa có dòng tiêu đề")
    return Diagnostic("data/empty-file", message, where, hint=_("xem bảng mẫu bằng “vanthu unit table -o mau.xlsx”"))


def notes_below(count: int, where: Location) -> Diagnostic:
    message = _("{count} dòng dưới bảng không phải là đơn vị nên không được đọc").format(count=count)
    hint = _("nếu là đơn vị thì ghi tên vào cột “Tên”; là ghi chú thì để yên được")
    return Diagnostic("data/note-row", message, where, Severity.WARNING, hint=hint)


def too_wide(where: Location) -> Diagnostic:
    message = _("dòng này có nội dung ở ngoài các cột có tiêu đề")
    hint = _("ghi tiêu đề cho cột đó, hoặc xóa nội dung thừa; CSV: ô có dấu ngăn cột phải nằm trong ngoặc kép")
    return Diagnostic("data/row-width", message, where, hint=hint)


def twice(row: Row, first: Row, places: Places, *, made: bool) -> Diagnostic:
    message = _("mã “{name}” đã dùng ở dòng {line}").format(name=row.id, line=first.line)
    hint = _("đặt mã khác")
    if made:
        message = _("đơn vị này trùng tên với đơn vị ở dòng {line}").format(line=first.line)
        hint = _("ghi mã khác nhau cho hai đơn vị, hoặc bỏ một dòng")
    return Diagnostic("data/duplicate-id", message, places.at(row.line, "id"), hint=hint)


def office_id(row: Row, places: Places) -> Diagnostic:
    message = _("mã “{name}” là của cơ quan trong vanthu.yaml").format(name=row.id)
    return Diagnostic("data/duplicate-id", message, places.at(row.line, "id"), hint=_("đặt mã khác"))


def circle(ids: list[str], where: Location) -> Diagnostic:
    """Units that stand above one another."""
    ring = " → ".join([*ids[:6], "…"] if len(ids) > 6 else [*ids, ids[0]])
    message = _("đơn vị cấp trên đi vòng: {ring}").format(ring=ring)
    return Diagnostic("data/parent-circle", message, where, hint=_("sửa hoặc bỏ một mã đơn vị cấp trên"))


def several_rosters(files: tuple[Path, ...]) -> Diagnostic:
    names = ", ".join(file.name for file in files)
    message = _("danh sách đơn vị có nhiều tệp: {names}").format(names=names)
    return Diagnostic("data/several-rosters", message, Location(files[0]), hint=_("giữ một tệp, cất các tệp kia đi"))
