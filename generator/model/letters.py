"""The directive (Chỉ thị), the dispatch (Công văn) and the minutes (Biên bản): kinds without typed sections of a plan.

What they say is the office's; the program writes numbers, markers and citations.
"""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Identifier, Optional, Text
from generator.model.content import Item, Passage, Section
from generator.model.document import Document
from generator.model.kinds import Kind


class Directive(Document):
    """What the situation is, the numbered tasks, and who carries them out and watches over them."""

    lead: tuple[Passage, ...] = Field(min_length=1)
    tasks: tuple[Item, ...] = Field(min_length=1)
    closing: tuple[Passage, ...] = ()


class Dispatch(Document):
    """An official letter: its subject stands under the number, and it has no kind's name."""

    id: Identifier | None = None
    """Tells several dispatches of one plan apart, in file names too."""
    addressees: tuple[Text, ...] = Field(min_length=1)
    drafting_unit: Optional = ""
    """The code of the unit or field that drafts, in the State's number; left out: the issuer's usual one."""
    encloses: tuple[Kind, ...] = ()
    """The documents of the plan that it carries: they are cited in its first sentence."""
    content: tuple[Passage, ...] = Field(min_length=1)


class Minutes(Document):
    """Minutes of a meeting, signed by who wrote them and who chaired it."""

    lead: tuple[Passage, ...] = ()
    sections: tuple[Section, ...] = Field(min_length=1)
    closing: tuple[Passage, ...] = ()
    writer: Optional = ""
    chair: Optional = ""
