"""The packaged templates are what `vanthu template build` draws, and Word can open them as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from generator import resources
from generator.diagnostics import Location
from generator.profile.regimes import load_regime, regimes
from generator.register.sheet import TITLES
from generator.render.engine import compile_chain
from generator.templates import scaffold
from generator.templates.blocks import extends, read_layout
from generator.templates.catalog import Catalog
from generator.templates.dialect import read_tags
from generator.templates.look import STYLE_IDS
from generator.templates.package import DOCUMENT, read_package, read_parts
from generator.templates.scaffold_book import COLUMNS, NAME
from generator.templates.shapes import SHAPES
from generator.templates.sheet import Sheet
from tests.docx_files import W, p, write
from tests.unit.templates.filling import compiled

SHEETS = dict(scaffold.sheets())
FILES = sorted(resources.templates().rglob("*.docx"))
BLOCKS = ("letterhead", "title", "addressee", "opening", "body", "closing", "annex", "copy")
USES = [f"{{{W}}}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")]


def canonical(xml: bytes) -> bytes:
    """XML for comparing: attribute order and white space between elements do not count."""
    return etree.tostring(etree.fromstring(xml), method="c14n")


def named(file: Path) -> str:
    return file.relative_to(resources.templates()).with_suffix("").as_posix()


def test_no_file_more_or_less() -> None:
    assert [named(file) for file in FILES] == sorted(SHEETS)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_file_is_what_is_drawn_part_by_part(file: Path) -> None:
    drawn, kept = read_parts(SHEETS[named(file)].to_bytes()), read_parts(file.read_bytes())
    assert list(drawn) == list(kept)
    for name, content in drawn.items():
        assert canonical(content) == canonical(kept[name]), name


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_file_opens_and_has_the_styles_that_it_uses(file: Path) -> None:
    Document(str(file))
    package = read_package(file)
    defined = {style.get(f"{{{W}}}styleId") for style in package.xml("word/styles.xml").iter(f"{{{W}}}style")}
    for name in package.parts:
        if name.startswith("word/") and name.endswith(".xml"):
            used = {use.get(f"{{{W}}}val") for use in package.xml(name).iter(*USES)}
            assert used <= defined, name
    assert set(STYLE_IDS.values()) - defined <= {part.style_id for part in _of_the_other_side(named(file))}


def _of_the_other_side(name: str) -> list[object]:
    profile = load_regime(scaffold.REGIMES[name.partition("/")[0]])
    return [part for part in SHAPES if not profile.has(f"{part}.size")]


@pytest.mark.parametrize("side", ["party", "state"])
def test_a_base_has_every_block(side: str) -> None:
    root = read_package(resources.templates() / side / "base.docx").xml(DOCUMENT)
    source, faults = read_tags(root, Location(), 9000)
    assert faults == []
    assert [stand.name for stand in read_layout(source).blocks] == list(BLOCKS)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_kind_extends_the_base_of_its_side(file: Path) -> None:
    side, _slash, kind = named(file).partition("/")
    assert extends(read_package(file)) == (None if kind in ("base", NAME) else f"{side}/base")


@pytest.mark.parametrize("regime", regimes())
def test_every_regime_of_its_side_compiles_them(regime: str) -> None:
    profile = load_regime(regime)
    for name in SHEETS:
        if name.startswith(f"{profile.side}/"):
            assert compile_chain(Catalog.of().chain(name), profile).warnings == ()


def test_the_columns_of_the_book_are_called_as_in_the_register() -> None:
    assert tuple(title for title, *_others in COLUMNS) == TITLES


def test_building_writes_every_file(tmp_path: Path) -> None:
    written = scaffold.build(tmp_path)
    assert [file.relative_to(tmp_path).with_suffix("").as_posix() for file in written] == list(SHEETS)
    assert written[0].read_bytes() == scaffold.sheets()[0][1].to_bytes()


# Strokes


def test_a_sheet_draws_tags_that_a_person_can_see() -> None:
    sheet = Sheet(load_regime("party-hd05"))
    with sheet.block("a"), sheet.when("draft"), sheet.each("line in bases.lines"):
        sheet.value("block | typeset")
    root = read_parts(sheet.to_bytes())["word/document.xml"].decode()
    for tag in ("{%p block a %}", "{%p if draft %}", "{%p for line in bases.lines %}", "{{p block | typeset }}"):
        assert tag in root
    assert root.count('w:val="VtTag"') == 7


def test_canonical_xml_does_not_count_the_order_of_attributes() -> None:
    assert canonical(b'<a b="1" c="2"/>') == canonical(b'<a c="2"   b="1"></a>') != canonical(b'<a b="1" c="3"/>')


@pytest.mark.parametrize(
    ("body", "prints"),
    [
        (p("{{p outline | typeset }}"), True),
        (p("{%p for block in outline %}") + p("{{ block.text }}") + p("{%p endfor %}"), True),
        (p("{{ data.subject }}"), True),
        (p("{{ subject }} outline"), False),
        (p("x"), False),
    ],
)
def test_whether_a_template_prints_the_content(tmp_path: Path, body: str, prints: bool) -> None:
    assert compiled(write(tmp_path / "mẫu.docx", body)).prints_content is prints


@pytest.mark.parametrize("name", [name for name in sorted(SHEETS) if name.startswith("party/")])
def test_the_packaged_ones_do(name: str) -> None:
    assert compile_chain(Catalog.of().chain(name), load_regime("party-hd05")).prints_content
