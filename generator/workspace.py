"""Where a workspace keeps its files, how it is found, and how a file is written whole.

It reads no file and knows no format.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GeneratorError
from generator.messages import _, mark

OFFICE_FILE = "vanthu.yaml"
UNITS_FILE = "units.yaml"
UNITS_FILES = (UNITS_FILE, "units.xlsx", "units.csv")
"""The forms of the roster; a workspace has one of them."""
_TEMPORARY = ".vanthu-{}.tmp"
_PLAN_SUFFIXES = (".yaml", ".yml")
_REASONS = {
    errno.ENOENT: mark("không có tệp hoặc thư mục này"),
    errno.EACCES: mark("không có quyền"),
    errno.EPERM: mark("không có quyền"),
    errno.EISDIR: mark("đây là một thư mục"),
    errno.ENOTDIR: mark("một phần của đường dẫn không phải là thư mục"),
    errno.EEXIST: mark("đã có một tệp ở đó"),
    errno.ENOSPC: mark("đĩa đã đầy"),
    errno.EDQUOT: mark("đã hết hạn mức đĩa"),
    errno.EROFS: mark("đĩa chỉ cho đọc"),
    errno.ENAMETOOLONG: mark("tên tệp quá dài"),
}


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder of one office; the paths are not checked to exist."""

    root: Path

    @property
    def office_file(self) -> Path:
        return self.root / OFFICE_FILE

    @property
    def units_file(self) -> Path:
        return self.root / UNITS_FILE

    def rosters(self) -> tuple[Path, ...]:
        """The forms of the roster that are there."""
        return tuple(path for name in UNITS_FILES if (path := self.root / name).exists())

    @property
    def plans(self) -> Path:
        return self.root / "plans"

    @property
    def templates_docx(self) -> Path:
        """Mirrors the packaged folder; what stands here replaces it for the whole office."""
        return self.root / "templates_docx"

    @property
    def figures(self) -> Path:
        return self.root / "figures"

    @property
    def progress(self) -> Path:
        """What has been done of each plan, in a file of the plan's name."""
        return self.root / "progress"

    @property
    def out(self) -> Path:
        return self.root / "out"

    def unit_profile(self, unit: str) -> Path:
        return self.root / "units" / unit / "profile.yaml"

    def unit_templates(self, unit: str) -> Path:
        return self.root / "units" / unit / "templates_docx"

    def pictures(self, unit: str | None = None) -> tuple[Path, ...]:
        """The only folders that pictures in templates come from: the unit's, then the office's."""
        own = (self.root / "units" / unit / "pictures",) if unit else ()
        return (*own, self.root / "pictures")

    def plan_files(self) -> tuple[Path, ...]:
        """Every plan that is there, by name."""
        try:
            found = sorted(self.plans.iterdir())
        except OSError:
            return ()
        return tuple(path for path in found if path.suffix.lower() in _PLAN_SUFFIXES and path.is_file())


def find(start: Path) -> Path | None:
    """The nearest folder with a `vanthu.yaml`, from `start` upwards."""
    here = start.absolute()
    # os.path.isfile: a folder above that may not be read is no workspace, and no error.
    return next((d for d in (here, *here.parents) if os.path.isfile(d / OFFICE_FILE)), None)


def open_workspace(named: Path | None) -> Workspace:
    """The workspace that was named, or the nearest one upwards from the current folder."""
    if named is None:
        root = find(Path.cwd())
        message = _("không thấy vanthu.yaml ở thư mục này và các thư mục bên trên")
    else:
        root = named if os.path.isfile(named / OFFICE_FILE) else None
        message = _("thư mục {folder} không có vanthu.yaml").format(folder=named)
    if root is None:
        raise GeneratorError(message, _("tạo thư mục làm việc bằng “vanthu new THƯ_MỤC”, hoặc chỉ ra bằng --workspace"))
    return Workspace(root)


def reason(error: OSError) -> str:
    """Why the system refused, in a few words."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error)


def write_all_whole(files: Mapping[Path, bytes]) -> None:
    """Write several files: every one lies ready beside its place before the first takes it.

    Writes: the paths. One that cannot be written is a GeneratorError, and leaves all as they were before.
    """
    ready: dict[Path, Path] = {}
    path = Path()
    try:
        try:
            for path, data in files.items():
                ready[path] = _lay_ready(path, data)
            for path, temporary in ready.items():
                os.replace(temporary, path)
        finally:
            for temporary in ready.values():
                with contextlib.suppress(OSError):
                    temporary.unlink(missing_ok=True)
    except OSError as error:
        raise GeneratorError(
            _("không ghi được {path}: {reason}").format(path=path, reason=reason(error)),
            _("đóng tệp nếu đang mở trong chương trình khác, kiểm tra quyền ghi và chỗ trống, hoặc chọn nơi khác"),
        ) from error


def clear_remains(folder: Path) -> None:
    """Take away what a process that was killed while it wrote left in the folder. Nobody else may be writing there."""
    for remains in folder.glob(_TEMPORARY.format("*")):
        with contextlib.suppress(OSError):
            remains.unlink()


def _lay_ready(path: Path, data: bytes) -> Path:
    """The data on disk under a name of its own beside `path`."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    path.parent.mkdir(parents=True, exist_ok=True)
    # A short name: `path.name` plus a suffix could pass the limit of 255 bytes.
    temporary = path.parent / _TEMPORARY.format(secrets.token_hex(8))
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary
