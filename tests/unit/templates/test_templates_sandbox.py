"""Templates print data and nothing else: what reaches further is refused, with its place, before a file is made."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.render.filters import FILTERS
from generator.templates.environment import TemplateEnvironment
from tests.docx_files import p, paragraphs, texts, write
from tests.unit.templates.filling import faults, filled

HUGE = (
    "{{ 'A' * 10**9 }}",
    "{{ 10**9 * 'A' }}",
    "{{ [0] * 10**9 }}",
    "{{ 2 ** (10**9) }}",
    "{{ (10**9) ** 60 }}",
    "{{ '%9999999999d' % 1 }}",
    "{{ '%9999999999d' | format(1) }}",
    "{{ '{:>9999999999}'.format(1) }}",
    "{{ 'a'.center(10**10) }}",
    "{{ [1] | batch(10**9, 0) | list }}",
    "{{ [1] | slice(10**9) | list }}",
    "{{ ('a' * 9999) | replace('a', 'a' * 9999) | replace('a', 'a' * 9999) }}",
    "{{ range(99999) | join('a' * 99999) }}",
    "{{ 1 | round(10**9, 'ceil') }}",
    "{{ range(10**9) | list }}",
    "{{ lipsum(n=10**7) }}",
    "{{ 'a' | indent(10**10) }}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
)


@pytest.mark.parametrize("payload", HUGE, ids=range(len(HUGE)))
def test_something_huge_is_refused_at_once(tmp_path: Path, payload: str) -> None:
    started = time.perf_counter()
    found = faults(write(tmp_path / "lạ.docx", paragraphs("x", payload)))
    assert time.perf_counter() - started < 2
    assert [one.where.paragraph for one in found][:1] == [2]


@pytest.mark.parametrize(
    "payload",
    [
        '{{ (["a"]|first).center(2000000000) }}',
        "{{ data.subject.zfill(2000000000) }}",
        "{{ [data.subject.center][0](2000000000) }}",
        "{% set f = data.subject.center %}{{ f(2000000000) }}",
        "{% macro m(f) %}{{ f(2000000000) }}{% endmacro %}{{ m(data.subject.center) }}",
        "{% for x in outline %}{{ loop(x) }}{% endfor %}",
        "{{ {'a': 1}.items() }}",
    ],
)
def test_only_what_is_listed_is_called(tmp_path: Path, payload: str) -> None:
    found = faults(write(tmp_path / "lạ.docx", paragraphs("x", payload)))
    assert [(one.code, one.where.paragraph) for one in found] == [("template/unknown-call", 2)]


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("{% for n in range(3) %}{{ loop.cycle('a', 'b') }}{% endfor %}", "aba"),
        ("{% for n in [1, 1, 2] %}{{ 'x' if loop.changed(n) else '-' }}{% endfor %}", "x-x"),
        ("{% set ns = namespace(n=1) %}{{ ns.n }}", "1"),
        ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m('a') }}", "<a>"),
        ("{{ range(10000) | length }}", "10000"),
    ],
)
def test_what_is_listed_may_be_called(tmp_path: Path, expression: str, printed: str) -> None:
    assert texts(filled(write(tmp_path / "mẫu.docx", p(expression)))) == [printed]


@pytest.mark.parametrize("range_", ["range(10001)", "range(1, 10**30)", "range(0, -10001, -1)"])
def test_a_loop_is_bounded(tmp_path: Path, range_: str) -> None:
    found = faults(write(tmp_path / "lạ.docx", paragraphs("x", f"{{% for n in {range_} %}}{{% endfor %}}")))
    assert [(one.code, one.where.paragraph) for one in found] == [("template/cannot-fill", 2)]
    assert "range" in found[0].message


def test_what_is_made_is_bounded(tmp_path: Path) -> None:
    loop = "{% for n in range(10000) %}"
    payload = f"{loop}{loop}{'chữ ' * 20}{{% endfor %}}{{% endfor %}}"
    started = time.perf_counter()
    found = faults(write(tmp_path / "lạ.docx", paragraphs("x", payload)))
    assert time.perf_counter() - started < 5
    assert [(one.message, one.where.paragraph) for one in found] == [("không điền được mẫu: chữ làm ra quá 20 MB", 2)]


@pytest.mark.parametrize("payload", ["{% if " + "not " * 240 + "draft %}x{% endif %}", "{{ data" + ".a" * 480 + " }}"])
def test_something_deep_is_refused(tmp_path: Path, payload: str) -> None:
    assert faults(write(tmp_path / "lạ.docx", p(payload)))


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("{{ 2 ** 10 }}", "1024"),
        ("{{ '-' * 20 }}", "-" * 20),
        ("{{ 3 * 4 }}", "12"),
        ("{{ 7 % 3 }}", "1"),
        ("{{ [1, 2, 3] | batch(2) | map('length') | join('+') }}", "2+1"),
        ("{{ 'a-b' | replace('-', '+') }}", "a+b"),
        ("{{ 2.567 | round(1) }}", "2.6"),
    ],
)
def test_ordinary_sums_go_through(expression: str, printed: str) -> None:
    assert TemplateEnvironment({}).from_string(expression).render() == printed


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "dict"])
def test_globals_that_are_gone(name: str) -> None:
    assert name not in TemplateEnvironment({}).globals


@pytest.mark.parametrize(
    "name", ["attr", "safe", "format", "pprint", "tojson", "xmlattr", "forceescape", "random", "urlize"]
)
def test_filters_that_are_gone(name: str) -> None:
    assert name in ImmutableSandboxedEnvironment().filters
    assert name not in TemplateEnvironment(FILTERS).filters


def test_nothing_and_unknown_are_never_printed() -> None:
    environment = TemplateEnvironment({})
    for tag in ("{{ x }}", "{{ nothing }}", "{{ [x] | first }}", "{{ nothing.x }}"):
        with pytest.raises(UndefinedError):
            environment.from_string(tag).render(x=None)
    assert environment.from_string("{{ x | default('-', true) }}").render(x=None) == "-"


def test_everything_printed_is_escaped() -> None:
    assert TemplateEnvironment({}).from_string("{{ x }}").render(x="<&>\"'") == "&lt;&amp;&gt;&#34;&#39;"


def test_the_context_cannot_be_changed() -> None:
    with pytest.raises(SecurityError):
        TemplateEnvironment({}).from_string("{{ x.append(1) }}").render(x=[])


def test_braces_in_data_are_no_tags(tmp_path: Path) -> None:
    file = write(tmp_path / "mẫu.docx", p("{{ subject }}"))
    assert texts(filled(file, subject="{{ 7*7 }} {% raw %} {_{ x }_}")) == ["{{ 7*7 }} {% raw %} {_{ x }_}"]


def test_many_empty_pieces_do_not_end_a_document(tmp_path: Path) -> None:
    loop = "{% for i in range(3000) %}{{ '' if i else '' }}{% endfor %}hết"
    assert "hết" in "".join(texts(filled(write(tmp_path / "mẫu.docx", p(loop)))))
