"""Network shares, sticks and synchronised folders are told from the computer's own disk."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from dxdesk.store import location
from dxdesk.store.database import create_database, open_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.location import linux_cause, mount_of, synced_cause, windows_cause

MOUNTS = """\
22 28 0:21 / /proc rw,relatime - proc proc rw
28 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 28 0:45 / /mnt/share rw,relatime shared:5 - cifs //server/share rw,vers=3.0
31 28 0:46 / /mnt/nfs rw,relatime - nfs4 server:/export rw
32 28 0:47 / /home/user/remote rw,relatime - fuse.sshfs user@host:/ rw
33 28 8:17 / /media/user/USB\\040STICK rw,relatime - vfat /dev/sdb1 rw
34 28 8:2 / /home rw,relatime - ext4 /dev/sda2 rw
35 28 0:48 / /mnt/folder rw,relatime - 9p host rw,trans=virtio
36 28 0:49 / /mnt/nine rw,relatime - 9p host rw,trans=tcp,port=564
37 30 8:3 / /mnt/share/own rw,relatime - ext4 /dev/sda3 rw
broken line
"""


@pytest.fixture
def block_devices(tmp_path: Path) -> Path:
    """A folder as /sys/dev/block: numbers that lead to disks and their partitions."""
    devices = tmp_path / "dev" / "block"
    devices.mkdir(parents=True)
    for disk, removable, partitions in (("sda", "0", {"8:1": 1, "8:2": 2, "8:3": 3}), ("sdb", "1", {"8:17": 1})):
        (tmp_path / disk).mkdir()
        (tmp_path / disk / "removable").write_text(removable + "\n")
        for number, partition in partitions.items():
            (tmp_path / disk / f"{disk}{partition}").mkdir()
            (devices / number).symlink_to(tmp_path / disk / f"{disk}{partition}")
    return devices


@pytest.mark.parametrize(
    ("folder", "cause"),
    [
        ("/mnt/share/町/DX", "network"),
        ("/mnt/nfs", "network"),
        ("/home/user/remote/a", "network"),
        ("/mnt/nine", "network"),
        ("/mnt/folder", None),
        ("/mnt/share/own/a", None),
        ("/mnt/shared", None),
        ("/media/user/USB STICK/DX", "removable"),
        ("/home/user", None),
        ("/var/lib", None),
    ],
)
def test_the_mount_that_holds_a_folder_decides(block_devices: Path, folder: str, cause: str | None) -> None:
    assert linux_cause(PurePosixPath(folder), MOUNTS, block_devices) == cause


def test_the_disk_the_computer_started_from_is_never_a_stick(block_devices: Path) -> None:
    live = "28 1 8:17 / / rw,relatime - ext4 /dev/sdb1 rw\n"
    assert linux_cause(PurePosixPath("/home"), live, block_devices) is None


def test_without_a_list_of_mounts_nothing_is_refused(block_devices: Path) -> None:
    assert mount_of(PurePosixPath("/home"), "") is None
    assert linux_cause(PurePosixPath("/home"), "", block_devices) is None


@pytest.mark.parametrize(
    ("folder", "cause"),
    [
        ("C:\\Users\\sato", None),
        ("Z:\\DX", "network"),
        ("E:\\", "removable"),
        ("\\\\server\\share\\DX", "network"),
        ("\\\\?\\C:\\DX", None),
    ],
)
def test_windows_says_what_kind_a_drive_is(folder: str, cause: str | None) -> None:
    kinds = {"C:\\": 3, "Z:\\": 4, "E:\\": 2}
    assert windows_cause(PureWindowsPath(folder), kinds.__getitem__) == cause


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - 大河原町", "Dropbox", "Dropbox (町)", "Google Drive", "GoogleDrive-a@b.jp", "マイドライブ",
     "Box Sync", "iCloudDrive", "Mobile Documents", "Nextcloud", "onedrive"],
)  # fmt: skip
def test_folders_of_synchronising_programs_are_known_by_name(tmp_path: Path, name: str) -> None:
    assert synced_cause(tmp_path / name / "DX", {}, tmp_path) == "synced"


@pytest.mark.parametrize("name", ["DX", "Boxes", "OneDriveの外", "My Documents", "box"])
def test_other_folders_are_taken(tmp_path: Path, name: str) -> None:
    assert synced_cause(tmp_path / name / "DX", {}, tmp_path) is None


def test_box_counts_only_right_below_home(tmp_path: Path) -> None:
    assert synced_cause(tmp_path / "Box" / "DX", {}, tmp_path) == "synced"
    assert synced_cause(tmp_path / "Box" / "DX", {}, tmp_path / "home") is None


def test_a_folder_named_by_the_environment_counts(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "クラウド"), "OneDrive": ""}
    assert synced_cause(tmp_path / "クラウド" / "DX", environment, tmp_path) == "synced"
    assert synced_cause(tmp_path / "手元" / "DX", environment, tmp_path) is None


def test_a_mark_in_a_folder_above_counts(tmp_path: Path) -> None:
    (tmp_path / "共有").mkdir()
    (tmp_path / "共有" / ".dropbox").touch()
    assert synced_cause(tmp_path / "共有" / "a" / "b", {}, tmp_path) == "synced"


def test_a_link_does_not_hide_where_the_folder_really_is(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "DX").symlink_to(tmp_path / "Dropbox")
    assert location.unfit(tmp_path / "DX" / "town.db") == "synced"


@pytest.mark.parametrize("cause", ["network", "removable", "synced"])
def test_no_live_database_is_made_or_opened_there(database_file: Path, tmp_path: Path, cause: location.Unfit) -> None:
    before = database_file.read_bytes()
    with pytest.raises(StoreUnavailable, match=cause):
        open_database(database_file, location=lambda _: cause)
    with pytest.raises(StoreUnavailable, match=cause):
        create_database(tmp_path / "new.db", location=lambda _: cause)
    assert database_file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [database_file.name]
