"""Every kind in every regime as a text that a person has read and found right.

`pytest --update-golden` writes the texts anew: read the difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.model.content import Passage, Table
from generator.model.document import Appendix, Orientation
from generator.model.figures import Standing
from generator.model.kinds import Kind
from generator.model.report import Report
from generator.model.slogans import Carrier
from generator.pipeline.produce import make
from tests.bookfiles import book_docx
from tests.collected import (
    ATTENDEES,
    NOT_APPLICABLE,
    RATE,
    SESSIONS,
    SILENT,
    phase,
    report_job,
    said,
    total,
    unit,
)
from tests.documents import REGIMES, as_it_is, document, example, plan_of, typed_report
from tests.dump import dump
from tests.forms import CASES as FORMS

HERE = Path(__file__).parent
FAILED = HERE / "failed"


def draft() -> bytes:
    """A draft of a numbered plan that has every sort of list."""
    lists = {
        "sections": [{"title": "Tiểu mục", "content": ["Đoạn.", {"sections": ["Câu một.", "Câu hai."]}]}],
    }
    inner = [{key: ["Một *nghiêng*.", "Hai **đậm**."]} for key in ("numbered", "lettered", "points", "subpoints")]
    return document(draft=2, plan=plan_of([lists, *inner], number=7))


def annexes(regime: str) -> bytes:
    """Two typed annexes, one of them turned, and the slogan list as the third."""
    slogans = example()[1].plan.slogans
    assert slogans
    table = Table(columns=("TT", "Nội dung"), rows=(("1", "Tuyên truyền miệng"), ("2", "")), note="Theo quý.")
    listed = Passage.model_validate({"numbered": ["Một việc.", "Hai việc."]})
    appendices = (
        Appendix(title="Danh mục công việc", content=(listed,)),
        Appendix(title="Bảng phân công", orientation=Orientation.LANDSCAPE, content=(Passage(table=table),)),
    )
    as_annex = slogans.model_copy(update={"carrier": Carrier.ANNEX})
    return document(regime=regime, plan=plan_of(["Một đoạn."], appendices=appendices, slogans=as_annex))


def collected(regime: str) -> bytes:
    """A report of what three units have answered, one of them with nothing; every sort of cell, and a chart."""
    codes = (SESSIONS.code, ATTENDEES.code, RATE.code)
    figures = phase(
        [
            total(SESSIONS, 1250, previous=1000, cumulative=2250, target=2500, achieved="90", asked=3),
            total(ATTENDEES, 0, asked=3, answered=1),
            total(RATE, "97.55", asked=2, answered=1),
        ],
        [
            unit("Chi bộ Một", dict(zip(codes, (said(1250), said(0), said("97.55")), strict=True))),
            unit("Chi bộ Hai", dict.fromkeys(codes, SILENT), Standing.MISSING),
            unit("Chi bộ Ba", {codes[0]: said(0), codes[1]: NOT_APPLICABLE}, Standing.LATE),
        ],
    )
    table = {"title": "Số liệu", "summary": codes, "chart": {"indicators": [codes[0]]}}
    words = "Có **{oral_sessions} buổi**, đạt {oral_sessions.achieved}; {members_attended_rate}; {{nguyên}} {văn}."
    parts = {"results": [{"title": "Tuyên truyền miệng", "content": [words]}], "figures": table}
    report = Report.model_validate(typed_report().model_dump(exclude={"results", "figures"}) | parts)
    return make(report_job(report, figures, regime))[0]


def of_answers(phase: int, regime: str) -> bytes:
    """The example's own report of a phase, made of what its units have answered."""
    plan = as_it_is()[1].plan
    wanted = plan.report_of_phase(phase)
    assert wanted
    return document(Kind.REPORT, regime=regime, plan=plan.model_copy(update={"reports": (wanted,)}))


CASES: dict[str, Callable[[], bytes]] = {
    f"{kind.value}-{regime}": partial(document, kind, regime=regime) for regime in REGIMES for kind in Kind
} | {
    "guidance-party-unit": partial(document, "guidance", unit="dang-uy-phuong-hung-phu"),
    "report-answers-party-hd36": partial(of_answers, 1, "party-hd36"),
    "report-answers-party-hd05": partial(of_answers, 2, "party-hd05"),
    "plan-draft": draft,
    "plan-annexes-party": partial(annexes, "party-hd05"),
    "plan-annexes-state": partial(annexes, "state-nd30"),
    "report-collected-party": partial(collected, "party-hd05"),
    "report-collected-state": partial(collected, "state-nd30"),
    **{f"register-book-{regime}": partial(book_docx, regime, several=regime == "state-nd30") for regime in REGIMES},
    **{f"forms/{name}": make for name, make in FORMS.items()},
}


@pytest.mark.parametrize("name", CASES)
def test_the_document_is_as_it_was_found_right(name: str, request: pytest.FixtureRequest) -> None:
    made = CASES[name]()
    said, golden = dump(made), HERE / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said, encoding="utf-8")
        return
    assert golden.is_file(), f"no {golden.name}: make it with --update-golden, and read it"
    if said != golden.read_text(encoding="utf-8"):
        kept = FAILED / f"{name.replace('/', '-')}.docx"
        FAILED.mkdir(exist_ok=True)
        kept.write_bytes(made)
    told = f"{name} differs; the document is in {FAILED.name}/; if it is right, --update-golden"
    assert said.splitlines() == golden.read_text(encoding="utf-8").splitlines(), told


def test_no_golden_text_without_a_document() -> None:
    assert {file.relative_to(HERE).with_suffix("").as_posix() for file in HERE.rglob("*.txt")} == set(CASES)
