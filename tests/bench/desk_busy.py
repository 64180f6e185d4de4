"""How long the window does not answer in each thing that 事務局, a department and a reader do in a large town.

The first showing of a page is measured apart from what is done on it, for it also makes the page.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.opening import open_desk
from dxdesk.store.queries import meetings, plans
from dxdesk.ui.application import create_application
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.warming import Warming, warm_up
from dxdesk.ui.window_style import style_window
from tests.bench.acts import LAST, PAGES, acts
from tests.bench.large_town import NOT_ANSWERED
from tests.bench.watch import Watch

GOAL = 50.0
"""Milliseconds that nobody notices."""


@dataclass(frozen=True)
class Stall:
    """One thing done: whether it is a page's first showing, the longest stall in milliseconds, and the longest that the
    window's thread itself worked without a pause."""

    name: str
    opening: bool
    longest: float
    own: float


def measure(
    database: Path,
    folder: Path,
    pages: Sequence[str] = (),
    tell: Callable[[Stall], object] = lambda _stall: None,
) -> list[Stall]:
    """What is done on a copy of a database, on all pages or some (``collect``, ``liaison:entry``), once."""
    create_application([])
    found: list[Stall] = []
    for role, every in PAGES.items():
        shown = tuple(each for each in every + LAST * (role == "secretariat") if not pages or _among(pages, role, each))
        if shown:
            found += _measure_role(Path(shutil.copyfile(database, folder / "busy.db")), role, shown, tell)
    return found


def medians(runs: Sequence[Sequence[Stall]]) -> list[Stall]:
    """Of several runs over the same things, the median of each."""
    return [
        Stall(
            each.name,
            each.opening,
            median(run[place].longest for run in runs),
            median(run[place].own for run in runs),
        )
        for place, each in enumerate(runs[0])
    ]


def _among(pages: Sequence[str], role: str, key: str) -> bool:
    return key in pages or f"{role}:{key}" in pages


def _measure_role(
    database: Path, role: ActorRole, pages: Sequence[str], tell: Callable[[Stall], object]
) -> list[Stall]:
    desk = open_desk(str(database))
    desk.database.check()
    asked = desk.ask(plans.departments)[NOT_ANSWERED].id
    desk.actor = Actor(role, (asked,) if role == "liaison" else (), "計測")
    held = desk.ask(meetings.meetings)
    subjects = {"agenda": held[-1].id, "minutes": held[-2].id} if len(held) > 1 else {}
    view, watch, found = DeskView(desk), Watch(), []
    style_window(view)
    view.resize(1366, 696)
    watch.run([view.show])

    def note(name: str, longest: float, *, opening: bool = False) -> None:
        found.append(Stall(f"{role} {name}", opening, longest, watch.own))
        tell(found[-1])

    note("modules read after the first paint", _warm(view, watch))
    for key in pages:
        note(key, watch.run([partial(view.open_page, key, subjects.get(key, ""))]), opening=True)
        for name, steps in acts(view, key).items():
            note(f"{key}: {name}", watch.run(steps))
    for key in pages:
        note(f"{key}: shown again", watch.run([partial(view.open_page, key)]))
    view.pages.leave()
    wait_for_jobs()
    view.stop_listening()
    view.close()
    view.deleteLater()
    desk.close()
    return found


def _warm(view: DeskView, watch: Watch) -> float:
    longest = watch.run([partial(warm_up, view)])
    while (warming := view.findChild(Warming)) is None or warming.isActive():
        longest = max(longest, watch.run([]))
    return longest
