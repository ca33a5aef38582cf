"""What a file says of itself and of the whole document: properties, settings, fonts.

It reads no text.
"""

from __future__ import annotations

from lxml import etree

from generator.docview.markup import attribute, has, length, value, w, whole
from generator.docview.view import Properties, Settings

_CORE = {
    **{"title": "title", "subject": "subject", "creator": "creator", "keywords": "keywords"},
    **{"description": "description", "lastModifiedBy": "last_modified_by", "created": "created"},
    **{"modified": "modified", "language": "language"},
}
_APPLICATION = {"Application": "application", "Company": "company", "Template": "template"}
_COMPATIBILITY = "compatibilityMode"
_USUAL_COMPATIBILITY = 12


def read_properties(core: etree._Element | None, application: etree._Element | None) -> Properties:
    """Of `docProps/core.xml` and `docProps/app.xml`."""
    texts: dict[str, str] = {}
    pages: int | None = None
    for root, names in ((core, _CORE), (application, _APPLICATION)):
        for child in root if root is not None else ():
            name = str(child.tag).rpartition("}")[2]
            if name in names:
                texts[names[name]] = (child.text or "").strip()
            elif name == "Pages":
                pages = whole(child.text, 0)
    return Properties(**texts, pages=pages)


def generator_of(application: etree._Element | None) -> str:
    """What saved the file last, with its version: `Microsoft Office Word 16.0000`."""
    said = (
        {str(child.tag).rpartition("}")[2]: child.text or "" for child in application}
        if application is not None
        else {}
    )
    return f"{said.get('Application', '')} {said.get('AppVersion', '')}".strip()


def read_settings(root: etree._Element | None) -> Settings:
    """Of `word/settings.xml`."""
    if root is None:
        return Settings()
    protection = root.find(w("documentProtection"))
    is_protected = (attribute(protection, "enforcement") or "0") not in ("0", "false", "off")
    tab = length(value(root.find(w("defaultTabStop"))))
    plain = Settings()
    return Settings(
        mirror_margins=has(root, "mirrorMargins"),
        even_and_odd_headers=has(root, "evenAndOddHeaders"),
        gutter_at_top=has(root, "gutterAtTop"),
        default_tab=plain.default_tab if tab is None else tab,
        compatibility=_compatibility(root),
        track_changes=has(root, "trackRevisions"),
        protection=(attribute(protection, "edit") or "") if is_protected else "",
        auto_hyphenation=has(root, "autoHyphenation"),
        update_fields=has(root, "updateFields"),
        language=attribute(root.find(w("themeFontLang")), "val") or "",
    )


def _compatibility(root: etree._Element) -> int:
    for setting in root.iterfind(f"{w('compat')}/{w('compatSetting')}"):
        if attribute(setting, "name") == _COMPATIBILITY:
            return whole(value(setting), 0, 100) or _USUAL_COMPATIBILITY
    return _USUAL_COMPATIBILITY


def read_fonts(root: etree._Element | None) -> tuple[str, ...]:
    """The names in `word/fontTable.xml`."""
    fonts = root.iterchildren(w("font")) if root is not None else ()
    return tuple(name for font in fonts if (name := attribute(font, "name")))
