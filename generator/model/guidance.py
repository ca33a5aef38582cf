"""The guidance (Hướng dẫn) to sub-units: what the plan means for them.

The plan itself is cited by the program; it is not among the references that are typed.
"""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Record, Text
from generator.model.content import Passage, Section, Titled
from generator.model.document import Document


class Step(Record):
    """A step of a procedure: who does what, what comes out, until when."""

    actor: Text
    action: Text
    output: Text | None = None
    deadline: Text | None = None


class GuidanceSection(Section):
    """A section of a guidance: typed parts, printed in the order of the fields, or free content."""

    purposes: Titled | None = None
    audience: Titled | None = None
    content_points: tuple[Passage, ...] = ()
    forms_channels: tuple[Passage, ...] = ()
    procedure_steps: tuple[Step, ...] = ()
    implementation: tuple[Passage, ...] = ()
    reporting: Text | None = None


class Guidance(Document):
    sections: tuple[GuidanceSection, ...] = Field(min_length=1)
