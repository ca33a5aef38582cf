"""Text that a unit typed, as it is kept: composed, without what no document can hold, never more than a page.

It is text and stays text: nothing in it is looked at for formulas, tags or markup, nor taken out.
"""

from __future__ import annotations

import re

from generator.diagnostics import Severity
from generator.figures.layout import ABOUT
from generator.figures.returned_numbers import Said
from generator.messages import _
from generator.opc.workbook import Cell
from generator.vietnamese.unicode import compose, illegal_characters, without_illegal

MOST_TEXT, MOST_NOTE, MOST_REPORTER = 4_000, 500, 120
"""Letters: a page and more of an answer, a note of some lines, a name."""
ABOUT_LIKE = frozenset((*ABOUT, "hơn", "chừng", "độ", "ước", "xấp xỉ", "~", "≈"))
_LINE = re.compile("\r\n?|[\u2028\u2029\x85]")
_SPACES = re.compile("[\t \u00a0]+")


def words_of(cell: Cell, most: int) -> tuple[str, tuple[Said, ...]]:
    """The text, and what has to be told; with an error it is not to be kept."""
    if cell.kind == "error" or cell.kind == "empty":
        hint = _("xóa công thức, nhập thẳng chữ vào ô")
        return "", (Said("returned/error-value", _("ô báo lỗi hoặc là công thức chưa có kết quả"), hint),)
    said: list[Said] = []
    if cell.formula is not None:
        message = _("ô là công thức; lấy chữ đang hiện")
        said.append(Said("returned/formula", message, severity=Severity.WARNING))
    text = compose(_LINE.sub("\n", cell.text))
    if illegal := illegal_characters(text, 1):
        message = _("ký tự điều khiển {code} trong ô được thay bằng dấu cách").format(code=illegal[0].escape)
        said.append(Said("returned/control-character", message, severity=Severity.ADVICE))
        text = compose(without_illegal(text))
    text = "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()
    if len(text) > most:
        message = _("chữ trong ô dài {length} ký tự, nhiều hơn {most}").format(length=len(text), most=most)
        said.append(Said("returned/long-text", message, _("rút gọn lại; phần chi tiết gửi kèm công văn")))
        return "", tuple(said)
    return text, tuple(said)
