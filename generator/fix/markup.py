"""Properties written into WordprocessingML, each where its parent wants it: Word refuses a wrong order.

It knows no value and no rule.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.docview.markup import W, w

_OF_RUNS = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
    " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath rPrChange"
)
_OF_PARAGRAPHS = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_OF_SECTIONS = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols"
    " formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
)
_OF_ROWS = "cnfStyle gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc"
_ORDERS: Mapping[str, tuple[str, ...]] = {
    "rPr": tuple(_OF_RUNS.split()),
    "pPr": tuple(_OF_PARAGRAPHS.split()),
    "sectPr": tuple(_OF_SECTIONS.split()),
    "trPr": tuple(_OF_ROWS.split()),
}


def local(element: etree._Element) -> str:
    """Its name without the vocabulary."""
    return str(element.tag).rpartition("}")[2]


def made(name: str, **attributes: object) -> etree._Element:
    """`made("sz", val=28)` is `<w:sz w:val="28"/>`."""
    element = etree.Element(w(name), nsmap={"w": W})
    for key, value in attributes.items():
        element.set(w(key), str(value))
    return element


def placed(parent: etree._Element, element: etree._Element) -> etree._Element:
    """The element, put where its parent wants it: behind those of its name, before what must follow."""
    order = _ORDERS[local(parent)]
    at = order.index(local(element))
    later = frozenset(w(name) for name in order[at + 1 :])
    following = next((child for child in parent if child.tag in later), None)
    if following is None:
        parent.append(element)
    else:
        following.addprevious(element)
    return element


def child(parent: etree._Element, name: str) -> etree._Element:
    """The child of this name, made in its place where there is none."""
    found = parent.find(w(name))
    return placed(parent, made(name)) if found is None else found


def put(parent: etree._Element, name: str, **attributes: object) -> None:
    """Set attributes of a property; None takes an attribute away."""
    target = child(parent, name)
    for key, value in attributes.items():
        if value is None:
            take(target, w(key))
        else:
            target.set(w(key), str(value))


def take(element: etree._Element, name: str) -> bool:
    """Take an attribute away; whether it was there."""
    if name not in element.attrib:
        return False
    del element.attrib[name]
    return True


def drop(parent: etree._Element, name: str) -> None:
    """Take every child of this name away."""
    for found in parent.findall(w(name)):
        parent.remove(found)


def properties_of(element: etree._Element) -> etree._Element:
    """The `w:rPr` of a run, the `w:pPr` of a paragraph, the `w:trPr` of a row; made where there is none."""
    name = f"{local(element)}Pr"
    found = element.find(w(name))
    if found is None:
        found = made(name)
        # Exceptions to a table's properties stand before those of the row.
        before = element.find(w("tblPrEx"))
        if before is None:
            element.insert(0, found)
        else:
            before.addnext(found)
    return found
