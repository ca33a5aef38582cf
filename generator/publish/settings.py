"""The user profile that LibreOffice finds at its start: nothing is fetched, run, updated, recovered or asked.

A profile is for one process and is thrown away with it.
"""

from __future__ import annotations

from pathlib import Path

_COMMON, _WRITER = "/org.openoffice.Office.Common", "/org.openoffice.Office.Writer"
_NOWHERE = "127.0.0.1"
"""As a proxy, at a port where nothing listens: what would be fetched all the same gets no further."""
_CLOSED_PORT = 9
_SETTINGS: tuple[tuple[str, str, str | int | bool], ...] = (
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", True),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", True),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", 3),
    (f"{_COMMON}/Misc", "FirstRun", False),
    (f"{_COMMON}/Misc", "ShowTipOfTheDay", False),
    (f"{_COMMON}/Misc", "CrashReport", False),
    (f"{_COMMON}/Misc", "CollectUsageInformation", False),
    (f"{_COMMON}/History", "PickListSize", 0),
    (f"{_WRITER}/Content/Update", "Link", 0),
    (f"{_WRITER}/Content/Update", "Chart", False),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", False),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "SessionData", False),
    (
        "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments",
        "AutoCheckEnabled",
        False,
    ),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", 2),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", _CLOSED_PORT),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", _CLOSED_PORT),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", False),
)


def seed(profile: Path) -> None:
    """Writes: the settings of a new user profile."""
    folder = profile / "user"
    folder.mkdir(parents=True)
    items = "".join(_item(path, name, value) for path, name, value in _SETTINGS)
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _item(path: str, name: str, value: str | int | bool) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    path = path.replace("'", "&apos;")
    return f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{text}</value></prop></item>\n'
