"""Who may open a unit in 記入, and why not."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.domain.permissions import Actor
from dxdesk.ui.initiatives.foot import why_not
from tests.ui.initiatives.sources import town_source

SOURCE = town_source()
UNIT = SOURCE.plan.unit("1").id
ASKED = next(iter(SOURCE.views[UNIT].answers))


def test_the_secretariat_and_the_department_asked_may_write() -> None:
    assert why_not(Actor("secretariat"), SOURCE, UNIT) == ""
    assert why_not(Actor("liaison", (ASKED,)), SOURCE, UNIT) == ""


def test_another_department_may_not() -> None:
    assert why_not(Actor("liaison", ("other",)), SOURCE, UNIT) == "担当ではありません"


def test_a_department_that_took_over_may() -> None:
    departments = tuple(replace(each, successor="heir") if each.id == ASKED else each for each in SOURCE.departments)
    assert why_not(Actor("liaison", ("heir",)), replace(SOURCE, departments=departments), UNIT) == ""


def test_nobody_may_in_a_closed_cycle_or_where_nobody_was_asked() -> None:
    closed = replace(SOURCE, cycle=replace(SOURCE.cycle, open=False))
    assert why_not(Actor("secretariat"), closed, UNIT) == "この回は締めました"
    assert why_not(Actor("secretariat"), SOURCE, "no such unit") == "この回では聞いていません"


def test_what_only_other_departments_were_asked_is_not_ones_own() -> None:
    elsewhere = replace(SOURCE.views[UNIT], status="elsewhere", here=frozenset())
    source = replace(SOURCE, views={**SOURCE.views, UNIT: elsewhere})
    assert why_not(Actor("liaison", ("other",)), source, UNIT) == "担当ではありません"
