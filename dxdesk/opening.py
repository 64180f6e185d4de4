"""How a desk comes to be for the window: on a database there is, or on a new one with a sample year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from dxdesk import paths
from dxdesk.desk import Desk, now
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, Actor, ActorRole
from dxdesk.domain.plans import Plan
from dxdesk.domain.rosters import Roster
from dxdesk.operations import town
from dxdesk.store import backup, output_files
from dxdesk.store.database import open_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.making import check_place, make_database
from dxdesk.store.queries import cycles, finding, plans
from dxdesk.ui.doors import Doors

SAMPLE_ACTOR = "見本　事務局"
SAMPLE_DAY, ENTRY_DAY = date(2025, 2, 21), date(2025, 1, 22)
"""What day it is in a sample: just after the minutes were confirmed; while answers come in."""


def open_desk(target: str, clock: Callable[[], str] = now) -> Desk:
    """The desk on a database file or address, for the secretariat. Raises StoreUnavailable, and Problem (plan.none)
    for a database that no town was put into."""
    database = open_database(target)
    desk = Desk(database, Actor("secretariat"), clock)
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


def on_day(day: date) -> str:
    """A day at the present time of day, ISO with the offset of this computer."""
    return datetime.combine(day, datetime.now().astimezone().time()).astimezone().isoformat(timespec="seconds")


def sample_path(plan: str, role: ActorRole = "secretariat") -> Path:
    """Where the sample of a shipped plan lies; it need not exist yet. Those who answer have one of their own."""
    return paths.home() / (f"sample-{plan}-entry.db" if role in OWN_DEPARTMENT_ROLES else f"sample-{plan}.db")


def sample_desk(plan: str, role: ActorRole = "secretariat") -> Desk:
    """The desk on the sample of a shipped plan by its short name, in a role; made on first use, later opened as it was
    left. Those who answer work for the department with the most items, in a cycle that is under way. It is a day of
    the sample year, so that deadlines are as they were then.

    Raises StoreUnavailable.
    """
    from dxdesk.cli.sample_moments import SAMPLE_NAMES, busiest, make_collecting
    from dxdesk.cli.sample_town import Clock, make_town
    from dxdesk.exchange.plan_pack import read_pack

    path, make = sample_path(plan, role), make_collecting if role in OWN_DEPARTMENT_ROLES else make_town
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        pack = paths.data_root() / "database" / "plans" / f"{plan}.json"
        clock = Clock("2024-06-01T09:00:00+09:00")
        sample = read_pack(pack.read_bytes(), pack.name)
        make_database(
            path,
            lambda database: make(Desk(database, Actor("secretariat", (), SAMPLE_ACTOR), clock), clock, sample),
        )
    day = ENTRY_DAY if role in OWN_DEPARTMENT_ROLES else SAMPLE_DAY
    desk = open_desk(str(path), lambda: on_day(day))
    if role in OWN_DEPARTMENT_ROLES:
        asked = desk.ask(cycles.asked, desk.ask(finding.cycle, only_open=False).id)
        desk.actor = Actor(role, (busiest(asked),), SAMPLE_NAMES[role])
    elif role != "secretariat":
        desk.actor = Actor(role)
    return desk


def found_desk(target: str, plan: Plan, roster: Roster) -> Desk:
    """The desk on a new database of a town, made in one go: a file (the user's data folder is made where it is
    missing) or the address of an empty database on a server. Raises StoreUnavailable and Problem.
    """
    if "://" not in target and Path(target).parent == paths.home():
        paths.home().mkdir(parents=True, exist_ok=True)
    make_database(target, lambda database: Desk(database, Actor("secretariat")).do(town.found_town, plan, roster))
    return open_desk(target)


def check_target(target: str) -> None:
    """Raises StoreUnavailable where ``found_desk`` could not make a database."""
    if "://" not in target and Path(target).parent == paths.home():
        paths.home().mkdir(parents=True, exist_ok=True)
    check_place(target)


def doors() -> Doors:
    """Every way in which the window comes by a desk."""
    return Doors(open_desk, sample_desk, copy_desk, restore_desk, restored_path, found_desk, check_target)


def restored_path(copy: str) -> Path:
    """Where a copy belongs: the database beside the folder that it lies in, else the one of the user's data folder."""
    folder = Path(copy).resolve().parent
    suffix = paths.backups(Path("x.db")).name.removeprefix("x")
    if folder.name.endswith(suffix):
        return folder.with_name(folder.name.removesuffix(suffix) + ".db")
    return paths.default_database()


def restore_desk(copy: str) -> tuple[Desk, Path | None]:
    """控えから元に戻す: the desk on a copy put where it belongs, and where the database that was there is kept now
    (None: there was none). Raises StoreUnavailable.
    """
    target = restored_path(copy)
    if not Path(copy).is_file():
        raise StoreUnavailable("backup_missing", copy, {"other": str(paths.backups(target))})
    if target.exists() and Path(copy).samefile(target):
        raise StoreUnavailable("own_backup", copy, {"other": str(paths.backups(target))})
    if target.parent == paths.home():
        paths.home().mkdir(parents=True, exist_ok=True)
    kept = backup.restore(Path(copy), target, datetime.now().astimezone())
    return open_desk(str(target)), kept
