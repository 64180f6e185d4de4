"""Whom the cycle before is remembered for when a cycle is opened."""

from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.cycles import open_cycle, reassign
from dxdesk.operations.departments import close_department
from dxdesk.store.queries import cycles, plans
from tests.builders import AS_OF, DUE, FUKUSHI, PLAN, SOUMU, ZEIMU


def provisional(desk: Desk, cycle: Cycle) -> str:
    """The code of a unit for which the plan names nobody."""
    unit = next(each.unit for each in desk.ask(cycles.slots, cycle.id) if each.provisional)
    return PLAN.by_id[unit].code or ""


def asked(desk: Desk, cycle: str, code: str) -> list[tuple[str, str, bool]]:
    names = plans.names(desk.ask(plans.departments))
    slots = [each for each in desk.ask(cycles.slots, cycle) if each.unit == PLAN.unit(code).id]
    return [(names[each.department], each.part, each.provisional) for each in slots]


def test_whom_the_secretariat_chose_is_asked_again(desk: Desk, cycle: Cycle) -> None:
    code = provisional(desk, cycle)
    desk.do(reassign, cycle, code, [ZEIMU, SOUMU], "所管が決まった")
    opened = desk.do(open_cycle, "第2回", as_of=AS_OF, due=DUE)
    assert opened.carried == (code,)
    assert code not in opened.outcome.warnings
    assert asked(desk, opened.outcome.id, code) == [(SOUMU, "related", False), (ZEIMU, "main", False)]


def test_a_new_choice_a_limit_and_the_end_of_a_department_come_before_what_was_chosen(desk: Desk, cycle: Cycle) -> None:
    code = provisional(desk, cycle)
    desk.do(reassign, cycle, code, [ZEIMU, SOUMU], "所管が決まった")
    chosen = desk.do(open_cycle, "第2回", as_of=AS_OF, due=DUE, assigned={code: [FUKUSHI]})
    assert (chosen.carried, asked(desk, chosen.outcome.id, code)) == ((), [(FUKUSHI, "main", False)])
    desk.do(reassign, cycles_of(desk)[-1], code, [ZEIMU, SOUMU], "元に戻す")
    limited = desk.do(open_cycle, "第3回", as_of=AS_OF, due=DUE, departments=[SOUMU])
    assert asked(desk, limited.outcome.id, code) == [(SOUMU, "related", False)]
    desk.do(reassign, cycles_of(desk)[-1], code, [ZEIMU, SOUMU], "元に戻す")
    desk.do(close_department, ZEIMU, on=date(2025, 1, 1))
    ended = desk.do(open_cycle, "第4回", as_of=AS_OF, due=DUE)
    assert asked(desk, ended.outcome.id, code) == [(SOUMU, "main", False)]


def cycles_of(desk: Desk) -> tuple[Cycle, ...]:
    return tuple(desk.ask(cycles.cycles))
