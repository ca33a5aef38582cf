"""What may never happen to a number, refused by the database itself: the same in SQLite and PostgreSQL."""

from __future__ import annotations

from alembic import op

revision = "v0002"
down_revision = "v0001"

_GUARDS = (
    ("audit_kept", "register_audit", "UPDATE", "TRUE", "the history of the register is not changed"),
    ("audit_stays", "register_audit", "DELETE", "TRUE", "the history of the register is not deleted"),
    (
        "number_stays",
        "register_entries",
        "UPDATE",
        "OLD.number <> NEW.number OR OLD.series_id <> NEW.series_id",
        "a number is not changed",
    ),
    (
        "state_stays",
        "register_entries",
        "UPDATE",
        "(OLD.state = 'void' AND NEW.state <> 'void') OR (OLD.state = 'issued' AND NEW.state = 'reserved')",
        "a number does not go back",
    ),
    ("entry_stays", "register_entries", "DELETE", "OLD.state <> 'reserved'", "a number that was used is not deleted"),
    ("series_stays", "register_series", "DELETE", "TRUE", "a series is not deleted"),
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name, table, event, when, message in _GUARDS:
            op.execute(
                f"CREATE TRIGGER register_{name} BEFORE {event} ON {table} FOR EACH ROW WHEN {when} "
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for name, table, event, when, message in _GUARDS:
        op.execute(
            f"CREATE TRIGGER register_{name} BEFORE {event} ON {table} FOR EACH ROW WHEN ({when}) "
            f"EXECUTE FUNCTION register_refuse('{message}')"
        )
    for table in ("register_audit", "register_entries", "register_series"):
        op.execute(
            f"CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
            "EXECUTE FUNCTION register_refuse('the register is not emptied')"
        )
