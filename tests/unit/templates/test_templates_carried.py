"""What a child's blocks bring into the base's file: pictures, links, styles, lists, sections, other programs' XML."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from generator.measures import Length
from generator.templates.package import read_package
from tests import docx_files
from tests.docx_files import (
    docx,
    field,
    opened,
    p,
    paragraphs,
    parts_of,
    picture,
    png,
    root,
    run,
    section,
    texts,
    write,
)
from tests.unit.templates.filling import context, fault, filled, packaged, profile

W = f"{{{docx_files.W}}}"
PNG = {"png": "image/png"}
BASE = paragraphs("{%p block a %}", "a gốc", "{%p endblock %}", "{%p block b %}", "b gốc", "{%p endblock %}")
NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
DEFINITION = (
    '<w:abstractNum w:abstractNumId="{0}"><w:nsid w:val="0000000{0}"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{1}"/></w:lvl></w:abstractNum>'
)
LIST = '<w:num w:numId="{0}"><w:abstractNumId w:val="{1}"/></w:num>'


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write(tmp_path / "base.docx", BASE)


def inside(name: str, *body: str) -> str:
    return p('{%p extends "base" %}') + p(f"{{%p block {name} %}}") + "".join(body) + p("{%p endblock %}")


def with_picture(folder: Path, name: str, block: str, shade: int) -> Path:
    parts = docx(
        inside(block, p(picture("rId7"))),
        links={"rId7": ("image", "media/image1.png")},
        parts={"word/media/image1.png": png(shade)},
        types=PNG,
    )
    return write(folder / f"{name}.docx", parts)


def pictures(data: bytes) -> list[bytes]:
    """The bytes behind every picture, in order."""
    made = opened(data)
    return [
        made.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].blob
        for shape in made.inline_shapes
    ]


# Pictures and links


def test_a_picture_arrives_whole(base: Path, tmp_path: Path) -> None:
    made = filled(with_picture(tmp_path, "child", "a", 7), base)
    assert pictures(made) == [png(7)]
    (shape,) = opened(made).inline_shapes
    (name,) = (name for name in parts_of(made) if name.endswith(".png"))
    assert name.startswith("word/media/")
    assert 'Extension="png"' in parts_of(made)["[Content_Types].xml"].decode()
    assert shape.width == 9525


def test_two_children_bring_pictures_of_one_name(base: Path, tmp_path: Path) -> None:
    unit, office = with_picture(tmp_path, "unit", "a", 1), with_picture(tmp_path, "office", "b", 2)
    assert pictures(filled(unit, office, base)) == [png(1), png(2)]


def test_a_picture_of_the_base_stays_its_own(tmp_path: Path) -> None:
    links = {"rId7": ("image", "media/image1.png")}
    files = {"word/media/image1.png": png(3)}
    base = write(tmp_path / "base.docx", docx(BASE, p(picture("rId7")), links=links, parts=files, types=PNG))
    assert pictures(filled(with_picture(tmp_path, "child", "a", 4), base)) == [png(4), png(3)]


def test_a_document_that_was_made_may_be_a_base(base: Path, tmp_path: Path) -> None:
    made = filled(with_picture(tmp_path, "first", "a", 1), base)
    again = tmp_path / "again.docx"
    again.write_bytes(made)
    parts = parts_of(made)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:body>", f"{BASE}</w:body>".encode())
    again = write(tmp_path / "again.docx", parts)
    assert pictures(filled(with_picture(tmp_path, "second", "a", 2), again)) == [png(1), png(2)]


def test_a_picture_type_that_the_base_knows_otherwise(tmp_path: Path) -> None:
    base = write(tmp_path / "base.docx", docx(BASE, types={"png": "application/octet-stream"}))
    made = opened(filled(with_picture(tmp_path, "child", "a", 4), base))
    (shape,) = made.inline_shapes
    embedded = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    assert made.part.related_parts[embedded].content_type == "image/png"


def test_drawings_have_ids_of_their_own(tmp_path: Path) -> None:
    files = {"word/media/image1.png": png(3)}
    base = write(
        tmp_path / "base.docx",
        docx(BASE, p(picture("rId7")), links={"rId7": ("image", "media/image1.png")}, parts=files, types=PNG),
    )
    made = root(filled(with_picture(tmp_path, "u", "a", 1), with_picture(tmp_path, "o", "b", 2), base))
    numbers = [drawing.get("id") for drawing in made.iter("{*}docPr")]
    assert len(numbers) == len(set(numbers)) == 3


def test_a_link_goes_where_it_went(base: Path, tmp_path: Path) -> None:
    link = f'<w:p><w:hyperlink r:id="rId9">{run("Cổng thông tin")}</w:hyperlink></w:p>'
    parts = docx(inside("a", link), links={"rId9": ("hyperlink", "https://example.org/?a=1&amp;b=2", "External")})
    made = opened(filled(write(tmp_path / "child.docx", parts), base))
    (found,) = (link for paragraph in made.paragraphs for link in paragraph.hyperlinks)
    assert (found.text, found.address) == ("Cổng thông tin", "https://example.org/?a=1&b=2")


def test_a_picture_that_is_not_in_the_file(base: Path, tmp_path: Path) -> None:
    parts = docx(inside("a", p(picture("rId7"))), links={"rId7": ("image", "NULL")})
    found = fault(write(tmp_path / "child.docx", parts), base)
    assert (found.code, found.where.file) == ("template/missing-part", tmp_path / "child.docx")


@pytest.mark.parametrize("note", ["footnoteReference", "endnoteReference", "commentReference"])
def test_notes_stay_behind_and_it_is_told(base: Path, tmp_path: Path, note: str) -> None:
    own = write(tmp_path / "child.docx", inside("a", f'<w:p><w:r><w:{note} w:id="2"/></w:r></w:p>'))
    found = fault(own, base)
    assert (found.code, found.where.file) == ("template/not-inherited", own)
    assert note in found.message


def test_a_childs_table_and_field_arrive(base: Path, tmp_path: Path) -> None:
    own = inside("a", docx_files.table(("một", "hai")), p(field("PAGE")))
    made = filled(write(tmp_path / "child.docx", own), base)
    assert [cell.text for cell in opened(made).tables[0].rows[0].cells] == ["một", "hai"]
    assert [code.text for code in root(made).iter(f"{W}instrText")] == ["PAGE"]


# Styles


def style_of(data: bytes, text: str) -> tuple[str | None, str]:
    """Name and id of a paragraph's style."""
    found = next(paragraph for paragraph in opened(data).paragraphs if paragraph.text == text)
    assert found.style is not None
    return found.style.name, found.style.style_id


