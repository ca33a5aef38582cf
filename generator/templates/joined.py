"""The files of a chain read, passed by the guard and joined: the base's package, and documents that fit into it.

It reads no tag: `compiled` makes them Jinja, `flatten` puts them into one another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from generator.diagnostics import Diagnostic
from generator.templates import sections
from generator.templates.carried_styles import with_own_ids
from generator.templates.guard import checked
from generator.templates.inherit import Joining
from generator.templates.look import STYLE_IDS
from generator.templates.package import DOCUMENT, Package, read_package
from generator.templates.record import without_record


@dataclass(frozen=True, slots=True)
class Joined:
    base: Package
    """The package of the base, with what the children bring."""
    documents: tuple[etree._Element, ...]
    """The bodies, from the most special template's to the base's."""
    origins: Mapping[str, Path]
    """The files that parts come from, where it is not the base's."""
    warnings: tuple[Diagnostic, ...]


def join_chain(chain: Sequence[tuple[str, Path]]) -> Joined:
    """The chain as one package; Faulty where a file must not be used. Reads: the files."""
    read = [checked(read_package(file)) for _name, file in chain]
    *children, last = (with_own_ids(one.package, STYLE_IDS) for one in read)
    joining = Joining(without_record(last))
    documents = [joining.join(child) for child in reversed(children)][::-1]
    base = joining.package()
    files = [file for _name, file in chain]
    root = sections.with_namespaces(base.xml(DOCUMENT), list(zip(files, documents, strict=False)))
    for document in documents:
        sections.give_headers(document, root)
    warnings = tuple(warning for one in read for warning in one.warnings)
    return Joined(base, (*documents, root), joining.origins, warnings)
