"""回答 on its way to the secretariat: the file and what is on record about it come about together."""

from __future__ import annotations

from pathlib import Path

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.file_names import file_name
from dxdesk.operations.change import Change
from dxdesk.operations.exchange_folder import check_folder, glance_at
from dxdesk.operations.handing_over import hand_over
from dxdesk.operations.sending import PackageFile
from dxdesk.store.output_files import numbered, write_until_kept
from dxdesk.store.queries import Connection, packages, plans


def reply_name(connection: Connection, cycle: Cycle, department: str) -> str:
    """What the 回答 of a department (id) is called: 令和6年度第2回_町民生活課_回答.dxd, or in ASCII like its 照会."""
    found = next(each for each in plans.departments(connection) if each.id == department)
    return file_name("reply", cycle, found, in_ascii=department in packages.named_in_ascii(connection, cycle.id))


def give_reply(change: Change, cycle: Cycle, department: str, path: Path) -> PackageFile:
    """Hands over the 回答 of a department (id) as a file at ``path``, whole or not at all: where the file cannot be
    written nothing was handed over, and where that is not kept no file stays. Raises Problem and StoreUnavailable."""
    made = hand_over(change, cycle, department)
    write_until_kept(change.if_taken_back, path, made.content)
    return made


def give_reply_to_folder(change: Change, cycle: Cycle, department: str, folder: Path) -> Path:
    """Hands over the 回答 of a department (id) into the exchange folder and returns where it lies. Raises Problem and
    StoreUnavailable."""
    path = place_in(change.connection, folder, cycle, department)
    give_reply(change, cycle, department, path)
    return path


def place_in(connection: Connection, folder: Path, cycle: Cycle, department: str) -> Path:
    """Where the 回答 of a department (id) goes in a folder: the file of an earlier hand-over of this database makes
    way, for the newer one says all it said; any other file of that name stays. Raises StoreUnavailable."""
    path = check_folder(folder) / reply_name(connection, cycle, department)
    if path.exists() and not _ours(connection, path, cycle, department):
        path = numbered(path)
    return path


def _ours(connection: Connection, path: Path, cycle: Cycle, department: str) -> bool:
    """Whether a file is one that was handed over from here, by the number in its head."""
    try:
        number = glance_at(path).get("番号")
    except OSError:
        return False
    given = packages.all_filed(connection, kinds=("reply",), direction="out", cycle=cycle.id, department=department)
    return number in {each.number for each in given}