def test_a_style_that_the_base_lacks_comes_with_what_it_stands_on(base: Path, tmp_path: Path) -> None:
    styles = (
        docx_files.style("Khung", "Khung", based_on="Nen", body='<w:link w:val="KhungChar"/>')
        + docx_files.style("Nen", "Nền", based_on="Normal", body="<w:rPr><w:b/></w:rPr>")
        + docx_files.style("KhungChar", "Khung Char", kind="character", body='<w:link w:val="Khung"/>')
        + docx_files.style("Thua", "Thừa")
    )
    made = filled(write(tmp_path / "child.docx", docx(inside("a", p("x", style="Khung")), styles=styles)), base)
    assert style_of(made, "x") == ("Khung", "Khung")
    found = {each.get(f"{W}styleId"): each for each in root(made, "word/styles.xml").iter(f"{W}style")}
    assert {"Khung", "Nen", "KhungChar"} <= found.keys()
    assert "Thua" not in found
    assert opened(made).styles["Nền"].font.bold
    assert [each.get(f"{W}default") for each in found.values()].count("1") == 1


def test_a_childs_default_style_becomes_no_second_default(base: Path, tmp_path: Path) -> None:
    default = docx_files.style("Macdinh", "Mặc định").replace("<w:style ", '<w:style w:default="1" ')
    styles = default + docx_files.style("Khung", "Khung", based_on="Macdinh")
    made = filled(write(tmp_path / "child.docx", docx(inside("a", p("x", style="Khung")), styles=styles)), base)
    found = [
        each.get(f"{W}styleId") for each in root(made, "word/styles.xml").iter(f"{W}style") if each.get(f"{W}default")
    ]
    assert found == ["Normal"]


def test_the_bases_style_of_the_same_name_wins(base: Path, tmp_path: Path) -> None:
    """A program that makes ids anew keeps the name; the base's look, which is the Profile's, counts."""
    styles = docx_files.style("VTNidung", "VT Nội dung", body="<w:rPr><w:sz w:val='99'/></w:rPr>")
    made = filled(write(tmp_path / "child.docx", docx(inside("a", p("x", style="VTNidung")), styles=styles)), base)
    assert style_of(made, "x") == ("VT Nội dung", "VtBody")
    assert b"99" not in parts_of(made)["word/styles.xml"]


def test_one_id_for_two_styles_is_no_mistake(tmp_path: Path) -> None:
    base = write(tmp_path / "base.docx", docx(BASE, p("gốc", style="a1"), styles=docx_files.style("a1", "Của gốc")))
    own = docx(inside("a", p("con", style="a1")), styles=docx_files.style("a1", "Của con"))
    made = filled(write(tmp_path / "child.docx", own), base)
    assert style_of(made, "gốc")[0] == "Của gốc"
    assert style_of(made, "con")[0] == "Của con"


