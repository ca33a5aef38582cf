"""The Profile in a template: styles, paper, margins, sections that follow the annexes."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.profile.regimes import load_profile, load_regime, regimes
from generator.templates.look import STYLE_IDS, add_missing_styles, write_styles
from generator.templates.pages import (
    circulation_top,
    fit_letterhead,
    footer_room,
    header_distance,
    header_room,
    letterhead_widths,
    page_number_top,
    set_up_pages,
    set_up_settings,
    text_width,
)
from generator.templates.shapes import SHAPES
from tests.docx_files import DECLARED, R, W, docx, opened, p, root, section, style, table, texts, write
from tests.unit.templates.filling import context, filled, packaged

ORDER = ("keepNext", "keepLines", "widowControl", "pBdr", "spacing", "ind", "jc", "outlineLvl")
SECTION_ORDER = (
    "headerReference",
    "footerReference",
    "type",
    "pgSz",
    "pgMar",
    "pgNumType",
    "cols",
    "titlePg",
    "docGrid",
)


def element(inside: str, tag: str = "styles") -> etree._Element:
    return etree.fromstring(f"<w:{tag} {DECLARED}>{inside}</w:{tag}>")


def styled(profile: Profile, inside: str = "") -> dict[str | None, etree._Element]:
    styles = element(inside)
    write_styles(styles, profile)
    return {each.get(f"{{{W}}}styleId"): each for each in styles.iter(f"{{{W}}}style")}


def value(found: etree._Element, path: str, attribute: str = "val") -> str | None:
    inside = found.find("/".join(f"{{{W}}}{step}" for step in path.split("/")))
    return inside.get(f"{{{W}}}{attribute}") if inside is not None else None


@pytest.mark.parametrize("regime", regimes())
def test_every_component_has_the_profiles_look(regime: str) -> None:
    profile = load_regime(regime)
    found = styled(profile)
    for part in SHAPES:
        if profile.has(f"{part}.size"):
            own = found[part.style_id]
            assert value(own, "rPr/sz") == str(profile.length(f"{part}.size").half_points)
            for name, tag in (("bold", "b"), ("italic", "i")):
                if profile.has(f"{part}.{name}"):
                    assert value(own, f"rPr/{tag}") == str(int(profile.flag(f"{part}.{name}")))
        else:
            assert part.style_id not in found


@pytest.mark.parametrize("regime", regimes())
def test_properties_stand_in_the_order_of_the_schema(regime: str) -> None:
    for own in styled(load_regime(regime)).values():
        names = [etree.QName(each).localname for each in own.iterfind(f"{{{W}}}pPr/*")]
        assert names == sorted(names, key=ORDER.index)


FLOWING = ("VtBody", "VtBases", "VtHeadingRoman", "VtHeadingDecimal", "VtHeadingNested", "VtClause", "VtPoint")


def laid(folder: Path, own: str, regime: str = "party-hd05") -> Profile:
    file = folder / "profile.yaml"
    file.write_text(f"id: don-vi\nname: Đơn vị\nextends: {regime}\n{own}", encoding="utf-8")
    return load_profile(file)


def test_all_running_text_takes_the_size_that_a_unit_gives_its_body(tmp_path: Path) -> None:
    found = styled(laid(tmp_path, "body: {size: {exactly: 15pt}, first_line_indent: 12.7mm}\n"))
    assert {style: value(found[style], "rPr/sz") for style in FLOWING} == dict.fromkeys(FLOWING, "30")
    assert {style: value(found[style], "pPr/ind", "firstLine") for style in FLOWING} == dict.fromkeys(FLOWING, "720")
    assert value(found["VtSubject"], "rPr/sz") == "28"


def test_what_a_unit_says_of_a_part_itself_holds(tmp_path: Path) -> None:
    found = styled(laid(tmp_path, "body: {size: 15pt}\nclause: {size: {exactly: 14pt}}\n"))
    assert value(found["VtClause"], "rPr/sz") == "28"
    assert value(found["VtPoint"], "rPr/sz") == "30"


def test_a_part_that_may_not_have_the_bodys_value_keeps_its_own(tmp_path: Path) -> None:
    found = styled(laid(tmp_path, "body: {first_line_indent: 10mm}\nheading_nested: {first_line_indent: 12.7mm}\n"))
    assert value(found["VtHeadingNested"], "pPr/ind", "firstLine") == "720"
    assert value(found["VtClause"], "pPr/ind", "firstLine") == "567"


def test_our_styles_are_written_anew_and_others_stay() -> None:
    old = style("VtBody", "VT Nội dung", body="<w:rPr><w:sz w:val='99'/></w:rPr>") + style("Khac", "Khác")
    found = styled(load_regime("party-hd05"), old)
    assert value(found["VtBody"], "rPr/sz") != "99"
    assert value(found["Khac"], "name") == "Khác"


def test_names_lead_to_ids() -> None:
    assert {STYLE_IDS[value(own, "name") or ""] for own in styled(load_regime("party-hd05")).values()} <= set(
        STYLE_IDS.values()
    )


@pytest.mark.parametrize("text", ['A"B', "A&B <C>", "Ủy's"])
def test_any_font_is_written_as_it_is(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    profile, kept = load_regime("party-hd05"), Profile.text
    monkeypatch.setattr(Profile, "text", lambda self, path: text if path.startswith("page.") else kept(self, path))
    styles = element("")
    write_styles(styles, profile)
    fonts, colour = (next(styles.iter(f"{{{W}}}{name}")) for name in ("rFonts", "color"))
    assert (set(fonts.attrib.values()), colour.get(f"{{{W}}}val")) == ({text}, text)


@pytest.mark.parametrize("side", ["before", "after"])
@pytest.mark.parametrize("part", [part for part, shape in SHAPES.items() if shape.before or shape.after])
def test_a_gap_of_ours_is_one_that_no_regime_gives(part: Part, side: str) -> None:
    if getattr(SHAPES[part], side):
        assert not [regime for regime in regimes() if load_regime(regime).has(f"{part}.space_{side}")]


@pytest.mark.parametrize(
    ("regime", "part", "path", "attribute", "shown"),
    [
        ("state-nd30", Part.SUBJECT_DISPATCH, "pPr/spacing", "before", "120"),
        ("party-hd05", Part.SUBJECT_DISPATCH, "pPr/spacing", "before", "0"),
        ("party-hd36", Part.URGENCY, "rPr/color", "val", "FF0000"),
        ("party-hd05", Part.COPY_STAMP, "rPr/color", "val", "FF0000"),
        ("party-hd05", Part.BODY, "rPr/color", "val", None),
        ("party-hd05", Part.CONTACT, "pPr/pBdr/top", "sz", "6"),
        ("party-hd05", Part.CIRCULATION_FOOT, "pPr/pBdr/top", "sz", None),
        ("party-hd36", Part.COPY_ISSUER, "rPr/sz", "val", "28"),
        ("state-nd30", Part.PAGE_NUMBER, "pPr/spacing", "before", "0"),
    ],
)
def test_a_mark_has_what_its_section_says(
    regime: str, part: Part, path: str, attribute: str, shown: str | None
) -> None:
    assert value(styled(load_regime(regime))[part.style_id], path, attribute) == shown


def test_a_label_of_whom_is_addressed_turns_the_names_look_around() -> None:
    """Bold and italic of a character style count against the paragraph's: on is another look, not italic."""
    assert value(styled(load_regime("party-hd05"))["VtAddresseeLabel"], "rPr/i") == "1"
    assert value(styled(load_regime("state-nd30"))["VtAddresseeLabel"], "rPr/i") == "0"


