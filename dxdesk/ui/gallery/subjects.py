"""What scenes show: found in the sample year by the state it is in, whatever the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import SlotView, UnitView
from dxdesk.store.queries import board, meetings, plans, replies
from dxdesk.ui.gallery.scene import Subject
from dxdesk.wording.take_in import SAMPLE_FOLDER


def slot(*states: str, own: bool = False) -> Subject:
    """The first answer in one of the states, as ``code:department``; ``own`` only of the actor's department."""

    def subject(desk: Desk, cycle: Cycle | None) -> str:
        for code, department, view in _slots(desk, cycle):
            if view.state in states and (not own or department in desk.actor.departments):
                return f"{code}:{department}"
        raise LookupError(states)

    return subject


def begun(desk: Desk, cycle: Cycle | None) -> str:
    """The item of the actor's department that somebody has begun to write."""
    assert cycle is not None
    plan = desk.ask(plans.plan, cycle.plan_revision)
    for draft in desk.ask(replies.drafts, cycle.id):
        if draft.department in desk.actor.departments:
            return f"{plan.by_id[draft.unit].code}:{draft.department}"
    raise LookupError("nothing is begun")


def lying_in(folder: str) -> Subject:
    """The files that have arrived in a folder beside the database, one a line."""

    def subject(desk: Desk, _cycle: Cycle | None) -> str:
        files = sorted((Path(desk.database.target).parent / folder).glob("*"))
        if not files:
            raise LookupError(folder)
        return "\n".join(map(str, files))

    return subject


arrivals = lying_in(SAMPLE_FOLDER)


def foreign(desk: Desk, cycle: Cycle | None) -> str:
    """A unit that the actor's department is not asked about; of a town that asks everybody everything, the last one."""
    asked = {code for code, department, _view in _slots(desk, cycle) if department in desk.actor.departments}
    codes = [code for code, _department, _view in _slots(desk, cycle)]
    return next((code for code in codes if code not in asked), codes[-1])


def _slots(desk: Desk, cycle: Cycle | None) -> list[tuple[str, str, SlotView]]:
    assert cycle is not None
    return [(code, department, view) for code, unit in _units(desk, cycle) for department, view in unit.slots.items()]


def _units(desk: Desk, cycle: Cycle) -> list[tuple[str, UnitView]]:
    plan, views = desk.ask(plans.plan, cycle.plan_revision), desk.ask(replies.live_views, cycle)
    return [(unit.code or "", views[unit.id]) for unit in plan.units if unit.id in views]


def _merging(fits: Callable[[UnitView], bool]) -> Subject:
    def subject(desk: Desk, cycle: Cycle | None) -> str:
        assert cycle is not None
        several = [(code, view) for code, view in _units(desk, cycle) if len(view.slots) > 1]
        for code, view in several:
            if fits(view):
                return code
        raise LookupError("no unit of several departments like that")

    return subject


ready = _merging(lambda view: view.counted is None and all(each.state == "accepted" for each in view.slots.values()))
"""A unit whose departments have all been accepted and that waits for its 取りまとめ."""

partly = _merging(lambda view: any(each.state == "unanswered" for each in view.slots.values()))
"""A unit of several departments of which one has not answered."""

merged = _merging(lambda view: view.counted is not None)
"""A unit that was drawn together."""


def attention(desk: Desk, cycle: Cycle | None) -> str:
    """The first unit that is late, else the first."""
    assert cycle is not None
    cards = desk.ask(board.board, cycle).cards
    return next((card.code for card in cards if card.status in ("late", "warn")), cards[0].code)


def meeting(desk: Desk, cycle: Cycle | None) -> str:
    """The newest meeting of the cycle."""
    assert cycle is not None
    return desk.ask(meetings.meetings, cycle.id)[-1].id


def printed(kind: str) -> Subject:
    """A document of the newest meeting."""
    return lambda desk, cycle: f"{kind}:{meeting(desk, cycle)}"
