"""操作の履歴: what was done, newest first, and when."""

from __future__ import annotations

from datetime import datetime, timedelta

from dxdesk.desk import Desk
from dxdesk.domain.replies import Author
from dxdesk.operations.departments import add_department
from dxdesk.store.database import Database
from dxdesk.store.queries import history
from tests.builders import MOMENT, SECRETARIAT, acting, open_desk

NOW = datetime.fromisoformat(MOMENT)


def test_the_newest_operation_stands_first_with_who_and_what(database: Database) -> None:
    desk = open_desk(database)
    desk.actor = acting("secretariat", name="今野")
    for number in range(5):
        desk.do(add_department, f"第{number}課")
    found = desk.ask(history.operations, 3)
    assert [(each.sequence, each.operation, each.subject) for each in found] == [
        (6, "department add", "第4課"), (5, "department add", "第3課"), (4, "department add", "第2課"),
    ]  # fmt: skip
    assert (found[0].author, found[0].moment) == (Author("secretariat", None, "今野"), MOMENT)
    assert len(desk.ask(history.operations)) == 6


def test_a_new_database_has_no_changes(database: Database) -> None:
    desk = Desk(database, SECRETARIAT)
    assert desk.ask(history.changes, NOW) == (None, None)
    assert desk.ask(history.operations) == ()


def test_the_last_change_and_today_s_first_are_told_in_the_zone_of_the_question(database: Database) -> None:
    open_desk(database)
    for hours in (2, 5, 20):
        moment = NOW + timedelta(hours=hours)
        Desk(database, SECRETARIAT, moment.isoformat).do(add_department, f"{hours}時間後の課")
    desk = Desk(database, SECRETARIAT)
    assert desk.ask(history.changes, NOW + timedelta(hours=6)) == (NOW + timedelta(hours=20), NOW)
    tomorrow = NOW + timedelta(days=1)
    assert desk.ask(history.changes, tomorrow) == (NOW + timedelta(hours=20), NOW + timedelta(hours=20))
    assert desk.ask(history.changes, NOW + timedelta(days=9)) == (NOW + timedelta(hours=20), None)
