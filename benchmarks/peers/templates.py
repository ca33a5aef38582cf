"""Our template as the other engines would have it: the same tables, loops, conditions and styles, in their tags.

Made from the packaged files and from a document of ours, whose other parts (styles, page set-up, typefaces) every
engine then carries along. `{{p outline | typeset }}` becomes a loop over conditions, one styled paragraph each.
Two dialects: Jinja's for the docxtpl family, `{#list}{name}{/list}` for docxtemplater and easy-template-x, each with
its tags where that engine's handbook puts them.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

CORE, DOCUMENT = "docProps/core.xml", "word/document.xml"
Element = Any
_STRUCTURE = re.compile(r"\{%p\s+(block|endblock|extends)\b[^%]*%\}")
_OPEN_BLOCK = re.compile(r"\{%p block (\w+) %\}")
_NARROWED = re.compile(r"\{\{p ([\w.]+) \| narrowed\('(\w+)'.*\}\}")
_RULE = re.compile(r"\{\{p .*\| rule \}\}")
_MARK = re.compile(r"\{\{p [\w.]+ \| (boxed|blank|placed|addressed)\b.*\}\}")
"""Marks: the example's plan has none, and they print nothing."""
_LEFT_OUT = ("annex",)
"""The example's plan has no annex, so nobody gets the loop over them."""


def jinja_template(chain: Sequence[tuple[str, Path]], ours: bytes, context: Mapping[str, Any]) -> bytes:
    """The template for docxtpl and its kin: the child's blocks stand in the base, for they know no inheritance."""
    if context["annexes"] or any(block["table"] for block in context["outline"]):
        raise SystemExit("The benchmark's templates know neither annexes nor tables: take a plan without them.")
    parts = _parts(ours)
    root = _root(chain[-1][1])
    result: Element = parse_xml(parts[DOCUMENT])
    for _name, file in reversed(chain[:-1]):
        _put_blocks(root, _root(file))
    _leave_out(root)
    for holder in (root.find(qn("w:body")), *root.iter(qn("w:tc"))):
        _settle(holder, context)
    styled = {_style(one): one for one in result.iter(qn("w:p"))}
    for paragraph in list(root.iter(qn("w:p"))):
        text = _text(paragraph)
        if _STRUCTURE.fullmatch(text) or _MARK.fullmatch(text):
            paragraph.getparent().remove(paragraph)
        elif text == "{{p outline | typeset }}":
            styles = list(dict.fromkeys(one["style"] for one in context["outline"]))
            begin, end = ("{%p for block in outline %}", "{%p endfor %}")
            loop = [_write(copy.deepcopy(paragraph), begin), *_by_style(paragraph, styles)]
            _replace(paragraph, [*loop, _write(copy.deepcopy(paragraph), end)])
        elif _RULE.fullmatch(text):
            _replace(paragraph, [copy.deepcopy(styled["VtRule"])])
        elif narrowed := _NARROWED.fullmatch(text):
            _replace(paragraph, [_write(copy.deepcopy(styled[narrowed[2]]), f"{{{{ {narrowed[1]} }}}}")])
        elif "| formatted" in text:
            _write(paragraph, text.replace("{{r ", "{{ ").replace(" | formatted", ""))
    body = root.find(qn("w:body"))
    body.replace(body.find(qn("w:sectPr")), copy.deepcopy(result.find(qn("w:body")).find(qn("w:sectPr"))))
    for name in ("title", "subject", "author"):
        parts[CORE] = parts[CORE].replace(
            _escaped(context["properties"][name]), f"{{{{ properties.{name} }}}}".encode()
        )
    return _packed(parts | {DOCUMENT: _serialised(root)})


