"""Files before and after LibreOffice: what it is never given, what names may hold, where PDFs go and when not."""

from __future__ import annotations

import errno
import os
import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import machine
from generator.errors import GeneratorError
from generator.publish.conversion import CHUNK, Conversion, Order
from generator.publish.pdf import convert, convert_beside, fulfil
from tests.docx_files import docx, field, p, paragraphs, run, text_box, zipped
from tests.unit.publish.conftest import Desk
from tests.unit.publish.fake_office import asked, paper

SOUND = docx(paragraphs("Số 05-KH/QU", "KẾ HOẠCH"))
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def retyped(kind: str) -> bytes:
    types = SOUND["[Content_Types].xml"]
    return zipped(SOUND | {"[Content_Types].xml": types.replace(MAIN.encode(), kind.encode())})


def linking(kind: str, target: str, mode: str = "External") -> bytes:
    link = (kind, target, mode) if mode else (kind, target)
    return zipped(docx(paragraphs("Một dòng"), links={"rId9": link}))


REFUSED: Mapping[str, tuple[bytes, str]] = {
    "nothing in it": (b"", "file/empty"),
    "zeros": (b"\0" * 500, "file/empty"),
    "a web page": (b"<html><body><img src='http://127.0.0.1/a.png'></body></html>", "file/html"),
    "rich text": (b"{\\rtf1 Xin}", "file/rtf"),
    "plain text": ("Số 05-KH/QU".encode(), "file/text"),
    "a PDF": (b"%PDF-1.4\n%%EOF\n", "file/pdf"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file/old-office"),
    "cut short": (zipped(SOUND)[:-200], "file/cut-short"),
    "a zip file of pictures": (zipped({"a.png": b"\x89PNG"}), "file/archive"),
    "a workbook": (zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"}), "file/spreadsheet"),
    "no text part": (
        zipped({name: data for name, data in SOUND.items() if name != "word/document.xml"}),
        "pdf/not-a-document",
    ),
    "with macros": (retyped("application/vnd.ms-word.document.macroEnabled.main+xml"), "pdf/not-a-document"),
    "a template of Word": (retyped(MAIN.replace("document.main", "template.main")), "pdf/not-a-document"),
    "broken XML": (zipped(SOUND | {"word/document.xml": b"<w:document"}), "file/broken-xml"),
    "no document in its text part": (zipped(SOUND | {"word/document.xml": b"<a/>"}), "pdf/not-a-document"),
    "a DOCTYPE": (
        zipped(SOUND | {"word/document.xml": b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"}),
        "file/document-type",
    ),
    "a picture on the web": (linking("image", "http://127.0.0.1:1/a.png"), "pdf/external-link"),
    "a picture of this machine": (linking("image", "file:///etc/hostname"), "pdf/external-link"),
    "a picture of another machine": (linking("image", "\\\\may-chu\\anh.png"), "pdf/external-link"),
    "an address without its mode": (linking("image", "http://127.0.0.1:1/a.png", ""), "pdf/external-link"),
    "a linked object": (linking("oleObject", "file:///tmp/a.xlsx"), "pdf/external-link"),
    "a linked part": (linking("aFChunk", "http://127.0.0.1:1/a.html"), "pdf/external-link"),
    "a linked document": (linking("subDocument", "phan-2.docx"), "pdf/external-link"),
    "a linked film": (linking("video", "http://127.0.0.1:1/a.mp4"), "pdf/external-link"),
}
HARMLESS = {
    "hyperlink": "http://127.0.0.1:1/",
    "attachedTemplate": "file:///C:/Users/van-thu/mau.dotm",
    "mailMergeSource": "file:///C:/danh-sach.xlsx",
}
NAMES = {
    "spaces": "ke  hoach nam.docx",
    "Vietnamese": "Kế hoạch tuyên truyền Đại hội.docx",
    "decomposed": unicodedata.normalize("NFD", "Hướng dẫn số 2.docx"),
    "quotes": "\"a\" 'b' `c`.docx",
    "a newline": "a\nb.docx",
    "leading dash": "-env.docx",
    "an option": "--convert-to.docx",
    "a percent sign": "%41%20.docx",
    "a hash and a question": "a#b?c.docx",
    "dollar and brackets": "$HOME {a,b} [c] *.docx",
    "no stem": ".docx",
    "two dots": "a.b..docx",
    "capitals": "PLAN.DOCX",
    "another suffix": "ke-hoach.bak",
    "long": "a" * 200 + ".docx",
    "outside the basic plane": "📄 văn bản.docx",
}
CODES = Callable[[Conversion], list[str]]


def codes(conversion: Conversion) -> list[str]:
    return [found.code for found in conversion.findings]


@pytest.mark.parametrize("case", REFUSED)
def test_what_libreoffice_is_never_given(case: str, desk: Desk) -> None:
    content, code = REFUSED[case]
    bad = desk.papers / "bad.docx"
    bad.write_bytes(content)
    good = [paper(desk.papers / f"{name}.docx") for name in ("before", "after")]
    made = convert([good[0], bad, good[1]], desk.out)
    assert [codes(conversion) for conversion in made] == [[], [code], []]
    assert made[1].findings[0].where.file == bad
    assert made[1].findings[0].hint
    assert [sum(each.endswith(".docx") for each in arguments) for arguments, _environment in asked(desk.office)] == [2]


@pytest.mark.parametrize(("name", "code"), [("none.docx", "file/missing"), ("folder.docx", "file/folder")])
def test_a_source_that_is_no_file(name: str, code: str, desk: Desk) -> None:
    (desk.papers / "folder.docx").mkdir()
    (made,) = convert([desk.papers / name], desk.out)
    assert codes(made) == [code]


def test_a_pipe_is_not_waited_for(desk: Desk) -> None:
    os.mkfifo(desk.papers / "pipe.docx")
    (made,) = convert([desk.papers / "pipe.docx"], desk.out)
    assert codes(made) == ["file/not-a-file"]


@pytest.mark.parametrize("kind", HARMLESS)
def test_a_link_that_is_not_followed_does_no_harm(kind: str, desk: Desk) -> None:
    file = desk.papers / "a.docx"
    file.write_bytes(linking(kind, HARMLESS[kind]))
    (made,) = convert([file], desk.out)
    assert (codes(made), made.pdf) == ([], desk.out / "a.pdf")


@pytest.mark.parametrize("case", NAMES)
def test_any_name_that_a_file_may_have(case: str, desk: Desk) -> None:
    file = paper(desk.papers / NAMES[case])
    (made,) = convert_beside([file])
    assert codes(made) == []
    assert made.pdf == file.with_name(f"{file.stem}.pdf")
    assert made.pdf.read_bytes().startswith(b"%PDF")


def test_libreoffice_sees_names_of_our_own_only(desk: Desk) -> None:
    convert([paper(desk.papers / name) for name in NAMES.values()], desk.out)
    for arguments, _environment in asked(desk.office):
        assert all(Path(each).stem.isdigit() for each in arguments if each.endswith(".docx"))


def test_libreoffice_knows_little_of_its_surroundings(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "khong-duoc-lo")
    monkeypatch.setenv("LD_PRELOAD", "")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    convert([paper(desk.papers / "a.docx")], desk.out)
    ((_arguments, environment),) = asked(desk.office)
    expected = {"PATH", "TZ", "TMPDIR", "TEMP", "TMP", "HOME", "LC_ALL", "FONTCONFIG_FILE", "SAL_USE_VCLPLUGIN"}
    assert environment.keys() - {"LC_CTYPE", "__CF_USER_TEXT_ENCODING"} <= expected
    assert Path(environment["HOME"]).is_relative_to(desk.temporary)


def test_every_run_has_a_profile_of_its_own(desk: Desk) -> None:
    files = [paper(desk.papers / f"{number}.docx") for number in range(4)]
    convert(files, desk.out, jobs=4)
    profiles = {next(each for each in run if each.startswith("-env:")) for run, _environment in asked(desk.office)}
    assert len(profiles) == 4


def test_chunks_end_and_begin_anew(desk: Desk) -> None:
    convert([paper(desk.papers / f"{number}.docx") for number in range(2 * CHUNK + 5)], desk.out)
    sizes = [sum(each.endswith(".docx") for each in arguments) for arguments, _environment in asked(desk.office)]
    assert sizes == [CHUNK, CHUNK, 5]


VISIBLE = {
    "a result of a field": field("DATE"),
    "a text box": p(text_box("Trong khung")),
    "hidden words": p(run("Ẩn đi", "<w:vanish/>"), "Hiện ra"),
    "a word over runs": p(run("KẾ "), run("HO"), run("ẠCH")),
    "a break": p("trước", "<w:r><w:br/></w:r>", "sau"),
    "a deletion": "<w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>",
}


@pytest.mark.parametrize(
    ("case", "pieces"),
    [
        ("a result of a field", ()),
        ("a text box", ("Trong khung",)),
        ("hidden words", ("Hiện ra",)),
        ("a word over runs", ("KẾ HOẠCH",)),
        ("a break", ("trước", "sau")),
        ("a deletion", ()),
    ],
)
def test_the_words_that_a_pdf_must_show(case: str, pieces: tuple[str, ...], tmp_path: Path) -> None:
    from generator.publish.source import examine

    body = VISIBLE[case] if VISIBLE[case].startswith("<w:p>") else f"<w:p>{VISIBLE[case]}</w:p>"
    (tmp_path / "a.docx").write_bytes(zipped(docx(body)))
    assert examine(tmp_path / "a.docx").pieces == pieces


# Where PDFs go


def test_a_pdf_of_an_earlier_run_is_never_taken_for_a_result(desk: Desk) -> None:
    desk.out.mkdir()
    (desk.out / "a.pdf").write_bytes(b"%PDF-1.4 old\n%%EOF")
    (made,) = convert([paper(desk.papers / "a.docx", "nothing")], desk.out)
    assert (made.pdf, codes(made)) == (None, ["pdf/not-made", "pdf/old-file"])
    assert (desk.out / "a.pdf").read_bytes() == b"%PDF-1.4 old\n%%EOF"


def test_a_pdf_of_an_earlier_run_gives_way_to_a_good_one(desk: Desk) -> None:
    desk.out.mkdir()
    (desk.out / "a.pdf").write_bytes(b"old")
    convert([paper(desk.papers / "a.docx")], desk.out)
    assert (desk.out / "a.pdf").read_bytes().startswith(b"%PDF-1.6")


@pytest.mark.parametrize("other", ["a.docx", "A.docx", unicodedata.normalize("NFD", "ố.docx")])
def test_two_sources_of_one_name(other: str, desk: Desk) -> None:
    (desk.papers / "more").mkdir()
    first = paper(desk.papers / ("ố.docx" if other[0] not in "aA" else "a.docx"))
    made = convert([first, paper(desk.papers / "more" / other), paper(desk.papers / "b.docx")], desk.out)
    assert [codes(conversion) for conversion in made] == [["pdf/same-target"], ["pdf/same-target"], []]
    assert [file.name for file in desk.out.iterdir()] == ["b.pdf"]


def test_the_same_file_twice_is_made_once(desk: Desk) -> None:
    file = paper(desk.papers / "a.docx")
    made = convert([file, file], desk.out)
    assert [conversion.pdf for conversion in made] == [desk.out / "a.pdf"] * 2
    assert len(asked(desk.office)) == 1


def test_a_folder_of_the_name_of_the_pdf(desk: Desk) -> None:
    (desk.out / "a.pdf").mkdir(parents=True)
    made = convert([paper(desk.papers / "a.docx"), paper(desk.papers / "b.docx")], desk.out)
    assert [codes(conversion) for conversion in made] == [["pdf/not-written", "pdf/old-file"], []]


def test_a_folder_that_cannot_be(desk: Desk) -> None:
    desk.out.write_bytes(b"a file")
    orders = [
        Order(paper(desk.papers / f"{name}.docx"), folder / f"{name}.pdf")
        for name, folder in (("a", desk.out / "inner"), ("b", desk.papers))
    ]
    made = fulfil(orders)
    assert [codes(conversion) for conversion in made] == [["pdf/not-written"], []]


def test_a_folder_that_is_only_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "writable", lambda folder: False)
    (made,) = convert([paper(desk.papers / "a.docx")], desk.out)
    assert codes(made) == ["pdf/not-written"]
    assert not asked(desk.office)


@pytest.mark.parametrize(
    ("function", "error"),
    [("replace", errno.EACCES), ("replace", errno.EPERM), ("fsync", errno.ENOSPC), ("fsync", errno.EIO)],
)
def test_a_pdf_that_is_locked_or_does_not_fit(
    function: str, error: int, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.out.mkdir()
    (desk.out / "a.pdf").write_bytes(b"old")

    def fail(*_given: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, function, fail)
    (made,) = convert([paper(desk.papers / "a.docx")], desk.out)
    assert codes(made) == ["pdf/not-written", "pdf/old-file"]
    assert [(file.name, file.read_bytes()) for file in desk.out.iterdir()] == [("a.pdf", b"old")]


# What a machine lacks


def test_a_machine_without_libreoffice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "office", lambda: None)
    with pytest.raises(GeneratorError, match="LibreOffice") as raised:
        convert([paper(desk.papers / "a.docx")], desk.out)
    assert "libreoffice-writer-nogui" in raised.value.hint


def test_a_machine_without_a_vietnamese_typeface(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "typefaces", list)
    with pytest.raises(GeneratorError, match="Tinos") as raised:
        convert([paper(desk.papers / "a.docx")], desk.out)
    assert "fonts-croscore" in raised.value.hint


def test_a_libreoffice_that_does_not_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "office", lambda: desk.office / "none")
    with pytest.raises(GeneratorError, match="không trả lời"):
        convert([paper(desk.papers / "a.docx")], desk.out)


def test_no_place_for_temporary_files(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(desk.temporary / "none"))
    with pytest.raises(GeneratorError, match="thư mục tạm") as raised:
        convert([paper(desk.papers / "a.docx")], desk.out)
    assert "TMPDIR" in raised.value.hint


def test_a_profile_that_cannot_be_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.publish import office

    def full(_profile: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(office, "seed", full)
    with pytest.raises(GeneratorError, match="đĩa đã đầy"):
        convert([paper(desk.papers / "a.docx")], desk.out)
