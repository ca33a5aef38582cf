"""Why a template could not be filled, and where: it is filled once more, line by line.

It bounds the text that is made; what a template may do on the way is the `budget`'s, and how long, the `deadline`'s.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from jinja2 import FunctionLoader, Template, TemplateSyntaxError
from lxml import etree

from generator.diagnostics import Diagnostic, Location
from generator.messages import _
from generator.templates import deadline
from generator.templates.bounded import BoundedEnvironment
from generator.templates.budget import MAX_TEXT
from generator.templates.dialect import Source
from generator.templates.environment import Filters, TemplateEnvironment
from generator.templates.grammar import Refused, said, syntax_fault
from generator.templates.tags import too_complex

_BATCH = 500
"""Pieces joined at once: so many that counting costs nothing, so few that they cannot be large."""
_MARK = re.compile(r"<\?vt (\d+) (\d+)\?>")


def environment_of(texts: Mapping[str, str], filters: Filters, *, is_bounded: bool = False) -> TemplateEnvironment:
    """An environment that knows these sources by name; a bounded one counts what they do."""

    def load(name: str) -> tuple[str, str, None] | None:
        return (texts[name], name, None) if name in texts else None

    return (BoundedEnvironment if is_bounded else TemplateEnvironment)(filters, FunctionLoader(load))


def bounded_text(template: Template, context: Mapping[str, Any]) -> str:
    """What the template makes of the context, given up as soon as it is too large."""
    if isinstance(template.environment, BoundedEnvironment):
        template.environment.budget.renew()
    pieces = template.generate(context)
    texts: list[str] = []
    size = 0
    while batch := list(islice(pieces, _BATCH)):  # the pieces of a whole batch may be empty
        text = "".join(batch)
        texts.append(text)
        size += len(text)
        if size > MAX_TEXT:
            # Raised where the template stands, which is how its place is found.
            pieces.throw(Refused(_("chữ làm ra quá {limit} MB").format(limit=MAX_TEXT >> 20)))  # type: ignore[attr-defined]
    return "".join(texts)


def explain(
    sources: Mapping[str, Source],
    filters: Filters,
    templates: Sequence[Template],
    error: Exception,
    context: Mapping[str, Any],
    *,
    is_bounded: bool = False,
) -> Diagnostic:
    """The fault behind an error met while filling one of the templates."""
    traceback.clear_frames(error.__traceback__)  # what the first filling has gathered is not kept beside the second's
    deadline.restart(deadline.EXPLAINING)
    environment = environment_of({key: source.lines for key, source in sources.items()}, filters, is_bounded=is_bounded)
    where = next(iter(sources.values())).place(None)
    for template in templates:
        try:
            bounded_text(environment.get_template(template.name or ""), context)
        except Exception as again:
            error, where = again, place_of(again, sources, where)
            break
    message = _("không điền được mẫu: {why}").format(why=said(error))
    return _fault(message, where, _("sửa thẻ ở chỗ này; `vanthu template lint` kiểm tra cả mẫu"))


def place_of(error: BaseException, sources: Mapping[str, Source], otherwise: Location) -> Location:
    """The innermost place of the templates that an error went through."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in sources:
            return sources[frame.filename].place(frame.lineno)
    # One may have come up while another was on its way.
    return otherwise if error.__context__ is None else place_of(error.__context__, sources, otherwise)


def explain_syntax(sources: Mapping[str, Source], filters: Filters, key: str) -> Diagnostic:
    """The fault of a source that Jinja can read and not compile."""
    environment = environment_of({one: source.lines for one, source in sources.items()}, filters)
    try:
        environment.get_template(key)
    except TemplateSyntaxError as error:
        return syntax_fault(error, sources[key].place)
    return too_complex(sources[key].place(None))


def ill_formed(text: str) -> int | None:
    """The line where a text stops being XML; None where it does not."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        # The error itself tells the last complaint, which is often at the end of the text.
        return parser.error_log[0].line if len(parser.error_log) else 1
    return None


def explain_xml(
    sources: Mapping[str, Source],
    filters: Filters,
    template: Template,
    context: Mapping[str, Any],
    *,
    is_bounded: bool = False,
) -> Diagnostic:
    """The fault of a part that is no XML, with the last place before the XML breaks."""
    deadline.restart(deadline.EXPLAINING)
    keys = list(sources)
    # Marks could change what breaks, so one filling tells the line and another one the mark of that line.
    plain = {key: source.lines for key, source in sources.items()}
    marked = {key: sources[key].marked(number) for number, key in enumerate(keys)}
    both = (environment_of(each, filters, is_bounded=is_bounded) for each in (plain, marked))
    texts = [bounded_text(one.get_template(template.name or ""), context) for one in both]
    before = texts[1].split("\n")[: ill_formed(texts[0])]
    marks = _MARK.findall("\n".join(before)) or [(str(keys.index(template.name or "")), "1")]
    number, line = map(int, marks[-1])
    message = _("cái mà mẫu in ra ở đây làm hỏng tệp Word")
    hint = _("đừng cắt hay đổi cái mà macro, khối hay {% set %} làm ra; in nguyên bằng {{p … }} trong một đoạn riêng")
    return _fault(message, sources[keys[number]].place(line), hint)


def _fault(message: str, where: Location, hint: str) -> Diagnostic:
    return Diagnostic("template/cannot-fill", message, where, hint=hint)
