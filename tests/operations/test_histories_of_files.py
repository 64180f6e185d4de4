"""Whole histories of files between three departments and the secretariat: whatever happens on the way, in whatever
order, with whatever clocks, nothing is lost, nothing is hidden, and what was closed stays as it was.

Everything is done by the real verbs on real databases, each history within savepoints that are taken back at its end.
DXDESK_HISTORIES sets how many there are.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Connection, select

from dxdesk.domain.arrivals import Arrival
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.merge import SlotState, ancestors
from dxdesk.domain.records import digest
from dxdesk.domain.replies import Revision
from dxdesk.operations import (
    arrivals,
    delivering,
    departments,
    handing_over,
    inquiring,
    receiving,
    replies,
    reviews,
    sender_keys,
    taking_back,
    taking_in,
)
from dxdesk.operations import cycles as verbs
from dxdesk.operations.change import Change
from dxdesk.operations.sending import PackageFile
from dxdesk.store import tables
from dxdesk.store.queries import board, cycles, packages, plans
from dxdesk.store.queries import replies as on_file
from tests.builders import DUE, FUKUSHI, MOMENT, SECRETARIAT, SOUMU, ZEIMU
from tests.operations.history_town import COMPUTERS, Town, do, say, towns, whole

__all__ = ["towns"]  # a fixture

HISTORIES = int(os.environ.get("DXDESK_HISTORIES", "40"))
SECONDS = 300 + 10 * HISTORIES
STEPS, ORDERS = 30, 4
CODES = ("重点-1", "重点-2", "検討-4")
CLOCKS = ("1970-01-01T00:00:09+09:00", "2025-01-14T10:15:00+09:00", MOMENT, "2026-02-13T10:15:00+09:00")

codes = st.sampled_from(CODES)
numbers = st.integers(0, 40)
clocks = st.sampled_from(CLOCKS)


class Histories(RuleBasedStateMachine):
    """One history. What a rule of the house refuses does not happen; everything else must hold at every step."""

    def __init__(self, town: Town) -> None:
        super().__init__()
        self.town, self.connection = town, town.secretariat
        self.points = [each.begin_nested() for each in (town.secretariat, *town.computers)]
        self.files: list[tuple[PackageFile, Arrival]] = []
        self.taken: dict[str, taking_in.TakenIn] = {}
        self.closed: Board | None = None
        self.merged = False
        self.words = 0

    def cycle(self, connection: Connection | None = None) -> Cycle:
        return cycles.cycle(connection or self.connection, self.town.cycle.id)

    def office(self, operation: Callable[..., Any], *rest: Any) -> Any:
        """Something the secretariat does; None where it is refused."""
        with suppress(Problem):
            return do(self.connection, SECRETARIAT, MOMENT, operation, *rest)

    def at_home(self, number: int, clock: str, operation: Callable[..., Any], *rest: Any) -> Any:
        """Something a department does on one of its computers; None where it is refused."""
        with suppress(Problem):
            return do(self.town.computers[number], self.town.actors[number], clock, operation, *rest)

    def place(self, number: int, *states: SlotState) -> tuple[str, str]:
        """The unit's code and the department of some slot, in one of these states if there is one."""
        plan = plans.plan(self.connection)
        names = plans.names(plans.departments(self.connection))
        views = on_file.live_views(self.connection, self.town.cycle)
        every = [
            (plan.by_id[unit].code or "", names[each], slot.state)
            for unit, view in sorted(views.items())
            for each, slot in view.slots.items()
        ]
        found = [each for each in every if each[2] in states] or every
        return found[number % len(found)][:2]

    @initialize(first=codes, second=codes)
    def begin(self, first: str, second: str) -> None:
        """Both computers of 税務課 and 福祉課 have answered before anything else happens."""
        for number, code in ((0, first), (1, second), (2, second)):
            self.send(number, code, CLOCKS[number], False)

    @rule(number=st.integers(0, 3), code=codes, clock=clocks, instead=st.booleans())
    def write(self, number: int, code: str, clock: str, instead: bool) -> None:
        """An answer on a computer; on the successor's also in the old slots once the departments are one."""
        self.words += 1
        department = ZEIMU if instead and self.merged and number == 3 else COMPUTERS[number]
        home = self.town.computers[number]
        self.at_home(number, clock, say, self.cycle(home), code, department, f"{self.words}回目。")

    @rule(number=st.integers(0, 3), code=codes, clock=clocks, instead=st.booleans())
    def send(self, number: int, code: str, clock: str, instead: bool) -> None:
        self.write(number, code, clock, instead)
        cycle = self.cycle(self.town.computers[number])
        made = self.at_home(number, clock, handing_over.hand_over, cycle, COMPUTERS[number])
        if made is not None:
            self.files.append((made, self.opened(made)))

    def opened(self, made: PackageFile) -> Arrival:
        found = arrivals.opened(made.name, made.content)
        seen = arrivals.examine(self.connection, made.name, found, MOMENT)
        assert seen.arrival is not None, seen.problem
        return seen.arrival

    @rule(number=st.integers(0, 3), code=codes, clock=clocks)
    def withdraw(self, number: int, code: str, clock: str) -> None:
        def act(change: Change) -> PackageFile:
            replies.withdraw(change, replies.find_place(change, self.town.cycle, code, COMPUTERS[number]))
            return handing_over.hand_over(change, self.town.cycle, COMPUTERS[number])

        made = self.at_home(number, clock, act)
        if made is not None:
            self.files.append((made, self.opened(made)))

    @rule(number=numbers)
    def cut(self, number: int) -> None:
        """A file of which the older versions were lost on the way, which is more than a file can suffer."""
        made, arrival = self.files[number % len(self.files)]
        named = {older for each in arrival.revisions for older in each.parents}
        newest = tuple(each for each in arrival.revisions if each.id not in named)
        cut = replace(arrival, id=digest({"cut": arrival.id}), revisions=newest)
        if cut.id not in {each.id for _, each in self.files}:
            self.files.append((made, cut))

    @rule(number=numbers, missing=st.sets(codes, max_size=2))
    def arrive(self, number: int, missing: set[str]) -> None:
        """A file that lies somewhere comes, again or for the first time, some rows unticked; others never do."""
        made, arrival = self.files[number % len(self.files)]
        plan = plans.plan(self.connection)
        left_out = {plan.unit(each).id for each in missing}
        seen = arrivals.look_at(self.connection, made.name, arrival, MOMENT)
        ticked = [place for place in seen.ticked if place[0] not in left_out]
        found = do(self.connection, SECRETARIAT, MOMENT, taking_in.take_in, arrival, made.name, ticked)
        if not self.cycle().open:
            assert {row.kind for row, _ in found.rows} <= {"same", "late"}
        self.taken[arrival.id] = found

    @rule(number=numbers)
    def arrive_whole(self, number: int) -> None:
        self.arrive(number, set())

    @rule(number=numbers)
    def accept(self, number: int) -> None:
        place = self.place(number, "submitted")
        self.office(lambda change: reviews.accept_reply(change, replies.find_place(change, self.town.cycle, *place)))

    @rule(number=numbers)
    def take_a_review_back(self, number: int) -> None:
        place = self.place(number, "accepted", "returned")
        self.office(lambda change: reviews.undo_review(change, replies.find_place(change, self.town.cycle, *place)))

    @rule(number=numbers, home=st.integers(0, 3))
    def give_back(self, number: int, home: int) -> None:
        """差戻し, and its file opened on some computer, perhaps on the wrong one."""
        place = self.place(number, "submitted", "accepted")

        def act(change: Change) -> PackageFile:
            found = replies.find_place(change, self.town.cycle, *place)
            reviews.return_reply(change, found, ["results"], "件数は。")
            keys = sender_keys.open_keys(change.connection)
            return delivering.deliver(change, self.town.cycle, place[1], "return", keys)

        made = self.office(act)
        if made is not None:
            self.at_home(home, MOMENT, receiving.receive, receiving.read_from_secretariat(made.content))

    @rule(number=numbers, choice=st.sampled_from(["ours", "theirs", "both"]))
    def settle(self, number: int, choice: str) -> None:
        place = self.place(number, "conflict")
        for choices in ({"results": choice}, {"all": choice}):
            self.office(reviews.settle, self.town.cycle, *place, choices)

    @rule(number=numbers)
    def use_without_earlier(self, number: int) -> None:
        self.office(taking_back.without_earlier, self.town.cycle, *self.place(number, "waiting"))

    @rule(code=codes, correct=st.booleans(), use=st.sampled_from([ZEIMU, FUKUSHI, SOUMU]))
    def draw_together(self, code: str, correct: bool, use: str) -> None:
        self.words += 1
        if correct:
            self.office(reviews.correct, self.town.cycle, code, "results", f"{self.words}回目の修正。")
        else:
            self.office(lambda change: reviews.consolidate(change, self.town.cycle, code, use=use))

    @rule(number=numbers)
    def cancel(self, number: int) -> None:
        self.office(taking_back.cancel_taking_in, self.files[number % len(self.files)][1].id)

    @rule()
    def close(self) -> None:
        if self.closed is None:
            self.office(verbs.close_cycle, self.town.cycle, "期限が来た")
            self.closed = board.board(self.connection, self.cycle())

    @rule()
    def reopen(self) -> None:
        if self.closed is not None:
            self.office(verbs.reopen_cycle, self.town.cycle, "遅れて届いた")
            self.closed = None

    @rule()
    def merge(self) -> None:
        """税務課 ends in mid-cycle; 総務課 goes on in its place and is sent what it was asked."""
        if self.merged or self.closed is not None:
            return
        self.merged = True
        self.office(lambda change: departments.close_department(change, ZEIMU, on=DUE, successor=SOUMU))
        (made,) = self.office(inquiring.inquire, self.town.cycle, [SOUMU])
        self.at_home(3, MOMENT, receiving.receive, receiving.read_from_secretariat(made.content))

    @invariant()
    def a_closed_cycle_stays_as_it_was(self) -> None:
        if self.closed is not None:
            assert board.board(self.connection, self.cycle()) == self.closed

    @invariant()
    def nothing_taken_in_is_lost(self) -> None:
        stored = set(self.connection.scalars(select(tables.revisions.c.id)))
        assert stored >= {
            record.id
            for _, arrival in self.files
            for record in arrival.revisions
            for row, on_record in (self.taken[arrival.id].rows if arrival.id in self.taken else ())
            if on_record and (record.unit, record.department) == row.place
        }

    @invariant()
    def nothing_is_hidden(self) -> None:
        """What is on record is a newest version, waits, or was replaced; what came and is not on record is held."""
        speaking = {each.id: each for each in on_file.revisions(self.connection, self.town.cycle.id)}
        for unit, view in on_file.live_views(self.connection, self.town.cycle).items():
            for department, slot in [*view.slots.items(), (None, view.consolidation)]:
                own = {key: each for key, each in speaking.items() if each.slot == (unit, department)}
                assert shown(own, [*slot.heads, *slot.waiting]) == set(own)
        held = {(each.package, each.unit, each.department) for each in packages.held(self.connection)}
        for _, arrival in self.files:
            filed = packages.filed(self.connection, arrival.id)
            if filed is not None and not filed.cancelled:
                missing = [each for each in arrival.revisions if each.id not in speaking]
                assert {(arrival.id, each.unit, each.department) for each in missing} <= held

    def teardown(self) -> None:
        try:
            self.every_order_says_the_same()
            for each in (self.connection, *self.town.computers):
                assert whole(each)
        finally:
            for point in self.points:
                point.rollback()

    def every_order_says_the_same(self) -> None:
        if self.closed is not None:
            self.reopen()
        orders = [list(range(len(self.files))), list(reversed(range(len(self.files))))]
        chance = random.Random(self.words)
        orders += [chance.sample(orders[0], len(orders[0])) for _ in range(ORDERS - len(orders))]
        states = []
        for order in orders:
            point = self.connection.begin_nested()
            for number in (*order, *order[:2]):
                made, arrival = self.files[number]
                do(self.connection, SECRETARIAT, MOMENT, taking_in.take_in, arrival, made.name)
            states.append(self.state())
            assert packages.withheld_records(self.connection) == frozenset()
            self.nothing_is_hidden()
            point.rollback()
        assert all(each == states[0] for each in states)

    def state(self) -> object:
        """All that a board, a slot and the list of what is held say."""
        views = on_file.live_views(self.connection, self.town.cycle)
        return (
            board.board(self.connection, self.cycle()).cards,
            views,
            sorted((each.package, each.unit, each.department) for each in packages.held(self.connection)),
        )


def shown(own: dict[str, Revision], heads: list[Revision]) -> set[str]:
    """The versions that heads stand for: themselves and everything they replace."""
    return {each.id for each in heads} | {older for each in heads for older in ancestors(own, each.id)}


QUIET = settings(
    stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck), derandomize=HISTORIES == 40
)


def live(town: Town, histories: int) -> None:
    run_state_machine_as_test(cast(Any, lambda: Histories(town)), settings=settings(QUIET, max_examples=histories))


@pytest.mark.timeout(SECONDS)
def test_whatever_happens_on_the_way_nothing_is_lost_or_hidden(towns: Callable[[str], Town]) -> None:
    live(towns("sqlite"), HISTORIES)


@pytest.mark.timeout(SECONDS)
def test_whatever_happens_on_the_way_nothing_is_lost_or_hidden_on_a_server(towns: Callable[[str], Town]) -> None:
    live(towns("postgresql"), max(4, HISTORIES // 10))