def test_the_style_of_a_base_saved_elsewhere_is_the_profiles_again(tmp_path: Path) -> None:
    styles = docx_files.style("VTNidung", "VT Nội dung", body="<w:rPr><w:sz w:val='99'/></w:rPr>")
    made = filled(write(tmp_path / "base.docx", docx(p("x", style="VTNidung"), styles=styles)))
    assert style_of(made, "x") == ("VT Nội dung", "VtBody")
    names = [each.find(f"{W}name").get(f"{W}val") for each in root(made, "word/styles.xml").iter(f"{W}style")]
    assert len(names) == len(set(names))


# Word's numbering


def numbered(text: str, identifier: int) -> str:
    return p(text, properties=NUMBER.format(identifier))


def level_texts(data: bytes) -> dict[str, str]:
    """The marker's form of every numbered paragraph."""
    numbering = root(data, "word/numbering.xml")
    references = {n.get(f"{W}numId"): n.find(f"{W}abstractNumId").get(f"{W}val") for n in numbering.iter(f"{W}num")}
    forms = {
        a.get(f"{W}abstractNumId"): a.find(f"{W}lvl/{W}lvlText").get(f"{W}val")
        for a in numbering.iter(f"{W}abstractNum")
    }
    found = {}
    for paragraph in root(data).iter(f"{W}p"):
        use = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if use is not None and use.get(f"{W}val") != "0":
            found["".join(t.text or "" for t in paragraph.iter(f"{W}t"))] = forms[references[use.get(f"{W}val")]]
    return found


def test_a_childs_list_and_the_bases_own_stay_apart(tmp_path: Path) -> None:
    ours = {"numbering": DEFINITION.format(0, "gốc %1") + LIST.format(1, 0)}
    theirs = {"numbering": DEFINITION.format(0, "con %1") + LIST.format(1, 0)}
    base = write(tmp_path / "base.docx", docx(BASE, numbered("của gốc", 1), beside=ours))
    own = write(tmp_path / "child.docx", docx(inside("a", numbered("của con", 1), numbered("không", 0)), beside=theirs))
    made = filled(own, base)
    assert level_texts(made) == {"của con": "con %1", "của gốc": "gốc %1"}
    signs = [sign.get(f"{W}val") for sign in root(made, "word/numbering.xml").iter(f"{W}nsid")]
    assert len(signs) == len(set(signs)) == 2
    order = [each.tag for each in root(made, "word/numbering.xml")]
    assert order == sorted(order, key=lambda tag: tag != f"{W}abstractNum")


def test_a_base_without_lists_gets_a_part_for_them(base: Path, tmp_path: Path) -> None:
    theirs = {"numbering": DEFINITION.format(4, "con %1") + LIST.format(9, 4)}
    made = filled(write(tmp_path / "child.docx", docx(inside("a", numbered("x", 9)), beside=theirs)), base)
    assert level_texts(made) == {"x": "con %1"}
    assert opened(made).part.numbering_part is not None


def test_two_lists_of_one_definition_go_on_counting_together(base: Path, tmp_path: Path) -> None:
    theirs = {"numbering": DEFINITION.format(0, "%1.") + LIST.format(1, 0) + LIST.format(2, 0)}
    own = write(tmp_path / "child.docx", docx(inside("a", numbered("x", 1), numbered("y", 2)), beside=theirs))
    numbering = root(filled(own, base), "word/numbering.xml")
    assert len(list(numbering.iter(f"{W}abstractNum"))) == 1
    assert len(list(numbering.iter(f"{W}num"))) == 2


def test_the_list_of_a_carried_style_comes_with_it(tmp_path: Path) -> None:
    ours = {"numbering": DEFINITION.format(0, "gốc %1") + LIST.format(1, 0)}
    theirs = {"numbering": DEFINITION.format(0, "con %1") + LIST.format(1, 0)}
    styles = docx_files.style("Ke", "Kê", body=f"<w:pPr>{NUMBER.format(1)}</w:pPr>")
    base = write(tmp_path / "base.docx", docx(BASE, beside=ours))
    own = docx(inside("a", p("x", style="Ke")), beside=theirs, styles=styles)
    made = filled(write(tmp_path / "child.docx", own), base)
    use = opened(made).styles["Kê"].element.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    (number,) = (n for n in root(made, "word/numbering.xml").iter(f"{W}num") if n.get(f"{W}numId") == use)
    wanted = number.find(f"{W}abstractNumId").get(f"{W}val")
    (definition,) = (
        a for a in root(made, "word/numbering.xml").iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == wanted
    )
    assert definition.find(f"{W}lvl/{W}lvlText").get(f"{W}val") == "con %1"


