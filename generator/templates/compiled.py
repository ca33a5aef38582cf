"""A chain of templates and a Profile become one compiled template: all the work that does not depend on the data.

It does not fill: `render.engine` does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from jinja2 import Template, TemplateSyntaxError

from generator import resources
from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _, mark
from generator.profile.profile import Profile
from generator.templates import sections
from generator.templates.archive import Member, member
from generator.templates.blocks import check_blocks, child_source
from generator.templates.dialect import Source, read_tags
from generator.templates.environment import Filters, TemplateEnvironment
from generator.templates.explain import (
    bounded_text,
    environment_of,
    explain,
    explain_syntax,
    explain_xml,
    ill_formed,
    place_of,
)
from generator.templates.fields import Field
from generator.templates.joined import join_chain
from generator.templates.lint import BlockScopes, lint_source
from generator.templates.look import write_styles
from generator.templates.package import (
    APP_PROPERTIES,
    DOCUMENT,
    SETTINGS,
    SIGNED,
    STYLES,
    Package,
    parse,
    serialise,
)
from generator.templates.pages import fit_letterhead, set_up_pages, set_up_settings, text_width
from generator.templates.tags import too_complex
from generator.templates.weaving import Weaving, weaving_environment

BODY = mark("thân văn bản")
FILLED_BESIDE = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml": mark("đầu trang"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml": mark("chân trang"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml": mark("chú thích"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml": mark("chú thích cuối"),
    "application/vnd.openxmlformats-package.core-properties+xml": mark("thuộc tính tệp"),
}
"""The parts beside the body that may hold tags, by content type, and what people call them."""


_CONTENT = re.compile(r"\{[{%][^}]*\b(outline|data|book)\b")


@dataclass(frozen=True, slots=True)
class Filled:
    """A part that is rendered for every document."""

    name: str
    template: Template

    def text(self, context: Mapping[str, Any]) -> str:
        return bounded_text(self.template, context)


@dataclass(frozen=True)
class Compiled:
    """Everything of a document that its data cannot change, in the order of the zip file."""

    name: str
    members: tuple[Member | Filled, ...]
    warnings: tuple[Diagnostic, ...]
    _sources: Mapping[str, Source]
    _filters: Filters
    _is_bounded: bool
    _proven: list[bool] = field(default_factory=list, compare=False)
    """Holds something once a document was seen to be well-formed."""
    _weaving: dict[bool, Weaving] = field(default_factory=dict, compare=False)
    """The environments that meet holes, made when they are first asked for: without and with line breaks."""

    @cached_property
    def prints_content(self) -> bool:
        """Whether any tag of the chain uses the outline, the typed data or the lines of the book."""
        return any(_CONTENT.search(source.text) for source in self._sources.values())

    def prove(self, texts: Mapping[str, str], context: Mapping[str, Any]) -> None:
        """Faulty where a filled part is no XML. Only the first document is read: the tags are the same in all."""
        if self._proven:
            return
        for entry in (one for one in self.members if isinstance(one, Filled)):
            if ill_formed(texts[entry.name]) is not None:
                raise Faulty([self._explain_xml(entry.template, context)])
        self._proven.append(True)

    def weaving(self, *, by_lines: bool = False) -> Weaving:
        """Where the same templates meet holes; with lines that tell their places, where a refusal is looked for."""
        if by_lines not in self._weaving:
            texts = {key: source.lines if by_lines else source.text for key, source in self._sources.items()}
            self._weaving[by_lines] = weaving_environment(texts, self._filters, is_bounded=self._is_bounded)
        return self._weaving[by_lines]

    def place(self, error: BaseException) -> Location:
        """Where in the templates an error came up that was met in `weaving` by lines."""
        return place_of(error, self._sources, next(iter(self._sources.values())).place(None))

    def explain(self, error: Exception, context: Mapping[str, Any]) -> Diagnostic:
        """The fault behind an error met while filling, with its place: found by filling once more, line by line."""
        templates = [one.template for one in self.members if isinstance(one, Filled)]
        return explain(self._sources, self._filters, templates, error, context, is_bounded=self._is_bounded)

    def _explain_xml(self, template: Template, context: Mapping[str, Any]) -> Diagnostic:
        return explain_xml(self._sources, self._filters, template, context, is_bounded=self._is_bounded)


def is_packaged(chain: Sequence[tuple[str, Path]]) -> bool:
    """Whether every file of a chain came with the program."""
    home = resources.templates().resolve()
    return all(file.resolve().is_relative_to(home) for _name, file in chain)


def compile_template(chain: Sequence[tuple[str, Path]], profile: Profile, filters: Filters, fields: Field) -> Compiled:
    """Join, check and compile a chain of (name, file), from the most special template to the base.

    Faulty with every fault of the chain. Reads: the files.
    """
    joined = join_chain(chain)
    base, warnings = joined.base, list(joined.warnings)
    sources, faults = _sources(chain, base, joined.documents, joined.origins, profile)
    environment = environment_of({key: source.lines for key, source in sources.items()}, filters)
    faults += _lint(chain, sources, environment, fields)
    if not faults:
        faults += check_blocks([sources[key] for key in _keys(chain)], environment)
    warnings += [fault for fault in faults if fault.severity is not Severity.ERROR]
    if errors := [fault for fault in faults if fault.severity is Severity.ERROR]:
        raise Faulty(dict.fromkeys(errors))
    return _compile(chain, base, sources, profile, filters, tuple(warnings))


def _lint(
    chain: Sequence[tuple[str, Path]], sources: Mapping[str, Source], environment: TemplateEnvironment, fields: Field
) -> list[Diagnostic]:
    """The faults of every source, children first; they are read base first, for scoped blocks show their names."""
    keys = _keys(chain)
    parents: dict[str, str | None] = dict(pairwise(keys))
    ancestors: BlockScopes = {}
    found = {
        key: lint_source(source, environment, fields, ancestors if key in keys else {}, parents.get(key))
        for key, source in reversed(list(sources.items()))
    }
    return [fault for key in sources for fault in found[key]]


def _keys(chain: Sequence[tuple[str, Path]]) -> list[str]:
    """Names of the body sources, distinct even where an office's `party/plan` extends the packaged one."""
    return [f"{DOCUMENT}:{number}:{name}" for number, (name, _file) in enumerate(chain)]


