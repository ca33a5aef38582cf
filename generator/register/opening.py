"""The register of a workspace opened: found by its address, made, led on to the newest shape, or refused with a reason.

It gives no numbers. What is doubtful about a file of SQLite is looked at by `file`.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, make_url, text
from sqlalchemy.exc import ArgumentError

from generator.diagnostics import Faulty
from generator.errors import GeneratorError
from generator.messages import _
from generator.model.register import RegisterSettings
from generator.register import file
from generator.register.address import REGISTER_FILE, file_of, is_on_server
from generator.register.database import Register, postgresql_engine, sqlite_engine
from generator.register.faults import told
from generator.register.schema import HEAD
from generator.register.series import Rules, settings_faults
from generator.register.upgrade import is_known, upgrade, version

__all__ = ["REGISTER_FILE", "open_register"]

_DRIVER = "postgresql+psycopg"
# Any number that only we use: whoever makes or leads on the tables holds this lock.
_MAKING = 0x56616E746875


def open_register(root: Path, settings: RegisterSettings, office: str) -> Register:
    """The register of the workspace `root`, made where there is none. Writes: the database.

    Faulty where the settings contradict themselves; a GeneratorError where the register cannot or must not be used.
    """
    if found := tuple(settings_faults(settings)):
        raise Faulty(found)
    rules = Rules(settings, office)
    if is_on_server(settings):
        return _on_server(_url(settings.address), rules, root)
    return _on_file(file_of(root, settings), rules, root)


def _on_file(path: Path, rules: Rules, root: Path) -> Register:
    place = str(path)
    if file.is_missing(path):
        file.make(path)
    engine = sqlite_engine(path)
    with told(place):
        file.refuse_strangers(engine, path)
        _lead_on(engine, place, "BEGIN IMMEDIATE")
        refusal = file.refusal(engine, path)
    return Register(engine, place, rules, root, file.warnings(path), refusal)


def _url(address: str) -> URL:
    hint = _("viết register: postgresql+psycopg://TÊN:MẬT_KHẨU@MÁY_CHỦ/CƠ_SỞ_DỮ_LIỆU, hoặc bỏ để dùng một tệp")
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise GeneratorError(_("địa chỉ sổ (register) không đọc được"), hint) from error
    if url.drivername not in (_DRIVER, "postgresql"):
        raise GeneratorError(_("không có loại sổ “{kind}”").format(kind=url.drivername), hint)
    return url.set(drivername=_DRIVER)


def _on_server(url: URL, rules: Rules, root: Path) -> Register:
    # Neither the password nor what may be among the settings behind the question mark.
    place = url.set(query={}).render_as_string(hide_password=True)
    try:
        engine = postgresql_engine(url)
    except ImportError as error:
        raise GeneratorError(
            _("thiếu thư viện để dùng sổ trên máy chủ PostgreSQL"), _('cài bằng: pip install "vanthu[postgresql]"')
        ) from error
    with told(place):
        _lead_on(engine, place, f"SELECT pg_advisory_xact_lock({_MAKING})")
    return Register(engine, place, rules, root)


def _lead_on(engine: Engine, place: str, lock: str) -> None:
    with engine.connect() as connection, connection.begin():
        if _is_newest(connection, place):
            return
    changing = engine.execution_options(vanthu_changes=True)
    with changing.connect() as connection, connection.begin():
        if not lock.startswith("BEGIN"):  # SQLite's begins with it
            connection.execute(text(lock))
        if not _is_newest(connection, place):
            upgrade(connection, version(connection))


def _is_newest(connection: Connection, place: str) -> bool:
    found = version(connection)
    if found is not None and not is_known(found):
        raise GeneratorError(
            _("sổ {place} do một bản Vanthu mới hơn ghi ({version})").format(place=place, version=found),
            _("cập nhật Vanthu trên máy này rồi làm lại; sổ chưa bị thay đổi gì"),
        )
    return found == HEAD
