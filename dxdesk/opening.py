"""How a desk comes to be for the window: on a database there is, or on a new one with a sample year."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from dxdesk import paths
from dxdesk.desk import Desk, now
from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import Inquiry, Package
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, Actor, ActorRole
from dxdesk.domain.plans import Plan
from dxdesk.domain.rosters import Roster
from dxdesk.operations import town
from dxdesk.preferences import keep_exchange, preferences
from dxdesk.store import backup, output_files
from dxdesk.store.belonging import Belonging, belonging, liaison_database
from dxdesk.store.database import Database, open_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.making import check_place, make_database
from dxdesk.store.queries import packages, plans
from dxdesk.ui.doors import Doors

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')
_LONGEST_NAME = 60

SAMPLE_ACTOR = "見本　事務局"
SAMPLE_DAY, ENTRY_DAY = date(2025, 2, 21), date(2025, 1, 22)
"""What day it is in a sample: just after the minutes were confirmed; while answers come in."""


def open_desk(target: str, clock: Callable[[], str] = now) -> Desk:
    """The desk on a database file or address, for the secretariat, or for the departments that answer with it.

    Raises StoreUnavailable, and Problem (plan.none) for a database that no town was put into.
    """
    database = open_database(target)
    desk = Desk(database, Actor("secretariat"), clock)
    try:
        desk.ask(plans.plan_revision)
        if desk.ask(plans.identity).kind == "liaison":
            departments = desk.ask(packages.answering)
            desk.actor = Actor("liaison", departments) if departments else Actor("reader")
    except (Problem, StoreUnavailable):
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
    """Where the sample of a shipped plan lies; it need not exist yet. Those who answer have one of their own, in a
    folder together with the secretariat that answers them."""
    if role in OWN_DEPARTMENT_ROLES:
        return paths.home() / f"sample-{plan}-department" / "department.db"
    return paths.home() / f"sample-{plan}.db"


def sample_desk(plan: str, role: ActorRole = "secretariat") -> Desk:
    """The desk on the sample of a shipped plan by its short name, in a role; made on first use, later opened as it was
    left. Those who answer work on the own database of the department with the most items, in a cycle that is under
    way, and hand over into a folder of the sample. It is a day of the sample year, so that deadlines are as they were
    then.

    Raises StoreUnavailable.
    """
    from dxdesk.cli.sample_practice import SHARE, make_practice
    from dxdesk.cli.sample_town import SAMPLE_NAMES, Clock, make_town
    from dxdesk.exchange.plan_pack import read_pack

    path, answers = sample_path(plan, role), role in OWN_DEPARTMENT_ROLES
    if not path.exists():
        pack = paths.data_root() / "database" / "plans" / f"{plan}.json"
        sample = read_pack(pack.read_bytes(), pack.name)
        paths.home().mkdir(parents=True, exist_ok=True)
        if answers:
            make_practice(path.parent, sample)
        else:
            clock, actor = Clock("2024-06-01T09:00:00+09:00"), Actor("secretariat", (), SAMPLE_ACTOR)
            make_database(path, lambda database: make_town(Desk(database, actor, clock), clock, sample))
    desk = open_desk(str(path), lambda: on_day(ENTRY_DAY if answers else SAMPLE_DAY))
    if answers:
        desk.actor = Actor(role, desk.ask(packages.answering), SAMPLE_NAMES[role])
        keep_exchange(desk.database_id, folder=str(path.parent / SHARE))
    elif role != "secretariat":
        desk.actor = Actor(role)
    return desk


def practise(desk: Desk) -> bool:
    """Has the secretariat of a sample look into the folder that its department hands over into, and answer; False for
    any other desk. Raises StoreUnavailable where the folder is out of reach."""
    from dxdesk.cli.sample_practice import SECRETARIAT, answer_practice

    path = desk.database.path
    if path is None or not desk.ask(plans.identity).sample or not (path.parent / SECRETARIAT).exists():
        return False
    answer_practice(path.parent, desk.moment())
    return True


def sample_anew(target: str, role: ActorRole) -> Desk:
    """お試しをはじめから: the desk, in a role, on the sample to practise with whose database lies at ``target``, as it
    was at first; what was written in it is gone. Nobody has it open.

    Raises StoreUnavailable, also where another window has it open: then it stays as it was.
    """
    path = Path(target)
    with open_database(path) as database, database.change():
        pass  # whoever else has it open would go on in what is taken away here
    plan = path.parent.name.removeprefix("sample-").removesuffix("-department")
    used = path.parent.with_name(f"{path.parent.name}.used")
    shutil.rmtree(used, ignore_errors=True)
    try:
        path.parent.rename(used)
    except OSError as error:
        raise StoreUnavailable(output_files.cause(error), path.parent) from error
    try:
        return sample_desk(plan, role)
    except StoreUnavailable:
        used.rename(path.parent)
        raise
    finally:
        shutil.rmtree(used, ignore_errors=True)


def found_desk(target: str, plan: Plan, roster: Roster, first_year: int | None = None) -> Desk:
    """The desk on a new database of a town, made in one go: a file (the user's data folder is made where it is
    missing) or the address of an empty database on a server. Raises StoreUnavailable and Problem.
    """
    if "://" not in target and Path(target).parent == paths.home():
        paths.home().mkdir(parents=True, exist_ok=True)

    def fill(database: Database) -> None:
        Desk(database, Actor("secretariat")).do(town.found_town, plan, roster, first_year=first_year)

    make_database(target, fill)
    return open_desk(target)


def liaison_target(database_id: str, looks: bool) -> str | None:
    """The database with which a department answers a secretariat, or ``looks`` at what it shows: the one that was used
    last, else one in the user's data folder; None where there is none yet."""
    last, wanted = preferences().desk.get("target", ""), Belonging(database_id, "liaison", looks)
    if last and "://" not in last and belonging(Path(last)) == wanted:
        return last
    found = liaison_database(paths.home(), database_id, looks=looks)
    return str(found) if found is not None else None


