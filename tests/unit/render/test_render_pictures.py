"""Pictures: only from their folders, only PNG and JPEG, embedded once, numbered, and every fault with its place."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.image.image import Image
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.diagnostics import Diagnostic, Faulty
from generator.render import pictures as album
from generator.render.engine import fill
from generator.render.jail import MAX_BYTES, find_picture
from generator.render.raster import MAX_SIDE, PictureFault, read_raster
from tests.docx_files import R, docx, opened, p, part, parts_of, picture, root, table, write
from tests.pictures import PNG_HEAD, chunk, jpeg, png
from tests.unit.templates.filling import compiled, context

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
LOGO = p("{{r 'logo.png' | picture(width=30) }}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of pictures with a secret beside it."""
    made = tmp_path / "pictures"
    made.mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (made / "logo.png").write_bytes(png(40, 20))
    return made


@pytest.fixture
def printed(tmp_path: Path, folder: Path) -> Callable[..., bytes]:
    """A template of these parts or this body, filled."""

    def make(parts: Any, *more: Path, **values: Any) -> bytes:
        file = write(tmp_path / "mẫu.docx", parts)
        return fill(compiled(file), context() | {"data": values}, (*more, folder))

    return make


@pytest.fixture
def refused(printed: Callable[..., bytes]) -> Callable[..., list[Diagnostic]]:
    def make(parts: Any, *more: Path, **values: Any) -> list[Diagnostic]:
        with pytest.raises(Faulty) as caught:
            printed(parts, *more, **values)
        return list(caught.value.diagnostics)

    return make


def drawings(data: bytes, name: str = "word/document.xml") -> list[etree._Element]:
    return list(root(data, name).iter(f"{WP}inline"))


def embedded(data: bytes, name: str = "word/document.xml") -> list[bytes]:
    """The files of the pictures of a part, as a reader finds them."""
    folder, base = name.rsplit("/", 1)
    links = {e.get("Id"): e.get("Target", "") for e in root(data, f"{folder}/_rels/{base}.rels")}
    found = [blip.get(f"{{{R}}}embed") for blip in root(data, name).iter(f"{A}blip")]
    return [part(data, f"{folder}/{links[identifier]}") for identifier in found]


def media(data: bytes) -> list[str]:
    return [name for name in parts_of(data) if name.startswith("word/media/")]


# What is printed


def test_a_picture_stands_where_its_tag_stood(printed: Callable[..., bytes]) -> None:
    made = printed(p("a {{r data.name | picture(width=30) }} b"), name="logo.png")
    (shape,) = opened(made).inline_shapes
    assert (shape.width.mm, shape.height.mm) == (30, 15)
    assert embedded(made) == [png(40, 20)]
    assert [run.text for run in opened(made).paragraphs[0].runs if run.text] == ["a ", " b"]


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ("30", (30, 15)),
        ("width=30", (30, 15)),
        ("height=30", (60, 30)),
        ("30, 30", (30, 30)),
        ("width='12,5'", (12.5, 6.25)),
        ("width=data.wide", (20.5, 10.25)),
        ("width=500", (500, 250)),
    ],
)
def test_the_size_is_told_in_millimetres(printed: Callable[..., bytes], size: str, wanted: tuple[float, float]) -> None:
    made = printed(p(f"{{{{r 'logo.png' | picture({size}) }}}}"), wide="20.5")
    (extent,) = root(made).iter(f"{WP}extent")
    assert (int(extent.get("cx", "")), int(extent.get("cy", ""))) == tuple(round(36000 * mm) for mm in wanted)


@pytest.mark.parametrize("alt", ['Huy hiệu "Đoàn" & <b>', "a' onerror='x", "{{ x }}", "]]>", "  hai\n dòng "])
def test_the_words_for_those_who_cannot_see_it(printed: Callable[..., bytes], alt: str) -> None:
    made = printed(p("{{r 'logo.png' | picture(30, alt=data.alt) }}"), alt=alt)
    assert [e.get("descr") for e in root(made).iter(f"{WP}docPr")] == [" ".join(alt.split())]


def test_a_picture_without_words_has_no_description(printed: Callable[..., bytes]) -> None:
    assert [e.get("descr") for e in root(printed(LOGO)).iter(f"{WP}docPr")] == [None]


def test_a_jpeg(printed: Callable[..., bytes], folder: Path) -> None:
    (folder / "ảnh.jpg").write_bytes(jpeg(30, 60))
    made = printed(p("{{r 'ảnh.jpg' | picture(10) }}"))
    assert embedded(made) == [jpeg(30, 60)]
    assert opened(made).inline_shapes[0].height.mm == 20
    assert b'Extension="jpeg" ContentType="image/jpeg"' in part(made, "[Content_Types].xml")


