"""Packages: parts, content types, relationships, and what is refused before anything of it is used."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Faulty
from generator.opc.limits import Limits
from generator.opc.package import Package, read_package
from generator.opc.xml import parse
from tests.docx_files import docx, p, zipped

GOOD = docx(p("a"))
SMALL = Limits(file=50_000, parts=20, inflated=60_000, part=40_000, ratio=50, ratio_from=1_000, xml=30_000, tags=100)


def read(folder: Path, data: bytes, limits: Limits = SMALL) -> Package:
    file = folder / "a.docx"
    file.write_bytes(data)
    return read_package(file, limits)


def codes(folder: Path, data: bytes, limits: Limits = SMALL) -> list[str]:
    with pytest.raises(Faulty) as caught:
        read(folder, data, limits)
    return [each.code for each in caught.value.diagnostics]


def noise(size: int) -> bytes:
    """Bytes that no compression makes smaller."""
    return b"".join(struct.pack(">I", number * 2654435761 % 2**32) for number in range(size // 4))


def members(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return stream.getvalue()


def encrypted(data: bytes) -> bytes:
    """With the mark of encryption at every member, in the directory."""
    changed = bytearray(data)
    place = changed.find(b"PK\1\2")
    while place >= 0:
        changed[place + 8] |= 1
        place = changed.find(b"PK\1\2", place + 4)
    return bytes(changed)


def lying(data: bytes, size: int) -> bytes:
    """The first member says that it is of another size."""
    changed = bytearray(data)
    struct.pack_into("<I", changed, changed.find(b"PK\1\2") + 24, size)
    return bytes(changed)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "too many parts": (lambda: members(*(f"{number}.xml" for number in range(30))), "too-many-parts"),
    "the same name in another case": (lambda: members("a.xml", "A.xml"), "duplicate-part"),
    "the same name with another slash": (lambda: members("a/b.xml", "a\\b.xml"), "duplicate-part"),
    "a name that leads out": (lambda: members("../a.xml"), "part-name"),
    "a name from the root": (lambda: members("/a.xml"), "part-name"),
    "a name with a drive": (lambda: members("C:a.xml"), "part-name"),
    "locked members": (lambda: encrypted(zipped(GOOD)), "password"),
    "one large part": (lambda: zipped(GOOD | {"a.bin": noise(41_000)}), "too-large"),
    "many parts, large together": (
        lambda: zipped(GOOD | {f"{number}.bin": bytes(900) + noise(8_000) for number in range(9)}),
        "too-large",
    ),
    "much out of little": (lambda: zipped(GOOD | {"a.bin": bytes(30_000)}), "bomb"),
    "a size that is a lie, too small": (lambda: lying(zipped(GOOD), 3), "damaged"),
    "a size that is a lie, too large": (lambda: lying(zipped(GOOD), 30_000), "damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(tmp_path: Path, name: str) -> None:
    made, code = REFUSED[name]
    limits = replace(SMALL, file=200_000)
    assert codes(tmp_path, made(), limits) == [f"file/{code}"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    assert codes(tmp_path, noise(60_000)) == ["file/too-large"]


def test_parts_that_are_not_wanted_are_checked_but_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(zipped(GOOD | {"word/media/a.png": b"x" * 10}))
    package = read_package(file, keep=lambda name: name.endswith(".xml"))
    assert ("word/media/a.png" in package.parts, package.sizes["word/media/a.png"]) == (False, 10)


def test_a_part_that_is_not_wanted_is_still_no_damaged_one(tmp_path: Path) -> None:
    data = zipped(GOOD | {"word/media/a.png": noise(1_000)})
    place = data.index(b"word/media/a.png") + 100
    file = tmp_path / "a.docx"
    file.write_bytes(data[:place] + bytes((data[place] ^ 0xFF,)) + data[place + 1 :])
    with pytest.raises(Faulty) as caught:
        read_package(file, keep=lambda name: name.endswith(".xml"))
    assert [(each.code, each.where.part) for each in caught.value.diagnostics] == [("file/damaged", "word/media/a.png")]


def test_relationships_lead_to_parts(tmp_path: Path) -> None:
    links = {
        "rId7": ("image", "media/h%C3%ACnh.png"),
        "rId8": ("image", "/word/b.png"),
        "rId9": ("hyperlink", "https://example.org", "External"),
    }
    found = read(tmp_path, zipped(docx(p("a"), links=links))).relationships("word/document.xml")
    assert [(found[name].kind, found[name].target, found[name].external) for name in ("rId7", "rId8", "rId9")] == [
        ("image", "word/media/hình.png", False),
        ("image", "word/b.png", False),
        ("hyperlink", "https://example.org", True),
    ]


def test_the_package_s_own_relationships(tmp_path: Path) -> None:
    assert read(tmp_path, zipped(GOOD)).relationships("")["rId1"].target == "word/document.xml"


def test_content_types(tmp_path: Path) -> None:
    types = read(tmp_path, zipped(GOOD)).content_types
    assert (types["word/document.xml"].endswith("main+xml"), types["_rels/.rels"].endswith("relationships+xml")) == (
        True,
        True,
    )


def test_parts_are_found_in_any_case(tmp_path: Path) -> None:
    package = read(tmp_path, zipped(GOOD))
    assert (package.find("Word/Document.XML"), package.find("gone.xml")) == ("word/document.xml", None)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<a>", "broken-xml"),
        (b"<a>text\0</a>", "broken-xml"),
        (b"", "broken-xml"),
        (b"text", "encoding"),
        (b'<?xml version="1.0" encoding="windows-1258"?><a/>', "encoding"),
        (b"<!DOCTYPE a><a/>", "document-type"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', "document-type"),
        ('\ufeff<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16-le"), "document-type"),
        (b"<a>&b;</a>", "broken-xml"),
        (b"<a>" + b"<b/>" * 200 + b"</a>", "too-many-elements"),
        (b"<a" + b"".join(b' a%d="1"' % number for number in range(60)) + b"/>", "too-many-elements"),
        (b"<a>" + b" " * 40_000 + b"</a>", "too-large"),
    ],
)
def test_xml_that_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Faulty) as caught:
        parse(data, Path("a.docx"), "a.xml", replace(SMALL, attributes=50))
    assert [each.code for each in caught.value.diagnostics] == [f"file/{code}"]


def test_xml_that_is_too_deep_is_refused() -> None:
    with pytest.raises(Faulty) as caught:
        parse(b"<a>" * 300 + b"</a>" * 300, Path("a.docx"), "a.xml")
    assert [each.code for each in caught.value.diagnostics] == ["file/too-deep"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_the_format(encoding: str) -> None:
    assert parse("<a>Đảng</a>".encode(encoding), Path("a.docx"), "a.xml").text == "Đảng"


def test_comments_and_instructions_are_left_out() -> None:
    assert len(parse(b"<a><?b c?><!--d--></a>", Path("a.docx"), "a.xml")) == 0
