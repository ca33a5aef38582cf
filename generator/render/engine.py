"""Filling: a compiled template and a context become the bytes of a DOCX.

It does nothing that could have been done when the template was compiled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.diagnostics import Faulty
from generator.profile.profile import Profile
from generator.render.book import BookContext
from generator.render.context import DocumentContext
from generator.render.filters import FILTERS
from generator.render.pictures import pictures_of
from generator.render.raster import PictureFault
from generator.templates.archive import Member, assemble, member
from generator.templates.compiled import Compiled, compile_template
from generator.templates.fields import fields_of

_TEMPLATE_FAULTS = (
    *(TypeError, ValueError, LookupError, ArithmeticError),
    *(RecursionError, AttributeError, MemoryError),
)


FIELDS = fields_of(DocumentContext)
"""Every name that a template of a document may use."""
_BOOK_FIELDS = fields_of(BookContext)
_BOOK = "register-book"
"""The last step of the names of templates that are filled with the book of outgoing documents."""


def compile_chain(chain: Sequence[tuple[str, Path]], profile: Profile) -> Compiled:
    """A chain of templates made ready to fill, with our filters and against our context; Faulty with all faults."""
    is_book = any(name.rpartition("/")[2] == _BOOK for name, _file in chain)
    return compile_template(chain, profile, FILTERS, _BOOK_FIELDS if is_book else FIELDS)


def fill(compiled: Compiled, context: Mapping[str, Any], pictures: tuple[Path, ...] = ()) -> bytes:
    """The document; same input, same bytes. What the template cannot do is a `Faulty` with its place.

    `pictures` are the only folders that the filter `picture` looks into, the most special first; it reads them.
    """
    from jinja2 import TemplateError

    with pictures_of(compiled, pictures) as album:
        try:
            texts = {part.name: part.text(context) for part in compiled.members if not isinstance(part, Member)}
        except (TemplateError, *_TEMPLATE_FAULTS) as error:
            others = [] if isinstance(error, PictureFault) else [compiled.explain(error, context)]
            raise Faulty([*album.diagnostics(context), *others]) from error
        if faults := album.diagnostics(context):
            raise Faulty(faults)
        compiled.prove(texts, context)
        return assemble(
            one if isinstance(one, Member) else member(one.name, one.text.encode()) for one in album.contents(texts)
        )