def _settle(holder: Element, context: Mapping[str, Any]) -> None:
    """What the document's own values decide, marks and forms that it does not have, is decided here, for everybody."""
    conditions: list[bool | None] = []
    for child in list(holder):
        text = _text(child) if child.tag == qn("w:p") else ""
        outside = False in conditions
        is_tag = True
        if condition := re.fullmatch(r"\{%p if ([\w.]+) %\}", text):
            conditions.append(_decided(context, condition[1]))
        elif text == "{%p else %}" and conditions:
            is_known = conditions[-1] is not None
            conditions[-1] = not conditions[-1] if is_known else None
        elif text == "{%p endif %}" and conditions:
            is_tag = conditions.pop() is not None
            outside = outside or is_tag
        else:
            is_tag = False
        if outside or (is_tag and (not conditions or conditions[-1] is not None)):
            holder.remove(child)
    if holder.tag == qn("w:tc") and holder[-1].tag != qn("w:p"):
        holder.append(holder.makeelement(qn("w:p"), {}))


def _decided(context: Mapping[str, Any], path: str) -> bool | None:
    try:
        return bool(_at(context, path.split(".")))
    except (KeyError, TypeError):
        return None  # of a loop's variable


@dataclass
class Braces:
    """A template and its data with lists, flags and flat names, as the engines for Node want them."""

    context: Mapping[str, Any]
    data: dict[str, Any] = field(default_factory=dict)
    _open: list[tuple[str, str]] = field(default_factory=list)
    """What stands open: `for` or `if`, and its name."""
    _items: dict[str, tuple[list[dict[str, Any]], list[Any]]] = field(default_factory=dict)
    """The loops that stand open by variable: the items to be printed, and what they are made from."""

    def translate(self, template: bytes) -> bytes:
        """The Jinja template in braces; `data` is filled on the way."""
        parts = _parts(template)
        root: Element = parse_xml(parts[DOCUMENT])
        for paragraph in list(root.iter(qn("w:p"))):
            text = _text(paragraph)
            if text.startswith("{%p elif"):
                paragraph.addprevious(_write(copy.deepcopy(paragraph), self._close()))
                text = text.replace("elif", "if")
            if "{" in text:
                _write(paragraph, self._line(text))
        core = re.sub(r"\{\{ ([\w.]+) \}\}", self._value, parts[CORE].decode())
        return _packed(parts | {DOCUMENT: _serialised(root), CORE: core.encode()})

    def _line(self, text: str) -> str:
        if loop := re.fullmatch(r"\{%p for (\w+) in ([\w.]+) %\}", text):
            return self._loop(loop[1], loop[2])
        if condition := re.fullmatch(r'\{%p if ([\w.]+)(?: == "(\w+)")? %\}', text):
            return self._flag(condition[1], condition[2])
        if text.startswith("{%p end"):
            return self._close()
        return re.sub(r"\{\{ ([\w.]+) \}\}", self._value, text)

    def _loop(self, variable: str, path: str) -> str:
        name, source = path.replace(".", "_"), self._find(path)
        items: list[dict[str, Any]] = [{} for _one in source]
        self.data[name] = items
        self._items[variable] = (items, source)
        self._open.append((variable, name))
        return f"{{#{name}}}"

    def _flag(self, path: str, wanted: str | None) -> str:
        name = f"is_{path.replace('.', '_')}{f'_{wanted}' if wanted else ''}"
        for target, source, inner in self._scopes(path):
            value = _at(source, inner)
            target[name] = value == wanted if wanted else bool(value)
        self._open.append(("", name))
        return f"{{#{name}}}"

    def _close(self) -> str:
        variable, name = self._open.pop()
        self._items.pop(variable, None)
        return f"{{/{name}}}"

    def _value(self, match: re.Match[str]) -> str:
        name = match[1].replace(".", "_")
        for target, source, inner in self._scopes(match[1]):
            target[name] = _at(source, inner)
        return f"{{{name}}}"

    def _find(self, path: str) -> Any:
        return _at(self.context, path.split("."))

    def _scopes(self, path: str) -> Iterator[tuple[dict[str, Any], Any, list[str]]]:
        first, *inner = path.split(".")
        if first in self._items:
            items, sources = self._items[first]
            yield from ((item, source, inner) for item, source in zip(items, sources, strict=True))
        else:
            yield self.data, self.context, [first, *inner]


