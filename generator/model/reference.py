"""A document that is cited: its particulars, once, for every form in which it is mentioned.

It does not write the mention: `render.citation` does.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import Day, Identifier, Optional, Record, Text


class LeadVerb(StrEnum):
    BASED_ON = "Căn cứ"
    CARRYING_OUT = "Thực hiện"
    CONSIDERING = "Xét"
    RECEIVING = "Tiếp nhận"
    FOLLOWING_PROPOSAL = "Theo đề nghị"


class Reference(Record):
    """`Kế hoạch số 329-KH/TU, ngày 16/9/2024 của Thành ủy về thực hiện …`, in its parts."""

    id: Identifier | None = None
    kind: Text
    """The type in words: `Kế hoạch`; a law is cited without number and issuer."""
    number: Optional = ""
    """Number and symbol as printed on the document: `329-KH/TU`, `98/NQ-CP`."""
    issued_on: Day | None = None
    issuer: Optional = ""
    title: Optional = ""
    """The subject as it continues the sentence: `về thực hiện …`, or the name in quotation marks."""
    title_quoted: bool = False
    lead_verb: LeadVerb = LeadVerb.CARRYING_OUT
    replaced_by: Optional = Field(default="")
