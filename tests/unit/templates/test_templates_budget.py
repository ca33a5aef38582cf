"""Templates that are not ours count what they do, stop at the same place each time, and print what they would print."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Faulty
from generator.render.filters import FILTERS
from generator.templates import budget
from generator.templates.bounded import BoundedEnvironment
from generator.templates.compiled import Filled, is_packaged
from generator.templates.environment import TemplateEnvironment
from generator.templates.grammar import Refused
from tests.documents import job
from tests.docx_files import docx, p, paragraphs, table, write
from tests.unit.templates.filling import compiled, context, fault, faults

VALUES = {"lines": ["một", "hai"], "rows": [{"a": 1, "b": "x"}, {"a": 1, "b": "y"}], "text": "a & b", "n": 3}


def printed(text: str, **values: object) -> str:
    return BoundedEnvironment(FILTERS).from_string(text).render(VALUES | values)


@pytest.mark.parametrize(
    "text",
    [
        "{{ text ~ 1 ~ '<' }}",
        "{{ lines + ['ba'] }}",
        "{{ 1 + 2 }}{{ 'a' + 'b' }}{{ 2 * 3 }}{{ 'ab' * 2 }}{{ [1] * 2 }}",
        "{% for x in lines %}{{ loop.index }}/{{ loop.length }}{{ loop.last }}{{ x }}{% else %}không{% endfor %}",
        "{% for x in [] %}{{ x }}{% else %}không{% endfor %}",
        "{% for x in lines if x != 'hai' %}{{ loop.revindex }}{{ x }}{% endfor %}",
        "{% for k, v in rows[0] | items %}{{ k }}{{ v }}{% endfor %}",
        "{% for a, g in rows | groupby('a') %}{{ a }}{{ g | length }}{{ loop.last }}{% endfor %}",
        "{% for x in lines | map('upper') %}{{ loop.length }}{{ x }}{% endfor %}",
        "{% if lines | select('equalto', 'ba') %}có{% else %}không{% endif %}",
        "{{ rows | map(attribute='b') | join(', ') }}{{ range(5) | batch(2) | map('join') | join('/') }}",
        "{{ range(4) | slice(2) | map('list') | list }}{{ rows | sum('a') }}{{ [1, 2] | sum(start=3) }}",
        "{{ (1, 2) }}{{ {'a': [1]} }}{{ [text, 'x'] | join }}",
        "{% macro m(x, y='z') %}<{{ x }}{{ y }}>{% endmacro %}{{ m(text) }}{{ m(1, y=2) }}{{ m(m(1)) }}",
        "{% set x %}<b>{{ text }}</b>{% endset %}{{ x }}{{ x | length }}{{ x | upper }}",
        "{% set ns = namespace(x=1) %}{% for i in lines %}{% set ns.x = ns.x * 2 + 1 %}{% endfor %}{{ ns.x }}",
        "{% with a = lines[::-1] %}{{ a | first }}{{ a | last | replace('m', 'M') }}{% endwith %}",
        "{{ 'x' if n > 2 else 'y' }}{{ nothing | default('-') }}{{ text | e }}{{ text | truncate(3, true) }}",
        "{{ 10 ** 3 }}{{ 7 // 2 }}{{ -n | abs }}{{ 2.567 | round(1) }}{{ 'b,a'.__len__ is defined }}",
    ],
)
def test_what_is_printed_is_the_same(text: str) -> None:
    assert printed(text) == TemplateEnvironment(FILTERS).from_string(text).render(VALUES)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "{% for i in range(30) %}{% for j in range(30) %}{% endfor %}{% endfor %}",
            "lặp",
        ),
        ("{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(9) }}", "lặp"),
        ("{{ lines ~ text * 20 ~ text * 20 ~ text * 20 }}", "chữ"),
        ("{{ (text * 20) + (text * 20) }}", "chữ"),
        ("{{ [text * 15, text * 15] }}", "chữ"),
        ("{{ [text, text, text] | join('x' * 99) }}", "chữ"),
        ("{{ ('a' * 50) | replace('a', 'bcd') }}", "chữ"),
        ("{{ lines | map('upper') | list + [text * 20, text * 20] }}", "chữ"),
        ("{{ range(30) | list + range(30) | list }}", "danh sách"),
        ("{{ [[1, 2, 3] * 7, [1] * 30] }}", "danh sách"),
        ("{{ [1] | batch(60, 0) | list }}", "danh sách"),
        ("{{ [[1], [2]] | sum(start=[]) }}", "chỉ cộng số"),
        ("{% set n = namespace(x=1) %}{{ [n] }}", "namespace"),
        ("{{ 10 ** 60 * 10 ** 60 }}", "phép tính"),
        ("{% set x %}{% for i in range(30) %}{{ text }}{{ text }}chữ nghĩa{% endfor %}{% endset %}{{ x }}", "chữ"),
    ],
)
def test_each_limit(monkeypatch: pytest.MonkeyPatch, text: str, why: str) -> None:
    limits = {"MAX_ROUNDS": 500, "MAX_TEXT": 120, "_MAX_WRITTEN": 360, "MAX_ELEMENTS": 40, "_MAX_BITS": 300}
    for name, value in limits.items():
        monkeypatch.setattr(budget, name, value)
    monkeypatch.setattr("generator.templates.bounded.MAX_TEXT", limits["MAX_TEXT"])
    with pytest.raises(Refused, match=why):
        printed(text)


def test_each_part_has_a_budget_of_its_own(tmp_path: Path) -> None:
    loop = "{% for i in range(800) %}{% for j in range(800) %}{% endfor %}{% endfor %}"
    file = write(tmp_path / "mẫu.docx", docx(p("x" + loop), beside={"header1": p("y" + loop)}))
    made = compiled(file)
    for _document in range(3):
        assert [one.text(context()) for one in made.members if isinstance(one, Filled)]


@pytest.mark.parametrize(
    ("body", "part", "paragraph"),
    [
        (paragraphs("a", "b {% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"), "", 2),
        (
            table(("a", "b"), ("c", p("d") + p("{% for i in range(10**4 + 1) %}{% endfor %}"))),
            ", bảng 1, dòng 2, ô 2",
            2,
        ),
    ],
)
def test_a_refusal_has_its_place(tmp_path: Path, body: str, part: str, paragraph: int) -> None:
    found = fault(write(tmp_path / "mẫu.docx", body))
    assert (found.where.part, found.where.paragraph) == (f"thân văn bản{part}", paragraph)


@pytest.mark.parametrize(
    "tags",
    [
        ["{%p for i in range(2) %}"] * 16 + ["x"] + ["{%p endfor %}"] * 16,
        ["{%p if draft %}"] * 41 + ["x"] + ["{%p endif %}"] * 41,
        ["x", "{{ data" + ".a" * 70 + " }}"],
    ],
)
def test_what_is_too_deep_is_told_with_its_place(tmp_path: Path, tags: list[str]) -> None:
    found = faults(write(tmp_path / "mẫu.docx", paragraphs(*tags)))[0]
    assert found.code == "template/too-complex"
    assert (found.where.paragraph or 0) > 1


def test_packaged_templates_do_not_count() -> None:
    wanted = job(regime="party-hd05")
    assert is_packaged(wanted.chain)
    made = compiled(*(file for _name, file in wanted.chain))
    environments = [one.template.environment for one in made.members if isinstance(one, Filled)]
    assert environments
    assert not [one for one in environments if isinstance(one, BoundedEnvironment)]


def test_a_link_out_of_the_package_is_not_packaged(tmp_path: Path) -> None:
    name, file = job(regime="party-hd05").chain[0]
    own = tmp_path / file.name
    own.write_bytes(file.read_bytes())
    assert not is_packaged([(name, own), (name, file)])


def test_no_template_names_the_counting_filters(tmp_path: Path) -> None:
    with pytest.raises(Faulty):
        compiled(write(tmp_path / "mẫu.docx", p("{{ 1 | vt loop }}")))
