"""XML of a part, parsed without DTD, entities or network, and never more of it than the limits allow.

It knows no vocabulary.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from generator.diagnostics import Faulty
from generator.messages import _
from generator.opc.faults import fault
from generator.opc.limits import USUAL, Limits

_FOREIGN = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*[\"'](?!utf-?8[\"']|us-ascii[\"'])", re.IGNORECASE
)
_WIDE, _WIDER = (b"\xff\xfe", b"\xfe\xff"), b"\xff\xfe\0\0"
"""How UTF-16 begins, and UTF-32, which begins alike."""
_DOCTYPE = "<!DOCTYPE"
_DOCTYPES = tuple(_DOCTYPE.encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parse(data: bytes, file: Path, part: str, limits: Limits = USUAL) -> etree._Element:
    """The root of a part; comments and processing instructions are left out. Anything else is a `Faulty`."""
    _refuse_what_is_too_much(data, file, part, limits)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unreadable(error, file, part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _has_doctype(file, part)
    return root


def _unreadable(error: Exception, file: Path, part: str) -> Faulty:
    why = error.msg if isinstance(error, etree.XMLSyntaxError) and error.msg else str(error)
    if "xcessive depth" in why:
        return fault(file, "too-deep", _("phần này lồng nhau quá sâu"), part)
    return fault(file, "broken-xml", _("XML hỏng: {why}").format(why=why[:200]), part)


def _has_doctype(file: Path, part: str) -> Faulty:
    return fault(file, "document-type", _("phần này khai báo DOCTYPE"), part)


def _refuse_what_is_too_much(data: bytes, file: Path, part: str, limits: Limits) -> None:
    """Counted before it is parsed: a few bytes of a zip file can be millions of elements.

    Counting needs an encoding in which a bracket is a bracket, and the format knows no others.
    """
    if len(data) > limits.xml:
        message = _("phần này lớn hơn {limit} MB").format(limit=limits.xml >> 20)
        raise fault(file, "too-large", message, part)
    if data.count(b"<") > limits.tags or data.count(b"=") > limits.attributes:
        raise fault(file, "too-many-elements", _("phần này có quá nhiều thành phần XML"), part)
    is_wide = data.startswith(_WIDE) and not data.startswith(_WIDER)
    if not is_wide and (_FOREIGN.match(data) or not _begins_plainly(data)):
        raise fault(file, "encoding", _("phần này không viết bằng UTF-8 hay UTF-16"), part)
    if any(doctype in data for doctype in _DOCTYPES):
        raise _has_doctype(file, part)


def _begins_plainly(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"<", b"") and b"\0" not in data[:4]
