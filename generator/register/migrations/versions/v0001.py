"""The tables of the register. What no table can refuse is the next step's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None

_WORDS = ("document", "unit", "plan", "copy", "reason", "replaces", "code", "subject", "signer", "recipients")
_MORE_WORDS = ("drafting_unit", "archive_holder", "receipt", "urgency", "secrecy", "file", "note")


def upgrade() -> None:
    op.create_table(
        "register_home",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("inode", sa.String(40), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
    )
    op.create_table(
        "register_series",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("issuer", sa.String(80), nullable=False),
        sa.Column("side", sa.String(10), nullable=False),
        sa.Column("stream", sa.String(20), nullable=False),
        sa.Column("kinds", sa.String(400), nullable=False),
        sa.Column("period", sa.String(80), nullable=False),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("first_number", sa.Integer, nullable=False),
        sa.UniqueConstraint("issuer", "side", "stream", "kinds", "period", name="register_one_series"),
        sa.CheckConstraint("first_number >= 1", name="register_first_number"),
    )
    _entries()
    op.create_table(
        "register_audit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(25), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("series_id", sa.Integer),
        sa.Column("number", sa.Integer),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.CheckConstraint("who <> ''", name="register_who"),
    )
    op.create_index("register_audit_number", "register_audit", ["series_id", "number"])


def _entries() -> None:
    op.create_table(
        "register_entries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("series_id", sa.Integer, sa.ForeignKey("register_series.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("key", sa.String(64)),
        sa.Column("kind", sa.String(60), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in _WORDS),
        *(sa.Column(name, sa.Text, nullable=False) for name in _MORE_WORDS),
        sa.Column("reserved_at", sa.String(25), nullable=False),
        sa.Column("run", sa.String(80), nullable=False),
        sa.Column("issued_on", sa.Date),
        sa.Column("copies", sa.Integer),
        sa.Column("pages", sa.Integer),
        sa.Column("transferred_on", sa.Date),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.UniqueConstraint("series_id", "number", name="register_one_number"),
        sa.UniqueConstraint("key", name="register_one_purpose"),
        sa.CheckConstraint("number >= 1", name="register_number"),
        sa.CheckConstraint("state IN ('reserved', 'issued', 'void')", name="register_state"),
        sa.CheckConstraint("state <> 'void' OR (reason <> '' AND key IS NULL)", name="register_void_has_a_reason"),
        sa.CheckConstraint("state <> 'issued' OR issued_on IS NOT NULL", name="register_issued_has_a_day"),
    )
    op.create_index("register_entries_day", "register_entries", ["series_id", "issued_on"])
    op.create_index("register_entries_state", "register_entries", ["series_id", "state"])
    # The few that are open, found without looking at the many that are not.
    op.create_index(
        "register_entries_open",
        "register_entries",
        ["series_id", "number"],
        sqlite_where=sa.text("state <> 'issued'"),
        postgresql_where=sa.text("state <> 'issued'"),
    )
