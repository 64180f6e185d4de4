"""所属長確認: a head confirms one answer, or all that wait. Nobody takes it back: all at once are asked about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Change
from dxdesk.operations.replies import Place, confirm
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.dialogs import choose
from dxdesk.ui.entry.confirmer import Confirmer
from dxdesk.ui.entry.done_model import waits
from dxdesk.ui.entry.reading import Entry
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.entry import CONFIRM_LATER, confirm_count, confirm_question, confirmed_now

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage


def confirm_each(change: Change, places: Sequence[Place], *, by: str, title: str) -> None:
    """Confirms the newest answers of several slots, whole or not at all. Raises Problem."""
    for place in places:
        confirm(change, place, by=by, title=title or None)


def confirm_places(desk: Desk, places: Sequence[Place], confirmer: Confirmer) -> bool:
    """Confirm these answers in the name that stands in ``confirmer``, or say there why that is not possible."""
    by, title = confirmer.who()
    try:
        desk.do(confirm_each, places, by=by, title=title)
    except (Problem, StoreUnavailable) as trouble:
        confirmer.say(trouble_words(trouble))
        return False
    return True


def _waiting(page: EntryPage, wanted: Callable[[Entry], bool]) -> list[Place]:
    department = page.entries.department
    if department is None:
        return []
    return [
        Place(page.entries.cycle, each.unit, department) for each in page.entries.own if waits(each) and wanted(each)
    ]


def confirm_one(page: EntryPage, unit: str) -> None:
    """Confirm the own item of a unit (id), where it waits for it; then all of them are shown again."""
    _confirm(page, _waiting(page, lambda each: each.unit.id == unit))


def confirm_all(page: EntryPage) -> None:
    """Confirm every own item that waits for it, once the person has said so again."""
    found = _waiting(page, lambda _each: True)
    who = "　".join(reversed([each for each in page.body.centre.done.confirmer.who() if each]))
    answers = (CONFIRM_LATER, confirm_count(len(found)))
    nameless = not page.body.centre.done.confirmer.who()[0]  # who confirms is asked for before anything else
    if nameless or choose(page, confirm_question(len(found), who), answers) == 1:
        _confirm(page, found)


def _confirm(page: EntryPage, places: Sequence[Place]) -> None:
    if not places:
        return
    confirmer = page.body.centre.done.confirmer
    if not confirmer.who()[0]:
        page.show_next()
    if confirm_places(page.desk, places, confirmer):
        page.read_anew()
        page.show_next()
        page.said.emit(confirmed_now(len(places)), False)
