"""Block inheritance through real files: what a child says replaces what its ancestors say, block by block."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Faulty, Severity
from generator.templates.catalog import Catalog
from tests.docx_files import docx, opened, p, paragraphs, root, run, table, texts, write
from tests.unit.templates.filling import compiled, context, fault, faults, filled, packaged, profile

BASE = paragraphs(
    "trước", "{%p block a %}", "a gốc", "{%p endblock %}", "giữa", "{%p block b %}", "b gốc", "{%p endblock %}"
)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write(tmp_path / "base.docx", BASE)


def child(folder: Path, *inside: str, name: str = "child", parent: str = "base") -> Path:
    """A template that extends another; a plain text is a paragraph."""
    body = "".join(each if each.startswith("<") else p(each) for each in inside)
    return write(folder / f"{name}.docx", p(f'{{%p extends "{parent}" %}}') + body)


def block(name: str, *inside: str) -> str:
    return paragraphs(f"{{%p block {name} %}}", *inside, "{%p endblock %}")


def test_a_base_prints_its_own_blocks(base: Path) -> None:
    assert texts(filled(base)) == ["trước", "a gốc", "giữa", "b gốc"]


@pytest.mark.parametrize(
    ("inside", "printed"),
    [
        ((block("a", "a con"),), ["trước", "a con", "giữa", "b gốc"]),
        ((block("b", "b con"), block("a", "a con")), ["trước", "a con", "giữa", "b con"]),
        ((block("a"),), ["trước", "giữa", "b gốc"]),
        ((block("a", "một", "{{p super() }}", "hai"),), ["trước", "một", "a gốc", "hai", "giữa", "b gốc"]),
        ((block("a", "{{p super() }}", "{{p super() }}"),), ["trước", "a gốc", "a gốc", "giữa", "b gốc"]),
        ((block("a", "{%p block c %}", "c con", "{%p endblock %}"),), ["trước", "c con", "giữa", "b gốc"]),
        ((block("a", "{{ kind_title }}"),), ["trước", "KẾ HOẠCH", "giữa", "b gốc"]),
        (("{%p set x = 'đặt trước' %}", block("a", "{{ x }}")), ["trước", "đặt trước", "giữa", "b gốc"]),
        ((), ["trước", "a gốc", "giữa", "b gốc"]),
    ],
)
def test_a_child_replaces_blocks(base: Path, tmp_path: Path, inside: tuple[str, ...], printed: list[str]) -> None:
    assert texts(filled(child(tmp_path, *inside), base)) == printed


def test_the_extends_tag_may_stand_behind_a_block(base: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "child.docx", block("a", "a con") + p('{%p extends "base" %}'))
    assert texts(filled(file, base)) == ["trước", "a con", "giữa", "b gốc"]


def test_inherited_words_keep_their_formatting(tmp_path: Path) -> None:
    bold = p(run("đậm", "<w:b/>"), run(" thường"), properties='<w:jc w:val="right"/>')
    base = write(tmp_path / "base.docx", p("{%p block a %}") + bold + p("{%p endblock %}"))
    made = opened(filled(child(tmp_path, block("a", "con", "{{p super() }}")), base))
    kept = made.paragraphs[1]
    assert [(piece.text, piece.bold) for piece in kept.runs] == [("đậm", True), (" thường", None)]
    assert kept.alignment is not None


def test_a_nested_block_is_replaced_inside_what_stays(tmp_path: Path) -> None:
    inner = ("{%p block inner %}", "trong gốc", "{%p endblock %}")
    base = write(tmp_path / "base.docx", block("outer", "trên", *inner, "dưới"))
    assert texts(filled(child(tmp_path, block("inner", "trong con")), base)) == ["trên", "trong con", "dưới"]


def test_each_generation_may_call_the_one_before(base: Path, tmp_path: Path) -> None:
    chain = [
        child(tmp_path, block("a", f"{name} trước", "{{p super() }}", f"{name} sau"), name=name)
        for name in ("unit", "office", "kind")
    ]
    around = [f"{name} trước" for name in ("unit", "office", "kind")]
    back = [f"{name} sau" for name in ("kind", "office", "unit")]
    assert texts(filled(*chain, base)) == ["trước", *around, "a gốc", *back, "giữa", "b gốc"]


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_every_depth_prints_the_nearest_block(base: Path, tmp_path: Path, depth: int) -> None:
    chain = [child(tmp_path, block("a", f"đời {number}"), name=f"c{number}") for number in range(depth)]
    assert texts(filled(*chain, base))[1] == "đời 0"


def test_a_middle_generation_shows_where_the_nearest_is_silent(base: Path, tmp_path: Path) -> None:
    office = child(tmp_path, block("b", "b cơ quan"), name="office")
    unit = child(tmp_path, block("a", "a đơn vị"), name="unit")
    assert texts(filled(unit, office, base)) == ["trước", "a đơn vị", "giữa", "b cơ quan"]


def test_a_block_in_a_cell(tmp_path: Path) -> None:
    cell = block("cell", "ô gốc")
    base = write(tmp_path / "base.docx", table((cell, "bên cạnh")))
    made = opened(filled(child(tmp_path, block("cell", "ô con", "{{p super() }}")), base))
    assert [c.text for c in made.tables[0].rows[0].cells] == ["ô con\nô gốc", "bên cạnh"]


def test_a_block_of_rows(tmp_path: Path) -> None:
    rows = (["{%tr block rows %}"], ["dòng gốc"], ["{%tr endblock %}"])
    base = write(tmp_path / "base.docx", table(["đầu"], *rows))
    own = table(["{%tr block rows %}"], ["dòng con"], ["{%tr endblock %}"])
    made = opened(filled(child(tmp_path, own), base))
    assert [row.cells[0].text for row in made.tables[0].rows] == ["đầu", "dòng con"]


def test_a_block_of_words(tmp_path: Path) -> None:
    base = write(tmp_path / "base.docx", p("Kính gửi: {% block who %}ai{% endblock %}."))
    own = child(tmp_path, p("{% block who %}Ban và {{ super() }}{% endblock %}"))
    assert texts(filled(own, base)) == ["Kính gửi: Ban và ai."]


def test_a_scoped_block_sees_the_loop_around_it(tmp_path: Path) -> None:
    loop = ("{%p for line in recipients.lines %}", "{%p block one scoped %}", "gốc", "{%p endblock %}", "{%p endfor %}")
    base = write(tmp_path / "base.docx", paragraphs(*loop))
    own = child(tmp_path, block("one", "{{ line }}"))
    assert texts(filled(own, base)) == context()["recipients"]["lines"]
    unknown = child(tmp_path, block("one", "{{ lien }}"))
    assert fault(unknown, base).hint == "có phải là “line”?"


def test_a_block_without_scope_does_not_see_it(tmp_path: Path) -> None:
    loop = ("{%p for line in recipients.lines %}", "{%p block one %}", "{{ line }}", "{%p endblock %}", "{%p endfor %}")
    found = fault(write(tmp_path / "base.docx", paragraphs(*loop)))
    assert (found.code, found.where.paragraph) == ("template/unknown-field", 3)


# The packaged chain, with a unit's and an office's files before it


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    folders = {}
    for owner in ("unit", "office"):
        file = tmp_path / owner / "party" / "plan.docx"
        write(file, p('{%p extends "party/plan" %}') + block("opening", f"Của {owner}.", "{{p super() }}"))
        folders[owner] = tmp_path / owner
    return Catalog.of(folders["unit"], folders["office"])


def test_an_offices_plan_extends_the_packaged_plan(catalog: Catalog, tmp_path: Path) -> None:
    chain = catalog.chain("party/plan")
    assert [name for name, _file in chain] == ["party/plan", "party/plan", "party/plan", "party/base"]
    assert [file for _name, file in chain[:2]] == [tmp_path / owner / "party/plan.docx" for owner in ("unit", "office")]
    printed = texts(filled(*(file for _name, file in chain)))
    start = printed.index("Của unit.")
    assert printed[start + 1] == "Của office."
    assert printed[start + 2] == context()["aim"]


def test_the_packaged_files_extend_what_the_office_has(tmp_path: Path) -> None:
    base = write(tmp_path / "party" / "base.docx", block("opening", "gốc") + p("cơ quan"))
    chain = Catalog.of(tmp_path).chain("party/plan")
    assert [file for _name, file in chain] == [packaged("party/plan"), base]


@pytest.mark.parametrize("relative", [False, True])
def test_a_file_named_by_its_path_has_the_same_chain(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, relative: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path("unit/party/plan.docx") if relative else tmp_path / "unit/party/plan.docx"
    assert [name for name, _file in catalog.chain_of(file)] == [name for name, _file in catalog.chain("party/plan")]


# What cannot be


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path / "party" / "plan.docx", p('{%p extends "party/basis" %}'))
    with pytest.raises(Exception, match="party/basis") as caught:
        Catalog.of(tmp_path).chain("party/plan")
    (found,) = caught.value.diagnostics  # type: ignore[attr-defined]
    assert (found.code, found.hint) == ("template/unknown-template", "có phải là “party/base”?")
    assert found.where.file == tmp_path / "party" / "plan.docx"


@pytest.mark.parametrize(
    "parent", ["{}/outside/base", "../outside/base", "x/../../outside/base", "./base", "Base", "a_b"]
)
def test_a_name_is_no_path(tmp_path: Path, parent: str) -> None:
    for name in ("outside/base", "in/base", "in/Base", "in/a_b"):
        write(tmp_path / f"{name}.docx", p("x"))
    file = write(tmp_path / "in" / "plan.docx", p(f'{{%p extends "{parent.format(tmp_path)}" %}}'))
    for chain in (
        lambda: Catalog.of(tmp_path / "in").chain("plan"),
        lambda: Catalog.of(tmp_path / "in").chain_of(file),
    ):
        with pytest.raises(Faulty) as caught:
            chain()
        assert [found.code for found in caught.value.diagnostics] == ["template/unknown-template"]
        assert caught.value.diagnostics[0].where.file == file


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "base.docx", p("x"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "base.docx").symlink_to(outside)
    assert Catalog.of(tmp_path / "in").find("base") is None
    assert Catalog.of(tmp_path / "in").find("party/base") is not None


@pytest.mark.parametrize(
    ("parents", "names"),
    [
        ({"x/a": "x/b", "x/b": "x/a"}, "x/a → x/b → x/a"),
        ({"x/a": "x/a"}, "x/a → x/a"),
    ],
)
def test_a_circle(tmp_path: Path, parents: dict[str, str], names: str) -> None:
    for name, parent in parents.items():
        write(tmp_path / f"{name}.docx", p(f'{{%p extends "{parent}" %}}'))
    with pytest.raises(Exception, match=names) as caught:
        Catalog.of(tmp_path).chain("x/a")
    assert caught.value.diagnostics[0].code == "template/cycle"  # type: ignore[attr-defined]


def test_a_chain_that_is_too_long_is_no_circle(tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path / str(number) / "party" / "plan.docx", p('{%p extends "party/plan" %}'))
    with pytest.raises(Faulty) as caught:
        Catalog.of(*(tmp_path / str(number) for number in range(12))).chain("party/plan")
    assert caught.value.diagnostics[0].code == "template/too-deep"


@pytest.mark.parametrize("tag", ["{%p extends party/base %}", '{%p extends "base" %}{%p extends "base" %}'])
def test_a_badly_written_extends_is_told(base: Path, tmp_path: Path, tag: str) -> None:
    file = write(tmp_path / "child.docx", p(tag) + block("a", "x"))
    codes = {found.code for found in faults(file, base) or faults(file)}
    assert codes <= {"template/extends", "template/text-beside-tag", "template/unknown-field"}
    assert codes


@pytest.mark.parametrize(
    ("inside", "code", "paragraph", "hint"),
    [
        ((block("aa", "x"),), "template/unknown-block", 2, "có phải là “a”?"),
        ((block("zzzz", "x"),), "template/unknown-block", 2, "các khối đang có: a, b"),
        (("{%p if draft %}", block("a", "x"), "{%p endif %}"), "template/block-in-condition", 3, None),
        ((block("a", "{{ super() }}"),), "template/block-level", 3, "viết {{p super() }} trong một đoạn riêng"),
        ((block("a", "{%p block c %}", "{{p super() }}", "{%p endblock %}"),), "template/no-parent-block", 4, None),
        ((p("{% block a %}chữ{% endblock %}"),), "template/block-level", 2, None),
    ],
)
def test_blocks_that_would_go_wrong(
    base: Path, tmp_path: Path, inside: tuple[str, ...], code: str, paragraph: int, hint: str | None
) -> None:
    found = fault(child(tmp_path, *inside), base)
    assert (found.code, found.where.paragraph, found.where.file) == (code, paragraph, tmp_path / "child.docx")
    assert hint in (None, found.hint)


def test_a_block_that_is_there_twice(base: Path, tmp_path: Path) -> None:
    found = faults(child(tmp_path, block("a", "x"), block("b", "y"), block("a", "z")), base)
    assert [(one.code, one.where.paragraph) for one in found] == [("template/block-twice", 8)]


def test_a_block_that_closes_inside_a_table(base: Path, tmp_path: Path) -> None:
    found = fault(child(tmp_path, "{%p block a %}", "trên", table((p("{%p endblock %}") + p("ô"), "x"))), base)
    assert (found.code, found.where.paragraph) == ("template/split-block", 2)


def test_a_block_that_closes_in_another_cell(tmp_path: Path) -> None:
    cells = (p("{%p block a %}") + p("một"), p("hai") + p("{%p endblock %}"))
    found = fault(write(tmp_path / "base.docx", table(cells)))
    assert found.code == "template/split-block"
    assert found.where.part == "thân văn bản, bảng 1, dòng 1, ô 1"


@pytest.mark.parametrize(
    ("outside", "words", "paragraph"),
    [
        (p("Ghi chú"), "Ghi chú", 2),
        (p("Số {{ number }}"), "[number]", 2),
        (table(("trong ô",)), "trong ô", 1),
    ],
)
def test_words_outside_blocks_are_told(base: Path, tmp_path: Path, outside: str, words: str, paragraph: int) -> None:
    made = compiled(child(tmp_path, outside, block("a", "x")), base)
    (found,) = made.warnings
    assert (found.code, found.severity) == ("template/outside-blocks", Severity.WARNING)
    assert words in found.message
    assert found.where.paragraph == paragraph


def test_a_macro_outside_blocks_is_no_lost_text(base: Path, tmp_path: Path) -> None:
    macro = ("{%p macro twice(x) %}", "{{ x }} {{ x }}", "{%p endmacro %}")
    own = child(tmp_path, *macro, block("a", "{{p twice('hai') }}"))
    assert compiled(own, base).warnings == ()
    assert texts(filled(own, base))[1] == "hai hai"


def test_what_follows_the_last_block_is_the_bases(base: Path, tmp_path: Path) -> None:
    landscape = docx(p('{%p extends "base" %}'), last='<w:sectPr><w:pgSz w:w="1" w:h="1"/></w:sectPr>')
    made = root(filled(write(tmp_path / "child.docx", landscape), base))
    assert len(list(made.iter("{*}sectPr"))) == 1
    assert "trước" in texts(filled(base))


def test_the_profile_sets_up_the_pages_of_every_chain(base: Path, tmp_path: Path) -> None:
    margins = opened(filled(child(tmp_path, block("a", "x")), base)).sections[0]
    for side in ("left", "top"):
        assert round(getattr(margins, f"{side}_margin").twips) == profile().length(f"page.{side}").twips
