"""Section breaks that a program has hung on a tag's paragraph, which is not printed: they get one of their own.

LibreOffice does so with a break's empty paragraph when it saves. It sets no page up: `pages` does.
"""

from __future__ import annotations

import re

from lxml import etree

from generator.templates.package import W
from generator.templates.places import own_text

_REPLACED = re.compile(r"\{[{%#]p\s")


def free_break(paragraph: etree._Element) -> None:
    """The break behind the tag, where it stood before."""
    properties = paragraph.find(f"{{{W}}}pPr")
    section = properties.find(f"{{{W}}}sectPr") if properties is not None else None
    if properties is None or section is None or not _REPLACED.search(own_text(paragraph)):
        return
    made = etree.fromstring(f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="VtBreak"/></w:pPr></w:p>')
    made[0].append(section)
    paragraph.addnext(made)
