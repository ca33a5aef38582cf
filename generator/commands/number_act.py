"""Who acts on the register and why, as the command line says it, and the register of the workspace opened.

It changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.messages import _

if TYPE_CHECKING:
    from generator.register.database import Register
    from generator.register.records import Act
    from generator.sources.loaded import LoadedWorkspace


def acting(by: str | None, reason: str = "") -> Act:
    """GeneratorError where nobody is named and the system knows no name."""
    import getpass

    from generator.errors import GeneratorError
    from generator.register.records import Act

    try:
        who = (by or "").strip() or getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise GeneratorError(_("máy không cho biết tên người dùng"), _("ghi rõ ai làm bằng --by TÊN")) from error
    return Act(who, reason.strip())


@contextmanager
def opened(loaded: LoadedWorkspace) -> Iterator[Register]:
    """The register of the workspace; what may go wrong with it is told first."""
    from generator.pipeline.numbering_lines import placed
    from generator.register.opening import open_register
    from generator.reporters.text import print_diagnostics

    register = open_register(loaded.workspace.root, loaded.office_file.register, loaded.office_file.office.id)
    with register:
        print_diagnostics(register.warnings)
        with placed(register):
            yield register
