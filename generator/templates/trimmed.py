"""A package without the parts that nothing points to any more, once its document was changed.

It looks at relationships, not at what the parts are for.
"""

from __future__ import annotations

from generator.templates.package import (
    DOCUMENT,
    RELATIONSHIPS,
    TYPES,
    Package,
    R,
    relationships_name,
    serialise,
)

_BY_KIND = ("styles", "settings", "numbering", "fontTable", "theme", "webSettings")
"""What belongs to the document although no element names it."""


def trimmed(package: Package) -> Package:
    """Only what can be reached from the package's own relationships and from those that the document uses."""
    parts = dict(package.parts)
    name = relationships_name(DOCUMENT)
    if name in parts:
        used = {
            str(value)
            for element in package.xml(DOCUMENT).iter()
            for attribute, value in element.attrib.items()
            if str(attribute).startswith(f"{{{R}}}")
        }
        root = package.xml(name)
        for line in list(root.iter(f"{{{RELATIONSHIPS}}}Relationship")):
            kind = line.get("Type", "").rpartition("/")[2]
            if line.get("Id") not in used and kind not in _BY_KIND:
                root.remove(line)
        parts[name] = serialise(root)
    kept = _reached(Package(package.file, parts))
    parts = {part: content for part, content in parts.items() if part in kept}
    types = package.xml(TYPES)
    for line in list(types):
        if "PartName" in line.attrib and line.get("PartName", "").lstrip("/") not in parts:
            types.remove(line)
    return Package(package.file, parts | {TYPES: serialise(types)})


def _reached(package: Package) -> set[str]:
    found = {TYPES, relationships_name("")}
    left = [""]
    while left:
        part = left.pop()
        for one in package.relationships(part).values():
            if not one.external and one.target in package.parts and one.target not in found:
                found |= {one.target, relationships_name(one.target)}
                left.append(one.target)
    return found
