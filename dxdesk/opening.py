"""How a desk comes to be for the window: on a database there is, or on a new one with a sample year."""

from __future__ import annotations

from pathlib import Path

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor
from dxdesk.store import backup, output_files
from dxdesk.store.database import create_database, open_database
from dxdesk.store.queries import plans

SAMPLE_ACTOR = "見本　事務局"


def open_desk(target: str) -> Desk:
    """The desk on a database file or address, for the secretariat. Raises StoreUnavailable, and Problem (plan.none)
    for a database that no town was put into."""
    database = open_database(target)
    desk = Desk(database, Actor("secretariat"))
    try:
        desk.ask(plans.plan_revision)
    except Problem:
        desk.close()
        raise
    return desk


def copy_desk(target: str) -> Desk:
    """写して開く: the desk on a copy, in the user's data folder, of a file that lies where no live database may lie.

    The file stays as it is; a copy of its name that is there already is never written over. Raises StoreUnavailable.
    """
    source = Path(target)
    paths.home().mkdir(parents=True, exist_ok=True)
    copy = paths.home() / source.name
    if copy.exists():
        copy = output_files.numbered(copy)
    backup.copy_here(source, copy)
    return open_desk(str(copy))


def sample_path(plan: str) -> Path:
    """Where the sample of a shipped plan lies; it need not exist yet."""
    return paths.home() / f"sample-{plan}.db"


def sample_desk(plan: str) -> Desk:
    """The desk on the sample of a shipped plan by its short name; made on first use, later opened as it was left.

    Raises StoreUnavailable.
    """
    from dxdesk.cli.sample_town import Clock, make_town
    from dxdesk.exchange.plan_pack import read_pack

    path = sample_path(plan)
    if path.exists():
        return open_desk(str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    pack = paths.data_root() / "database" / "plans" / f"{plan}.json"
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    clock = Clock("2024-06-01T09:00:00+09:00")
    with create_database(part) as database:
        make_town(
            Desk(database, Actor("secretariat", (), SAMPLE_ACTOR), clock),
            clock,
            read_pack(pack.read_bytes(), pack.name),
        )
    part.replace(path)  # a sample half made is never taken for one
    return open_desk(str(path))
