"""What is kept for search is read anew as soon as anything was said."""

from __future__ import annotations

import shutil
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.operations import cycles, reviews
from dxdesk.store.database import Database
from dxdesk.store.queries.search import find
from dxdesk.store.queries.spoken import spoken
from tests.builders import MOMENT, SECRETARIAT, ZEIMU, accepted, answer, at, open_desk, start_cycle, uid
from tests.databases import open_anywhere


def test_a_second_search_knows_what_was_said_and_reviewed_since(database: Database) -> None:
    desk = open_desk(database)
    cycle = start_cycle(desk)
    assert desk.ask(find, "転入届", "secretariat") == ()
    answer(desk, cycle, "重点-1", results="転入届を試した。")
    assert [each.hit.accepted for each in desk.ask(find, "転入届", "secretariat")] == [False]
    desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    assert [each.hit.accepted for each in desk.ask(find, "転入届", "secretariat")] == [True]


def test_a_closed_cycle_is_read_once_and_again_when_it_was_opened_again(database: Database) -> None:
    desk = open_desk(database)
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", results="転入届を試した。")
    desk.do(cycles.close_cycle, cycle, "見本のため")
    closed = desk.ask(find, "転入届", "secretariat")
    assert [(each.unit, each.cycle) for each in closed] == [(uid("書かない窓口"), cycle.id)]
    first = desk.ask(spoken, cycle)
    start_cycle(desk, "第2回")
    assert desk.ask(spoken, cycle) == first
    desk.do(cycles.reopen_cycle, cycle, "直すため")
    accepted(desk, cycle, "重点-1", results="転入届が増えた。")
    assert [each.hit.excerpt for each in desk.ask(find, "転入届", "secretariat")] == ["転入届が増えた。"]


def test_copies_of_one_database_that_went_on_apart_are_told_apart(database_file: Path) -> None:
    """As when a backup was put back and the year was closed in another way."""
    desk = open_desk(open_anywhere(database_file))
    cycle = start_cycle(desk)
    desk.close()
    for words in ("転入届を試した。", "転入届をやめた。"):
        copy = Path(shutil.copyfile(database_file, database_file.with_name(f"{words}.db")))
        desk = Desk(open_anywhere(copy), SECRETARIAT, lambda: MOMENT)
        accepted(desk, cycle, "重点-1", results=words)
        desk.do(cycles.close_cycle, cycle, "見本のため")
        assert [each.hit.excerpt for each in desk.ask(find, "転入届", "secretariat")] == [words]
        desk.close()
