"""A register brought to the shape that this program knows: made from nothing, or led on from an older shape.

It does not decide whether that may be done: `opening` does.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from generator.register.schema import HEAD, VERSION_TABLE

_STEPS = Path(__file__).parent / "migrations"


def version(connection: Connection) -> str | None:
    """The newest step that the register has had; None where there is no register."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return str(found) if found is not None else None


def is_known(found: str) -> bool:
    """Whether a step of this name is one of ours."""
    return found == HEAD or (_STEPS / "versions" / f"{found}.py").is_file()


def upgrade(connection: Connection, found: str | None, to: str = HEAD) -> None:
    """Run every step after `found`, in the caller's transaction. Writes: the database."""
    # Alembic costs a third of a second to import, and nearly every opening finds nothing to do.
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    steps = ScriptDirectory(str(_STEPS))
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    for step in reversed([*steps.iterate_revisions(to, found or "base")]):
        with Operations.context(context):
            step.module.upgrade()
        context.stamp(steps, step.revision)
