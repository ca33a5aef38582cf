"""Filling: every value comes out as it was typed, in every place; the same input is the same bytes."""

from __future__ import annotations

import copy
import io
import os
import pickle
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.diagnostics import Faulty
from generator.render.context import DocumentContext
from generator.render.engine import FIELDS, compile_chain, fill
from generator.render.filters import FILTERS
from generator.templates.compiled import Compiled, Filled, compile_template
from tests import office
from tests.docx_files import docx, opened, p, parts_of, png, root, run, table, texts, write
from tests.docx_files import style as defined_style
from tests.unit.templates.filling import compiled, context, fault, filled, packaged, profile

TRICKY = (
    "R&D",
    "số < 10 > 5",
    "<select>",
    "</w:t></w:r></w:p>",
    "&amp; &lt; &#65; &eacute;",
    "]]>",
    "<![CDATA[x]]>",
    "<!-- x -->",
    "<?vt 1?>",
    "{{ 7*7 }}",
    "{% if x %}",
    "{# x #}",
    "{_{ x }_}",
    "%}",
    "\"a\" 'b' `c`",
    "Ủy ban nhân dân quận Cái Răng",
    "  hai dấu cách  ở   giữa ",
    "\u00a0\u200b\u2026–—“”",
    "𝔘 😀",
    "None",
    "True",
    "0",
    "_x_",
    "\\n \\1 $1 %s",
)


