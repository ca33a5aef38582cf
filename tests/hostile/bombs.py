"""Templates that ask for more time or memory than any sound one does: a few letters each.

A bomb is the text of paragraph 2 of the body, or a whole body.
"""

from __future__ import annotations

from tests.docx_files import p, paragraphs, table

_NINES = "{% for i in range(10000) %}"
_END = "{% endfor %}"


def _grown(start: str, step: str, times: int = 60, after: str = "{{ n.x | length }}") -> str:
    return f"{{% set n = namespace(x={start}) %}}{{% for i in range({times}) %}}{{% set n.x = {step} %}}{_END}{after}"


SUMS = {
    "long range": "{{ range(10**9) | list }}",
    "range loop": f"{{% for i in range(10**9) %}}{_END}",
    "nested loops": _NINES * 3 + _END * 3,
    "loops over texts": f"{{% for i in 'a' * 9999 %}}{{% for j in 'a' * 9999 %}}{_END}{_END}",
    "loops in a macro": f"{{% macro m() %}}{_NINES * 3}{_END * 3}{{% endmacro %}}{{{{ m() }}}}",
    "loops in set": f"{{% set x %}}{_NINES * 2}chữ nghĩa{_END * 2}{{% endset %}}{{{{ x }}}}",
    "loops over generators": "{% for i in range(9999) | map('string') %}{% for j in range(9999) | batch(1) %}"
    + _END * 2,
    "repeated text": "{{ 'A' * 10**9 }}",
    "repeated list": "{{ [0] * 10**9 }}",
    "list of lists": "{{ ([[0] * 9999] * 9999) * 9999 }}",
    "power": "{{ 2 ** (10**9) }}",
    "squares": _grown("9", "n.x * n.x", after="{{ n.x > 1 }}"),
    "center": "{{ 'a'.center(10**10) }}",
    "format": "{{ '{:>9999999999}'.format(1) }}",
    "percent": "{{ '%9999999999d' % 1 }}",
    "indent": "{{ 'a' | indent(10**10) }}",
    "batch": "{{ [1] | batch(10**9, 0) | list }}",
    "batch of batches": "{{ [1] | batch(9999, [1] * 9999) | list | batch(9999, [[1] * 9999] * 9999) | list }}",
    "slice": "{{ [1] | slice(10**9) | list }}",
    "round": "{{ 1 | round(10**9, 'ceil') }}",
    "lipsum": "{{ lipsum(n=10**7) }}",
    "doubled by tilde": _grown("'abc'", "n.x ~ n.x"),
    "doubled by plus": _grown("'abc'", "n.x + n.x"),
    "doubled by join": _grown("'abc'", "[n.x, n.x] | join"),
    "doubled by replace": _grown("'aa'", "n.x | replace('a', 'aa')"),
    "doubled list": _grown("[1, 2]", "n.x + n.x"),
    "nested lists": _grown("[1]", "[n.x, n.x]"),
    "nested mappings": _grown("{'a': 1}", "{'a': n.x, 'b': n.x}", after="{{ n.x }}"),
    "nested namespaces": "{% set a = namespace(x=1) %}"
    + "".join(
        f"{{% set {b} = namespace(x={a}, y={a}) %}}"
        for a, b in zip("abcdefghijklmnopqrstu", "bcdefghijklmnopqrstuv", strict=True)
    )
    + "{{ v }}",
    "joined": "{{ range(9999) | join('a' * 9999) }}",
    "huge replace": "{{ ('a' * 9999) | replace('a', 'a' * 9999) | replace('a', 'a' * 9999) }}",
    "sorted": _grown("range(9999) | list", "(n.x + n.x) | sort", times=30),
    "sorted again and again": f"{_NINES}{_NINES}{{{{ range(10000) | sort | first }}}}{_END}{_END}",
    "sums of lists": "{{ ([[0] * 9999] * 9) | sum(start=[]) | length }}",
    "macro calls itself": "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}",
    "macro calls itself in an argument": "{% macro m(x) %}{{ m(m(x)) }}{% endmacro %}{{ m(1) }}",
    "macros that double": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "written by macros": f"{{% macro m() %}}{'chữ ' * 200}{{% endmacro %}}{_NINES}{_NINES}{{{{ m() }}}}{_END}{_END}",
    "text by loops": f"{_NINES}{_NINES}{'chữ ' * 20}{_END}{_END}",
    "big text by loops": f"{{% set big = range(2000) | join('a' * 9999) %}}{_NINES}{{{{ big }}}}{_END}",
    "copies": "{% set t = range(500) | join('\U0001f600' * 9999) %}"
    + "".join(f"{{% set t{n} = t | upper %}}" for n in range(80)),
    "search": _grown(
        "range(9000) | list",
        "n.x + n.x",
        times=5,
        after=f"{_NINES}{{% for j in range(99) %}}{{{{ 'x' if -1 in n.x else '' }}}}{_END}{_END}",
    ),
    "unknown variable in a long loop": f"{_NINES}{{% set x = i %}}{_END}{{{{ nothing }}}}",
    "deep parentheses": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "long chain": "{{ data" + ".a" * 480 + " }}",
    "many nots": "{% if " + "not " * 240 + "draft %}x{% endif %}",
    "long number": "{{ " + "9" * 900 + " ** 64 ** 64 }}",
    "text of a long number": _grown("10 ** 64", "n.x * n.x", times=5, after="{{ n.x ~ '' }}") + "{{ nothing }}",
}
"""The text of one paragraph."""

BODIES = {
    "unclosed statements": paragraphs(*["{% if a"] * 3000),
    "unclosed prints": paragraphs(*["{{ a"] * 3000),
    "deep conditions": paragraphs(*["{%p if draft %}"] * 400, "x", *["{%p endif %}"] * 400),
    "deep loops": paragraphs(*["{%p for i in range(2) %}"] * 60, "x", *["{%p endfor %}"] * 60),
    "loops over paragraphs": paragraphs(*["{%p for i in range(10000) %}"] * 2, "chữ " * 20, *["{%p endfor %}"] * 2),
    "loops over rows": table(*([("{%tr for i in range(10000) %}",)] * 2), ("chữ",), *([("{%tr endfor %}",)] * 2)),
    "many blocks of one name": paragraphs(*["{%p block a %}", "x", "{%p endblock %}"] * 2000),
    "a page of unknown fields": paragraphs(*["{{ nothing }}"] * 3000),
    "long text": p("chữ nghĩa " * 2_000_000),
    "many paragraphs": "<w:p/>" * 400_000,
    "many runs": f"<w:p>{'<w:r><w:t>x</w:t></w:r>' * 100_000}</w:p>",
    "deep elements": "<w:sdt><w:sdtContent>" * 200 + p("x") + "</w:sdtContent></w:sdt>" * 200,
}
"""All of the body."""

HEAVY = ("sorted again and again", "search", "copies", "loops over generators")
"""Those that use up their seconds, or their memory, before they are stopped."""
