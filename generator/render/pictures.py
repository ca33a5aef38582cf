"""The filter `picture`, and the pictures of one document: each is embedded once, however often it is printed.

It opens no file: `jail` does. What it puts into the package is told by `package_parts`; drawings are numbered there.
"""

from __future__ import annotations

import hashlib
import math
import os
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.diagnostics import Diagnostic
from generator.messages import _
from generator.render.jail import find_picture, read_file, shown
from generator.render.package_parts import Parts, Written
from generator.render.raster import PictureFault, read_raster
from generator.templates.archive import Member, member
from generator.templates.compiled import Compiled
from generator.vietnamese.unicode import compose, fold_whitespace, illegal_characters

MAX_PICTURES, MAX_TOTAL = 50, 25 * 1024 * 1024
MAX_MILLIMETRES = 500
_MAX_FAULTS = 10
_EMU = 36_000
"""English metric units in a millimetre."""
_PREFIX = "rIdVtPicture"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to stand in any document."""

    part: Member
    """Under a name that tells its content."""
    width: int
    height: int


@lru_cache(maxsize=16)
def _prepared(file: Path, _stamp: tuple[int, ...], name: str) -> Picture:
    """Read, checked and compressed once for all documents that print it; the stamp changes with the file."""
    raster = read_raster(read_file(file, name), name)
    digest = hashlib.sha256(raster.data).hexdigest()[:16]
    part = member(f"word/media/vt-{digest}.{raster.kind}", raster.data)
    return Picture(part, raster.width, raster.height)


class Album:
    """The pictures of one document while it is filled."""

    def __init__(self, compiled: Compiled, folders: Sequence[Path]) -> None:
        self._compiled = compiled
        self._folders = folders
        self._found: dict[str, Picture] = {}
        self._uses: dict[str, dict[Picture, str]] = {}
        """The relationship of every picture of every part, in the order of their first use."""
        self._faults: dict[str, PictureFault] = {}
        self._sought: str | None = None
        self._included: dict[str, Member] = {}
        """Further parts of the document, by the id under which what is printed points to them."""
        self._parts: Parts | None = None

    def find(self, name: Any) -> Picture:
        """The picture of a name; Faulty names, files and pictures raise a `PictureFault`."""
        if not isinstance(name, str) or name not in self._found:
            file = find_picture(name, self._folders)
            try:
                now = os.stat(file)
            except OSError:
                now = os.stat_result((0,) * 10)  # reading it will say why
            stamp = (now.st_mtime_ns, now.st_size, now.st_ino, now.st_dev)
            self._found[name] = _prepared(file, stamp, shown(name))
        return self._found[name]

    def refer(self, part: str, picture: Picture) -> str:
        """The id by which a part of the document points to the picture."""
        uses = self._uses.setdefault(part, {})
        if picture not in uses:
            self._bound(picture)
            taken = {*self._package().relationship_ids(part), *uses.values()}
            uses[picture] = next(one for n in range(1, len(taken) + 2) if (one := f"{_PREFIX}{n}") not in taken)
        return uses[picture]

    def include(self, identifier: str, part: Member) -> None:
        """A part of our own making, in the package of whatever part names the id."""
        self._included[identifier] = part

    def note(self, fault: PictureFault) -> None:
        """Kept, so that all faults are told at once; raised where its place is being looked for."""
        if self._sought is None and len(self._faults) < _MAX_FAULTS:
            self._faults.setdefault(fault.text, fault)
        elif self._sought in (None, fault.text):
            raise fault

    def diagnostics(self, context: Mapping[str, Any]) -> list[Diagnostic]:
        """The faults that were met, each with its place: found by filling once more up to it."""
        told = []
        for text, fault in self._faults.items():
            self._sought = text
            where = self._compiled.explain(fault, context).where
            told.append(Diagnostic("template/picture", text, where, hint=fault.hint))
        self._sought = None
        return told

    @property
    def has_faults(self) -> bool:
        return bool(self._faults)

    def contents(self, texts: Mapping[str, str]) -> Sequence[Member | Written]:
        """The parts of the document, with its pictures; `texts` are the parts that were filled, by name."""
        if not self._uses and not any("<wp:docPr" in text for text in texts.values()):
            return [
                part if isinstance(part, Member) else Written(part.name, texts[part.name])
                for part in self._compiled.members
            ]
        uses = {part: [(key, one.part) for one, key in found.items()] for part, found in self._uses.items()}
        for identifier, one in self._included.items():
            for part in (name for name, text in texts.items() if f'r:id="{identifier}"' in text):
                uses.setdefault(part, []).append((identifier, one))
        return self._package().with_pictures(texts, uses)

    def _package(self) -> Parts:
        if self._parts is None:
            self._parts = Parts(self._compiled.members)
        return self._parts

    def _bound(self, new: Picture) -> None:
        all_of_them = {new} | {one for uses in self._uses.values() for one in uses}
        if len(all_of_them) > MAX_PICTURES or sum(len(one.part.data) for one in all_of_them) > MAX_TOTAL:
            message = _("văn bản có quá {limit} ảnh khác nhau, hoặc ảnh nặng quá {size} MB")
            hint = _("bớt ảnh, hoặc thu nhỏ ảnh rồi lưu lại")
            raise PictureFault(message.format(limit=MAX_PICTURES, size=MAX_TOTAL >> 20), hint)


_ALBUM: ContextVar[Album | None] = ContextVar("album", default=None)
"""What the filter prints into: a template's context stays plain data, so it cannot come from there."""


