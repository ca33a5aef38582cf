"""Templates taken out for a unit or an office, and compared with what stands above them.

It writes nothing. What is taken out must compile, which is tried where templates of others cannot do harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.pipeline.produce import examine
from generator.pipeline.shelf import Shelf
from generator.profile.regimes import load_regime, regimes
from generator.templates import eject
from generator.templates.differences import differences, since_ejected
from generator.templates.fixed import shown
from generator.templates.flatten import flat
from generator.templates.marks import fixed_in
from generator.templates.package import DOCUMENT, read_package
from generator.templates.record import read_record

Chain = Sequence[tuple[str, Path]]


def ejected(shelf: Shelf, name: str, blocks: Sequence[str] = ()) -> bytes:
    """Blocks of the template that serves `name`, or without any the whole of it, as a file.

    Faulty where there is no such template or block, where one of its files has faults, or where a block is fixed.
    """
    chain = shelf.catalog.chain(name)
    side = name.partition("/")[0]
    profile = shelf.profile(side)
    examine(tuple(chain), profile, prints_content=False)
    found = flat(chain)
    above = _above(shelf, chain, name)
    base = flat(above) if above else found
    others = [one for one in map(load_regime, regimes()) if one.side == side]
    _refuse_fixed(above or chain, blocks)
    if blocks:
        return eject.some(found, base, name, blocks, profile, others)
    return eject.whole(found, base, name, profile, others)


@dataclass(frozen=True, slots=True)
class Compared:
    file: Path
    base: Path
    lines: tuple[str, ...]


def compared(shelf: Shelf, name: str) -> Compared:
    """What a template changes, and what has changed above it since it was ejected, in words."""
    catalog = shelf.catalog
    chain = catalog.chain_of(Path(name)) if name.endswith(".docx") else catalog.chain(name)
    file = chain[0][1]
    record = read_record(read_package(file))
    base = chain[1:] or _replaced(shelf, chain[0], record.template if record else None)
    if not base:
        hint = _("mẫu con bắt đầu bằng {%p extends … %}; mẫu thay cả tệp thì đặt dưới tên của mẫu mà nó thay")
        message = _("mẫu này không dựa trên mẫu nào và không thay mẫu nào, nên không có gì để so")
        raise Faulty([Diagnostic("template/no-base", message, Location(file), hint=hint)])
    own, above = flat(chain), flat(base)
    lines = list(differences(own, above, is_whole=len(chain) == 1))
    if record is not None:
        lines += since_ejected(record, above)
    return Compared(file, base[0][1], tuple(lines))


def _above(shelf: Shelf, chain: Chain, name: str) -> Chain:
    """The chain without the shelf's own file for `name`: what stands above an ejected file."""
    first = chain[0][1].resolve()
    if shelf.own is None or first != (shelf.own / f"{name}.docx").resolve():
        return chain
    return _replaced(shelf, chain[0], None)


def _replaced(shelf: Shelf, first: tuple[str, Path], recorded: str | None) -> Chain:
    """The chain that would serve a name if this file were not there."""
    name, file = first
    catalog = shelf.catalog
    for one in (name, recorded or ""):
        found = catalog.find(one, below=file) if one else None
        if found is not None and found.resolve() != file.resolve():
            return catalog.chain_down(one, found)
    return ()


def _refuse_fixed(chain: Chain, blocks: Sequence[str]) -> None:
    """What stands above has fixed: it would be refused as soon as it is used."""
    fixed = {name: file for _one, file in reversed(chain) for name in fixed_in(read_package(file).xml(DOCUMENT))}
    faults = []
    for name, file in fixed.items():
        if not blocks or name in blocks:
            message = _("khối “{name}” không được thay: {file} đã cố định khối này").format(name=name, file=shown(file))
            hint = _("lấy riêng các khối khác bằng --block")
            faults.append(Diagnostic("template/fixed-block", message, hint=hint))
    if faults:
        raise Faulty(faults)
