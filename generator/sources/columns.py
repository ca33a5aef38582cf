"""The columns of a roster that is a table: their titles in Vietnamese and as fields, what they hold, their choices.

It reads and writes no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from generator.messages import mark
from generator.model.kinds import Kind
from generator.vietnamese.unicode import compose, nearest, without_marks

UNITS_SHEET, GROUPS_SHEET = "units", "groups"
MOST_SIGNERS = 9


class Shape(Enum):
    """How the text of a cell is to be read."""

    TEXT = "text"
    LINES = "lines"
    """Parted by line breaks alone."""
    LIST = "list"
    """Parted by line breaks, else by semicolons."""
    AUTHORITY = "authority"
    RECIPIENTS = "recipients"


@dataclass(frozen=True, slots=True)
class Column:
    field: str
    title: str
    """In Vietnamese, whatever language is spoken: it is data."""
    note: str
    width: int = 18
    shape: Shape = Shape.TEXT
    choices: Mapping[str, str] | None = None
    """The word of the model for each word that is offered."""
    needed: bool = False


SIDES = {"Đảng": "party", "Nhà nước": "state"}
_ALSO = {
    "Chính quyền": "state",
    "Quận": "district",
    "Thị xã": "district",
    "Phường": "commune",
    "Thị trấn": "commune",
    "Đặc khu": "commune",
}
"""What people type besides what a list offers; each means a word of one column alone."""
LEVELS = {
    "Trung ương": "central",
    "Tỉnh": "province",
    "Huyện": "district",
    "Xã": "commune",
    "Cơ sở": "grassroots",
    "Chi bộ": "cell",
    "Đại hội": "congress",
}
_KINDS = {
    Kind.PLAN: "kế hoạch",
    Kind.GUIDANCE: "hướng dẫn",
    Kind.SLOGANS: "khẩu hiệu",
    Kind.REPORT: "báo cáo",
    Kind.DIRECTIVE: "chỉ thị",
    Kind.DISPATCH: "công văn",
    Kind.MINUTES: "biên bản",
}
_LINES = mark("xuống dòng trong ô bằng Alt+Enter để ngắt dòng khi in")
_RECIPIENTS = mark(
    "mỗi nơi một dòng (Alt+Enter) hoặc ngăn bằng dấu “;”; mục đích trong ngoặc: Thường trực Quận ủy (để b/c); mã "
    "đơn vị mà dòng đó gửi tới trong ngoặc vuông, ở cuối"
)

_BEFORE = (
    Column("id", "Mã", mark("chữ thường không dấu, số, gạch nối; để trống thì chương trình tự đặt theo tên"), 30),
    Column("name", "Tên", mark("tên đầy đủ, như viết trong câu"), 36, needed=True),
    Column("side", "Khối", mark("Đảng hoặc Nhà nước"), 10, choices=SIDES, needed=True),
    Column("level", "Cấp", mark("chọn trong danh sách; không rõ thì để trống"), 12, choices=LEVELS),
    Column("parent", "Mã đơn vị cấp trên", mark("mã của đơn vị cấp trên trong bảng này, hoặc mã của cơ quan"), 30),
    Column("header.parent", "Cơ quan cấp trên ở đầu trang", _LINES, 34, Shape.LINES),
    Column("header.name", "Tên ở đầu trang", _LINES, 34, Shape.LINES, needed=True),
    Column("issuing_body", "Chủ thể ban hành", mark("ai ban hành văn bản, như viết trong câu"), 30, needed=True),
    Column("symbol", "Ký hiệu", mark("ký hiệu trong số văn bản: ĐU, CB, UBND"), 10, needed=True),
    Column("place", "Địa danh", mark("địa danh trước ngày, tháng, năm"), 18, needed=True),
    Column("archive", "Nơi lưu", mark("in sau chữ “Lưu”"), 22, needed=True),
    Column("drafting_unit", "Ký hiệu đơn vị soạn thảo", mark("chỉ cơ quan nhà nước: VX trong 12/UBND-VX"), 14),
    Column("aliases", "Tên gọi khác", mark("ngăn bằng dấu “;” hoặc xuống dòng"), 24, Shape.LIST),
)
_SIGNER = (
    ("name", "Họ tên {signer}", mark("chưa biết thì để trống, chỗ ký in trống"), Shape.TEXT),
    ("position", "Chức vụ {signer}", mark("như in dưới hình thức ký"), Shape.TEXT),
    (
        "authority",
        "Hình thức ký của {signer}",
        mark("thay mặt: Đảng ủy · ký thay: … · thừa lệnh: … · thừa ủy quyền: … · quyền cấp trưởng: …"),
        Shape.AUTHORITY,
    ),
    ("id", "Mã {signer}", mark("để trống thì lấy theo chức vụ"), Shape.TEXT),
    ("concurrent", "Chức vụ kiêm của {signer}", mark("ở ban chỉ đạo, hội đồng không có con dấu riêng"), Shape.TEXT),
    ("other_office", "Chức vụ khác của {signer}", mark("in ngay trên họ tên; chỉ cơ quan nhà nước"), Shape.TEXT),
    ("body", "Cơ quan của {signer}", mark("chỉ ở văn bản liên tịch"), Shape.TEXT),
)
_CONTACT = {
    "address": "Địa chỉ",
    "telephone": "Điện thoại",
    "fax": "Fax",
    "email": "Thư điện tử",
    "website": "Trang thông tin",
}
_CONTACT_NOTE = mark("chỉ in ở văn bản ghi marks: {contact: true}")


def _signer(number: int) -> Iterable[Column]:
    prefix = "signer" if number == 1 else f"signer{number}"
    who = "người ký" if number == 1 else f"người ký {number}"
    for field, title, note, shape in _SIGNER:
        yield Column(f"{prefix}.{field}", title.format(signer=who), note, 22, shape)


UNIT_COLUMNS: Mapping[str, Column] = {
    column.field: column
    for column in (
        *_BEFORE,
        *(column for number in range(1, MOST_SIGNERS + 1) for column in _signer(number)),
        *(
            Column(f"recipients.{kind.value}", f"Nơi nhận {name}", _RECIPIENTS, 34, Shape.RECIPIENTS)
            for kind, name in _KINDS.items()
        ),
        *(Column(f"contact.{field}", title, _CONTACT_NOTE, 22) for field, title in _CONTACT.items()),
    )
}
"""By field, in the order in which they are written."""
GROUP_COLUMNS: Mapping[str, Column] = {
    column.field: column
    for column in (
        Column("id", "Mã", mark("chữ thường không dấu, số, gạch nối"), 30, needed=True),
        Column("name", "Tên", mark("như kế hoạch gọi: Các chi bộ trực thuộc"), 40, needed=True),
        Column("members", "Thành viên", mark("all là mọi đơn vị; hoặc các mã, ngăn bằng dấu “;”"), 60, Shape.LIST),
    )
}


@lru_cache(maxsize=1024)
def _bare(title: str) -> str:
    # Every cell that may be a title is compared with all titles that there are.
    return re.sub(r"[\s_.:*-]+", " ", without_marks(compose(title)).casefold()).strip()


def field_of(title: str, columns: Mapping[str, Column]) -> str | None:
    """The field that a title means, in Vietnamese or as the model has it, however its marks and spaces are typed."""
    wanted = _bare(title)
    for field, column in columns.items():
        names = {_bare(field), _bare(column.title)}
        if field.startswith("signer."):
            # `signers` is what YAML calls them.
            names.add(_bare(f"signers.{field.partition('.')[2]}"))
        if wanted in names:
            return field
    return None


def nearest_title(title: str, columns: Mapping[str, Column]) -> str | None:
    """The known title, or field, that was meant most likely."""
    return nearest(title, [*(column.title for column in columns.values()), *columns])


def word_of(typed: str, column: Column) -> str:
    """The model's word for one that is offered; any other stays as typed."""
    meant = _bare(typed)
    choices = column.choices or {}
    also = {offered: word for offered, word in _ALSO.items() if word in choices.values()}
    return next((word for offered, word in {**choices, **also}.items() if _bare(offered) == meant), typed)


def offered_word(word: str, column: Column) -> str:
    """The other way round."""
    return next((offered for offered, known in (column.choices or {}).items() if known == word), word)


def signer_fields(fields: Sequence[str]) -> dict[str, list[str]]:
    """The fields of each signer that a table has columns for, by its prefix, in the order of the signers."""
    found: dict[str, list[str]] = {}
    for field in UNIT_COLUMNS:
        prefix = field.partition(".")[0]
        if prefix.startswith("signer") and field in fields:
            found.setdefault(prefix, []).append(field)
    return found
