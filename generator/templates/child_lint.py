"""What a child template holds in vain, or in nobody's style: words in its headers and footers, text in plain Normal.

It looks at files; what their tags say is `lint`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _, mark
from generator.templates.package import DOCUMENT, STYLES, Package, R, W
from generator.templates.places import own_text, paragraphs

PLAIN = "template/plain-style"
_W = f"{{{W}}}"
_REFERENCES = {f"{_W}headerReference": mark("đầu trang"), f"{_W}footerReference": mark("chân trang")}
_PRINTS_NOTHING = re.compile(r"\{%.*?%\}|\{#.*?#\}|\{\{p\s.*?\}\}", re.DOTALL)
_OUR_BODY = "VT Nội dung"


def lost_headers(package: Package, above: Sequence[Package], where: Location) -> Iterator[Diagnostic]:
    """Headers and footers of the document's last section are the base's: other words there are not printed."""
    links = package.relationships(DOCUMENT)
    known = {text for one in above for text in _all_words(one)}
    body = package.xml(DOCUMENT).find(f"{_W}body")
    last = body.find(f"{_W}sectPr") if body is not None else None
    for reference in last if last is not None else ():
        found = links.get(reference.get(f"{{{R}}}id", ""))
        if str(reference.tag) not in _REFERENCES or found is None or found.target not in package.parts:
            continue
        words = _words(package.xml(found.target))
        if words and words not in known:
            name = _(_REFERENCES[str(reference.tag)])
            message = _("chữ ở {name} của mẫu con không được in: “{words}”").format(name=name, words=words[:60])
            hint = _("đầu trang, chân trang là của mẫu gốc: sửa ở mẫu gốc (base), hoặc đưa chữ vào một khối")
            yield Diagnostic(
                "template/lost-header", message, Location(where.file, part=name), Severity.WARNING, hint=hint
            )


def _all_words(package: Package) -> Iterator[str]:
    for name, kind in package.content_types().items():
        if kind.endswith(("header+xml", "footer+xml")) and name in package.parts:
            yield _words(package.xml(name))


def _words(root: etree._Element) -> str:
    return " ".join("".join(piece.text or "" for piece in root.iter(f"{_W}t")).split())


def has_our_styles(package: Package) -> bool:
    """Whether the styles that the profile writes can be chosen in the file."""
    return any(name.get(f"{_W}val") == _OUR_BODY for name in package.xml(STYLES).iter(f"{_W}name"))


def plain_text(document: etree._Element, where: Location) -> Iterator[Diagnostic]:
    """Words in Word's own Normal, which no profile rules, whatever is set upon it."""
    for paragraph, place in paragraphs(document, where):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(f"{_W}val", "") != "Normal":
            continue
        if next(paragraph.iterancestors(f"{_W}tbl"), None) is not None:
            continue  # a table has a look of its own
        if _PRINTS_NOTHING.sub("", own_text(paragraph)).strip():
            message = _("đoạn này không mang kiểu nào (Normal), nên cỡ chữ, thụt dòng không theo thể thức")
            hint = _("chọn kiểu “{name}” (hay một kiểu “VT …” khác) cho đoạn, bỏ định dạng tự đặt").format(
                name=_OUR_BODY
            )
            yield Diagnostic(PLAIN, message, place, Severity.WARNING, hint=hint)
