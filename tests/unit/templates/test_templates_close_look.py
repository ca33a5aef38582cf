"""What is said of a template beside what compiling says: docxtpl-lint's findings, strange styles, own formatting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docxtpl_lint.messages import RULES

from generator.diagnostics import Diagnostic, Location, Severity
from generator.pipeline.linting import lint
from generator.profile.regimes import load_regime
from generator.render.filters import FILTERS
from generator.templates import other_lint
from generator.templates.close_look import close_findings, merged
from tests.docx_files import docx, p, paragraphs, run, style, table, text_box, write
from tests.unit.templates.filling import packaged

PROFILE = load_regime("party-hd05")
BODY = "thân văn bản"
Told = tuple[str, str, int | None]


def found_in(file: Path, *more: Path) -> list[Diagnostic]:
    chain = [(one.stem, one) for one in (file, *more)]
    return lint(tuple(chain), (PROFILE,), PROFILE)


def told(found: Diagnostic) -> Told:
    return found.code, found.where.part or "", found.where.paragraph


def of_file(folder: Path, *body: str, **more: object) -> list[Told]:
    last = "<w:sectPr/>"
    return [told(one) for one in found_in(write(folder / "a.docx", docx(*body, last=last, **more)))]  # type: ignore[arg-type]


# docxtpl-lint


def test_every_kind_of_its_findings_is_said_in_our_words() -> None:
    assert set(other_lint.KINDS) == set(RULES)
    assert all(kind.code.startswith("template/") and kind.message for kind in other_lint.KINDS.values())


@pytest.mark.parametrize("rule", sorted(RULES))
def test_no_message_asks_for_what_it_does_not_give(rule: str) -> None:
    asked = set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", other_lint.KINDS[rule].message))
    assert asked <= set(re.findall(r"\{(\w+)\}", RULES[rule].en))


DELETED = '<w:del w:id="1"><w:r><w:delText>{{ subject }}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (p("{{ subject"), [("template/unclosed-tag", BODY, 1)]),
        (p("x") + p("{%p if draft %}") + p("y"), [("template/syntax", BODY, 2)]),
        (p("x") + p("{%p endif %}"), [("template/syntax", BODY, 2)]),
        (p("{{ subject | uper }}"), [("template/unknown-filter", BODY, 1)]),
        (p("{{ subject is ood }}"), [("template/unknown-test", BODY, 1)]),
        (p("{%p set x = 7 % 2 %}"), [("template/syntax", BODY, 1)]),
        (p("{% tr if draft %}") + p("{% endif %}"), [("template/syntax", BODY, 1)]),
        (p("{%p if draft %}x{%p endif %}"), [("template/text-beside-tag", BODY, 1)] * 2),
        (
            p("{%p if draft %}") + p("x{% endif %}"),
            [("template/split-block", BODY, 1), ("template/wrong-tag", BODY, 2)],
        ),
        (
            table(["{%tr if draft %}"], ["x"]) + table(["y"], ["{%tr endif %}"]),
            [("template/split-block", f"{BODY}, bảng 2, dòng 2, ô 1", 1)],
        ),
        (p("{% cellbg '00FF00' %}"), [("template/syntax", BODY, 1)]),
        (p("trước {{p outline | typeset }}"), [("template/text-beside-tag", BODY, 1)]),
        (p(run("x") + DELETED), [("template/tracked-deletion", BODY, 1)]),
        (p("{# docxtpl-lint: disable-line=DTL209 #}x"), [("template/lint-comment", BODY, 1)]),
        (p("{%p block a fixed %}") + paragraphs("x", "{%p endblock %}"), []),
        (p("{%p block a scoped optional %}") + paragraphs("x", "{%p endblock %}"), []),
        (p("{{ subject | capitals }} {{r aim | formatted }}"), []),
        (p(text_box("{{ subjec }}")), [("template/unknown-field", f"{BODY}, hộp chữ", 1)]),
    ],
)
def test_each_place_is_told_once(body: str, wanted: list[Told], tmp_path: Path) -> None:
    assert of_file(tmp_path, body) == wanted


def test_a_fault_in_a_header_is_told_there(tmp_path: Path) -> None:
    parts = docx(p("x"), beside={"header1": p("a") + p("{%p if draft %}")})
    assert told(found_in(write(tmp_path / "a.docx", parts))[0]) == ("template/syntax", "đầu trang", 2)


def test_headers_of_a_child_are_nobodys_matter(tmp_path: Path) -> None:
    parts = docx(p('{%p extends "party/base" %}'), beside={"header1": p("{%p if draft %}")}, last="<w:sectPr/>")
    assert found_in(write(tmp_path / "a.docx", parts), packaged("party/base")) == []


def test_what_compiling_says_of_a_place_counts() -> None:
    where = Location(Path("a"), part=BODY, paragraph=3)
    ours, theirs = Diagnostic("template/unknown-filter", "a", where), Diagnostic("template/unknown-filter", "b", where)
    assert merged([ours], [theirs]) == [ours]
    exact = Diagnostic("template/syntax", "c", Location(Path("a"), part=BODY, paragraph=1))
    assert merged([Diagnostic("template/syntax", "d", where)], [exact]) == [exact]


def test_templates_of_others_are_looked_at_where_they_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[object] = []
    monkeypatch.setattr("generator.pipeline.linting.close_findings", lambda *given: here.append(given) or ())
    assert told(found_in(write(tmp_path / "a.docx", p("{{ subject | uper }}")))[0])[0] == "template/unknown-filter"
    assert here == []
    assert found_in(packaged("party/base")) == []
    assert len(here) == 1


# Styles


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("VT Nội dng", "paragraph", "có phải là “VT Nội dung”?"),
        ("Chữ bay", "paragraph", "chọn một kiểu “VT …” cho đoạn này"),
        ("VT Nội dung", "paragraph", None),
        ("Normal", "paragraph", None),
    ],
)
def test_a_style_that_nobody_above_has_is_a_warning(name: str, kind: str, wanted: str | None, tmp_path: Path) -> None:
    inside = p('{%p extends "party/base" %}') + p("{%p block opening %}")
    inside += p("x", properties='<w:pStyle w:val="La"/>') + p("{%p endblock %}")
    parts = docx(inside, styles=style("La", name, kind=kind), last="<w:sectPr/>")
    found = found_in(write(tmp_path / "a.docx", parts), packaged("party/base"))
    assert [one.hint for one in found] == ([wanted] if wanted else [])
    assert all(told(one) == ("template/unknown-style", BODY, 3) for one in found)
    assert all(one.severity is Severity.WARNING and f"“{name}”" in one.message for one in found)


def test_a_table_may_bring_its_own_style(tmp_path: Path) -> None:
    bare = table(["x"]).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="La"/></w:tblPr>')
    inside = p('{%p extends "party/base" %}') + p("{%p block opening %}") + bare + p("{%p endblock %}")
    parts = docx(inside, styles=style("La", "Bảng lạ", kind="table"), last="<w:sectPr/>")
    assert found_in(write(tmp_path / "a.docx", parts), packaged("party/base")) == []


# Formatting


def formatted(properties: str = "", words: str = "", part: str = "VtBody", text: str = "x") -> str:
    return p(run(text, words), properties=f'<w:pStyle w:val="{part}"/>{properties}')


@pytest.mark.parametrize(
    ("body", "message", "actual"),
    [
        (formatted(words='<w:sz w:val="26"/>'), "cỡ chữ", "13 pt"),
        (formatted(words='<w:sz w:val="28"/>'), "", ""),
        (formatted(words='<w:rFonts w:ascii="Arial"/>'), "phông chữ", "“Arial”"),
        (formatted(words='<w:rFonts w:ascii="Times New Roman"/>'), "", ""),
        (formatted(words='<w:rFonts w:ascii="Arial"/>', part="Normal"), "phông chữ", "“Arial”"),
        (formatted(words='<w:color w:val="FF0000"/>'), "màu chữ", "“FF0000”"),
        (formatted('<w:jc w:val="right"/>'), "căn lề", "phải"),
        (formatted('<w:jc w:val="both"/>'), "", ""),
        (formatted('<w:ind w:firstLine="2268"/>'), "thụt dòng đầu", "40 mm"),
        (formatted('<w:spacing w:line="600" w:lineRule="auto"/>'), "giãn dòng", "2,5"),
        (formatted(words="<w:b/>", part="VtKindTitle"), "", ""),
        (formatted(words='<w:b w:val="0"/>', part="VtKindTitle"), "chữ đậm", "không"),
        (formatted(words='<w:sz w:val="26"/>', part="VtBody", text=""), "", ""),
        (formatted(words='<w:sz w:val="26"/>', text="{%p if draft %}") + p("{%p endif %}"), "", ""),
        (formatted(words='<w:sz w:val="26"/>', part="Normal"), "", ""),
    ],
)
def test_formatting_that_leaves_the_profile_is_told(body: str, message: str, actual: str, tmp_path: Path) -> None:
    found = found_in(write(tmp_path / "a.docx", docx(body, last="<w:sectPr/>")))
    wanted = [(f"{message} đặt riêng ở đây trái thể thức", actual)] if message else []
    assert [(one.message, one.actual) for one in found] == wanted
    assert all(one.code == "template/format" and one.where.paragraph == 1 and one.basis for one in found)


def test_bold_words_in_a_paragraph_are_no_fault(tmp_path: Path) -> None:
    some = p(run("một", '<w:b w:val="0"/>') + run(" hai"), properties='<w:pStyle w:val="VtKindTitle"/>')
    assert found_in(write(tmp_path / "a.docx", docx(some, last="<w:sectPr/>"))) == []


def test_what_only_custom_rules_is_a_warning(tmp_path: Path) -> None:
    body = formatted(words='<w:rFonts w:ascii="Arial"/>') + formatted('<w:ind w:firstLine="2268"/>')
    found = found_in(write(tmp_path / "a.docx", docx(body, last="<w:sectPr/>")))
    grades = [PROFILE.constraint(path).source.grade for path in ("page.font", "body.first_line_indent")]
    assert [one.severity is Severity.ERROR for one in found] == [grade in ("A", "B", "C") for grade in grades]


def test_the_clause_is_told(tmp_path: Path) -> None:
    (found,) = found_in(write(tmp_path / "a.docx", docx(formatted(words='<w:sz w:val="26"/>'), last="<w:sectPr/>")))
    assert found.basis == PROFILE.constraint("body.size").source.clause
    assert found.expected
    assert found.hint


@pytest.mark.parametrize(("left", "is_told"), [(1134, True), (1701, False), (1700, False)])
def test_margins_that_the_document_will_not_have_are_advice(left: int, is_told: bool, tmp_path: Path) -> None:
    wanted = {side: PROFILE.length(f"page.{side}").twips for side in ("top", "right", "bottom")}
    sides = "".join(f' w:{side}="{value}"' for side, value in wanted.items())
    last = f'<w:sectPr><w:pgMar{sides} w:left="{left}"/></w:sectPr>'
    found = found_in(write(tmp_path / "a.docx", docx(p("x"), last=last)))
    assert [(one.code, one.severity, one.actual) for one in found] == (
        [("template/page-margins", Severity.ADVICE, "20 mm")] if is_told else []
    )


@pytest.mark.parametrize("side", ["party", "state"])
def test_the_packaged_templates_are_as_the_profile_wants(side: str) -> None:
    form = load_regime("party-hd05" if side == "party" else "state-nd30")
    for kind in ("plan", "dispatch", "minutes"):
        chain = [(f"{side}/{kind}", packaged(f"{side}/{kind}")), (f"{side}/base", packaged(f"{side}/base"))]
        assert close_findings(chain, form, FILTERS) == ()


# Words in the style of tags


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Các chi bộ quán triệt.", True),
        ("{{ subject }}", True),
        ("{% if draft %}chữ{% endif %}", True),
        ("{%p set x = 1 %}", False),
        ("{% set x = 1 %}", False),
        ("{# lời nhắn #}", False),
        ("", False),
    ],
)
def test_words_in_the_style_of_tags(text: str, is_told: bool, tmp_path: Path) -> None:
    body = p(text, style="VtTag")
    found = close_findings([("a", write(tmp_path / "a.docx", body))], PROFILE, FILTERS)
    wanted = [("template/tag-style", BODY, 1)] if is_told else []
    assert [told(one) for one in found if one.code == "template/tag-style"] == wanted


def test_what_serves_a_kind_and_prints_nothing_of_it_is_told(tmp_path: Path) -> None:
    file = write(tmp_path / "plan.docx", p("{{ subject }}"))
    assert "template/prints-no-content" in [one.code for one in found_in(file)]


# What a child holds in vain


EXTENDS = p('{%p extends "party/plan" %}')


def of_child(folder: Path, *body: str, name: str = "plan", **more: object) -> list[Diagnostic]:
    file = write(folder / f"{name}.docx", docx(EXTENDS, *body, **more))  # type: ignore[arg-type]
    return lint(
        (("party/plan", file), ("party/plan", packaged("party/plan")), ("party/base", packaged("party/base"))),
        (PROFILE,),
        PROFILE,
    )


def opening(*inside: str) -> str:
    return "".join((p("{%p block opening %}"), *inside, p("{%p endblock %}")))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (opening(p("chữ thường")), "template/plain-style"),
        (opening(p(run("chữ", '<w:sz w:val="28"/>'))), "template/plain-style"),
        (opening(p("{{ data.issued_om }}")), "template/unknown-field"),
        (opening(p("{{ data.marks.draftt }}")), "template/unknown-field"),
        (
            opening(p("{%p for x in data.recipientss %}") + p("{{p outline | typeset }}") + p("{%p endfor %}")),
            "template/unknown-field",
        ),
        (p("{%- block opening -%}") + p("{{p outline | typeset }}") + p("{%- endblock -%}"), "template/block-level"),
    ],
)
def test_what_a_child_does_in_vain(tmp_path: Path, body: str, code: str) -> None:
    assert {one.code for one in of_child(tmp_path, body)} == {code}


@pytest.mark.parametrize(
    "tag", ["{{ data.issued_on }}", "{{ data.marks.urgency }}", "{{ data['x'] }}", "{{ 'data.x' }}", "{{ subject }}"]
)
def test_what_the_data_have_is_no_fault(tmp_path: Path, tag: str) -> None:
    found = of_child(tmp_path, opening(p(tag)))
    assert "template/unknown-field" not in {one.code for one in found}


@pytest.mark.parametrize(("part", "words"), [("header", "đầu trang"), ("footer", "chân trang")])
def test_words_in_the_headers_of_a_child_are_told(tmp_path: Path, part: str, words: str) -> None:
    (found,) = of_child(tmp_path, beside={f"{part}1": p("Phường Mẫu")})
    assert (found.code, found.where.part, found.severity) == ("template/lost-header", words, Severity.WARNING)
