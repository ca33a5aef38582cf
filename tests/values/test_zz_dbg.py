"""Random templates, data and units: what is joined from pieces is what the ordinary way makes, part by part."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from jinja2 import TemplateError

from generator.diagnostics import Faulty
from generator.templates import compiled as compiling
from tests.docx_files import docx, p, table, write
from tests.joining import unlike
from tests.unit.templates.filling import compiled, context
from tests.values.strategies import BRACES, EMOJI, QUOTES, STARS, VIETNAMESE, XML

PRIVATE = ("\ue000", "\U000f8e1a0:0\U000f8e1b", "\U000f8e1a", "\U0010fffd")
"""Characters such as the tokens of holes are made of."""
_words = st.lists(st.sampled_from((*VIETNAMESE, *XML, *BRACES, *QUOTES, *EMOJI, *STARS, *PRIVATE)), max_size=3)
TEXTS = _words.map(" ".join)
NUMBERS = st.integers(-3, 40)

TEXT_NAMES = ("data.u.name", "data.u.place", "data.u.note", "data.s.title", "'Xã'", "issuer.name", "x")
NUMBER_NAMES = ("data.u.count", "data.u.rule.length", "data.s.number", "3")
LISTS = ("data.u.lines", "data.s.lines")
FILTERS = (
    *("upper", "lower", "title", "trim", "capitals", "upper_first", "lower_first", "string", "e", "capitalize"),
    *("replace('a', 'bb')", "truncate(9, true, '…')", "default('không', true)", "body_name", "length", "list | first"),
)
NUMBER_FILTERS = ("padded", "roman", "words", "grouped", "abs", "string", "float", "int", "round(1)")


def texts_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} | {})".format, inner, st.sampled_from(FILTERS)),
        st.builds("({} ~ {})".format, inner, inner),
        st.builds("{}[:{}]".format, inner, st.integers(-2, 4)),
        st.builds("({} if {} else {})".format, inner, conditions(inner), inner),
        st.builds("m({})".format, inner),
    )


def conditions(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    simple = st.one_of(
        inner,
        st.just("data.u.flag"),
        st.builds("{} {} {}".format, inner, st.sampled_from(("==", "!=", "<", ">=", "in")), inner),
        st.builds("{} {} {}".format, numbers, st.sampled_from(("==", "!=", "<", ">=")), numbers),
        st.builds("{} is {}".format, numbers, st.sampled_from(("odd", "even", "number", "defined", "none"))),
        st.builds("{} in {}".format, inner, st.sampled_from(LISTS)),
        st.sampled_from(LISTS),
    )
    return st.one_of(simple, st.builds("not ({})".format, simple), st.builds("({} and {})".format, simple, simple))


numbers = st.one_of(
    st.sampled_from(NUMBER_NAMES),
    st.builds(
        "({} {} {})".format, st.sampled_from(NUMBER_NAMES), st.sampled_from("+-*"), st.sampled_from(NUMBER_NAMES)
    ),
)
expressions = st.recursive(
    st.one_of(
        st.sampled_from(TEXT_NAMES),
        numbers,
        st.builds("({} | {})".format, numbers, st.sampled_from(NUMBER_FILTERS)),
        st.builds("({} | join(', '))".format, st.sampled_from(LISTS)),
        st.sampled_from(
            ("data.u.rows | map(attribute='a') | join('; ')", "data.u.lines | last", "data.u.rows | sum(attribute='b')")
        ),
    ),
    texts_of,
    max_leaves=4,
)
inline = st.one_of(
    st.sampled_from(("Quận ", "; ", "<&>", "{{ '{{' }}")),
    st.builds("{{{{ {} }}}}".format, expressions),
    st.builds("{{% if {} %}}{{{{ {} }}}}{{% else %}}-{{% endif %}}".format, conditions(expressions), expressions),
    st.builds("{{% set x = {} %}}".format, expressions),
    st.builds("{{% set x %}}<{{{{ {} }}}}{{% endset %}}{{{{ x }}}}{{{{ x | upper }}}}".format, expressions),
    st.builds("{{% set x | upper %}}<{{{{ {} }}}}{{% endset %}}".format, expressions),
    st.builds("{{% set n.v = {} %}}{{{{ n.v }}}}".format, expressions),
    st.builds("{{% for l in {} %}}{{{{ loop.index }}}}{{{{ l }}}}{{{{ l == {} }}}} {{% endfor %}}".format,
              st.sampled_from(LISTS), expressions),
)  # fmt: skip
paragraphs = st.lists(inline, min_size=1, max_size=4).map("".join).map(p)
blocks = st.one_of(
    paragraphs,
    st.builds("{{{{r {} | formatted }}}}".format, expressions).map(p),
    st.builds("{{{{p {} | narrowed('VtSubject', {}) }}}}".format, expressions, numbers).map(p),
    st.just(p("{{p data.u.rule | rule }}")),
    st.builds("{{{{p {} | blank }}}}".format, numbers).map(p),
    st.builds(
        lambda test, inner: p(f"{{%p if {test} %}}") + inner + p("{%p endif %}"), conditions(expressions), paragraphs
    ),
    st.builds(lambda inner: p("{%p for l in data.u.lines %}") + inner + p("{%p endfor %}"), paragraphs),
    st.builds(
        lambda inner: table(
            (p("{%tr for r in data.u.rows %}"),), (p("{{ r.a }}{{ r.b + 1 }}") + inner,), (p("{%tr endfor %}"),)
        ),
        paragraphs,
    ),
    st.builds(lambda inner: table((p("{%p if data.u.note %}") + inner + p("{%p endif %}"),)), paragraphs),
)  # fmt: skip
HEAD = p("{% set x = 'đầu' %}{% set n = namespace(v=1) %}{% macro m(y) %}[{{ y }}|{{ y }}]{% endmacro %}")
bodies = st.lists(blocks, min_size=1, max_size=5).map("".join)


@st.composite
def units(draw: st.DrawFn) -> dict[str, Any]:
    row = st.fixed_dictionaries({"a": TEXTS, "b": NUMBERS})
    own = {
        "name": TEXTS,
        "place": TEXTS,
        "note": TEXTS,
        "count": NUMBERS,
        "flag": st.booleans(),
        "lines": st.lists(TEXTS, max_size=2),
        "rows": st.lists(row, max_size=2),
        "rule": st.fixed_dictionaries(dict.fromkeys(("length", "weight", "gap"), NUMBERS)),
    }
    return {"issuer": {"name": draw(TEXTS)}, "data": {"u": draw(st.fixed_dictionaries(own))}}


def shared() -> dict[str, Any]:
    return context() | {"data": {"s": {"title": "Đại hội <XIV>", "number": 7, "lines": ["một", "hai & ba"]}}}


@pytest.mark.unsound_document("random tags may cut the XML that a macro has made")
@pytest.mark.parametrize("packaged", [False])
@settings(
    max_examples=250,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    body=bodies, beside=paragraphs, title=inline, some=st.lists(units(), min_size=2, max_size=5), seed=st.integers(0, 9)
)
def test_both_ways_make_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    packaged: bool,
    body: str,
    beside: str,
    title: str,
    some: list[dict[str, Any]],
    seed: int,
) -> None:
    folder = tmp_path_factory.mktemp("lane")
    parts = docx(
        HEAD + body,
        beside={"header1": HEAD + beside, "footer1": p("{{ issuer.name }}")},
        title="{{ issuer.name | upper }}",
    )
    file = write(folder / "plan.docx", parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiling, "is_packaged", lambda _chain: packaged)
        try:
            template = compiled(file)
        except (Faulty, TemplateError):  # of what came with the program, Jinja works out constants beforehand
            assume(False)
        mixed = [*some, *some]
        random.Random(seed).shuffle(mixed)
        assert unlike(template, shared(), mixed)[0] == []
