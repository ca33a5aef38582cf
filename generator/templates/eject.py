"""A template taken out to be changed in Word: some blocks of a chain, or all of it in one file.

It makes bytes and writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.profile.profile import Profile
from generator.templates.archive import assemble, member
from generator.templates.blank import CORE
from generator.templates.differences import lines_of
from generator.templates.flatten import Flat, flattened
from generator.templates.look import add_missing_styles, write_styles
from generator.templates.package import (
    CORE_PROPERTIES,
    DOCUMENT,
    STYLES,
    Package,
    W,
    parse,
    serialise,
)
from generator.templates.pages import set_up_pages
from generator.templates.record import Record, with_record
from generator.templates.segments import PARAGRAPHS, ROWS, Block
from generator.templates.trimmed import trimmed
from generator.vietnamese.unicode import nearest

_BODY = re.compile(r"(<w:body[^>]*>).*(</w:body>)", re.DOTALL)
_TABLE = re.compile(r"<w:tbl>.*?</w:tblGrid>", re.DOTALL)
_PLAIN_CORE = re.sub(r"\{% if .*?\{% endif %\}|\{\{.*?\}\}", "", CORE)
"""Properties without tags: those of a document are the base's."""


def whole(found: Flat, above: Flat, name: str, profile: Profile, others: Sequence[Profile]) -> bytes:
    """The chain in one file that extends nothing; `above` is what would serve `name` without it."""
    document = flattened(found)
    return _file(found, document, profile, others, Record(name, lines_of(above, above.names)))


def some(
    found: Flat, above: Flat, name: str, blocks: Iterable[str], profile: Profile, others: Sequence[Profile]
) -> bytes:
    """A file that extends `name` and holds these blocks as the chain has them; Faulty where one is not there."""
    wanted = list(dict.fromkeys(blocks))
    if faults := [_unknown(block, above.names) for block in wanted if block not in above.definitions]:
        raise Faulty(faults)
    contents = {block: found.content(block) for block in wanted}
    wanted = [block for block in wanted if not _is_inside_another(block, contents)]
    inside = tag_paragraph(f'{{%p extends "{name}" %}}')
    inside += "".join(_standing(above.definitions[block][-1], contents[block], above) for block in wanted)
    document = _with_body(found, inside)
    return _file(found, document, profile, others, Record(name, lines_of(above, wanted)), is_child=True)


def tag_paragraph(tag: str) -> str:
    """A paragraph that holds only a tag, small and grey."""
    return f'<w:p><w:pPr><w:pStyle w:val="VtTag"/></w:pPr><w:r><w:t>{tag}</w:t></w:r></w:p>'


def _is_inside_another(block: str, contents: dict[str, str]) -> bool:
    tag = re.compile(rf"\bblock\s+{block}\b")
    return any(name != block and tag.search(content) for name, content in contents.items())


def _standing(block: Block, content: str, above: Flat) -> str:
    """The block where it may stand: among paragraphs, in a table, or in a paragraph of its own."""
    if block.level == PARAGRAPHS:
        return tag_paragraph(f"{{%p block {block.name} %}}") + content + tag_paragraph("{%p endblock %}")
    if block.level == ROWS:
        tables = _TABLE.findall(above.body().partition(block.opening)[0])
        head = tables[-1] if tables else "<w:tbl><w:tblPr/><w:tblGrid/>"
        return f"{head}{block.opening}{content}{block.closing}</w:tbl>{tag_paragraph('')}"
    opening, closing = f"{{% block {block.name} %}}", "{% endblock %}"
    return f'<w:p><w:r><w:t xml:space="preserve">{opening}{content}{closing}</w:t></w:r></w:p>'


def _with_body(found: Flat, inside: str) -> etree._Element:
    """The base's document with these paragraphs alone, and its last section without headers: a child has none."""
    base = found.joined.documents[-1]
    section = next(base.iterfind(f"{{{W}}}body/{{{W}}}sectPr"), None)
    end = ""
    if section is not None:
        end = etree.tostring(section, encoding="unicode", with_tail=False)
        end = re.sub(r"<w:(?:header|footer)Reference\b[^>]*/>", "", end)
    text = _BODY.sub(lambda body: f"{body[1]}{inside}{end}{body[2]}", etree.tostring(base, encoding="unicode"), count=1)
    return parse(text.encode(), found.joined.base.file, DOCUMENT)


def _file(
    found: Flat,
    document: etree._Element,
    profile: Profile,
    others: Sequence[Profile],
    record: Record,
    *,
    is_child: bool = False,
) -> bytes:
    """The parts that the document needs, as a person sees them in Word: with the profile's look and pages."""
    set_up_pages(document, profile)
    base = found.joined.base
    styles = base.xml(STYLES)
    write_styles(styles, profile)
    add_missing_styles(styles, others)
    parts = dict(base.parts) | {DOCUMENT: serialise(document), STYLES: serialise(styles)}
    if is_child and CORE_PROPERTIES in parts:
        parts[CORE_PROPERTIES] = _PLAIN_CORE.encode()
    package = with_record(trimmed(Package(base.file, parts)), record)
    return assemble(member(name, content) for name, content in package.parts.items())


def _unknown(block: str, known: Iterable[str]) -> Diagnostic:
    names = list(known)
    near = nearest(block, names)
    listed = _("các khối đang có: {names}").format(names=", ".join(names))
    hint = f"{_('có phải là “{near}”?').format(near=near)} {listed}" if near else listed
    message = _("mẫu gốc không có khối “{name}”").format(name=block)
    return Diagnostic("template/unknown-block", message, hint=hint)