def everywhere(folder: Path) -> Path:
    """A template that prints the subject in every place that a tag may have."""
    formatted = p("{{r subject | formatted }}")
    body = p("{{ subject }}") + p("Về {{ subject }} này") + table(("{{ subject }}",)) + formatted
    body += p("{%p for block in outline %}") + p("{{p block | typeset }}") + p("{%p endfor %}")
    beside = {"header1": p("{{ subject }}"), "footer1": p("{{ subject }}")}
    note = {"footnotes": f'<w:footnote w:id="1">{p("{{ subject }}")}</w:footnote>'}
    return write(folder / "mẫu.docx", docx(body, beside=beside | note, title="{{ subject }}"))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """What a reader finds in every place where a text was printed."""
    template = compiled(everywhere(tmp_path_factory.mktemp("engine")))
    blocks = context()["outline"][:1]

    def fill_with(text: str) -> list[str]:
        run = {"text": text, "bold": False, "italic": False}
        one = dict(blocks[0]) | {"runs": [run], "table": None}
        note = dict(blocks[0]) | {"table": {"columns": [text], "rows": [[text]], "total": [text], "note": text}}
        data = fill(template, context() | {"subject": text, "outline": [one, note]})
        made = opened(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
        before, about, cell, emphasised, *rest = texts(data)
        assert about == f"Về {text} này"
        assert made.core_properties.title == text
        beside = [texts(data, f"word/{name}.xml")[0] for name in ("header1", "footer1", "footnotes")]
        return [before, cell, *beside, *rest, *([] if "*" in text else [emphasised])]

    return fill_with


@pytest.mark.parametrize("text", TRICKY)
def test_a_tricky_value_is_printed_as_it_was_typed(printed: Callable[[str], list[str]], text: str) -> None:
    assert set(printed(text)) == {text}


LAWFUL = st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff")
PIECES = st.one_of(st.sampled_from(TRICKY), st.text(LAWFUL, max_size=8), st.sampled_from("<>&{}%#_'\"ộẵ"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=6).map("".join))
def test_any_value_is_printed_as_it_was_typed(printed: Callable[[str], list[str]], text: str) -> None:
    assert set(printed(text)) == {text}


def test_emphasis_is_the_only_markup_in_values(tmp_path: Path) -> None:
    file = write(tmp_path / "mẫu.docx", p("{{r aim | formatted }}"))
    made = opened(filled(file, aim="một **hai & <ba>** và *bốn*"))
    assert [(piece.text, piece.bold, piece.italic) for piece in made.paragraphs[0].runs if piece.text] == [
        ("một ", None, None),
        ("hai & <ba>", True, None),
        (" và ", None, None),
        ("bốn", None, True),
    ]


LOOK = '<w:rFonts w:ascii="Arial"/><w:color w:val="FF0000"/><w:sz w:val="40"/><w:u w:val="single"/>'
BOLD, ITALIC = "<w:b/>", "<w:i/>"


def looks(data: bytes) -> list[tuple[str, str]]:
    """The text of every run of the first paragraph, with its formatting as it stands in the file."""
    found = []
    for one in opened(data).paragraphs[0].runs:
        look = b"" if one._r.rPr is None else etree.tostring(one._r.rPr)
        plain = re.sub(r' xmlns:\w+="[^"]*"', "", look.decode()).removeprefix("<w:rPr>").removesuffix("</w:rPr>")
        found += [(one.text, "" if plain == "<w:rPr/>" else plain)] if one.text else []
    return found


def placed(look: str, mark: str) -> str:
    """A mark behind the fonts, where Word wants it."""
    return look.replace('"Arial"/>', f'"Arial"/>{mark}')


@pytest.mark.parametrize("style", ["", '<w:rStyle w:val="x"/>'])
def test_formatted_words_keep_the_formatting_of_their_tag(tmp_path: Path, style: str) -> None:
    look = style + LOOK
    body = p(run("a {{r data.t | formatted }} b", look) + run("c"))
    file = write(tmp_path / "mẫu.docx", docx(body, styles=defined_style("x", "x", kind="character")))
    assert looks(filled(file, data={"t": "x **y** *z*"})) == [
        ("a ", look),
        ("x ", look),
        ("y", placed(look, BOLD)),
        (" ", look),
        ("z", placed(look, ITALIC)),
        (" b", look),
        ("c", ""),
    ]


@pytest.mark.parametrize(
    ("own", "plain", "bold", "italic"),
    [
        ("<w:b/>", "<w:b/>", "<w:b/>", "<w:b/><w:i/>"),
        ("<w:b/><w:bCs/>", "<w:b/><w:bCs/>", "<w:b/><w:bCs/>", "<w:b/><w:bCs/><w:i/>"),
        ('<w:b w:val="0"/>', '<w:b w:val="0"/>', "<w:b/>", '<w:b w:val="0"/><w:i/>'),
        ("<w:i/>", "<w:i/>", "<w:b/><w:i/>", "<w:i/>"),
        ("<w:strike/>", "<w:strike/>", "<w:b/><w:strike/>", "<w:i/><w:strike/>"),
        ('<w:vertAlign w:val="superscript"/>', *(f'{m}<w:vertAlign w:val="superscript"/>' for m in ("", BOLD, ITALIC))),
    ],
)
def test_emphasis_is_added_to_the_formatting_of_the_tag(
    tmp_path: Path, own: str, plain: str, bold: str, italic: str
) -> None:
    file = write(tmp_path / "mẫu.docx", p(run("{{r data.t | formatted }}", own)))
    made = looks(filled(file, data={"t": "x **y** *z*"}))
    assert [made[0][1], made[1][1], made[3][1]] == [plain, bold, italic]


CUT_TAGS = {
    "one run": run("a {{r data.t | formatted }} b", LOOK),
    "cut by Word": run("a {{", LOOK) + run("r data.t | for", BOLD) + run("matted }} b", LOOK),
    "two tags": run("a {{r data.u | formatted }}", LOOK) + run("{{r data.t | formatted }} b", LOOK),
    "two tags in a run": run("a {{r data.u | formatted }}{{r data.t | formatted }} b", LOOK),
    "on a condition": run("a {% if true %}{{r data.t | formatted }}{% endif %} b", LOOK),
    "behind a tag that goes on": run("a {{ data.u", LOOK) + run(" }}{{r data.t | formatted }} b", LOOK),
}


@pytest.mark.parametrize("what", CUT_TAGS)
def test_however_word_cuts_a_tag_its_words_keep_their_formatting(tmp_path: Path, what: str) -> None:
    made = looks(filled(write(tmp_path / "mẫu.docx", p(CUT_TAGS[what])), data={"t": "x", "u": ""}))
    assert "".join(text for text, _look in made) == "a x b"
    assert {look for text, look in made if text.strip()} == {LOOK}


def test_what_stands_behind_a_run_tag_keeps_its_formatting(tmp_path: Path) -> None:
    tags = run("a{%r if true %}b{%r endif %}c{{r 'logo' | formatted }}d", LOOK).replace("d</w:t>", "d</w:t><w:tab/>")
    made = looks(filled(write(tmp_path / "mẫu.docx", p(tags))))
    assert [text for text, _look in made] == ["a", "b", "c", "logo", "d\t"]
    assert {look for _text, look in made} == {LOOK}


def test_the_formatting_of_a_tag_may_hold_tags(tmp_path: Path) -> None:
    tag = run("{{r l.t | formatted }}", '<w:color w:val="{{ l.c }}"/>')
    body = p(run("{% for l in data.ls %}") + tag + run("{% endfor %}"))
    made = looks(filled(write(tmp_path / "mẫu.docx", body), data={"ls": [{"t": t, "c": c} for t, c in ("a1", "b2")]}))
    assert made == [("a", '<w:color w:val="1"/>'), ("b", '<w:color w:val="2"/>')]


@pytest.mark.parametrize("argument", ["'<w:b/>'", "'</w:rPr>' * 4", "vt_look", "vt_look0"])
def test_no_template_tells_the_filter_what_its_run_looks_like(tmp_path: Path, argument: str) -> None:
    found = fault(write(tmp_path / "mẫu.docx", p(f"{{{{r subject | formatted({argument}) }}}}")))
    assert found.code in ("template/cannot-fill", "template/unknown-field")


def test_a_value_in_an_attribute_stays_there(tmp_path: Path) -> None:
    described = '<w:tbl><w:tblPr><w:tblDescription w:val="{{ subject }}"/></w:tblPr>'
    body = table(("x",)).replace("<w:tbl><w:tblPr>", described.removesuffix("</w:tblPr>"), 1)
    made = root(filled(write(tmp_path / "mẫu.docx", body), subject='a" w:x="<&>'))
    (found,) = made.iter("{*}tblDescription")
    assert list(found.attrib.values()) == ['a" w:x="<&>']


# The packaged templates, whole


@pytest.fixture(scope="module")
def plan() -> Compiled:
    return compiled(packaged("party/plan"), packaged("party/base"))


@pytest.fixture(scope="module")
def made(plan: Compiled) -> bytes:
    return fill(plan, context())


def test_the_same_input_is_the_same_bytes(plan: Compiled, made: bytes) -> None:
    again = compiled(packaged("party/plan"), packaged("party/base"))
    assert fill(plan, context()) == made
    assert fill(again, context()) == made


def test_one_template_serves_many_documents(plan: Compiled, made: bytes) -> None:
    other = fill(plan, context() | {"subject": "khác", "outline": []})
    assert "khác" in "".join(texts(other))
    assert fill(plan, context()) == made


def test_filling_changes_nothing_that_it_was_given(plan: Compiled) -> None:
    given_context = copy.deepcopy(context())
    fill(plan, given_context)
    assert given_context == context()


def test_parts_without_tags_are_the_same_bytes_in_every_document(plan: Compiled, made: bytes) -> None:
    other = fill(plan, context() | {"subject": "khác"})
    static = [one.name.decode() for one in plan.members if not isinstance(one, Filled)]
    assert {"word/styles.xml", "word/settings.xml", "[Content_Types].xml"} <= set(static)
    for name in static:
        assert parts_of(made)[name] == parts_of(other)[name]
    filled_parts = {one.name for one in plan.members if isinstance(one, Filled)}
    assert filled_parts == {"word/document.xml", "word/header2.xml", "docProps/core.xml"}


def test_pictures_of_a_template_are_copied_bit_by_bit(tmp_path: Path) -> None:
    parts = docx(p("x"), parts={"word/media/a.png": png(9)}, types={"png": "image/png"})
    assert parts_of(filled(write(tmp_path / "mẫu.docx", parts)))["word/media/a.png"] == png(9)


def test_the_file_is_sound(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
    found = opened(made)
    assert found.core_properties.title.startswith("Kế hoạch")
    assert found.core_properties.created is not None
    assert not [text for text in texts(made) if any(tag in text for tag in ("{{", "{%", "{#"))]


def test_libreoffice_reads_it(made: bytes, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        assert os.environ.get("CI") != "true", "LibreOffice is not installed"
        pytest.skip("LibreOffice is not installed")
    file = tmp_path / "plan.docx"
    file.write_bytes(made)
    (page,) = office.convert([file], tmp_path / "pdf")
    assert page.read_bytes().startswith(b"%PDF")


# Faults


def test_every_name_of_the_context_is_known() -> None:
    assert FIELDS.names is not None
    assert set(FIELDS.names) == set(DocumentContext.__annotations__) == set(context())


def test_a_value_that_the_template_cannot_print_is_told(tmp_path: Path) -> None:
    template = compiled(write(tmp_path / "mẫu.docx", p("x") + p("{{ subject | words }}")))
    with pytest.raises(Faulty) as caught:
        fill(template, context())
    (found,) = caught.value.diagnostics
    assert (found.code, found.where.paragraph, found.where.file) == ("template/cannot-fill", 2, tmp_path / "mẫu.docx")


@pytest.mark.parametrize("error", [MemoryError, OverflowError, RecursionError])
def test_what_the_machine_cannot_do_is_told(tmp_path: Path, error: type[Exception]) -> None:
    def fail(_value: str) -> str:
        raise error

    file = write(tmp_path / "mẫu.docx", p("x") + p("{{ subject | fail }}"))
    template = compile_template([("a", file)], profile(), dict(FILTERS) | {"fail": fail}, FIELDS)
    with pytest.raises(Faulty) as caught:
        fill(template, context())
    (found,) = caught.value.diagnostics
    assert (found.code, found.where.paragraph) == ("template/cannot-fill", 2)


CUT = p("x") + p("{%p set x %}") + p("abc") + p("{%p endset %}") + p("{{ x | truncate(30) }}") + p("y")


def test_a_document_that_is_no_xml_is_never_given(tmp_path: Path) -> None:
    template = compiled(write(tmp_path / "mẫu.docx", CUT))
    for _time in range(2):
        with pytest.raises(Faulty) as caught:
            fill(template, context())
        (found,) = caught.value.diagnostics
        assert (found.code, found.where.paragraph, found.where.file) == (
            "template/cannot-fill",
            5,
            tmp_path / "mẫu.docx",
        )


def test_a_childs_broken_xml_is_in_the_childs_file(tmp_path: Path) -> None:
    base = write(tmp_path / "base.docx", p("x") + p("{%p block a %}") + p("{%p endblock %}") + p("y"))
    inside = p('{%p extends "base" %}') + p("{%p block a %}") + CUT + p("{%p endblock %}")
    child = write(tmp_path / "child.docx", inside)
    with pytest.raises(Faulty) as caught:
        fill(compiled(child, base), context())
    (found,) = caught.value.diagnostics
    assert (found.where.paragraph, found.where.file) == (7, child)


def test_only_the_first_document_is_read(plan: Compiled, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(plan, context())
    monkeypatch.setattr("generator.templates.compiled.ill_formed", lambda _text: pytest.fail("read again"))
    fill(plan, context())


def test_faults_cross_processes(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        compile_chain([("a", write(tmp_path / "a.docx", p("{{ x }}")))], profile())
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.diagnostics == caught.value.diagnostics
