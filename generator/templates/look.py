"""The Profile written into a template's styles: one named style a component.

What no regime fixes (what keeps with what, which style is a heading) stands in `SHAPES`; every other value is the
Profile's. It does not draw any text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import quoteattr

from lxml import etree

from generator.measures import Length
from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.templates.package import W

_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justified": "both"}


@dataclass(frozen=True, slots=True)
class Shape:
    """How a component sits among others. `flow`: it has the body's line spacing, gap and first-line indent."""

    name: str
    """As Word's style list shows it."""
    flow: bool = False
    keep_next: bool = False
    outline: int | None = None
    """Heading level for Word's navigation, from 0."""
    after: float = 0
    """Extra space below it, in pt, where the regime says nothing."""


SHAPES = {
    Part.BODY: Shape("Nội dung", flow=True),
    Part.PARTY_TITLE: Shape("Tiêu đề Đảng"),
    Part.STAR: Shape("Dấu sao"),
    Part.NATIONAL_TITLE: Shape("Quốc hiệu"),
    Part.MOTTO: Shape("Tiêu ngữ"),
    Part.PARENT_BODY: Shape("Cơ quan cấp trên"),
    Part.ISSUER: Shape("Cơ quan ban hành"),
    Part.NUMBER: Shape("Số và ký hiệu"),
    Part.DATELINE: Shape("Địa danh và ngày tháng"),
    Part.DRAFT: Shape("Dự thảo"),
    Part.KIND_TITLE: Shape("Tên loại", keep_next=True),
    Part.SUBJECT: Shape("Trích yếu", keep_next=True),
    Part.SUBJECT_END: Shape("Hết trích yếu"),
    Part.BASES: Shape("Căn cứ", flow=True),
    Part.HEADING_ROMAN: Shape("Mục La Mã", flow=True, keep_next=True, outline=0),
    Part.HEADING_DECIMAL: Shape("Mục số", flow=True, keep_next=True, outline=1),
    Part.HEADING_NESTED: Shape("Tiểu mục số", flow=True, keep_next=True, outline=2),
    Part.CLAUSE: Shape("Khoản", flow=True),
    Part.POINT: Shape("Điểm", flow=True),
    Part.AUTHORITY: Shape("Quyền hạn ký", keep_next=True),
    Part.POSITION: Shape("Chức vụ", keep_next=True),
    Part.SIGNER_NAME: Shape("Họ tên người ký"),
    Part.RECIPIENTS_LABEL: Shape("Nhãn nơi nhận", keep_next=True),
    Part.RECIPIENTS: Shape("Nơi nhận", keep_next=True),
    Part.ANNEX_LABEL: Shape("Số phụ lục", keep_next=True, outline=0),
    Part.ANNEX_TITLE: Shape("Tên phụ lục", keep_next=True),
    Part.ANNEX_REFERENCE: Shape("Kèm theo", keep_next=True),
    Part.ANNEX_END: Shape("Hết đầu phụ lục", after=12),
    Part.TABLE: Shape("Bảng"),
    Part.PAGE_NUMBER: Shape("Số trang"),
}

_HELPERS = (
    ("VtTag", "Thẻ mẫu", '<w:rPr><w:color w:val="7F7F7F"/><w:sz w:val="16"/></w:rPr>'),
    (
        "VtRule",
        "Đường kẻ",
        '<w:pPr><w:spacing w:before="0" w:after="60" w:line="60" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="4"/></w:rPr>',
    ),
    (
        "VtBreak",
        "Ngắt phần",
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/></w:rPr>',
    ),
)

STYLE_IDS = {f"VT {shape.name}": part.style_id for part, shape in SHAPES.items()}
STYLE_IDS |= {f"VT {name}": identifier for identifier, name, _body in _HELPERS}
"""Our styles by the name that Word shows, which every program keeps."""


def write_styles(styles: etree._Element, profile: Profile) -> None:
    """Replace the document defaults and every style of ours in a `w:styles` element; foreign styles stay."""
    ours = {part.style_id for part in SHAPES} | {identifier for identifier, _name, _body in _HELPERS}
    for style in list(styles.iter(f"{{{W}}}style")):
        if style.get(f"{{{W}}}styleId") in ours:
            styles.remove(style)
    for defaults in list(styles.iter(f"{{{W}}}docDefaults")):
        styles.remove(defaults)
    styles.insert(0, _element(_defaults(profile)))
    for part, shape in SHAPES.items():
        if profile.has(f"{part}.size"):
            styles.append(_element(_style(part, shape, profile)))
    for identifier, name, body in _HELPERS:
        styles.append(
            _element(
                f'<w:style xmlns:w="{W}" w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
                f'<w:name w:val="VT {name}"/><w:basedOn w:val="Normal"/><w:qFormat/>{body}</w:style>'
            )
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
    return (
        f'<w:style xmlns:w="{W}" w:type="paragraph" w:customStyle="1" w:styleId="{part.style_id}">'
        f'<w:name w:val="VT {shape.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{''.join(_paragraph(part, shape, profile))}</w:pPr>"
        f"<w:rPr>{''.join(_run(part, shape, profile))}</w:rPr></w:style>"
    )


def _paragraph(part: Part, shape: Shape, profile: Profile) -> Iterator[str]:
    """Paragraph properties in the order of the schema."""
    if shape.keep_next:
        yield "<w:keepNext/>"
    if shape.keep_next and shape.flow:
        yield "<w:keepLines/>"
    yield '<w:widowControl w:val="1"/>'
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
    extra = shape.after if name == "space_after" else 0
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
    size = profile.length(_own_or_body("size", part, shape, profile) or f"{part}.size").half_points
    yield f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    if profile.has(f"{part}.underline") and profile.flag(f"{part}.underline"):
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
