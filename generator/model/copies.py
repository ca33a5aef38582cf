"""A copy of a document (bản sao): its form, number and day, and who makes it.

It does not hold the document that is copied.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Day, Identifier, Record, Whole
from generator.model.organization import Recipient


class CopyForm(StrEnum):
    """Sao y (of the original), sao lục (of a copy), trích sao (of a part)."""

    TRUE_COPY = "true_copy"
    COPY_OF_COPY = "copy_of_copy"
    EXTRACT = "extract"


class Copy(Record):
    form: CopyForm
    unit: Identifier | None = None
    """The unit that copies; left out: the body that issued the document."""
    number: Whole | None = Field(default=None, ge=1)
    copied_on: Day | None = None
    signer: Identifier | None = None
    """Left out: the first signer of the body that copies."""
    recipients: tuple[Recipient, ...] = ()
    sections: tuple[Whole, ...] = ()
    """Of an extract: the numbers of the sections that are copied."""

    @model_validator(mode="after")
    def _only_an_extract_has_sections(self) -> Self:
        if (self.form is CopyForm.EXTRACT) != bool(self.sections):
            raise PydanticCustomError("extract_sections", "", {})
        return self
