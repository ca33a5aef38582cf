"""The only way from a picture's name to a file: inside the folders of pictures that were given, and nowhere else.

It does not look at what the file holds.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from pathlib import Path

from generator.messages import _
from generator.render.raster import PictureFault
from generator.vietnamese.unicode import compose, nearest
from generator.workspace import reason

MAX_BYTES = 5 * 1024 * 1024
_STEP = re.compile(r"[\w(](?:[\w .,()+-]*[\w)])?")
"""A folder's or a file's name: letters of any alphabet, digits and harmless marks; it begins and ends with none."""
_LONGEST, _DEEPEST = 150, 4
_RESERVED = re.compile(r"(con|prn|aux|nul|conin|conout|(com|lpt)[0-9])(\..*)?", re.IGNORECASE)
"""Windows opens a device under these names, whatever their extension."""
_NEW_FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")
"""Not known on every system: follow no link, wait for no pipe, change no byte."""


def find_picture(name: object, folders: Sequence[Path]) -> Path:
    """The file of that name in the first folder that has it, without links on its path; else a `PictureFault`."""
    steps = _steps(name)
    homes = [Path(os.path.realpath(folder)) for folder in folders]
    if not homes:
        message = _("mẫu in ảnh “{name}”, mà ở đây không có thư mục ảnh")
        raise PictureFault(message.format(name=shown(name)), _("đặt ảnh vào thư mục pictures của thư mục làm việc"))
    for home in homes:
        if (file := _walk(home, steps, shown(name))) is not None:
            return file
    listed = sorted({compose(entry) for home in homes for entry in _entries(home.joinpath(*steps[:-1]), home)})
    near = nearest(steps[-1], listed)
    hint = _("có phải là “{near}”?").format(near=near) if near else _("chép ảnh vào thư mục pictures, hoặc sửa tên")
    raise PictureFault(_("không có ảnh “{name}” trong thư mục pictures").format(name=shown(name)), hint)


def read_file(file: Path, name: str) -> bytes:
    """The bytes of a regular file; never waits for a pipe, and never touches a device."""
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            raise _no_file(name)
        flags = os.O_RDONLY
        for flag in _NEW_FLAGS:
            flags |= getattr(os, flag, 0)
        with open(os.open(file, flags), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise _no_file(name)
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = _("không đọc được ảnh “{name}”: {reason}").format(name=name, reason=reason(error))
        raise PictureFault(message, _("kiểm tra quyền đọc tệp ảnh")) from error
    if len(data) > MAX_BYTES:
        message = _("tệp ảnh “{name}” lớn hơn {limit} MB").format(name=name, limit=MAX_BYTES >> 20)
        raise PictureFault(message, _("thu nhỏ ảnh rồi lưu lại"))
    return data


def shown(name: object) -> str:
    """A name that may hold anything, safe to print: no control characters, not long."""
    text = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(name)[:80])
    return text + ("…" if len(str(name)) > 80 else "")


def _steps(name: object) -> list[str]:
    """The steps of a path inside the folder."""
    if not isinstance(name, str):
        message = _("tên ảnh phải là chữ, không phải “{name}”").format(name=shown(name))
        raise PictureFault(message, _("viết tên tệp ảnh trong ngoặc kép, hay dùng trường có tên tệp"))
    # A name may be bare of everything that one system or another gives a meaning of its own; composed first, so
    # that nothing changes behind the check.
    steps = compose(name).split("/")
    if not name.strip():
        raise PictureFault(_("tên ảnh để trống"), _("bọc thẻ bằng {% if … %}, nếu có thể không có ảnh"))
    is_short = len(steps) <= _DEEPEST and len(compose(name).encode(errors="replace")) <= _LONGEST
    if not is_short or not all(_STEP.fullmatch(step) and not _RESERVED.fullmatch(step) for step in steps):
        message = _("“{name}” không dùng làm tên ảnh được").format(name=shown(name))
        hint = _("tên ngắn gồm chữ, số, dấu cách và . , - _ ( ) +, như “logo.png”; thư mục con viết “chung/logo.png”")
        raise PictureFault(message, hint)
    return steps


def _walk(home: Path, steps: Sequence[str], name: str) -> Path | None:
    """Step by step, so that a link is seen before anything behind it is looked at."""
    here = home
    for step in steps:
        entry = step if os.path.lexists(here / step) else _twin(here, home, step)
        if entry is None:
            return None
        here = Path(os.path.realpath(here / entry))
        if not here.is_relative_to(home):
            message = _("ảnh “{name}” là liên kết dẫn ra ngoài thư mục pictures").format(name=name)
            raise PictureFault(message, _("chép chính tệp ảnh vào thư mục pictures"))
    if not here.is_file():
        raise _no_file(name)
    return here


def _twin(here: Path, home: Path, step: str) -> str | None:
    """The entry whose name is the same letters stored another way: macOS takes them apart."""
    return next((entry for entry in _entries(here, home) if compose(entry) == step), None)


def _entries(folder: Path, home: Path) -> list[str]:
    if not Path(os.path.realpath(folder)).is_relative_to(home):
        return []
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _no_file(name: str) -> PictureFault:
    message = _("“{name}” không phải là một tệp thường").format(name=name)
    return PictureFault(message, _("chép chính tệp ảnh vào thư mục pictures"))
