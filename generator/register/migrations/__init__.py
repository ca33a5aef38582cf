"""The steps by which a register comes to the shape that this program knows; Alembic runs them, told by `upgrade`."""
