"""The Profile written into a template's styles: one named style a component.

What no regime fixes stands in `shapes`; every other value is the Profile's. It does not draw any text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from xml.sax.saxutils import quoteattr

from lxml import etree

from generator.measures import Length
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.templates.package import W
from generator.templates.pages import footer_room, header_distance, header_room, page_number_top
from generator.templates.shapes import SHAPES, Shape

_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justified": "both"}


_HELPERS = (
    ("VtTag", "Thẻ mẫu", '<w:rPr><w:color w:val="7F7F7F"/><w:sz w:val="16"/></w:rPr>'),
    (
        "VtRule",
        "Đường kẻ",
        # It belongs to the words below as well: a line alone at the foot of a page would seem to end something.
        '<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="60" w:line="60" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="4"/></w:rPr>',
    ),
    (
        "VtBreak",
        "Ngắt phần",
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="2" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/></w:rPr>',
    ),
    (
        "VtGap",
        "Khoảng trống",
        '<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/></w:rPr>',
    ),
)
_HEADER_ROOM = ("VtHeaderRoom", "Khoảng trống đầu trang")
_FOOTER_ROOM = ("VtFooterRoom", "Khoảng trống chân trang")
_LABEL = ("VtAddresseeLabel", "Nhãn kính gửi")

STYLE_IDS = {f"VT {shape.name}": part.style_id for part, shape in SHAPES.items()}
STYLE_IDS |= {f"VT {name}": identifier for identifier, name, _body in _HELPERS}
STYLE_IDS |= {f"VT {name}": identifier for identifier, name in (_HEADER_ROOM, _FOOTER_ROOM, _LABEL)}
"""Our styles by the name that Word shows, which every program keeps."""


def write_styles(styles: etree._Element, profile: Profile) -> None:
    """Replace the document defaults and every style of ours in a `w:styles` element; foreign styles stay."""
    ours = set(STYLE_IDS.values())
    for style in list(styles.iter(f"{{{W}}}style")):
        if style.get(f"{{{W}}}styleId") in ours:
            styles.remove(style)
    for defaults in list(styles.iter(f"{{{W}}}docDefaults")):
        styles.remove(defaults)
    styles.insert(0, _element(_defaults(profile)))
    for part, shape in SHAPES.items():
        if profile.has(f"{part}.size"):
            styles.append(_element(_style(part, shape, profile)))
    for identifier, name, body in (*_HELPERS, *_rooms(profile)):
        styles.append(_element(_named(identifier, name, body)))
    if profile.has("addressee.size"):
        styles.append(_element(_named(*_LABEL, f"<w:rPr>{''.join(_label(profile))}</w:rPr>", kind="character")))


def add_missing_styles(styles: etree._Element, others: Sequence[Profile]) -> None:
    """Styles of ours that only other regimes have: Word forgets a style's name in the text where it knows none."""
    for other in others:
        theirs = etree.Element(f"{{{W}}}styles")
        write_styles(theirs, other)
        known = {style.get(f"{{{W}}}styleId") for style in styles.iter(f"{{{W}}}style")}
        for style in list(theirs.iter(f"{{{W}}}style")):
            if style.get(f"{{{W}}}styleId") not in known:
                styles.append(style)


def _named(identifier: str, name: str, body: str, kind: str = "paragraph") -> str:
    base = '<w:basedOn w:val="Normal"/>' if kind == "paragraph" else ""
    return (
        f'<w:style xmlns:w="{W}" w:type="{kind}" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="VT {name}"/>{base}<w:qFormat/>{body}</w:style>'
    )


