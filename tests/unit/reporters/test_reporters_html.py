"""The HTML: whole, safe whatever a document says, without the network, and each finding tied to its place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.check.verdict import Understood, Verdict, Words
from generator.diagnostics import Diagnostic, Location
from generator.reporters import html_report
from generator.reporters.tally import Tally
from tests.unit.reporters.verdicts import BODY, KNOWN, PRINTED, SOUND, SPOTS, UNREADABLE, WHOLE

VOID = ("meta", "img", "br")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>&\x00\x0b\u202e"


class Page(HTMLParser):
    """What stands in a page: tags that are not closed, ids, links inside, addresses, texts by tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.addresses: list[str] = []
        self.classes: list[str] = []
        self.tags: Counter[str] = Counter()
        self.handlers: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.handlers += [name] if name.startswith("on") else []
            self.classes += (value or "").split() if name == "class" else []
            if name == "id":
                self.ids[value or ""] += 1
            if name in ("href", "src"):
                (self.links if (value or "").startswith("#") else self.addresses).append(value or "")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def html_of(*verdicts: Verdict) -> str:
    tally = Tally()
    pieces = [html_report.piece(each, tally.add(each), number) for number, each in enumerate(verdicts, 1)]
    return html_report.head(tally) + "".join(pieces) + html_report.tail(tally)


RUNS = {
    "text": (WHOLE,),
    "pages": (PRINTED,),
    "unreadable": (UNREADABLE,),
    "sound": (SOUND,),
    "several": (WHOLE, PRINTED, UNREADABLE, SOUND),
    "none": (),
}


@pytest.mark.parametrize("run", RUNS)
def test_it_is_whole_and_needs_nothing_from_outside(run: str) -> None:
    page = Page(html_of(*RUNS[run]))
    assert not page.wrong
    assert not page.open
    assert not [address for address in page.addresses if not address.startswith("data:image/png;base64,")]
    assert not {"script", "link", "iframe", "object", "form"} & page.tags.keys()
    assert "url(" not in html_of(*RUNS[run])


@pytest.mark.parametrize("run", RUNS)
def test_every_link_leads_to_one_place(run: str) -> None:
    page = Page(html_of(*RUNS[run]))
    assert not set(page.links) - {f"#{name}" for name in page.ids}
    assert not [name for name, count in page.ids.items() if count > 1]


@pytest.mark.parametrize(("verdict", "marked"), [(WHOLE, 3), (PRINTED, 3), (UNREADABLE, 0), (SOUND, 0)])
def test_every_finding_with_a_place_is_marked_there(verdict: Verdict, marked: int) -> None:
    page = Page(html_of(verdict))
    assert sum(name.startswith("m1-") for name in page.ids) == marked
    assert sum(name.startswith("f1-") for name in page.ids) == len(verdict.diagnostics)
    assert page.classes.count("badge") == marked


def hostile() -> Verdict:
    where = Location(Path(HOSTILE), part=BODY, paragraph=1, excerpt=HOSTILE)
    finding = Diagnostic("a/b", HOSTILE, where, expected=HOSTILE, actual=HOSTILE, basis=HOSTILE, hint=HOSTILE)
    known = Understood(HOSTILE, HOSTILE, "party", HOSTILE, HOSTILE, HOSTILE, (), ())
    return Verdict(Path(HOSTILE), (finding,), known, pieces=(Words(HOSTILE, BODY, 1),))


@pytest.mark.parametrize(
    "verdicts", [(hostile(),), (hostile(), replace(PRINTED, diagnostics=hostile().diagnostics, spots=SPOTS[1:2]))]
)
def test_what_documents_say_stays_text(verdicts: tuple[Verdict, ...]) -> None:
    html = html_of(*verdicts)
    page = Page(html)
    assert not page.handlers
    assert not page.wrong
    assert page.tags["script"] == 0
    assert not re.search("[\x00\x0b\u202e]", html)
    assert html.count("&lt;script&gt;") > 6


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (WHOLE, "kế hoạch, khối Đảng, soát theo party-hd05 (bộ quy định có hiệu lực ngày 01/06/2026)"),
        (WHOLE, "<dt>Cần là</dt><dd>14–15 pt</dd>"),
        (WHOLE, "<dt>Căn cứ</dt><dd>HD05 II.I.9</dd>"),
        (WHOLE, 'class="even italic marked warning"'),
        (WHOLE, "Một đoạn &emsp; và<br>một dòng"),
        (PRINTED, "trang 1, thân văn bản, đoạn 2"),
        (PRINTED, "còn 2 trang không có hình"),
        (PRINTED, "left:10.00%;top:20.00%;width:20.00%;height:5.00%"),
        (SOUND, "đúng thể thức"),
        (UNREADABLE, "không có tệp này"),
    ],
)
def test_what_it_says(verdict: Verdict, said: str) -> None:
    assert said in html_of(verdict)


def test_findings_of_one_spot_share_a_frame() -> None:
    assert Page(html_of(PRINTED)).classes.count("frame") == 2


def test_several_files_have_a_table_of_them() -> None:
    page = Page(html_of(WHOLE, SOUND))
    assert page.links.count("#f1") == page.links.count("#f2") == 1


def test_a_document_without_a_name_for_its_kind() -> None:
    assert "chưa rõ loại" in html_of(replace(SOUND, understood=replace(KNOWN, kind=None, kind_name="")))
