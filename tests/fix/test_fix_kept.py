"""What is kept, and what is not touched at all: changes, comments, pictures; signed, protected and strict files."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from generator.docview.opening import open_view
from tests.fix.mending import mend
from tests.fix.said import paragraphs_of, things_in
from tests.foreign.documents import FOREIGN
from tests.ooxml import own
from tests.rules.documents import made
from tests.rules.mutations import cases, narrowed
from tests.rules.operations import change
from tests.rules.package import Package, element

DOCUMENT, REGIME = "plan-party-hd05", "party-hd05"
WRONG_SIZE = {"op": "run", "text": "Một đoạn về mục đích", "size": "13pt"}
KEPT: list[tuple[str, dict[str, Any]]] = [
    ("ins", {"op": "track", "text": "Một đoạn về yêu cầu"}),
    ("commentReference", {"op": "comment", "text": "Một đoạn về yêu cầu"}),
]
"""What it is, and the operation that puts it into the document."""


@pytest.mark.parametrize(("thing", "operation"), KEPT, ids=lambda value: str(value)[:20])
def test_what_people_put_into_a_text_stays(thing: str, operation: dict[str, Any], tmp_path: Path) -> None:
    document = change(made(DOCUMENT), [operation, WRONG_SIZE])
    mended = mend(document, tmp_path)
    assert mended.done.changes
    assert things_in(mended.done.document)[thing] == things_in(document)[thing] > 0


def test_words_within_one_run_are_cut_out_and_no_letter_is_lost(tmp_path: Path) -> None:
    """Two components in one run: only the one that is wrong gets another look."""
    document = FOREIGN["by-tabs"].build().bytes()
    mended = mend(document, tmp_path)
    assert paragraphs_of(mended.done.document) == paragraphs_of(document)
    assert any(each.message == "chữ đậm" for each in mended.done.changes)


def test_text_in_an_old_encoding_keeps_its_letters_and_its_font(tmp_path: Path) -> None:
    mended = mend(FOREIGN["tcvn3"].build().bytes(), tmp_path, regime="party-hd05")
    assert "page/legacy-font" in mended.codes
    assert ".VnTime" in Package(mended.done.document).text_of("word/document.xml")


def test_words_of_another_size_within_a_paragraph_are_set_alone(tmp_path: Path) -> None:
    document = change(
        made(DOCUMENT),
        [
            {"op": "run", "text": "Một đoạn về mục đích", "words": "về", "bold": True},
            {"op": "run", "text": "Một đoạn về mục đích", "words": "mục đích", "size": "12pt"},
        ],
    )
    mended = mend(document, tmp_path)
    assert mended.codes == set()
    assert '<w:b w:val="1"/>' in Package(mended.done.document).text_of("word/document.xml")


def test_a_number_moves_up_and_what_stood_on_the_first_page_stays_there(tmp_path: Path) -> None:
    sheet = FOREIGN["calibri"].build()
    section = sheet.document.sections[0]
    section.header.paragraphs[0].text = "Tài liệu nội bộ"
    section.footer.paragraphs[0]._p.append(element("fldSimple", instr=" PAGE "))
    mended = mend(sheet.bytes(), tmp_path)
    file = tmp_path / "sua.docx"
    file.write_bytes(mended.done.document)
    shown = open_view(file).sections[0]
    assert shown.title_page
    assert [each.text for each in shown.headers["first"].paragraphs] == ["Tài liệu nội bộ"]
    assert [each.text for each in shown.headers["default"].paragraphs] == ["2", "Tài liệu nội bộ"]
    assert not shown.footers["default"].fields
    assert not {code for code in mended.codes if code.startswith("page/number")}
    assert own.faults(mended.done.document) == own.faults(mended.given)


REFUSED = {
    "protected": "word/settings.xml",
    "signed": "_xmlsignatures/sig1.xml",
    "strict": "word/document.xml",
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_may_not_be_changed_comes_back_as_it_is(why: str, tmp_path: Path) -> None:
    package = Package(change(made(DOCUMENT), WRONG_SIZE))
    name = REFUSED[why]
    if why == "protected":
        text = package.text_of(name).replace(
            "</w:settings>", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
        )
        package.replace_part(name, text)
    elif why == "signed":
        package.parts[name] = b"<Signature/>"
    else:
        package.parts[name] = package.parts[name].replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    mended = mend(package.saved(), tmp_path, narrowed(REGIME, {}))
    assert mended.done.document == mended.given
    assert mended.done.changes == ()
    assert f"fix/{why}" in mended.codes


POOL = [
    case.change
    for case in cases()
    if case.document == DOCUMENT
    and case.expect
    and not case.profile
    and case.file.partition("/")[0] in ("page", "look")
]


def muddled(seed: int, count: int) -> bytes:
    """The document after some changes drawn from all cases; those that find no place any more are left out."""
    drawn = random.Random(seed)
    document = made(DOCUMENT)
    for operation in drawn.sample(POOL, count):
        try:
            document = change(document, operation)
        except (LookupError, AttributeError, ValueError):
            continue
    return document


def sorts_of_faults(document: bytes) -> set[str]:
    """Without the details: a fault of the given file may be worded otherwise."""
    return {fault.partition(": ")[0] for fault in own.faults(document)}


def hold(seed: int, count: int, folder: Path) -> None:
    """Whatever was done to it: no word is lost, and a second time nothing is left to do."""
    document = muddled(seed, count)
    profile = narrowed(REGIME, {})
    mended = mend(document, folder, profile)
    assert paragraphs_of(mended.done.document) == paragraphs_of(document)
    assert things_in(document) <= things_in(mended.done.document)
    assert sorts_of_faults(mended.done.document) <= sorts_of_faults(document)
    again = mend(mended.done.document, folder, profile)
    assert [each.message for each in again.done.changes] == []
    assert again.done.document == mended.done.document


@pytest.mark.parametrize("seed", range(3))
def test_any_muddle_keeps_its_words_and_comes_to_rest(seed: int, tmp_path: Path) -> None:
    hold(seed, 5, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3, 40))
def test_any_larger_muddle_keeps_its_words_and_comes_to_rest(seed: int, tmp_path: Path) -> None:
    hold(seed, 10, tmp_path)
