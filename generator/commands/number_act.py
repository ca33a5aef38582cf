"""Who acts on the register and why, as the command line says it, and the register of the workspace opened.

It changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
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
def opened(loaded: LoadedWorkspace, term: str | None = None) -> Iterator[Register]:
    """The register of the workspace; what may go wrong with it is told first. Faulty where there is no such `term`."""
    from generator.pipeline.numbering_lines import placed
    from generator.register.opening import open_register
    from generator.reporters.text import print_diagnostics

    register = open_register(loaded.workspace.root, loaded.office_file.register, loaded.office_file.office.id)
    with register:
        print_diagnostics(register.warnings)
        with placed(register):
            _refuse_unknown_term(register, loaded, term)
            yield register


def loaded_workspace(session: Session) -> LoadedWorkspace:
    from generator.sources.load import load_workspace
    from generator.workspace import open_workspace

    return load_workspace(open_workspace(session.workspace))


def day_of_option(text: str | None, option: str) -> date | None:
    """Faulty, at the option, where there is no such day."""
    from generator.diagnostics import Faulty, Location
    from generator.register.rules import day

    if text is None:
        return None
    found, faults = day(text)
    if faults:
        hint = _("viết như {option} 25/11/2026").format(option=option)
        raise Faulty(replace(one, where=Location(part=option), hint=hint) for one in faults)
    return found


@contextmanager
def from_option(option: str) -> Iterator[None]:
    """What is found of a value that was typed behind an option has its place there."""
    from generator.diagnostics import Faulty, Location

    try:
        yield
    except Faulty as faulty:
        where = Location(part=option)
        raise Faulty(one if one.where != Location() else one.at(where) for one in faulty.diagnostics) from faulty


def _refuse_unknown_term(register: Register, loaded: LoadedWorkspace, term: str | None) -> None:
    """Faulty, with the nearest name, where neither the book nor the settings have such a term, congress or year."""
    from generator.diagnostics import Diagnostic, Faulty, Location
    from generator.register.book import periods
    from generator.vietnamese.unicode import nearest

    settings = loaded.office_file.register
    named = (*(one.name for one in settings.terms), *(one.name for one in settings.congresses))
    known = [*dict.fromkeys((*named, *periods(register)))]
    if term is None or term in known:
        return
    near = nearest(term, known)
    hint = _("khai nhiệm kỳ ở vanthu.yaml, mục register, terms")
    if known:
        hint = _("đang có: {names}").format(names="; ".join(known))
    if near:
        hint = _("có phải là “{name}”?").format(name=near)
    message = _("không có nhiệm kỳ, đại hội hay năm nào tên “{name}”").format(name=term)
    raise Faulty([Diagnostic("register/unknown-term", message, Location(part="--term"), hint=hint)])


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
        with from_option("--kind"):
            is_id = kind in known
            types = (known[kind],) if is_id else types_called(kind, owner_of(loaded, None, clock.today()).profile)
    office = loaded.office_file.office.id
    with from_option("--unit"):
        issuer = None if unit in (None, "all") else office if unit == office else loaded.unit(str(unit)).id
    return Narrowed(types, issuer, term or (str(year) if year is not None else None))
