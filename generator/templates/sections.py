"""The base document made ready to take others in: their namespaces, and a last section that follows the annexes.

It does not set margins: `look` does.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.templates.dialect import Source
from generator.templates.package import W

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_REFERENCES = (f"{{{W}}}headerReference", f"{{{W}}}footerReference")
_TYPE = f"{{{W}}}type"
_PLACE = etree.tostring(etree.ProcessingInstruction("vt-section", "final"), encoding="unicode")


def with_namespaces(root: etree._Element, children: Sequence[tuple[Path, etree._Element]]) -> etree._Element:
    """The base's root with every prefix that a child uses; one prefix for two things is a fault of the child."""
    known = dict(root.nsmap)
    ignorable = root.get(_IGNORABLE, "").split()
    for file, child in children:
        for prefix, uri in child.nsmap.items():
            if known.setdefault(prefix, uri) != uri:
                message = _("mẫu con dùng tiền tố XML “{prefix}” cho thứ khác mẫu gốc").format(prefix=prefix)
                hint = _("mở mẫu con bằng Word rồi lưu lại")
                raise Faulty([Diagnostic("template/namespace", message, Location(file), hint=hint)])
        ignorable += [prefix for prefix in child.get(_IGNORABLE, "").split() if prefix not in ignorable]
    if known == root.nsmap and len(ignorable) == len(root.get(_IGNORABLE, "").split()):
        return root
    joined = etree.Element(root.tag, nsmap=known)  # type: ignore[arg-type]  # None is the default namespace
    for name, value in root.attrib.items():
        joined.set(name, value)
    if ignorable:
        joined.set(_IGNORABLE, " ".join(ignorable))
    joined.extend(list(root))
    return joined


def give_headers(child: etree._Element, base: etree._Element) -> None:
    """A section that a child adds has the base's headers: Word lets a section inherit only from those before it."""
    first = next(
        (s for s in base.iter(f"{{{W}}}sectPr") if any(True for _reference in s.iterchildren(*_REFERENCES))), None
    )
    references = list(first.iterchildren(*_REFERENCES)) if first is not None else []
    for section in child.iter(f"{{{W}}}sectPr"):
        if not any(True for _reference in section.iterchildren(*_REFERENCES)):
            for place, reference in enumerate(references):
                section.insert(place, copy.deepcopy(reference))


def take_final(document: etree._Element) -> str:
    """Replace the last section's properties by a mark; the Jinja text that chooses them per document.

    The last section is the main text's, or the last annex's: then its pages are numbered anew and it may be turned.
    """
    body = document.find(f"{{{W}}}body")
    assert body is not None
    main = body.find(f"{{{W}}}sectPr")
    if main is None:
        return ""
    _with_headers(main, document)
    annex = next((s for s in document.iter(f"{{{W}}}sectPr") if s is not main and _restarts(s)), None)
    portrait = _restarting(main, None, annex)
    sample = next(
        (s for s in document.iter(f"{{{W}}}sectPr") if s.find(f"{{{W}}}pgSz[@{{{W}}}orient='landscape']") is not None),
        None,
    )
    landscape = _restarting(main, sample, annex)
    body.replace(main, etree.ProcessingInstruction("vt-section", "final"))
    return (
        f"{{% if annexes %}}{{% if (annexes | last).landscape %}}{landscape}{{% else %}}{portrait}{{% endif %}}"
        f"{{% else %}}{_text(main)}{{% endif %}}"
    )


def put_final(source: Source, final: str) -> Source:
    """The mark replaced in both forms of the source."""
    return replace(source, text=source.text.replace(_PLACE, final), lines=source.lines.replace(_PLACE, final))


def _with_headers(main: etree._Element, document: etree._Element) -> None:
    """Where there is no annex, the last section is also the first, and Word lets only later ones inherit headers."""
    if not any(True for _reference in main.iterchildren(*_REFERENCES)):
        first = next(document.iter(f"{{{W}}}sectPr"))
        for place, reference in enumerate(list(first.iterchildren(*_REFERENCES))):
            main.insert(place, copy.deepcopy(reference))


def _restarts(section: etree._Element) -> bool:
    return section.find(f"{{{W}}}pgNumType[@{{{W}}}start]") is not None


def _restarting(main: etree._Element, landscape: etree._Element | None, annex: etree._Element | None) -> str:
    """The section of the last annex: with the headers of the annexes before it, where they have some of their own."""
    section = copy.deepcopy(main)
    for own in annex.iterchildren(*_REFERENCES) if annex is not None else ():
        for same in section.findall(own.tag):
            if same.get(_TYPE) == own.get(_TYPE):
                section.remove(same)
        section.insert(0, copy.deepcopy(own))
    if landscape is not None:
        for name in ("pgSz", "pgMar"):
            old, new = section.find(f"{{{W}}}{name}"), landscape.find(f"{{{W}}}{name}")
            if old is not None and new is not None:
                section.replace(old, copy.deepcopy(new))
    for old in section.findall(f"{{{W}}}pgNumType"):
        section.remove(old)
    margins = section.find(f"{{{W}}}pgMar")
    if margins is not None:
        margins.addnext(etree.Element(f"{{{W}}}pgNumType", {f"{{{W}}}start": "1"}))
    return _text(section)


def _text(section: etree._Element) -> str:
    section.tail = None
    return etree.tostring(section, encoding="unicode")
