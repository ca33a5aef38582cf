"""Which fields of the data the tags of a text ask for.

It tells no faults: `lint` does, with the same eyes and the types beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.templates.marks import without_marks
from generator.templates.tags import fits

_TAG = re.compile(r"(\{[{%])(?:p|tr|r)?([\s-].*?[}%]\})")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_OF_CELLS = re.compile(r"\{%\s*(?:vm|hm|cellbg|colspan)\b(.*)%\}")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_GRAMMAR = Environment()


def fields_used(text: str) -> frozenset[str]:
    """The paths of the data that tags print or ask for, those of a loop by what it runs over: `outline[].text`.

    Nothing where the tags cannot be read: `lint` says why.
    """
    tags = [
        f"{found[1]}{found[2]}".translate(_STRAIGHT) for found in _TAG.finditer(without_marks(_COMMENT.sub("", text)))
    ]
    source = "\n".join(_OF_CELLS.sub(r"{{ [\1] }}", one) for one in tags if fits(one))
    try:
        used: set[str] = set()
        _visit(_GRAMMAR.parse(source), {}, used)
    except (TemplateSyntaxError, RecursionError):
        return frozenset()
    return frozenset(used)


def _visit(node: nodes.Node, known: Mapping[str, str], used: set[str]) -> None:
    if isinstance(node, nodes.For):
        path = _path(_looped(node.iter), known)
        _visit(node.iter, known, used)
        bound = {one.name: "" for one in node.target.find_all(nodes.Name)} | {"loop": ""}
        if isinstance(node.target, nodes.Name):
            bound = {node.target.name: f"{path}[]" if path else "", "loop": ""}
        for inner in (*node.body, *([node.test] if node.test else [])):
            _visit(inner, {**known, **bound}, used)
        for other in node.else_:
            _visit(other, known, used)
        return
    if isinstance(node, nodes.Name) and node.ctx != "load":
        return
    if isinstance(node, nodes.Macro):
        known = {**known, **dict.fromkeys((*(argument.name for argument in node.args), "varargs", "kwargs"), "")}
    if isinstance(node, nodes.Name | nodes.Getattr) and (path := _path(node, known)):
        used.add(path)
        return
    inside = known
    for child in node.iter_child_nodes():
        _visit(child, inside, used)
        if isinstance(child, nodes.Assign | nodes.AssignBlock | nodes.Macro):
            inside = {**inside, **dict.fromkeys(_bound(child), "")}


def _bound(node: nodes.Assign | nodes.AssignBlock | nodes.Macro) -> list[str]:
    if isinstance(node, nodes.Macro):
        return [node.name]
    return [one.name for one in (node.target, *node.target.find_all(nodes.Name)) if isinstance(one, nodes.Name)]


def _looped(node: nodes.Node) -> nodes.Node:
    while isinstance(node, nodes.Filter) and node.node is not None:
        node = node.node
    return node


def _path(node: nodes.Node, known: Mapping[str, str]) -> str:
    """`a.b` of the data; nothing of names that the template itself has made."""
    if isinstance(node, nodes.Getattr):
        before = _path(node.node, known)
        return f"{before}.{node.attr}" if before else ""
    if isinstance(node, nodes.Name) and node.name not in ("range", "namespace", "super"):
        return known.get(node.name, node.name)
    return ""
