"""What is wrong with tags as they stand in a paragraph: not supported, not closed, not in their place.

It does not know names: `lint` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes
from lxml import etree

from generator.diagnostics import Diagnostic, Location
from generator.messages import _
from generator.templates.package import W
from generator.templates.places import own_text

TAGGED = re.compile(r"\{_?[{%#]|[}%#]_?\}")
_REFUSED = {
    re.compile(r"\{[{%#]tc\s"): "{%tc %}",
    re.compile(r"\{%\s*hm\b"): "{% hm %}",
    re.compile(r"\{%p?\s*(include|import|from)\b"): "{% include %}, {% import %}",
    re.compile(r"\{_[{%]|[%}]_\}"): "{_{ }_}",
}
"""What docxtpl or Jinja has and Vanthu does not do, and the name under which it is refused."""
_PAIRS = (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))
_ANY = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_LONGEST, _DEEPEST = 1000, 20
_JOINED_BLOCK = re.compile(
    r"\{%-\s*(?P<what>(?:block|endblock|extends)\b[^%]*?)\s*-?%\}|\{%\s*(?P<other>(?:block|extends)\b[^%]*?)\s*-%\}"
)
_ALONE = re.compile(r"\{(?P<kind>[{%#])(?P<level>p|tr)\s.*?[}%#]\}")
_PRINTING = re.compile(r"\{\{(?:(?P<level>p|r|tr)\s|[-+]?)(?P<what>.*?)[-+]?\}\}")
_GRAMMAR = Environment()
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
PLACED = {
    **dict.fromkeys(("typeset", "narrowed", "rule", "boxed", "placed", "addressed", "blank"), "p"),
    **dict.fromkeys(("formatted", "picture"), "r"),
}
"""The filters that make paragraphs or runs, and the letter of the tag that has room for them."""


def tag_faults(paragraph: etree._Element, place: Location) -> list[Diagnostic]:
    """Every fault of one paragraph's tags."""
    text = own_text(paragraph)
    faults = [*_unsupported(text, place), *_unclosed(text, place), *_complex(text, place)]
    if not faults:
        faults += _joining_blocks(text, place)
    if not faults:
        faults += [*_beside(paragraph, text, place), *_joined(text, place), *_misplaced(text, place)]
    return faults


def _unsupported(text: str, place: Location) -> Iterator[Diagnostic]:
    for pattern, name in _REFUSED.items():
        if pattern.search(text):
            yield unsupported(name, place)


def unsupported(name: str, place: Location) -> Diagnostic:
    """The refusal of a tag by its name."""
    message = _("thẻ {tag} không được hỗ trợ").format(tag=name)
    return Diagnostic(
        "template/unsupported-tag", message, place, hint=_("xem bảng các thẻ dùng được trong docs/dialect.md")
    )


def _unclosed(text: str, place: Location) -> Iterator[Diagnostic]:
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            yield Diagnostic(
                "template/unclosed-tag",
                _("trong đoạn này {opening} và {closing} không đủ cặp").format(opening=opening, closing=closing),
                place,
                hint=_("viết trọn một thẻ trong một đoạn văn"),
            )
            return


def _complex(text: str, place: Location) -> Iterator[Diagnostic]:
    for found in _ANY.finditer(text):
        if not fits(found[0]):
            yield too_complex(place)


def fits(tag: str) -> bool:
    """Whether a tag is short and flat enough for whoever parses it."""
    depth = deepest = 0
    for letter in tag[2:-2]:
        depth += (letter in "([{") - (letter in ")]}")
        deepest = max(deepest, depth)
    return len(tag) <= _LONGEST and deepest <= _DEEPEST


def too_complex(place: Location) -> Diagnostic:
    """The refusal of an expression that would overwhelm whoever reads it, Jinja first."""
    hint = _("chia nhỏ bằng {% set %}, hoặc bỏ bớt ngoặc")
    return Diagnostic("template/too-complex", _("thẻ quá dài hoặc lồng quá sâu"), place, hint=hint)