def test_styles_of_the_sides_other_regimes_are_added_where_they_lack() -> None:
    styles = element("")
    write_styles(styles, load_regime("party-hd05"))
    add_missing_styles(styles, [load_regime("party-hd36")])
    found = [each.get(f"{{{W}}}styleId") for each in styles.iter(f"{{{W}}}style")]
    assert len(found) == len(set(found))
    assert {"VtCopyStamp", "VtCopyIssuer"} <= set(found)


# Pages


@pytest.mark.parametrize("regime", regimes())
@pytest.mark.parametrize("landscape", [False, True])
def test_a_section_gets_the_profiles_paper(regime: str, landscape: bool) -> None:
    profile = load_regime(regime)
    body = element(f"{section(landscape=landscape, references='')}", "body")
    set_up_pages(body, profile)
    (size,), (margins,) = body.iter(f"{{{W}}}pgSz"), body.iter(f"{{{W}}}pgMar")
    sides = ("height", "width") if landscape else ("width", "height")
    assert [size.get(f"{{{W}}}{name}") for name in "wh"] == [str(profile.length(f"page.{s}").twips) for s in sides]
    assert (size.get(f"{{{W}}}orient") == "landscape") is landscape
    room = int(size.get(f"{{{W}}}w", "0")) - sum(int(margins.get(f"{{{W}}}{s}", "0")) for s in ("left", "right"))
    assert room == text_width(profile, landscape)
    assert margins.get(f"{{{W}}}header") == str(page_number_top(profile).twips)


