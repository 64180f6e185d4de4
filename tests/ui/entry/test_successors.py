"""A department ends in mid-cycle: its successor finds the items and fills them in."""

from __future__ import annotations

from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.operations.departments import add_department, close_department
from dxdesk.ui.entry.form import read_form
from dxdesk.ui.entry.reading import asked_departments, read_entries
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenDesk

HEIR = "住民課"


def succeeded(open_desk: OpenDesk) -> Desk:
    """The desk of the successor's liaison."""
    desk = open_desk(secretariat=True)
    desk.do(add_department, HEIR)
    desk.do(close_department, towns.OWN, on=date(2025, 1, 20), successor=HEIR)
    desk.actor = Actor("liaison", (towns.department(desk, HEIR),), "佐藤")
    return desk


def test_the_successor_sees_what_the_department_before_it_was_asked(open_desk: OpenDesk) -> None:
    desk = succeeded(open_desk)
    found = asked_departments(desk, towns.newest(desk))
    assert [each.name for each in found] == [towns.OWN]
    entries = read_entries(desk, towns.newest(desk), found[0])
    assert entries.own
    assert not entries.on_behalf


def test_the_successor_may_write_and_sees_the_homework_it_took_over(open_desk: OpenDesk) -> None:
    desk = succeeded(open_desk)
    cycle = towns.newest(desk)
    department = asked_departments(desk, cycle)[0]
    entries = read_entries(desk, cycle, department)
    form = read_form(desk, entries, entries.plan.unit("4"))
    assert form.closed == ""
    assert len(form.actions) == 2


def test_another_department_does_not_become_its_successor(open_desk: OpenDesk) -> None:
    desk = succeeded(open_desk)
    desk.actor = Actor("liaison", (towns.department(desk, "商工観光課"),), "田中")
    cycle = towns.newest(desk)
    assert towns.OWN not in [each.name for each in asked_departments(desk, cycle)]
