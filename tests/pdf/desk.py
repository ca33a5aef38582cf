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

UNTITLED = (Kind.DISPATCH, Kind.MINUTES)
"""Without a title, or with two signers: the rules of the judge measure them (tests/rules/layout)."""
KINDS = tuple(kind.value for kind in Kind if kind not in UNTITLED)
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
LONG_HEADING = " ".join(["Tổ chức tuyên truyền rộng rãi"] * 7)
OUTER_HEADING, INNER_HEADING = "Việc phải làm", "Việc phải làm ngay"
HEADINGS = tuple((f"heading-{sort}-{count:02}", sort, count) for sort in ("long", "nested") for count in range(16, 22))
"""Plans in which a heading of three lines, or two short ones, stand at six heights about a page's end.

Not a heading of several lines right before another: LibreOffice leaves it behind in one case, Word does not.
"""
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
    for name, sort, count in HEADINGS:
        inner = {"title": INNER_HEADING, "content": [SENTENCE] * 12}
        nested = {"title": OUTER_HEADING, "content": [{"sections": [inner]}]}
        long = {"title": LONG_HEADING, "content": [SENTENCE] * 12}
        heading = {"sections": [long if sort == "long" else nested]}
        yield name, document(regime="party-hd05", plan=_short([*_fillers(count), heading]))
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
    return plan_of(passages, subject="công tác năm", aim=None, references=())


def _fillers(count: int) -> list[object]:
    return [f"{SENTENCE} ({number})" for number in range(count)]


def _paragraph(lines: int) -> str:
    return " ".join([SENTENCE] * (2 * lines - 1)) + " Hết."
