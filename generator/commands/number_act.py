"""Who acts on the register and why, as the command line says it, and the register of the workspace opened.

It changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.messages import _

if TYPE_CHECKING:
    from datetime import date

    from generator.commands.main import Session
    from generator.pipeline.numbering_find import Narrowed
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


def loaded_workspace(session: Session) -> LoadedWorkspace:
    from generator.sources.load import load_workspace
    from generator.workspace import open_workspace

    return load_workspace(open_workspace(session.workspace))


def day_of_option(text: str | None) -> date | None:
    """Faulty where there is no such day."""
    from generator.diagnostics import Faulty
    from generator.register.rules import day

    if text is None:
        return None
    found, faults = day(text)
    if faults:
        raise Faulty(faults)
    return found


def narrowed(
    loaded: LoadedWorkspace, kind: str | None, unit: str | None, year: int | None, term: str | None
) -> Narrowed:
    """What narrows numbers, as the book calls it. Faulty where there is no such kind or unit."""
    from generator.model.kinds import Kind
    from generator.pipeline.book import owner_of, types_called
    from generator.pipeline.numbering_find import Narrowed
    from generator.render.frame import TYPE_IDS
    from generator.vietnamese import clock

    types: tuple[str, ...] = ()
    if kind is not None:
        known = {one.value: TYPE_IDS[one] for one in Kind}
        types = (known[kind],) if kind in known else types_called(kind, owner_of(loaded, None, clock.today()).profile)
    office = loaded.office_file.office.id
    issuer = None if unit in (None, "all") else office if unit == office else loaded.unit(str(unit)).id
    return Narrowed(types, issuer, term or (str(year) if year is not None else None))
