"""A chain of templates and a Profile become one compiled template: all the work that does not depend on the data.

It does not fill: `render.engine` does.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, Template

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _, mark
from generator.profile.profile import Profile
from generator.templates import sections
from generator.templates.archive import Member, member
from generator.templates.blocks import check_blocks, child_source, extends
from generator.templates.dialect import Source, read_tags
from generator.templates.environment import Filters, TemplateEnvironment
from generator.templates.fields import Field
from generator.templates.guard import checked
from generator.templates.inherit import Joining
from generator.templates.lint import lint_source
from generator.templates.look import write_styles
from generator.templates.package import (
    CORE_PROPERTIES,
    DOCUMENT,
    STYLES,
    Package,
    parse,
    read_package,
    serialise,
)
from generator.templates.pages import fit_letterhead, set_up_pages, text_width

_TAGGED = re.compile(rb"\{\{|\{%|\{#")
_FILLED_BESIDE = re.compile(r"word/(header|footer)\d*\.xml|word/(footnotes|endnotes)\.xml|docProps/core\.xml")
PART_NAMES = {
    "document": mark("thân văn bản"),
    "header": mark("đầu trang"),
    "footer": mark("chân trang"),
    "footnotes": mark("chú thích"),
    "endnotes": mark("chú thích cuối"),
    "core": mark("thuộc tính tệp"),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """A part that is rendered for every document."""

    name: str
    template: Template


@dataclass(frozen=True)
class Compiled:
    """Everything of a document that its data cannot change, in the order of the zip file."""

    name: str
    members: tuple[Member | Filled, ...]
    warnings: tuple[Diagnostic, ...]
    _sources: Mapping[str, Source]
    _filters: Filters

    def explain(self, error: Exception, context: Mapping[str, Any]) -> Diagnostic:
        """The fault behind an error met while filling, with its place: found by filling once more, line by line."""
        environment = _environment(self._sources, self._filters, by_lines=True)
        where = Location(part=self.name)
        for entry in (one for one in self.members if isinstance(one, Filled)):
            try:
                environment.get_template(entry.template.name or "").render(context)
            except Exception as again:
                error, where = again, self._place(again, where)
                break
        message = _("Không điền được mẫu: {why}").format(why=error)
        hint = _("Sửa thẻ ở chỗ này; `vanthu template lint` kiểm tra cả mẫu.")
        return Diagnostic("template/cannot-fill", message, where, hint=hint)

    def _place(self, error: Exception, otherwise: Location) -> Location:
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename in self._sources:
                return self._sources[frame.filename].place(frame.lineno)
        return otherwise


def compile_template(chain: Sequence[tuple[str, Path]], profile: Profile, filters: Filters, fields: Field) -> Compiled:
    """Join, check and compile a chain of (name, file), from the most special template to the base.

    Faulty with every fault of the chain. Reads: the files.
    """
    packages = [checked(read_package(file)) for _name, file in chain]
    joining = Joining(packages[-1].package)
    documents = [joining.join(child.package) for child in reversed(packages[:-1])][::-1]
    base = joining.package()
    root = base.xml(DOCUMENT)
    documents.append(sections.with_namespaces(root, documents))
    warnings = [warning for package in packages for warning in package.warnings]
    sources, faults = _sources(chain, base, documents, profile)
    environment = _environment(sources, filters, by_lines=True)
    if not faults:
        for source in sources.values():
            faults += lint_source(source, environment, fields)
    if not faults:
        faults += check_blocks([sources[key] for key in _keys(chain)], environment)
    warnings += [fault for fault in faults if fault.severity is not Severity.ERROR]
    if any(fault.severity is Severity.ERROR for fault in faults):
        raise Faulty([fault for fault in faults if fault.severity is Severity.ERROR])
    return _compile(chain, base, sources, profile, filters, tuple(warnings))


def _keys(chain: Sequence[tuple[str, Path]]) -> list[str]:
    """Names of the body sources, distinct even where an office's `party/plan` extends the packaged one."""
    return [f"{DOCUMENT}:{number}:{name}" for number, (name, _file) in enumerate(chain)]


def _sources(
    chain: Sequence[tuple[str, Path]], base: Package, documents: Sequence[Any], profile: Profile
) -> tuple[dict[str, Source], list[Diagnostic]]:
    sources: dict[str, Source] = {}
    faults: list[Diagnostic] = []
    width = text_width(profile)
    keys = _keys(chain)
    for number, (key, document) in enumerate(zip(keys, documents, strict=True)):
        where = Location(chain[number][1], part=_(PART_NAMES["document"]))
        set_up_pages(document, profile)
        fit_letterhead(document)
        is_base = number == len(keys) - 1
        final = sections.take_final(document) if is_base else ""
        source, found = read_tags(document, where, width)
        faults += found
        if found:
            continue
        if is_base:
            sources[key] = sections.put_final(source, final)
        else:
            sources[key] = child_source(source, keys[number + 1])
    for name in base.parts:
        if _FILLED_BESIDE.fullmatch(name) and _TAGGED.search(base.parts[name]):
            kind = re.sub(r"\d*\.xml$", "", name.rpartition("/")[2])
            source, found = read_tags(base.xml(name), Location(base.file, part=_(PART_NAMES[kind])), width)
            faults += found
            sources[name] = source
    return sources, faults


def _compile(
    chain: Sequence[tuple[str, Path]],
    base: Package,
    sources: Mapping[str, Source],
    profile: Profile,
    filters: Filters,
    warnings: tuple[Diagnostic, ...],
) -> Compiled:
    environment = _environment(sources, filters, by_lines=False)
    styles = parse(base.parts[STYLES], base.file, STYLES)
    write_styles(styles, profile)
    parts = dict(base.parts) | {STYLES: serialise(styles)}
    members: list[Member | Filled] = []
    for name, content in parts.items():
        key = _keys(chain)[0] if name == DOCUMENT else name
        if key in sources:
            members.append(Filled(name, environment.get_template(key)))
        else:
            members.append(member(name, content))
    for key in _keys(chain)[1:]:
        environment.get_template(key)  # compiled now, not at the first document
    return Compiled(chain[0][0], tuple(members), warnings, sources, filters)


def _environment(sources: Mapping[str, Source], filters: Filters, *, by_lines: bool) -> TemplateEnvironment:
    def load(name: str) -> tuple[str, str, None] | None:
        if name not in sources:
            return None
        return (sources[name].lines if by_lines else sources[name].text), name, None

    return TemplateEnvironment(filters, FunctionLoader(load))


__all__ = ["CORE_PROPERTIES", "Compiled", "Filled", "compile_template", "extends"]