@contextmanager
def pictures_of(compiled: Compiled, folders: Sequence[Path]) -> Iterator[Album]:
    """Where the filter looks, and what it prints, while one document is filled."""
    album = Album(compiled, folders)
    before = _ALBUM.set(album)
    try:
        yield album
    finally:
        _ALBUM.reset(before)


def include(identifier: str, part: Member) -> None:
    """A part into the package of the document that is being filled, under an id that no other part has."""
    album = _ALBUM.get()
    if album is not None:
        album.include(identifier, part)


@pass_context
def picture(context: Context, name: Any, width: Any = None, height: Any = None, alt: Any = "") -> Markup:
    """A picture of the folder `pictures`, so many millimetres wide or high; for `{{r name | picture(width=30) }}`."""
    album = _ALBUM.get()
    part = (context.name or "").partition(":")[0]
    try:
        if album is None or not part.startswith("word/"):
            message = _("ảnh “{name}” không in được ở đây").format(name=shown(name))
            raise PictureFault(message, _("ảnh in trong thân, đầu trang, chân trang hay chú thích"))
        found = album.find(name)
        wide, high = _extent(found, width, height)
        described = _described(alt)
        return Markup(_drawing(album.refer(part, found), wide, high, posixpath.basename(str(name)), described))
    except PictureFault as fault:
        if album is None:
            raise
        album.note(fault)
        return Markup()


def _extent(found: Picture, width: Any, height: Any) -> tuple[int, int]:
    """Width and height in the units of a drawing; the one that is not told keeps the picture's proportions."""
    if width is None and height is None:
        raise PictureFault(_("thẻ ảnh thiếu bề rộng"), _("viết thẳng số mi-li-mét: picture(width=30)"))
    wide = _length(width) if width is not None else _length(height) * found.width / found.height
    high = _length(height) if height is not None else _length(width) * found.height / found.width
    if max(wide, high) > MAX_MILLIMETRES:
        message = _("ảnh in ra quá lớn: {width} × {height} mm").format(width=round(wide), height=round(high))
        raise PictureFault(message, _("mỗi chiều không quá {limit} mm").format(limit=MAX_MILLIMETRES))
    return max(round(wide * _EMU), 1), max(round(high * _EMU), 1)


def _length(value: Any) -> float:
    """Millimetres; the values of data files are text, with a comma or a point."""
    try:
        length = float(value.replace(",", ".") if isinstance(value, str) else value)
    except (TypeError, ValueError):
        length = math.nan
    if isinstance(value, bool) or not 1 <= length <= MAX_MILLIMETRES:
        message = _("“{value}” không phải bề rộng hay bề cao của ảnh").format(value=shown(value))
        raise PictureFault(message, _("viết số mi-li-mét từ 1 đến {limit}").format(limit=MAX_MILLIMETRES))
    return length


def _described(alt: Any) -> str:
    """The attribute that screen readers read out; nothing where there is nothing to read."""
    text = fold_whitespace(compose(str(alt)))
    if illegal_characters(text):
        raise PictureFault(_("lời tả ảnh có ký tự không in được"), _("gõ lại lời tả ở alt"))
    return f' descr="{escape(text)}"' if text else ""


def _drawing(identifier: str, wide: int, high: int, name: str, described: str) -> str:
    """A run with the picture in line with the text; its number, 0, is given when the document is whole."""
    named = f'name="{escape(compose(name))}"{described}'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_MAIN}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="0" {named}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{_MAIN}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_MAIN}/main"><a:graphicData uri="{_MAIN}/picture">'
        f'<pic:pic xmlns:pic="{_MAIN}/picture"><pic:nvPicPr><pic:cNvPr id="0" {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_RELATED}" r:embed="{identifier}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
