"""The additional components of a document that its signer decides on: how urgent, for whom, by whom drafted.

What each looks like, and which of them a regime has, stands in the regime files.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import Optional, Record, Text, Whole


class Urgency(StrEnum):
    """KHẨN, THƯỢNG KHẨN, HOẢ TỐC."""

    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    FLASH = "flash"


class Secrecy(StrEnum):
    """MẬT, TỐI MẬT, TUYỆT MẬT. The stamp is put on by hand; the program leaves room for it and prints none."""

    SECRET = "secret"
    HIGHLY_SECRET = "highly_secret"
    TOP_SECRET = "top_secret"


class DrafterCode(Record):
    """Who drafted it and how many copies there are, where copies are counted."""

    drafter: Text = Field(max_length=40)
    copies: Whole = Field(ge=1, le=100_000)


class Marks(Record):
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    circulation: Optional = ""
    """Who may have it: `Tài liệu hội nghị`, `Xem xong trả lại`; printed in capitals."""
    not_for_media: bool = False
    """Prints the notice that it must not be spread by mass media (Party)."""
    drafter_code: DrafterCode | None = None
    contact: bool = False
    """Prints how the issuer is reached."""
