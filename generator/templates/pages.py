"""The Profile written into a template's pages: paper, margins, the page number's place, the letterhead's columns.

It does not touch styles: `look` does.
"""

from __future__ import annotations

from lxml import etree

from generator.measures import Length
from generator.profile.profile import Profile
from generator.templates.package import W

_NATURAL_ASCENT = 0.891
"""Times New Roman: from the top of a single line to its baseline, in font sizes."""
_DIGIT_HEIGHT = 0.676
_CAPITAL_HEIGHT = 0.662
_BEFORE_MIRRORED = {
    *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
    *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
    *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts"),
    *("saveSubsetFonts", "saveFormsData"),
}
"""What the schema of a document's settings has before the mirrored margins."""
LETTERHEAD = "letterhead"
"""The alternative text that marks a table as the letterhead; Word keeps it."""


def text_width(profile: Profile, landscape: bool = False) -> int:
    """The width between the margins, in twips."""
    width = profile.length("page.height" if landscape else "page.width")
    left, right = _sides(profile, landscape)
    return width.twips - left - right


def letterhead_widths(profile: Profile) -> tuple[Length, Length, Length]:
    """The columns of the letterhead: left, gap, right."""
    return (
        profile.length("header.left_width"),
        profile.length("header.gap"),
        profile.length("header.right_width"),
    )


def fit_letterhead(document: etree._Element) -> None:
    """The columns of the table marked as letterhead follow the document: a long place name gets more room."""
    for mark in document.iter(f"{{{W}}}tblDescription"):
        if mark.get(f"{{{W}}}val") != LETTERHEAD:
            continue
        table = next(mark.iterancestors(f"{{{W}}}tbl"))
        columns = list(table.iter(f"{{{W}}}gridCol"))
        names = ("left", "gap", "right") if len(columns) == 3 else ("left", "right")
        for column, name in zip(columns, names, strict=False):
            column.set(f"{{{W}}}w", f"{{{{ letterhead.{name} }}}}")
        for row in table.iter(f"{{{W}}}tr"):
            for size, name in zip(row.iter(f"{{{W}}}tcW"), names, strict=False):
                size.set(f"{{{W}}}w", f"{{{{ letterhead.{name} }}}}")


def set_up_pages(document: etree._Element, profile: Profile) -> None:
    """Give every section of a document the profile's paper and margins; its orientation stays as it was drawn."""
    for section in document.iter(f"{{{W}}}sectPr"):
        size = section.find(f"{{{W}}}pgSz")
        landscape = size is not None and size.get(f"{{{W}}}orient") == "landscape"
        for name in ("pgSz", "pgMar", "titlePg"):
            for element in section.findall(f"{{{W}}}{name}"):
                section.remove(element)
        position = _after(section, {"headerReference", "footerReference", "footnotePr", "endnotePr", "type"})
        for number, xml in enumerate(_page(profile, landscape)):
            section.insert(position + number, etree.fromstring(xml))
        if not profile.flag("page_number.first_page"):
            after = {"pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt"}
            before = _after(section, after | {"headerReference", "footerReference", "type", "vAlign", "noEndnote"})
            section.insert(before, etree.fromstring(f'<w:titlePg xmlns:w="{W}"/>'))


def _page(profile: Profile, landscape: bool) -> tuple[str, str]:
    width, height = profile.length("page.width").twips, profile.length("page.height").twips
    left, right = _sides(profile, landscape)
    top, bottom = profile.length("page.top").twips, profile.length("page.bottom").twips
    if landscape:
        # Turned to the left as the sheet is filed: the binding margin (left) becomes the top one.
        width, height = height, width
        top, bottom = profile.length("page.left").twips, profile.length("page.right").twips
    turned = ' w:orient="landscape"' if landscape else ""
    header = header_distance(profile).twips
    return (
        f'<w:pgSz xmlns:w="{W}" w:w="{width}" w:h="{height}"{turned}/>',
        f'<w:pgMar xmlns:w="{W}" w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{header}" w:footer="{header}" w:gutter="0"/>',
    )


def _sides(profile: Profile, landscape: bool) -> tuple[int, int]:
    names = ("page.bottom", "page.top") if landscape else ("page.left", "page.right")
    return profile.length(names[0]).twips, profile.length(names[1]).twips


def page_number_top(profile: Profile) -> Length:
    """Where the page number's line begins below the paper's edge, so that the digits stand where they must."""
    distance, size = profile.length("page_number.distance"), profile.length("page_number.size")
    if profile.text("page_number.measured_to") == "top":
        return distance
    return Length(distance - round(size * (_NATURAL_ASCENT - _DIGIT_HEIGHT / 2)))


def circulation_top(profile: Profile) -> Length:
    """Where the line of the circulation mark begins, so that its frame or its letters stand at their distance."""
    distance, size = profile.length("circulation.distance"), profile.length("circulation.size")
    if profile.has("circulation.framed") and profile.flag("circulation.framed"):
        return distance
    return Length(max(distance - round(size * (_NATURAL_ASCENT - _CAPITAL_HEIGHT)), 0))


def header_distance(profile: Profile) -> Length:
    """One for all headers of a section: that of whatever begins higher, the page number or the circulation mark."""
    return min(page_number_top(profile), circulation_top(profile))


def header_room(profile: Profile) -> Length:
    """What is left above the circulation mark."""
    return Length(circulation_top(profile) - header_distance(profile))


def footer_room(profile: Profile) -> Length:
    """What lifts the lines at the foot of page 1 into the text area, where NĐ30's diagram has them (box 13)."""
    return Length(max(profile.length("page.bottom") - header_distance(profile), 0))


def set_up_settings(settings: etree._Element, profile: Profile) -> None:
    """Pages printed on both sides (HD05 II.IV.4.2): Word swaps left and right margin on even pages."""
    for old in settings.findall(f"{{{W}}}mirrorMargins"):
        settings.remove(old)
    if profile.flag("page.duplex"):
        settings.insert(_after(settings, _BEFORE_MIRRORED), etree.fromstring(f'<w:mirrorMargins xmlns:w="{W}"/>'))


def _after(section: etree._Element, names: set[str]) -> int:
    """The position behind the last of these elements: the schema fixes their order."""
    return max((place for place, child in enumerate(section, 1) if etree.QName(child).localname in names), default=0)
