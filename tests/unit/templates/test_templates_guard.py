"""A template's file: what is active or fetched from outside is refused or taken out; what is no DOCX is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.templates import package
from generator.templates import zipped as members
from generator.templates.guard import Checked, checked
from generator.templates.package import SETTINGS, Package, read_package
from tests.docx_files import DECLARED, KINDS, R, docx, field, opened, p, root, run, texts, write, zipped
from tests.unit.templates.filling import compiled, filled

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
SOUND = docx(p("x"))


def look(folder: Path, parts: Mapping[str, bytes]) -> Checked:
    return checked(read_package(write(folder / "mẫu.docx", parts)))


def refused(folder: Path, parts: Mapping[str, bytes] | bytes, name: str = "mẫu.docx") -> Diagnostic:
    """The first finding of a file; it always names the file and a way out."""
    file = folder / name
    file.write_bytes(parts if isinstance(parts, bytes) else zipped(parts))
    with pytest.raises(Faulty) as caught:
        checked(read_package(file))
    found = caught.value.diagnostics[0]
    assert found.where.file == file
    assert found.hint
    return found


def test_a_sound_file_passes(tmp_path: Path) -> None:
    found = look(tmp_path, SOUND)
    assert found.warnings == ()
    assert found.package.parts.keys() == SOUND.keys()


# Active content


@pytest.mark.parametrize(
    "parts",
    [
        docx(parts={"word/vbaProject.bin": b"x"}, types={"bin": "application/octet-stream"}),
        docx(parts={"word/x.bin": b"x"}, types={"bin": "application/vnd.ms-office.vbaProject"}),
        docx(parts={"word/x.bin": b"x"}, types={"bin": "a/b"}, links={"rId5": ("vbaProject", "x.bin")}),
        docx(parts={"word/embeddings/oleObject1.bin": b"x"}, types={"bin": "a/b"}),
        docx(parts={"word/embeddings/book.xlsx": b"x"}, types={"xlsx": "a/b"}),
        docx(parts={"word/activeX/activeX1.xml": b"<x/>"}),
        docx(parts={"word/a.html": b"x"}, types={"html": "text/html"}, links={"rId5": ("aFChunk", "a.html")}),
        docx(parts={"word/attachedToolbars.bin": b"x"}, types={"bin": "a/b"}),
    ],
)
def test_active_content_is_refused(tmp_path: Path, parts: dict[str, bytes]) -> None:
    assert refused(tmp_path, parts).code == "template/active-content"


def test_a_macro_document_under_another_name_is_refused(tmp_path: Path) -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    parts = dict(SOUND)
    word = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(word, kind.encode())
    assert refused(tmp_path, parts).code == "template/active-content"


def test_a_word_template_under_another_name_is_told(tmp_path: Path) -> None:
    parts = dict(SOUND)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    found = refused(tmp_path, parts)
    assert found.code == "template/not-a-docx"
    assert found.hint is not None
    assert "*.docx" in found.hint


def test_a_strict_document_is_told(tmp_path: Path) -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = dict(SOUND)
    parts["word/document.xml"] = parts["word/document.xml"].replace(usual, strict)
    assert refused(tmp_path, parts).code == "template/not-a-docx"


def test_a_body_elsewhere_is_told(tmp_path: Path) -> None:
    parts = dict(SOUND)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"word/other.xml")
    assert refused(tmp_path, parts).code == "template/not-a-docx"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://example.org/a.png"),
        ("image", "file:///etc/passwd"),
        ("oleObject", "file:///a.xlsx"),
        ("subDocument", "http://example.org/a.docx"),
        ("frame", "http://example.org/"),
        ("mailMergeSource", "file:///a.csv"),
    ],
)
def test_what_lies_outside_is_refused(tmp_path: Path, kind: str, target: str) -> None:
    found = refused(tmp_path, docx(links={"rId5": (kind, target, "External")}))
    assert found.code in ("template/external-link", "template/active-content")
    assert found.where.part == "word/_rels/document.xml.rels"


def test_a_link_to_a_page_is_no_fetching(tmp_path: Path) -> None:
    assert look(tmp_path, docx(links={"rId5": ("hyperlink", "https://example.org", "External")})).warnings == ()


# The link to a Word template, which real files carry


def with_attached_template() -> dict[str, bytes]:
    parts = docx(p("x"), beside={"settings": '<w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/>'})
    link = f'<Relationship Id="rId1" Type="{R}/attachedTemplate" Target="file:///C:/a.dotx" TargetMode="External"/>'
    return parts | {"word/_rels/settings.xml.rels": f'<Relationships xmlns="{RELS}">{link}</Relationships>'.encode()}


def test_an_attached_template_is_taken_out_and_told(tmp_path: Path) -> None:
    found = look(tmp_path, with_attached_template())
    (warning,) = found.warnings
    assert (warning.code, warning.severity) == ("template/attached-template", Severity.ADVICE)
    assert b"dotx" not in b"".join(found.package.parts.values())
    assert b"attachedTemplate" not in found.package.parts[SETTINGS]
    assert b"zoom" in found.package.parts[SETTINGS]


def test_the_document_made_of_it_has_no_dangling_reference(tmp_path: Path) -> None:
    made = filled(write(tmp_path / "mẫu.docx", with_attached_template()))
    assert not [v for e in root(made, SETTINGS).iter() for k, v in e.attrib.items() if str(k).startswith(f"{{{R}}}")]
    assert texts(made) == ["x"]
    assert opened(made).settings is not None
    assert compiled(tmp_path / "mẫu.docx").warnings[0].code == "template/attached-template"


# Fields


@pytest.mark.parametrize(
    "codes",
    [
        ('INCLUDETEXT "file:///etc/passwd"',),
        ("INCLUDE", 'TEXT "a.docx"'),
        ('  includepicture "http://example.org/a.png" \\d',),
        ("DDEAUTO c:\\\\windows\\\\cmd.exe /k",),
        ("DDE Excel",),
        ("LINK Excel.Sheet.12",),
        ("DATABASE \\d x",),
        ("{% if draft %}INCLUDETEXT{% endif %} x",),
        ("{{ 'INCLUDE' }}TEXT x",),
        ("INCLUDE{# x #}TEXT x",),
    ],
)
@pytest.mark.parametrize("where", ["document", "header1"])
def test_fields_that_fetch_are_refused(tmp_path: Path, codes: tuple[str, ...], where: str) -> None:
    body = p(field(*codes))
    parts = docx(body) if where == "document" else docx(beside={where: body})
    found = refused(tmp_path, parts)
    assert (found.code, found.where.part) == ("template/fetching-field", f"word/{where}.xml")


def test_a_field_inside_a_field_is_looked_at(tmp_path: Path) -> None:
    inner = field('INCLUDETEXT "a"')
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    outer = f"{begin}<w:r><w:instrText>IF </w:instrText></w:r>{inner}<w:r><w:instrText> = 1</w:instrText></w:r>{end}"
    assert refused(tmp_path, docx(p(outer))).code == "template/fetching-field"


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_simple_field_is_looked_at(tmp_path: Path, quote: str) -> None:
    inside = run("x")
    simple = f"<w:p><w:fldSimple w:instr={quote}INCLUDETEXT a{quote}>{inside}</w:fldSimple></w:p>"
    assert refused(tmp_path, docx(simple)).code == "template/fetching-field"


def test_another_encoding_hides_nothing(tmp_path: Path) -> None:
    parts = docx(p(field("INCLUDETEXT a")))
    text = '<?xml version="1.0" encoding="UTF-16"?>' + parts["word/document.xml"].decode()
    assert refused(tmp_path, parts | {"word/document.xml": text.encode("utf-16")}).code == "template/fetching-field"


@pytest.mark.parametrize(
    "code", ["PAGE", "NUMPAGES \\* MERGEFORMAT", 'HYPERLINK "https://a"', "= 1 + 2", "TOC \\o", 'IF 1 = 1 "a"', "DATE"]
)
def test_usual_fields_pass(tmp_path: Path, code: str) -> None:
    assert look(tmp_path, docx(p(field(code)))).warnings == ()


# No DOCX at all, or a damaged one


@pytest.mark.parametrize("data", [b"", b"xin ch\xc3\xa0o", b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_zip_is_told(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data).code == "template/not-a-docx"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_half_a_file_is_told(tmp_path: Path, share: float) -> None:
    whole = zipped(SOUND)
    assert refused(tmp_path, whole[: int(len(whole) * share)]).code == "template/not-a-docx"


def test_damage_inside_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped(SOUND))
    place = data.index(b"word/document.xml") + 60
    data[place : place + 20] = b"\xff" * 20
    assert refused(tmp_path, bytes(data)).code == "template/not-a-docx"


@pytest.mark.parametrize("missing", ["word/document.xml", "[Content_Types].xml", "word/styles.xml", "_rels/.rels"])
def test_a_zip_without_a_document_is_told(tmp_path: Path, missing: str) -> None:
    parts = {name: data for name, data in SOUND.items() if name != missing}
    assert refused(tmp_path, parts).code == "template/not-a-docx"


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "[Content_Types].xml"])
def test_broken_xml_is_told_with_the_part(tmp_path: Path, part: str) -> None:
    found = refused(tmp_path, SOUND | {part: b"<a><b></a>"})
    assert (found.code, found.where.part) == ("template/broken-xml", part)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document SYSTEM "http://example.org/a.dtd">',
        "<!DOCTYPE w:document [" + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)) + "]>",
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/theme/theme1.xml"])
def test_a_document_type_is_refused(tmp_path: Path, declared: str, part: str) -> None:
    text = f"{declared}<w:document {DECLARED}><w:body/></w:document>"
    assert refused(tmp_path, SOUND | {part: text.encode()}).code == "template/document-type"


def test_a_document_type_far_down_is_refused(tmp_path: Path) -> None:
    text = f"<!--{'x' * 9000}--><!DOCTYPE a [<!ENTITY b 'c'>]><w:document {DECLARED}><w:body/></w:document>"
    assert refused(tmp_path, SOUND | {"word/document.xml": text.encode()}).code == "template/document-type"


@pytest.mark.parametrize(
    "second", ["word/document.xml", "Word/Document.xml", "/word/document.xml", "word\\document.xml"]
)
def test_a_part_that_is_there_twice_is_refused(tmp_path: Path, second: str) -> None:
    stream = io.BytesIO(zipped(SOUND))
    with zipfile.ZipFile(stream, "a") as archive:
        entry = zipfile.ZipInfo(second)
        entry.filename = second
        if second in SOUND:
            with pytest.warns(UserWarning, match="Duplicate"):
                archive.writestr(entry, b"<x/>")
        else:
            archive.writestr(entry, b"<x/>")
    found = refused(tmp_path, stream.getvalue())
    assert (found.code, found.where.part) == ("template/duplicate-part", second)


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(Faulty) as caught:
        read_package(tmp_path / "a.docx")
    assert caught.value.diagnostics[0].code == "template/not-a-file"


@pytest.mark.parametrize(
    ("limit", "value", "parts"),
    [
        ("MAX_PACKAGE", 100, SOUND),
        ("MAX_PART", 1_000_000, SOUND | {"word/media/a.png": b"\0" * 1_000_001}),
        ("MAX_PARTS", 8, SOUND | {f"word/{n}.xml": b"<a/>" for n in range(9)}),
    ],
)
def test_what_is_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, parts: dict[str, bytes]
) -> None:
    monkeypatch.setattr(members if limit.startswith("MAX_PART") else package, limit, value)
    assert refused(tmp_path, parts).code == "template/too-large"


# Reading


def test_content_types_by_name_before_extension(tmp_path: Path) -> None:
    parts = docx(beside={"header1": p("x")}, parts={"word/a.PNG": b"x", "word/b": b"x"}, types={"png": "image/png"})
    kinds = read_package(write(tmp_path / "mẫu.docx", parts)).content_types()
    assert kinds["word/header1.xml"] == KINDS["header"]
    assert (kinds["word/a.PNG"], kinds["word/b"]) == ("image/png", "")


@pytest.mark.parametrize(
    ("target", "resolved"),
    [
        ("media/a.png", "word/media/a.png"),
        ("/word/a.xml", "word/a.xml"),
        ("../a.xml", "a.xml"),
        ("./b/../a.xml", "word/a.xml"),
    ],
)
def test_targets_are_resolved(target: str, resolved: str) -> None:
    parts = docx(links={"rId5": ("image", target)})
    assert Package(Path("a"), parts).relationships("word/document.xml")["rId5"].target == resolved


# What is taken out, and told


def test_a_mail_merge_is_taken_out_and_told(tmp_path: Path) -> None:
    merge = '<w:mailMerge><w:dataSource r:id="rId1"/></w:mailMerge><w:zoom w:percent="100"/>'
    link = f'<Relationship Id="rId1" Type="{R}/mailMergeSource" Target="file:///C:/a.csv" TargetMode="External"/>'
    parts = docx(p("x"), beside={"settings": merge})
    parts["word/_rels/settings.xml.rels"] = f'<Relationships xmlns="{RELS}">{link}</Relationships>'.encode()
    found = look(tmp_path, parts)
    assert {(one.code, one.severity) for one in found.warnings} == {("template/mail-merge", Severity.ADVICE)}
    assert b"csv" not in b"".join(found.package.parts.values())
    assert b"mailMerge" not in found.package.parts[SETTINGS]
    assert b"zoom" in found.package.parts[SETTINGS]


@pytest.mark.parametrize("where", ["document", "header1"])
def test_a_binding_that_would_change_the_text_is_taken_out_and_told(tmp_path: Path, where: str) -> None:
    bound = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>{p("giữ")}</w:sdtContent></w:sdt>'
    found = look(tmp_path, docx(bound) if where == "document" else docx(beside={where: bound}))
    (warning,) = found.warnings
    assert (warning.code, warning.where.part) == ("template/data-binding", f"word/{where}.xml")
    assert b"dataBinding" not in found.package.parts[f"word/{where}.xml"]
    assert "giữ".encode() in found.package.parts[f"word/{where}.xml"]


def test_a_signature_is_taken_out_and_told(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    parts = docx(p("x"), parts={"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<a/>"})
    link = f'<Relationship Id="rId9" Type="{kind}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", link.encode())
    found = look(tmp_path, parts)
    assert [one.code for one in found.warnings] == ["template/signature"]
    assert not [name for name in found.package.parts if name.startswith("_xmlsignatures")]
    assert b"origin.sigs" not in found.package.parts["_rels/.rels"]


# Limits of a part


@pytest.mark.parametrize(
    ("limit", "value", "inside"),
    [
        ("MAX_XML", 5000, "x" * 5000),
        ("MAX_TAGS", 50, "<w:p/>" * 50),
        ("_MAX_ATTRIBUTES", 60, '<w:p w:rsidR="0"/>' * 60),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_is_too_much_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, inside: str, encoding: str
) -> None:
    text = f"<w:document {DECLARED}><w:body>{inside}</w:body></w:document>"
    monkeypatch.setattr(package, limit, value)
    found = refused(tmp_path, SOUND | {"word/document.xml": text.encode(encoding)})
    assert (found.code, found.where.part) == ("template/too-large", "word/document.xml")


@pytest.mark.parametrize(
    "begin",
    [
        "",
        '<?xml version="1.0"?>',
        "<?xml version='1.0' encoding='utf-8'?>",
        '<?xml version="1.0" encoding = "UTF-8"?>\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_encodings_of_the_format_pass(tmp_path: Path, begin: str, encoding: str) -> None:
    text = begin + SOUND["word/document.xml"].decode()
    assert look(tmp_path, SOUND | {"word/document.xml": text.encode(encoding)}).warnings == ()
