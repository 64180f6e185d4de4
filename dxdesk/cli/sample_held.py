"""What came of answers that were not taken in as they were meant: held ones, late ones, and a database to look at."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Final

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Place
from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import SUFFIX
from dxdesk.domain.permissions import Actor
from dxdesk.operations import cycles, inquiring, receiving, taking_in
from dxdesk.operations.arrivals import examine, opened
from dxdesk.store.database import open_database
from dxdesk.store.making import make_database
from dxdesk.store.queries import finding

MOMENTS: Final = {
    "held": "2025-01-30T10:20:00+09:00",
    "late": "2025-02-03T09:10:00+09:00",
}
"""What time it is at each moment: answers left unticked; answers that came to a closed cycle."""


def make_held(arrived: Path, files: Path, folder: Path) -> None:
    """A database for each of MOMENTS, of a secretariat's database and the files that arrived there (a folder). Both
    stay as they are. Raises Problem and StoreUnavailable."""
    for name in ("held", "late"):
        path = folder / f"{name}.db"
        shutil.copyfile(arrived, path)
        with open_database(path) as opened_file:
            desk = Desk(opened_file, Actor("secretariat"), lambda: MOMENTS[name])  # noqa: B023 - used within the turn
            if name == "late":
                desk.do(cycles.close_cycle, desk.ask(finding.cycle), "期限までに届きませんでした。")
            _take_in(desk, files, () if name == "held" else None)


def _take_in(desk: Desk, files: Path, ticked: Collection[Place] | None) -> None:
    for file in sorted(files.glob(f"*{SUFFIX}")):
        try:
            content = opened(file.name, file.read_bytes())
        except Problem:
            continue  # one of them was cut off on its way
        seen = desk.ask(examine, file.name, content, desk.moment())
        if seen.arrival is not None:
            desk.do(taking_in.take_in, seen.arrival, file.name, ticked)


def make_viewed(desk: Desk, path: Path) -> None:
    """A new database that 閲覧 of a secretariat's desk begins. Raises Problem and StoreUnavailable."""
    made = desk.do(inquiring.make_view)
    package = receiving.read_from_secretariat(made.content)
    reader = Actor("reader")
    make_database(
        path,
        lambda database: Desk(database, reader, desk.moment).do(receiving.begin_liaison, package, file=made.name),
    )
