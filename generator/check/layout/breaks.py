"""Where pages and lines break: headings and words left alone, rows cut in two, annexes that do not begin a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.layout.sheet import place_of, printed_number
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Location, Severity
from generator.docview.blocks import paragraphs_of
from generator.messages import _, mark
from generator.model.parts import Part
from generator.recognise.names import Extra

_HEADINGS = (
    Part.HEADING_ROMAN,
    Part.HEADING_DECIMAL,
    Part.HEADING_NESTED,
    Extra.PART,
    Extra.PART_TITLE,
    Extra.SECTION,
    Extra.SECTION_TITLE,
    Extra.ARTICLE,
)
_TEXT_ENDS = (".", ";", ":", ",")
_TITLES = (Part.KIND_TITLE, Part.SUBJECT, Part.ANNEX_TITLE)


@rule("layout/lone-word", title=mark("một chữ rơi xuống dòng"), severity=Severity.ADVICE, needs_pages=True)
def lone_word(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the last line of a title or subject is not one word alone.

    Why: a title is read in pieces; they break where the meaning does.
    Example: a subject whose last line is “hàng”, of “Cửa hàng”.
    What to do: break the line earlier (Shift+Enter), so that the lines are of about one length.
    """
    for component in subject.recognised.of(*_TITLES):
        lines = subject.printed.lines(component)
        if len(lines) > 1 and len(lines[-1].words) == 1:
            yield Finding(
                _("dòng cuối của tên văn bản chỉ có một chữ"),
                component.where,
                actual=lines[-1].text,
                hint=_("ngắt dòng sớm hơn để các dòng cân nhau"),
            )


@rule("layout/heading-alone", title=mark("tiêu đề mục ở cuối trang"), severity=Severity.WARNING, needs_pages=True)
def heading_alone(subject: Subject) -> Iterator[Finding]:
    """What it checks: that no heading is the last thing on a page.

    Why: it belongs to what follows.
    Example: “II- NHIỆM VỤ” at the foot of page 1, its text on page 2.
    What to do: mark the heading “Keep with next”.
    """
    found = subject.printed.by_paragraph
    last = {page.number: max(_on(subject, page.number), default=-1) for page in subject.printed.pages}
    for component in subject.recognised.of(*_HEADINGS):
        index = component.paragraphs[-1].index
        if index not in found or component.text.endswith(_TEXT_ENDS):
            continue
        page = found[index][-1].page
        if last[page] == index and page < len(subject.printed.pages) and _on(subject, page + 1):
            yield Finding(_("tiêu đề mục đứng một mình ở cuối trang {page}").format(page=page), component.where)


@rule("layout/row-split", title=mark("dòng của bảng bị tách trang"), severity=Severity.ADVICE, needs_pages=True)
def row_split(subject: Subject) -> Iterator[Finding]:
    """What it checks: that every row of a table of data is on one page.

    Why: half a row cannot be read.
    Example: a task whose deadline is on the next page.
    What to do: Table Properties → Row: do not allow the row to break across pages.
    """
    for table in subject.recognised.tables:
        cut = []
        for row in table.rows:
            spots = (
                subject.printed.by_paragraph.get(paragraph.index, ())
                for cell in row.cells
                if cell.merge is None
                for paragraph in paragraphs_of(cell.blocks)
            )
            if len({spot.page for each in spots for spot in each}) > 1:
                cut.append(row.number)
        if cut:
            rows = ", ".join(str(number) for number in cut)
            yield Finding(_("dòng của bảng bị tách sang trang sau"), table.where, actual=_("dòng {rows}").format(rows=rows))


@rule("layout/annex-page", title=mark("phụ lục bắt đầu trang mới"), enforces=("annex_label.position",), needs_pages=True)
def annex_page(subject: Subject) -> Iterator[Finding]:
    """What it checks: that every annex begins on a page of its own.

    Why: an annex is a part of its own, with pages that are counted anew.
    Example: “Phụ lục 1” right below the recipients.
    What to do: put a section break (next page) before it, and start its page numbers at 1.
    """
    for annex in subject.recognised.annexes:
        spots = subject.printed.by_paragraph.get(annex.start)
        if spots and any(index < annex.start for index in _on(subject, spots[0].page)):
            paragraph = subject.view.paragraphs[annex.start]
            yield Finding(_("phụ lục không bắt đầu ở trang mới"), paragraph.where, path="annex_label.position")


@rule("layout/empty-page", title=mark("trang trống"), severity=Severity.WARNING, needs_pages=True)
def empty_page(subject: Subject) -> Iterator[Finding]:
    """What it checks: that no page is without words, pictures and lines.

    Why: it is printed, counted and filed.
    Example: an empty last page, made by paragraphs after the signature.
    What to do: delete the empty paragraphs and page breaks before it.
    """
    for page in subject.printed.pages:
        number = printed_number(subject, page)
        words = [word for word in page.words if number not in word.text or not number]
        if not words and not page.pictures and not page.strokes:
            where = place_of(subject, page) if page.number == 1 else _end_of(subject, page.number)
            yield Finding(_("trang {page} trống").format(page=page.number), where)


def _on(subject: Subject, page: int) -> list[int]:
    """The indexes of the paragraphs of which something is on a page."""
    return [index for index, spots in subject.printed.by_paragraph.items() if any(spot.page == page for spot in spots)]


def _end_of(subject: Subject, page: int) -> Location:
    """The last paragraph before a page."""
    before = [index for index, spots in subject.printed.by_paragraph.items() if spots[-1].page < page]
    return subject.view.paragraphs[max(before)].where if before else Location(subject.view.file)