def _sources(
    chain: Sequence[tuple[str, Path]],
    base: Package,
    documents: Sequence[Any],
    origins: Mapping[str, Path],
    profile: Profile,
) -> tuple[dict[str, Source], list[Diagnostic]]:
    sources: dict[str, Source] = {}
    faults: list[Diagnostic] = []
    width = text_width(profile)
    keys = _keys(chain)
    for number, (key, document) in enumerate(zip(keys, documents, strict=True)):
        where = Location(chain[number][1], part=_(BODY))
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
    for name, kind in base.content_types().items():
        # A brace alone: Word may have cut a tag in two between its braces.
        if kind in FILLED_BESIDE and b"{" in base.parts[name]:
            where = Location(origins.get(name, base.file), part=_(FILLED_BESIDE[kind]))
            source, found = read_tags(base.xml(name), where, width)
            faults += found
            if not found:
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
    is_bounded = not is_packaged(chain)
    texts = {key: source.text for key, source in sources.items()}
    environment = environment_of(texts, filters, is_bounded=is_bounded)
    styles = parse(base.parts[STYLES], base.file, STYLES)
    write_styles(styles, profile)
    parts = dict(base.parts) | {STYLES: serialise(styles)}
    if APP_PROPERTIES in parts:
        parts[APP_PROPERTIES] = SIGNED
    if SETTINGS in parts:
        settings = parse(parts[SETTINGS], base.file, SETTINGS)
        set_up_settings(settings, profile)
        parts[SETTINGS] = serialise(settings)
    members: list[Member | Filled] = []
    for name, content in parts.items():
        key = _keys(chain)[0] if name == DOCUMENT else name
        if key in sources:
            members.append(Filled(name, _template(environment, key, sources)))
        else:
            members.append(member(name, content))
    for key in _keys(chain)[1:]:
        _template(environment, key, sources)  # compiled now, not at the first document
    return Compiled(chain[0][0], tuple(members), warnings, sources, filters, is_bounded)


def _template(environment: TemplateEnvironment, key: str, sources: Mapping[str, Source]) -> Template:
    try:
        return environment.get_template(key)
    except (RecursionError, SyntaxError) as error:  # Python has limits of its own
        raise Faulty([too_complex(sources[key].place(None))]) from error
    except TemplateSyntaxError as error:
        raise Faulty([explain_syntax(sources, environment.filters, key)]) from error
