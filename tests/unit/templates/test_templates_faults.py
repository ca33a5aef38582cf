"""Faults of tags have places: file, part, table, row, cell and paragraph, as a person counts them in Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Location
from generator.reporters.text import place
from tests.docx_files import docx, field, opened, p, paragraphs, run, table, text_box, texts, write
from tests.unit.templates.filling import context, fault, faults, filled

BAD = "{{ subjec }}"
BODY = "thân văn bản"


def where(folder: Path, *body: str, **beside: str) -> tuple[str | None, int | None]:
    found = fault(write(folder / "mẫu.docx", docx(*body, beside=beside)))
    assert found.code == "template/unknown-field"
    assert found.where.file == folder / "mẫu.docx"
    return found.where.part, found.where.paragraph


@pytest.mark.parametrize(
    ("body", "part", "paragraph"),
    [
        ((p(BAD),), BODY, 1),
        ((*(p("x"),) * 300, p(f"Về {BAD}.")), BODY, 301),
        ((table(("a", "b")), p("x"), p(BAD)), BODY, 2),
        ((table(("a", "b"), ("c", BAD)),), f"{BODY}, bảng 1, dòng 2, ô 2", 1),
        ((table(("a",)), table((p("x") + p(BAD),))), f"{BODY}, bảng 2, dòng 1, ô 1", 2),
        ((table((table(("x", BAD)) + p("y"),)),), f"{BODY}, bảng 1, dòng 1, ô 1, bảng 2, dòng 1, ô 2", 1),
        ((p("x", text_box("y", BAD)),), f"{BODY}, hộp chữ", 2),
        ((table((p("x", text_box(BAD)),)),), f"{BODY}, bảng 1, dòng 1, ô 1, hộp chữ", 1),
        ((p("{%p if draft %}"), p("x"), p(BAD), p("{%p endif %}")), BODY, 3),
        ((p("x"), p("{%p if subjec %}"), p("y"), p("{%p endif %}")), BODY, 2),
        ((p("{%p for line in recipients.lines %}"), p("{{ lien }}"), p("{%p endfor %}")), BODY, 2),
        ((p("x"), p("{%p for line in recipients.linse %}"), p("y"), p("{%p endfor %}")), BODY, 2),
        (
            (table(("đầu",), ("{%tr for line in recipients.linse %}",), ("{{ line }}",), ("{%tr endfor %}",)),),
            f"{BODY}, bảng 1, dòng 2, ô 1",
            1,
        ),
        (
            (table(("đầu",), ("{%tr for line in recipients.lines %}",), ("{{ lien }}",), ("{%tr endfor %}",)),),
            f"{BODY}, bảng 1, dòng 3, ô 1",
            1,
        ),
        (
            (table(("{%tr for line in recipients.lines %}",), ("{{ line }}",), ("{%tr endfor %}",)), p("x"), p(BAD)),
            BODY,
            2,
        ),
        ((p("x"), p("{%- if subjec -%}"), p("y"), p("{%- endif -%}"), p("z")), BODY, 2),
        ((p("{%- if draft -%}"), p("{%- if subjec -%}"), p("y"), *(p("{%- endif -%}"),) * 2, p("z")), BODY, 2),
        ((p("x"), p("a {%+ if subjec %} b {% endif %} c")), BODY, 2),
        ((p(run("{"), run("{ sub", "<w:b/>"), run("jec }"), run("}")),), BODY, 1),
        ((p("x"), p("{{r subjec | formatted }}")), BODY, 2),
        ((p("x"), p("{{p subjec | typeset }}")), BODY, 2),
        ((p("x"), table(("a", p("b") + p("{{p subjec | rule }}")))), f"{BODY}, bảng 1, dòng 1, ô 2", 2),
    ],
)
def test_a_place_in_the_body(tmp_path: Path, body: tuple[str, ...], part: str, paragraph: int) -> None:
    assert where(tmp_path, *body) == (part, paragraph)


@pytest.mark.parametrize(
    ("name", "inside", "part", "paragraph"),
    [
        ("header1", p("x") + p(BAD), "đầu trang", 2),
        ("header1", p(run("{"), run("{ subjec }}")), "đầu trang", 1),
        ("header1", table(("x", BAD)), "đầu trang, bảng 1, dòng 1, ô 2", 1),
        ("footer1", p(BAD), "chân trang", 1),
        (
            "footnotes",
            f'<w:footnote w:type="separator" w:id="-1">{p("")}</w:footnote>'
            f'<w:footnote w:id="1">{p("x")}</w:footnote><w:footnote w:id="2">{p("y")}{p(BAD)}</w:footnote>',
            "chú thích số 2",
            2,
        ),
    ],
)
def test_a_place_beside_the_body(tmp_path: Path, name: str, inside: str, part: str, paragraph: int) -> None:
    assert where(tmp_path, p("x"), **{name: inside}) == (part, paragraph)


def test_a_place_in_the_files_properties(tmp_path: Path) -> None:
    found = fault(write(tmp_path / "mẫu.docx", docx(p("x"), title="Về {{ subjec }}")))
    assert (found.where.part, found.where.paragraph) == ("thuộc tính tệp", None)


def test_a_place_as_it_is_printed(tmp_path: Path) -> None:
    found = fault(write(tmp_path / "mẫu.docx", table(("a", f"Về {BAD}"))))
    printed = place(found.where)
    assert printed.endswith("mẫu.docx: thân văn bản, bảng 1, dòng 1, ô 2, đoạn 1, “Về {{ subjec }}”")


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    body = p("{{ one }}") + table(("{{ two }}", "{{ issuer.three }}")) + p("{{ four")
    found = faults(write(tmp_path / "mẫu.docx", docx(body, beside={"header1": p("{{ five }}")})))
    assert [one.code for one in found] == ["template/unclosed-tag", "template/unknown-field"]
    body = body.replace("{{ four", "{{ four }}")
    found = faults(write(tmp_path / "mẫu.docx", docx(body, beside={"header1": p("{{ five }}")})))
    assert [one.message.split("“")[1].rstrip("”.") for one in found] == ["one", "two", "three", "four", "five"]


# Names


@pytest.mark.parametrize(
    ("tags", "name", "hint"),
    [
        ("{{ subjec }}", "subjec", "có phải là “subject”?"),
        ("{{ issuer.naem }}", "naem", "có phải là “name”?"),
        ("{{ issuer['naem'] }}", "naem", "có phải là “name”?"),
        ("{{ subject.text }}", "text", "giá trị này không có trường con"),
        ("{{ recipients.lines.first }}", "first", "giá trị này không có trường con"),
        ("{% for b in outline %}{{ b.txt }}{% endfor %}", "txt", "có phải là “text”?"),
        (
            "{% for b in outline %}{% for r in b.runs %}{{ r.blod }}{% endfor %}{% endfor %}",
            "blod",
            "có phải là “bold”?",
        ),
        ("{% for b in outline %}{{ loop.indx }}{% endfor %}", "indx", "có phải là “index”?"),
        ("{% for b in outline %}{{ loop.previtem.txt }}{% endfor %}", "txt", "có phải là “text”?"),
        (
            "{% for a in annexes %}{% for b in a.outline %}{{ b.txt }}{% endfor %}{% endfor %}",
            "txt",
            "có phải là “text”?",
        ),
        ("{{ (annexes | last).titel }}", "titel", "có phải là “title”?"),
        ("{{ outline[0].txt }}", "txt", "có phải là “text”?"),
        ("{{ outline[1:][0].txt }}", "txt", "có phải là “text”?"),
        ("{% for b in outline | sort(attribute='levle') %}{{ b.text }}{% endfor %}", "levle", "có phải là “level”?"),
        ("{{ outline | map(attribute='txt') | join }}", "txt", "có phải là “text”?"),
        ("{% for b in outline | selectattr('kepe') %}{{ b.text }}{% endfor %}", "kepe", "có phải là “keep”?"),
        ("{% for b in outline | rejectattr('keep') %}{{ b.txt }}{% endfor %}", "txt", "có phải là “text”?"),
        ("{% with s = subjec %}{{ s }}{% endwith %}", "subjec", "có phải là “subject”?"),
        ("{% set s = issuer %}{{ s.naem }}", "naem", "có phải là “name”?"),
        ("{% if a %}{% endif %}", "a", None),
        ("{{ subject ~ sbject }}", "sbject", "có phải là “subject”?"),
        ("{{ subject if drft else number }}", "drft", "có phải là “draft”?"),
        ("{{ (annexes or outline)[0].titel }}", "titel", "có phải là “title”?"),
    ],
)
def test_a_name_that_is_not_there(tmp_path: Path, tags: str, name: str, hint: str | None) -> None:
    found = fault(write(tmp_path / "mẫu.docx", p(tags)))
    assert (found.code, found.message) == ("template/unknown-field", f"không có trường “{name}”")
    assert hint in (None, found.hint)


@pytest.mark.parametrize(
    ("tags", "printed"),
    [
        ("{{ data.subject }}", "{subject}"),
        ("{% set s = [1, 2] %}{{ s | join('-') }}", "1-2"),
        ("{% set s = {'a': 'x'} %}{{ s.a }}", "x"),
        ("{% set s %}<{{ kind }}>{% endset %}{{ s }}", "<plan>"),
        ("{% with s = issuer %}{{ s.name }}{% endwith %}", "{issuer[name]}"),
        (
            "{% set ns = namespace(n=0) %}{% for n in range(6) %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}",
            "6",
        ),
        ("{% for k, v in {'a': 1} | items %}{{ k }}{{ v }}{% endfor %}", "a1"),
        ("{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{{ twice('a') }}", "aa"),
        ("{% for n in range(3) %}{{ n }}{% endfor %}", "012"),
        ("{{ recipients.lines[0][2:] }}", "Thành ủy Cần Thơ (để b/c);"),
        ("{% for a in outline if a.level == 1 %}{{ loop.index }}{% else %}không{% endfor %}", None),
        ("{{ outline | map(attribute='level') | unique | sort | first }}", "0"),
    ],
)
def test_a_name_that_is_there(tmp_path: Path, tags: str, printed: str | None) -> None:
    made = texts(filled(write(tmp_path / "mẫu.docx", p(tags))))
    assert printed is None or made == [printed.format(**context())]


def test_a_filter_that_is_not_there(tmp_path: Path) -> None:
    found = fault(write(tmp_path / "mẫu.docx", p("{{ subject | capital }}")))
    assert (found.code, found.hint) == ("template/unknown-filter", "có phải là “capitals”?")


# Tags


@pytest.mark.parametrize(
    ("tags", "printed"),
    [
        ((run("{"), run("{ kind_title }"), run("}")), "KẾ HOẠCH"),
        (
            (run("{{ kind", "<w:i/>"), '<w:proofErr w:type="spellStart"/>', run("_title", "<w:b/>"), run(" }}")),
            "KẾ HOẠCH",
        ),
        ((run("{{ issuer['na"), "<w:bookmarkStart w:id='1' w:name='x'/>", run("me'] }}")), "Quận ủy Cái Răng"),
        ((run("{%"), run(" if kind "), run("== “plan” %}có{%"), run(" endif %}")), "có"),
        ((run("{% if kind == ‘plan’ %}có{% endif %}"),), "có"),
        ((run("{{ kind_title\u00a0}}"),), "KẾ HOẠCH"),
        ((run("{% if 2 > 1 and 1 < 2 %}có{% endif %}"),), "có"),
        ((run("{{ 'A & B' }}"),), "A & B"),
        ((run("{{ 'a' }}{# nhận xét #}{{ 'b' }}"),), "ab"),
        ((run("{% raw %}{{ x }}{% endraw %}"),), "{{ x }}"),
    ],
)
def test_tags_as_word_writes_them(tmp_path: Path, tags: tuple[str, ...], printed: str) -> None:
    assert texts(filled(write(tmp_path / "mẫu.docx", p(*tags)))) == [printed]


@pytest.mark.parametrize("name", ["\u0110\u1ee3t", "\u0110\u01a1\u0323t"])
def test_texts_in_tags_are_composed_as_all_data_is(tmp_path: Path, name: str) -> None:
    file = write(tmp_path / "mẫu.docx", p(f"{{% if aim == '{name}' %}}có{{% endif %}}"))
    assert texts(filled(file, aim="\u0110\u1ee3t")) == ["có"]


@pytest.mark.parametrize(
    ("body", "code", "paragraph"),
    [
        (paragraphs("x", "{{ subject"), "template/unclosed-tag", 2),
        (paragraphs("x", "subject }}"), "template/unclosed-tag", 2),
        (paragraphs("x", "{% if draft }"), "template/unclosed-tag", 2),
        (paragraphs("x", "{# nhận xét"), "template/unclosed-tag", 2),
        (paragraphs("{{ subject", "}}"), None, 1),
        (paragraphs("x", "{{ subject. }}"), "template/syntax", 2),
        (paragraphs("x", "{{ 1 + }}", "y"), "template/syntax", 2),
        (paragraphs("x", "{%p iff draft %}", "y", "{%p endif %}"), "template/syntax", 2),
        (paragraphs("x", "{%tr if draft %}"), "template/syntax", 2),
        (paragraphs("{%p if draft %}", "y", "{%p endfor %}"), "template/syntax", 3),
        (paragraphs("x", "{%p if draft %} giữ {%p endif %}"), "template/text-beside-tag", 2),
        (paragraphs("x", "chữ {{p outline[0] | typeset }}"), "template/text-beside-tag", 2),
        (table(("{%tr if draft %}", "chữ")), "template/text-beside-tag", 1),
        (paragraphs("x", "{{ outline[0] | typeset }}"), "template/wrong-tag", 2),
        (paragraphs("x", "{{ aim | formatted }}"), "template/wrong-tag", 2),
        (paragraphs("x", "{{p aim }}"), "template/wrong-tag", 2),
        (paragraphs("x", "{{r aim }}"), "template/wrong-tag", 2),
        (paragraphs("x", "{{p aim | formatted }}"), "template/wrong-tag", 2),
    ],
)
def test_tags_that_are_wrong(tmp_path: Path, body: str, code: str | None, paragraph: int) -> None:
    found = faults(write(tmp_path / "mẫu.docx", body))[0]
    assert code in (None, found.code)
    assert found.where.paragraph == paragraph
    assert found.hint


@pytest.mark.parametrize("unclosed", ["{% if a", "{{ a"])
def test_many_unclosed_tags_do_not_take_long(tmp_path: Path, unclosed: str) -> None:
    found = faults(write(tmp_path / "mẫu.docx", paragraphs(*[unclosed] * 3000)))
    assert len(found) == 3000


@pytest.mark.parametrize(
    "body",
    [
        p("{% if draft %}") + table(("{% endif %}",)),
        p("{% for line in recipients.lines %}") + p("{%p endfor %}"),
        table(("{% if draft %}a", p("{%p endif %}") + p("x"))),
        p("{%p if draft %}") + p("{% else %}") + p("{%p endif %}"),
    ],
)
def test_a_condition_between_two_depths(tmp_path: Path, body: str) -> None:
    found = fault(write(tmp_path / "mẫu.docx", p("x") + body))
    assert found.code == "template/split-block"
    assert found.where.excerpt is not None
    assert found.where.excerpt.startswith("{%")


@pytest.mark.parametrize("words", ["a {%- if draft %} b {% endif -%}", "{%- if draft %} b {% endif -%} c"])
def test_words_that_joining_would_drop(tmp_path: Path, words: str) -> None:
    found = fault(write(tmp_path / "mẫu.docx", paragraphs("x", words, "y")))
    assert (found.code, found.where.paragraph) == ("template/text-beside-tag", 2)


@pytest.mark.parametrize(
    ("tags", "why"),
    [
        ("{% if draft %}a", "thẻ “if” chưa được đóng"),
        ("{% iff draft %}a", "không có thẻ “iff”"),
        ("{% endif %}a", "thẻ “endif” không có thẻ mở"),
        ("{% if draft %}a{% endfor %}", "thẻ “endfor” không đóng được thẻ “if” đang mở"),
        ("{{ subject number }}", "ở đây phải là dấu đóng }}, mà lại là “number”"),
        ("{{ subject ? number }}", "ký hiệu “?” không dùng được ở đây"),
        ("{{ (subject }}", "ở đây phải là “)”, mà lại là “}”"),
        ("{{ subject. }}", "thiếu tên hay số sau dấu chấm"),
        ("{{ 1 + }}", "dấu đóng }} không đứng được ở đây"),
        ("{{ f(a=1, 2) }}", "Jinja báo “invalid syntax for function call expression”"),
        (
            "{% for loop in outline %}{% endfor %}",
            "Jinja báo “Can't assign",
        ),
    ],
)
def test_jinja_complains_in_the_readers_language(tmp_path: Path, tags: str, why: str) -> None:
    found = fault(write(tmp_path / "mẫu.docx", paragraphs("x", tags)))
    assert (found.code, found.where.paragraph) == ("template/syntax", 2)
    assert found.message.startswith(f"cú pháp thẻ sai: {why}")


@pytest.mark.parametrize(
    ("tags", "why"),
    [
        ("{{ data.zz }}", "không có trường “zz”"),
        ("{{ data.none.zz }}", "giá trị để trống, nên không có trường “zz”"),
        ("{{ 1 / 0 }}", "chia cho 0"),
        ("{{ 1 + 'a' }}", "giá trị không hợp với thẻ; máy báo “unsupported operand type(s) for +: 'int' and 'str'”"),
        ("{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}", "thẻ gọi lại chính nó không dừng"),
    ],
)
def test_and_so_does_what_is_met_later(tmp_path: Path, tags: str, why: str) -> None:
    found = fault(write(tmp_path / "mẫu.docx", paragraphs("x", tags)), data={"none": None})
    assert found.message == f"không điền được mẫu: {why}"


@pytest.mark.parametrize("tags", ["{{ 1 is ood }}", "{% if subject is ood %}x{% endif %}"])
def test_a_test_that_is_not_there(tmp_path: Path, tags: str) -> None:
    found = fault(write(tmp_path / "mẫu.docx", p(tags)))
    assert (found.code, found.hint) == ("template/unknown-test", "có phải là “odd”?")


# Filters that make XML


@pytest.mark.parametrize(
    "tags",
    [
        "{% set x = aim | formatted %}{{ x | truncate(30) }}",
        "{% set x = outline|typeset %}{{ x|lower }}",
        "{% set x %}{{r aim | formatted }}{% endset %}{{ x | lower }}",
        "{% macro m() %}{{r aim | formatted }}{% endmacro %}{{ m() | lower }}",
        "{% if aim | formatted %}x{% endif %}",
        "{% for x in outline | typeset %}{{ x }}{% endfor %}",
        "{{ [aim | formatted] | join }}",
        "{{ subject | default(aim | formatted) }}",
        "{{ (aim | formatted) }}",
        "{{aim|formatted}}",
        "{{- aim | formatted -}}",
        "{{ subject | narrowed('V', (1)) }}",
        "{{r aim | formatted | upper }}",
        "{{r (aim | formatted) if draft else (aim | formatted) }}",
        "{{p subject | narrowed('V', 1) | lower }}",
    ],
)
def test_xml_is_printed_as_it_was_made(tmp_path: Path, tags: str) -> None:
    found = faults(write(tmp_path / "mẫu.docx", paragraphs("x", tags)))
    assert {(one.code, one.where.paragraph) for one in found} == {("template/wrong-tag", 2)}


@pytest.mark.parametrize("tags", ["{{r (aim | formatted) }}", "{{p subject | narrowed('VtSubject', (1)) }}"])
def test_parentheses_do_not_matter(tmp_path: Path, tags: str) -> None:
    assert faults(write(tmp_path / "mẫu.docx", p(tags))) == []


# Met only when it is filled


@pytest.mark.parametrize(
    ("body", "part", "paragraph"),
    [
        (paragraphs("x", "{{ data.khong_co }}"), BODY, 2),
        (paragraphs("x", "{{ data.subject.strip.x }}"), BODY, 2),
        (table(("a", "{{ 1 / 0 }}")), f"{BODY}, bảng 1, dòng 1, ô 2", 1),
        (paragraphs("x", "y", "{{ 'tháng' | roman }}"), BODY, 3),
        (paragraphs("x", "{{ data.none }}"), BODY, 2),
        (paragraphs("{%p for n in [1, 0] %}", "{{ 1 / n }}", "{%p endfor %}"), BODY, 2),
        (paragraphs("x", "{% macro m(x) %}{{ m(x) }}{% endmacro %}", "{{ m(1) }}"), BODY, 2),
    ],
)
def test_a_fault_of_the_data_has_a_place_too(tmp_path: Path, body: str, part: str, paragraph: int) -> None:
    found = fault(write(tmp_path / "mẫu.docx", body), data={"subject": "x", "none": None})
    assert found.code == "template/cannot-fill"
    assert found.where == Location(tmp_path / "mẫu.docx", part=part, paragraph=paragraph, excerpt=found.where.excerpt)
    assert found.hint


def test_a_fault_of_the_data_in_a_childs_block_is_in_the_childs_file(tmp_path: Path) -> None:
    base = write(tmp_path / "base.docx", paragraphs("x", "{%p block a %}", "{%p endblock %}"))
    child = write(
        tmp_path / "child.docx",
        paragraphs('{%p extends "base" %}', "{%p block a %}", "{{ data.no }}", "{%p endblock %}"),
    )
    found = fault(child, base, data={})
    assert (found.where.file, found.where.paragraph) == (child, 3)


def test_a_fault_of_the_data_in_the_header(tmp_path: Path) -> None:
    found = fault(write(tmp_path / "mẫu.docx", docx(p("x"), beside={"header1": p("y") + p("{{ data.no }}")})), data={})
    assert (found.where.part, found.where.paragraph) == ("đầu trang", 2)


# What a condition leaves out must not leave a file that Word refuses


@pytest.mark.parametrize("draft", ["", "Dự thảo lần 1"])
def test_a_cell_keeps_a_paragraph(tmp_path: Path, draft: str) -> None:
    cell = paragraphs("{%p if draft %}", "{{ draft }}", "{%p endif %}")
    made = filled(write(tmp_path / "mẫu.docx", table((cell, "x"))), draft=draft)
    assert texts(made) == [draft, "x"]


@pytest.mark.parametrize("lines", [[], ["một", "hai"]])
def test_a_table_without_rows_is_left_out(tmp_path: Path, lines: list[str]) -> None:
    rows = ("{%tr for line in bases.lines %}",), ("{{ line }}",), ("{%tr endfor %}",)
    made = filled(write(tmp_path / "mẫu.docx", p("trước") + table(*rows) + p("sau")), bases={"lines": lines})
    assert texts(made) == ["trước", *lines, "sau"]
    assert len(opened(made).tables) == (1 if lines else 0)


def test_a_nested_empty_table_leaves_its_cell_whole(tmp_path: Path) -> None:
    rows = ("{%tr for line in bases.lines %}",), ("{{ line }}",), ("{%tr endfor %}",)
    cell = table(*rows) + paragraphs("{%p if draft %}", "x", "{%p endif %}")
    made = filled(write(tmp_path / "mẫu.docx", table((cell, "bên"))), bases={"lines": []}, draft="")
    assert texts(made) == ["", "bên"]


def test_a_cell_of_blocks_keeps_a_paragraph(tmp_path: Path) -> None:
    file = write(tmp_path / "mẫu.docx", table((p("{{p outline | typeset }}"), "x")))
    assert texts(filled(file, outline=[])) == ["", "x"]
    assert texts(filled(file))[0] == context()["outline"][0]["runs"][0]["text"]


def test_a_header_keeps_a_paragraph(tmp_path: Path) -> None:
    header = paragraphs("{%p if draft %}", "x", "{%p endif %}")
    made = filled(write(tmp_path / "mẫu.docx", docx(p("x"), beside={"header1": header})), draft="")
    assert texts(made, "word/header1.xml") == [""]


def test_marks_like_ours_and_comments_in_a_file_do_not_count(tmp_path: Path) -> None:
    body = f"<?vt 99?><?vt-open 1?><!-- {{{{ x }}}} -->{p('a')}<?vt-close 1?>" + p(BAD)
    assert where(tmp_path, body) == (BODY, 2)


def test_fields_of_word_stay(tmp_path: Path) -> None:
    made = filled(write(tmp_path / "mẫu.docx", p("Trang ", field("PAGE"), " của {{ kind_title }}")))
    assert texts(made) == ["Trang 1 của KẾ HOẠCH"]