def _joined(text: str, place: Location) -> Iterator[Diagnostic]:
    """`{%-` goes on in the paragraph before, `-%}` in the one after; what stands between would vanish."""
    before = [text[: found.start()] for found in re.finditer(r"\{%-", text)]
    after = [text[found.end() :] for found in re.finditer(r"-%\}", text)]
    if rest := next((words.strip() for words in (*before, *after) if words.strip()), ""):
        message = _("chữ này mất, vì {tag} nối với đoạn trước hoặc sau: “{words}”")
        hint = _("{%- chỉ đứng đầu đoạn, -%} chỉ đứng cuối đoạn; trong một đoạn viết {% … %}")
        tag = "{%- -%}"
        yield Diagnostic("template/text-beside-tag", message.format(tag=tag, words=rest[:60]), place, hint=hint)


def _joining_blocks(text: str, place: Location) -> Iterator[Diagnostic]:
    """`{%- block x -%}` joins the block to other paragraphs: what stands in it replaces nothing."""
    if found := _JOINED_BLOCK.search(text):
        message = _("thẻ {tag} nối đoạn này với đoạn khác, nên khối không có tác dụng").format(tag=found[0])
        hint = _("viết trong một đoạn riêng: {tag}").format(tag=f"{{%p {(found['what'] or found['other']).strip()} %}}")
        yield Diagnostic("template/block-level", message, place, hint=hint)


def _beside(paragraph: etree._Element, text: str, place: Location) -> Iterator[Diagnostic]:
    """A tag of a paragraph or a row takes the place of the whole paragraph or row: other words there would vanish."""
    for found in _ALONE.finditer(text):
        whole = text
        if found["level"] == "tr":
            row = next(paragraph.iterancestors(f"{{{W}}}tr"), paragraph)
            whole = "".join(piece.text or "" for piece in row.iter(f"{{{W}}}t"))
        rest = whole.replace(found[0], "", 1).strip()
        if rest:
            message = _("chữ này mất, vì thẻ {tag} thay cả đoạn hay cả dòng nó đứng: “{words}”")
            yield Diagnostic(
                "template/text-beside-tag",
                message.format(tag=found[0], words=rest[:60]),
                place,
                hint=_("đặt thẻ trong một đoạn riêng (với {%tr %}: một dòng bảng riêng)"),
            )


def _misplaced(text: str, place: Location) -> Iterator[Diagnostic]:
    """Paragraphs printed inside a run, or plain words outside one, make a file that Word cannot open."""
    for found in _PRINTING.finditer(text):
        what, level = found["what"].strip(), found["level"]
        if not level and not any(name in what for name in PLACED):
            continue
        last = _last_step(what)
        name = last.name if isinstance(last, nodes.Filter) else ""
        wanted = PLACED.get(name)
        if last is None or wanted == level or (wanted is None and level and isinstance(last, nodes.Call)):
            continue
        if wanted is not None:
            message = _("bộ lọc “{name}” cần thẻ {tag}")
            tag = f"{{{{{wanted} … | {name} }}}}"
            yield _in_wrong_place(message.format(name=name, tag=tag), place)
        elif level:
            message = _("thẻ {tag} chỉ in được cái mà bộ lọc làm ra: {filters}")
            names = ", ".join(name for name, letter in PLACED.items() if letter == level) or "super()"
            yield _in_wrong_place(message.format(tag=f"{{{{{level} }}}}", filters=names), place)


def _last_step(what: str) -> nodes.Node | None:
    """What an expression does last, in Jinja's eyes, whatever its parentheses; None where `lint` will complain."""
    try:
        tree = _GRAMMAR.parse(f"{{{{ {what.translate(_STRAIGHT)} }}}}")
    except (TemplateSyntaxError, RecursionError):
        return None
    return next((node for output in tree.find_all(nodes.Output) for node in output.nodes), None)


def _in_wrong_place(message: str, place: Location) -> Diagnostic:
    hint = _("chữ thường in bằng {{ … }}; xem docs/dialect.md")
    return Diagnostic("template/wrong-tag", message, place, hint=hint)
