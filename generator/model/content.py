"""Free content: paragraphs, lists and numbered sub-sections, nested as deep as the outline goes.

Markers are never typed: the kind of list says which series, the house numbering writes it.
"""

from __future__ import annotations

from typing import Any, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Identifier, Optional, Record, Text


class Item(Record):
    """One entry of a list: its text, or the title of a sub-section, and what stands under it."""

    id: Identifier | None = None
    text: Text | None = None
    title: Text | None = None
    content: tuple[Passage, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _text_or_title(self) -> Self:
        if (self.text is None) == (self.title is None):
            raise PydanticCustomError("one_of_fields", "", {"fields": "text, title"})
        return self


class Table(Record):
    """A table: column headings, rows of cells, and words under it. Every row has a cell for every column."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Optional, ...], ...]
    total: tuple[Optional, ...] | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _rows_fit_columns(self) -> Self:
        rows = self.rows + ((self.total,) if self.total else ())
        for number, row in enumerate(rows, 1):
            if len(row) != len(self.columns):
                raise PydanticCustomError(
                    "row_width", "", {"row": number, "cells": len(row), "columns": len(self.columns)}
                )
        return self


class Passage(Record):
    """One of: a paragraph, sub-sections (1.1.), numbered items ((1) or a)), points (-), sub-points (+), a table."""

    text: Text | None = None
    sections: tuple[Item, ...] | None = None
    numbered: tuple[Item, ...] | None = None
    lettered: tuple[Item, ...] | None = None
    points: tuple[Item, ...] | None = None
    subpoints: tuple[Item, ...] | None = None
    table: Table | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError("one_of_fields", "", {"fields": ", ".join(type(self).model_fields)})
        return self


class Titled(Record):
    """Content under a title of its own; a bare list is content under the usual title."""

    title: Text | None = None
    content: tuple[Passage, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        return {"content": value} if isinstance(value, list | tuple) else value


class Section(Record):
    """A section with a Roman numeral: title, words before, free content, words after."""

    title: Text
    lead: tuple[Passage, ...] = ()
    content: tuple[Passage, ...] = ()
    closing: tuple[Passage, ...] = ()


Item.model_rebuild()
