"""A compiled template filled once for all units of a shape: what it prints of them, and what it asks.

The outcome is plain data, so that it can come from the process of other people's templates; `joining` reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.render.filters import FILTERS
from generator.render.pictures import pictures_of
from generator.render.shape import flattened, with_holes
from generator.render.whole import laid_over
from generator.templates.archive import Member
from generator.templates.compiled import Compiled
from generator.templates.environment import TemplateEnvironment
from generator.templates.explain import bounded_text
from generator.templates.expressions import Reader
from generator.templates.holes import NotPrintable
from generator.templates.tracing import Trace
from generator.templates.weaving import Weaving

Traced: TypeAlias = tuple[tuple[Any, ...], tuple[Any, ...], tuple[Any, ...]]
"""(parts, questions, trials). A part is `("ready", name, checksum, size, data)` or `("filled", name, static piece,
expression, static piece, …)`; a question is `(expression, the answer of the unit at hand)`; a trial is an expression
that nobody prints, and that must be no fault."""
_LARGEST = 2_000_000
"""Letters of a part: what is larger is not kept at hand for many."""


def traced(compiled: Compiled, shared: Mapping[str, Any], own: Any, pictures: tuple[Path, ...]) -> Traced:
    """What the template makes of every unit that has the shape of `own` and answers as it does.

    NotPrintable where it does more with a unit's values; whatever filling itself raises.
    """
    return _traced(compiled, compiled.weaving(), shared, own, pictures)


def why_not(compiled: Compiled, shared: Mapping[str, Any], own: Any, pictures: tuple[Path, ...]) -> Diagnostic:
    """What of the templates keeps a unit's document from being joined, with its place."""
    try:
        _traced(compiled, compiled.weaving(by_lines=True), shared, own, pictures)
    except NotPrintable as error:
        message = _("thẻ này làm nhiều hơn là in, so sánh hay đổi dạng giá trị của đơn vị ({what})")
        return _told(message.format(what=error), compiled, error)
    except Exception as error:
        return _told(_("không điền trước được mẫu này cho nhiều đơn vị"), compiled, error)
    return _told(_("không điền trước được mẫu này cho nhiều đơn vị"), compiled, None)


def _told(message: str, compiled: Compiled, error: Exception | None) -> Diagnostic:
    where = compiled.place(error or NotPrintable())
    hint = _("văn bản vẫn đúng, chỉ làm chậm hơn")
    return Diagnostic("render/ordinary-way", message, where, severity=Severity.ADVICE, hint=hint)


def _traced(
    compiled: Compiled, environment: Weaving, shared: Mapping[str, Any], own: Any, pictures: tuple[Path, ...]
) -> Traced:
    _shape, leaves = flattened(own)
    trace = Trace(leaves, Reader(TemplateEnvironment(FILTERS), len(leaves)))
    context = laid_over(dict(shared), with_holes(own, trace.leaf))
    environment.trace = trace
    try:
        with pictures_of(compiled, pictures) as album:
            texts = {
                part.name: bounded_text(environment.get_template(part.template.name or ""), context)
                for part in compiled.members
                if not isinstance(part, Member)
            }
            if trace.refused is not None:
                raise trace.refused
            if album.has_faults or max(map(len, texts.values()), default=0) > _LARGEST:
                raise NotPrintable(_("ảnh hay cỡ văn bản"))
            parts = [
                ("ready", one.name.decode(), one.checksum, one.size, one.data)
                if isinstance(one, Member)
                else ("filled", one.name, *trace.pieces(one.text))
                for one in album.contents(texts)
            ]
    finally:
        environment.trace = None
    printed = [piece for part in parts for piece in part[3::2] if part[0] == "filled" and isinstance(piece, tuple)]
    return tuple(parts), tuple(trace.guards), tuple(trace.unseen(printed))
