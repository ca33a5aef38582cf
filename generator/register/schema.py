"""The tables of the register, the same in SQLite and PostgreSQL, as statements are written against them.

It does not make them: the steps in `migrations` do, one after the other.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint

HEAD = "v0002"
"""The newest step that this program knows; a register that has a newer one is not touched."""
VERSION_TABLE = "register_version"

metadata = MetaData()

home = Table(
    "register_home",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("inode", String(40), nullable=False),
    Column("path", Text, nullable=False),
)
"""Where the file of the book stands: by it a copy is told from the book. One row, and none in PostgreSQL."""

series = Table(
    "register_series",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("issuer", String(80), nullable=False),
    Column("side", String(10), nullable=False),
    Column("stream", String(20), nullable=False),
    Column("kinds", String(400), nullable=False),
    Column("period", String(80), nullable=False),
    Column("starts", Date, nullable=False),
    Column("first_number", Integer, nullable=False, default=1),
    UniqueConstraint("issuer", "side", "stream", "kinds", "period"),
)

entries = Table(
    "register_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("series_id", Integer, ForeignKey("register_series.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("key", String(64), unique=True),
    Column("kind", String(60), nullable=False),
    Column("document", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("copy", Text, nullable=False),
    Column("reserved_at", String(25), nullable=False),
    Column("run", String(80), nullable=False),
    Column("reason", Text, nullable=False),
    Column("replaces", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("issued_on", Date),
    Column("signer", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("drafting_unit", Text, nullable=False),
    Column("archive_holder", Text, nullable=False),
    Column("copies", Integer),
    Column("pages", Integer),
    Column("transferred_on", Date),
    Column("receipt", Text, nullable=False),
    Column("urgency", Text, nullable=False),
    Column("secrecy", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("note", Text, nullable=False),
    UniqueConstraint("series_id", "number"),
)

audit = Table(
    "register_audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(25), nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(20), nullable=False),
    Column("series_id", Integer),
    Column("number", Integer),
    Column("why", Text, nullable=False),
    Column("detail", Text, nullable=False),
)
"""Who did what when and why. `detail`: JSON, each changed field with what was and what is."""
