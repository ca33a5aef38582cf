"""What Jinja's grammar allows and a DOCX does not, and Jinja's own complaints in words that its reader knows.

It does not know names or scopes: `lint` does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jinja2 import Environment, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError

from generator.diagnostics import Diagnostic, Location
from generator.messages import _, mark
from generator.templates.tags import PLACED, too_complex
from generator.vietnamese.unicode import nearest

Place = Callable[[int | None], Location]

_SAID = (
    (r"Unexpected end of template.* block that needs to be closed is '(.+)'", mark("thẻ {0} chưa được đóng")),
    (r"Encountered unknown tag '(.+?)'\. .* closed is '(.+)'", mark("thẻ {0} không đóng được thẻ {1} đang mở")),
    (r"Encountered unknown tag '(end.+?|else|elif)'", mark("thẻ {0} không có thẻ mở")),
    (r"Encountered unknown tag '(.+?)'", mark("không có thẻ {0}")),
    (r"[Ee]xpected (?:token )?'?(.+?)'?, got '(.+)'", mark("ở đây phải là {0}, mà lại là {1}")),
    (r"unexpected '(.+)', expected '(.+)'", mark("ở đây phải là {1}, mà lại là {0}")),
    (r"unexpected char ['\"](.+)['\"] at", mark("ký hiệu {0} không dùng được ở đây")),
    (r"[Uu]nexpected '(.+)'", mark("{0} không đứng được ở đây")),
    (r"[Ee]xpected (.+)", mark("thiếu {0}")),
    (r"Missing end of (.+)", mark("{0} chưa được đóng")),
    (r"'(.+)' is undefined", mark("không có giá trị {0}")),
    (r"'None' has no attribute '(.+)'", mark("giá trị để trống, nên không có trường {0}")),
    (r".* has no attribute '(.+)'", mark("không có trường {0}")),
    (r".* has no element (.+)", mark("không có phần tử thứ {0} (đếm từ 0)")),
    (r"division by zero", mark("chia cho 0")),
)
_TOKENS = {
    "end of print statement": mark("dấu đóng }}"),
    "end of statement block": mark("dấu đóng %}"),
    "end of template": mark("chỗ hết mẫu"),
    "an expression": mark("một giá trị"),
    "name": mark("một tên"),
    "name or number": mark("tên hay số sau dấu chấm"),
    "integer": mark("một số"),
    "string": mark("chữ trong ngoặc kép"),
    "comment tag": mark("thẻ nhận xét {# #}"),
    "raw directive": mark("thẻ {% raw %}"),
}
"""Jinja's names of the things that it meets; all else is what was typed."""


_DEEPEST_STEPS, _DEEPEST_TAGS, _DEEPEST_LOOPS = 60, 40, 15
"""Python's own limits are a hundred indents and twenty loops; Jinja's is a stack, and each step costs some frames."""


class Refused(SecurityError):
    """What the environment refuses while filling; its message is ours."""


class Missing(UndefinedError):
    """A value that is not given; its message is ours."""


def said(error: Exception) -> str:
    """Why, in our language: Jinja's and Python's usual complaints are put in words, the others are quoted."""
    original = (error.message if isinstance(error, TemplateSyntaxError) else str(error)) or type(error).__name__
    if isinstance(error, Refused | Missing):
        return original
    if isinstance(error, MemoryError):
        return _("hết bộ nhớ")
    if isinstance(error, RecursionError):
        return _("thẻ gọi lại chính nó không dừng")
    for pattern, message in _SAID:
        if found := re.match(pattern, original, re.DOTALL):
            return _(message).format(*(_(_TOKENS[one]) if one in _TOKENS else f"“{one}”" for one in found.groups()))
    if isinstance(error, TemplateError):
        return _("Jinja báo “{original}”").format(original=original)
    return _("giá trị không hợp với thẻ; máy báo “{original}”").format(original=original)


def syntax_fault(error: TemplateSyntaxError, place: Place) -> Diagnostic:
    """What Jinja cannot read or compile."""
    message = _("cú pháp thẻ sai: {why}").format(why=said(error))
    hint = _("mỗi {% if %} cần {% endif %}, mỗi {% for %} cần {% endfor %}, mỗi {% block %} cần {% endblock %}")
    return Diagnostic("template/syntax", message, place(error.lineno), hint=hint)


def deep_faults(tree: nodes.Template, place: Place) -> list[Diagnostic]:
    """Tags in tags and steps of an expression, deeper than who walks down there can come up from."""
    left: list[tuple[nodes.Node, int, int, int]] = [(tree, 0, 0, 0)]
    found: dict[int, Diagnostic] = {}
    while left:
        node, steps, tags, loops = left.pop()
        steps = steps + 1 if isinstance(node, nodes.Expr) else 0
        tags += isinstance(node, nodes.Stmt)
        loops += isinstance(node, nodes.For)
        if steps > _DEEPEST_STEPS or tags > _DEEPEST_TAGS or loops > _DEEPEST_LOOPS:
            found.setdefault(node.lineno, too_complex(place(node.lineno)))
        else:
            left += [(child, steps, tags, loops) for child in node.iter_child_nodes()]
    return [found[line] for line in sorted(found)]


def grammar_faults(tree: nodes.Template, environment: Environment, place: Place) -> Iterator[Diagnostic]:
    """Filters that make XML where it could still be changed, and tests that are not there."""
    allowed = set(_printing(tree))
    for used in tree.find_all(nodes.Filter):
        if used.name in PLACED and id(used) not in allowed:
            tag = f"{{{{{PLACED[used.name]} … | {used.name} }}}}"
            message = _("bộ lọc “{name}” chỉ đứng cuối thẻ in {tag} của riêng nó").format(name=used.name, tag=tag)
            hint = _("cái mà bộ lọc này làm ra không sửa, không đặt tên, không so sánh được")
            yield Diagnostic("template/wrong-tag", message, place(used.lineno), hint=hint)
    for used in tree.find_all(nodes.Filter):
        named = used.args[0] if used.name == "map" and used.args else None
        if named is not None and not (isinstance(named, nodes.Const) and named.value not in PLACED):
            message = _("bộ lọc map chỉ nhận tên viết sẵn của một bộ lọc làm ra chữ hay số")
            hint = _("lặp bằng {%p for … %} rồi in từng cái bằng {{p … }} hay {{r … }}")
            yield Diagnostic("template/wrong-tag", message, place(used.lineno), hint=hint)
    for test in tree.find_all(nodes.Test):
        if test.name not in environment.tests:
            near = nearest(test.name, environment.tests)
            message = _("không có phép thử “{name}”").format(name=test.name)
            hint = _("có phải là “{near}”?").format(near=near) if near else _("so sánh bằng ==, <, > hoặc in")
            yield Diagnostic("template/unknown-test", message, place(test.lineno), hint=hint)


def _printing(node: nodes.Node) -> Iterator[int]:
    """What stands directly in a printing tag; what a macro or a {% set %} block gathers goes on to other tags."""
    if isinstance(node, nodes.Output):
        yield from map(id, node.nodes)
    for child in node.iter_child_nodes():
        if not (_gathers(child) or isinstance(child, nodes.Expr)):
            yield from _printing(child)


def _gathers(node: nodes.Node) -> bool:
    """`whole` keeps cells and tables in names of its own, and prints them as they are."""
    if isinstance(node, nodes.AssignBlock):
        return not (isinstance(node.target, nodes.Name) and node.target.name.startswith("vt_kept"))
    return isinstance(node, nodes.Macro)
