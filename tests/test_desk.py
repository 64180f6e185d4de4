"""The two gates: asking and doing, one moment each, and who is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from dxdesk.desk import Desk, now
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.departments import add_department
from dxdesk.store.database import Database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import Connection, history, plans
from dxdesk.store.verification import verify
from tests.builders import MOMENT, PLAN, SECRETARIAT, dump, open_desk, start_cycle, write
from tests.databases import open_anywhere


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database)


def names(connection: Connection, start: str = "") -> list[str]:
    return [each.name for each in plans.departments(connection) if each.name.startswith(start)]


def test_a_query_is_asked_with_its_arguments(desk: Desk) -> None:
    assert desk.ask(names) == [each.name for each in PLAN.departments]
    assert desk.ask(names, "総務") == desk.ask(names, start="総務") == ["総務課"]


def test_an_operation_is_done_whole_with_who_acts_and_the_moment_of_the_desk(desk: Desk) -> None:
    outcome = desk.do(add_department, "会計課", short="会計")
    assert outcome.subject == "会計課"
    newest = desk.ask(history.operations, 1)[0]
    assert (newest.operation, newest.moment, newest.author.name) == ("department add", MOMENT, SECRETARIAT.name)


def fail_midway(change: Change, error: BaseException) -> None:
    add_department(change, "途中の課")
    raise error


@pytest.mark.parametrize("error", [Problem("text.empty"), RuntimeError("broken"), KeyboardInterrupt()])
def test_an_operation_that_fails_midway_leaves_nothing_and_tells_nobody(
    database: Database, error: BaseException
) -> None:
    desk = open_desk(database)
    told: list[Touched] = []
    before = dump(desk)
    desk.subscribe(told.append)
    with pytest.raises(type(error)):
        desk.do(fail_midway, error)
    assert (dump(desk), told) == (before, [])
    desk.do(add_department, "途中の課")
    assert verify(database).ok


def test_a_question_about_what_was_begun_sees_only_what_is_done(desk: Desk) -> None:
    seen: list[list[str]] = []

    def look_meanwhile(change: Change) -> None:
        add_department(change, "会計課")
        seen.append(names(change.connection, "会計"))
        seen.append(desk.ask(names, "会計"))

    desk.do(look_meanwhile)
    assert seen == [["会計課"], []]
    assert desk.ask(names, "会計") == ["会計課"]


def test_subscribers_are_told_what_was_touched_after_it_is_done(desk: Desk) -> None:
    told: list[tuple[Touched, bool]] = []
    desk.subscribe(lambda touched: told.append((touched, "会計課" in desk.ask(names))))
    desk.do(add_department, "会計課")
    assert told == [(Touched.DEPARTMENTS, True)]


def test_one_operation_tells_all_that_it_touched_at_once(desk: Desk) -> None:
    told: list[Touched] = []
    desk.subscribe(told.append)
    cycle = start_cycle(desk)
    write(desk, cycle, "重点-1")
    assert told == [Touched.CYCLES, Touched.DRAFTS]


def test_a_subscriber_that_stopped_is_told_no_more_and_may_stop_while_it_is_told(desk: Desk) -> None:
    told: list[str] = []

    def once(_: Touched) -> None:
        told.append("once")
        stop()

    stop = desk.subscribe(once)
    desk.subscribe(lambda _: told.append("always"))
    desk.do(add_department, "会計課")
    desk.do(add_department, "出納課")
    assert told == ["once", "always", "always"]


def test_the_desk_knows_whether_anything_was_done_at_it(database: Database) -> None:
    desk = Desk(database, SECRETARIAT)
    assert not desk.changed
    with pytest.raises(Problem):
        desk.do(add_department, "")
    assert not desk.changed
    other = open_desk(database)
    assert (other.changed, desk.changed) == (True, False)


def test_two_desks_at_one_database_take_turns_and_lose_nothing(database: Database) -> None:
    open_desk(database)

    def work(which: str) -> None:
        own = Desk(database, SECRETARIAT)
        for number in range(8):
            own.do(add_department, f"{which}の{number}課")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, ["東", "西"]))
    made = Desk(database, SECRETARIAT).ask(names)
    assert len(made) == len(set(made)) == len(PLAN.departments) + 16
    assert verify(database).ok


def test_a_desk_that_may_only_look_refuses_every_change(target: str) -> None:
    with open_anywhere(target) as database:
        open_desk(database)
    with open_anywhere(target, read_only=True) as database:
        desk = Desk(database, SECRETARIAT)
        assert desk.ask(names) != []
        with pytest.raises(StoreUnavailable) as caught:
            desk.do(add_department, "会計課")
        assert caught.value.code == "read_only"


def test_a_closed_desk_frees_its_file(target: str) -> None:
    first = Desk(open_anywhere(target), SECRETARIAT)
    first.close()
    first.close()
    second = open_anywhere(target)
    assert not second.read_only
    second.close()


def test_the_moment_has_the_offset_of_this_computer() -> None:
    moment = datetime.fromisoformat(now())
    assert moment.utcoffset() == moment.astimezone().utcoffset()
    assert moment.microsecond == 0


def test_what_is_done_quietly_is_told_when_somebody_tells_it(desk: Desk) -> None:
    told: list[Touched] = []
    desk.subscribe(told.append)
    outcome, touched = desk.quietly(lambda: desk.do(add_department, "会計課"))
    assert (outcome.subject, touched, told) == ("会計課", Touched.DEPARTMENTS, [])
    desk.tell(touched)
    desk.do(add_department, "監査課")
    assert told == [Touched.DEPARTMENTS, Touched.DEPARTMENTS]


def test_after_something_went_wrong_quietly_the_desk_tells_again(desk: Desk) -> None:
    told: list[Touched] = []
    desk.subscribe(told.append)
    with pytest.raises(Problem):
        desk.quietly(lambda: desk.do(add_department, ""))
    desk.do(add_department, "会計課")
    assert told == [Touched.DEPARTMENTS]
