"""Tables of a town taken in whole: everything that is wrong is told at once, and then nothing is taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import TableRow
from dxdesk.domain.permissions import Actor
from dxdesk.domain.rosters import Roster
from dxdesk.operations import town
from dxdesk.store import tables
from dxdesk.store.database import Database
from dxdesk.store.queries import plans
from dxdesk.store.queries.opening import proposed_cycle
from tests.builders import COMMITTEE, FUKUSHI, HEADQUARTERS, KENSETSU, PLAN, SOUMU, ZEIMU, dump


def rows(*cells: tuple[str, ...]) -> tuple[TableRow, ...]:
    return tuple(TableRow(each) for each in cells)


def names(desk: Desk) -> list[str]:
    return [each.name for each in desk.ask(plans.departments)]


def on_file(desk: Desk, name: str) -> str:
    return next(each.id for each in desk.ask(plans.departments) if each.name == name)


def test_departments_are_renamed_added_and_put_into_order_and_none_goes(desk: Desk) -> None:
    before = desk.ask(plans.departments)
    table = (TableRow(("会計課", "会計")), TableRow(("福祉介護課", "福祉"), on_file(desk, FUKUSHI)), TableRow(("", "")))
    desk.do(town.take_departments, table)
    after = desk.ask(plans.departments)
    assert names(desk)[:2] == ["会計課", "福祉介護課"]
    assert {each.id for each in before} < {each.id for each in after}
    assert [each.name for each in after[2:]] == [each.name for each in before if each.name != FUKUSHI]
    assert [each.order for each in after] == list(range(1, len(after) + 1))
    assert [each.order_confirmed for each in after[:2]] == [True, True]


def test_the_history_vouches_for_more_than_the_names(desk: Desk) -> None:
    department = on_file(desk, SOUMU)
    desk.do(town.take_departments, (TableRow((SOUMU, "総"), department),))
    desk.do(town.take_departments, (TableRow((SOUMU, "総務"), department),))
    desk.do(town.take_members, rows(("鈴木", "課長", "", "", COMMITTEE)))
    desk.do(town.take_members, rows(("鈴木", "副町長", "", "", COMMITTEE)))
    with desk.database.read() as connection:
        table = tables.audit
        found = connection.execute(select(table).order_by(table.c.sequence.desc()).limit(4)).all()
    assert [each.operation for each in found] == ["member table"] * 2 + ["department table"] * 2
    assert all(each.before != each.after for each in found)
    assert (found[0].before, found[2].before) == (found[1].after, found[3].after)


def test_two_departments_may_exchange_their_names(desk: Desk) -> None:
    first, second = on_file(desk, SOUMU), on_file(desk, ZEIMU)
    desk.do(town.take_departments, (TableRow((ZEIMU, ""), first), TableRow((SOUMU, ""), second)))
    assert (on_file(desk, ZEIMU), on_file(desk, SOUMU)) == (first, second)


def test_a_table_with_bad_cells_changes_nothing_and_tells_each(desk: Desk) -> None:
    before = dump(desk)
    table = rows(("会計課", ""), ("会計課", ""), ("", "略"), (KENSETSU, ""), ("環境課", "ながいながいりゃくしょう"))
    with pytest.raises(Problem, match=r"paste\.not_taken") as refused:
        desk.do(town.take_departments, table)
    assert [(each.values["row"], each.code) for each in refused.value.problems] == [
        (2, "paste.twice"),
        (3, "department.empty"),
        (4, "department.exists"),
        (5, "department.short_name"),
    ]
    assert refused.value.values["count"] == 4
    assert dump(desk) == before


def test_groups_get_their_members_and_keep_their_names(desk: Desk) -> None:
    group = desk.ask(plans.groups)[0]
    desk.do(town.take_groups, (TableRow((group.name, f"{SOUMU}、{ZEIMU}"), group.id), TableRow(("出先", "未定"))))
    found = {each.name: each.members for each in desk.ask(plans.groups)}
    assert found[group.name] == (on_file(desk, SOUMU), on_file(desk, ZEIMU))
    assert found["出先"] is None
    with pytest.raises(Problem) as refused:
        desk.do(town.take_groups, (TableRow(("別の名前", ""), group.id),))
    assert [each.code for each in refused.value.problems] == ["paste.fixed_name"]


def test_members_are_the_table_and_stand_in_the_order_of_their_posts(desk: Desk) -> None:
    desk.do(town.take_members, rows(("鈴木", "", "", SOUMU, COMMITTEE), ("佐藤", "副町長", "委員長", "", COMMITTEE)))
    first = desk.ask(plans.members)
    assert [(each.name, each.position) for each in first] == [("佐藤", "chair"), ("鈴木", "member")]
    kept = next(each for each in first if each.name == "鈴木")
    desk.do(
        town.take_members,
        (TableRow(("町長", "", "本部長", "", HEADQUARTERS)), TableRow(("鈴木", "課長", "", "", COMMITTEE), kept.id)),
    )
    second = desk.ask(plans.members)
    assert {(each.name, each.title) for each in second} == {("町長", None), ("鈴木", "課長")}
    assert next(each.id for each in second if each.name == "鈴木") == kept.id


def test_a_new_town_has_the_plan_and_its_own_tables_in_one_go(database: Database) -> None:
    desk = Desk(database, Actor("secretariat", (), "佐藤"))
    members = rows(("佐藤", "副町長", "委員長", "会計課", COMMITTEE))
    roster = Roster(rows(("会計課", ""), ("環境課", "")), rows(("窓口", "会計課")), members)
    desk.do(town.found_town, PLAN, roster)
    assert names(desk)[:2] == ["会計課", "環境課"]
    assert {each.name for each in PLAN.departments} < set(names(desk))
    assert [each.name for each in desk.ask(plans.members)] == ["佐藤"]
    assert desk.ask(plans.plan) == PLAN


@pytest.mark.parametrize(("first_year", "name"), [(2025, "令和7年度 第1回"), (None, "令和8年度 第1回")])
def test_the_first_cycle_is_proposed_for_the_year_the_town_chose(
    database: Database, first_year: int | None, name: str
) -> None:
    desk = Desk(database, Actor("secretariat"))
    desk.do(town.found_town, PLAN, Roster(), first_year=first_year)
    assert desk.ask(proposed_cycle, date(2026, 11, 21)).name == name


def test_a_new_town_whose_tables_cannot_be_taken_is_not_there_at_all(database: Database) -> None:
    desk = Desk(database, Actor("secretariat"))
    with pytest.raises(Problem, match=r"paste\.not_taken"):
        desk.do(town.found_town, PLAN, Roster(members=rows(("佐藤", "", "", "なし課", COMMITTEE))))
    with database.read() as connection:
        assert connection.execute(select(tables.identity)).first() is None


def test_a_plan_without_committees_takes_no_members(database: Database) -> None:
    desk = Desk(database, Actor("secretariat"))
    with pytest.raises(Problem) as refused:
        desk.do(town.found_town, replace(PLAN, bodies=(), roles=()), Roster(members=rows(("佐藤", "", "", "", ""))))
    assert [each.code for each in refused.value.problems] == ["paste.no_body"]


def test_the_three_tables_are_taken_together_or_not_at_all(desk: Desk) -> None:
    before = dump(desk)
    departments = tuple(TableRow((each.name, ""), each.id) for each in desk.ask(plans.departments))
    with pytest.raises(Problem, match=r"paste\.not_taken"):
        desk.do(town.take_roster, Roster(departments[::-1], (), rows(("", "課長", "", "", COMMITTEE))))
    assert dump(desk) == before
    desk.do(town.take_roster, Roster(departments[::-1], (), rows(("佐藤", "課長", "", "", COMMITTEE))))
    assert names(desk) == [row.cells[0] for row in departments[::-1]]
    assert [each.name for each in desk.ask(plans.members)] == ["佐藤"]
