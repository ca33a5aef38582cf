"""What databases say when they cannot, in words a clerk understands, with what to do about it.

It mends nothing, and leaves alone what is our own fault.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError

from generator.errors import GeneratorError
from generator.messages import _, mark

_LOCKED = mark("sổ {place} đang bận: chương trình khác giữ khóa quá lâu")
_WAIT = mark("đợi chương trình kia xong rồi làm lại; chưa số nào bị mất")
_FULL = mark("không ghi được sổ {place}: đĩa đã đầy")
_MAKE_ROOM = mark("giải phóng đĩa rồi làm lại; những số đã ghi vẫn nguyên vẹn")
_READ_ONLY = mark("không ghi được sổ {place}: không có quyền, hoặc đĩa chỉ cho đọc")
_PERMISSION = mark("kiểm tra quyền ghi vào tệp sổ và thư mục chứa nó")
_DAMAGED = mark("sổ {place} bị hỏng hoặc bị cắt cụt")
_RESTORE = mark(
    "không dùng tiếp tệp này: lấy bản sao lưu gần nhất, đối chiếu với văn bản đã phát hành, rồi nhập các số còn thiếu"
)
_INPUT_OUTPUT = mark("đĩa báo lỗi khi đọc hoặc ghi sổ {place}")
_DISK = mark("kiểm tra đĩa và chỗ trống rồi làm lại; lần ghi dở đã được bỏ")
_CANNOT_OPEN = mark("không mở được sổ {place}")
_NOT_A_BOOK = mark("{place} không phải là sổ của Vanthu")
_OTHER_FILE = mark("chỉ đúng tệp sổ ở register trong vanthu.yaml, hoặc dời tệp này đi chỗ khác")
_NO_SERVER = mark("không kết nối được với máy chủ của sổ {place}")
_CHECK_SERVER = mark("kiểm tra máy chủ đang chạy và địa chỉ register trong vanthu.yaml; nhờ người quản trị")
_NO_ACCESS = mark("máy chủ của sổ {place} không nhận tên đăng nhập hoặc mật khẩu, hoặc chưa cấp quyền")
_CHECK_ACCESS = mark("kiểm tra tên, mật khẩu trong địa chỉ register; nhờ người quản trị cấp quyền")

_SQLITE = {
    5: (_LOCKED, _WAIT),
    6: (_LOCKED, _WAIT),
    8: (_READ_ONLY, _PERMISSION),
    10: (_INPUT_OUTPUT, _DISK),
    11: (_DAMAGED, _RESTORE),
    13: (_FULL, _MAKE_ROOM),
    14: (_CANNOT_OPEN, _PERMISSION),
    26: (_NOT_A_BOOK, _OTHER_FILE),
}
"""By the low byte of SQLite's error code: BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB."""
_POSTGRESQL = (
    ("53100", (_FULL, _MAKE_ROOM)),
    ("55P03", (_LOCKED, _WAIT)),
    ("57014", (_LOCKED, _WAIT)),
    ("25006", (_READ_ONLY, _CHECK_ACCESS)),
    ("28", (_NO_ACCESS, _CHECK_ACCESS)),
    ("42501", (_NO_ACCESS, _CHECK_ACCESS)),
    ("XX001", (_DAMAGED, _RESTORE)),
    ("XX002", (_DAMAGED, _RESTORE)),
    ("3D000", (_NO_SERVER, _CHECK_SERVER)),
    ("08", (_NO_SERVER, _CHECK_SERVER)),
    ("53", (_NO_SERVER, _CHECK_SERVER)),
    ("57P", (_NO_SERVER, _CHECK_SERVER)),
)
"""By the beginning of PostgreSQL's SQLSTATE; the first that fits."""
_WORTH_ANOTHER_TRY = ("40001", "40P01", "23505")
_SQLITE_UNIQUE = (1555, 2067)


@contextlib.contextmanager
def told(place: str) -> Iterator[None]:
    """A database that cannot go on is a GeneratorError; what it refuses for our fault stays as it is."""
    try:
        yield
    except DBAPIError as error:
        words = _words(error)
        if words is None:
            raise
        raise GeneratorError(_(words[0]).format(place=place), _(words[1])) from error


def is_worth_another_try(error: DBAPIError) -> bool:
    """Two clerks at once, and the database has let one of them win: nothing of ours was written."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code in _SQLITE_UNIQUE or getattr(error.orig, "sqlstate", None) in _WORTH_ANOTHER_TRY


def _words(error: DBAPIError) -> tuple[str, str] | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return _SQLITE.get(code & 0xFF)
    if not hasattr(error.orig, "sqlstate"):
        return None
    state = getattr(error.orig, "sqlstate", None)
    if state is None:  # the server was not reached, or went away
        return (_NO_SERVER, _CHECK_SERVER) if error.connection_invalidated or _is_operational(error) else None
    return next((words for beginning, words in _POSTGRESQL if state.startswith(beginning)), None)


def _is_operational(error: DBAPIError) -> bool:
    return type(error.orig).__name__ == "OperationalError"
