"""Everything that was said in one slot, and what its department said last time."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import insert

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.records import canonical
from dxdesk.domain.replies import Author
from dxdesk.operations import cycles, reviews
from dxdesk.operations.change import Change
from dxdesk.store import tables
from dxdesk.store.database import Database
from dxdesk.store.queries import finding
from dxdesk.store.queries.collection import SlotStory, collection, slot_story
from tests.builders import DUE, MOMENT, PLAN, SOUMU, ZEIMU, accepted, answer, arrive, at, open_desk, start_cycle, uid

CODE = "重点-1"


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database)


def story(desk: Desk, cycle: Cycle, department: str = SOUMU) -> SlotStory:
    return desk.ask(slot_story, desk.ask(finding.cycle, cycle.id), PLAN.unit(CODE), uid(department))


def two_cycles(desk: Desk) -> tuple[Cycle, Cycle]:
    asked = {CODE: [SOUMU, ZEIMU]}
    first = start_cycle(desk, as_of=date(2024, 7, 1), due=date(2024, 7, 31), assigned=asked)
    accepted(desk, first, CODE, SOUMU, results="前の文。")
    desk.do(cycles.close_cycle, first, "見本のため")
    return first, start_cycle(desk, "第2回", assigned=asked)


def test_versions_come_as_they_came_on_file_whatever_moment_they_claim(desk: Desk) -> None:
    cycle = start_cycle(desk, assigned={CODE: [SOUMU]})
    own = answer(desk, cycle, CODE, SOUMU)
    other = arrive(desk, cycle, CODE, SOUMU)
    assert [each.id for each in story(desk, cycle).revisions] == [own, other.id]


def test_the_answer_of_the_cycle_before_is_the_departments_own(desk: Desk) -> None:
    first, second = two_cycles(desk)
    before = story(desk, second)
    assert before.before is not None
    assert (before.before.answer.results, before.before_name) == ("前の文。", first.name)
    assert story(desk, second, ZEIMU).before is None
    assert (story(desk, first).before, story(desk, first).before_name) == (None, "")


def test_before_a_closed_cycle_stands_what_counted_when_it_was_closed(desk: Desk) -> None:
    first, second = two_cycles(desk)
    answer(desk, second, CODE, SOUMU)
    desk.do(cycles.close_cycle, second, "見本のため")
    desk.do(cycles.reopen_cycle, first, "直すため")
    accepted(desk, first, CODE, SOUMU, results="あとで直した文。")
    before = story(desk, second).before
    assert before is not None
    assert before.answer.results == "前の文。"


def test_reviews_and_comments_of_other_slots_are_left_out(desk: Desk) -> None:
    cycle = start_cycle(desk, assigned={CODE: [SOUMU, ZEIMU]})
    for department in (SOUMU, ZEIMU):
        answer(desk, cycle, CODE, department)
        desk.do(at, cycle, CODE, department, reviews.return_reply, ["results"], f"{department}へ。")

        def comment(change: Change, department: str = department) -> None:
            row = {"cycle": cycle.id, "unit": PLAN.unit(CODE).id, "department": uid(department), "moment": MOMENT}
            author = canonical(Author("secretariat", None, "佐藤").record())
            change.connection.execute(
                insert(tables.comments).values(id=department, author=author, text=f"{department}さん", **row)
            )

        desk.do(comment)
    found = story(desk, cycle)
    assert [each.question for each in found.reviews] == [f"{SOUMU}へ。"]
    assert [(each.text, each.author.name) for each in found.comments] == [(f"{SOUMU}さん", "佐藤")]


def test_a_collection_reads_the_cycle_anew_and_says_whether_a_later_one_was_opened(desk: Desk) -> None:
    first, second = two_cycles(desk)
    older, newer = desk.ask(collection, first, DUE), desk.ask(collection, second, DUE)
    assert (older.newest, older.cycle.open, older.closed is not None) == (False, False, True)
    assert (newer.newest, newer.cycle.open, newer.closed) == (True, True, None)
    assert [each.name for each in newer.departments][:2] == [SOUMU, ZEIMU]