def test_a_picture_is_embedded_once_however_often_it_is_printed(printed: Callable[..., bytes], folder: Path) -> None:
    (folder / "copy.png").write_bytes(png(40, 20))
    body = LOGO + p("{%p for l in data.l %}") + LOGO + p("{{r 'copy.png' | picture(5) }}") + p("{%p endfor %}")
    made = printed(body, l="abc")
    assert len(drawings(made)) == 7
    assert len(media(made)) == 1


def everywhere() -> dict[str, bytes]:
    note = f'<w:footnote w:id="1">{LOGO}</w:footnote>'
    return docx(LOGO, table((LOGO,)), beside={"header1": LOGO, "footer1": p("x") + LOGO, "footnotes": note})


def test_a_picture_in_every_part(printed: Callable[..., bytes]) -> None:
    made = printed(everywhere())
    for name in ("document", "header1", "footer1", "footnotes"):
        assert set(embedded(made, f"word/{name}.xml")) == {png(40, 20)}
    assert len(media(made)) == 1
    assert part(made, "[Content_Types].xml").count(b"image/png") == 1
    assert opened(made).sections[0].header.part.rels


def test_a_picture_in_a_block_of_a_child(tmp_path: Path, folder: Path) -> None:
    base = write(tmp_path / "base.docx", p("{%p block a %}") + p("x") + p("{%p endblock %}"))
    body = p('{%p extends "base" %}') + p("{%p block a %}") + LOGO + p("{{p super() }}") + p("{%p endblock %}")
    made = fill(compiled(write(tmp_path / "child.docx", body), base), context(), (folder,))
    assert embedded(made) == [png(40, 20)]


def test_the_units_picture_comes_before_the_offices(printed: Callable[..., bytes], tmp_path: Path) -> None:
    unit = tmp_path / "unit"
    unit.mkdir()
    (unit / "logo.png").write_bytes(png(9, 9))
    assert embedded(printed(LOGO, unit)) == [png(9, 9)]
    assert embedded(printed(LOGO, tmp_path / "none")) == [png(40, 20)]


def test_what_programs_leave_behind_a_picture_is_not_published(printed: Callable[..., bytes], folder: Path) -> None:
    for name, data in (("a.png", png()), ("b.jpg", jpeg())):
        (folder / name).write_bytes(data + b"<html>left</html>")
        assert embedded(printed(p(f"{{{{r '{name}' | picture(9) }}}}"))) == [data]


def test_a_changed_file_is_read_again(printed: Callable[..., bytes], folder: Path) -> None:
    assert embedded(printed(LOGO)) == [png(40, 20)]
    (folder / "logo.png").write_bytes(png(41, 20))
    assert embedded(printed(LOGO)) == [png(41, 20)]


# The package


def test_the_same_input_is_the_same_bytes(printed: Callable[..., bytes]) -> None:
    first = printed(everywhere())
    album._prepared.cache_clear()
    assert printed(everywhere()) == first


def test_every_drawing_has_a_number_of_its_own(printed: Callable[..., bytes]) -> None:
    looped = p("{%p for l in data.l %}") + p(picture("rIdp", 7)) + LOGO + p("{%p endfor %}") + p(picture("rIdp", 1))
    link = f'<Relationship Id="rIdp" Type="{R}/image" Target="media/a.png"/>'
    links = f'<Relationships xmlns="{RELATIONSHIPS}">{link}</Relationships>'.encode()
    parts = docx(
        looped,
        beside={"header1": p(picture("rIdp", 2)), "footer1": p(picture("rIdp", 7)) + LOGO},
        links={"rIdp": ("image", "media/a.png")},
        parts={"word/media/a.png": png()} | {f"word/_rels/{name}1.xml.rels": links for name in ("header", "footer")},
        types={"png": "image/png"},
    )
    made = printed(parts, l="abc")
    roots = [root(made, f"word/{name}.xml") for name in ("document", "header1", "footer1")]
    found = [element.get("id") for one in roots for element in one.iter(f"{WP}docPr")]
    assert len(found) == len(set(found)) == 10
    assert {"1", "2", "7"} <= set(found)
    assert "0" not in found
    assert embedded(made, "word/footer1.xml") == [png(), png(40, 20)]


