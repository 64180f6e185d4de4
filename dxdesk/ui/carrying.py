"""会議の持ち出し／持ち帰り: from the menu, and from the band of a file that waits for its copy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from dxdesk.domain.carryings import taken_along
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.permissions import POLICY
from dxdesk.operations import carrying
from dxdesk.preferences import backups
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import meetings, plans
from dxdesk.store.queries.carryings import carryings
from dxdesk.ui.bands import Notice
from dxdesk.ui.dialogs import ask_line, choose, tell
from dxdesk.ui.saving import ask_file_target, files_folder
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.carrying import (
    ASK_REASON,
    CARRIED_IN,
    CARRIED_OUT,
    CARRY,
    CARRY_BACK,
    CARRY_IN,
    CARRY_OUT,
    EXPLAIN_BACK,
    EXPLAIN_OUT,
    FILES,
    GIVE_UP,
    GIVEN_UP,
    TURN_BACK,
    away_words,
    bring_question,
    file_name,
)

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.ui.desk_view import DeskView
    from dxdesk.ui.main_window import MainWindow

Ways = tuple[tuple[str, Callable[[], object]], ...]


def offers_carrying(view: DeskView) -> bool:
    """Whether the menu leads here: at the secretariat's database, for who may, unless nothing can be written."""
    desk = view.desk
    if "agenda" not in POLICY[desk.actor.role] or desk.ask(plans.identity).kind != "secretariat":
        return False
    return desk.database.obstacle in (None, "carried_out")


def away_notice(desk: Desk, ways: Ways) -> Notice | None:
    """The band of a file that waits for its copy: where that is, and what ends the waiting."""
    away = desk.database.away
    if away is None or desk.database.obstacle != "carried_out":
        return None
    return Notice("band-ask", away_words(away), ways if "agenda" in POLICY[desk.actor.role] else ())


def ways_back(window: MainWindow) -> Ways:
    """The buttons of that band."""
    return ((CARRY_IN, lambda: bring_back(window)), (GIVE_UP, lambda: give_up(window)))


def carry(window: MainWindow) -> None:
    """Say what 持ち出し is, and do what comes next with the file that is open."""
    view = window.view
    if view is None:
        return
    if view.desk.database.path is None:
        tell(window, trouble_words(rule("carry.server", "database")))
    elif view.desk.database.obstacle == "carried_out" and view.desk.database.away is not None:
        answer = choose(window, away_words(view.desk.database.away), (TURN_BACK, CARRY_IN, GIVE_UP))
        if answer:
            (bring_back, give_up)[answer - 1](window)
    else:
        back = taken_along(view.desk.ask(carryings)) is not None
        if choose(window, EXPLAIN_BACK if back else EXPLAIN_OUT, (TURN_BACK, CARRY_BACK if back else CARRY_OUT)):
            take_along(window)


def take_along(window: MainWindow) -> None:
    """Ask where the copy goes, and make it; this file only shows from then on."""
    view = window.view
    if view is None or not view.leave():
        return
    desk = view.desk
    held = desk.ask(meetings.meetings)
    day = held[-1].day.isoformat() if held else desk.moment()[:10]
    name = file_name(desk.ask(plans.identity).town, day)
    place = ask_file_target(window, desk.database_id, CARRY, name, FILES)
    if place is None:
        return
    try:
        with carrying.taking_along(place) as part:
            desk.do(carrying.carry_out, desk.database.path, part, place, gethostname())
        desk.database.look_away()
    except (Problem, StoreUnavailable) as trouble:
        tell(window, trouble_words(trouble))
        return
    _show_anew(window, CARRIED_OUT)


def give_up(window: MainWindow) -> None:
    """Work goes on in this file, for a reason that is written down."""
    view = window.view
    if view is None:
        return
    reason = ask_line(window, ASK_REASON, GIVE_UP)
    if not reason:
        return
    try:
        with view.desk.database.despite_carrying():
            view.desk.do(carrying.give_up, reason)
    except (Problem, StoreUnavailable) as trouble:
        tell(window, trouble_words(trouble))
        return
    _show_anew(window, GIVEN_UP)


def bring_back(window: MainWindow) -> None:
    """Ask which file came back, say what it brings, and put it in the place of the one that waits."""
    view = window.view
    if view is None or view.desk.database.path is None:
        return
    chosen, _ = QFileDialog.getOpenFileName(window, CARRY_IN, str(files_folder(view.desk.database_id)), FILES)
    if not chosen or not window.left():
        return
    actor, target, page, file = view.desk.actor, view.desk.database.path, view.page, Path(chosen)
    window.close_view()
    said, trouble = "", None
    try:
        found = carrying.look_at(actor, file, target)
        if choose(window, bring_question(found.operations, found.last), (TURN_BACK, CARRY_IN)) == 1:
            carrying.carry_in(actor, file, target, datetime.now().astimezone(), backups(target))
            said = CARRIED_IN
    except (Problem, StoreUnavailable) as stopped:
        trouble = stopped
    window.open_target(str(target))
    if window.view is not None:
        window.act_as(actor)
        window.view.open_page(page)
        if said:
            window.view.steps.say(said, False)
    if trouble is not None:
        tell(window, trouble_words(trouble))


def _show_anew(window: MainWindow, said: str) -> None:
    """The same page, on which now can be written or not."""
    assert window.view is not None
    page = window.view.page
    window.act_as(window.view.desk.actor)
    window.view.open_page(page)
    window.view.steps.say(said, False)
