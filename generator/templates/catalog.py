"""Which template serves what: unit before office before package, file by file, and the chain that each extends.

It does not compile them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import resources
from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _
from generator.templates.blocks import extends
from generator.templates.fixed import bypassed
from generator.templates.marks import fixed_in
from generator.templates.package import DOCUMENT, read_package
from generator.vietnamese.unicode import nearest

MAX_CHAIN = 8
_NAME = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*")
"""A name is part of a path, and comes from files of others: no way up, and no way to the root."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """Folders of templates, the most special first; the packaged one is always the last."""

    folders: tuple[Path, ...]

    @classmethod
    def of(cls, *special: Path) -> Catalog:
        """The folders of a unit and an office that exist, before the packaged one."""
        return cls((*(folder for folder in special if folder.is_dir()), resources.templates()))

    def names(self) -> list[str]:
        """Every template that can be asked for: `party/plan`, `state/base` …"""
        names = {_name(file, folder) for folder in self.folders for file in _files(folder)}
        return sorted(name for name in names if _NAME.fullmatch(name))

    def find(self, name: str, *, below: Path | None = None) -> Path | None:
        """The file that serves a name; `below` a file of that same name: the one which that file replaces."""
        if not _NAME.fullmatch(name):
            return None
        found = [file for folder in self.folders if _is_inside(file := folder / f"{name}.docx", folder)]
        places = [file.resolve() for file in found]
        if below is not None and below.resolve() in places:
            found = found[places.index(below.resolve()) + 1 :]
        return found[0] if found else None

    def chain(self, name: str) -> Sequence[tuple[str, Path]]:
        """(name, file) from the template that serves `name` down to its base; Faulty where the chain breaks."""
        file = self.find(name)
        if file is None:
            raise Faulty([self._missing(name, Location())])
        return self.chain_down(name, file)

    def chain_of(self, file: Path) -> Sequence[tuple[str, Path]]:
        """The chain that begins with this file, wherever it lies; in a folder of the catalog it has its name there."""
        inside = [folder for folder in self.folders if file.resolve().is_relative_to(folder.resolve())]
        name = _name(file.resolve(), inside[0].resolve()) if inside else file.stem
        return self.chain_down(name, file)

    def chain_down(self, name: str, file: Path) -> Sequence[tuple[str, Path]]:
        """The chain that begins with this file under this name."""
        chain = [(name, file)]
        while (parent := extends(read_package(chain[-1][1]))) is not None:
            where = Location(chain[-1][1])
            found = self.find(parent, below=chain[-1][1])
            if found is None and (parent != chain[-1][0] or not _NAME.fullmatch(parent)):
                raise Faulty([self._missing(parent, where)])
            file = found or chain[-1][1]
            if (parent, file) in chain:
                names = " → ".join([*(one for one, _file in chain), parent])
                raise Faulty([_fault("template/cycle", _("mẫu kế thừa vòng tròn: {names}").format(names=names), where)])
            if len(chain) == MAX_CHAIN:
                message = _("mẫu kế thừa qua hơn {most} tệp").format(most=MAX_CHAIN)
                raise Faulty([_fault("template/too-deep", message, where)])
            chain.append((parent, file))
        if faults := [fault for name, file in chain for fault in self._bypassed(name, file, chain)]:
            raise Faulty(dict.fromkeys(faults))
        return chain

    def _bypassed(self, name: str, file: Path, chain: Sequence[tuple[str, Path]]) -> Iterator[Diagnostic]:
        """Fixed blocks of the template that this one replaces, where the chain does not go through it."""
        used = {one.resolve() for _name, one in chain}
        replaced = self.find(name, below=file)
        # A file that is none of the catalog's replaces nothing.
        if replaced is None or replaced.resolve() in used:
            return
        for _name, above in self.chain_down(name, replaced):
            # Nothing packaged is fixed, but what is packaged builds on bases that others have changed.
            if above.resolve() in used or self._is_packaged(above):
                continue
            if blocks := fixed_in(read_package(above).xml(DOCUMENT)):
                yield bypassed(name, file, above, blocks)

    def links_outside(self) -> Iterator[Diagnostic]:
        """Files that are links and lead out of their folder: they serve nothing."""
        for folder in self.folders[:-1]:
            for file in sorted(_files(folder)):
                if file.is_symlink() and not _is_inside(file, folder):
                    message = _("tệp mẫu này là liên kết ra ngoài thư mục mẫu nên không được dùng")
                    hint = _("chép chính tệp đó vào đây thay cho liên kết")
                    yield Diagnostic("template/link-outside", message, Location(file), Severity.WARNING, hint=hint)

    def _is_packaged(self, file: Path) -> bool:
        return file.resolve().is_relative_to(self.folders[-1].resolve())

    def _missing(self, name: str, where: Location) -> Diagnostic:
        near = nearest(name, self.names())
        hint = _("có phải là “{near}”?").format(near=near) if near else _("`vanthu template list` kể các mẫu đang có")
        message = _("không có mẫu “{name}”").format(name=name)
        return Diagnostic("template/unknown-template", message, where, hint=hint)


def _files(folder: Path) -> Iterator[Path]:
    # Word keeps a lock file `~$name.docx` beside a document that is open.
    return (file for file in folder.rglob("*.docx") if file.is_file() and not file.name.startswith("~$"))


def _is_inside(file: Path, folder: Path) -> bool:
    """A file that is there; a link that leads out of the folder does not count."""
    return file.is_file() and file.resolve().is_relative_to(folder.resolve())


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).with_suffix("").as_posix()


def _fault(code: str, message: str, where: Location) -> Diagnostic:
    return Diagnostic(code, message, where)