def test_what_the_template_points_to_stays(printed: Callable[..., bytes]) -> None:
    """A document of ours, used as a template again."""
    own = {"rIdVtPicture1": ("image", "media/a.png"), "rIdVtPicture2": ("image", "media/a.png")}
    taken = media(printed(LOGO))[0]
    parts = docx(
        p(picture("rIdVtPicture1")) + LOGO,
        links=own,  # type: ignore[arg-type]
        parts={"word/media/a.png": png(1, 1), taken.upper(): b"x"},
        types={"png": "image/x-other"},
    )
    made = printed(parts)
    assert embedded(made) == [png(1, 1), png(40, 20)]
    assert len({name.lower() for name in parts_of(made)}) == len(parts_of(made))
    own_name = taken.replace(".png", "-1.png")
    assert f'PartName="/{own_name}" ContentType="image/png"'.encode() in part(made, "[Content_Types].xml")


def test_a_document_without_pictures_is_as_before(tmp_path: Path, folder: Path) -> None:
    template = compiled(write(tmp_path / "mẫu.docx", p("{{ subject }}")))
    assert fill(template, context(), (folder,)) == fill(template, context())


# Names

HOSTILE = (
    "../x.png", "../secret.png", "/etc/passwd", "/etc/passwd\0.png", "C:\\x.png", "C:x.png", "c:/x.png",
    "\\\\server\\x.png", "//server/share/x.png", "a/../../b.png", "a/../logo.png", "./logo.png", "logo.png/",
    "．．／x.png", "․․/x.png", "..%2fx.png", "x.png\0", "logo.png\n", "\tlogo.png", "logo.png ", "logo.png.",
    "..", ".", "...", "/", "//", "a//b.png", ".hidden.png", "~/x.png", "~root", "$HOME/x.png", "%TEMP%\\x.png",
    "CON.png", "con", "a/nul.png", "LPT1", "com9.jpg", "logo.png:stream", "file:///etc/passwd", "http://x/y.png",
    "a|b.png", "a*b.png", "a?.png", "`id`.png", "\u202egnp.exe", "a\ud800.png", "a\u200b.png", "x" * 151 + ".png",
    "ộ" * 60 + ".png", "a/b/c/d/e.png", "-rf.png", "\\x.png", "<x>.png", '"x".png', "a\x1b[31m.png",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_name_is_refused_before_any_file_is_looked_for(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for step in ("lexists", "isfile"):
        monkeypatch.setattr(os.path, step, lambda _path: pytest.fail("looked for"))
    with pytest.raises(PictureFault) as caught:
        find_picture(name, [Path("/")])
    assert caught.value.text.isprintable()
    assert caught.value.hint


STEPS = st.sampled_from(["..", ".", "/", "\\", "a", "logo.png", "\0", ":"])


@given(st.text(max_size=30) | st.lists(STEPS).map("".join))
def test_no_name_leads_out(name: str) -> None:
    home = Path(__file__).parent.parent
    try:
        found = find_picture(name, [home])
    except PictureFault:
        return
    assert found.is_relative_to(home)


@pytest.mark.parametrize("name", ["", "  ", None, 7, ["logo.png"], {"a": 1}, True])
def test_what_is_no_name(refused: Callable[..., list[Diagnostic]], name: object) -> None:
    (found,) = refused(p("x") + p("{{r data.name | picture(30) }}"), name=name)
    assert (found.code, found.where.paragraph) == ("template/picture", 2)


@pytest.mark.parametrize(
    "name", ["Huy hiệu Đoàn (mới).png", "chung/logo_1-2.PNG", "a.b.png", "huy hiệu", "ảnh+1,2.png"]
)
def test_names_that_people_give(folder: Path, name: str) -> None:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(png())
    assert find_picture(name, [folder]) == file


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_stored_apart_are_the_same_name(folder: Path, form: Any) -> None:
    file = folder / unicodedata.normalize(form, "ảnh") / unicodedata.normalize(form, "ộ.png")
    file.parent.mkdir()
    file.write_bytes(png())
    for asked in ("NFC", "NFD"):
        assert find_picture(unicodedata.normalize(asked, "ảnh/ộ.png"), [folder]) == file  # type: ignore[arg-type]


def _pipe(file: Path) -> None:
    os.mkfifo(file)


LEADING_ELSEWHERE: dict[str, Callable[[Path], None]] = {
    "a link out": lambda file: file.symlink_to(file.parent.parent / "secret.png"),
    "a link to a device": lambda file: file.symlink_to("/dev/zero"),
    "a link to nothing": lambda file: file.symlink_to("/none"),
    "a link to itself": lambda file: file.symlink_to(file),
    "a folder": lambda file: file.mkdir(),
    "a pipe": _pipe,
}


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of another kind")
@pytest.mark.parametrize("what", LEADING_ELSEWHERE)
def test_what_is_no_file_of_the_folder(folder: Path, refused: Callable[..., list[Diagnostic]], what: str) -> None:
    LEADING_ELSEWHERE[what](folder / "x.png")
    (found,) = refused(p("{{r 'x.png' | picture(30) }}"))
    assert (found.code, bool(found.hint)) == ("template/picture", True)


@pytest.mark.skipif(os.name == "nt", reason="links need rights")
def test_a_linked_folder_inside(folder: Path, refused: Callable[..., list[Diagnostic]]) -> None:
    (folder / "out").symlink_to(folder.parent)
    (folder / "in").symlink_to(folder)
    assert find_picture("in/logo.png", [folder]) == folder / "logo.png"
    for name in ("out/secret.png", "out/none.png", "in/out/secret.png"):
        (found,) = refused(p(f"{{{{r '{name}' | picture(30) }}}}"))
        assert "dẫn ra ngoài" in found.message


def test_a_name_that_is_not_there_gets_the_nearest(refused: Callable[..., list[Diagnostic]]) -> None:
    (found,) = refused(p("{{r 'lôgo.png' | picture(30) }}"))
    assert found.hint == "có phải là “logo.png”?"


def test_without_folders_there_are_no_pictures(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        fill(compiled(write(tmp_path / "mẫu.docx", LOGO)), context())
    assert caught.value.diagnostics[0].code == "template/picture"


# Files

NO_PICTURES = {
    "empty": (b"", "rỗng"),
    "svg": (b'\xef\xbb\xbf <svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
    "html": (b"<!DOCTYPE html><img src=x>", "HTML"),
    "gif": (b"GIF89a\1\0\1\0", "GIF"),
    "bmp": (b"BM\0\0", "BMP"),
    "webp": (b"RIFF\0\0\0\0WEBP", "WebP"),
    "tiff": (b"II*\0", "TIFF"),
    "emf": (b"\1\0\0\0".ljust(40, b"\0") + b" EMF", "EMF"),
    "wmf": (b"\xd7\xcd\xc6\x9a", "WMF"),
    "heic": (b"\0\0\0\x18ftypheic", "HEIC"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "docx": (b"PK\3\4", "zip"),
    "program": (b"MZ\x90", "không rõ"),
    "a png's name alone": (PNG_HEAD, "hỏng"),
    "a png cut": (png()[:-1], "hỏng"),
    "a png with its end cut": (png()[:-12], "hỏng"),
    "a png changed": (png().replace(b"IDAT", b"IDAX"), "hỏng"),
    "a png of no points": (PNG_HEAD + png()[8:33] + chunk(b"IEND", b""), "hỏng"),
    "a png with html inside": (PNG_HEAD + b"<script>" * 9, "hỏng"),
    "a png that begins elsewhere": (PNG_HEAD + chunk(b"tEXt", b"x") + png()[8:], "hỏng"),
    "a png of no width": (png(0, 5, points=False), "hỏng"),
    "a png of no height": (png(5, 0, points=False), "hỏng"),
    "a png too wide": (png(MAX_SIDE + 1, 1, points=False), "quá lớn"),
    "a png of too many points": (png(MAX_SIDE, MAX_SIDE, points=False), "quá lớn"),
    "a png as large as can be said": (png(2**32 - 1, 2**32 - 1, points=False), "quá lớn"),
    "a jpeg cut": (jpeg()[:-2], "hỏng"),
    "a jpeg of a head": (jpeg()[:20], "hỏng"),
    "a jpeg of nothing": (b"\xff\xd8\xff\xd9", "hỏng"),
    "a jpeg of no height": (jpeg(5, 0), "hỏng"),
    "a jpeg too large": (jpeg(65535, 65535), "quá lớn"),
    "a jpeg that Word does not read": (jpeg(coding=0xC3), "JPEG"),
    "too many bytes": (png() + b"\0" * MAX_BYTES, "5 MB"),
}


@pytest.mark.parametrize("what", NO_PICTURES)
def test_what_is_no_picture(folder: Path, refused: Callable[..., list[Diagnostic]], what: str) -> None:
    data, said = NO_PICTURES[what]
    (folder / "logo.png").write_bytes(data)
    (found,) = refused(p("x") + LOGO)
    assert (found.code, found.where.paragraph) == ("template/picture", 2)
    assert said in found.message
    assert found.hint


@given(st.binary(max_size=60), st.integers(0, 120), st.sampled_from([png(), jpeg()]))
def test_any_damage_is_told_or_harmless(damage: bytes, place: int, whole: bytes) -> None:
    data = whole[:place] + damage + whole[place + len(damage) :]
    try:
        found = read_raster(data, "x")
    except PictureFault:
        return
    assert found.width > 0
    assert found.height > 0
    assert data.startswith(found.data)


@pytest.mark.parametrize("coding", [0xC0, 0xC1, 0xC2])
def test_the_size_of_a_jpeg_is_not_its_thumbnails(coding: int) -> None:
    found = read_raster(jpeg(300, 200, coding=coding), "x")
    assert (found.kind, found.width, found.height) == ("jpeg", 300, 200)


def test_a_jpeg_of_another_program() -> None:
    """The thumbnail of python-docx's default template; a byte stands behind its end."""
    (thumbnail,) = [one for one in Document().part.package.iter_parts() if one.partname.endswith(".jpeg")]
    found = read_raster(thumbnail.blob, "x")
    assert found.data == thumbnail.blob[:-1]
    known = Image.from_blob(thumbnail.blob)
    assert (found.width, found.height) == (known.px_width, known.px_height)


# Sizes, limits, places


@pytest.mark.parametrize(
    "size",
    ["", "width=0", "width=-3", "width=501", "width='ba'", "width=true", "width=1e9", "width='nan'", "height='inf'",
     "width=none, height=none", "width=[]", "width=400, height=900", "height=300"],
)  # fmt: skip
def test_a_size_that_cannot_be(refused: Callable[..., list[Diagnostic]], size: str) -> None:
    (found,) = refused(p("x") + p(f"{{{{r 'logo.png' | picture({size}) }}}}"))
    assert (found.code, found.where.paragraph, bool(found.hint)) == ("template/picture", 2, True)


def test_words_that_cannot_be_read_out(refused: Callable[..., list[Diagnostic]]) -> None:
    (found,) = refused(p("{{r 'logo.png' | picture(30, alt='a\\x00b') }}"))
    assert found.code == "template/picture"


def test_so_many_pictures_and_no_more(
    folder: Path,
    printed: Callable[..., bytes],
    refused: Callable[..., list[Diagnostic]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(album, "MAX_PICTURES", 2)
    names = ["a.png", "b.png", "c.png"]
    for shade, name in enumerate(names):
        (folder / name).write_bytes(png(shade=shade))
    body = p("{%p for n in data.names %}") + p("{{r n | picture(9) }}") + p("{%p endfor %}")
    assert len(media(printed(body, names=names[:2] * 3))) == 2
    (found,) = refused(body, names=names)
    assert (found.code, found.where.paragraph) == ("template/picture", 2)


def test_all_faults_are_told_at_once_each_in_its_place(refused: Callable[..., list[Diagnostic]], folder: Path) -> None:
    (folder / "b.png").write_bytes(b"GIF89a")
    body = p("{{r 'a.png' | picture(9) }}") + LOGO + p("{{r 'b.png' | picture(9) }}") * 2 + p("{{ data.none | words }}")
    found = refused(docx(body, beside={"header1": p("{{r 'c.png' | picture(9) }}")}), none="x")
    assert [(one.code, one.where.paragraph) for one in found] == [
        ("template/picture", 1),
        ("template/picture", 3),
        ("template/cannot-fill", 5),
    ]
    header = p("x") + p("{{r 'c.png' | picture(9) }}")
    found = refused(docx(LOGO, p("{{r '../a' | picture(9) }}"), beside={"header1": header}))
    assert [(one.where.part, one.where.paragraph) for one in found] == [("thân văn bản", 2), ("đầu trang", 2)]


def test_endless_faults_end(refused: Callable[..., list[Diagnostic]]) -> None:
    body = p("{%p for n in range(9999) %}") + p("{{r (n ~ '.png') | picture(9) }}") + p("{%p endfor %}")
    assert len(refused(body)) == album._MAX_FAULTS


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ 'logo.png' | picture(30) }}", "template/wrong-tag"),
        ("{{p 'logo.png' | picture(30) }}", "template/wrong-tag"),
        ("{% set x = 'logo.png' | picture(30) %}{{ x }}", "template/wrong-tag"),
    ],
)
def test_a_picture_needs_its_tag(refused: Callable[..., list[Diagnostic]], tag: str, code: str) -> None:
    assert refused(p(tag))[0].code == code


def test_a_property_of_the_file_has_no_room_for_a_picture(refused: Callable[..., list[Diagnostic]]) -> None:
    (found,) = refused(docx(p("x"), title="{{ 'logo.png' | picture(30) }}"))
    assert found.code == "template/picture"
