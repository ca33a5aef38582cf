"""The chart of collected figures: its bars, its part in the package, and what a name cannot do to it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.model.figures import PhaseFigures, Standing
from generator.model.report import FigureChart, Report
from generator.pipeline.job import Job
from generator.pipeline.lane import Lane
from generator.pipeline.produce import make
from generator.render.figure_chart import bars_of, chart_of
from generator.render.figure_typed import SAMPLE_NOTE
from generator.render.outline import ChartBlock
from tests.collected import ATTENDEES, RATE, SESSIONS, SILENT, report_job, said, summed, unit
from tests.documents import REGIMES
from tests.docx_files import p, write
from tests.ooxml import audit, own

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CODE, OTHER = SESSIONS.code, ATTENDEES.code
HOSTILE = 'Chi bộ & <b> "A" {{ issuer }} {% x %} =1+1'
FIGURES = summed(
    [SESSIONS, ATTENDEES, RATE],
    [
        unit(HOSTILE, {CODE: said(1250), OTHER: said(0), RATE.code: said("97.55")}, previous={CODE: said(20)}),
        unit("Chi bộ B", {CODE: SILENT, OTHER: SILENT, RATE.code: SILENT}, Standing.MISSING),
    ],
)


def chart(figures: PhaseFigures = FIGURES, **parts: Any) -> ChartBlock:
    return chart_of(FigureChart.model_validate({"indicators": [CODE]} | parts), figures, 9_000)


@pytest.mark.parametrize(
    ("parts", "categories", "series"),
    [
        (
            {},
            [HOSTILE, "Chi bộ B (*)"],
            [("Số buổi tuyên truyền miệng", ["1250", ""], ["1.250", ""])],
        ),
        (
            {"previous": True},
            [HOSTILE, "Chi bộ B (*)"],
            [("Kỳ trước", ["20", ""], ["20", ""]), ("Kỳ này", ["1250", ""], ["1.250", ""])],
        ),
        (
            {"indicators": [OTHER], "title": "Người dự"},
            [HOSTILE, "Chi bộ B (*)"],
            [("Số lượt người dự tuyên truyền miệng", ["0", ""], ["0", ""])],
        ),
        (
            {"indicators": [CODE, OTHER], "by": "indicator", "previous": True},
            ["Số buổi tuyên truyền miệng", "Số lượt người dự tuyên truyền miệng"],
            [("Kỳ trước", ["20", ""], ["20", ""]), ("Kỳ này", ["1250", "0"], ["1.250", "0"])],
        ),
        (
            {"indicators": [RATE.code]},
            [HOSTILE, "Chi bộ B (*)"],
            [("Tỷ lệ đảng viên tham gia (%)", ["97.55", ""], ["97,55", ""])],
        ),
    ],
)
def test_the_bars_of_a_chart(parts: dict[str, Any], categories: list[str], series: Sequence[tuple[Any, ...]]) -> None:
    made = chart(**parts)
    assert [(each["name"].partition(" (lượt")[0], each["values"], each["labels"]) for each in made["series"]] == [
        *series
    ]
    assert [each.partition(" (lượt")[0] for each in made["categories"]] == categories


@pytest.mark.parametrize(
    ("parts", "title", "note"),
    [
        ({}, "Số buổi tuyên truyền miệng theo đơn vị", "(*) Chưa báo cáo."),
        ({"title": "Buổi nói chuyện"}, "Buổi nói chuyện", "(*) Chưa báo cáo."),
        ({"by": "indicator"}, "Kết quả theo chỉ tiêu", ""),
    ],
)
def test_what_stands_above_a_chart(parts: dict[str, Any], title: str, note: str) -> None:
    made = chart(**parts)
    assert (made["title"], made["note"]) == (title, note)


@pytest.mark.parametrize(("by", "note"), [("unit", f"(*) Chưa báo cáo. {SAMPLE_NOTE}"), ("indicator", SAMPLE_NOTE)])
def test_a_chart_of_sample_figures_says_so(by: str, note: str) -> None:
    asked = FigureChart.model_validate({"indicators": [CODE], "by": by})
    assert chart_of(asked, FIGURES, 9_000, is_sample=True)["note"] == note


@pytest.mark.parametrize(
    ("parts", "bars"),
    [
        ({}, (2, 2)),
        ({"previous": True}, (2, 4)),
        ({"indicators": [CODE, OTHER]}, (2, 4)),
        ({"indicators": [CODE, OTHER], "by": "indicator"}, (2, 2)),
        ({"indicators": [CODE, OTHER], "by": "indicator", "previous": True}, (2, 4)),
    ],
)
def test_how_many_bars_a_chart_has(parts: dict[str, Any], bars: tuple[int, int]) -> None:
    assert bars_of(FigureChart.model_validate({"indicators": [CODE]} | parts), FIGURES) == bars


def test_a_chart_is_as_high_as_its_rows_and_never_higher_than_a_page() -> None:
    heights = [
        chart(summed([SESSIONS], [unit(f"Chi bộ {n}", {CODE: said(n)}) for n in range(count)]))["height"]
        for count in (1, 10, 20, 100)
    ]
    assert heights == sorted(heights)
    assert heights[0] < heights[1] < heights[2]
    assert heights[3] <= 205 / 25.4 * 1440 + 1


# The whole document


def with_chart(regime: str, **parts: Any) -> Job:
    report = Report.model_validate(
        {
            "subject": "kết quả đợt 1",
            "issued_on": "2026-06-12",
            "phase": 1,
            "period_from": "2025-01-01",
            "period_to": "2025-05-31",
            "results": [{"title": "Việc", "content": ["{oral_sessions} buổi ({units.missing.names})."]}],
            "strengths": ["Tốt."],
            "difficulties": [],
            "figures": {"title": "Số liệu", "summary": [CODE], "chart": {"indicators": [CODE]} | parts},
        }
    )
    return report_job(report, FIGURES, regime)


def opened(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def parts_of(document: bytes) -> dict[str, bytes]:
    return {name: data for name, data in opened(document).items() if name.startswith("word/charts/")}


def links(document: bytes) -> str:
    return opened(document)["word/_rels/document.xml.rels"].decode()


@pytest.mark.parametrize("regime", REGIMES)
def test_nothing_against_a_document_with_a_chart(regime: str) -> None:
    document = make(with_chart(regime))[0]
    assert [fault for fault in own.faults(document) if "left over" not in fault] == []
    assert audit.faults(document) == []


def test_each_of_many_documents_with_the_same_outline_has_the_chart() -> None:
    job = with_chart("party-hd05")
    lane = Lane(job, is_fast=False)
    documents = [lane.make(job).document for _document in range(2)]
    assert [len(parts_of(document)) for document in documents] == [1, 1]
    assert documents == [make(job)[0]] * 2


@pytest.mark.parametrize("regime", REGIMES)
def test_the_chart_is_a_part_of_the_document_that_nothing_else_stands_behind(regime: str) -> None:
    parts = opened(make(with_chart(regime))[0])
    (name,) = [name for name in parts if name.startswith("word/charts/")]
    assert links(make(with_chart(regime))[0]).count(name.removeprefix("word/")) == 1
    assert f'PartName="/{name}"'.encode() in parts["[Content_Types].xml"]
    assert b"externalData" not in parts[name]
    assert not [other for other in parts if "embeddings" in other or f"{Path(name).name}.rels" in other]


def test_the_same_figures_give_the_same_bytes() -> None:
    assert make(with_chart("party-hd05"))[0] == make(with_chart("party-hd05"))[0]


def test_a_name_stays_a_name() -> None:
    (part,) = parts_of(make(with_chart("party-hd05"))[0]).values()
    root = etree.fromstring(part)
    assert [each.text for each in root.iterfind(f".//{C}cat//{C}v")] == [HOSTILE, "Chi bộ B (*)"]


def test_the_figures_at_the_bars_are_written_as_in_the_text() -> None:
    (part,) = parts_of(make(with_chart("party-hd05"))[0]).values()
    root = etree.fromstring(part)
    assert [each.text for each in root.iterfind(f".//{C}dLbl//{A}t")] == ["1.250"]
    assert [each.text for each in root.iterfind(f".//{C}val//{C}v")] == ["1250"]
    assert {each.get("typeface") for each in root.iter(f"{A}latin")} == {"Times New Roman"}


def test_a_report_without_a_chart_has_no_part_of_one() -> None:
    plain = with_chart("party-hd05")
    report = plain.request.document
    assert isinstance(report, Report)
    assert report.figures
    table = report.figures.model_copy(update={"chart": None})
    asked = replace(plain.request, document=report.model_copy(update={"figures": table}))
    assert parts_of(make(replace(plain, request=asked))[0]) == {}


@pytest.mark.parametrize("regime", ["party-hd05", "state-nd30"])
def test_a_template_of_a_unit_keeps_the_chart(regime: str, tmp_path: Path) -> None:
    """Its chain is filled in a process of its own, and the part comes from there."""
    packaged = with_chart(regime)
    side = regime.partition("-")[0]
    lines = (f'{{%p extends "{side}/report" %}}', "{%p block opening %}", "Lời riêng.", "{%p endblock %}")
    child = write(tmp_path / side / "report.docx", *map(p, lines))
    made = make(replace(packaged, chain=((f"{side}/report", child), *packaged.chain)))[0]
    assert b"L\xe1\xbb\x9di ri\xc3\xaang." in opened(made)["word/document.xml"]
    assert parts_of(made) == parts_of(make(packaged)[0]) != {}
    assert audit.faults(made) == []
