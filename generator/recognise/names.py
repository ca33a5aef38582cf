"""The names of what can stand in a document: those that we write ourselves, and those that only others write.

Every name is also a section of the profile, so that `f"{part}.size"` is the path of its size.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from generator.model.parts import Part


class Extra(StrEnum):
    """Components that a regime knows and that no style of ours exists for."""

    PART = "part"
    """`Phần I`, `Chương II`: the label line."""
    PART_TITLE = "part_title"
    SECTION = "section"
    """`Mục 1`, `Tiểu mục 2`: the label line."""
    SECTION_TITLE = "section_title"
    ARTICLE = "article"
    """`Điều 1. …`"""
    ENACTING = "enacting"
    """`QUYẾT ĐỊNH:`, and the name of who decides above the bases."""
    SECRECY = "secrecy"
    RECALL = "recall"
    RECIPIENTS_ARCHIVE = "recipients_archive"
    TABLE_HEADER = "table_header"
    COPY_SIGNATURE = "copy_signature"
    """The name under a copy, and the text of a signed electronic copy."""
    ATTACHMENT_SIGNATURE = "attachment_signature"


Name: TypeAlias = Part | Extra
