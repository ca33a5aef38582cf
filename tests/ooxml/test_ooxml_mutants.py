"""The judges are judged: a sound document passes them, and each of these single mutations does not."""

from __future__ import annotations

import zipfile
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.docx_files import zipped
from tests.ooxml import audit, own
from tests.ooxml.sound import sound

BODY, CORE, TYPES, LINKS = "document.xml", "core.xml", "[Content_Types].xml", "document.xml.rels"
CELL = '<w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">bốn</w:t></w:r></w:p>'
HEADER = '<w:headerReference w:type="default" r:id="rIdheader1"/>'
PICTURE = 'Target="media/image1.png"'
TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid></w:tbl>"
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
BIG_GRID = '<w:gridCol w:w="100"/>' * 64

MUTANTS = [
    # what is wrong, part, the text that goes, the text that comes
    ("a cell without a paragraph", BODY, CELL, ""),
    ("a cell that ends with a table", BODY, CELL, CELL + TABLE),
    ("a table without rows", BODY, "<w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space=\"preserve\">cuối",
     '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid></w:tbl><w:p><w:r><w:t xml:space="preserve">cuối'),
    ("a row without cells", BODY, "</w:tbl>", "<w:tr/></w:tbl>"),
    ("a row wider than its grid", BODY, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'),
    ("a table without a grid", BODY, '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>', ""),
    ("a table of too many columns", BODY, '<w:gridCol w:w="2000"/><w:gridCol w:w="2000"/>', BIG_GRID),
    ("a cell that goes on from none", BODY, '<w:vMerge w:val="restart"/>', "<w:vMerge/>"),
    ("a field that is not closed", BODY, END, ""),
    ("a field that is not closed in a header", "header1.xml", END, ""),
    ("a field closed twice", BODY, END, END * 2),
    ("a field's code outside of it", BODY, 'w:fldCharType="begin"/></w:r>', 'w:fldCharType="begin"/></w:r>' + END),
    ("a bookmark that does not end", BODY, '<w:bookmarkEnd w:id="5"/>', ""),
    ("a bookmark that does not begin", BODY, '<w:bookmarkStart w:id="5" w:name="noi_dung"/>', ""),
    ("a bookmark of a long name", BODY, 'w:name="noi_dung"', f'w:name="{"n" * 41}"'),
    ("two bookmarks of a name", BODY, "<w:p>",
     '<w:p><w:bookmarkStart w:id="6" w:name="noi_dung"/><w:bookmarkEnd w:id="6"/>'),
    ("two bookmarks of an id", BODY, "<w:p>", '<w:p><w:bookmarkStart w:id="5" w:name="b"/><w:bookmarkEnd w:id="5"/>'),
    ("a comment that is not there", BODY, '<w:commentReference w:id="0"/>', '<w:commentReference w:id="1"/>'),
    ("a commented range without end", BODY, '<w:commentRangeEnd w:id="0"/>', ""),
    ("a footnote that is not there", BODY, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="3"/>'),
    ("two footnotes of an id", "footnotes.xml", 'w:id="1"', 'w:id="2"'),
    ("a footnote without a paragraph", "footnotes.xml", "<w:p><w:r><w:separator/></w:r></w:p>", ""),
    ("a header without a paragraph", "header1.xml", None, None),
    ("a tag left over", BODY, "đậm", "{{ subject }}"),
    ("a tag left over in a property", CORE, "Kế hoạch", "{% if x %}"),
    ("the word of a program", BODY, "đậm", "None"),
    ("a number that is none", BODY, "đậm", "nan"),
    ("run properties out of order", BODY, '<w:b/><w:i/><w:color w:val="FF0000"/><w:sz w:val="28"/>',
     '<w:sz w:val="28"/><w:b/>'),
    ("paragraph properties out of order", BODY, '<w:spacing w:before="120" w:line="360"/>', "<w:jc w:val=\"left\"/>"),
    ("section properties out of order", BODY, '<w:cols w:space="720"/><w:titlePg/>',
     '<w:titlePg/><w:cols w:space="720"/>'),
    ("a style that is not there", BODY, 'w:pStyle w:val="Doan"', 'w:pStyle w:val="Khac"'),
    ("a style of another kind", "styles.xml", 'w:type="paragraph" w:customStyle', 'w:type="character" w:customStyle'),
    ("two styles of an id", "styles.xml", 'w:styleId="Doan"', 'w:styleId="Normal"'),
    ("a style based on none", "styles.xml", 'w:basedOn w:val="Normal"', 'w:basedOn w:val="Khac"'),
    ("a numbering that is not there", BODY, '<w:numId w:val="7"/>', '<w:numId w:val="8"/>'),
    ("a list that is not there", "numbering.xml", '<w:abstractNumId w:val="3"/>', '<w:abstractNumId w:val="4"/>'),
    ("two drawings of an id", BODY, '<wp:docPr id="2"', '<wp:docPr id="1"'),
    ("a drawing of a negative size", BODY, '<wp:extent cx="9525"', '<wp:extent cx="-9525"'),
    ("a picture without relationship", BODY, 'r:embed="rIdimage1"', 'r:embed="rId99"'),
    ("a relationship to no part", LINKS, "media/image1.png", "media/image2.png"),
    ("two relationships of an id", LINKS, 'Id="rIdlink"', 'Id="rIdimage1"'),
    ("a picture from outside", LINKS, PICTURE, 'Target="http://example.org/a.png" TargetMode="External"'),
    ("a header that is a footer", BODY, HEADER,
     '<w:headerReference w:type="default" r:id="rIdfooter1"/>'),
    ("two headers of a kind", BODY, "<w:footerReference", f"{HEADER}<w:footerReference"),
    ("a part without a type", TYPES, '<Default Extension="png" ContentType="image/png"/>', ""),
    ("a type without a part", TYPES, '"/word/header1.xml"', '"/word/header9.xml"'),
    ("a body of another type", TYPES, "document.main+xml", "template.main+xml"),
    ("a day that is none", CORE, "2026-03-02T00:00:00Z", "02/3/2026"),
    ("a month that is none", CORE, "2026-03-02T00:00:00Z", "2026-13-02T00:00:00Z"),
    ("a title too long", CORE, "Kế hoạch", "Kế hoạch " * 40),
    ("a title twice", CORE, "<dc:title>", "<dc:title>a</dc:title><dc:title>"),
    ("an indent wider than paper", BODY, 'w:left="720"', 'w:left="40000"'),
    ("a measure that is no number", BODY, 'w:firstLine="567"', 'w:firstLine="567.5"'),
    ("letters too large", BODY, '<w:sz w:val="28"/>', '<w:sz w:val="4000"/>'),
    ("no room between the margins", BODY, 'w:right="850"', 'w:right="10500"'),
    ("paper turned against its orientation", BODY, 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"'),
    ("a section in the middle", BODY, "<w:body>", "<w:body><w:sectPr/>"),
    ("two changes of an id", BODY, "<w:p>", '<w:p><w:ins w:id="9" w:author="a"/>'),
    ("a run inside of a text", BODY, "đậm", "<w:r><w:t>đậm</w:t></w:r>"),
    ("a paragraph inside of a paragraph", BODY, "<w:p>", "<w:p><w:p/>"),
    ("a line break as a character", BODY, "đậm", "đậm\nnhạt"),
    ("spaces that are lost", BODY, '<w:t xml:space="preserve">lùi </w:t>', "<w:t>lùi </w:t>"),
    ("a start that is not closed", BODY, "</w:tbl>", ""),
    ("an ampersand alone", BODY, "đậm", "R&D"),
    ("an element that is none", BODY, "<w:b/>", "<w:bold/>"),
    ("a value that is none", BODY, 'w:line="360"', 'w:line="360" w:lineRule="often"'),
]  # fmt: skip


def test_the_judges_have_nothing_against_a_sound_document() -> None:
    data = zipped(sound())
    assert own.faults(data) == []
    assert audit.faults(data) == []


def mutated(name: str, old: str | None, new: str | None) -> bytes:
    """The sound document with one text changed where it stands for the first time."""
    parts = sound()
    (part,) = (part for part in parts if part.rpartition("/")[2] == name)
    text = parts[part].decode()
    if old is None:
        opening = text[: text.index(">") + 1]
        text = f"{opening}</{opening[1:].split()[0]}>"
    else:
        assert old in text, f"{old!r} is not in {part}"
        text = text.replace(old, new or "", 1)
    return zipped(parts | {part: text.encode()})


@pytest.mark.parametrize(("part", "old", "new"), [row[1:] for row in MUTANTS], ids=[row[0] for row in MUTANTS])
def test_a_mutation_is_seen(part: str, old: str | None, new: str | None) -> None:
    data = mutated(part, old, new)
    assert own.faults(data) or audit.faults(data)


MEMBERS = {
    "a part twice": [("word/document.xml", b"<x/>")],
    "relationships of no part": [("word/_rels/header7.xml.rels", b"<Relationships/>")],
    "a part of no type": [("word/media/a.tiff", b"II")],
}


@pytest.mark.parametrize("name", MEMBERS)
def test_a_strange_part_is_seen(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(zipped(sound()))
    with (
        zipfile.ZipFile(file, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name") if "twice" in name else nullcontext(),
    ):
        for member, content in MEMBERS[name]:
            archive.writestr(member, content)
    assert own.faults(file.read_bytes())


def test_what_the_data_says_is_nothing_left_over() -> None:
    data = mutated(BODY, "đậm", "{{ None }}")
    assert own.faults(data, {"subject": ["{{ None }}"]}) == []
    assert len(own.faults(data, {"subject": "None"})) == 1
