"""What a cell for a figure says: a number, nothing, or something that has to be asked about before it counts.

It knows no sheet: whoever reads one says where the cell stands. Nothing is guessed: what can be read in two ways is
asked about, and a number that was typed as text is taken only where it is written as Vietnamese write it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from generator.diagnostics import Severity
from generator.figures.layout import ABOUT
from generator.messages import _
from generator.opc.workbook import Cell
from generator.opc.workbook_formats import shows_date, shows_per_cent, shows_scaled
from generator.vietnamese.numerals import grouped, words
from generator.vietnamese.unicode import compose, fold_whitespace

MOST = Decimal(10) ** 15
"""A spreadsheet keeps fifteen digits; what is typed beyond becomes zeros."""
_SHOWN = 60
_VIETNAMESE = re.compile(
    r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?: \d{3})+(?:,\d+)?|\d+|\d+,\d+", re.ASCII
)
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
"""`1.250`: a thousand and more, or one and a quarter."""
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+\.\d+", re.ASCII)
_A_NUMBER = re.compile(r"\d+(?:[.,]\d+)*", re.ASCII)
_ABOUT = re.compile(r"(?:" + "|".join((*ABOUT, "hơn", "độ", "chừng", "xấp xỉ", "~", "≈")) + r")\s*\d", re.IGNORECASE)
_MOST_IN_WORDS = 100
_NONE = frozenset(("không", "không có", "ko", "k"))
_LONGEST = 40
"""Letters; nobody types a longer number."""
_STORED = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Said:
    """Something about a cell; an error keeps its value from counting."""

    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Amount:
    """The value of a cell, None where it has none, and what has to be told."""

    value: Decimal | None = None
    said: tuple[Said, ...] = ()


def amount_of(cell: Cell | None, decimals: int | None) -> Amount:
    """`decimals`: the most digits after the comma; None where it is not known."""
    if cell is None:
        return Amount()
    notes: tuple[Said, ...] = ()
    if cell.formula is not None:
        notes = (_formula(cell),)
        if notes[0].severity is Severity.ERROR:
            return Amount(said=notes)
    read = {"number": _number, "text": _typed}.get(cell.kind, _other)(cell)
    if read.value is not None:
        read = _bounded(read, decimals)
    return Amount(read.value, (*notes, *read.said))


def _formula(cell: Cell) -> Said:
    if cell.kind == "empty":
        hint = _("mở bằng Excel hoặc LibreOffice, lưu lại để có kết quả; hoặc nhập thẳng số vào ô")
        return Said("returned/formula-without-value", _("ô là công thức chưa có kết quả"), hint)
    hint = _("lần sau nhập thẳng số; kiểm tra lại số này với đơn vị nếu công thức lấy từ tệp khác")
    return Said(
        "returned/formula", _("ô là công thức; lấy kết quả đang hiện: {value}").format(value=cell.text[:_SHOWN]), hint,
        Severity.WARNING,
    )  # fmt: skip


def _other(cell: Cell) -> Amount:
    if cell.kind == "error":
        hint = _("sửa hoặc xóa công thức, nhập thẳng số vào ô")
        return _asked("returned/error-value", _("ô báo lỗi {value}").format(value=cell.text[:_SHOWN]), hint)
    if cell.kind == "date":
        return _date()
    hint = _("nhập số; đơn vị không có việc này thì chọn x ở cột “Không có việc này”")
    return _asked("returned/truth", _("ô là giá trị đúng/sai, không phải số"), hint)


def _date() -> Amount:
    hint = _("chọn lại định dạng Number cho ô rồi nhập lại số; bảng tính đổi 12/5 hay 5-10 thành ngày")
    return _asked("returned/date", _("ô là ngày tháng, không phải số"), hint)


def _number(cell: Cell) -> Amount:
    value = _stored(cell.text)
    if value is None:
        return _typed(cell)
    if shows_date(cell.format):
        return _date()
    if abs(value) < MOST and shows_per_cent(cell.format):
        hint = _("chọn lại định dạng Number cho ô rồi nhập lại số, không kèm dấu %")
        message = _("ô định dạng phần trăm: đang hiện {shown}%, bên trong là {value}")
        message = message.format(shown=_shown(_plain(value * 100)), value=_shown(value))
        return _asked("returned/per-cent", message, hint)
    if shows_scaled(cell.format):
        hint = _("chọn lại định dạng Number cho ô rồi nhập đủ số")
        return _asked("returned/scaled", _("định dạng của ô làm số hiện khác số bên trong"), hint)
    return Amount(_plain(value))


def _stored(text: str) -> Decimal | None:
    """As the spreadsheet shows it: 71,8 is stored as 71.799999999999997."""
    value = Decimal(format(float(text), ".15g")) if _STORED.fullmatch(text) else None
    return value if value is not None and value.is_finite() else None


def _shown(value: Decimal) -> str:
    return grouped(value)[:_SHOWN]


def _typed(cell: Cell) -> Amount:
    """A text, as pasting makes them."""
    text = fold_whitespace(compose(cell.text)).removeprefix("'").strip()
    if not text:
        return Amount()
    bare = text.removeprefix("-").removeprefix("−").strip()
    if len(text) > _LONGEST:
        return _no_number(f"{text[:_LONGEST]}…", _plain_hint())
    if bare != text and _VIETNAMESE.fullmatch(bare):
        return _negative(text)
    if _EITHER.fullmatch(text):
        return _in_two_ways(text)
    if _VIETNAMESE.fullmatch(text):
        value = _plain(Decimal(text.replace(".", "").replace(" ", "").replace(",", ".")))
        message = _("số nhập dưới dạng chữ “{typed}”; đọc là {value}").format(typed=text, value=_shown(value))
        return Amount(value, (Said("returned/number-as-text", message, severity=Severity.ADVICE),))
    if _ENGLISH.fullmatch(text):
        hint = _("nhập lại theo cách viết của Việt Nam: dấu chấm giữa các hàng nghìn, dấu phẩy trước phần lẻ")
        return _asked(
            "returned/english-number", _("“{typed}” không viết theo cách của Việt Nam").format(typed=text), hint
        )
    if text.endswith("%"):
        return _asked(
            "returned/per-cent", _("“{typed}” là tỷ lệ, ô cần một số").format(typed=text[:_SHOWN]), _plain_hint()
        )
    return _no_number(text, _way_out(text))


def _no_number(text: str, hint: str) -> Amount:
    return _asked("returned/text-in-number", _("“{typed}” không phải là một số").format(typed=text), hint)


def _in_two_ways(text: str) -> Amount:
    whole, fraction = re.split("[.,]", text)
    # In figures both would look like what was typed.
    digits = " ".join(words(int(digit)) for digit in fraction)
    message = _("“{typed}” đọc được hai cách: {thousands}, hoặc {whole} phẩy {fraction}").format(
        typed=text, thousands=words(int(whole + fraction)), whole=words(int(whole)), fraction=digits
    )
    hint = _("hỏi lại đơn vị rồi nhập lại số, không gõ dấu giữa các hàng nghìn")
    return _asked("returned/ambiguous-number", message, hint)


def _way_out(text: str) -> str:
    found = _A_NUMBER.findall(text)
    if _ABOUT.search(text) and len(found) == 1:
        return _("nếu đúng thì ghi {value} và chọn “{about}” ở cột ước lượng").format(
            value=found[0], about=next((each for each in ABOUT if each in text.casefold()), ABOUT[-1])
        )
    if text.casefold() in _NONE:
        return _plain_hint()  # nothing came of it, or there is no such thing: who typed it knows
    number = found[0] if len(found) == 1 and "-" not in text else _in_words().get(text.casefold())
    if number is not None:
        return _("nếu đúng thì chỉ ghi số {value}, không kèm chữ và đơn vị tính").format(value=number)
    return _plain_hint()


def _plain_hint() -> str:
    return _("ghi một số; bằng không thì ghi 0, không có việc ấy thì chọn x ở cột “Không có việc này”")


@cache
def _in_words() -> dict[str, str]:
    return {words(number): str(number) for number in range(_MOST_IN_WORDS + 1)}


def _bounded(read: Amount, decimals: int | None) -> Amount:
    value = read.value
    assert value is not None
    if value < 0:
        return _negative(_shown(value))
    if value >= MOST:
        hint = _("bảng tính chỉ giữ 15 chữ số; kiểm tra lại số, đừng nhập số điện thoại hay mã số vào đây")
        return _asked("returned/too-many-digits", _("số có hơn 15 chữ số"), hint)
    if decimals is None or value == value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):
        return read
    if decimals == 0:
        hint = _("chỉ tiêu này đếm số nguyên: nhập số nguyên")
        return _asked("returned/fraction", _("số lẻ {value}").format(value=_shown(value)), hint)
    rounded = _plain(value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
    message = _("{value} lẻ quá {decimals} chữ số; làm tròn thành {rounded}").format(
        value=_shown(value), decimals=decimals, rounded=_shown(rounded)
    )
    return Amount(rounded, (*read.said, Said("returned/rounded", message, severity=Severity.WARNING)))


def _negative(shown: str) -> Amount:
    hint = _("số liệu không âm; nếu là số giảm thì ghi vào ghi chú")
    return _asked("returned/negative", _("số âm: {value}").format(value=shown[:_SHOWN]), hint)


def _plain(value: Decimal) -> Decimal:
    """Without zeros at its end, nor an exponent, nor a sign before zero."""
    return Decimal(format(value.normalize(), "f")) if value else Decimal(0)


def _asked(code: str, message: str, hint: str) -> Amount:
    return Amount(said=(Said(code, message, hint),))
