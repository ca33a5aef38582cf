"""What is laid on the table to be measured: every kind in every regime, and plans made to fall on a page's end.

It draws nothing by itself: the documents are the program's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.content import Passage, Table
from generator.model.document import Appendix, Orientation
from generator.model.kinds import Kind
from generator.model.plan import Plan
from tests.documents import REGIMES, document, plan_of, plan_with

KINDS = tuple(kind.value for kind in Kind)
FULL = tuple(f"{kind}-{regime}" for regime in REGIMES for kind in KINDS)
"""Every kind of the example in every regime, State regimes for its State body."""
LONG_PLACE = "plan-long-place"
SENTENCE = "Các cơ quan, đơn vị tổ chức thực hiện."
LAST_LINES = (1, 3)
"""How many lines the last paragraph before a signature has."""
ENDINGS = tuple(
    (f"ending-{regime}-{lines}-{count:02}", regime, lines, count)
    for regime, first in (("party-hd05", 9), ("state-nd30", 12))
    for lines in LAST_LINES
    for count in range(first, first + 12)
)
"""Plans whose last words stand at twelve heights, from well inside a page to well inside the next."""
HEADINGS = tuple((f"heading-{count:02}", count) for count in range(17, 29))
"""Plans in which a heading of three lines, and a short one under it, stand at twelve heights about a page's end."""
LONG_HEADING = " ".join(["Tổ chức tuyên truyền rộng rãi"] * 7)
SHORT_HEADING = "Việc phải làm ngay"
ROWS = 60
ANNEXES = ("annexes-party-hd05", "annexes-state-nd30")
UPRIGHT, TURNED = "Bảng dọc", "Bảng ngang"


def documents() -> Iterator[tuple[str, bytes]]:
    """(name, DOCX) of all."""
    for name in FULL:
        kind, _, regime = name.partition("-")
        yield name, document(kind, regime=regime)
    yield LONG_PLACE, document(unit="dang-uy-phuong-le-binh", regime="party-hd05")
    for name, regime, lines, count in ENDINGS:
        yield name, document(regime=regime, plan=_short([*_fillers(count), _paragraph(lines)]))
    for name, count in HEADINGS:
        inner = {"title": LONG_HEADING, "content": [{"sections": [{"title": SHORT_HEADING, "content": [SENTENCE] * 3}]}]}
        yield name, document(regime="party-hd05", plan=_short([*_fillers(count), {"sections": [inner]}]))
    for name in ANNEXES:
        yield name, document(regime=name.removeprefix("annexes-"), plan=with_annexes())


def with_annexes() -> Plan:
    """The example's plan with two annexes of long tables, the second turned."""
    table = Table(
        columns=("TT", "Nội dung", "Đơn vị"),
        rows=tuple((str(n), f"Đầu{n} {SENTENCE * 3} Cuối{n}", "Các chi bộ") for n in range(1, ROWS + 1)),
    )
    content = (Passage(table=table),)
    annexes = (
        Appendix(title=UPRIGHT, content=content),
        Appendix(title=TURNED, orientation=Orientation.LANDSCAPE, content=content),
    )
    return plan_with(appendices=annexes)


def _short(passages: list[object]) -> Plan:
    return plan_of(passages, subject="tuyên truyền", aim=None, references=())


def _fillers(count: int) -> list[object]:
    return [f"{SENTENCE} ({number})" for number in range(count)]


def _paragraph(lines: int) -> str:
    return " ".join([SENTENCE] * (2 * lines - 1)) + " Hết."
