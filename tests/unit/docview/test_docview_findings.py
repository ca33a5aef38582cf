"""What is active in a document, or comes from outside: told with its danger, and the view is there all the same."""

from __future__ import annotations

from typing import Any

import pytest

from generator.diagnostics import Severity
from tests.docx_files import field, p, text_box
from tests.unit.docview.opened import View

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FAR = "https://example.org/a"


def linked(kind: str, target: str = FAR) -> dict[str, Any]:
    return {"links": {"rId9": (kind, target, "External")}}


ACTIVE: list[tuple[str, dict[str, Any], str, Severity]] = [
    (p("a"), {"parts": {"word/vbaProject.bin": b"x"}}, "file/macro", ERROR),
    (p("a"), {"parts": {"word/activeX/activeX1.bin": b"x"}}, "file/control", ERROR),
    (p("a"), {"parts": {"word/embeddings/oleObject1.bin": b"x"}}, "file/embedded-object", WARNING),
    (p("a"), {"parts": {"customUI/customUI.xml": b"<a/>"}}, "file/extension", WARNING),
    (p("a"), {"parts": {"_xmlsignatures/sig1.xml": b"<a/>"}}, "file/signature", ADVICE),
    ('<w:altChunk r:id="rId9"/>', {}, "file/foreign-text", ERROR),
    (p("<w:r><w:object/></w:r>"), {}, "file/embedded-object", WARNING),
    (p(field("INCLUDE", 'TEXT "c:\\a"')), {}, "file/fetching-field", ERROR),
    (p(field("DDEAUTO c:\\x")), {}, "file/fetching-field", ERROR),
    (p(field("MACROBUTTON x")), {}, "file/fetching-field", ERROR),
    (p(text_box("a").replace(">a<", f">a</w:t></w:r>{field('LINK x')}<w:r><w:t><")), {}, "file/fetching-field", ERROR),
    (p("a"), {"beside": {"header1": p(field("INCLUDEPICTURE x"))}}, "file/fetching-field", ERROR),
    (p("a"), linked("image"), "file/external-link", ERROR),
    (p("a"), linked("oleObject"), "file/external-link", ERROR),
    (p("a"), linked("subDocument"), "file/foreign-text", ERROR),
    (p("a"), linked("attachedTemplate", "file:///C:/Normal.dotm"), "file/attached-template", WARNING),
    (p("a"), linked("attachedTemplate"), "file/external-link", ERROR),
    (p("a"), {"beside": {"settings": "<w:mailMerge/>"}}, "file/mail-merge", WARNING),
    (p("a"), {"links": {"rId9": ("image", "media/gone.png")}}, "file/dangling-link", WARNING),
    (p("a"), {"parts": {"word/styles.xml": b"<w:styles"}}, "file/broken-xml", WARNING),
    (p("a"), {"parts": {"word/styles.xml": b"<!DOCTYPE a><a/>"}}, "file/document-type", WARNING),
]


@pytest.mark.parametrize(("body", "parts", "code", "severity"), ACTIVE)
def test_what_is_active_is_told(view: View, body: str, parts: dict[str, Any], code: str, severity: Severity) -> None:
    assert [(each.code, each.severity) for each in view(body, **parts).findings] == [(code, severity)]


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("document.main+xml", []),
        ("template.main+xml", ["file/template-type"]),
        ("glossary+xml", ["file/content-type"]),
    ],
)
def test_the_type_of_the_main_part(view: View, kind: str, codes: list[str]) -> None:
    types = f'<Override PartName="/word/document.xml" ContentType="{WORD}.{kind}"/>'
    usual = '<Default Extension="xml" ContentType="application/xml"/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    parts = {"[Content_Types].xml": f'<Types xmlns="{namespace}">{usual}{types}</Types>'.encode()}
    assert [each.code for each in view(p("a"), parts=parts).findings] == codes


@pytest.mark.parametrize("kind", ["hyperlink"])
def test_what_only_a_click_opens_is_not_told(view: View, kind: str) -> None:
    assert view(p("a"), **linked(kind)).findings == ()


def test_the_strict_vocabulary_is_read_like_the_usual_one(view: View) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{p("a", properties="<w:keepNext/>")}</w:body></w:document>'
    (found,) = view(parts={"word/document.xml": body.encode()}).paragraphs
    assert (found.text, found.look.keep_next) == ("a", True)
