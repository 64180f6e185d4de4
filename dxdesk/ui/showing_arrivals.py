"""Where what the secretariat sent is to be seen, once it is taken in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dxdesk.domain.departments import heirs
from dxdesk.domain.packages import Package, Receipt
from dxdesk.store.queries import cycles, plans
from dxdesk.ui.pages import reaches
from dxdesk.wording.liaison import (
    ARRIVED,
    GIVE_CANCELLED,
    KNOWN_ALREADY,
    TURN_BACK,
    put_right_words,
    receipt_arrived,
    turned_to,
)
from dxdesk.wording.take_in import moment_words

if TYPE_CHECKING:
    from dxdesk.operations.secretariats_files import TakenFrom
    from dxdesk.ui.desk_view import DeskView


def words_of(package: Package, taken: TakenFrom) -> str:
    """What came, in one sentence."""
    if isinstance(package.body, Receipt):
        return GIVE_CANCELLED if package.body.cancelled else receipt_arrived(moment_words(package.stamp.made))
    if package.stamp.kind == "correction":
        return put_right_words(taken.kinds)
    return ARRIVED[package.stamp.kind]


def show_taken(view: DeskView, package: Package, taken: TakenFrom, back: Callable[[], object] | None = None) -> None:
    """Go where it is to be seen: the first item that is not filled in, the one that came back, or what is handed over;
    and say what came. Where another desk was left for it, that is said, too, with the way ``back``."""
    kind, cycle = package.stamp.kind, package.stamp.cycle
    if cycle is not None:
        _show_cycle(view, cycle)
    if kind in ("inquiry", "return", "correction", "receipt") and reaches(view.desk.actor.role, "entry"):
        _show_entry(view, package, taken)
    elif kind == "view":
        view.open_page(view.tabs[0])
    elif kind == "plan":
        view.open_page("initiatives")
    words = KNOWN_ALREADY if taken.received.known else words_of(package, taken)
    if back is None:
        view.steps.say(words)
    else:
        view.toast.show_text(turned_to(view.desk.ask(plans.identity).town, kind) + words, TURN_BACK, back)


def _show_cycle(view: DeskView, cycle: str) -> None:
    found = next((each for each in view.desk.ask(cycles.cycles) if each.id == cycle), None)
    if found is not None and (view.cycle is None or view.cycle.id != cycle):
        view.open_cycle(found)


def _show_entry(view: DeskView, package: Package, taken: TakenFrom) -> None:
    desk = view.desk
    if view.cycle is not None and taken.units:
        plan = desk.ask(plans.plan, view.cycle.plan_revision)
        unit = next((each for each in plan.units if each.id in taken.units), None)
        if unit is not None:
            view.open_page("entry", f"{unit.code}:{package.stamp.department or ''}")
            return
    view.open_page("entry")
    wanted = package.stamp.department
    known = desk.ask(plans.departments)
    own = [each for each in view.departments() if wanted in heirs(known, each.id)]
    entry = view.pages.entry
    if entry is not None and own and entry.entries.department not in own:
        view.open_department(own[0].id)
    elif entry is not None and package.stamp.kind in ("inquiry", "receipt"):
        entry.show_next()