MARGINS = """
regime     | own                                             | header | above the number | above the mark
party-hd05 |                                                 | 412    | 0                | 100
state-nd30 |                                                 | 567    | 0                | 0
state-nd30 | circulation: {distance: 5mm}                    | 283    | 283              | 0
state-nd30 | circulation: {distance: 15mm}                   | 567    | 0                | 283
"""


@pytest.mark.parametrize("line", MARGINS.strip().splitlines()[1:])
def test_page_number_and_mark_stand_where_they_must_whichever_is_higher(line: str, tmp_path: Path) -> None:
    regime, own, header, number, mark = (cell.strip() for cell in line.split("|"))
    profile = laid(tmp_path, f"{own}\n", regime)
    assert header_distance(profile).twips == int(header)
    assert value(styled(profile)["VtPageNumber"], "pPr/spacing", "before") == number
    assert header_room(profile).twips == int(mark)
    assert header_distance(profile) + header_room(profile) == circulation_top(profile)


def test_lines_at_the_foot_of_page_one_are_lifted_into_the_text_area() -> None:
    profile = load_regime("state-nd30")
    assert header_distance(profile) + footer_room(profile) == profile.length("page.bottom")


@pytest.mark.parametrize("duplex", ["true", "false"])
def test_only_a_document_on_both_sides_has_mirrored_margins(duplex: str, tmp_path: Path) -> None:
    settings = element('<w:zoom w:percent="100"/><w:mirrorMargins/><w:defaultTabStop w:val="720"/>', "settings")
    set_up_settings(settings, laid(tmp_path, f"page: {{duplex: {duplex}}}\n"))
    names = [etree.QName(each).localname for each in settings]
    assert names == ["zoom", *(["mirrorMargins"] if duplex == "true" else []), "defaultTabStop"]


def test_sections_keep_what_else_they_have_in_order() -> None:
    reference = '<w:headerReference w:type="default" r:id="rId1"/>'
    inside = (
        f'<w:sectPr>{reference}<w:type w:val="nextPage"/><w:pgSz w:w="1" w:h="1"/><w:pgMar w:top="1"/>'
        '<w:pgNumType w:start="1"/><w:cols w:space="720"/><w:docGrid w:linePitch="360"/></w:sectPr>'
    )
    body = element(inside, "body")
    set_up_pages(body, load_regime("party-hd05"))
    names = [etree.QName(each).localname for each in body[0]]
    assert names == sorted(names, key=SECTION_ORDER.index)
    assert set(names) == set(SECTION_ORDER) - {"footerReference"}


def test_the_letterheads_columns_are_the_documents() -> None:
    marked = table(("a", "b", "c")).replace("</w:tblPr>", '<w:tblDescription w:val="letterhead"/></w:tblPr>')
    body = element(marked + table(("x", "y", "z")), "body")
    fit_letterhead(body)
    widths = [column.get(f"{{{W}}}w") for column in body.iter(f"{{{W}}}gridCol")]
    assert widths == [f"{{{{ letterhead.{name} }}}}" for name in ("left", "gap", "right")] + ["2000"] * 3


def test_the_letterhead_is_as_wide_as_the_regime_says() -> None:
    profile = load_regime("party-hd05")
    whole = sum(profile.length(f"header.{name}") for name in ("left_width", "gap", "right_width"))
    assert sum(letterhead_widths(profile)) == whole