# Sections


def test_a_section_of_a_child_keeps_its_orientation(tmp_path: Path) -> None:
    base = write(tmp_path / "base.docx", docx(BASE, beside={"header1": p("đầu trang gốc")}))
    turned = p("nằm ngang") + p(properties=section(landscape=True))
    made = opened(filled(write(tmp_path / "child.docx", inside("a", turned)), base))
    first, second = made.sections
    assert (first.orientation, second.orientation) == (1, 0)
    assert abs(first.page_width - profile().length("page.height")) < Length.from_pt(0.1)
    assert [each.header.paragraphs[0].text for each in made.sections] == ["đầu trang gốc"] * 2
    assert not first.header.is_linked_to_previous


def test_a_childs_own_header_is_filled_too(base: Path, tmp_path: Path) -> None:
    end = section(references='<w:headerReference w:type="default" r:id="rIdheader1"/>')
    parts = docx(
        inside("a", p("x"), p(properties=end)), beside={"header1": p("{{ kind_title }}", style="Dau")}, last=""
    )
    parts |= {
        k: v.replace(b"</w:styles>", docx_files.style("Dau", "Đầu").encode() + b"</w:styles>")
        for k, v in parts.items()
        if k == "word/styles.xml"
    }
    made = opened(filled(write(tmp_path / "child.docx", parts), base))
    header = made.sections[0].header.paragraphs[0]
    assert header.text == "KẾ HOẠCH"
    assert header.style is not None
    assert header.style.name == "Đầu"


def test_the_header_of_a_childs_last_section_stays_behind(base: Path, tmp_path: Path) -> None:
    parts = docx(inside("a", p("x")), beside={"header1": p("{{ kind_titel }}")})
    made = filled(write(tmp_path / "child.docx", parts), base)
    assert not [name for name in parts_of(made) if "header" in name]


def test_a_fault_in_a_childs_header_is_in_the_childs_file(base: Path, tmp_path: Path) -> None:
    end = section(references='<w:headerReference w:type="default" r:id="rIdheader1"/>')
    parts = docx(inside("a", p(properties=end)), beside={"header1": p("{{ kind_titel }}")}, last="")
    found = fault(write(tmp_path / "child.docx", parts), base)
    assert (found.where.file, found.where.part) == (tmp_path / "child.docx", "đầu trang")


# Other programs


def test_namespaces_of_a_child_are_declared(base: Path, tmp_path: Path) -> None:
    parts = docx(inside("a", '<w:p w14:paraId="11111111"><w:r><w:t>x</w:t></w:r></w:p>'))
    declared = (
        b'<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14" '
        b'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:document ", declared)
    made = root(filled(write(tmp_path / "child.docx", parts), base))
    assert made.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "w14"
    assert "x" in texts(filled(write(tmp_path / "child.docx", parts), base))


def test_a_prefix_for_two_things_is_told_with_the_file(tmp_path: Path) -> None:
    base = write(tmp_path / "base.docx", docx(BASE))
    parts = docx(inside("a", p("x")))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b'xmlns:v="urn:schemas-microsoft-com:vml"', b'xmlns:v="urn:other"'
    )
    found = fault(write(tmp_path / "child.docx", parts), base)
    assert (found.code, found.where.file) == ("template/namespace", tmp_path / "child.docx")


@pytest.mark.parametrize("which", ["child", "base"])
def test_a_template_saved_by_libreoffice(tmp_path: Path, which: str) -> None:
    if shutil.which("soffice") is None:
        assert os.environ.get("CI") != "true", "LibreOffice is not installed"
        pytest.skip("LibreOffice is not installed")
    files = {"child": packaged("party/plan"), "base": packaged("party/base")}
    as_it_is = filled(*files.values())
    files[which] = docx_files.saved_by_libreoffice(files[which], tmp_path)
    assert re.search(rb'w:styleId="VT', parts_of(files[which].read_bytes())["word/styles.xml"])  # ids made anew
    made = filled(*files.values())
    assert texts(made) == texts(as_it_is)
    assert context()["aim"] in texts(made)
    assert [each.style.style_id for each in opened(made).paragraphs if each.style] == [
        each.style.style_id for each in opened(as_it_is).paragraphs if each.style
    ]
    saved = tmp_path / "made.docx"
    saved.write_bytes(made)
    assert read_package(saved).parts
