"""What one department is asked is the same, read alone, as in the reading of the whole cycle."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Change
from dxdesk.operations.replies import find_place, record_draft
from dxdesk.store.queries import board, cycles, department_slots, finding, plans, replies, unit_record
from tests.ui.entry import towns


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Desk:
    """A town with three cycles behind it; in the newest something is returned, and something is being written."""
    desk = towns.open_town(empty_file, tmp_path)

    def write(change: Change, cycle: Cycle) -> None:
        towns.returned(change, cycle)
        towns.answer(change, cycle, "2", towns.OWN, status="ok", results="進みました。", accepted=True)
        record_draft(change, find_place(change, cycle, "8", towns.OWN), {"status": "warn"})

    desk.do(write, towns.newest(desk))
    return desk


def test_its_slots_say_what_they_say_in_the_whole_cycle(desk: Desk) -> None:
    for cycle in desk.ask(cycles.cycles):
        whole = desk.ask(replies.live_views, cycle)
        for department in desk.ask(plans.departments):
            own = desk.ask(department_slots.department_slots, cycle, department.id)
            assert {unit: each.view for unit, each in own.items()} == {
                unit: view.slots[department.id] for unit, view in whole.items() if department.id in view.slots
            }
            assert {unit: each.departments for unit, each in own.items()} == {
                unit: tuple(view.slots) for unit, view in whole.items() if department.id in view.slots
            }
    desk.close()


def test_one_slot_read_alone_is_the_one_among_all(desk: Desk) -> None:
    cycle, department = towns.newest(desk), towns.department(desk)
    every = desk.ask(department_slots.department_slots, cycle, department)
    for unit, slot in every.items():
        assert desk.ask(department_slots.department_slots, cycle, department, unit) == {unit: slot}
    assert [each.draft.answer.status for each in every.values() if each.draft] == ["warn"]
    desk.close()


def test_who_is_asked_in_a_cycle(desk: Desk) -> None:
    cycle = towns.newest(desk)
    asked = {each for found in desk.ask(cycles.asked, cycle.id).values() for each in found}
    assert desk.ask(department_slots.asked_departments, cycle.id) == asked
    unit = desk.ask(plans.plan).unit("4").id
    assert desk.ask(cycles.asked, cycle.id, unit) == {unit: desk.ask(cycles.asked, cycle.id)[unit]}
    assert desk.ask(cycles.asked, cycle.id, "no unit") == {}
    desk.close()


def test_what_was_said_before_is_that_of_the_cycle_before(desk: Desk) -> None:
    units = [each.id for each in desk.ask(plans.plan).units]
    for cycle in desk.ask(cycles.cycles):
        past = desk.ask(board.past, cycle, 1)
        whole = past[0][1] if past else {}
        assert desk.ask(department_slots.said_before, cycle, units) == {
            unit: view for unit, view in whole.items() if unit in units
        }
    desk.close()


def test_as_many_earlier_cycles_are_read_as_asked_for(desk: Desk) -> None:
    cycle, unit = towns.newest(desk), desk.ask(plans.plan).unit("4").id
    every = desk.ask(unit_record.past_of, cycle, unit)
    assert len(every) == 3
    assert desk.ask(unit_record.past_of, cycle, unit, 2) == every[-2:]
    assert desk.ask(unit_record.past_of, cycle, unit, 0) == ()
    assert desk.ask(finding.cycle, every[-1][0].name) == every[-1][0]
    desk.close()
