"""Taking back at the desk: the newest step first, again in the same order, and not past one that is refused."""

from __future__ import annotations

import pytest

from dxdesk.desk import STEPS, Desk, Step
from dxdesk.domain.errors import Problem, rule
from dxdesk.store.database import Database
from dxdesk.store.errors import StoreUnavailable
from tests.builders import open_desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database)


def step(told: list[str], name: str) -> Step:
    return Step(name, lambda: told.append(f"-{name}"), lambda: told.append(f"+{name}"))


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """What is done to three steps that the desk remembers."""
    found: list[str] = []
    for name in ("一", "二", "三"):
        desk.remember(step(found, name))
    return found


def test_steps_are_taken_back_from_the_newest_and_done_again_in_order(desk: Desk, told: list[str]) -> None:
    taken = [each.words for each in (desk.undo(), desk.undo()) if each]
    again = [each.words for each in (desk.redo(), desk.redo()) if each]
    assert (taken, again) == (["三", "二"], ["二", "三"])
    assert told == ["-三", "-二", "+二", "+三"]
    assert desk.redo() is None


def test_nothing_is_taken_back_where_nothing_was_done(desk: Desk) -> None:
    assert (desk.undo(), desk.redo(), desk.last_step) == (None, None, None)


def test_after_a_new_step_what_was_taken_back_is_not_done_again(desk: Desk, told: list[str]) -> None:
    desk.undo()
    desk.remember(step(told, "四"))
    assert desk.redo() is None
    last = desk.last_step
    assert last is not None
    assert last.words == "四"


def test_past_a_step_that_is_refused_nothing_is_taken_back(desk: Desk, told: list[str]) -> None:
    def refuse() -> None:
        raise rule("meeting.closed", "meeting", meeting="推進委員会")

    desk.remember(Step("四", refuse, refuse))
    with pytest.raises(Problem):
        desk.undo()
    assert desk.undo() is None
    assert told == []


def test_a_step_is_not_lost_to_a_disk_that_is_full_for_a_moment(desk: Desk, told: list[str]) -> None:
    tries: list[bool] = []

    def back() -> None:
        tries.append(True)
        if len(tries) == 1:
            raise StoreUnavailable("disk_full", "town.db")

    desk.remember(Step("四", back, back))
    with pytest.raises(StoreUnavailable):
        desk.undo()
    done = desk.undo()
    assert done is not None
    assert (done.words, told) == ("四", [])


def test_a_sitting_remembers_so_many_steps_and_no_more(desk: Desk) -> None:
    found: list[str] = []
    for number in range(STEPS + 5):
        desk.remember(step(found, str(number)))
    while desk.undo():
        pass
    assert (len(found), found[-1]) == (STEPS, "-5")


def test_whoever_works_here_next_takes_nothing_back(desk: Desk, told: list[str]) -> None:
    desk.undo()
    desk.forget()
    assert (desk.undo(), desk.redo()) == (None, None)
    assert told == ["-三"]