def _defaults(profile: Profile) -> str:
    font, colour, language = (quoteattr(profile.text(f"page.{name}")) for name in ("font", "colour", "language"))
    return (
        f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr>'
        f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>"
        f"<w:color w:val={colour}/>"
        f'<w:sz w:val="{profile.length("body.size").half_points}"/>'
        f'<w:szCs w:val="{profile.length("body.size").half_points}"/>'
        f"<w:lang w:val={language} w:eastAsia={language}/>"
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(part: Part, shape: Shape, profile: Profile) -> str:
    paragraph, run = "".join(_paragraph(part, shape, profile)), "".join(_run(part, shape, profile))
    return _named(part.style_id, shape.name, f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>")


def _rooms(profile: Profile) -> Iterator[tuple[str, str, str]]:
    """What keeps words in the margins of page 1 at their distance from the paper's edge."""
    for (identifier, name), room in ((_HEADER_ROOM, header_room(profile)), (_FOOTER_ROOM, footer_room(profile))):
        spacing = f'<w:spacing w:line="{max(room.twips, 20)}" w:lineRule="exact"/>'
        yield identifier, name, f'<w:pPr>{spacing}</w:pPr><w:rPr><w:sz w:val="2"/></w:rPr>'


def _paragraph(part: Part, shape: Shape, profile: Profile) -> Iterator[str]:
    """Paragraph properties in the order of the schema."""
    if shape.keep_next:
        yield "<w:keepNext/>"
    if shape.keep_next and shape.flow:
        yield "<w:keepLines/>"
    yield '<w:widowControl w:val="1"/>'
    if shape.rule and profile.has(f"{shape.rule}.weight"):
        # Word draws it once above paragraphs that follow each other.
        weight = round(profile.length(f"{shape.rule}.weight").pt * 8)
        yield f'<w:pBdr><w:top w:val="single" w:sz="{weight}" w:space="1" w:color="auto"/></w:pBdr>'
    before, after = _gap("space_before", part, shape, profile), _gap("space_after", part, shape, profile)
    rule, line = _line(part, shape, profile)
    yield f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'
    indent = _own_or_body("first_line_indent", part, shape, profile) if shape.flow else None
    if indent is not None:
        yield f'<w:ind w:firstLine="{profile.length(indent).twips}"/>'
    elif profile.has(f"{part}.hanging"):
        hanging = profile.length(f"{part}.hanging").twips
        yield f'<w:ind w:left="{hanging}" w:hanging="{hanging}"/>'
    alignment = _first(profile, f"{part}.alignment", *(["body.alignment"] if shape.flow else []))
    if alignment is not None:
        yield f'<w:jc w:val="{_JUSTIFICATION[profile.text(alignment)]}"/>'
    if shape.outline is not None:
        yield f'<w:outlineLvl w:val="{shape.outline}"/>'


def _gap(name: str, part: Part, shape: Shape, profile: Profile) -> int:
    path = _first(profile, f"{part}.{name}", *([f"body.{name}"] if shape.flow else []))
    if part is Part.SIGNER_NAME and name == "space_before":
        # The regime's gap runs from the line above to the name; the name's own line is part of it.
        return max(Length(profile.length("signature.gap") - profile.length("signer_name.size")).twips, 0)
    if part is Part.PAGE_NUMBER and name == "space_before":
        return Length(page_number_top(profile) - header_distance(profile)).twips
    if part is Part.SUBJECT_DISPATCH and name == "space_before":
        return profile.length("subject_dispatch.gap").twips
    extra = shape.after if name == "space_after" else shape.before
    return profile.length(path).twips if path is not None else Length.from_pt(extra).twips


def _line(part: Part, shape: Shape, profile: Profile) -> tuple[str, int]:
    """Word's line rule and its value: exact twips, or 240ths of a line."""
    path = _first(profile, f"{part}.line_spacing", *(["body.line_spacing"] if shape.flow else []))
    value = profile.value(path) if path is not None else Decimal(1)
    if isinstance(value, Length):
        return "exact", value.twips
    assert isinstance(value, Decimal | int)
    return "auto", round(240 * value)


def _run(part: Part, shape: Shape, profile: Profile) -> Iterator[str]:
    """Run properties in the order of the schema."""
    for name, tag in (("bold", "b"), ("italic", "i")):
        if profile.has(f"{part}.{name}"):
            yield f'<w:{tag} w:val="{int(profile.flag(f"{part}.{name}"))}"/>'
    if shape.coloured and profile.has(f"{part}.colour"):
        yield f"<w:color w:val={quoteattr(profile.text(f'{part}.colour'))}/>"
    size = profile.length(_own_or_body("size", part, shape, profile) or f"{part}.size").half_points
    yield f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    if profile.has(f"{part}.underline") and profile.flag(f"{part}.underline"):
        yield '<w:u w:val="single"/>'


def _label(profile: Profile) -> Iterator[str]:
    """The label where it stands before the one name, in a paragraph that looks as the names do.

    Bold and italic of a character style turn the paragraph's around: it says where the two differ.
    """
    for name, tag in (("bold", "b"), ("italic", "i")):
        differs = profile.flag(f"addressee.{name}") != profile.flag(f"addressee_names.{name}")
        yield f'<w:{tag} w:val="{int(differs)}"/>'
    size = profile.length("addressee.size").half_points
    yield f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    if profile.flag("addressee.underline"):
        yield '<w:u w:val="single"/>'


def _own_or_body(name: str, part: Part, shape: Shape, profile: Profile) -> str | None:
    """The path that says a value of a part: its own, or the body's where a unit changed that and left this alone.

    A unit that writes only `body: {size: 15pt}` means all its running text: two sizes on one page are not meant.
    """
    own, body = f"{part}.{name}", f"body.{name}"
    if not shape.flow or not profile.has(own) or not profile.has(body):
        return _first(profile, own, *([body] if shape.flow else []))
    regime = profile.layers[0]
    is_own_set, is_body_set = (profile.origin(path)[-1].layer != regime for path in (own, body))
    follows = is_body_set and not is_own_set and profile.constraint(own).accepts(profile.value(body))
    return body if follows else own


def _first(profile: Profile, *paths: str) -> str | None:
    return next((path for path in paths if profile.has(path)), None)


def _element(xml: str) -> etree._Element:
    return etree.fromstring(xml)