def liaison_place(package: Package) -> Path:
    """Where the database of a department is to lie: in the user's data folder under the town's name, with a number
    where another secretariat's has that name."""
    town = package.body.town if isinstance(package.body, Inquiry) else ""
    town = _NOT_IN_NAMES.sub("", town).strip(".")[:_LONGEST_NAME] or "dxdesk"
    town += "_閲覧" if package.stamp.kind == "view" else ""
    place, number = paths.home() / f"{town}.db", 2
    while place.exists():
        place, number = place.with_name(f"{town}-{number}.db"), number + 1
    return place


def begin_desk(package: Package, actor: Actor, file: str) -> Desk:
    """The desk on a new database that a 照会 (or 閲覧) begins, which came under a name (``file``). Raises
    StoreUnavailable and Problem."""
    from dxdesk.operations.receiving import begin_liaison

    place = liaison_place(package)
    place.parent.mkdir(parents=True, exist_ok=True)
    make_database(place, lambda database: Desk(database, actor).do(begin_liaison, package, file=file))
    desk = open_desk(str(place))
    desk.actor = actor
    return desk


def check_target(target: str) -> None:
    """Raises StoreUnavailable where ``found_desk`` could not make a database."""
    if "://" not in target and Path(target).parent == paths.home():
        paths.home().mkdir(parents=True, exist_ok=True)
    check_place(target)


def doors() -> Doors:
    """Every way in which the window comes by a desk."""
    return Doors(
        open=open_desk,
        sample=sample_desk,
        sample_anew=sample_anew,
        copy=copy_desk,
        restore=restore_desk,
        restored_path=restored_path,
        found=found_desk,
        check=check_target,
        liaison=liaison_target,
        begin=begin_desk,
        practise=practise,
    )


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
