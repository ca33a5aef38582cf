"""Cells and tables stay whole whatever a condition leaves out of them.

Word refuses a cell, text box, header or note without a paragraph and a table without a row, and a template that is
right to look at can come to that: `{%p if draft %}` in a cell of its own. It is no fault of the template, so it is
mended in its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from generator.templates.package import W

_HOLDERS = tuple(f"{{{W}}}{name}" for name in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"))
_OPENING = ("if", "for", "block", "macro")
_PARAGRAPH_TAG = re.compile(r"\{([{%#])p\s+-?(\w*)")
_ROW_TAG = re.compile(r"\{([{%#])tr\s+-?(\w*)")
_HOLDER = re.compile(r"<\?vt-open (\d+)\?>(.*?)<\?vt-close \1\?>")
_TABLE = re.compile(r"<\?vt-table (\d+)\?>(.*?)<\?vt-rows \1\?>(.*?)<\?vt-end \1\?></w:tbl>")


def mark_what_may_be_empty(root: etree._Element) -> None:
    """Marks around the content of every holder and table that conditions could leave without content."""
    number = 0
    for element in list(root.iter(*_HOLDERS, f"{{{W}}}tbl")):
        is_table = element.tag == f"{{{W}}}tbl"
        content = list(element.iterchildren(f"{{{W}}}{'tr' if is_table else 'p'}", f"{{{W}}}sdt"))
        if not content or not _all_conditional(content, _ROW_TAG if is_table else _PARAGRAPH_TAG):
            continue
        number += 1
        names = ("vt-rows", "vt-end") if is_table else ("vt-open", "vt-close")
        content[0].addprevious(etree.ProcessingInstruction(names[0], str(number)))
        element.append(etree.ProcessingInstruction(names[1], str(number)))
        if is_table:
            element.addprevious(etree.ProcessingInstruction("vt-table", str(number)))


def fill_what_may_be_empty(source: str) -> str:
    """The marks as Jinja: an empty holder gets a blank paragraph, a table without rows is left out."""
    rows = r"{% set vt_kept\1 %}\3{% endset %}{% if vt_kept\1 %}\2{{ vt_kept\1 }}</w:tbl>{% endif %}"
    blank = r"{% set vt_kept\1 %}\2{% endset %}{% if vt_kept\1 %}{{ vt_kept\1 }}{% else %}<w:p/>{% endif %}"
    for pattern, kept in ((_TABLE, rows), (_HOLDER, blank)):
        while pattern.search(source):  # one may stand inside another
            source = pattern.sub(kept, source)
    return source


def _all_conditional(content: Iterable[etree._Element], tag: re.Pattern[str]) -> bool:
    """Nothing stands there but tags and what stands between them."""
    depth = 0
    for element in content:
        found = tag.search("".join(piece.text or "" for piece in element.iter(f"{{{W}}}t")))
        if tag is _ROW_TAG and found is not None and found[2] == "block":
            return False  # the block must stay inside the table, where a child's rows go
        if found is None:
            if depth == 0:
                return False
        elif found[1] == "%":  # what `{{p … }}` prints may be nothing at all
            depth += (found[2] in _OPENING) - found[2].startswith("end")
        if depth < 0:
            return False
    return depth == 0  # else a tag opens here and closes elsewhere
