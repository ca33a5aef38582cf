"""Where the register of a workspace is, and whether there is one yet: asked before the database is loaded.

It opens nothing.
"""

from __future__ import annotations

from pathlib import Path

from generator.model.register import RegisterSettings

REGISTER_FILE = "register.sqlite"


def is_on_server(settings: RegisterSettings) -> bool:
    return "://" in settings.address


def file_of(root: Path, settings: RegisterSettings) -> Path:
    return root / (settings.address or REGISTER_FILE)


def is_there(root: Path, settings: RegisterSettings) -> bool:
    """A server is taken to be there; of a file it is seen."""
    return is_on_server(settings) or file_of(root, settings).exists()