def tags_inside(template: bytes) -> bytes:
    """The template in braces with each tag in a paragraph that is printed, as easy-template-x wants it.

    A tag in a paragraph of its own leaves that paragraph behind, empty.
    """
    parts = _parts(template)
    root: Element = parse_xml(parts[DOCUMENT])
    opening, before = "", None
    for paragraph in list(root.iter(qn("w:p"))):
        text = _text(paragraph)
        if tag := re.fullmatch(r"\{#(\w+)\}", text):
            opening += f'{{#{tag[1]} [loopOver: "paragraph"]}}'
        elif re.fullmatch(r"\{/\w+\}", text):
            assert before is not None
            _write(before, _text(before) + text)
        else:
            before = _write(paragraph, opening + text) if opening else paragraph
            opening = ""
            continue
        paragraph.getparent().remove(paragraph)
    return _packed(parts | {DOCUMENT: _serialised(root)})


def _at(value: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        value = value[step]
    return value


def _by_style(paragraph: Element, styles: Sequence[str]) -> Iterator[Element]:
    """`{%p if block.style == … %}`, a paragraph in that style, `{%p elif … %}` …"""
    word = "if"
    for style in styles:
        yield _write(copy.deepcopy(paragraph), f'{{%p {word} block.style == "{style}" %}}')
        printed = _write(copy.deepcopy(paragraph), "{{ block.marker }} {{ block.text }}")
        printed.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").set(qn("w:val"), style)
        yield printed
        word = "elif"
    yield _write(copy.deepcopy(paragraph), "{%p endif %}")


def _put_blocks(base: Element, child: Element) -> None:
    """The child's paragraphs between the marks of the base's blocks."""
    for name, paragraphs in _blocks(child):
        for start, inside in ((one, inside) for one, inside in _blocks_with_start(base) if _block(one) == name):
            for old in inside:
                old.getparent().remove(old)
            for new in reversed(paragraphs):
                start.addnext(new)


def _leave_out(root: Element) -> None:
    for start, inside in _blocks_with_start(root):
        if _block(start) in _LEFT_OUT:
            for one in inside:
                one.getparent().remove(one)


def _blocks(root: Element) -> list[tuple[str, list[Element]]]:
    return [(_block(start), [copy.deepcopy(one) for one in inside]) for start, inside in _blocks_with_start(root)]


def _blocks_with_start(root: Element) -> list[tuple[Element, list[Element]]]:
    """Every block: the paragraph that opens it, and what stands between that and the one that closes it."""
    found = []
    for start in (one for one in root.find(qn("w:body")) if _OPEN_BLOCK.fullmatch(_text(one))):
        inside = []
        for following in start.itersiblings():
            if following.tag == qn("w:p") and _text(following) == "{%p endblock %}":
                break
            inside.append(following)
        found.append((start, inside))
    return found


def _block(start: Element) -> str:
    match = _OPEN_BLOCK.fullmatch(_text(start))
    assert match is not None
    return match[1]


def _replace(paragraph: Element, others: Sequence[Element] | Iterator[Element]) -> None:
    for other in others:
        paragraph.addprevious(other)
    paragraph.getparent().remove(paragraph)


def _write(paragraph: Element, text: str) -> Element:
    """The paragraph with this text alone, in its first run."""
    first, *others = list(paragraph.iter(qn("w:t")))
    first.text = text
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for other in others:
        other.text = ""
    return paragraph


def _text(element: Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(qn("w:t"))) if element.tag == qn("w:p") else ""


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style.get(qn("w:val")) if style is not None else ""


def _root(file: Path) -> Element:
    return parse_xml(_parts(file.read_bytes())[DOCUMENT])


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _serialised(root: Element) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
