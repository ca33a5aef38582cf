"""A small sound document with one of everything that rules look at, for tests that break it in one place."""

from __future__ import annotations

from tests.docx_files import docx, field, p, picture, png, run, section, style, table
from tests.ooxml.wordfile import W

_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_BOOKMARK = '<w:bookmarkStart w:id="5" w:name="noi_dung"/>' + run("đánh dấu") + '<w:bookmarkEnd w:id="5"/>'
_COMMENTED = (
    '<w:commentRangeStart w:id="0"/>'
    + run("có lời bàn")
    + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
)
_LINK = f'<w:hyperlink r:id="rIdlink">{run("liên kết")}</w:hyperlink>'
_NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_CHANGED = f'<w:ins w:id="9" w:author="a" w:date="2026-03-02T00:00:00Z">{run("thêm")}</w:ins>'
_MERGED = table(("một", "hai"), ("ba", "bốn")).replace(
    '<w:tcW w:w="2000" w:type="dxa"/>', '<w:tcW w:w="2000" w:type="dxa"/><w:vMerge w:val="restart"/>', 1
)
_SPANNED = (
    '<w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
    + p("cả hai")
    + "</w:tc></w:tr>"
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
)
_NOTES = (
    "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    + f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>'
)


def sound() -> dict[str, bytes]:
    """Its parts; nothing has anything against them."""
    body = (
        p(run("đậm", '<w:b/><w:i/><w:color w:val="FF0000"/><w:sz w:val="28"/>'), style="Doan"),
        p(_BOOKMARK, _COMMENTED, _LINK, _NOTE, _CHANGED, *[field(" PAGE ")]),
        p("mục", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'),
        p("lùi ", properties='<w:spacing w:before="120" w:line="360"/><w:ind w:left="720" w:firstLine="567"/>'),
        p(picture("rIdimage1", 1), picture("rIdimage1", 2)),
        _MERGED.replace("</w:tbl>", f"{_SPANNED}</w:tbl>"),
        p("cuối"),
    )
    references = "".join(f'<w:{kind}Reference w:type="default" r:id="rId{kind}1"/>' for kind in ("header", "footer"))
    last = section(references=references).replace("</w:sectPr>", '<w:cols w:space="720"/><w:titlePg/></w:sectPr>')
    properties = '<w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr>'
    parts = docx(
        *body,
        beside={
            "header1": p(*[field(" PAGE ")]),
            "footer1": p("chân trang"),
            "footnotes": _NOTES,
            "numbering": _NUMBERING,
        },
        styles=style("Doan", "Đoạn", based_on="Normal", body=properties),
        title="Kế hoạch",
        links={
            "rIdimage1": ("image", "media/image1.png"),
            "rIdcomments": ("comments", "comments.xml"),
            "rIdlink": ("hyperlink", "https://example.org/", "External"),
        },
        parts={
            "word/media/image1.png": png(9),
            "word/comments.xml": (
                f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="a" w:date="2026-03-02T00:00:00Z">'
                f"{p('lời bàn')}</w:comment></w:comments>"
            ).encode(),
        },
        types={"png": "image/png", "/word/comments.xml": _COMMENTS},
        last=last,
    )
    terms = "http://purl.org/dc/terms/"
    dated = (
        f'<dcterms:created xmlns:dcterms="{terms}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:type="dcterms:W3CDTF">2026-03-02T00:00:00Z</dcterms:created></cp:coreProperties>'
    )
    core = parts["docProps/core.xml"].decode().replace("</cp:coreProperties>", dated)
    return parts | {"docProps/core.xml": core.encode()}
