"""Templates taken out of their chain: whole or block by block, they say and look what the chain did."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Faulty
from generator.profile.regimes import load_regime, regimes
from generator.render.context import build_context
from generator.render.engine import compile_chain, fill
from generator.render.filters import FILTERS
from generator.templates import eject
from generator.templates.catalog import Catalog
from generator.templates.close_look import close_findings
from generator.templates.flatten import Flat, flat
from generator.templates.package import Package, read_package, serialise
from generator.templates.record import PART, Record, read_record, with_record, without_record
from generator.templates.scaffold import KINDS
from tests.documents import REGIMES, job
from tests.documents import document as made
from tests.docx_files import W, docx, p, paragraphs, parts_of, root, run, table, texts, write
from tests.dump import dump
from tests.unit.templates.filling import compiled, filled, profile

BLOCKS = ("letterhead", "title", "addressee", "opening", "body", "closing", "annex", "copy")
PAIRS = [(regime, kind) for regime in REGIMES for kind in KINDS]
OF_BLOCKS = [
    pytest.param(regime, kind, marks=() if kind == "guidance" else pytest.mark.slow)
    for regime, kind in PAIRS
    if regime != "party-hd36"
]


def name_of(regime: str, kind: str) -> str:
    return f"{load_regime(regime).side}/{kind}"


@cache
def cut(regime: str, kind: str) -> Flat:
    return flat(Catalog.of().chain(name_of(regime, kind)))


@cache
def expected(regime: str, kind: str) -> str:
    return dump(made(kind, regime=regime))


def ejected(regime: str, kind: str, *blocks: str) -> bytes:
    found, form = cut(regime, kind), load_regime(regime)
    others = [one for one in map(load_regime, regimes()) if one.side == form.side]
    if blocks:
        return eject.some(found, found, name_of(regime, kind), blocks, form, others)
    return eject.whole(found, found, name_of(regime, kind), form, others)


def rendered(file: Path, regime: str, kind: str) -> str:
    wanted = job(kind, regime=regime)
    chain = [(name_of(regime, kind), file)]
    if "extends" in "".join(texts(file.read_bytes())):
        chain += Catalog.of().chain(name_of(regime, kind))
    form = compile_chain(chain, wanted.profile)
    assert form.warnings == ()
    context: dict[str, Any] = dict(build_context(wanted.request, wanted.profile))
    return dump(fill(form, context))


def without_parts(shown: str) -> str:
    """A block with sections brings its headers along under names of its own."""
    return shown.rsplit("parts:", 1)[0]


@pytest.mark.parametrize(("regime", "kind"), PAIRS)
def test_a_whole_template_makes_the_same_document(regime: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "mẫu.docx"
    file.write_bytes(ejected(regime, kind))
    assert "extends" not in "".join(texts(file.read_bytes()))
    assert rendered(file, regime, kind) == expected(regime, kind)


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize(("regime", "kind"), OF_BLOCKS)
def test_a_block_makes_the_same_document(regime: str, kind: str, block: str, tmp_path: Path) -> None:
    file = tmp_path / "mẫu.docx"
    file.write_bytes(ejected(regime, kind, block))
    assert without_parts(rendered(file, regime, kind)) == without_parts(expected(regime, kind))
    chain = [(name_of(regime, kind), file), *Catalog.of().chain(name_of(regime, kind))]
    assert close_findings(chain, load_regime(regime), FILTERS) == ()


def test_a_block_comes_without_anything_else() -> None:
    data = ejected("party-hd05", "plan", "opening")
    body = [text for text in texts(data) if text]
    assert body[:2] == ['{%p extends "party/plan" %}', "{%p block opening %}"]
    assert body[-1] == "{%p endblock %}"
    assert sum(text.startswith("{%p block") for text in body) == 1
    assert not [name for name in parts_of(data) if "header" in name or "footer" in name]


def test_several_blocks_stand_in_the_order_that_was_asked_for() -> None:
    body = texts(ejected("party-hd05", "plan", "closing", "opening", "closing"))
    assert [text for text in body if "{%p block" in text] == ["{%p block closing %}", "{%p block opening %}"]


def test_the_page_is_the_profiles() -> None:
    (section,) = root(ejected("party-hd05", "plan", "opening")).iter(f"{{{W}}}sectPr")
    margins = section.find(f"{{{W}}}pgMar")
    assert margins is not None
    assert margins.get(f"{{{W}}}left") == str(load_regime("party-hd05").length("page.left").twips)


def test_every_style_of_the_side_is_there() -> None:
    styles = root(ejected("party-hd05", "plan", "opening"), "word/styles.xml")
    known = {style.get(f"{{{W}}}styleId") for style in styles.iter(f"{{{W}}}style")}
    base = root((Catalog.of().find("party/base") or Path()).read_bytes(), "word/styles.xml")
    assert {style.get(f"{{{W}}}styleId") for style in base.iter(f"{{{W}}}style")} <= known


def test_an_unknown_block_is_told_with_the_nearest_and_the_list() -> None:
    with pytest.raises(Faulty) as raised:
        ejected("party-hd05", "plan", "openin", "ký")
    first, second = raised.value.diagnostics
    assert (first.code, first.message) == ("template/unknown-block", "mẫu gốc không có khối “openin”")
    assert first.hint == f"có phải là “opening”? các khối đang có: {', '.join(BLOCKS)}"
    assert second.message == "mẫu gốc không có khối “ký”"


# Chains of every shape, flattened

BASE = paragraphs(
    *("trước", "{%p block a %}", "a gốc", "{%p endblock %}"),
    *("giữa", "{%p block b %}", "b gốc", "{%p endblock %}"),
)
NESTED = paragraphs("{%p block a %}", "trên", "{%p block b %}", "b gốc", "{%p endblock %}", "dưới", "{%p endblock %}")
ROWS = table(["đầu"], ["{%tr block a %}"], ["a gốc"], ["{%tr endblock %}"])
INLINE = p("Kính gửi: {% block a %}ai{% endblock %}.")
EXTENDS = p('{%p extends "base" %}')


def block(name: str, *inside: str) -> str:
    return paragraphs(f"{{%p block {name} %}}", *inside, "{%p endblock %}")


SHAPES = {
    "replaced": (BASE, block("a", "a con")),
    "inherited": (BASE, ""),
    "empty": (BASE, block("a")),
    "super": (BASE, block("a", "một", "{{p super() }}", "hai")),
    "super twice": (BASE, block("a", "{{p super() }}", "{{p super() }}")),
    "three": (BASE, block("a", "giữa", "{{p super() }}"), block("a", "{{p super() }}", "cuối")),
    "nested": (NESTED, block("b", "b con", "{{p super() }}")),
    "super of nested": (NESTED, block("a", "{{p super() }}", "{{p super() }}"), block("b", "b con")),
    "rows": (ROWS, table(["{%tr block a %}"], ["a con"], ["{{tr super() }}"], ["{%tr endblock %}"])),
    "inline": (INLINE, p("{% block a %}ông, {{ super() }}{% endblock %}")),
    "cut over runs": (INLINE, p(run("{% blo", "<w:b/>") + run("ck a %}ông{% endblock %}"))),
    "name": (BASE, p("{%p set x = 'đặt trước' %}") + block("a", "{{ x }}")),
    "macro": (BASE, paragraphs("{%p macro m(x) %}", "-{{ x }}-", "{%p endmacro %}") + block("a", "{{p m('z') }}")),
    "scoped": (
        p("{%p for l in ['1', '2'] %}") + block("a scoped", "{{ l }}") + p("{%p endfor %}"),
        block("a", "- {{ l }}", "{{p super() }}"),
    ),
    "fixed": (BASE.replace("block a ", "block a fixed "), block("b", "b con")),
    "loop": (BASE, block("a", "{%p for l in ['1', '2'] %}", "{{ l }}", "{%p endfor %}")),
}


def chain_of(folder: Path, bodies: tuple[str, ...]) -> list[tuple[str, Path]]:
    base, *children = bodies
    files = [("base", write(folder / "base.docx", base))]
    for number, body in enumerate(children):
        files.insert(0, (f"child{number}", write(folder / f"child{number}.docx", EXTENDS + body)))
    return files


@pytest.mark.parametrize("bodies", SHAPES.values(), ids=SHAPES)
def test_a_chain_in_one_file_prints_the_same(bodies: tuple[str, ...], tmp_path: Path) -> None:
    chain = chain_of(tmp_path, bodies)
    found = flat(chain)
    file = tmp_path / "một.docx"
    file.write_bytes(eject.whole(found, found, "base", profile(), []))
    assert texts(filled(file)) == texts(filled(*(one for _name, one in chain)))


@pytest.mark.parametrize("name", [name for name in SHAPES if name not in ("name", "macro", "fixed")])
def test_a_block_over_its_chain_prints_the_same(name: str, tmp_path: Path) -> None:
    chain = chain_of(tmp_path, SHAPES[name])
    found = flat(chain)
    file = tmp_path / "khối.docx"
    file.write_bytes(eject.some(found, found, "base", found.names, profile(), []))
    files = [one for _name, one in chain]
    assert texts(filled(file, *files)) == texts(filled(*files))


def test_marks_stay_in_a_whole_template(tmp_path: Path) -> None:
    chain = chain_of(tmp_path, (BASE, block("a fixed", "{{p super() }}")))
    found = flat(chain)
    assert "{%p block a fixed %}" in texts(eject.whole(found, found, "base", profile(), []))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (block("a", "{{ super() | upper }}"), "super() ở đây đứng trong một phép tính, nên không gộp được"),
        (
            p("{% set x = 1 %}") + block("a", "{{ x }}"),
            "thẻ set hay macro này nằm chung đoạn với thứ khác, nên không gộp được",
        ),
    ],
)
def test_what_one_file_cannot_say_is_refused(body: str, message: str, tmp_path: Path) -> None:
    found = flat(chain_of(tmp_path, (BASE, body)))
    with pytest.raises(Faulty) as raised:
        eject.whole(found, found, "base", profile(), [])
    (fault,) = raised.value.diagnostics
    assert (fault.code, fault.message) == ("template/cannot-flatten", message)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (p("{%p block a %}"), "template/syntax"),
        (p("{%p endblock %}"), "template/syntax"),
        ("".join(p(f"{{%p block b{n} %}}") for n in range(50)) + p("{%p endblock %}") * 50, "template/too-complex"),
    ],
)
def test_blocks_that_cannot_be_cut_are_told_with_the_file(body: str, code: str, tmp_path: Path) -> None:
    (name, file), *_base = chain_of(tmp_path, (body,))
    with pytest.raises(Faulty) as raised:
        flat([(name, file)])
    assert [(one.code, one.where.file) for one in raised.value.diagnostics] == [(code, file)]


def test_blocks_in_one_another_come_once(tmp_path: Path) -> None:
    found = flat(chain_of(tmp_path, (NESTED, block("b", "b con"))))
    body = texts(eject.some(found, found, "base", ("b", "a"), profile(), []))
    assert [text for text in body if "{%p block" in text] == ["{%p block a %}", "{%p block b %}"]


# The record

RECORD = Record(
    "party/plan",
    {"opening": ("VT Nội dung: {{ aim }}", ""), "title": (), "annex": ("",), "body": ("x" * 5000, "đ" * 300)},
)


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    package = read_package(write(tmp_path / "a.docx", p("x")))
    written = with_record(package, RECORD)
    assert read_record(written) == RECORD
    assert read_record(with_record(written, RECORD)) == RECORD
    assert without_record(written).parts.keys() == package.parts.keys()
    assert read_record(package) is None


def test_no_value_of_a_record_is_longer_than_word_keeps() -> None:
    long = tuple(f"{number * 7919 % 1009}" for number in range(1000))
    record = Record("party/plan", {"body": long})
    package = with_record(read_package(Catalog.of().find("party/base") or Path()), record)
    assert read_record(package) == record
    values = [one.text or "" for one in package.xml(PART).iter("{*}lpwstr")]
    assert len(values) > 3
    assert max(map(len, values)) <= 255


@pytest.mark.parametrize("value", ["không phải base64!", "AAAA", "", "eJ" * 100])
def test_a_record_that_makes_no_sense_is_none(value: str, tmp_path: Path) -> None:
    package = with_record(read_package(write(tmp_path / "a.docx", p("x"))), Record("a", {"b": ("c",)}))
    root_element = package.xml(PART)
    root_element[1][0].text = value
    broken = Package(package.file, dict(package.parts) | {PART: serialise(root_element)})
    assert read_record(broken) is None


def test_properties_of_others_stay(tmp_path: Path) -> None:
    other = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Phòng"><vt:lpwstr>x</vt:lpwstr>'
        "</property></Properties>"
    )
    parts = docx(p("x"), parts={PART: other.encode()})
    package = read_package(write(tmp_path / "a.docx", parts))
    assert without_record(package).parts[PART] == other.encode()


def test_a_document_does_not_tell_where_its_template_came_from(tmp_path: Path) -> None:
    file = tmp_path / "mẫu.docx"
    file.write_bytes(ejected("party-hd05", "plan"))
    assert PART in parts_of(file.read_bytes())
    made_of_it = parts_of(filled(file))
    assert PART not in made_of_it
    assert b"custom" not in made_of_it["[Content_Types].xml"] + made_of_it["_rels/.rels"]


def test_a_break_on_a_tags_paragraph_is_kept(tmp_path: Path) -> None:
    broken = p("{%p if true %}", properties=f'<w:sectPr xmlns:w="{W}"><w:type w:val="nextPage"/></w:sectPr>')
    file = write(tmp_path / "a.docx", p("một") + broken + p("hai") + p("{%p endif %}"))
    assert compiled(file).warnings == ()
    sections = list(root(filled(file)).iter(f"{{{W}}}sectPr"))
    assert len(sections) == 2
