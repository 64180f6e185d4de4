"""Reviews of many slots at once: all of them or none."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.collecting import accept_replies, return_replies, undo_reviews
from dxdesk.operations.slots import Place
from dxdesk.store.database import Database
from dxdesk.store.queries import finding
from tests.builders import PLAN, SOUMU, ZEIMU, answer, open_desk, refused, slot_of, start_cycle

CODE = "重点-2"


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database)


@pytest.fixture
def cycle(desk: Desk) -> Cycle:
    return start_cycle(desk, assigned={CODE: [SOUMU, ZEIMU]})


def places(desk: Desk, cycle: Cycle, *departments: str) -> tuple[Place, ...]:
    return tuple(Place(cycle, PLAN.unit(CODE), desk.ask(finding.department, each)) for each in departments)


def states(desk: Desk, cycle: Cycle) -> list[str]:
    return [slot_of(desk, cycle, CODE, each).state for each in (SOUMU, ZEIMU)]


def test_many_answers_are_accepted_and_taken_back_in_one_step(desk: Desk, cycle: Cycle) -> None:
    for each in (SOUMU, ZEIMU):
        answer(desk, cycle, CODE, each)
    both = places(desk, cycle, SOUMU, ZEIMU)
    done = desk.do(accept_replies, both)
    assert ([each.operation for each in done], states(desk, cycle)) == (["accept", "accept"], ["accepted", "accepted"])
    desk.do(undo_reviews, both)
    assert states(desk, cycle) == ["submitted", "submitted"]
    desk.do(return_replies, both, ["results"], "件数は。")
    assert states(desk, cycle) == ["returned", "returned"]


def test_where_one_slot_cannot_be_reviewed_none_is(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE, SOUMU)
    both = places(desk, cycle, SOUMU, ZEIMU)
    for verb, rest in ((accept_replies, ()), (return_replies, (["results"], "件数は。")), (undo_reviews, ())):
        refused(desk, "review.nothing", verb, both, *rest)
    assert states(desk, cycle) == ["submitted", "unanswered"]
