"""A chart as a part of the document (DrawingML), with its figures in it: no workbook, nothing that is fetched or run.

It chooses no figures: `figure_chart` does. Black, white and greys only, so that a black printer loses nothing.
"""

from __future__ import annotations

import hashlib

from markupsafe import escape

from generator.model.parts import Part
from generator.render.outline import ChartBlock, Series
from generator.render.pictures import include
from generator.templates.archive import member

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU_A_TWIP = 635
_FILLS = ("404040", "D9D9D9", "8C8C8C", "FFFFFF")
"""Of the series in turn, each with a black outline."""
_FILLS_OF_TWO = ("D9D9D9", "404040")
"""What was before, and what is now."""
_FACE = '<a:latin typeface="Times New Roman"/><a:ea typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>'
_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_BLACK}</a:ln>'
_TITLE, _WORDS, _SMALL = 1300, 1200, 1000
"""Sizes in hundredths of a point; the small one where many rows share a page."""
_MANY = 8
_GAP, _OVERLAP = 45, 0


def draw_chart(chart: ChartBlock, *, keep: bool) -> str:
    """The paragraph with the chart, as wide as the text; its part goes into the package of the document."""
    content = _space(chart).encode()
    digest = hashlib.sha256(content).hexdigest()[:16]
    identifier = f"rIdVtChart{digest}"
    include(identifier, member(f"word/charts/vt-{digest}.xml", content))
    wide, high = chart["room"] * _EMU_A_TWIP, chart["height"] * _EMU_A_TWIP
    named = f'name="{escape(chart["title"])}" descr="{escape(_described(chart))}"'
    kept = "<w:keepNext/>" if keep else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{Part.TABLE.style_id}"/>{kept}<w:spacing w:before="120" w:after="120"/>'
        f'<w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="{_MAIN}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="0" {named}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_MAIN}/main"><a:graphicData uri="{_MAIN}/chart">'
        f'<c:chart xmlns:c="{_MAIN}/chart" xmlns:r="{_RELATED}" r:id="{identifier}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def _described(chart: ChartBlock) -> str:
    """For those who hear the document: what is drawn; the figures themselves stand in the annex."""
    return f"Biểu đồ thanh ngang: {chart['title']}"


def _space(chart: ChartBlock) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_MAIN}/chart" xmlns:a="{_MAIN}/main" xmlns:r="{_RELATED}">'
        '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>'
        f'<c:chart>{_title(chart)}<c:autoTitleDeleted val="0"/>'
        f"<c:plotArea><c:layout/>{_bars(chart)}{_axes(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'{_legend(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{_words(_size(chart))}</c:chartSpace>"
    )


def _title(chart: ChartBlock) -> str:
    lines = [(chart["title"], f'sz="{_TITLE}" b="1"'), (chart["note"], f'sz="{_SMALL}" b="0" i="1"')]
    words = "".join(
        f'<a:p><a:pPr><a:defRPr {look}/></a:pPr><a:r><a:rPr lang="vi-VN" {look}>{_BLACK}{_FACE}</a:rPr>'
        f"<a:t>{escape(text)}</a:t></a:r></a:p>"
        for text, look in lines
        if text
    )
    return f'<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>{words}</c:rich></c:tx><c:overlay val="0"/></c:title>'


def _bars(chart: ChartBlock) -> str:
    fills = _FILLS_OF_TWO if len(chart["series"]) == 2 else _FILLS
    series = "".join(
        _one_series(number, one, chart["categories"], fills[number % len(fills)], _size(chart))
        for number, one in enumerate(chart["series"])
    )
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{_GAP}"/><c:overlap val="{_OVERLAP}"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )


def _one_series(number: int, series: Series, categories: list[str], fill: str, size: int) -> str:
    values = series["values"]
    words = "".join(f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(categories))
    points = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values) if value)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:v>{escape(series["name"])}</c:v></c:tx>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>{_LINE}</c:spPr>'
        f'<c:invertIfNegative val="0"/>{_labels(series["labels"], size)}'
        f'<c:cat><c:strLit><c:ptCount val="{len(categories)}"/>{words}</c:strLit></c:cat>'
        f'<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'
        "</c:val></c:ser>"
    )


def _labels(labels: list[str], size: int) -> str:
    """Each figure in words of ours: a program would group its digits in the way of the reader's country."""
    shows = "".join(
        f'<c:{name} val="{value}"/>'
        for name, value in (
            *(("showLegendKey", 0), ("showVal", 1), ("showCatName", 0)),
            *(("showSerName", 0), ("showPercent", 0), ("showBubbleSize", 0)),
        )
    )
    look = f'<a:rPr lang="vi-VN" sz="{size}">{_BLACK}{_FACE}</a:rPr>'
    each = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{look}<a:t>{escape(label)}</a:t>'
        f'</a:r></a:p></c:rich></c:tx><c:dLblPos val="outEnd"/>{shows}</c:dLbl>'
        for at, label in enumerate(labels)
        if label
    )
    return f'<c:dLbls>{each}<c:spPr><a:noFill/></c:spPr>{_words(size)}<c:dLblPos val="outEnd"/>{shows}</c:dLbls>'


def _axes(chart: ChartBlock) -> str:
    """Names at the left, the first one on top; no axis of numbers, for every bar says its own."""
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{_LINE}</c:spPr>{_words(_size(chart))}'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _legend(chart: ChartBlock) -> str:
    if len(chart["series"]) < 2:
        return ""
    return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_words(_size(chart))}</c:legend>'


def _size(chart: ChartBlock) -> int:
    return _SMALL if len(chart["categories"]) > _MANY else _WORDS


def _words(size: int) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="0">{_BLACK}{_FACE}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )
