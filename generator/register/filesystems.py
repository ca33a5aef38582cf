"""What sort of file system a path is on, as far as the system tells.

It does not say what to do about it.
"""

from __future__ import annotations

import re
from pathlib import Path

_PLAIN = ("9p", "afs", "ceph", "cifs", "davfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs")
NETWORK = frozenset({*_PLAIN, "fuse.davfs", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs"})
# Their files are numbered anew whenever they are mounted.
UNNUMBERED = NETWORK | {"exfat", "fat", "fuse", "fuseblk", "msdos", "ntfs", "ntfs3", "vfat", "virtiofs"}

_MOUNTS = Path("/proc/self/mountinfo")
_WINDOWS_SHARE = re.compile(r"[\\/]{2}[^\\/?.]")


def type_of(path: Path, mounts: Path = _MOUNTS) -> str:
    """`ext4`, `nfs4`; `smb3` for a share of Windows; empty where the system does not tell."""
    if _WINDOWS_SHARE.match(str(path)):
        return "smb3"
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, found = -1, ""
    for line in lines:
        before, _dash, after = line.partition(" - ")
        fields, rest = before.split(" "), after.split(" ")
        if len(fields) < 5 or not rest[0]:
            continue
        point = Path(_unescaped(fields[4]))
        if (path == point or point in path.parents) and len(point.parts) >= best:
            best, found = len(point.parts), rest[0]
    return found


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)
