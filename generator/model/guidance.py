"""The guidance (Hướng dẫn) to sub-units: what the plan means for them.

The plan itself is cited by the program; it is not among the references that are typed.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

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

    @model_validator(mode="after")
    def _has_what_a_guidance_needs(self) -> Self:
        needed = ("content_points", "forms_channels", "implementation", "reporting")
        missing = [name for name in needed if not any(getattr(s, name) for s in self.sections)]
        if missing:
            raise PydanticCustomError("missing_parts", "", {"parts": ", ".join(missing)})
        return self
