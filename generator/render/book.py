"""The context of the book of outgoing documents: its cover, and its lines as plain texts.

It knows no register: what stands in the lines is told to it.
"""

from __future__ import annotations

from typing import TypedDict

from generator.model.organization import Organization
from generator.profile.profile import Profile
from generator.render.annexes import Annex
from generator.render.context import Properties
from generator.render.issuing import shortened
from generator.render.letterhead import Letterhead, letterhead


class BookLine(TypedDict):
    """One number of the book, a text a column."""

    code: str
    day: str
    title: str
    """Type and subject."""
    signer: str
    recipients: list[str]
    """Never empty: a cell has a paragraph at least."""
    holder: str
    copies: str
    transferred: str
    receipt: str
    note: str


class BookPart(TypedDict):
    """One series."""

    heading: str
    """Empty where the book has but one."""
    lines: list[BookLine]


class Book(TypedDict):
    title: str
    period: str
    """`Năm: 2026`, `Nhiệm kỳ: 2025 - 2030`."""
    days: str
    numbers: str
    """Empty where the book has several series: each has its own, in its heading."""
    volume: str
    parts: list[BookPart]


class BookContext(TypedDict):
    """All that a template `register-book` may see."""

    side: str
    regime: str
    letterhead: Letterhead
    book: Book
    annexes: list[Annex]
    """Always empty; the end of every document is drawn by asking for them."""
    properties: Properties


def book_context(book: Book, issuer: Organization, profile: Profile) -> BookContext:
    return {
        "side": profile.side,
        "regime": profile.id,
        "letterhead": letterhead(issuer, "", profile),
        "book": book,
        "annexes": [],
        "properties": {
            "title": shortened(book["title"]),
            "subject": shortened(book["period"]),
            "keywords": "",
            "created": "",
            "author": shortened(issuer.name),
        },
    }
