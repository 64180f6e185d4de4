"""Where a live database may lie: on a disk of this computer, not on a share, a stick or in a synchronised folder.

File locks and sync are not dependable on network shares, a stick is pulled out, and a synchronising program copies a
database in the middle of a change. Every function takes what it looks at as an argument.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath
from typing import Literal

Unfit = Literal["network", "removable", "synced"]

_NETWORK_FILE_SYSTEMS = re.compile(
    r"nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|glusterfs|lustre|davfs2?|beegfs|gpfs"
    r"|fuse\.(davfs2|sshfs|rclone|gvfsd-fuse|glusterfs|ceph|s3fs|smbnetfs)"
)
_SYNCED_FOLDER = re.compile(
    r"""(?ix) ^(?:
        onedrive(?:\ -\ .+)? | sharepoint | dropbox(?:\ \(.+\))? | google\ ?drive(?:\ \(.+\))? | googledrive-.+
        | my\ drive | マイドライブ | 共有ドライブ | box\ sync | box-box | iclouddrive | icloud\ drive
        | mobile\ documents | com~apple~clouddocs | nextcloud | owncloud | pcloud\ ?drive | synologydrive | megasync
    )$"""
)
_SYNCED_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SYNCED_MARKERS = (".dropbox", ".dropbox.cache", ".sync_journal.db", ".SynologyWorkingDirectory")

# Answers of GetDriveTypeW.
_DRIVE_REMOVABLE = 2
_DRIVE_REMOTE = 4


@dataclass(frozen=True)
class Mount:
    """One line of /proc/self/mountinfo: device number (major:minor), mount point, file system, its options."""

    device: str
    point: str
    file_system: str
    options: str


def unfit(path: Path) -> Unfit | None:
    """Why the folder of ``path`` cannot hold a live database on this computer; None where it can."""
    folder = path.resolve().parent
    if sys.platform == "win32":
        import ctypes

        drive_type: Callable[[str], int] = ctypes.windll.kernel32.GetDriveTypeW
        cause = windows_cause(PureWindowsPath(folder), drive_type)
    else:
        mounts = Path("/proc/self/mountinfo")
        text = mounts.read_text(encoding="utf-8", errors="surrogateescape") if mounts.exists() else ""
        cause = linux_cause(folder, text, Path("/sys/dev/block"))
    return cause or synced_cause(folder, os.environ, Path.home())


def linux_cause(folder: PurePath, mountinfo: str, block_devices: Path) -> Unfit | None:
    """Network or removable by the text of /proc/self/mountinfo and the folder /sys/dev/block."""
    mount = mount_of(folder, mountinfo)
    if mount is None:
        return None
    if _NETWORK_FILE_SYSTEMS.fullmatch(mount.file_system) or (
        mount.file_system == "9p" and "trans=tcp" in mount.options
    ):
        return "network"  # 9p without TCP is a folder of the machine this one runs in
    if mount.point == "/":
        return None  # what the computer itself started from does not go away
    device = (block_devices / mount.device).resolve()
    for place in (device, device.parent):  # a partition's answer stands at its disk
        answer = place / "removable"
        if answer.is_file():
            return "removable" if answer.read_text(encoding="ascii").strip() == "1" else None
    return None


def mount_of(folder: PurePath, mountinfo: str) -> Mount | None:
    """The mount that holds an absolute folder: the one with the longest mount point, the later of equals."""
    found: Mount | None = None
    for line in mountinfo.splitlines():
        front, _, back = line.partition(" - ")
        fields, kind = front.split(), back.split()
        if len(fields) < 5 or not kind:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), fields[4])
        if folder.is_relative_to(point) and (found is None or len(point) >= len(found.point)):
            found = Mount(fields[2], point, kind[0], kind[-1])
    return found


def windows_cause(folder: PureWindowsPath, drive_type: Callable[[str], int]) -> Unfit | None:
    """Network or removable by the drive of a Windows path; ``drive_type`` answers as GetDriveTypeW."""
    if folder.drive.startswith("\\\\") and not folder.drive.startswith("\\\\?\\"):
        return "network"
    kinds: Mapping[int, Unfit] = {_DRIVE_REMOTE: "network", _DRIVE_REMOVABLE: "removable"}
    return kinds.get(drive_type(folder.drive.removeprefix("\\\\?\\") + "\\"))


def synced_cause(folder: Path, environment: Mapping[str, str], home: PurePath) -> Unfit | None:
    """``synced`` where a parent is known, by name, variable or mark, as the folder of a synchronising program."""
    named = [environment[name] for name in _SYNCED_VARIABLES if environment.get(name)]
    if any(folder.is_relative_to(root) for root in named):
        return "synced"
    for place in (folder, *folder.parents):
        if _SYNCED_FOLDER.match(place.name) or (place.name == "Box" and place.parent == home):
            return "synced"
        if any((place / mark).exists() for mark in _SYNCED_MARKERS):
            return "synced"
    return None