@pytest.mark.parametrize(
    ("cell", "width"),
    [
        ('<w:tcW w:w="3000" w:type="dxa"/>', 3000),
        ('<w:tcW w:w="2500" w:type="pct"/>', 2000),
        ('<w:tcW w:w="50%" w:type="pct"/>', 2000),
        ('<w:tcW w:w="0" w:type="auto"/>', 2000),
        ("", 2000),
        ('<w:tcW w:w="0" w:type="auto"/><w:gridSpan w:val="2"/>', 4000),
        (
            '<w:tcW w:w="3000" w:type="dxa"/><w:tcMar><w:left w:w="100"/><w:right w:w="50"/><w:top w:w="9"/></w:tcMar>',
            2850,
        ),
    ],
)
def test_a_rule_in_a_cell_is_centred_in_the_cell(tmp_path: Path, cell: str, width: int) -> None:
    cells = (
        ("{{p letterhead.title_rule | rule }}",) if "gridSpan" in cell else ("{{p letterhead.title_rule | rule }}", "x")
    )
    drawn = table(cells).replace('<w:tcW w:w="2000" w:type="dxa"/>', cell, 1)
    drawn = drawn.replace("</w:tblGrid>", '<w:gridCol w:w="2000"/></w:tblGrid>') if len(cells) == 1 else drawn
    line = {"length": 1000, "weight": 6, "gap": 0}
    made = root(filled(write(tmp_path / "mẫu.docx", drawn), letterhead=context()["letterhead"] | {"title_rule": line}))
    (indent,) = (each for each in made.iter(f"{{{W}}}ind"))
    assert indent.get(f"{{{W}}}left") == str((width - 1000) // 2)


# Sections of a document with annexes


def annex(landscape: bool) -> dict[str, object]:
    return {"label": "", "title": "x", "reference": "", "end": "", "landscape": landscape, "outline": []}


@pytest.mark.parametrize(
    "turned", [[], [False], [True], [False, True], [True, False], [True, True, False]], ids=lambda turned: str(turned)
)
def test_every_annex_is_a_section_of_its_own_orientation(turned: list[bool]) -> None:
    made = filled(packaged("party/plan"), packaged("party/base"), annexes=[annex(one) for one in turned])
    sections = opened(made).sections
    assert [bool(each.orientation) for each in sections] == [False, *turned]
    starts = [each._sectPr.find(f"{{{W}}}pgNumType") is not None for each in sections]
    assert starts == [False, *[True] * len(turned)]
    for each in sections:
        assert not each.first_page_header.paragraphs[0].text
        assert "PAGE" in etree.tostring(each.header._element, encoding="unicode")


MARK = {
    **{"lines": ["LƯU HÀNH NỘI BỘ"], "style": "VtCirculation", "rest_style": "VtCirculation", "width": 0},
    **{"height": 0, "framed": False, "colour": "000000", "alignment": "right"},
}


@pytest.mark.parametrize("turned", [[], [False], [True], [True, False]], ids=str)
def test_the_mark_of_page_one_is_on_no_annex(turned: list[bool]) -> None:
    annexes = [annex(one) for one in turned]
    made = filled(packaged("party/plan"), packaged("party/base"), annexes=annexes, circulation=MARK)
    first, *later = ["".join(p.text for p in each.first_page_header.paragraphs) for each in opened(made).sections]
    assert (first, later) == ("LƯU HÀNH NỘI BỘ", [""] * len(turned))


def test_a_base_without_a_last_section_is_left_as_it_is(tmp_path: Path) -> None:
    made = filled(write(tmp_path / "mẫu.docx", docx(p("x"), last="")))
    assert texts(made) == ["x"]
    assert not list(root(made).iter(f"{{{W}}}sectPr"))


def test_the_header_of_the_first_section_serves_a_document_without_annexes(tmp_path: Path) -> None:
    references = '<w:headerReference w:type="default" r:id="rIdheader1"/>'
    first = p(properties=section(references=references))
    body = p("{%p for annex in annexes %}") + first + p("{%p endfor %}")
    file = write(tmp_path / "mẫu.docx", docx(p("x"), body, beside={"header1": p("đầu")}, last=section()))
    made = root(filled(file, annexes=[]))
    (last,) = made.iter(f"{{{W}}}sectPr")
    assert last[0].get(f"{{{R}}}id") == "rIdheader1"
